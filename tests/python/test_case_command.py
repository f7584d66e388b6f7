# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""`tertib case` and `worklist` as scripts and people meet them."""

import hashlib
import json
import re
import sqlite3

import jsonschema
import pytest

from case_office import ANI, BUDI, OVERLAY, ROWS, Office
from test_command import EXAMPLE, SCHEMAS, pytestmark, run, sop, width

__all__ = ["pytestmark"]


@pytest.fixture
def office(tmp_path):
    return Office(tmp_path)


@pytest.fixture
def running(office):
    office.start()
    return office


# --- a case from its start to its end -------------------------------------------------------------


def test_a_case_runs_from_its_start_to_its_end(office):
    receipt = office.start()["receipt"]
    assert (receipt["case"], receipt["first"], receipt["last"]) == ("K-1", 1, 1)
    assert office.do("claim", "1")["receipt"]["last"] == 2
    office.do("complete", "1", "--produk", "tanda terima")
    office.do("complete", "2#1", "--all-produk", "--result", "diterbitkan", who=BUDI)
    case = office.show()
    assert (case["status"], case["result"], case["events"]) == ("ended", "diterbitkan", 4)
    assert [step["produk"] for step in case["steps"]] == [["Tanda terima"], ["Surat"]]
    assert case["calendar"]["label"] == "id5"
    verified = json.loads(run("journal", "verify", office.store, "--json").stdout)
    jsonschema.Draft202012Validator(SCHEMAS["verification"]).validate(verified)
    assert (verified["holds"], verified["cases"], verified["events"]) == (True, 1, 4)


def test_start_says_what_it_registers_and_on_which_calendar(office):
    words = ["case", "start", office.document, *ANI, "--now", "2025-05-05T09:00"]
    first = office.call(*words, "--case", "K-1")
    assert "SOP didaftarkan: Menerbitkan Surat" in first.stderr.decode()
    assert "dipakai karena tidak ada yang disebut" in first.stderr.decode()
    assert "1#1" in first.stdout.decode() and "2025-05-05 09:15" in first.stdout.decode()
    second = office.call(*words, "--case", "K-2")
    assert "SOP didaftarkan" not in second.stderr.decode()
    assert "id5" in second.stderr.decode()
    third = office.call(*words, "--case", "K-3", "--calendar", "id5")
    assert third.stderr == b""


def test_moments_without_an_offset_are_in_the_zone_of_the_case(office):
    office.start("K-1", "--calendar", "id5+09")
    assert office.show()["started"] == "2025-05-05T09:00:00+09:00"
    office.do("claim", "1", now="2025-05-05T09:10")
    assert office.show()["recorded"] == "2025-05-05T09:10:00+09:00"
    assert office.refusal("release", "1", now="2025-05-05T09:09:59") == "NOW-BACKWARDS"
    office.do("release", "1", now="2025-05-05T07:10:00+07:00")
    text = office.call("case", "show", "K-1").stdout.decode()
    assert "2025-05-05 09:10 WIT" in text


def test_now_is_the_clock_where_it_is_not_said(office):
    office.call("case", "start", office.document, "--case", "K-1", *ANI)
    started = office.show()["started"]
    assert re.fullmatch(r"20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00", started)
    assert office.do("claim", "1", now="2020-01-01T00:00", exits=1)["refusal"]


def test_what_happened_earlier_is_recorded_so(running):
    running.do("complete", "1", "--all-produk", "--at", "2025-05-05T09:02")
    lines = run("journal", "export", running.store).stdout.decode().splitlines()
    event = json.loads(lines[1])["event"]
    assert event["happened"] == "2025-05-05T09:02:00+07:00"
    assert event["recorded"] == "2025-05-05T09:05:00+07:00"


def test_the_service_deadline_starts_with_accept(office):
    office.start("K-1", "--waktu", "2 Hari Kerja", "--dasar", "Pergub 3")
    assert office.show()["service"]["accepted"] is False
    office.do("accept")
    service = office.show()["service"]
    assert (service["waktu"], service["dasar"]) == ("2 Hari Kerja", "Pergub 3")
    assert service["due"].startswith("2025-05-07T")
    assert "Pergub 3" in office.call("case", "show", "K-1").stdout.decode()


