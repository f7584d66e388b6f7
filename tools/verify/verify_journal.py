#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Verifies a journal without tertib: Python's standard library only, written from docs/journal.md.

    verify_journal.py [--heads] [--no-bodies] [--seal SEAL]… FILE

FILE is a store, an export (JSON Lines), or - for stdin; SEAL a seal that was kept elsewhere (JSON).
Prints the first bad event of each case, and every bad seal. Exit: 0 all holds, 1 something doesn't,
2 wrong usage, 3 a file can't be read. --heads also prints each case with its last number and hash,
to be compared with those that were kept elsewhere. --no-bodies takes an export that leaves personal
parts out."""
import argparse
import datetime
import hashlib
import json
import pathlib
import re
import sqlite3
import sys
from contextlib import closing

LOW, HIGH = -2**63, 2**63 - 1
TEXT, FREE, HASH = "text", "free", "hash"
TIME, PLACE, COUNT, BIG, YES = (LOW, HIGH), (0, 2**32 - 1), (1, 2**32 - 1), (1, HIGH), (1, 1)
# Records: field → kind of value (a range is a number, a dictionary a record); the fields that are
# always there; those that are lists.
OPENED = ({1: TEXT, 2: COUNT, 3: PLACE, 4: TIME, 5: TIME}, {1, 2, 3, 4}, set())
PARKED = ({1: PLACE, 2: TIME}, {1, 2}, set())
DUE = ({1: TEXT, 2: COUNT, 3: TIME}, set(), set())
MOVED = ({1: TEXT, 2: COUNT, 3: PLACE, 4: TEXT, 5: COUNT, 6: COUNT, 7: YES, 8: TEXT, 9: FREE},
         {1, 2, 3}, {9})
RECORD = ({1: PLACE, 2: COUNT, 3: COUNT, 4: COUNT, 5: PLACE}, {1}, {5})
EVENT = (
    {1: TEXT, 2: BIG, 3: (1, 22), 4: TIME, 5: TIME, 6: HASH, 7: TEXT, 8: (1, 6), 9: TEXT, 10: TEXT,
     11: COUNT, 12: OPENED, 13: PARKED, 14: PLACE, 15: DUE, 16: YES, 17: YES, 18: TEXT, 19: TEXT,
     20: TEXT, 21: TEXT, 22: TEXT, 23: TEXT, 24: TEXT, 25: PLACE, 26: PLACE, 27: TEXT, 28: TEXT,
     29: YES, 30: YES, 31: YES, 32: YES, 33: YES, 34: TEXT, 35: BIG, 36: TEXT, 37: BIG,
     38: MOVED, 39: RECORD, 40: TEXT, 41: COUNT},
    {1, 2, 3, 4, 5}, {12, 13, 14, 15, 25, 26, 38, 39})
BODY = ({field: TEXT for field in range(1, 8)}, set(), set())
DAY = (-1, 84370)
OFFICE = (
    {1: TEXT, 2: BIG, 3: (101, 107), 4: TIME, 5: TIME, 6: HASH, 7: TEXT, 8: (1, 6), 9: TEXT,
     18: TEXT, 22: TEXT, 28: TEXT, 37: BIG, 101: (1, 5), 102: TEXT, 103: DAY, 104: DAY, 105: TEXT,
     106: TEXT, 107: TEXT, 108: YES},
    {1, 2, 3, 4, 5}, set())
OFFICE_BODY = ({field: TEXT for field in range(1, 4)}, set(), set())
ERASED, SALT, OFFICE_NAME = (19, 107), 16, "@office"
MEMBERS = {"case", "number", "data", "body", "hash"}
SEAL = ("number", "recorded", "cases", "events", "heads", "previous", "digest")
OTHER = {"tertib.document/1": {"kind", "digest", "json"},
         "tertib.receipt/1": {"key", "asked", "case", "first", "last", "hash"},
         "tertib.seal_head/1": {"seal", "case", "number", "hash"},
         "tertib.seal/1": set(SEAL), "tertib.journal_end/1": {"lines", "sha256"}}
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


class Bad(Exception):
    """What is wrong with an event."""


class Unreadable(Exception):
    """What can't be read as a journal at all."""


def value_of(field, kind, value):
    if isinstance(kind[0], dict):
        return fields(value, kind)
    if kind == HASH:
        if len(value) != 32 or value == bytes(32):
            raise Bad(f"field {field} is no hash")
        return value
    if kind in (TEXT, FREE):
        if (not value and kind == TEXT) or 0 in value:
            raise Bad(f"field {field} is no text")
        try:
            return value.decode("utf-8")
        except UnicodeDecodeError as error:
            raise Bad(f"field {field} is not UTF-8") from error
    if len(value) != 8:
        raise Bad(f"field {field} is no number of eight bytes")
    number = int.from_bytes(value, "big", signed=True)
    if not kind[0] <= number <= kind[1]:
        raise Bad(f"field {field} is out of range")
    return number


