# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The verbs deadline and calendar as scripts and people meet them."""

import csv
import io
import json
import os

import pytest
from test_command import BINARY, ROOT, answer, run, validate

pytestmark = pytest.mark.skipif(not os.path.exists(BINARY),
                                reason="the command isn't built; TERTIB_BIN names it")

GOLDEN = [ROOT / "tests" / "data" / "golden_deadlines.csv",
          ROOT.parent / "shared" / "data" / "time" / "golden_deadlines.csv"]


def batch(text, *arguments, exits=0):
    done = run("deadline", "--batch", "-", *arguments, data=text.encode())
    assert done.returncode == exits, done.stderr.decode()
    return list(csv.DictReader(io.StringIO(done.stdout.decode())))


@pytest.mark.parametrize("path", GOLDEN, ids=["own", "shared"])
def test_the_worked_examples_come_out_of_a_batch(path):
    if not path.exists():
        pytest.skip(f"{path.name} isn't there")
    rows = list(csv.DictReader(path.read_text("utf-8").splitlines()))
    out = io.StringIO()
    writer = csv.DictWriter(out, [name for name in rows[0] if name != "deadline"])
    writer.writeheader()
    writer.writerows({key: row[key] for key in writer.fieldnames} for row in rows)
    answers = batch(out.getvalue())
    assert len(answers) == len(rows) > 20
    for row, computed in zip(rows, answers):
        assert computed["deadline"] == row["deadline"], row
        assert bool(computed["error"]) == (not row["deadline"])
        assert computed.get("note") == row.get("note")


def test_a_batch_keeps_other_columns_and_says_what_it_cannot_compute():
    rows = batch('berkas,start,waktu,ket\r\n'
                 'A-1,2025-05-05T08:00,"180 Menit","ada, koma"\r\n'
                 'A-2,kemarin,180 Menit,\r\n'
                 'A-3,2025-05-05T08:00,Sesuai Kontrak,"kata ""kutip"""\r\n'
                 'A-4,2025-05-05T08:00,15 Menit per berkas\r\n'
                 'A-5,2025-05-05T08:00,15 Menit per berkas [4 berkas],x\r\n', exits=1)
    assert [row["berkas"] for row in rows] == ["A-1", "A-2", "A-3", "A-4", "A-5"]
    assert rows[0]["deadline"] == "2025-05-05T11:00:00+07:00"
    assert rows[0]["ket"] == "ada, koma" and rows[2]["ket"] == 'kata "kutip"'
    assert [bool(row["deadline"]) for row in rows] == [True, False, False, False, True]
    assert [bool(row["error"]) for row in rows] == [False, True, True, True, False]
    assert rows[4]["deadline"] == "2025-05-05T09:00:00+07:00"


def test_a_waktu_that_names_no_time_is_no_failure_of_a_batch():
    rows = batch("start,waktu\n2025-05-05T08:00,-\n")
    assert rows[0]["deadline"] == "" and rows[0]["error"]


def test_a_row_may_name_its_own_calendar():
    rows = batch("start,waktu,calendar\n2025-05-08T15:00+09:00,2 Jam,id5+09\n"
                 "2025-05-09T11:00,60 Menit,contoh6\n2025-05-09T11:00,60 Menit,\n"
                 "2025-05-09T11:00,60 Menit,tidak-ada\n", exits=1)
    assert [row["deadline"] for row in rows] == ["2025-05-09T08:30:00+09:00",
                                                 "2025-05-10T08:00:00+07:00",
                                                 "2025-05-09T13:30:00+07:00", ""]
    assert "tidak-ada" in rows[3]["error"]


@pytest.mark.parametrize("text, told", [
    ("", "kosong"),
    ("mulai,waktu\n1,2\n", "start"),
    ("start,waktu,deadline\n1,2,3\n", "deadline"),
    ('start,waktu\n"2025-05-05,3 Hari\n', "kutip"),
])
def test_a_csv_that_is_none_is_refused_with_what_to_do(text, told):
    done = run("deadline", "--batch", "-", data=text.encode())
    assert done.returncode == 3
    assert told in done.stderr.decode()


def test_a_long_batch_is_written_whole(tmp_path):
    lines = ["start,waktu"] + [f"2025-05-{1 + i % 28:02d}T08:00:{i % 60:02d},{i % 500} Menit"
                              for i in range(50_000)]
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("\n".join(lines), "utf-8")  # without a last line end
    assert run("deadline", "--batch", source, "-o", target).returncode == 0
    rows = list(csv.DictReader(target.read_text("utf-8").splitlines()))
    assert len(rows) == 50_000
    assert all(row["deadline"] for row in rows)


def test_a_deadline_is_the_first_line_and_names_its_calendar():
    done = run("deadline", "--from", "2025-05-08T15:00", "--waktu", "1 Hari")
    assert done.returncode == 0
    lines = done.stdout.decode().splitlines()
    assert lines[0] == "2025-05-09T16:30:00+07:00"
    assert any("id5" in line and "--calendar" in line for line in lines)


def test_a_deadline_can_be_explained_day_by_day_in_both_languages():
    call = ["deadline", "--from", "2025-05-09T16:00", "--waktu", "1 jam 30 menit", "--explain"]
    indonesian, english = run(*call).stdout.decode(), run(*call, "--lang", "en").stdout.decode()
    assert "Senin, 12 Mei 2025" in indonesian and "Waisak" in indonesian
    assert "Monday, 12 May 2025" in english and "Waisak" in english


