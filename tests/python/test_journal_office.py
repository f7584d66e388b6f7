# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The office's chain: docs/journal.md, the verifier that was written from it, and what the library
writes, agree."""

import re

import pytest

from test_journal import (PAGE, as_lines, body_of, chain, data_of, first, found, number, run,
                          sample_rows, small_case, text, verifier)


def office_chain():
    """Five events of the office: the body of the first was erased by the last."""
    bodies = [body_of(f"@{at}", text(1, "Ani"), text(2, "Budi"), text(3, "ya")) for at in range(6)]
    name = "@office"
    return chain([
        (name, data_of(name, 1, 101, text(28, "Kadis"), number(101, 3), text(102, "800/1"),
                       number(103, 20213), number(104, 20217), body=bodies[1]), None),
        (name, data_of(name, 2, 102, number(37, 1), number(104, 20215), body=bodies[2]), bodies[2]),
        (name, data_of(name, 3, 103, text(18, "aa"), text(106, "62"), text(107, "Izin")), None),
        (name, data_of(name, 4, 104, text(18, "aa"), number(103, -1), number(108, 1)), None),
        (name, data_of(name, 5, 107, text(22, "UU PDP"), number(37, 1), body=bodies[5]), bodies[5]),
    ])


def test_an_office_made_from_the_page_alone_holds():
    assert found(small_case("K-1") + office_chain()) == {}
    assert run("-", data=as_lines(small_case() + office_chain()).encode()) == (
        0, "1 cases and the office, 0 of them don't hold\n")


def test_an_office_of_the_library_holds():
    rows = [row for row in sample_rows() if row[0] == "@office"]
    assert len(rows) == 10 and rows[0][3] is None, "the first one is erased"
    assert found(rows) == {}


def test_every_byte_of_the_office_that_is_flipped_is_found_where_it_is():
    rows = office_chain()
    for row in rows:
        for column in (2, 3, 4):
            for at in range(len(row[column] or b"")):
                right = row[column]
                row[column] = right[:at] + bytes([right[at] ^ 1 << at % 8]) + right[at + 1:]
                assert first(rows) == row[1], (row[1], column, at)
                row[column] = right


def test_a_name_of_the_office_that_is_gone_without_a_word_is_found():
    rows = office_chain()
    rows[1][3] = None
    assert found(rows) == {"@office": (2, "its body is missing, and no event erased it")}
    assert first(office_chain()[:4]) == 1, "the event that announces it was cut off"


def test_the_verifier_knows_the_fields_of_the_office():
    table = PAGE.split("### The fields of the office's `data`")[1].split("Kinds of the office's")[0]
    rows = dict(re.findall(r"^\| (\d+) \| [^|]+ \| ([^|]+) \|", table, re.M))
    kinds, _, lists = verifier.OFFICE
    shared = {1, 2, 3, 4, 5, 6, 7, 8, 9}
    assert set(map(int, rows)) == set(kinds) - shared and not lists
    for at in kinds:
        if at in shared - {3} or at in verifier.EVENT[0]:
            assert at == 3 or kinds[at] == verifier.EVENT[0][at], "it means the same in both"
        if str(at) in rows:
            assert (rows[str(at)] == "text") == (kinds[at] == verifier.TEXT)


MALFORMED_OFFICE = {
    "a case's kind": data_of("@office", 1, 1),
    "a case's field": data_of("@office", 1, 101, text(10, "1")),
    "no post": data_of("@office", 1, 101, number(101, 6)),
    "a day before 1970": data_of("@office", 1, 101, number(103, -2)),
    "a day after 2200": data_of("@office", 1, 101, number(104, 84371)),
    "not late": data_of("@office", 1, 101, number(108, 0)),
    "an unknown field": data_of("@office", 1, 101, text(109, "x")),
    "a case": data_of("K", 1, 101),
}


@pytest.mark.parametrize("data", MALFORMED_OFFICE.values(), ids=MALFORMED_OFFICE)
def test_data_of_the_office_that_is_not_as_the_page_says_is_found(data):
    assert first(chain([("@office", data, None)])) == 1


def test_the_office_is_no_case():
    assert first(chain([("K", data_of("K", 1, 101), None)])) == 1
    note = body_of("x", text(5, "catatan"))
    assert first(chain([("@office", data_of("@office", 1, 107, body=note), note)])) == 1
    assert first(chain([("K", data_of("K", 1, 11, body=note), note)])) is None
