# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""`tertib check`: what a log shows of how an SOP was kept."""

import json
import os
import pathlib
import subprocess

import jsonschema
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOP = ROOT / "examples" / "sop" / "laporan-kinerja.txt"
BINARY = os.environ.get("TERTIB_BIN") or str(ROOT / "build" / "bin" / "tertib")
SCHEMA = json.loads((ROOT / "docs" / "schema" / "check.json").read_text("utf-8"))

pytestmark = pytest.mark.skipif(
    not os.path.exists(BINARY) and not os.environ.get("TERTIB_BIN"),
    reason="the command isn't built; TERTIB_BIN names it")

STEPS = [
    ("Membentuk Tim Penilaian Kinerja PTSP dan PPB", "2025-05-05T08:00", "2025-05-05T10:00", "Dewi"),
    ("Melaksanakan sosialisasi proses Penilaian Kinerja PTSP dan PPB", "2025-05-05T10:00",
     "2025-05-05T11:30", "Ani"),
    ("3", "2025-05-06T08:00", "2025-05-20T10:00", "Ani"),
    ("4", "2025-05-21T08:00", "2025-05-21T10:00", "Budi"),
    ("5", "2025-05-22T08:00", "2025-05-26T10:00", "Budi"),
    ("6", "2025-05-27T08:00", "2025-05-27T14:00", "Budi"),
    ("7", "2025-05-28T08:00", "2025-05-28T15:00", "Ani"),
]
ASSIGN = [f"--assign={step}={post}" for step, post in
          zip("1234567", ["Kadis", "Urusan /Tim", "Urusan /Tim"] + ["Tim Urusan Datin"] * 3 +
              ["Urusan /Tim"])]
PEOPLE = {"schema": "tertib.map/1", "people": [
    {"person": "Dewi", "pelaksana": "Kadis"}, {"person": "Ani", "pelaksana": "Urusan /Tim"},
    {"person": "Budi", "pelaksana": "Tim Urusan Datin"}]}
TITLES = "Nomor Registrasi,Kegiatan,Tanggal Mulai,Tanggal Selesai,Petugas"


def rows_of(case, steps=None):
    return [",".join((case, *step)) for step in (STEPS if steps is None else steps)]


def changed(place, **what):
    steps = [list(step) for step in STEPS]
    for at, value in what.items():
        steps[place - 1][["activity", "start", "complete", "person"].index(at)] = value
    return steps


def csv_log(*rows):
    return ("\n".join([TITLES, *rows]) + "\n").encode()


CLEAN = csv_log(*rows_of("REG-1"), *rows_of("REG-2"))
DIRTY = csv_log(
    *rows_of("REG-1"),
    *rows_of("LATE", changed(7, complete="2025-06-12T15:00")),
    *rows_of("WRONG", changed(1, person="Budi")),
    *rows_of("MISSING", STEPS[:5] + STEPS[6:]),
    *rows_of("EXTRA", STEPS + [("Rapat koordinasi", "", "2025-05-28T15:30", "Ani")]),
    *rows_of("OPEN", STEPS[:3]))


def run(*arguments, data=b"", cwd=None):
    return subprocess.run([BINARY, "check", *map(str, arguments)], input=data, capture_output=True,
                          check=False, cwd=cwd, timeout=60,
                          env={"PATH": os.environ["PATH"], "COLUMNS": "120"})


@pytest.fixture(name="people")
def people_file(tmp_path):
    path = tmp_path / "people.json"
    path.write_text(json.dumps(PEOPLE), "utf-8")
    return path


def answer(people, data, *arguments, code=None):
    done = run(SOP, "-", *ASSIGN, "--people", people, "--now", "2025-07-31T16:00", "--json",
               *arguments, data=data)
    assert done.returncode in ((0, 1) if code is None else (code,)), done.stderr.decode()
    document = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    for check in document["checks"]:
        assert sum(check[verdict] for verdict in
                   ("violated", "undecidable", "satisfied", "not_applicable")) == document["cases"]
    return document


def violated(document):
    return {(row["case"], row["code"], row["step"]) for row in document["rows"]
            if row["verdict"] == "violated" and row["severity"] != "info"}


def test_a_clean_log_comes_out_clean(people):
    document = answer(people, CLEAN, code=0)
    assert violated(document) == set()
    assert document["cases"] == document["cases_in_order"] == document["cases_ended"] == 2
    assert document["events"] == 14
    states = {check["code"]: check["state"] for check in document["checks"]}
    assert states["PELAKSANA"] == states["LATE-STEP"] == "judged"
    assert states["FOUR-EYES"] == "off"
    assert states["INPUT-MISSING"] == "undecidable"


