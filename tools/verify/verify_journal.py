#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Verifies a journal without tertib: Python's standard library only, written from docs/journal.md.

    verify_journal.py [--heads] FILE     FILE is a store, an export (JSON Lines), or - for stdin

Prints the first bad event of each case. Exit: 0 all holds, 1 something doesn't, 2 wrong usage,
3 FILE can't be read. --heads also prints each case with its last number and hash, to be compared
with those that were kept elsewhere."""
import hashlib
import json
import pathlib
import re
import sqlite3
import sys
from contextlib import closing

LOW, HIGH = -2**63, 2**63 - 1
TEXT, HASH = "text", "hash"
TIME, PLACE, COUNT, BIG, YES = (LOW, HIGH), (0, 2**32 - 1), (1, 2**32 - 1), (1, HIGH), (1, 1)
# Records: field → kind of value (a range is a number, a dictionary a record); the fields that are
# always there; those that are lists.
OPENED = ({1: TEXT, 2: COUNT, 3: PLACE, 4: TIME, 5: TIME}, {1, 2, 3, 4}, set())
PARKED = ({1: PLACE, 2: TIME}, {1, 2}, set())
DUE = ({1: TEXT, 2: COUNT, 3: TIME}, set(), set())
EVENT = (
    {1: TEXT, 2: BIG, 3: (1, 19), 4: TIME, 5: TIME, 6: HASH, 7: TEXT, 8: (1, 6), 9: TEXT, 10: TEXT,
     11: COUNT, 12: OPENED, 13: PARKED, 14: PLACE, 15: DUE, 16: YES, 17: YES, 18: TEXT, 19: TEXT,
     20: TEXT, 21: TEXT, 22: TEXT, 23: TEXT, 24: TEXT, 25: PLACE, 26: PLACE, 27: TEXT, 28: TEXT,
     29: YES, 30: YES, 31: YES, 32: YES, 33: YES, 34: TEXT, 35: BIG, 36: TEXT, 37: BIG},
    {1, 2, 3, 4, 5}, {12, 13, 14, 15, 25, 26})
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
    if kind == TEXT:
        if not value or 0 in value:
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

    def first_bad(self):
        if self.broken:
            return self.broken
        bad = [(number, "a body is there, but no such event") for number in self.stray]
        for number, there in self.bodies.items():
            by = self.erased.get(number)
            if there and by is not None:
                bad.append((number, f"its body is there, though event {by} erased it"))
            if not there and by is None:
                bad.append((number, "its body is missing, and no event erased it"))
        return min(bad, default=None)


def rows_of_export(lines):
    for row, text in enumerate(lines, 1):
        try:
            line = json.loads(text)
            line.pop("event", None)  # for people; nothing rests on it
            if line.pop("schema") != "tertib.journal/1" or set(line) != MEMBERS:
                raise ValueError("it isn't a line of tertib.journal/1")
            data, body, hash_ = line["data"], line["body"], line["hash"]
            for digits in (data, hash_) if body is None else (data, body, hash_):
                if not re.fullmatch("([0-9a-f]{2})+", digits):
                    raise ValueError("bytes are digits 0-9 a-f")
            yield (line["case"], line["number"], bytes.fromhex(data),
                   body and bytes.fromhex(body), bytes.fromhex(hash_))
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            raise Unreadable(f"line {row}: {error}") from error


def rows_of_store(path):
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as store:
        store.execute("BEGIN")  # both queries see one state of it
        query = """SELECT case_id, number, e.data, b.bytes, e.hash FROM events AS e
                   LEFT JOIN bodies AS b USING (case_id, number) ORDER BY case_id, number"""
        for case, number, data, body, hash_ in store.execute(query):
            blobs = [blob if isinstance(blob, bytes) else b"" for blob in (data, body, hash_)]
            yield case, number, blobs[0], None if body is None else blobs[1], blobs[2]
        yield from store.execute("""SELECT case_id, number, NULL, NULL, NULL FROM bodies
            WHERE (case_id, number) NOT IN (SELECT case_id, number FROM events)""")


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


def open_rows(name):
    if name == "-":
        return rows_of_export(sys.stdin.buffer)
    path = pathlib.Path(name)
    with path.open("rb") as file:
        if file.read(16) == b"SQLite format 3\x00":
            return rows_of_store(path)
    return rows_of_export(path.open("rb"))


def main(arguments):
    files = [argument for argument in arguments if argument != "--heads"]
    if len(files) != 1 or len(arguments) > 2:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        cases = verify(open_rows(files[0]))
    except (Unreadable, OSError, sqlite3.Error) as error:
        print(f"{files[0]}: {error}", file=sys.stderr)
        return 3
    bad = [(case.name, case.first_bad()) for case in cases.values() if case.first_bad()]
    for name, (number, reason) in bad:
        print(f"case {json.dumps(name)}, event {number}: {reason}")
    if "--heads" in arguments:
        for case in cases.values():
            print(f"case {json.dumps(case.name)}, {case.number} events: {case.head.hex()}")
    office = cases.pop(OFFICE_NAME, None)
    print(f"{len(cases)} cases{' and the office' if office else ''}, {len(bad)} of them don't hold")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
