# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""docs/journal.md, the verifier that was written from it, and what the library writes, agree."""

import contextlib
import hashlib
import importlib.util
import json
import os
import pathlib
import re
import sqlite3
import struct
import subprocess
import sys
from random import Random

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "journal.md").read_text("utf-8")
VERIFIER = ROOT / "tools" / "verify" / "verify_journal.py"
NO_HASH = bytes(32)


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


verifier = load(VERIFIER)


# --- a journal made by following the page, without the library ------------------------------------


def field(number, value):
    return bytes([number]) + struct.pack(">I", len(value)) + value


def text(number, value):
    return field(number, value.encode())


def number(field_number, value):
    return field(field_number, struct.pack(">q", value))


def body_of(salt, *fields):
    return hashlib.sha256(salt.encode()).digest()[:16] + b"\x01" + b"".join(fields)


def data_of(case, at, kind, *fields, body=None):
    commitment = b"" if body is None else field(6, hashlib.sha256(body).digest())
    head = b"\x01" + text(1, case) + number(2, at) + number(3, kind)
    return head + number(4, 1_000_000 * at) + number(5, 0) + commitment + b"".join(fields)


def chain(events):
    """Rows [case, number, data, body, hash] of one case from pairs (data, body)."""
    rows, head = [], NO_HASH
    for at, (case, data, body) in enumerate(events, 1):
        head = hashlib.sha256(head + data).digest()
        rows.append([case, at, data, body, head])
    return rows


def small_case(case="K-1"):
    """Six events: the body of the second was erased by the fifth, the others are there."""
    bodies = [body_of(f"{case}{at}", text(1, "Ani"), text(3, "ya")) for at in range(7)]
    opened = field(12, text(1, "1") + number(2, 1) + number(3, 0) + number(4, 5))
    due = field(15, text(1, "1") + number(2, 1) + number(3, 9))
    return chain([
        (case, data_of(case, 1, 1, text(7, "Kadis"), number(8, 1), opened, body=bodies[1]),
         bodies[1]),
        (case, data_of(case, 2, 11, body=bodies[2]), None),
        (case, data_of(case, 3, 16, text(10, "1"), number(11, 1)), None),
        (case, data_of(case, 4, 18, due, field(15, b"")), None),
        (case, data_of(case, 5, 19, text(22, "UU PDP"), number(37, 2), body=bodies[5]), bodies[5]),
        (case, data_of(case, 6, 5, number(16, 1), number(25, 0), number(25, 3)), None),
    ])


def as_lines(rows):
    return "".join(json.dumps({
        "schema": "tertib.journal/1", "case": case, "number": at, "data": data.hex(),
        "body": None if body is None else body.hex(), "hash": hash_.hex(),
    }) + "\n" for case, at, data, body, hash_ in rows)


def as_store(rows, path):
    with contextlib.closing(sqlite3.connect(path)) as store:
        store.executescript(re.search(r"```sql tables\n(.*?)```", PAGE, re.S).group(1))
        for case, at, data, body, hash_ in rows:
            event = verifier.versioned(data, verifier.EVENT)
            store.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)",
                          (case, at, event[3], event[4], event[5], data, hash_))
            if body is not None:
                store.execute("INSERT INTO bodies VALUES (?, ?, ?)", (case, at, body))
        store.commit()
    return path


def found(rows):
    """The first bad event of each case: {case: (number, reason)}."""
    cases = verifier.verify(tuple(row) for row in rows)
    return {name: case.first_bad() for name, case in cases.items() if case.first_bad()}


def first(rows):
    """The number of the first bad event of the only case, or None."""
    bad = found(rows)
    assert len(bad) <= 1
    return next(iter(bad.values()))[0] if bad else None


def run(*arguments, data=None):
    done = subprocess.run([sys.executable, VERIFIER, *map(str, arguments)], input=data,
                          capture_output=True, check=False)
    return done.returncode, done.stdout.decode()


def sample(*what, data=None):
    """What tests/run/journal_sample.cpp writes, most often a JSON document a line."""
    binary = os.environ.get("TERTIB_BIN")
    program = pathlib.Path(binary).with_name("journal_sample") if binary else None
    if not program or not program.exists():
        pytest.skip("there is no journal_sample beside TERTIB_BIN")
    done = subprocess.run([program, *what], input=data, capture_output=True, check=True)
    return done.stdout.decode()


def sample_rows(what="journal"):
    return [list(row) for row in verifier.rows_of_export(sample(what).splitlines())]


# --- the page -------------------------------------------------------------------------------------


