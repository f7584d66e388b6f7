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
DAY = (-1, 84370)
# Records: field → kind of value (a range is a number, a tuple with a dictionary a record); the
# fields that are always there; those that are lists.
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
OFFICE = (
    {1: TEXT, 2: BIG, 3: (101, 107), 4: TIME, 5: TIME, 6: HASH, 7: TEXT, 8: (1, 6), 9: TEXT,
     18: TEXT, 22: TEXT, 28: TEXT, 37: BIG, 101: (1, 5), 102: TEXT, 103: DAY, 104: DAY, 105: TEXT,
     106: TEXT, 107: TEXT, 108: YES},
    {1, 2, 3, 4, 5}, set())
BODY = ({field: TEXT for field in range(1, 8)}, set(), set())
OFFICE_BODY = ({field: TEXT for field in range(1, 4)}, set(), set())
ERASED, SALT, OFFICE_NAME, NO_HASH = (19, 107), 16, "@office", bytes(32)
EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)


class Unreadable(Exception):
    """What can't be read as a journal at all."""


def value_of(field, kind, value):
    if isinstance(kind[0], dict):
        return fields(value, kind)
    if kind in (TEXT, FREE):
        if 0 not in value and (value or kind == FREE):
            return value.decode("utf-8")
    elif kind == HASH:
        if len(value) == 32 and value != NO_HASH:
            return value
    elif len(value) == 8:
        number = int.from_bytes(value, "big", signed=True)
        if kind[0] <= number <= kind[1]:
            return number
    raise ValueError(f"field {field} isn't of its kind, or out of range")


def fields(data, record):
    """The fields of a record by number; the values of lists aren't kept."""
    kinds, always, lists = record
    found, last, at = {}, 0, 0
    while at < len(data):
        field, size = data[at], int.from_bytes(data[at + 1:at + 5], "big")
        at += 5
        if at + size > len(data):
            raise ValueError("it ends inside a field")
        if field not in kinds or field < last or (field == last and field not in lists):
            raise ValueError(f"field {field} is unknown, out of order or there twice")
        found[field] = value_of(field, kinds[field], data[at:at + size])
        last, at = field, at + size
    if always - set(found):
        raise ValueError(f"field {min(always - set(found))} is missing")
    return found


def versioned(data, record):
    if data[:1] != b"\x01":
        raise ValueError("it isn't in version 1 of the encoding")
    return fields(data[1:], record)


class Case:
    """A case's chain so far, up to the first event that breaks it."""

    def __init__(self, name):
        self.name, self.number, self.head = name, 0, NO_HASH
        self.hashes, self.sealed = [], []  # of its events; heads as (seal, number, hash)
        self.broken = None  # the number of the event and what is wrong
        self.bodies = {}    # number → whether the body is there, of those that commit to one
        self.erased = {}    # number → by which event
        self.stray = []     # numbers of bodies without an event

    def add(self, number, data, body, hash_, row=None):
        """`row`: the kind and the times that a store's table says, which its views show."""
        if not self.broken:
            try:
                self.link(number, data, body, hash_, row)
            except ValueError as bad:
                self.broken = (number, str(bad))

    def link(self, number, data, body, hash_, row):
        if number != self.number + 1:
            raise ValueError(f"event {self.number + 1} is next")
        if hashlib.sha256(self.head + data).digest() != hash_:
            raise ValueError("its hash isn't that of the hash before and its data")
        office = self.name == OFFICE_NAME
        event = versioned(data, OFFICE if office else EVENT)
        if (event[1], event[2]) != (self.name, number):
            raise ValueError(f"it says that it is event {event[2]} of case {event[1]}")
        if row not in (None, (event[3], event[4], event[5])):
            raise ValueError("its row says another kind or other times than its data")
        if body is not None:
            if hashlib.sha256(body).digest() != event.get(6):
                raise ValueError("its body isn't the one that it commits to")
            if not versioned(body[SALT:], OFFICE_BODY if office else BODY):
                raise ValueError("its body is empty")
        if 6 in event:
            self.bodies[number] = body is not None
        if event[3] in ERASED and event.get(37, number) < number:
            self.erased.setdefault(event[37], number)
        self.number, self.head = number, hash_
        self.hashes.append(hash_)

    def first_bad(self, bodies=True):
        bad = [self.broken] if self.broken else []
        for seal, number, hash_ in sorted(self.sealed):
            if number > self.number:
                bad.append((self.number + 1, f"it is missing: seal {seal} covers it"))
            elif self.hashes[number - 1] != hash_:
                bad.append((number, f"it isn't the event that seal {seal} covers"))
        if self.broken:
            return min(bad, key=lambda each: each[0])
        bad += [(number, "a body is there, but no such event") for number in self.stray]
        for number, there in self.bodies.items():
            by = self.erased.get(number)
            if there and by:
                bad.append((number, f"its body is there, though event {by} erased it"))
            if bodies and not there and not by:
                bad.append((number, "its body is missing, and no event erased it"))
        return min(bad, default=None)


