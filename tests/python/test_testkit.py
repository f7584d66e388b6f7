# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The test kit: clock, driver, paths, coverage, replay, hard days; on the example and on real
documents."""

import datetime
import json
import os
import pathlib
import pickle
import threading

import pytest

tertib = pytest.importorskip("tertib")
testkit = pytest.importorskip("tertib.testkit")

ROOT = pathlib.Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "sop"
WIB = datetime.timezone(datetime.timedelta(hours=7))
OVERLAY = {"by": "contoh; bukan isi SOP",
           "flow": [{"from": "4", "to": "5", "outcome": "Sesuai"},
                    {"from": "4", "to": "3", "outcome": "Perlu perbaikan"}]}


def at(text):
    """In WIB."""
    return datetime.datetime.fromisoformat(f"{text}+07:00")


@pytest.fixture(scope="module")
def sop():
    read = tertib.read(ROOT / "examples" / "sop" / "laporan-kinerja.txt")
    return read.assign({step.key: "Kadis" for step in read}).overlay(OVERLAY)


@pytest.fixture
def clock():
    return testkit.TestClock("2025-05-05T09:00")


@pytest.fixture
def store():
    with testkit.memory_store() as opened:
        yield opened


@pytest.fixture
def driver(store, clock, sop):
    return testkit.CaseDriver(store, clock, sop)


def refusal(code, call, *arguments, **named):
    with pytest.raises(tertib.Error) as caught:
        call(*arguments, **named)
    assert caught.value.code == code
    return caught.value


# --- clock ----------------------------------------------------------------------------------------


def test_a_clock_moves_only_where_it_is_moved():
    clock = testkit.TestClock("2025-05-09T15:00", calendar="id5")
    assert clock.now == at("2025-05-09T15:00:00") and clock.now.tzinfo == WIB
    clock.advance(datetime.timedelta(minutes=20))
    assert clock.now == at("2025-05-09T15:20:00")
    clock.advance("2 Hari Kerja")
    assert clock.now == at("2025-05-15T16:00:00")
    clock.set(datetime.datetime(2025, 5, 5, 9))
    assert clock.now == at("2025-05-05T09:00:00")
    clock.advance(-datetime.timedelta(hours=1))
    assert clock.now == at("2025-05-05T08:00:00")
    clock.use("id5+09")
    assert clock.calendar == tertib.Calendar("id5+09")
    clock.set("2025-05-05T11:00")
    assert clock.now == at("2025-05-05T09:00:00")
    assert "2025-05-05T11:00:00+09:00 id5+09" in repr(clock)


@pytest.mark.parametrize("wrong", ["2025-05-05", "nanti", datetime.date(2025, 5, 5),
                                   datetime.datetime(1969, 1, 1)])
def test_a_clock_is_set_to_moments_alone(clock, wrong):
    refusal("argument", clock.set, wrong)
    refusal("argument", testkit.TestClock, wrong)
    assert clock.now == at("2025-05-05T09:00:00")


def test_a_waktu_that_names_no_time_moves_no_clock(clock):
    refusal("argument", clock.advance, "kondisional")
    refusal("argument", clock.advance, datetime.timedelta(days=100_000))
    with pytest.raises(TypeError):
        clock.advance(20)
    assert clock.now == at("2025-05-05T09:00:00")


# --- driver ---------------------------------------------------------------------------------------


def test_a_case_is_walked_and_hooks_are_told(driver, clock):
    before, after = [], []

    @driver.before_step
    def _(step):
        before.append((step.step, step.outcome, step.events))
        clock.advance(datetime.timedelta(minutes=1))

    driver.after_step(lambda step: after.append(step))
    case = driver.walk("K-1", ["1", "2", "3", "4=Perlu perbaikan"])
    assert [task.task for task in case.tasks] == ["3#2"]
    assert before == [("start", "", ()), ("1", "", ()), ("2", "", ()), ("3", "", ()),
                      ("4", "Perlu perbaikan", ())]
    assert [step.step for step in after] == ["start", "1", "2", "3", "4"]
    kinds = [event.kind for step in after for event in step.events]
    assert kinds == ["started"] + ["completed"] * 4
    last = after[-1]
    assert (last.case, last.as_, last.person) == ("K-1", "Kadis", "Pegawai Kadis")
    assert last.now == clock.now == at("2025-05-05T09:05:00")
    assert last.events[0].outcome == "Perlu perbaikan" and not last.events[0].ends_case
    assert last.events[0].recorded == clock.now and last.events[0].line.endswith("}\n")
    case = driver.walk("K-1", ["3", "4=Sesuai", "5", "6", "7"], result="diterbitkan")
    assert (case.status, case.result) == ("ended", "diterbitkan")
    assert after[-1].events[-1].ends_case
    assert driver.state("K-1") == case
    assert driver.sop == driver.sop and driver.sop.digest == case.sop_digest


def test_what_a_hook_raises_the_call_raises(driver, store):
    class Broken(Exception):
        pass

    def break_at_two(step):
        if step.step == "2":
            raise Broken

    driver.before_step(break_at_two)
    with pytest.raises(Broken):
        driver.walk("K-1", ["1", "2", "3"])
    assert [event.task for event in store.events("K-1")] == [None, "1#1"]


def test_a_hook_may_use_the_store_and_the_driver(driver, store):
    seen = []

    @driver.after_step
    def follow(step):
        seen.append((step.case, step.step, store.case(step.case).events))
        if step.case == "K-1" and step.step == "start":
            driver.before_step(lambda other: seen.append("late"))
            driver.start("K-2")

    driver.start("K-1")
    assert seen == [("K-1", "start", 1), "late", ("K-2", "start", 1)]


def test_a_driver_and_its_hooks_are_let_go(store, clock, sop):
    import gc
    import weakref

    driver = testkit.CaseDriver(store, clock, sop)

    class Portal:
        def __init__(self):
            self.driver = driver
            driver.after_step(self.on_step)

        def on_step(self, step):
            pass

    portal = weakref.ref(Portal())
    driver.start("K-1")
    del driver
    gc.collect()
    assert portal() is None


def test_a_refusal_that_nobody_asked_for_is_an_error(driver):
    driver.start("K-1", waktu="5 Hari", dasar="SP 3")
    error = refusal("argument", driver.start, "K-1")
    assert "case K-1, step start: start is refused, CASE-EXISTS" in str(error)
    error = refusal("argument", driver.walk, "K-1", ["1", "2", "3", "4"])
    assert "case K-1, step 4: complete is refused, OUTCOME-NEEDED" in str(error)
    refusal("argument", driver.state, "K-2")
    with pytest.raises(TypeError):
        driver.walk("K-1", "4=Sesuai")


def test_any_other_command_is_done_or_asked(driver, clock):
    driver.walk("K-1", ["1", "2", "3"])
    (claimed,) = driver.act("K-1", "claim", task="4", by="Ani", as_="Kadis")
    assert (claimed.kind, claimed.person, claimed.as_, claimed.task) == ("claimed", "Ani", "Kadis",
                                                                         "4#1")
    assert driver.ask("K-1", "claim", task="4", by="Budi", as_="Kadis").code == "TASK-HELD"
    clock.advance(datetime.timedelta(hours=1))
    (back,) = driver.act("K-1", "return", task="4", target="2", reason="data kurang",
                         at="2025-05-05T09:30")
    assert (back.kind, back.person) == ("returned", "Ani")
    assert (back.happened, back.recorded) == (at("2025-05-05T09:30:00"), at("2025-05-05T10:00:00"))
    refusal("format", driver.act, "K-1", "dance")
    refusal("format", driver.ask, "K-1", "claim", task="2", colour="red")
    refusal("argument", driver.act, "K-1", "claim", task="4")
    refusal("argument", driver.act, "K-1", "claim", task="2", at="2025-05-05")


def test_steps_are_done_otherwise_where_it_is_said(driver, sop):
    driver.walk("K-1", ["1", "2", "3"])
    (done,) = driver.complete("K-1", "4=Tidak lazim", by="Ani", as_="Kadis", produk=[],
                              target="6", reason="kebijakan pimpinan", dasar="ND 7")
    assert done.person == "Ani" and done.to_dict()["target"] == "6"
    assert "produk" not in done.to_dict()
    assert [task.task for task in driver.state("K-1").tasks] == ["6#1"]


def test_a_roster_says_who_does_it(store, clock, sop):
    day = testkit.hard_day("plh-expires-mid-task")
    assert [post.kind for post in day.roster] == ["definitive", "plh"]
    driver = testkit.CaseDriver(store, clock, sop, roster=day.roster)
    clock.set(day.moments[0])
    (started,) = driver.start("K-1")
    assert started.person in {post.person for post in day.roster}
    wrong = tertib.PostHolding("Ani", "Kadis", datetime.date(2025, 1, 2), kind="wakil")
    refusal("argument", testkit.CaseDriver, store, clock, sop, roster=[wrong])


def test_an_overlay_that_does_not_fit_is_an_error(store, clock, sop):
    error = refusal("argument", testkit.CaseDriver, store, clock, sop,
                    overlay={"assign": {"99": "Kadis"}})
    assert "overlay" in str(error)
    unknown = tertib.read(ROOT / "examples" / "sop" / "laporan-kinerja.txt")
    error = refusal("argument", testkit.CaseDriver, store, clock, unknown)
    assert "PELAKSANA-UNKNOWN" in str(error)


def test_a_driver_is_of_no_use_when_its_store_is_closed(clock, sop):
    store = testkit.memory_store()
    driver = testkit.CaseDriver(store, clock, sop)
    store.close()
    refusal("argument", driver.start, "K-1")


def test_drivers_of_several_threads_work_beside_each_other(sop):
    journals = []

    def run():
        store = testkit.memory_store()
        driver = testkit.CaseDriver(store, testkit.TestClock("2025-05-05T09:00"), sop)
        driver.after_step(lambda step: None)
        driver.walk("K-1", ["1", "2", "3", "4=Sesuai", "5", "6", "7"])
        journals.append(testkit.record_journal(store))

    threads = [threading.Thread(target=run) for _ in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(journals) == 4 and len(set(journals)) == 1


# --- paths and coverage ---------------------------------------------------------------------------


def test_every_path_is_walked_and_covered(driver, store, sop):
    paths = testkit.paths_of(sop)
    assert paths == [("1", "2", "3", "4=Sesuai", "5", "6", "7"),
                     ("1", "2", "3", "4=Perlu perbaikan", "3", "4=Sesuai", "5", "6", "7")]
    assert driver.walk("K-1", paths[0]).status == "ended"
    some = testkit.coverage_of(sop, store)
    assert 0 < some.percent < 100
    assert some.steps_never == () and some.flows_never == ("4 → 3 [Perlu perbaikan]",)
    driver.walk("K-2", paths[1])
    coverage = testkit.coverage_of(sop, store)
    assert (coverage.percent, coverage.cases, coverage.flows_never) == (100, 2, ())
    assert coverage.steps[2] == testkit.StepCoverage("3", 3, 3, 0)
    assert testkit.FlowCoverage("4", "3", "Perlu perbaikan", 1) in coverage.flows
    assert "2 kasus" in coverage.text and "2 cases" in coverage.text.en
    assert json.loads(coverage.to_json())["schema"] == "tertib.coverage/1"


def test_coverages_are_put_together_also_of_other_processes(driver, store, sop):
    driver.walk("K-1", ["1"])
    one = testkit.coverage_of(sop, store)
    other = pickle.loads(pickle.dumps(one))
    assert other == one and hash(other) == hash(one)
    both = one.merged(other)
    assert both != one and both.cases == 2 and both.percent == one.percent
    assert both.steps[0].completions == 2
    foreign = testkit.coverage_of(sop.assign({"1": "Sekretaris"})
                                  if "Sekretaris" in sop.pelaksana
                                  else sop.assign({"1": sop.pelaksana[-1]}), store)
    assert foreign.cases == 0
    refusal("argument", one.merged, foreign)


def test_more_paths_than_wanted_are_refused(sop):
    assert "max_paths" in str(refusal("limit", testkit.paths_of, sop, max_paths=1))
    assert "max_moves" in str(refusal("limit", testkit.paths_of, sop, max_moves=3))
    assert len(testkit.paths_of(sop, max_visits=1)) == 1


# --- recorded journals ----------------------------------------------------------------------------


@pytest.fixture
def journal(driver, store):
    driver.walk("K-1", ["1", "2", "3", "4=Perlu perbaikan", "3"])
    return testkit.record_journal(store)


def test_a_journal_is_played_again(journal, store, sop):
    told = []
    replay = testkit.replay_journal(journal, store, visit=lambda event, case: told.append(
        (event.number, event.kind, event.person, case.events)))
    assert told == [(1, "started", "Pegawai Kadis", 1)] + [
        (number, "completed", "Pegawai Kadis", number) for number in range(2, 7)]
    assert [each.number for each in replay.events] == [1, 2, 3, 4, 5, 6]
    assert replay.events[-1].hash == store.events("K-1")[-1].hash
    assert replay.cases == {"K-1": store.case("K-1")}
    by_sops = testkit.replay_journal(journal.splitlines(keepends=True), [sop])
    assert by_sops == replay and hash(by_sops) == hash(replay)
    assert testkit.replay_journal(journal.splitlines(keepends=True)[:3], [sop]) != replay
    assert testkit.compare(replay, store) == []


def test_a_store_that_says_otherwise_is_told(journal, driver, store):
    replay = testkit.replay_journal(journal, store)
    driver.complete("K-1", "4=Sesuai")
    assert testkit.compare(replay, store) == [
        testkit.ReplayDifference(0, "K-1", 7, "the store has events that weren't recorded")]


def test_what_is_no_journal_is_refused_by_its_line(journal, store):
    lines = journal.splitlines(keepends=True)
    error = refusal("damaged", testkit.replay_journal, lines[:2] + lines[3:], store)
    assert str(error).startswith("line 3: ") and error.row == 3
    assert refusal("format", testkit.replay_journal, lines[0] + "{}\n", store).row == 2
    refusal("argument", testkit.replay_journal, journal, [])
    refusal("limit", testkit.replay_journal, journal, store, max_events=3)


def test_what_a_visitor_raises_the_replay_raises(journal, store):
    with pytest.raises(ZeroDivisionError):
        testkit.replay_journal(journal, store, visit=lambda event, case: 1 // 0)


def test_a_visitor_is_told_what_is_in_the_chain_not_what_is_written_beside_it(journal, store):
    forged = journal.replace('"outcome": "Perlu perbaikan"', '"outcome": "Sesuai"')
    assert forged != journal
    outcomes = []
    testkit.replay_journal(forged, store,
                           visit=lambda event, case: outcomes.append(event.outcome))
    assert "Perlu perbaikan" in outcomes and "Sesuai" not in outcomes


# --- hard days ------------------------------------------------------------------------------------


@pytest.mark.parametrize("day", testkit.hard_days(), ids=lambda day: day.name)
def test_every_hard_day_can_be_put_on_a_clock(day):
    assert day.text and day.text.en and day.text != day.text.en
    assert testkit.hard_day(day.name) == day and hash(day) == hash(testkit.hard_day(day.name))
    for calendar in day.calendars:
        clock = testkit.TestClock(day.moments[0], calendar=calendar)
        clock.advance(day.waktu)
        assert clock.now > day.moments[0]
        assert clock.now == tertib.deadline(day.moments[0], day.waktu, calendar=calendar)


def test_there_is_no_other_hard_day():
    assert "friday-break" in str(refusal("argument", testkit.hard_day, "sunday"))


def test_days_off_that_are_added_overnight_move_a_deadline():
    day = testkit.hard_day("cuti-bersama-overnight")
    clock = testkit.TestClock(day.moments[0], calendar=day.calendars[0])
    promised = tertib.deadline(clock.now, day.waktu, calendar=clock.calendar)
    clock.use(day.calendars[1])
    assert tertib.deadline(day.moments[0], day.waktu, calendar=clock.calendar) > promised


# --- real documents -------------------------------------------------------------------------------


def test_every_path_of_real_documents_is_walked():
    documents = sorted(REAL.glob("*.txt"))
    if not documents:
        if os.environ.get("TERTIB_REQUIRE_DATA"):
            pytest.fail("there are no real documents beside the project")
        pytest.skip("there are no real documents beside the project")
    walked = 0
    for document in documents:
        for read in tertib.read_all(document):
            sop = read.assign({step.key: [read.pelaksana[0]] for step in read
                               if not step.marks}) if read.pelaksana else read
            store = testkit.memory_store(unknown_pelaksana="everyone")
            try:
                driver = testkit.CaseDriver(store, testkit.TestClock("2025-05-05T09:00"), sop,
                                            excuse="contoh")
                paths = testkit.paths_of(sop, max_paths=200)
            except tertib.Error as error:
                assert error.code in ("argument", "limit"), (document.name, str(error))
                continue
            for number, path in enumerate(paths):
                assert driver.walk(f"K-{number}", path).status == "ended", (document.name, path)
            assert testkit.coverage_of(driver.sop, store).percent == 100, document.name
            walked += 1
    assert walked > 0
