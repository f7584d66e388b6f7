# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""`tertib delegate` and `tertib sop`, and what takes a running case to another version, calendar or
policy, as scripts and people meet them."""

import hashlib
import json
import resource
import signal
import subprocess

import jsonschema
import pytest

from case_office import ANI, BUDI, ROWS, Office
from test_command import BINARY, SCHEMAS, pytestmark, run, sop

__all__ = ["pytestmark"]

SARI = ["--by", "Sari", "--as", "Sekretariat"]
NOW = ["--now", "2025-05-05T08:00"]
CITRA = ["--by", "Citra", "--as", "Kadis"]


class Decisions(Office):
    """An office that also decides, and whose documents change."""

    def __init__(self, folder):
        super().__init__(folder)
        self.revised = folder / "revisi.txt"
        self.revised.write_bytes(sop("Menerbitkan Surat", ROWS.replace("1 Hari", "2 Hari")))

    def answer(self, noun, *words, exits=0):
        """As json(), whatever is said on standard error."""
        done = self.call(*words, "--json", exits=exits)
        document = json.loads(done.stdout)
        jsonschema.Draft202012Validator(SCHEMAS[noun]).validate(document)
        return document

    def decide(self, *words, now=NOW, exits=0):
        return self.answer("reply", *words, *SARI, *now, exits=exits)

    def refused(self, *words, now=NOW):
        return self.decide(*words, now=now, exits=1)["refusal"]["code"]

    def plh(self, person="Citra", first="2025-05-06", last="2025-05-07", **how):
        return self.decide("delegate", "--kind", "plh", "--for", "Kadis", "--to", person, "--from",
                           first, "--until", last, "--surat", "800/12/2025", **how)

    def digest(self, document=None):
        """Of a version, by its document."""
        done = run("read", document or self.document, "--json")
        return json.loads(done.stdout)["digest"]

    def bytes(self):
        return hashlib.sha256(self.store.read_bytes()).hexdigest()


@pytest.fixture
def office(tmp_path):
    return Decisions(tmp_path)


@pytest.fixture
def running(office):
    office.start()
    return office


# --- who holds which post -------------------------------------------------------------------------


def test_a_plh_acts_for_the_holder_on_the_days_of_the_letter(running):
    running.decide("delegate", "--kind", "definitive", "--for", "Kadis", "--to", "Budi", "--from",
                   "2025-01-02")
    running.plh()
    running.do("complete", "1", "--all-produk")
    assert running.refusal("claim", "2", who=CITRA, now="2025-05-05T10:00") == "ACTOR-NOT-HOLDER"
    running.do("claim", "2", who=CITRA, now="2025-05-06T08:00")
    assert running.refusal("release", "2", who=CITRA, now="2025-05-08T08:00") == "ACTOR-POST-ENDED"
    events = [json.loads(line)["event"] for line in
              run("journal", "export", running.store, "--case", "K-1").stdout.splitlines()]
    assert (events[-1]["standing"], events[-1]["surat"]) == ("plh", "800/12/2025")


def test_holdings_are_listed_by_day_and_end_early(office):
    office.plh()
    office.decide("delegate", "--kind", "Plt.", "--pelaksana", "Sekretaris", "--person", "Dedi",
                  "--from", "2025-05-01", "--surat", "800/9")
    listed = office.answer("office", "delegate", "list")
    assert [(each["event"], each["person"], each["kind"], each["late"])
            for each in listed["holdings"]] == [(1, "Citra", "plh", False), (2, "Dedi", "plt", True)]
    assert listed["versions"] == []
    of_day = office.answer("office", "delegate", "list", "--at", "2025-05-08")["holdings"]
    assert [each["person"] for each in of_day] == ["Dedi"]
    assert office.decide("delegate", "end", "1", "--until", "2025-05-06", "--surat",
                         "800/13")["receipt"]["case"] == "@office"
    assert office.answer("office", "delegate", "list", "--at", "2025-05-07")["holdings"] == of_day
    text = office.call("delegate", "list").stdout.decode()
    assert "Plh." in text and "seterusnya" in text and "dicatat kemudian" in text


def test_what_a_decision_came_to_is_shown_and_a_key_makes_asking_again_safe(office):
    words = ["delegate", "--kind", "plh", "--for", "Kadis", "--to", "Citra", "--from", "2025-05-06",
             "--surat", "800/12", *SARI, *NOW, "--key", "surat-800"]
    first = office.call(*words).stdout.decode()
    assert "Keputusan kantor nomor 1 dicatat." in first and "Citra" in first
    again = office.call(*words).stdout.decode()
    assert "sudah dicatat" in again
    assert len(office.answer("office", "delegate", "list")["holdings"]) == 1


def test_what_the_office_cannot_decide_is_refused_with_a_code(office):
    office.plh()
    assert office.refused("delegate", "--kind", "plh", "--for", "kadis", "--to", "citra", "--from",
                          "2025-05-07", "--surat", "800/14") == "HOLDING-OVERLAPS"
    assert office.refused("delegate", "end", "7", "--until", "2025-05-06") == "HOLDING-UNKNOWN"


@pytest.mark.parametrize("words, complaint", [
    (["--for", "Kadis", "--to", "Citra", "--from", "2025-05-06"], "--kind"),
    (["--kind", "pjs", "--for", "Kadis", "--to", "Citra", "--from", "2025-05-06"], "definitive"),
    (["--kind", "plh", "--to", "Citra", "--from", "2025-05-06"], "--for"),
    (["--kind", "plh", "--for", "Kadis", "--from", "2025-05-06"], "--to"),
    (["--kind", "plh", "--for", "Kadis", "--to", "Citra"], "--from"),
    (["--kind", "plh", "--for", "Kadis", "--to", "Citra", "--from", "6 Mei"], "6 Mei"),
    (["end", "1"], "--until"), (["end", "--until", "2025-05-06"], "N"),
    (["list", "--at", "kemarin"], "kemarin")])
def test_wrong_usage_of_delegate_ends_with_2_and_one_line(office, words, complaint):
    office.plh()
    who = [] if words[0] == "list" else [*SARI, *NOW]
    said = office.call("delegate", *words, *who, exits=2).stderr.decode()
    assert complaint in said and said.count("\n") == 1


def test_no_store_is_made_for_a_list(office):
    assert office.call("delegate", "list", exits=3).stdout == b""
    assert not office.store.exists()


# --- versions -------------------------------------------------------------------------------------


def test_versions_are_registered_put_in_force_replaced_and_withdrawn(office):
    old, new = office.digest(), office.digest(office.revised)
    assert office.decide("sop", "register", office.document)["receipt"]["last"] == 1
    assert office.refused("sop", "register", old[:12]) == "SOP-REGISTERED"
    office.decide("sop", "enforce", old[:12], "--from", "2025-05-01")
    office.decide("sop", "replace", old[:12], office.revised, "--from", "2025-06-02")
    versions = {each["digest"]: each
                for each in office.answer("office", "sop", "list")["versions"]}
    assert (versions[old]["status"], versions[old]["until"]) == ("digantikan", "2025-06-01")
    assert versions[old]["successor"] == new
    assert (versions[new]["status"], versions[new]["from"]) == ("berlaku", "2025-06-02")
    assert office.start(now="2025-06-02T09:00", exits=1)["refusal"]["code"] == "SOP-OTHER-IN-FORCE"
    office.start(now="2025-05-05T09:00")
    of_day = office.answer("office", "sop", "list", "--at", "2025-06-02")
    assert [each["digest"] for each in of_day["versions"]] == [new] and of_day["holdings"] == []
    office.decide("sop", "withdraw", new, "--from", "2025-07-01", "--reason", "dihentikan")
    text = office.call("sop", "list").stdout.decode()
    assert "Menerbitkan Surat" in text and "dicabut" in text and "digantikan" in text


def test_an_sop_without_a_nama_is_not_registered_as_a_blank(office):
    office.document.write_bytes(sop("", ROWS))
    said = office.call("sop", "register", office.document, *SARI, *NOW)
    assert "SOP didaftarkan: tanpa nama (" in said.stderr.decode()
    assert "tanpa nama" in office.call("sop", "list").stdout.decode()
    started = office.call("case", "start", office.document, "--case", "K-1", *ANI, *NOW)
    assert "SOP didaftarkan" not in started.stderr.decode()
    assert "tanpa nama (" in office.call("case", "show", "K-1").stdout.decode()


def test_what_a_version_can_mean_is_said(office):
    office.start()
    for words in (["sop", "register", "tidak-ada.txt"], ["sop", "enforce", "0" * 12, "--from",
                                                         "2025-05-01"]):
        done = office.call(*words, *SARI, *NOW, exits=3 if "txt" in words[2] else 2)
        assert done.stdout == b"" and words[2] in done.stderr.decode()
    office.document.write_bytes(sop("Menerbitkan Surat", ROWS.replace("●", "")))
    assert office.refused("sop", "register", office.document) == "PELAKSANA-UNKNOWN"


def test_a_revision_is_looked_at_before_it_is_put_in_force(running, tmp_path):
    old = running.digest()
    running.start("K-2")
    overlay = tmp_path / "overlay.json"
    overlay.write_text(json.dumps({"schema": "tertib.overlay/1", "by": "Sari", "sop_digest": old,
                                   "optional": [{"steps": ["2"], "when": "perlu", "reason": "contoh"}]}))
    running.revised.write_bytes(
        sop("Menerbitkan Surat", ROWS.splitlines(keepends=True)[0].replace("berkas", "surat")))
    before = running.bytes()
    words = ["sop", "revise", old, running.revised, "--overlay", overlay]
    revision = running.answer("revision", *words, exits=1)
    assert [(each["case"], each["tasks"]) for each in revision["cases"]] == [
        (case, [{"task": "1#1", "fate": "reworded", "step": "1"}]) for case in ("K-1", "K-2")]
    assert "OVERLAY-UNKNOWN-STEP" in [each["code"] for each in revision["findings"]]
    page = running.answer("revision", *words[:4], "--limit", "1")
    assert (page["after"], page["findings"]) == ("K-1", [])
    text = running.call(*words, exits=1).stdout.decode()
    assert "uraiannya berubah" in text and "overlay" in text
    assert running.bytes() == before


# --- another version, another calendar ------------------------------------------------------------


def test_a_case_migrates_after_a_dry_run_that_writes_nothing(running):
    running.do("complete", "1", "--all-produk")
    before = running.bytes()
    words = ["case", "migrate", "K-1", "--sop", running.revised, *BUDI, "--now",
             "2025-05-05T09:10"]
    plan = running.answer("migration", *words, "--dry-run", exits=1)
    assert plan["refusal"]["code"] == "REASON-NEEDED"
    words += ["--reason", "revisi SOP"]
    plan = running.answer("migration", *words, "--dry-run")
    (task,) = plan["tasks"]
    assert (task["from"], task["to"]) == ("2#1", "2#1") and task["old_due"] < task["new_due"]
    text = running.call(*words, "--dry-run").stdout.decode()
    assert "Batas waktu baru" in text and "tidak ada yang dicatat" in text
    assert running.bytes() == before
    assert running.answer("reply", *words)["receipt"]["last"] == 3
    assert running.show()["tasks"][0]["due"] == task["new_due"]
    assert running.answer("reply", *words, exits=1)["refusal"]["code"] == "MIGRATE-SAME"


def test_a_step_without_a_successor_is_named_one(running):
    running.revised.write_bytes(sop("Menerbitkan Surat", ROWS.replace("Menerima", "Memeriksa")))
    words = ["case", "migrate", "K-1", "--sop", running.revised, *BUDI, "--now",
             "2025-05-05T09:10", "--reason", "revisi SOP"]
    assert running.answer("reply", *words, exits=1)["refusal"]["code"] == "MIGRATE-NOWHERE"
    assert running.answer("migration", *words, "--step", "1=2",
                          "--dry-run")["tasks"][0]["to"] == "2#1"
    running.answer("reply", *words, "--step", "1=1")
    for wrong in (["--step", "1"], ["--step", "1=1", "--step", "1=2"]):
        assert "LAMA=BARU" in running.call(*words, *wrong, exits=2).stderr.decode()
    assert "bukan dokumen" in running.call("case", "migrate", "K-1", "--sop", "f" * 12, *BUDI,
                                           exits=2).stderr.decode()


def test_deadlines_are_recomputed_after_a_dry_run_that_writes_nothing(running):
    running.do("complete", "1", "--all-produk", now="2025-05-09T10:00")
    before = running.bytes()
    words = ["case", "recompute", "K-1", "--calendar", "contoh6", *BUDI, "--now",
             "2025-05-09T10:10"]
    plan = running.answer("recompute", *words, "--reason", "enam hari kerja", "--dry-run")
    (change,) = plan["changes"]
    assert change["task"] == "2#1" and change["old_due"] != change["new_due"]
    assert running.bytes() == before
    running.answer("reply", *words, "--reason", "enam hari kerja")
    case = running.show()
    assert case["tasks"][0]["due"] == change["new_due"]
    assert case["calendar"]["label"] == "contoh6"
    none = running.call("case", "recompute", "K-1", *BUDI, "--now", "2025-05-09T10:20", "--dry-run")
    assert "Tidak ada batas waktu yang berubah" in none.stdout.decode()
    assert "menurut keadaannya sekarang" in none.stderr.decode()


def test_a_case_that_is_not_there_is_refused_before_anything_is_kept(running):
    before = running.bytes()
    for words in (["recompute", "K-9"], ["migrate", "K-9", "--sop", running.revised]):
        for dry in ([], ["--dry-run"]):
            reply = running.answer("reply", "case", *words, *dry, *BUDI, *NOW, exits=1)
            assert reply["refusal"]["code"] == "CASE-UNKNOWN"
    assert running.bytes() == before


def test_why_offers_the_version_in_force_and_what_is_known_of_the_calendar(office):
    office.start("K-1", "--calendar", "id5@2024-01-01")
    office.start("K-2")

    def offers(case, now="2025-05-05T10:00"):
        why = office.json("why", "case", "why", case, *BUDI, "--now", now)
        return {each["verb"]: each["chance"] for each in why["options"]}
    assert "recompute" in offers("K-1") and "recompute" not in offers("K-2")
    assert "migrate" not in offers("K-1")
    office.decide("sop", "enforce", office.document, "--from", "2025-05-01")
    office.decide("sop", "replace", office.digest(), office.revised, "--from", "2025-05-06")
    assert "migrate" not in offers("K-1")
    assert offers("K-1", "2025-05-06T10:00")["migrate"] == "wanting"
    text = office.call("case", "why", "K-1", *BUDI, "--now", "2025-05-06T10:00").stdout.decode()
    assert "migrate, perlu" in text


def test_a_case_is_started_with_a_policy_that_tick_follows(office, tmp_path):
    policy = tmp_path / "aturan.json"
    policy.write_text(json.dumps({"schema": "tertib.overrun/1", "name": "Loket", "rules": [
        {"do": "escalate", "pelaksana": "Kadis"}]}))
    office.start("K-1", "--policy", policy)
    tick = office.json("tick", "case", "tick", "--now", "2025-05-05T09:20")
    assert [(each["task"], each["did"]) for each in tick["rules"]] == [("1#1", "escalated")]
    listed = office.json("worklist", "worklist", "--as", "Kadis")
    assert [each["task"] for each in listed["tasks"]] == ["1#1"]
    for text in ("{}", json.dumps({"schema": "tertib.overrun/1", "name": "x", "rules": [
            {"do": "escalate"}]})):
        policy.write_text(text)
        done = office.call("case", "start", office.document, "--case", "K-2", *ANI, *NOW,
                           "--policy", policy, exits=3)
        assert "aturan.json" in done.stderr.decode()


# --- an outcome that isn't known ------------------------------------------------------------------


def test_a_commit_whose_fate_is_unknown_ends_with_5_and_the_key_settles_it(running):
    """The system lets no file of the command grow beyond some pages: writing the commit fails."""
    def narrow():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)  # writing fails, as on a full disk
        resource.setrlimit(resource.RLIMIT_FSIZE, (48 << 10, 48 << 10))

    words = ["case", "annotate", "K-1", "--note", "x" * 100_000, *ANI, "--now", "2025-05-05T09:10",
             "--key", "catatan-1", "--store", running.store]
    done = subprocess.run([BINARY, *map(str, words)], capture_output=True, check=False,
                          preexec_fn=narrow, env={}, timeout=60)
    assert done.returncode == 5, done.stderr.decode()
    said = done.stderr.decode()
    assert "belum diketahui" in said and "--key" in said and said.count("\n") == 1
    settled = json.loads(run(*words, "--json").stdout)
    assert settled["receipt"]["last"] == 2
    again = json.loads(run(*words, "--json").stdout)
    assert again["repeated"] is True and running.show()["events"] == 2
    assert json.loads(run("journal", "verify", running.store, "--json").stdout)["holds"] is True