def block(name):
    lines = re.search(rf"```hex {name}\n(.*?)```", PAGE, re.S).group(1).splitlines()
    return bytes.fromhex("".join(line.split(";")[0] for line in lines))


def test_the_example_of_the_page_is_right():
    data, body = block("data"), block("body")
    assert block("hash") == hashlib.sha256(block("previous") + data).digest()
    event = verifier.versioned(data, verifier.EVENT)
    assert event[6] == hashlib.sha256(body).digest()
    assert (event[1], event[2], event[3]) == ("K-1", 2, 5)
    assert verifier.versioned(body[16:], verifier.BODY) == {1: "Ani", 3: "sakit"}
    assert f"these {len(data)}:" in PAGE and f"the {len(body)} bytes above" in PAGE


def test_the_verifier_knows_the_fields_of_the_page():
    table = PAGE.split("### The fields of `data`")[1].split("An opened task (12)")[0]
    rows = dict(re.findall(r"^\| (\d+) \| [^|]+ \| ([^|]+) \|", table, re.M))
    kinds, _, lists = verifier.EVENT
    assert set(map(int, rows)) == set(kinds)
    assert {int(at) for at, kind in rows.items() if kind.startswith("*list*")} == lists
    assert {int(at) for at, kind in rows.items() if kind == "text"} == {
        at for at, kind in kinds.items() if kind == verifier.TEXT}


# --- what verification finds ----------------------------------------------------------------------


def test_a_journal_made_from_the_page_alone_holds():
    assert found(small_case("K-1") + small_case("K-2")) == {}


@pytest.mark.parametrize("what, cases", [("journal", 5), ("kept", 1)])
def test_a_journal_of_the_library_holds(what, cases):
    rows = sample_rows(what)
    assert len({row[0] for row in rows}) == cases and len(rows) > 10
    assert any(row[3] is None and b"\x06\0\0\0\x20" in row[2] for row in rows), "one is erased"
    assert found(rows) == {}


@pytest.mark.parametrize("rows", [small_case, sample_rows], ids=["page", "library"])
def test_every_byte_that_is_flipped_is_found_where_it_is(rows):
    rows = rows()
    for row in rows:
        case = [other for other in rows if other[0] == row[0]]
        for column in (2, 3, 4):
            for at in range(len(row[column] or b"")):
                right = row[column]
                row[column] = right[:at] + bytes([right[at] ^ 1 << at % 8]) + right[at + 1:]
                assert first(case) == row[1], (row[0], row[1], column, at)
                row[column] = right


def test_events_missing_moved_or_twice_are_found():
    rows = small_case()
    assert first(rows[1:]) == 2
    assert first(rows[:2] + rows[3:]) == 4
    assert first([rows[1], rows[0]] + rows[2:]) == 2
    assert first(rows[:3] + rows[2:]) == 3
    renamed = [["K-2", *row[1:]] for row in rows]
    assert first(renamed) == 1


def test_a_body_that_is_gone_without_a_word_is_found():
    rows = small_case()
    rows[0][3] = None
    assert found(rows) == {"K-1": (1, "its body is missing, and no event erased it")}
    rows = small_case()[:4]
    assert first(rows) == 2, "the event that announces it was cut off"


def test_an_erased_body_that_was_put_back_is_found():
    rows = small_case()
    rows[1][3] = body_of("K-12", text(1, "Ani"), text(3, "ya"))
    assert found(rows) == {"K-1": (2, "its body is there, though event 5 erased it")}


def test_an_erasure_excuses_only_earlier_events_of_its_own_case():
    body = body_of("x", text(1, "Ani"))
    announced = data_of("K", 1, 19, number(37, 2), body=None)
    assert first(chain([("K", announced, None), ("K", data_of("K", 2, 11, body=body), None)])) == 2
    other = chain([("L", data_of("L", 1, 11, body=body), None)])
    assert found(small_case() + other)["L"][0] == 1


def test_what_the_page_says_can_not_be_found_shows_in_the_heads(tmp_path):
    rows = small_case()
    assert found(rows[:5]) == {}
    path = tmp_path / "journal.jsonl"
    path.write_text(as_lines(rows[:5]), "utf-8")
    assert f'case "K-1", 5 events: {rows[4][4].hex()}' in run("--heads", path)[1]