class Seals:
    """The seals of a store, and what they are said to cover."""

    def __init__(self):
        self.seals, self.heads, self.bad = [], {}, []  # heads: seal → [(case, number, hash)]

    def head(self, seal, case, number, hash_):
        self.heads.setdefault(seal, []).append((case, number, hash_))

    def compare_cases(self, cases):
        """Tells the cases what is sealed of them; each seal covers more of a case than before."""
        for seal, heads in sorted(self.heads.items()):
            for name, number, hash_ in heads:
                case = cases.setdefault(name, Case(name))
                if number <= (case.sealed[-1][1] if case.sealed else 0):
                    self.bad.append(f"seal {seal}: it covers no more of case {name} than before")
                else:
                    case.sealed.append((seal, number, hash_))

    def digest(self, seal):
        def piece(field, value):
            value = value.to_bytes(8, "big", signed=True) if isinstance(value, int) else value
            return bytes([field]) + len(value).to_bytes(4, "big") + value

        said = [(2, seal["number"]), (3, seal["recorded"]), (4, seal["previous"]),
                (5, seal["cases"]), (6, seal["events"]), (7, seal["heads"])]
        heads = sorted((case.encode(), event, hash_)
                       for case, event, hash_ in self.heads.get(seal["number"], []))
        return hashlib.sha256(
            piece(1, b"tertib.seal/1")
            + b"".join(piece(*each) for each in said if each != (4, NO_HASH))
            + b"".join(piece(8, piece(1, case) + piece(2, event) + piece(3, hash_))
                       for case, event, hash_ in heads)).digest()

    def verify(self, kept):
        """What is wrong with the seals, a line each."""
        before = {"number": 0, "digest": NO_HASH, "recorded": LOW}
        covered, known = {}, {seal["number"]: seal for seal in self.seals}
        for seal in self.seals:
            at, heads = seal["number"], self.heads.get(seal["number"], [])
            covered |= {name: number for name, number, _ in heads}
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


def exactly(kind):
    def read(value):
        if type(value) is not kind or (kind is int and value < 0):
            raise ValueError(f"{value!r} isn't of type {kind.__name__}")
        return value
    return read


def octets(digits):
    if not re.fullmatch("([0-9a-f]{2})+", digits):
        raise ValueError("bytes are digits 0-9 a-f")
    return bytes.fromhex(digits)


def moment(text):
    when = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (when - EPOCH) // datetime.timedelta(microseconds=1)


STR, INT = exactly(str), exactly(int)
SEAL = {"number": INT, "recorded": moment, "cases": INT, "events": INT, "heads": INT,
        "previous": lambda digits: NO_HASH if digits is None else octets(digits), "digest": octets}
LINES = {  # of an export: what each member of a line of this schema is read by
    "tertib.journal/1": {"case": STR, "number": INT, "data": octets,
                         "body": lambda digits: None if digits is None else octets(digits),
                         "hash": octets},
    "tertib.document/1": {"kind": STR, "digest": STR, "json": STR},
    "tertib.receipt/1": {"key": STR, "case": STR, "first": INT, "last": INT, "hash": octets,
                         "asked": STR},
    "tertib.seal_head/1": {"seal": INT, "case": STR, "number": INT, "hash": octets},
    "tertib.seal/1": SEAL, "tertib.journal_end/1": {"lines": INT, "sha256": STR}}


def rows_of_export(lines, seals=None, receipts=None):
    """Events (case, number, data, body, hash); the rest goes to `seals` and `receipts`."""
    seals, receipts = seals or Seals(), [] if receipts is None else receipts
    digest, schema = hashlib.sha256(), None
    for at, text in enumerate(lines, 1):
        try:
            if schema == "tertib.journal_end/1":
                raise ValueError("something stands behind the end")
            line = json.loads(text)
            schema = line.pop("schema")
            if schema == "tertib.journal/1":
                line.pop("event", None)  # for people; nothing rests on it
            if set(line) != set(LINES[schema]):
                raise ValueError(f"it has other members than {schema}")
            line = {name: read(line[name]) for name, read in LINES[schema].items()}
            if schema == "tertib.journal/1":
                yield tuple(line.values())
            elif schema == "tertib.seal/1":
                seals.seals.append(line)
            elif schema == "tertib.seal_head/1":
                seals.head(*line.values())
            elif schema == "tertib.receipt/1":
                receipts.append(tuple(line.values())[:5])
            elif schema == "tertib.journal_end/1":
                if line != {"lines": at - 1, "sha256": digest.hexdigest()}:
                    raise ValueError("a line before it was changed, lost or added")
            digest.update(text if isinstance(text, bytes) else text.encode() + b"\n")
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Unreadable(f"line {at}: {error}") from error