def fields(data, record):
    """The fields of a record by number; the values of lists aren't kept."""
    kinds, always, lists = record
    found, last, at = {}, 0, 0
    while at < len(data):
        field, size = data[at], int.from_bytes(data[at + 1:at + 5], "big")
        at += 5
        if at + size > len(data):
            raise Bad("it ends inside a field")
        if field not in kinds or field < last or (field == last and field not in lists):
            raise Bad(f"field {field} is unknown, out of order or there twice")
        found[field] = value_of(field, kinds[field], data[at:at + size])
        last, at = field, at + size
    for field in sorted(always - set(found)):
        raise Bad(f"field {field} is missing")
    return found


def versioned(data, record):
    if data[:1] != b"\x01":
        raise Bad("it isn't in version 1 of the encoding")
    return fields(data[1:], record)


def check_body(body, commitment, record):
    if commitment is None:
        raise Bad("it has a body, but commits to none")
    if hashlib.sha256(body).digest() != commitment:
        raise Bad("its body isn't the one that it commits to")
    if not versioned(body[SALT:], record):
        raise Bad("its body is empty")


class Case:
    """A case's chain so far, up to the first event that breaks it."""

    def __init__(self, name):
        self.name, self.number, self.head = name, 0, bytes(32)
        self.hashes, self.sealed = [], []  # of its events; heads as (seal, number, hash)
        self.broken = None  # the number of the event and what is wrong
        self.bodies = {}    # number → whether the body is there, of those that commit to one
        self.erased = {}    # number → by which event
        self.stray = []     # numbers of bodies without an event

    def add(self, number, data, body, hash_):
        if self.broken:
            return
        try:
            self.link(number, data, body, hash_)
        except Bad as bad:
            self.broken = (number, str(bad))

    def link(self, number, data, body, hash_):
        if number != self.number + 1:
            raise Bad(f"event {self.number + 1} is next")
        if hashlib.sha256(self.head + data).digest() != hash_:
            raise Bad("its hash isn't that of the hash before and its data")
        office = self.name == OFFICE_NAME
        event = versioned(data, OFFICE if office else EVENT)
        if (event[1], event[2]) != (self.name, number):
            raise Bad(f"it says that it is event {event[2]} of case {event[1]}")
        if body is not None:
            check_body(body, event.get(6), OFFICE_BODY if office else BODY)
        if 6 in event:
            self.bodies[number] = body is not None
        if event[3] in ERASED and event.get(37, number) < number:
            self.erased.setdefault(event[37], number)
        self.number, self.head = number, hash_
        self.hashes.append(hash_)

    def first_unsealed(self):
        """The first event that isn't what a seal says of it."""
        for seal, number, hash_ in sorted(self.sealed):
            if number > self.number:
                return self.number + 1, f"it is missing: seal {seal} covers it"
            if self.hashes[number - 1] != hash_:
                return number, f"it isn't the event that seal {seal} covers"
        return None

    def first_bad(self, bodies=True):
        unsealed = self.first_unsealed()
        if self.broken:
            return min(self.broken, unsealed or self.broken, key=lambda bad: bad[0])
        bad = [unsealed] if unsealed else []
        bad += [(number, "a body is there, but no such event") for number in self.stray]
        for number, there in self.bodies.items():
            by = self.erased.get(number)
            if there and by is not None:
                bad.append((number, f"its body is there, though event {by} erased it"))
            if bodies and not there and by is None:
                bad.append((number, "its body is missing, and no event erased it"))
        return min(bad, default=None)