MALFORMED = {
    "nothing": b"",
    "another version": b"\x02" + data_of("K", 1, 1)[1:],
    "no kind": data_of("K", 1, 1).replace(number(3, 1), b""),
    "no case": data_of("K", 1, 1).replace(text(1, "K"), b""),
    "an unknown field": data_of("K", 1, 1, text(42, "x")),
    "field 0": data_of("K", 1, 1, text(0, "x")),
    "out of order": data_of("K", 1, 1, text(9, "x"), text(7, "y")),
    "twice": data_of("K", 1, 1, text(7, "x"), text(7, "y")),
    "no letters": data_of("K", 1, 1, text(7, "")),
    "a NUL": data_of("K", 1, 1, text(7, "a\0")),
    "not UTF-8": data_of("K", 1, 1, field(7, b"\xff")),
    "a surrogate": data_of("K", 1, 1, field(7, b"\xed\xa0\x80")),
    "seven bytes": data_of("K", 1, 1, field(8, bytes(6) + b"\x01")),
    "a zero written out": data_of("K", 1, 1, number(16, 0)),
    "a yes of two": data_of("K", 1, 1, number(16, 2)),
    "an unknown kind": data_of("K", 1, 23),
    "an unknown standing": data_of("K", 1, 1, number(8, 7)),
    "a place below 0": data_of("K", 1, 1, number(14, -1)),
    "a size below 0": data_of("K", 1, 1, number(35, -1)),
    "cut in a head": data_of("K", 1, 1) + b"\x07\0",
    "cut in a value": data_of("K", 1, 1) + b"\x07\0\0\0\x05abc",
    "an opened task without its flow":
        data_of("K", 1, 1, field(12, text(1, "1") + number(2, 1) + number(4, 0))),
    "a parked token without since": data_of("K", 1, 1, field(13, number(1, 0))),
    "a list inside": data_of("K", 1, 1, field(13, number(1, 0) + number(1, 1) + number(2, 0))),
    "a commitment of zeros": data_of("K", 1, 1, field(6, NO_HASH)),
    "a short commitment": data_of("K", 1, 1, field(6, b"\x01" * 31)),
    "another case": data_of("L", 1, 1),
    "another number": data_of("K", 2, 1),
}


@pytest.mark.parametrize("data", MALFORMED.values(), ids=MALFORMED)
def test_data_that_is_not_as_the_page_says_is_found(data):
    assert first(chain([("K", data, None)])) == 1


@pytest.mark.parametrize("body", [
    b"", b"short", bytes(16), bytes(16) + b"\x01", bytes(16) + b"\x02" + text(1, "Ani"),
    bytes(16) + b"\x01" + text(8, "x"), bytes(16) + b"\x01" + text(3, "x") + text(1, "y"),
])
def test_a_body_that_is_not_as_the_page_says_is_found(body):
    assert first(chain([("K", data_of("K", 1, 1, body=body), body)])) == 1


def test_a_body_without_a_commitment_is_found():
    body = body_of("x", text(1, "Ani"))
    assert first(chain([("K", data_of("K", 1, 1), body)])) == 1


