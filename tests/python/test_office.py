# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What the office decides, from Python: holdings and versions, revisions, migrations and other
calendars with their dry runs, overrun policies; each JSON by its schema."""

import datetime
import json
import pathlib
import pickle

import pytest

tertib = pytest.importorskip("tertib")

ROOT = pathlib.Path(__file__).resolve().parents[2]
WIB = datetime.timezone(datetime.timedelta(hours=7))
ANI = {"by": "Ani", "as_": "Staf"}
CLERK = {"by": "Citra", "as_": "Sekretariat", "now": "2025-05-05T08:00"}
MONDAY = datetime.date(2025, 5, 5)
TABLE = ("Nama SOP\tMenelaah Berkas\n\n"
         "No\tUraian\tPelaksana\t\tMutu Baku\t\t\tKeterangan\n"
         "\t\tKadis\tStaf\tKelengkapan\tWaktu\tProduk\t\n"
         "1.\tMenerima berkas\t\t●\tBerkas\t15 Menit\tTanda terima\t\n"
         "2.\tMenelaah berkas\t●\t\tTanda terima\t{waktu}\tTelaahan\t\n")


def fits(noun, text):
    """The document, which its schema describes."""
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads((ROOT / "docs" / "schema" / f"{noun}.json").read_text("utf-8"))
    document = json.loads(text)
    jsonschema.Draft202012Validator(schema).validate(document)
    return document


def at(text):
    """2025-05-05 in WIB."""
    return datetime.datetime.fromisoformat(f"2025-05-05T{text}:00+07:00")


@pytest.fixture(scope="module")
def sop():
    return tertib.read(TABLE.format(waktu="1 Hari").encode())


@pytest.fixture(scope="module")
def revised():
    return tertib.read(TABLE.format(waktu="5 Hari").encode())


@pytest.fixture
def store():
    with tertib.Store.memory() as opened:
        yield opened


# --- decisions ------------------------------------------------------------------------------------


def test_the_office_says_who_holds_a_post(store, sop):
    held = store.delegate("Budi", "Kadis", from_=MONDAY, until="2025-05-09", surat="800/1/2025",
                          key="surat-1", **CLERK)
    assert held.receipt.case == "@office" and not held.refused
    again = store.delegate("Budi", "Kadis", from_=MONDAY, until="2025-05-09", surat="800/1/2025",
                           key="surat-1", **CLERK)
    assert again.repeated and again.receipt == held.receipt
    assert store.delegate("Budi", "Kadis", from_=MONDAY, surat="800/1/2025",
                          **CLERK).code == "HOLDING-OVERLAPS"
    assert store.delegate("Dewi", "Kadis", from_=MONDAY, **CLERK).code == "SURAT-NEEDED"
    office = store.office()
    (holding,) = office.holdings
    assert holding == tertib.OfficeHolding(held.receipt.last, "Budi", "Kadis", "plh", MONDAY,
                                           datetime.date(2025, 5, 9), "800/1/2025", False)
    assert office.roster(MONDAY) == (holding,)
    assert office.roster(datetime.date(2025, 5, 10)) == ()
    assert office.recorded == at("08:00")
    assert fits("office", office.to_json())["events"] == office.events
    assert pickle.loads(pickle.dumps(office)) == office
    store.start("a", sop, now=at("08:00"), **ANI)
    store.complete("a", "1", now=at("08:01"), produk=["Tanda terima"], **ANI)
    assert store.claim("a", "2", by="Dewi", as_="Kadis", now=at("08:02")).code == "ACTOR-NOT-HOLDER"
    assert not store.claim("a", "2", by="Budi", as_="Kadis", now=at("08:02")).refused
    ended = store.end_delegation(holding.event, "2025-05-06", **CLERK)
    assert not ended.refused
    assert store.office().roster(datetime.date(2025, 5, 7)) == ()


def test_the_office_says_which_version_is_in_force(store, sop, revised):
    assert not store.enforce(sop, "2025-05-05", **CLERK).refused
    june = datetime.date(2025, 6, 1)
    assert store.enforce(revised, june, **CLERK).code == "SOP-OVERLAPS"
    assert not store.replace(sop, revised, june, reason="revisi", **CLERK).refused
    office = store.office()
    assert [each.digest for each in office.in_force(MONDAY)] == [sop.digest]
    assert [each.digest for each in office.in_force(june)] == [revised.digest]
    (old,) = [each for each in office.versions if each.digest == sop.digest]
    assert (old.status, old.until, old.successor) == ("digantikan", datetime.date(2025, 5, 31),
                                                      revised.digest)
    assert store.start("a", sop, now="2025-06-02T08:00", **ANI).code == "SOP-OTHER-IN-FORCE"
    assert not store.start("a", revised, now="2025-06-02T08:00", **ANI).refused
    assert store.withdraw(revised, june, reason="", **CLERK).code == "REASON-NEEDED"
    assert not store.withdraw(revised.digest, "2025-07-01", reason="dicabut", **CLERK).refused
    assert store.office().in_force(datetime.date(2025, 7, 1)) == ()
    fits("office", store.office().to_json())
    assert store.verify().holds


def test_a_decision_goes_in_as_a_request(store):
    command = {"verb": "delegate", "by": "Citra", "as": "Sekretariat", "now": at("08:00"),
               "person": "Budi", "pelaksana": "Kadis", "kind": "definitive", "from": "2025-05-01"}
    assert not store.submit_office({"command": command, "zone": "+08:00"}).refused
    assert store.office().holdings[0].late
    written = {"schema": "tertib.office_command/1", **command, "now": "2025-05-05T08:00:00+07:00"}
    fits("office_command", json.dumps(written))
    text = json.dumps({"schema": "tertib.office_request/1", "command": written})
    assert store.submit_office(text).code == "HOLDING-OVERLAPS"
    for wrong in [{}, {"command": {**command, "colour": "red"}}, {"command": command, "zone": "W"}]:
        with pytest.raises(tertib.Error):
            store.submit_office(wrong)


# --- other versions, other calendars --------------------------------------------------------------


def test_a_revision_names_the_cases_that_it_touches(store, sop, revised):
    for name in ["a", "b"]:
        store.start(name, sop, now=at("08:00"), **ANI)
    overlay = {"sop_digest": sop.digest, "assign": {"1": "Staf"}}
    found = store.revision(sop, revised, overlay=overlay)
    assert (found.old_sop, found.sop) == (sop.digest, revised.digest)
    assert [each.case for each in found.cases] == ["a", "b"]
    assert found.cases[0].tasks == (tertib.RevisedTask("1#1", "same", "1"),)
    assert found.findings and store.revision(sop.digest, revised).findings == ()
    with pytest.raises(tertib.Error):
        store.revision("00", revised)


def test_a_dry_run_of_a_migration_says_what_the_real_one_does(store, sop, revised):
    store.start("a", sop, now=at("08:00"), **ANI)
    store.complete("a", "1", now=at("08:01"), produk=["Tanda terima"], **ANI)
    boss = {"by": "Budi", "as_": "Kadis"}
    refused = store.plan_migration("a", revised, now=at("09:00"), **boss)
    assert refused.refused and refused.refusal.code == "REASON-NEEDED"
    plan = store.plan_migration("a", revised, now="2025-05-05T09:00", reason="revisi SOP", **boss)
    assert not plan.refused and store.case("a").events == 2
    (task,) = plan.tasks
    assert (task.from_, task.to) == ("2#1", "2#1")
    assert task.old_due == store.case("a").tasks[0].due
    assert fits("migration", plan.to_json()) == plan.to_dict()
    reply = store.migrate("a", revised, now=at("09:00"), reason="revisi SOP", **boss)
    assert not reply.refused, reply.message
    case = store.case("a")
    assert case.sop_digest == revised.digest and case.tasks[0].due == task.new_due
    gone = store.plan_migration("b", revised, now=at("09:00"), reason="revisi SOP", **boss)
    assert gone.refusal.code == "CASE-UNKNOWN"
    assert store.verify().holds


def test_a_step_may_be_named_for_an_old_one(store, sop):
    store.start("a", sop, now=at("08:00"), **ANI)
    plan = store.plan_migration("a", sop, now=at("09:00"), steps={"1": "end"}, reason="x", **ANI)
    assert plan.refused or plan.tasks[0].let_go or plan.tasks[0].to is None
    with pytest.raises(tertib.Error):
        store.plan_migration("a", sop, now="2025-05-05", steps={}, reason="x", **ANI)


def test_a_dry_run_of_another_calendar_says_what_the_real_one_does(store, sop):
    store.start("a", sop, now=at("15:55"), **ANI)
    plan = store.plan_recompute("a", "contoh6", now=at("15:56"), reason="jam baru", **ANI)
    assert not plan.refused, plan.refusal
    fits("recompute", plan.to_json())
    old = store.case("a").tasks[0].due
    reply = store.recompute("a", "contoh6", now=at("15:56"), reason="jam baru", **ANI)
    assert not reply.refused, reply.message
    due = store.case("a").tasks[0].due
    assert [each.new_due for each in plan.changes if each.task == "1#1"] in ([due], [])
    assert (due != old) == bool(plan.changes)
    assert store.case("a").calendar == "contoh6"


# --- overrun policies -----------------------------------------------------------------------------


def test_a_case_starts_with_an_overrun_policy(store, sop):
    policy = {"name": "Loket", "rules": [
        {"steps": ["1"], "side": "before", "waktu": "5 Menit"},
        {"steps": ["1"], "do": "escalate", "pelaksana": "Kadis"}]}
    digest = store.register_policy(policy)
    assert len(digest) == 64
    assert not store.start("a", sop, now=at("08:00"), policy=policy, **ANI).refused
    assert not store.start("b", sop, now=at("08:00"), policy=digest, **ANI).refused
    assert not store.start("c", sop, now=at("08:00"), **ANI).refused
    tick = store.tick(at("08:12"))
    assert tick.missed == () and {(each.case, each.did) for each in tick.rules} == {
        ("a", "warned"), ("b", "warned")}
    tick = store.tick(at("08:16"))
    assert {each.case for each in tick.missed} == {"a", "b", "c"}
    assert {(each.case, each.did) for each in tick.rules} == {("a", "escalated"),
                                                              ("b", "escalated")}
    assert {each.case for each in store.worklist("Kadis")} == {"a", "b"}
    with pytest.raises(tertib.Error):
        store.register_policy({"name": "x", "rules": [{"do": "dance"}]})
    with pytest.raises(tertib.Error):
        store.start("d", sop, now=at("08:00"), policy="00", **ANI)