def test_each_deviation_of_a_dirty_log_is_found_and_nothing_else(people):
    document = answer(people, DIRTY, code=1)
    assert violated(document) == {
        ("LATE", "LATE-STEP", "7"), ("WRONG", "PELAKSANA", "1"), ("MISSING", "STEP-MISSING", "6"),
        ("EXTRA", "STEP-UNKNOWN", None), ("OPEN", "OVERDUE", "4")}
    late = next(row for row in document["rows"] if row["code"] == "LATE-STEP")
    assert (late["norm"], late["observed"], late["rows"]) == (
        "2 Hari", "2025-06-12T15:00:00+07:00", [15])
    assert late["late_days"] > 0 and late["legal_basis"] == ""
    cases = {case["case"]: case for case in document["case_table"]}
    assert cases["OPEN"]["end"] == "open" and "OVERDUE" in cases["OPEN"]["violated"]
    assert {"REG-1"} == {name for name, case in cases.items() if not case["violated"]
                         or set(case["violated"]) <= {"OUT-OF-HOURS", "LATE-PATH"}}


def test_people_are_shown_as_asked(people):
    def shown(how):
        rows = answer(people, DIRTY, "--show", how)["rows"]
        return next(row for row in rows if row["code"] == "PELAKSANA" and row["case"] == "WRONG")
    assert (shown("roles")["person"], shown("roles")["pelaksana"]) == ("", "Tim Urusan Datin")
    assert shown("names")["person"] == "Budi"
    assert shown("pseudonyms")["person"].startswith("P")
    assert b"Budi" not in run(SOP, "-", *ASSIGN, "--people", people, "--json", data=DIRTY).stdout


def test_the_report_is_the_same_on_any_number_of_threads(people):
    assert answer(people, DIRTY, "--threads", 1) == answer(people, DIRTY, "--threads", 3)


def test_cases_are_grouped_and_limited_to_days(people):
    document = answer(people, DIRTY, "--by", "month")
    assert [(each["label"], each["cases"]) for each in document["periods"]] == [
        ("2025-05", 4), ("2025-06", 1), ("2025-07", 1)]
    document = answer(people, DIRTY, "--from", "2025-06-01", "--to", "2025-06-30")
    assert {case["case"] for case in document["case_table"]} == {"LATE", "OPEN"}


def test_a_waiver_keeps_the_verdict_and_takes_away_the_exit_code(people, tmp_path):
    overlay = tmp_path / "overlay.json"
    done = subprocess.run([BINARY, "overlay", "init", str(SOP)], capture_output=True, check=True)
    document = json.loads(done.stdout)
    document["waivers"] = [{"code": "LATE-STEP", "cases": "LATE", "steps": ["7"],
                            "reason": "Aplikasi tidak dapat diakses", "by": "Sekretaris",
                            "nomor_surat": "S-1/2025"}]
    document["four_eyes"] = [{"steps": ["2", "3"], "basis": "Surat edaran"}]
    overlay.write_text(json.dumps({key: document[key] for key in
                                   ("schema", "sop_digest", "waivers", "four_eyes")}), "utf-8")
    log = csv_log(*rows_of("LATE", changed(7, complete="2025-06-12T15:00")))
    document = answer(people, log, "--overlay", overlay, code=1)
    row = next(row for row in document["rows"] if row["code"] == "LATE-STEP")
    assert row["verdict"] == "violated" and row["waived"]["by"] == "Sekretaris"
    assert [check for check in document["checks"] if check["code"] == "LATE-STEP"][0]["waived"] == 1
    assert ("LATE", "FOUR-EYES", "3") in violated(document)


def test_versions_are_chosen_by_day_and_guidance_must_be_named(people, tmp_path):
    old = csv_log(*[row.replace("2025-", "2022-") for row in rows_of("OLD")])
    document = answer(people, old, code=1)
    assert violated(document) == {("OLD", "NOT-IN-FORCE", None)}
    assert document["case_table"][0]["satisfied"] == []
    document = answer(people, old, "--guide", 1, code=1)
    assert "STEP-MISSING" in document["case_table"][0]["satisfied"]
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions" / "a.txt").write_bytes(SOP.read_bytes())
    done = run("--versions", tmp_path / "versions", "-", "--json", data=CLEAN)
    assert json.loads(done.stdout)["sops"][0]["nomor"] == "62/ 1687 / DATIN /2023"


