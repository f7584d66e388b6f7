# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Seals and whole exports: docs/journal.md, the verifier, and what the library writes, agree."""

import contextlib
import hashlib
import json
import os
import sqlite3

import pytest
from test_case_schemas import validator
from test_journal import (NO_HASH, PAGE, block, chain, data_of, field, number, run, sample,
                          small_case, text, verifier)



def seal_bytes(seal, heads):
    previous = b"" if seal["previous"] == NO_HASH else field(4, seal["previous"])
    return (text(1, "tertib.seal/1") + number(2, seal["number"]) + number(3, seal["recorded"])
            + previous + number(5, seal["cases"]) + number(6, seal["events"])
            + number(7, len(heads)) + b"".join(
                field(8, text(1, case) + number(2, at) + field(3, hash_))
                for case, at, hash_ in heads))


def seals_over(*steps):
    """Seals from lists of heads [(case, number, hash)], made as the page says."""
    seals, covered = verifier.Seals(), {}
    for at, heads in enumerate(steps, 1):
        covered |= {case: event for case, event, _ in heads}
        seal = {"number": at, "recorded": at, "cases": len(covered),
                "events": sum(covered.values()), "heads": len(heads),
                "previous": seals.seals[-1]["digest"] if seals.seals else NO_HASH}
        seal["digest"] = hashlib.sha256(seal_bytes(seal, heads)).digest()
        seals.seals.append(seal)
        for head in heads:
            seals.head(at, *head)
    return seals


def sealed_cases():
    """Two cases, and two seals over them: the first when K-1 had three events."""
    rows = small_case("K-1") + small_case("K-2")
    return rows, seals_over([("K-1", 3, rows[2][4])],
                            [("K-1", 6, rows[5][4]), ("K-2", 6, rows[11][4])])


def judged(rows, seals, kept=()):
    """The bad events by case, and the bad seals."""
    cases = verifier.verify(tuple(row) for row in rows)
    seals.compare_cases(cases)
    wrong = seals.verify(list(kept))
    return {name: case.first_bad()[0] for name, case in cases.items() if case.first_bad()}, wrong


def test_the_seals_of_the_page_are_right():
    first = seals_over([("K-1", 1, block("previous"))])
    micros = 86_400_000_000
    first.seals[0]["recorded"] = 1_746_435_600_000_000 - micros
    digest = first.digest(first.seals[0])
    second = {"number": 2, "recorded": 1_746_435_600_000_000, "cases": 1, "events": 2,
              "previous": digest}
    assert seal_bytes(second, [("K-1", 2, block("hash"))]) == block("seal")
    assert hashlib.sha256(block("seal")).digest() == block("digest")
    assert f"these {len(block('seal'))}:" in PAGE


def test_seals_made_from_the_page_alone_hold():
    rows, seals = sealed_cases()
    assert judged(rows, seals, [dict(seals.seals[0]), dict(seals.seals[1])]) == ({}, [])


def remade(rows, at, note):
    """The rows with event `at` (from 1) exchanged and the chain behind it made anew."""
    events = [(case, data, body) for case, _, data, body, _ in rows]
    case, _, _ = events[at - 1]
    events[at - 1] = (case, data_of(case, at, 16, text(10, note), number(11, 1)), None)
    return chain(events)


@pytest.mark.parametrize("at, named", [(3, 3), (4, 6), (6, 6)])
def test_a_chain_that_was_made_anew_is_found_at_the_event_that_was_sealed(at, named):
    rows, seals = sealed_cases()
    bad, wrong = judged(remade(rows[:6], at, "9") + rows[6:], seals)
    assert (bad, wrong) == ({"K-1": named}, [])


def test_events_and_cases_that_were_cut_off_are_found():
    rows, seals = sealed_cases()
    assert judged(rows[:5] + rows[6:], seals) == ({"K-1": 6}, [])
    rows, seals = sealed_cases()
    assert judged(rows[:6], seals) == ({"K-2": 1}, [])


@pytest.mark.parametrize("change", [
    lambda seal: seal.update(number=7), lambda seal: seal.update(recorded=0),
    lambda seal: seal.update(cases=9), lambda seal: seal.update(events=9),
    lambda seal: seal.update(heads=9), lambda seal: seal.update(previous=bytes([1] * 32)),
    lambda seal: seal.update(digest=bytes([1] * 32)),
])
def test_a_seal_that_was_changed_is_found(change):
    for at in (0, 1):
        rows, seals = sealed_cases()
        change(seals.seals[at])
        assert judged(rows, seals)[1]