def test_a_clock_stops_and_goes_on(running):
    running.do("claim", "1")
    assert running.refusal("wait", "1") == "REASON-NEEDED"
    running.do("wait", "1", "--service", "--reason", "menunggu pemohon")
    task = running.show()["tasks"][0]
    assert task["state"] == "claimed_waiting" and task["stops_service"]
    assert running.refusal("complete", "1") == "TASK-WAITING"
    assert running.refusal("resume", "1", "--whole", now="2025-05-06T09:05") == "DASAR-NEEDED"
    running.do("resume", "1", "--whole", "--dasar", "Pergub 3", now="2025-05-06T09:05")
    assert running.show()["tasks"][0]["due"] == "2025-05-06T09:20:00+07:00"


def test_work_is_sent_back_given_to_others_and_left_out(running):
    running.do("complete", "1", "--all-produk")
    assert running.refusal("return", "2", "--to", "1", who=BUDI) == "REASON-NEEDED"
    running.do("return", "2", "--to", "1", "--reason", "tanda terima keliru", who=BUDI)
    running.do("reassign", "1", "--to", "Cici", "--pelaksana", "Kadis", "--discard", "--reason",
               "cuti")
    task = running.show()["tasks"][0]
    assert (task["task"], task["holder"], task["pelaksana"]) == ("1#2", "Cici", ["Kadis"])
    assert running.refusal("skip", "1") == "SKIP-NEEDS-DASAR"
    running.do("skip", "1", "--reason", "sudah ada", "--dasar", "Pergub 3",
               who=["--by", "Cici", "--as", "Kadis"])
    assert running.show()["steps"][0]["skips"] == 1


def test_an_outcome_that_is_not_drawn_needs_a_target_and_a_reason(running):
    assert running.refusal("complete", "1", "--outcome", "Ditolak") == "OUTCOME-NOT-DRAWN"
    running.do("complete", "1", "--outcome", "Ditolak", "--to", "end", "--reason",
               "bukan kewenangan", "--result", "ditolak")
    assert (running.show()["status"], running.show()["result"]) == ("ended", "ditolak")


def test_a_missing_kelengkapan_needs_an_excuse(running):
    assert running.refusal("complete", "1", "--missing", "Berkas") == "KELENGKAPAN-MISSING"
    running.do("complete", "1", "--missing", "berkas", "--excuse", "menyusul", "--all-produk")


def test_a_case_is_suspended_reopened_and_cancelled(running):
    running.do("suspend", "--reason", "banjir")
    assert running.show()["status"] == "suspended"
    assert running.refusal("claim", "1") == "CASE-SUSPENDED"
    running.do("reopen", "--reason", "surut", now="2025-05-06T09:00")
    running.do("cancel", "--reason", "dicabut", now="2025-05-06T09:01")
    assert running.show()["status"] == "cancelled"


def test_evidence_is_kept_by_its_digest(running, tmp_path):
    scan = tmp_path / "scan.pdf"
    scan.write_bytes(b"%PDF contoh")
    running.do("attach", "1", "--file", scan, "--media-type", "application/pdf")
    running.do("attach", "--name", "peta", "--sha256", "a" * 64, "--size", "7", "--location",
               "lemari 3")
    running.do("annotate", "--note", "lengkap")
    events = [json.loads(line)["event"] for line in
              run("journal", "export", running.store).stdout.decode().splitlines()]
    assert events[1]["sha256"] == hashlib.sha256(b"%PDF contoh").hexdigest()
    assert (events[1]["size"], events[1]["task"]) == (11, "1#1")
    assert (events[1]["body"]["evidence"], events[1]["body"]["location"]) == ("scan.pdf", str(scan))
    assert (events[2]["size"], events[2]["body"]["evidence"]) == (7, "peta")
    assert events[3]["body"]["note"] == "lengkap"
    assert running.refusal("attach", "--name", "peta", "--sha256", "zz") == "EVIDENCE-DIGEST"


def test_evidence_comes_from_standard_input_too(running):
    done = run("case", "attach", "K-1", "--file", "-", "--name", "masukan", *ANI, "--now",
               "2025-05-05T09:05", "--store", running.store, data=b"isi")
    assert done.returncode == 0, done.stderr.decode()
    assert hashlib.sha256(b"isi").hexdigest() in run("journal", "export",
                                                     running.store).stdout.decode()


# --- keys, staleness, refusals, exit codes --------------------------------------------------------


def test_a_key_makes_asking_again_safe(running):
    first = running.do("claim", "1", "--key", "form-17")
    again = running.do("claim", "1", "--key", "form-17", now="2025-05-05T10:00")
    assert again == {**first, "repeated": True}
    assert running.refusal("release", "1", "--key", "form-17") == "KEY-USED"