def hexadecimal(digits, size=None):
    if not re.fullmatch("([0-9a-f]{2})+", digits) or size not in (None, len(digits) // 2):
        raise ValueError("bytes are digits 0-9 a-f")
    return bytes.fromhex(digits)


def seal_of(line):
    """A seal from its JSON."""
    when = datetime.datetime.fromisoformat(line["recorded"].replace("Z", "+00:00"))
    if set(line) != set(SEAL) or any(type(line[name]) is not int or line[name] < 0
                                     for name in ("number", "cases", "events", "heads")):
        raise ValueError("it isn't a seal of tertib.seal/1")
    previous = line["previous"]
    return {**line, "recorded": (when - EPOCH) // datetime.timedelta(microseconds=1),
            "previous": bytes(32) if previous is None else hexadecimal(previous, 32),
            "digest": hexadecimal(line["digest"], 32)}


class Seals:
    """The seals of a store, and what they are said to cover."""

    def __init__(self):
        self.seals, self.heads, self.bad = [], {}, []  # heads: seal → [(case, number, hash)]

    def head(self, seal, case, number, hash_):
        self.heads.setdefault(seal, []).append((case, number, hash_))

    def compare_cases(self, cases):
        """Tells the cases what is sealed of them; those that aren't there are bad."""
        for seal, heads in sorted(self.heads.items()):
            for name, number, hash_ in heads:
                case = cases.setdefault(name, Case(name))
                if case.sealed and number <= case.sealed[-1][1]:
                    self.bad.append(f"seal {seal}: it covers no more of case {name} than before")
                elif number < 1:
                    self.bad.append(f"seal {seal}: it covers event {number} of case {name}")
                else:
                    case.sealed.append((seal, number, hash_))

    def digest(self, seal):
        def number(field, value):
            return piece(field, value.to_bytes(8, "big", signed=True))

        data = piece(1, b"tertib.seal/1") + number(2, seal["number"]) + number(3, seal["recorded"])
        if seal["previous"] != bytes(32):
            data += piece(4, seal["previous"])
        data += number(5, seal["cases"]) + number(6, seal["events"]) + number(7, seal["heads"])
        digest = hashlib.sha256(data)
        for case, event, hash_ in sorted(self.heads.get(seal["number"], []),
                                         key=lambda head: head[0].encode()):
            head = piece(1, case.encode()) + number(2, event) + piece(3, hash_)
            digest.update(piece(8, head))
        return digest.digest()

    def verify(self, kept):
        """What is wrong with the seals, a line each."""
        before = dict.fromkeys(SEAL, 0) | {"digest": bytes(32), "recorded": LOW}
        covered, known = {}, {}
        for seal in self.seals:
            at = seal["number"]
            heads = self.heads.get(at, [])
            covered |= {name: number for name, number, _ in heads}
            known[at] = seal
            if (at, seal["previous"]) != (before["number"] + 1, before["digest"]):
                self.bad.append(f"seal {at}: it isn't linked to the one before")
            if seal["recorded"] < before["recorded"]:
                self.bad.append(f"seal {at}: it was made before the one before it")
            if self.digest(seal) != seal["digest"] or len(heads) != seal["heads"]:
                self.bad.append(f"seal {at}: it isn't the digest of what it covers")
            elif (len(covered), sum(covered.values())) != (seal["cases"], seal["events"]):
                self.bad.append(f"seal {at}: it says that it covers more or less than it does")
            before = seal
        self.bad += [f"seal {at}: it is missing, but there are heads of it"
                     for at in sorted(set(self.heads) - set(known))]
        for seal in kept:
            at = seal["number"]
            if at not in known:
                self.bad.append(f"seal {at}: it was kept elsewhere, and is missing")
            elif known[at] != seal:
                self.bad.append(f"seal {at}: it isn't the one that was kept elsewhere")
        return self.bad


def piece(field, value):
    return bytes([field]) + len(value).to_bytes(4, "big") + value


def receipt_of(line):
    for name in ("first", "last"):
        if type(line[name]) is not int or line[name] < 1:
            raise ValueError("it isn't a receipt of tertib.receipt/1")
    return line["case"], line["first"], line["last"], hexadecimal(line["hash"], 32), line["key"]


def rows_of_export(lines, seals=None, receipts=None):
    seals, receipts = seals or Seals(), receipts if receipts is not None else []
    digest, closed = hashlib.sha256(), False
    for row, text in enumerate(lines, 1):
        try:
            line = json.loads(text)
            if closed:
                raise ValueError("something stands behind the end")
            schema = line.pop("schema")
            raw = text if isinstance(text, bytes) else text.encode() + b"\n"
            if schema != "tertib.journal/1":
                if set(line) != OTHER.get(schema):
                    raise ValueError("it is no line of an export")
                if schema == "tertib.journal_end/1":
                    closed = True
                    if (line["lines"], line["sha256"]) != (row - 1, digest.hexdigest()):
                        raise ValueError("a line before it was changed, lost or added")
                elif schema == "tertib.seal/1":
                    seals.seals.append(seal_of(line))
                elif schema == "tertib.seal_head/1":
                    seals.head(line["seal"], line["case"], line["number"],
                               hexadecimal(line["hash"], 32))
                elif schema == "tertib.receipt/1":
                    receipts.append(receipt_of(line))
                digest.update(raw)
                continue
            digest.update(raw)
            line.pop("event", None)  # for people; nothing rests on it
            if set(line) != MEMBERS:
                raise ValueError("it isn't a line of tertib.journal/1")
            data, body, hash_ = line["data"], line["body"], line["hash"]
            yield (line["case"], line["number"], hexadecimal(data),
                   None if body is None else hexadecimal(body), hexadecimal(hash_))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Unreadable(f"line {row}: {error}") from error


def rows_of_store(path, seals=None, receipts=None):
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as store:
        store.execute("BEGIN")  # all queries see one state of it
        query = """SELECT case_id, number, e.data, b.bytes, e.hash FROM events AS e
                   LEFT JOIN bodies AS b USING (case_id, number) ORDER BY case_id, number"""
        for case, number, data, body, hash_ in store.execute(query):
            blobs = [blob if isinstance(blob, bytes) else b"" for blob in (data, body, hash_)]
            yield case, number, blobs[0], None if body is None else blobs[1], blobs[2]
        yield from store.execute("""SELECT case_id, number, NULL, NULL, NULL FROM bodies
            WHERE (case_id, number) NOT IN (SELECT case_id, number FROM events)""")
        tables = {name for name, in store.execute("SELECT name FROM sqlite_schema")}
        if seals is not None and "seals" in tables:
            seals.seals += [dict(zip(SEAL, row)) for row in store.execute(
                f"SELECT {', '.join(SEAL)} FROM seals ORDER BY number")]
            for head in store.execute("""SELECT seal, case_id, number, hash FROM seal_heads
                                         ORDER BY seal, case_id"""):
                seals.head(*head)
        if receipts is not None and "keys" in tables:
            receipts += store.execute("SELECT case_id, first, last, hash, key FROM keys")


def bad_receipts(cases, receipts):
    for name, first, last, hash_, key in receipts:
        case = cases.get(name)
        if case and case.broken and last >= case.broken[0]:
            continue  # told already
        hashes = case.hashes if case else []
        if not 1 <= first <= last <= len(hashes) or hashes[last - 1] != hash_:
            yield f"key {json.dumps(key)}: no event of case {json.dumps(name)} is what it was answered"


def verify(rows):
    cases = {}
    for name, number, data, body, hash_ in rows:
        if not isinstance(name, str) or type(number) is not int:
            raise Unreadable(f"case {name!r}, event {number!r}: no text and whole number")
        case = cases.setdefault(name, Case(name))
        if data is None:
            case.stray.append(number)
        else:
            case.add(number, data, body, hash_)
    return cases


def open_rows(name, seals, receipts):
    if name == "-":
        return rows_of_export(sys.stdin.buffer, seals, receipts)
    path = pathlib.Path(name)
    with path.open("rb") as file:
        if file.read(16) == b"SQLite format 3\x00":
            return rows_of_store(path, seals, receipts)
    return rows_of_export(path.open("rb"), seals, receipts)


def read_seal(name):
    try:
        line = json.loads(pathlib.Path(name).read_bytes())
        if line.pop("schema") != "tertib.seal/1":
            raise ValueError("it isn't a seal of tertib.seal/1")
        return seal_of(line)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Unreadable(f"{name}: {error}") from error


def arguments_of(arguments):
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--heads", action="store_true")
    parser.add_argument("--no-bodies", action="store_true")
    parser.add_argument("--seal", action="append", default=[])
    parser.add_argument("file")
    return parser.parse_args(arguments)


def main(arguments):
    asked, seals, receipts = arguments_of(arguments), Seals(), []
    try:
        kept = [read_seal(name) for name in asked.seal]
        cases = verify(open_rows(asked.file, seals, receipts))
        seals.compare_cases(cases)
        wrong = seals.verify(kept)
    except (Unreadable, OSError, sqlite3.Error, TypeError, AttributeError, OverflowError) as error:
        print(f"{asked.file}: {error}", file=sys.stderr)
        return 3
    wrong += bad_receipts(cases, receipts)
    found = [(case.name, case.first_bad(not asked.no_bodies)) for case in cases.values()]
    bad = [(name, first) for name, first in found if first]
    for name, (number, reason) in bad:
        print(f"case {json.dumps(name)}, event {number}: {reason}")
    print(*wrong, sep="\n", end="\n" if wrong else "")
    if asked.heads:
        for case in cases.values():
            print(f"case {json.dumps(case.name)}, {case.number} events: {case.head.hex()}")
    office = cases.pop(OFFICE_NAME, None)
    if seals.seals:
        print(f"{len(seals.seals)} seals")
    print(f"{len(cases)} cases{' and the office' if office else ''}, {len(bad)} of them don't hold")
    return 1 if bad or wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