def test_seals_made_anew_are_told_from_the_one_that_was_kept():
    rows, seals = sealed_cases()
    kept = dict(seals.seals[0])
    other = remade(rows[:6], 3, "9") + rows[6:]
    anew = seals_over([("K-1", 3, other[2][4])],
                      [("K-1", 6, other[5][4]), ("K-2", 6, other[11][4])])
    assert judged(other, anew) == ({}, [])
    bad, wrong = judged(other, anew, [kept])
    assert bad == {} and wrong == ["seal 1: it isn't the one that was kept elsewhere"]
    rows, seals = sealed_cases()
    assert judged(rows, seals, [{**kept, "number": 3}])[1] == [
        "seal 3: it was kept elsewhere, and is missing"]


@pytest.fixture(name="made")
def made_by_the_library(tmp_path):
    """A store, its export, and its last seal, each in a file."""
    store, export, seal = tmp_path / "kasus.tertib", tmp_path / "ekspor.jsonl", tmp_path / "s.json"
    text_of_export = sample("store", store)
    export.write_text(text_of_export, "utf-8")
    seals = [line for line in text_of_export.splitlines() if '"tertib.seal/1"' in line]
    seal.write_text(seals[-1] + "\n", "utf-8")
    return store, export, seal


def test_a_store_of_the_library_and_its_export_hold_with_their_seal(made):
    store, export, seal = made
    good = (0, "2 seals\n3 cases, 0 of them don't hold\n")
    assert run("--seal", seal, store) == good
    assert run("--seal", seal, export) == good
    other = json.loads(seal.read_text("utf-8"))
    other["digest"] = "00" * 32
    seal.write_text(json.dumps(other), "utf-8")
    assert run("--seal", seal, store)[0] == 1 and run("--seal", seal, export)[0] == 1
    seal.write_text("{}", "utf-8")
    assert run("--seal", seal, store)[0] == 3


@pytest.mark.parametrize("change, said", [
    ("UPDATE seals SET events = events + 1 WHERE number = 1", "seal 1"),
    ("DELETE FROM seals WHERE number = 1", "seal 1"),
    ("DELETE FROM seal_heads WHERE seal = 2 AND case_id = '2025-18'", "seal 2"),
    ("UPDATE seal_heads SET hash = zeroblob(32) WHERE case_id = '2025-18'", "2025-18"),
    ("DELETE FROM events WHERE case_id = '2025-17' AND number = 3", "2025-17"),
    ("UPDATE keys SET last = 2 WHERE key = 'klik-1'", "klik-1"),
    ("UPDATE keys SET hash = zeroblob(32) WHERE key = 'klik-2'", "klik-2"),
])
def test_a_change_of_a_sealed_store_is_found(made, change, said):
    with contextlib.closing(sqlite3.connect(made[0])) as store:
        store.execute(change)
        store.commit()
    code, told = run(made[0])
    assert code == 1 and said in told


def test_every_bit_that_is_flipped_in_an_export_is_found(made):
    right = made[1].read_bytes()
    step = max(1, round(1 / float(os.environ.get("TERTIB_TEST_SCALE", "1"))))
    for bit in range(0, 8 * len(right), 101 * step):
        wrong = bytearray(right)
        wrong[bit // 8] ^= 1 << bit % 8
        seals, receipts = verifier.Seals(), []
        try:
            cases = verifier.verify(verifier.rows_of_export(
                bytes(wrong).splitlines(keepends=True), seals, receipts))
            seals.compare_cases(cases)
            found_ = (any(case.first_bad() for case in cases.values()) or seals.verify([])
                      or list(verifier.bad_receipts(cases, receipts)))
        except verifier.Unreadable:
            found_ = True
        assert found_, bit


def test_the_lines_of_an_export_fit_their_schemas(made):
    nouns = {"tertib.journal/1": "journal_line", "tertib.seal/1": "seal"}
    seen = set()
    for line in map(json.loads, made[1].read_text("utf-8").splitlines()):
        noun = nouns.get(line["schema"], "export_line")
        seen.add(line["schema"])
        validator(noun).validate(line)
        assert not validator(noun).is_valid({**line, "more": 1})
    assert len(seen) == 6