def test_the_json_of_a_deadline_fits_its_schema():
    plain = answer("deadline", "--from", "2025-05-05T15:00", "--waktu", "180 Menit",
                   "--stop", "2025-05-05T15:30/2025-05-07T10:00")
    validate("deadline", plain)
    assert plain["deadline"] == "2025-05-07T13:30:00+07:00"
    assert "days" not in plain and plain["direction"] == "forward"
    back = answer("deadline", "--from", "2025-05-14T09:00", "--waktu", "-90 Menit")
    validate("deadline", back)
    assert (back["deadline"], back["direction"]) == ("2025-05-14T07:30:00+07:00", "backward")
    told = answer("deadline", "--from", "2025-05-08T15:00", "--waktu", "3 Hari", "--explain")
    validate("deadline", told)
    assert [day["date"] for day in told["days"]][0] == "2025-05-08"
    validate("deadline", answer("deadline", "--from", "2025-05-08", "--waktu", "Sesuai Kontrak"))


@pytest.mark.parametrize("arguments", [
    ["--from", "2025-05-05"],
    ["--waktu", "3 Hari"],
    ["--from", "kapan", "--waktu", "3 Hari"],
    ["--from", "2025-05-05", "--waktu", "3 Hari", "--calendar", "id9"],
    ["--from", "2025-05-05", "--waktu", "3 Hari", "--stop", "2025-05-06"],
    ["--from", "2025-05-05", "--waktu", "15 Menit per berkas"],
    ["--from", "2200-12-30", "--waktu", "300 Hari"],
    ["--batch", "x.csv", "--json"],
])
def test_a_deadline_that_is_asked_wrongly_is_a_wrong_call(arguments):
    done = run("deadline", *arguments)
    assert done.returncode == 2
    assert done.stdout == b"" and done.stderr


def test_a_year_is_shown_with_its_holidays_and_their_basis():
    shown = run("calendar", "show", "id5", "--year", "2025").stdout.decode()
    assert "Hari Raya Waisak (SKB 3 Menteri 2025)" in shown
    assert "Senin, 3 Maret 2025 – Kamis, 27 Maret" in shown and "08.00–12.00" in shown
    year = answer("calendar", "show", "id5", "--year", "2025")
    validate("calendar_year", year)
    assert len(year["months"]) == 12


def test_a_calendar_comes_out_as_json_and_goes_in_again(tmp_path):
    own = tmp_path / "kalender.json"
    done = run("calendar", "show", "jabar5", "--json", "-o", own)
    assert done.returncode == 0
    validate("calendar", json.loads(own.read_text("utf-8")))
    call = ["deadline", "--from", "2025-03-12T13:30", "--waktu", "60 Menit", "--calendar"]
    assert (run(*call, own).stdout.splitlines()[0] == run(*call, "jabar5").stdout.splitlines()[0]
            == b"2025-03-13T07:00:00+07:00")


def test_a_calendar_may_be_derived_from_a_built_in_one(tmp_path):
    own = tmp_path / "unit.json"
    own.write_text(json.dumps({
        "schema": "tertib.calendar/1", "name": "unit", "version": "1", "base": "id5",
        "facts": [{"layer": "unit", "kind": "libur", "first": "2025-05-06",
                   "name": "Pindah kantor", "source": "Pengumuman 1"}]}), "utf-8")
    diff = answer("calendar", "diff", "id5", own, "--year", "2025")
    validate("calendar_diff", diff)
    assert [change["date"] for change in diff["changes"]] == ["2025-05-06"]
    assert diff["changes"][0]["after"]["decided_by"]["name"] == "Pindah kantor"


def test_the_difference_of_two_states_of_a_calendar_is_the_cuti_bersama_added():
    diff = answer("calendar", "diff", "id5@2023-06-10", "id5", "--year", "2023")
    assert [change["date"] for change in diff["changes"]] == ["2023-06-28", "2023-06-30"]
    told = run("calendar", "diff", "id5@2023-06-10", "id5").stdout.decode()
    assert "Rabu, 28 Juni 2023" in told
    assert "Tidak ada hari" in run("calendar", "diff", "id5", "id5").stdout.decode()


def test_working_minutes_between_two_times():
    between = answer("calendar", "between", "--from", "2025-05-09T16:00",
                     "--to", "2025-05-14T08:30")
    validate("between", between)
    assert between["working_minutes"] == 90
    assert "90 menit kerja" in run("calendar", "between", "--from", "2025-05-09T16:00",
                                   "--to", "2025-05-14T08:30").stdout.decode()


@pytest.mark.parametrize("arguments, exits", [
    (["show", "id9"], 2), (["show", "id5", "--year", "1900"], 2), (["show", "./tidak-ada.json"], 3),
    (["diff", "id5"], 2), (["between", "--from", "2025-05-05", "--to", "2300-01-01"], 2), ([], 2),
])
def test_a_calendar_that_is_asked_wrongly_is_refused(arguments, exits):
    done = run("calendar", *arguments)
    assert done.returncode == exits
    assert done.stdout == b"" and done.stderr