def rows_of_store(path, seals=None, receipts=None):
    """The same from a store; of an event also what its row says beside its bytes."""
    seals, receipts = seals or Seals(), [] if receipts is None else receipts
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as store:
        store.execute("BEGIN")  # all queries see one state of it
        for case, number, data, body, hash_, *row in store.execute("""
                SELECT case_id, number, data, b.bytes, hash, kind, recorded, happened
                FROM events LEFT JOIN bodies AS b USING (case_id, number)
                ORDER BY case_id, number"""):
            data, given, hash_ = (blob if isinstance(blob, bytes) else b""
                                  for blob in (data, body, hash_))
            yield case, number, data, None if body is None else given, hash_, tuple(row)
        yield from store.execute("""SELECT case_id, number, NULL, NULL, NULL FROM bodies
            WHERE (case_id, number) NOT IN (SELECT case_id, number FROM events)""")
        seals.seals += [dict(zip(SEAL, row)) for row in store.execute(
            f"SELECT {', '.join(SEAL)} FROM seals ORDER BY number")]
        for head in store.execute("""SELECT seal, case_id, number, hash FROM seal_heads
                                     ORDER BY seal, case_id"""):
            seals.head(*head)
        receipts += store.execute("SELECT key, case_id, first, last, hash FROM keys")


def verify(rows):
    cases = {}
    for name, number, data, *rest in rows:
        if not isinstance(name, str) or type(number) is not int:
            raise Unreadable(f"case {name!r}, event {number!r}: no text and whole number")
        case = cases.setdefault(name, Case(name))
        if data is None:
            case.stray.append(number)
        else:
            case.add(number, data, *rest)
    return cases


def bad_receipts(cases, receipts):
    for key, name, first, last, hash_ in receipts:
        case = cases.get(name, Case(name))
        if case.broken and last >= case.broken[0]:
            continue  # told already
        if not 1 <= first <= last <= case.number or case.hashes[last - 1] != hash_:
            yield f"key {json.dumps(key)}: no event of case {json.dumps(name)} is its answer"


def rows_of(name, seals, receipts):
    if name == "-":
        return rows_of_export(sys.stdin.buffer, seals, receipts)
    file = pathlib.Path(name).open("rb")
    if file.read(16) == b"SQLite format 3\x00":
        file.close()
        return rows_of_store(pathlib.Path(name), seals, receipts)
    file.seek(0)
    return rows_of_export(file, seals, receipts)


def kept_seal(name):
    seals = Seals()
    if list(rows_of_export([pathlib.Path(name).read_bytes()], seals)) or not seals.seals:
        raise Unreadable(f"{name} is no seal")
    return seals.seals[0]


def main(arguments):
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--heads", action="store_true")
    parser.add_argument("--no-bodies", action="store_true")
    parser.add_argument("--seal", action="append", default=[])
    parser.add_argument("file")
    asked, seals, receipts = parser.parse_args(arguments), Seals(), []
    try:
        kept = [kept_seal(name) for name in asked.seal]
        cases = verify(rows_of(asked.file, seals, receipts))
        seals.compare_cases(cases)
        wrong = seals.verify(kept)
    except (Unreadable, OSError, sqlite3.Error, TypeError, AttributeError, OverflowError) as error:
        print(f"{asked.file}: {error}", file=sys.stderr)
        return 3
    wrong += bad_receipts(cases, receipts)
    found = {name: case.first_bad(not asked.no_bodies) for name, case in cases.items()}
    bad = [f"case {json.dumps(name)}, event {first[0]}: {first[1]}"
           for name, first in found.items() if first]
    heads = [f"case {json.dumps(name)}, {case.number} events: {case.head.hex()}"
             for name, case in cases.items() if asked.heads]
    for line in bad + wrong + heads:
        print(line)
    office = cases.pop(OFFICE_NAME, None)
    if seals.seals:
        print(f"{len(seals.seals)} seals")
    print(f"{len(cases)} cases{' and the office' if office else ''}, {len(bad)} of them don't hold")
    return 1 if bad or wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