def test_a_command_that_has_not_seen_the_latest_event_is_refused(running):
    assert running.refusal("claim", "1", "--seen", "0") == "CASE-STALE"
    running.do("claim", "1", "--seen", "1")


def test_a_refusal_ends_with_1_and_says_its_code_on_standard_error(running):
    for language, words in [([], "bukan pelaksana tugas 1#1"), (["--lang", "en"], "no pelaksana")]:
        done = running.call("case", "claim", "K-1", "1", *BUDI, "--now", "2025-05-05T09:05",
                            *language, exits=1)
        assert done.stdout == b""
        assert done.stderr.decode().startswith("tertib: ACTOR-NOT-CANDIDATE: ")
        assert words in done.stderr.decode()
    for verb in (["show"], ["why", *ANI], ["claim"]):
        done = run("case", verb[0], "K-9", *(["1"] if verb == ["claim"] else []), *verb[1:],
                   "--store", running.store)
        assert done.returncode == 1 and b"CASE-UNKNOWN" in done.stderr
    assert running.start(exits=1)["refusal"]["code"] == "CASE-EXISTS"


@pytest.mark.parametrize("rows, more, code", [
    (ROWS.replace("●", " "), [], "PELAKSANA-UNKNOWN"),
    (ROWS, ["--assign", "1=Bupati"], "OVERLAY-UNKNOWN-PELAKSANA"),
])
def test_a_document_of_which_no_case_can_run_is_refused(office, rows, more, code):
    office.document.write_bytes(sop("Menerbitkan Surat", rows))
    assert office.start("K-1", *more, exits=1)["refusal"]["code"] == code
    assert not office.store.exists()


@pytest.mark.parametrize("words, complaint", [
    (["case"], "--help"),
    (["case", "buka"], "case"),
    (["case", "show", "K-1"], "--store"),
    (["case", "claim", "K-1", "--store", "x"], "STEP"),
    (["case", "return", "K-1", "2", "--store", "x"], "--to"),
    (["case", "show", "K-1", "--store", "-"], "kasus.tertib"),
    (["case", "show", "K-1", "--store", "file:x"], "kasus.tertib"),
    (["worklist", "--store", "x"], "--as"),
    (["journal", "verify"], "STORE"),
    (["case", "complete", "K-1", "1", "--store", "x", "--produk", "a", "--all-produk"], "--produk"),
])
def test_wrong_usage_ends_with_2_and_one_line(words, complaint):
    done = run(*words)
    assert (done.returncode, done.stdout) == (2, b"")
    assert complaint in done.stderr.decode() and done.stderr.count(b"\n") == 1


def test_a_moment_that_is_none_and_a_page_that_begins_nowhere_end_with_2(running):
    for words in (["claim", "K-1", "1", *ANI, "--now", "besok"],
                  ["claim", "K-1", "1", *ANI, "--now", "2025-05-05"],
                  ["claim", "K-1", "1", *ANI, "--now", "2025-05-05T09:05", "--at", "tadi"],
                  ["list", "--limit", "0"], ["tick", "--now", "nanti"]):
        assert b"tertib: " in running.call("case", *words, exits=2).stderr
    running.call("worklist", "--as", "Staf", "--after", "K-1", exits=2)


def test_a_file_that_is_no_store_ends_with_3(office):
    for path, words in [(office.store, "tidak ada"), (office.document, "bukan penyimpanan"),
                        (office.document.parent, "folder")]:
        for verb in (["case", "list", "--store", path], ["journal", "verify", path],
                     ["journal", "export", path]):
            done = run(*verb)
            assert (done.returncode, done.stdout) == (3, b""), done.stderr.decode()
            assert words in done.stderr.decode()
    assert run("case", "start", EXAMPLE, "--case", "K-1", "--store", office.document,
               "--overlay", OVERLAY, *ANI).returncode == 3


def test_a_store_that_was_tampered_with_ends_with_4_and_fails_to_verify(running):
    with sqlite3.connect(running.store) as database:
        database.execute("CREATE TABLE lain(x)")
    database.close()
    assert "rusak" in running.call("case", "list", exits=4).stderr.decode()
    done = run("journal", "verify", running.store, "--json")
    assert done.returncode == 1
    document = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMAS["verification"]).validate(document)
    assert [breach["fault"] for breach in document["breaches"]] == ["database"]