def test_the_text_speaks_both_languages(people):
    done = run(SOP, "-", *ASSIGN, "--people", people, "--now", "2025-07-31T16:00", "--by",
               "quarter", data=DIRTY)
    text = done.stdout.decode()
    assert done.returncode == 1
    assert "14 dari 15 pemeriksaan" not in text and "pemeriksaan dapat dinilai" in text
    assert "LATE-STEP" in text and "kasus LATE, baris 15" in text
    assert "bukan penetapan akibat hukum" in text
    english = run(SOP, "-", *ASSIGN, "--lang", "en", data=DIRTY).stdout.decode()
    assert "checks could be judged" in english and "case LATE, row 15" in english


@pytest.mark.parametrize("arguments, code", [
    (["-"], 2), ([SOP, "-", "--known", "yesterday"], 2), ([SOP, "-", "--by", "week"], 2),
    ([SOP, "-", "--guide", "2"], 2), ([SOP, "-", "--now", "soon"], 2),
    ([SOP, "-", "--from", "May"], 2), ([SOP, "-", "--show", "all"], 2),
    ([SOP, "-", "--versions", "/no/such/folder"], 2), ([SOP, "-", "--service-waktu", "-"], 2),
    ([SOP, "/no/such/log.csv"], 3), (["/no/such/sop.txt", "-"], 3)])
def test_wrong_usage_and_unreadable_input_have_codes_of_their_own(arguments, code):
    done = run(*arguments, data=CLEAN)
    assert done.returncode == code, done.stderr.decode()
    assert done.stdout == b"" and done.stderr


def test_a_log_that_is_none_and_a_map_that_does_not_fit_are_refused(tmp_path):
    assert run(SOP, "-", data=b"\x00\x01\x02").returncode == 3
    path = tmp_path / "map.json"
    path.write_text(json.dumps({"schema": "tertib.map/1", "activities": {"Rapat": "99"}}), "utf-8")
    done = run(SOP, "-", "--map", path, data=CLEAN)
    assert done.returncode == 3 and "99" in done.stderr.decode()


def test_an_earlier_report_is_compared_with(people, tmp_path):
    earlier = tmp_path / "earlier.json"
    earlier.write_text(json.dumps(answer(people, DIRTY)), "utf-8")
    assert answer(people, DIRTY)["diff"] is None
    now = csv_log(*rows_of("REG-1"), *rows_of("LATE"), *rows_of("MISSING", STEPS[:5] + STEPS[6:]),
                  *rows_of("REG-9", changed(1, person="Budi")))
    diff = {(line["case"], line["code"], line["kind"], line["cause"])
            for line in answer(people, now, "--previous", earlier)["diff"]}
    assert {("LATE", "LATE-STEP", "mended", "log"), ("MISSING", "STEP-MISSING", "still", None),
            ("REG-9", "PELAKSANA", "appeared", "log")} <= diff
    text = run(SOP, "-", *ASSIGN, "--people", people, "--previous", earlier, data=now)
    assert "Perubahan sejak laporan sebelumnya" in text.stdout.decode()
    assert run(SOP, "-", "--previous", SOP, data=now).returncode == 3


def test_the_page_and_the_tables_are_printed_or_written(tmp_path):
    page = tmp_path / "laporan.html"
    done = run(SOP, *ASSIGN, "-", "--now", "2025-06-30T16:00", "--by", "month", "--html", "-o", page,
               data=DIRTY)
    assert done.returncode == 1 and not done.stdout
    text = page.read_text("utf-8")
    assert text.startswith("<!DOCTYPE html>") and text.endswith("</html>\n")
    assert "Apa yang perlu diputuskan" in text and "<script" not in text
    done = run(SOP, *ASSIGN, "-", "--now", "2025-06-30T16:00", "--csv", data=DIRTY)
    assert done.stdout.startswith(b"case,step,event_rows,code,")
    done = run(SOP, *ASSIGN, "-", "--csv", "--table", "monitoring", "--threshold", "90", data=DIRTY)
    assert b"ambang 90 %" in done.stdout


@pytest.mark.parametrize("arguments", [
    ("--csv", "--table", "x"), ("--table", "rows"), ("--html", "--csv"), ("--html", "--json"),
    ("--threshold", "101"), ("--html", "--previous", "x"), ("--csv", "--previous", "x")])
def test_wrong_wishes_for_the_report_are_wrong_usage(arguments):
    assert run(SOP, "-", *arguments, data=CLEAN).returncode == 2
