# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Calendars, deadlines one at a time, lateness and plans."""

import copy
import csv
import dataclasses
import datetime
import json
import pathlib
import pickle

import pytest
import tertib

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIB = datetime.timezone(datetime.timedelta(hours=7))
MONDAY = datetime.date(2025, 5, 5)
WAISAK = datetime.date(2025, 5, 12)
OWN = {"schema": "tertib.calendar/1", "name": "kami", "version": "1", "base": "id5",
       "facts": [{"layer": "unit", "kind": "libur", "first": "2025-05-05", "last": "2025-05-05",
                  "name": "Hari jadi kota", "source": "SE 1/2025"}]}
TABLE = ("Nama SOP\tMenelaah Berkas\n\n"
         "No\tUraian\tPelaksana\t\tMutu Baku\t\t\tKeterangan\n"
         "\t\tKadis\tStaf\tKelengkapan\tWaktu\tProduk\t\n"
         "1.\tMenerima berkas\t\t●\tBerkas\t15 Menit per berkas\tTanda terima\t\n"
         "2.\tMenelaah berkas\t●\t\tTanda terima\t1 Hari\tTelaahan\t\n").encode()


def wib(*parts):
    return datetime.datetime(*parts, tzinfo=WIB)


def worked_examples():
    with open(ROOT / "tests" / "data" / "golden_deadlines.csv", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def id5():
    return tertib.Calendar("id5")


# --- calendars ------------------------------------------------------------------------------------

def test_a_calendar_tells_what_it_is():
    calendar = tertib.Calendar("id5@2023-06-10+09")
    assert calendar.name == "id5" and calendar.label == "id5@2023-06-10+09"
    assert calendar.known_on == datetime.date(2023, 6, 10)
    assert calendar.zone == datetime.timezone(datetime.timedelta(hours=9))
    assert len(calendar.digest) == 64 and calendar.version
    assert "id5@2023-06-10+09" in repr(calendar)
    assert tertib.Calendar().known_on is None


def test_a_day_has_its_hours(id5):
    def hours(*pair):
        return tuple(datetime.timedelta(hours=each) for each in pair)

    assert id5.is_working_day(MONDAY) and not id5.is_working_day(WAISAK)
    assert id5.hours(MONDAY) == (hours(7.5, 12), hours(13, 16))
    assert id5.hours("2025-05-12") == ()
    for wrong in ("2025-02-29", datetime.date(1969, 12, 31), datetime.date(2201, 1, 1)):
        with pytest.raises(tertib.Error) as caught:
            id5.is_working_day(wrong)
        assert caught.value.code == "argument"
    for wrong in (datetime.datetime(2025, 5, 5), None, 20250505):
        with pytest.raises(TypeError):
            id5.hours(wrong)


def test_working_time_between_is_exact(id5):
    begin, end = "2025-05-05T11:30", wib(2025, 5, 5, 13, 30)
    assert id5.between(begin, end) == datetime.timedelta(hours=1)
    assert id5.between(end, begin) == -datetime.timedelta(hours=1)
    with pytest.raises(tertib.Error):
        id5.between(datetime.datetime(1900, 1, 1), end)


def test_calendars_are_derived_compared_and_kept(id5):
    then = id5.as_known_on("2023-06-10")
    assert then == tertib.Calendar("id5@2023-06-10") != id5
    assert hash(then) == hash(tertib.Calendar("id5").as_known_on(datetime.date(2023, 6, 10)))
    assert id5.in_zone(datetime.timedelta(hours=9)).label == "id5+09"
    assert id5.in_zone(WIB) == id5
    with pytest.raises(tertib.Error):
        id5.in_zone(datetime.timedelta(seconds=30))
    for calendar in (id5, then, id5.in_zone(datetime.timedelta(hours=8))):
        again = pickle.loads(pickle.dumps(calendar))
        assert again == calendar and again.label == calendar.label
        assert copy.deepcopy(calendar) == calendar
    assert id5 != "id5"
    with pytest.raises(AttributeError):
        id5.name = "lain"


def test_an_office_has_a_calendar_of_its_own(tmp_path, id5):
    own = tertib.Calendar.from_json(OWN)
    assert not own.is_working_day(MONDAY)
    assert [change.date for change in id5.diff(own)] == [MONDAY]
    change, = id5.diff(own, "2025-05-01", datetime.date(2025, 5, 31))
    assert change.before.hours and not change.after.hours
    assert change.after.decided_by.name == "Hari jadi kota"
    path = tmp_path / "kami.json"
    path.write_text(json.dumps(OWN), "utf-8")
    assert tertib.Calendar(path) == tertib.Calendar(str(path)) == own
    known = tertib.Calendar(f"{path}@2023-06-10+09")
    assert known == own.as_known_on("2023-06-10").in_zone(datetime.timedelta(hours=9))
    assert tertib.deadline("2025-05-02T10:00", "1 Hari", path) == wib(2025, 5, 6, 16)


def test_wrong_calendars_are_refused(tmp_path):
    with pytest.raises(tertib.Error, match="contoh6, id5, jabar5"):
        tertib.Calendar("tidak-ada")
    with pytest.raises(FileNotFoundError):
        tertib.Calendar(tmp_path / "tidak-ada.json")
    with pytest.raises(tertib.Error) as caught:
        tertib.Calendar.from_json("[]")
    assert caught.value.code == "format"
    (tmp_path / "x.json").write_bytes(b"\xff")
    with pytest.raises((tertib.Error, UnicodeDecodeError)):
        tertib.Calendar(tmp_path / "x.json")
    for wrong in (None, 5, b"id5"):
        with pytest.raises(TypeError):
            tertib.Calendar(wrong)


def test_a_year_hangs_on_the_wall(id5):
    year = id5.year(2025)
    assert [month.month for month in year.months] == list(range(1, 13))
    assert year.working_days == sum(month.working_days for month in year.months)
    assert year.work == sum((month.work for month in year.months), datetime.timedelta())
    waisak = next(each for each in year.special if each.first <= WAISAK <= each.last)
    assert "Waisak" in waisak.day.decided_by.name and waisak.day.decided_by.source
    assert year.findings == () or year.findings[0].message()
    assert any(each.code == "CAL-COVERAGE" for each in id5.year(2150).findings)
    with pytest.raises(tertib.Error):
        id5.year(2201)


# --- deadlines ------------------------------------------------------------------------------------

@pytest.mark.parametrize("row", worked_examples(), ids=lambda row: f"{row['waktu']} {row['start']}")
def test_worked_examples_come_out(row):
    wanted = datetime.datetime.fromisoformat(row["deadline"]) if row["deadline"] else None
    asked = row["start"], row["waktu"], row["calendar"]
    due = tertib.deadline(*asked)
    assert due == wanted
    assert wanted is None or due.utcoffset() == wanted.utcoffset()
    assert tertib.explain(*asked).deadline == wanted
    if "{" not in row["waktu"]:
        assert tertib.deadlines([row["start"]], *asked[1:]) == [wanted]


def test_a_start_is_a_datetime_a_date_or_a_text(id5):
    wanted = wib(2025, 5, 6, 16)
    utc = datetime.datetime(2025, 5, 5, 3, tzinfo=datetime.timezone.utc)
    for start in (wib(2025, 5, 5, 10), utc, datetime.datetime(2025, 5, 5, 10), MONDAY,
                  "2025-05-05", "2025-05-05 10:00"):
        assert tertib.deadline(start, "1 Hari", id5) == wanted
    early = datetime.datetime(2025, 5, 5, 10, 0, 0, 1)
    assert tertib.deadline(early, "1 Menit") == wib(2025, 5, 5, 10, 1, 0, 1)
    assert tertib.deadline("2025-05-05T10:00", "1 Menit", "id5+09").isoformat() == \
        "2025-05-05T10:01:00+09:00"
    assert tertib.deadline(datetime.date(2200, 12, 30), "1 Menit") is not None
    for wrong in (None, 0, 1.5, b"2025-05-05"):
        with pytest.raises(TypeError):
            tertib.deadline(wrong, "1 Hari")
    with pytest.raises(tertib.Error, match="kemarin"):
        tertib.deadline("kemarin", "1 Hari")


def test_a_waktu_that_names_no_time_has_no_deadline():
    for waktu in ("Sesuai Kebutuhan", "-", ""):
        assert tertib.deadline("2025-05-05", waktu) is None
        assert tertib.explain("2025-05-05", waktu).deadline is None
        assert tertib.lateness("2025-05-05", waktu, "2025-06-05").verdict == "not_applicable"
        assert tertib.lateness("2025-05-05", waktu, "2025-06-05").late is None


def test_items_stops_and_bounds_count():
    start = "2025-05-05T08:00"
    assert tertib.deadline(start, "15 Menit per berkas", items=4) == wib(2025, 5, 5, 9)
    assert tertib.deadline(start, "15 Menit per berkas [4 berkas]") == wib(2025, 5, 5, 9)
    stop = ("2025-05-05T15:30", datetime.datetime(2025, 5, 7, 10))
    assert tertib.deadline("2025-05-05T15:00", "180 Menit", stops=[stop]) == wib(2025, 5, 7, 13, 30)
    assert tertib.explain(start, "1-3 Hari", bound="lower").deadline == wib(2025, 5, 6, 16)
    with pytest.raises(tertib.Error, match="per berkas"):
        tertib.deadline(start, "15 Menit per berkas")
    with pytest.raises(tertib.Error):
        tertib.deadline(start, "1 Hari", stops=[stop[::-1]])
    with pytest.raises(tertib.Error):
        tertib.explain(start, "1 Hari", bound="middle")


def test_outside_the_calendars_days_a_deadline_is_an_error_and_never_wrong():
    for start, waktu in [(datetime.datetime(1, 1, 1), "1 Hari"),
                         (datetime.datetime(9999, 12, 31), "1 Menit"),
                         ("2200-12-31T20:00", "1 Menit"), ("2025-05-05", "900 Tahun")]:
        with pytest.raises(tertib.Error) as caught:
            tertib.deadline(start, waktu)
        assert caught.value.code == "argument"
        if isinstance(start, datetime.datetime):
            assert tertib.deadlines([start], waktu) == [None]


def test_a_deadline_explains_itself():
    told = tertib.explain("2025-05-09T16:00", "3 Hari Kerja")
    assert told.deadline == wib(2025, 5, 16, 16, 30) and told.start == wib(2025, 5, 9, 16)
    days = {each.date: each for each in told.days}
    assert days[WAISAK].reason == "libur" and "Waisak" in days[WAISAK].name
    assert days[WAISAK].source and days[WAISAK].hours == () and days[WAISAK].number is None
    assert days[datetime.date(2025, 5, 13)].reason == "cuti_bersama"
    assert days[datetime.date(2025, 5, 14)].number == 1
    assert told.left_out == 0 and told.waktu.text == "3 Hari Kerja"
    assert len(told.lines()) == len(told.lines("en")) == len(told.days)
    assert "Waisak" in told.paragraph() and told.paragraph("en") != told.paragraph()
    with pytest.raises(ValueError):
        told.paragraph("nl")
    assert told.to_dict()["schema"] == "tertib.deadline/1" and json.loads(told.to_json())
    assert told.calendar.name == "id5"
    again = pickle.loads(pickle.dumps(told))
    assert again == told and hash(again) == hash(told) and again.lines() == told.lines()
    assert "3 Hari Kerja" in repr(told)


def test_minutes_are_counted_by_the_day():
    told = tertib.explain("2025-05-05T15:59:30.5", "90 Menit")
    assert told.deadline == wib(2025, 5, 6, 8, 59, 30, 500_000)
    assert told.days[0].counted == datetime.timedelta(seconds=29.5)
    assert sum((each.counted for each in told.days), datetime.timedelta()) == \
        datetime.timedelta(minutes=90)


def test_what_an_answer_rests_on_is_told():
    told = tertib.explain("2150-05-05", "1 Hari")
    assert "CAL-COVERAGE" in {each.code for each in told.findings}
    assert all(each.message("en") for each in told.findings)


# --- lateness -------------------------------------------------------------------------------------

def test_lateness_is_in_days_and_working_time():
    late = tertib.lateness("2025-05-05T08:00", "1 Hari", "2025-05-07T08:30")
    assert late.verdict == "late" and late.late is True and late.deadline == wib(2025, 5, 6, 16)
    assert late.least_days == late.most_days == 1
    assert late.least == late.most == datetime.timedelta(hours=1)
    assert pickle.loads(pickle.dumps(late)) == late


def test_what_is_known_only_to_the_day_may_be_undecidable():
    asked = "2025-05-05T08:00", "60 Menit"
    assert tertib.lateness(*asked, MONDAY).verdict == "undecidable"
    assert tertib.lateness(*asked, "2025-05-05").late is None
    assert tertib.lateness(*asked, "2025-05-05T09:00").verdict == "on_time"
    assert tertib.lateness(*asked, datetime.date(2025, 5, 6)).verdict == "late"
    assert tertib.lateness(*asked, "2025-05-05T09:00").least_days is None


def test_a_day_may_end_at_closing_time():
    asked = "2025-05-05T08:00", "1 Hari", "2025-05-06T20:00"
    evening = tertib.lateness(*asked)
    assert evening.verdict == "on_time" and [each.code for each in evening.findings] == \
        ["AFTER-CLOSING"]
    assert evening.findings[0].message()
    assert tertib.lateness(*asked, day_end="closing").late
    with pytest.raises(tertib.Error):
        tertib.lateness(*asked, day_end="never")


# --- plans ----------------------------------------------------------------------------------------

def test_a_plan_tells_when_a_case_is_finished():
    plan = tertib.read(TABLE).plan("2025-05-05T08:00", items=4)
    assert plan.start == wib(2025, 5, 5, 8) and plan.calendar == "id5" and plan.rounds == 1
    assert plan.main.finish == wib(2025, 5, 6, 16)
    assert plan.best.finish <= plan.main.finish <= plan.worst.finish
    first, second = plan.main.visits
    assert (first.step, first.earliest_finish) == ("1", wib(2025, 5, 5, 9))
    assert plan.main.of_step("2") == (second,) and second.slack == datetime.timedelta(hours=6)
    assert plan.main.critical_path == (0, 1)
    assert plan.main.work == datetime.timedelta(minutes=870)
    assert plan.likely == plan.latest == datetime.date(2025, 5, 6)
    assert plan.receipt and plan.receipt.en != plan.receipt
    loads = {each.pelaksana: each for each in plan.load}
    assert loads["Staf"].alone == datetime.timedelta(hours=1)
    assert plan.to_dict()["schema"] == "tertib.plan/1"
    assert pickle.loads(pickle.dumps(plan)) == plan and hash(plan)
    with pytest.raises(dataclasses.FrozenInstanceError):
        plan.rounds = 2


def test_a_plan_takes_items_by_step_and_refuses_what_it_can_not_mean():
    sop = tertib.read(TABLE)
    whole = sop.plan(wib(2025, 5, 5, 8), tertib.Calendar("contoh6"), items={1: 8}, rounds=2)
    assert whole.main.of_step("1")[0].earliest_finish == wib(2025, 5, 5, 10)
    for wrong in ({}, {"items": 4, "outcomes": {"1": "Ya"}}, {"items": {"9": 1}},
                  {"items": 4, "outcomes": {"9": ["Ya", "Tidak"]}}):
        with pytest.raises(tertib.Error) as caught:
            sop.plan("2025-05-05T08:00", **wrong)
        assert caught.value.code == "argument"