# --- views ----------------------------------------------------------------------------------------


def test_lists_come_in_pages(office):
    for case in ("K-1", "K-2", "K-3"):
        office.start(case)
    page = office.json("cases", "case", "list", "--limit", "2")
    assert [each["case"] for each in page["cases"]] == ["K-1", "K-2"]
    rest = office.json("cases", "case", "list", "--after", page["after"])
    assert [each["case"] for each in rest["cases"]] == ["K-3"] and rest["after"] is None
    page = office.json("worklist", "worklist", "--as", "staf", "--limit", "2")
    assert [each["case"] for each in page["tasks"]] == ["K-1", "K-2"]
    rest = office.json("worklist", "worklist", "--as", "staf", "--after", page["after"])
    assert [each["case"] for each in rest["tasks"]] == ["K-3"] and rest["after"] is None
    assert "--after K-1" in office.call("case", "list", "--limit", "1").stdout.decode()


def test_a_worklist_says_what_and_until_when(running):
    running.do("claim", "1")
    (task,) = running.json("worklist", "worklist", "--as", "Staf")["tasks"]
    assert (task["task"], task["uraian"], task["holder"]) == ("1#1", "Menerima berkas", "Ani")
    assert task["due"] == "2025-05-05T09:15:00+07:00"
    assert "dipegang Ani" in running.call("worklist", "--as", "Staf").stdout.decode()
    empty = running.call("worklist", "--as", "Kadis")
    assert "Tidak ada tugas terbuka untuk Kadis" in empty.stdout.decode()


def test_why_tells_what_can_be_done_and_why_the_rest_cannot(running):
    why = running.json("why", "case", "why", "K-1", *ANI, "--now", "2025-05-05T09:05")
    chances = {each["verb"]: each["chance"] for each in why["tasks"][0]["options"]}
    assert (chances["claim"], chances["release"], chances["wait"]) == ("possible", "refused",
                                                                      "wanting")
    text = running.call("case", "why", "K-1", *ANI, "--now", "2025-05-05T09:05").stdout.decode()
    assert "claim" in text and "Sebutkan alasannya" in text


def test_tick_records_what_fell_due_once(running):
    assert running.json("tick", "case", "tick", "--now", "2025-05-05T09:15")["missed"] == []
    tick = running.json("tick", "case", "tick", "--now", "2025-05-05T09:20")
    assert [(each["case"], each["task"]) for each in tick["missed"]] == [("K-1", "1#1")]
    assert running.json("tick", "case", "tick", "--now", "2025-05-05T09:20")["missed"] == []
    assert running.json("cases", "case", "list")["cases"][0]["overdue"] is True
    assert "melebihi waktu baku" in running.call("case", "show", "K-1").stdout.decode()


def test_tick_wants_an_offset_where_calendars_are_of_several_zones(office):
    office.start("K-1", "--calendar", "id5+09")
    report = office.json("tick", "case", "tick", "--now", "2025-05-05T09:14")
    assert report["now"] == "2025-05-05T09:14:00+09:00"
    office.start("K-2", now="2025-05-05T09:00")
    assert "zona" in office.call("case", "tick", "--now", "2025-05-05T09:20",
                                 exits=2).stderr.decode()
    tick = office.json("tick", "case", "tick", "--now", "2025-05-05T09:20+09:00")
    assert [each["case"] for each in tick["missed"]] == ["K-1"]
    assert len(office.json("tick", "case", "tick")["missed"]) == 1, "by the clock"


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_lines_fit_the_width(running, columns):
    running.do("wait", "1", "--reason", "menunggu pemohon")
    for words in (["case", "show", "K-1"], ["case", "list"], ["worklist", "--as", "Staf"],
                  ["case", "why", "K-1", *ANI, "--now", "2025-05-05T09:05"]):
        done = run(*words, "--store", running.store, COLUMNS=str(columns))
        assert done.returncode == 0
        for line in done.stdout.decode().splitlines():
            assert width(line) <= columns and line == line.rstrip(), line


def test_control_characters_of_a_case_never_reach_the_terminal(office):
    office.document.write_bytes(sop("A\x1b]0;x\x07B", ROWS.replace("berkas", "\x1b[2Jberkas")))
    office.start("K\x1b[31m")
    for words in (["case", "show", "K\x1b[31m"], ["case", "list"], ["worklist", "--as", "Staf"]):
        done = office.call(*words)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f]", done.stdout.decode())