def spoilt(random, data):
    """The bytes with one thing about them changed, mostly such that the fields still fit."""
    at, parts = 1, [data[:1]]
    while at < len(data):
        end = at + 5 + int.from_bytes(data[at + 1:at + 5], "big")
        parts.append(data[at:end])
        at = end
    which = random.randrange(1, len(parts))
    part = parts[which]
    value = bytearray(part[5:])
    way = random.randrange(7)
    if way == 0:
        parts.pop(which)
    elif way == 1:
        parts.insert(which, part)
    elif way == 2:
        other = random.randrange(1, len(parts))
        parts[which], parts[other] = parts[other], part
    elif way == 3:
        parts[which] = bytes([random.randrange(40)]) + part[1:]
    elif way == 4 and value:
        value[random.randrange(len(value))] = random.choice([0, 1, 2, 0x41, 0x80, 0xff])
        parts[which] = part[:1] + struct.pack(">I", len(value)) + bytes(value)
    elif way == 5:
        value[random.randrange(len(value) + 1):] = random.randbytes(random.randrange(9))
        parts[which] = part[:1] + struct.pack(">I", len(value)) + bytes(value)
    else:
        whole = bytearray(b"".join(parts))
        whole[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        return bytes(whole)
    return b"".join(parts)


def test_library_and_verifier_agree_on_spoilt_events():
    random = Random(20260622)
    rows = []
    for case, at, data, body, _ in sample_rows():
        first_of_case = data.replace(number(2, at), number(2, 1), 1)
        for _ in range(40):
            new, new_body = first_of_case, body
            if body is not None and random.randrange(3) == 0:
                new_body = body[:16] + spoilt(random, body[16:])
                new = new.replace(hashlib.sha256(body).digest(),
                                  hashlib.sha256(new_body).digest())
            else:
                new = spoilt(random, new)
            rows.append([case, 1, new, new_body, hashlib.sha256(NO_HASH + new).digest()])
    verdicts = sample("judge", data=as_lines(rows).encode()).splitlines()
    assert len(verdicts) == len(rows)
    holding = 0
    for row, verdict in zip(rows, verdicts):
        case = verifier.Case(row[0])
        case.add(*row[1:])
        assert (case.broken is None) == (verdict == "holds"), (case.broken, verdict, row)
        holding += case.broken is None
    assert 20 < holding < len(rows) / 2, "both verdicts are tried"


# --- the program ----------------------------------------------------------------------------------


def test_the_program_says_which_event_is_bad_and_ends_with_1(tmp_path):
    rows = small_case()
    assert run("-", data=as_lines(rows).encode()) == (0, "1 cases, 0 of them don't hold\n")
    rows[3][4] = NO_HASH
    status, told = run("-", data=as_lines(rows + small_case("K-2")).encode())
    assert status == 1
    assert told.startswith('case "K-1", event 4: its hash isn\'t')
    assert told.endswith("2 cases, 1 of them don't hold\n")


def test_a_store_is_verified_and_left_alone(tmp_path):
    path = as_store(small_case() + small_case("K ?#%/2"), tmp_path / "kantor ?#%.db")
    before = path.read_bytes()
    assert run(path) == (0, "2 cases, 0 of them don't hold\n")
    assert path.read_bytes() == before
    with contextlib.closing(sqlite3.connect(path)) as store:
        store.execute("UPDATE bodies SET bytes = x'00' WHERE number = 1 AND case_id = 'K-1'")
        store.commit()
    assert run(path)[0] == 1
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_store_in_wal_mode_is_read(tmp_path):
    path = as_store(small_case(), tmp_path / "wal.db")
    with contextlib.closing(sqlite3.connect(path)) as store:
        store.execute("PRAGMA journal_mode=WAL")
        store.execute("UPDATE events SET hash = x'00' WHERE number = 6")
        store.commit()
        assert run(path)[1].startswith('case "K-1", event 6:'), "what is still in the log counts"


@pytest.mark.parametrize("change, event", [
    ("DELETE FROM events WHERE number = 6", None),
    ("DELETE FROM events WHERE number = 5", 6),
    ("DELETE FROM bodies WHERE number = 1", 1),
    ("INSERT INTO bodies SELECT case_id, 3, bytes FROM bodies WHERE number = 1", 3),
    ("INSERT INTO bodies VALUES ('K-1', 9, x'00')", 9),
    ("UPDATE events SET data = CAST(data AS TEXT) WHERE number = 4", 4),
    ("UPDATE events SET data = NULL WHERE number = 4", 4),
    ("UPDATE events SET kind = 11 WHERE number = 3", 3),
    ("UPDATE events SET recorded = recorded + 1 WHERE number = 3", 3),
    ("UPDATE events SET happened = NULL WHERE number = 3", 3),
    ("UPDATE bodies SET bytes = 'x' WHERE number = 5", 5),
    ("INSERT INTO events SELECT * FROM events WHERE number = 2", 2),
])
def test_a_change_of_a_store_is_found(tmp_path, change, event):
    path = as_store(small_case(), tmp_path / "store.db")
    with contextlib.closing(sqlite3.connect(path)) as store:
        store.execute(change)
        store.commit()
    assert first(verifier.rows_of_store(path)) == event


@pytest.mark.parametrize("line", [
    "", "{", "[]", "7", '"x"', '{"schema": "tertib.journal/1"}', "\xff",
    as_lines(small_case()).splitlines()[0].replace("journal/1", "journal/2"),
    as_lines(small_case()).splitlines()[0].replace('"number": 1', '"number": "1"'),
    as_lines(small_case()).splitlines()[0].replace('"number": 1', '"number": true'),
    as_lines(small_case()).splitlines()[0].replace('"data": "01', '"data": "0A'),
    as_lines(small_case()).splitlines()[0].replace('"data": "01', '"data": "1'),
    as_lines(small_case()).splitlines()[0].replace('"body"', '"bodi"'),
])
def test_what_is_no_journal_ends_with_3(line):
    assert run("-", data=line.encode("latin-1") + b"\n") == (3, "")


def test_what_can_not_be_read_ends_with_3_and_a_wrong_call_with_2(tmp_path):
    assert run(tmp_path / "none.db")[0] == 3
    assert run(tmp_path)[0] == 3
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + bytes(84))
    assert run(broken)[0] == 3
    empty = tmp_path / "empty.db"
    with contextlib.closing(sqlite3.connect(empty)) as store:
        store.execute("CREATE TABLE other(x)")
        store.commit()
    assert run(empty)[0] == 3
    assert run()[0] == 2
    assert run("a", "b")[0] == 2
