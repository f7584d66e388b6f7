# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Running cases from Python: a store, its replies and lists, threads, forks, real documents."""

import datetime
import importlib.util
import os
import pathlib
import pickle
import sqlite3
import threading

import pytest

tertib = pytest.importorskip("tertib")

ROOT = pathlib.Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data" / "sop"
TABLE = ("Nama SOP\tMenelaah Berkas\n\n"
         "No\tUraian\tPelaksana\t\tMutu Baku\t\t\tKeterangan\n"
         "\t\tKadis\tStaf\tKelengkapan\tWaktu\tProduk\t\n"
         "1.\tMenerima berkas\t\t●\tBerkas\t15 Menit\tTanda terima\t\n"
         "2.\tMenelaah berkas\t●\t\tTanda terima\t1 Hari\tTelaahan\t\n").encode()
WIB = datetime.timezone(datetime.timedelta(hours=7))
WIT = datetime.timezone(datetime.timedelta(hours=9))
ANI = {"by": "Ani", "as_": "Staf"}
BUDI = {"by": "Budi", "as_": "Kadis"}


def at(text):
    """2025-05-05 in WIB."""
    return datetime.datetime.fromisoformat(f"2025-05-05T{text}:00+07:00")


@pytest.fixture(scope="module")
def sop():
    return tertib.read(TABLE)


@pytest.fixture
def store(sop):
    with tertib.Store.memory() as opened:
        assert not opened.start("a", sop, now=at("08:00"), **ANI).refused
        yield opened


def load_verifier():
    spec = importlib.util.spec_from_file_location(
        "verify_journal", ROOT / "tools" / "verify" / "verify_journal.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def unsound(lines):
    """What the verifier outside finds wrong."""
    verifier = load_verifier()
    cases = verifier.verify(tuple(row) for row in verifier.rows_of_export(lines))
    return {name: case.first_bad() for name, case in cases.items() if case.first_bad()}


# --- commands -------------------------------------------------------------------------------------


def test_a_case_runs_to_its_end_and_its_journal_holds(tmp_path, sop):
    path = tmp_path / "kasus.tertib"
    with tertib.Store(path, synchronous="normal") as store:
        assert store.register(sop) == sop.digest
        done = [
            store.start("a", sop, now=at("08:00"), waktu="2 Hari", dasar="SP 3", **ANI),
            store.accept("a", now=at("08:01"), **ANI),
            store.claim("a", "1", now=at("08:02"), **ANI),
            store.release("a", "1", now=at("08:03"), **ANI),
            store.annotate("a", "berkas tebal", task="1", now=at("08:04"), **ANI),
            store.attach("a", "foto.jpg", now=at("08:05"), media_type="image/jpeg", size=17,
                         sha256="a" * 64, location="rak 3", **ANI),
            store.complete("a", "1", now=at("08:06"), produk=["Tanda terima"], **ANI),
            store.return_("a", "2", "1", now=at("08:07"), reason="belum lengkap", **BUDI),
            store.complete("a", "1#2", now=at("08:08"), produk=["tanda  terima"], **ANI),
            store.wait("a", "2", now=at("08:09"), scope="task_and_service",
                       reason="pemohon melengkapi", **BUDI),
            store.resume("a", "2", now=at("08:10"), with_="whole", dasar="SE 1", **BUDI),
            store.reassign("a", "2", now=at("08:11"), person="Citra", reason="cuti", **BUDI),
            store.reassign("a", "2", now=at("08:12"), reason="kembali", **BUDI),
            store.suspend("a", now=at("08:13"), reason="libur", **BUDI),
            store.reopen("a", now=at("08:14"), reason="masuk", **BUDI),
            store.cancel("a", now=at("08:15"), reason="salah", **BUDI),
            store.reopen("a", now=at("08:16"), reason="benar", **BUDI),
            store.skip("a", "2", now=at("08:17"), reason="mendesak", dasar="disposisi", **BUDI),
            store.erase("a", 5, now=at("08:18"), dasar="UU 27/2022", **BUDI),
        ]
        assert [reply.code for reply in done] == [""] * len(done)
        assert [reply.receipt.last for reply in done] == list(range(1, len(done) + 1))
        case = store.case("a")
        assert case.status == "ended" and case.tasks == ()
        events = store.events("a")
        assert [event.number for event in events] == list(range(1, len(done) + 1))
        assert events[-1].hash == done[-1].receipt.hash
        assert [event.number for event in events if event.erased] == [5]
        assert events[0].person == "Ani" and events[0].as_ == "Staf" and events[4].person is None
        assert events[6].to_dict()["produk"] == [0]
        store.tidy()
        assert store.verify() and store.verify().events == len(done)
        assert unsound(store.export()) == {}
    assert b"berkas tebal" not in path.read_bytes()


def test_a_refusal_is_an_answer_that_changes_nothing(store, sop):
    before = store.case("a")
    reply = store.start("a", sop, now=at("08:10"), **ANI)
    assert reply.refused and reply.receipt is None
    assert reply.code == reply.refusal.code == "CASE-EXISTS"
    assert reply.message == "Kasus a sudah ada."
    assert reply.message.en == reply.refusal.message("en")
    assert store.claim("b", "1", now=at("08:10"), **ANI).code == "CASE-UNKNOWN"
    assert store.claim("a", "1", now=at("08:10"), **BUDI).refused
    assert store.case("a") == before
    done = store.claim("a", "1", now=at("08:10"), **ANI)
    assert not done.refused and done.code == "" and done.message == "" and done.message.en == ""


def test_a_key_is_answered_as_the_first_time(store):
    first = store.claim("a", "1", now=at("08:10"), key="form-17", **ANI)
    again = store.claim("a", "1", now=at("08:20"), key="form-17", **ANI)
    assert again.repeated and not first.repeated and again.receipt == first.receipt
    assert store.release("a", "1", now=at("08:20"), key="form-17", **ANI).code == "KEY-USED"
    assert store.release("a", "1", now=at("08:20"), seen=1, **ANI).code == "CASE-STALE"
    assert not store.release("a", "1", now=at("08:20"), seen=2, **ANI).refused


def test_requests_are_given_as_json_too(store, sop):
    command = {"case": "b", "verb": "start", "by": "Ani", "as": "Staf", "now": at("08:00")}
    office = store.register_calendar("id5")
    start = {"command": command, "sop": sop.digest, "calendar": office}
    assert store.submit(start).receipt.case == "b"
    assert start["command"]["now"] == at("08:00"), "the caller's own is left alone"
    text = ('{"schema": "tertib.request/1", "command": {"schema": "tertib.command/1", "case": "b",'
            ' "verb": "claim", "task": "1", "by": "Ani", "as": "Staf", "now": "2025-05-05T08:01"}}')
    replies = store.submit_all([text, text, {**start, "command": {**command, "case": "c"}}])
    assert [reply.code for reply in replies] == ["", "TASK-YOURS", ""]
    assert store.events("b")[1].recorded == at("08:01")
    assert store.submit_all([]) == []
    for wrong in ({}, {"command": 3}, "[]"):
        with pytest.raises(tertib.Error) as raised:
            store.submit(wrong)
        assert raised.value.code == "argument"
    with pytest.raises(tertib.Error) as raised:
        store.submit({"command": {**command, "colour": "red"}})
    assert raised.value.code == "format" and "/command" in str(raised.value)


def test_an_sop_or_calendar_that_is_not_there_is_an_error(store, sop):
    with pytest.raises(tertib.Error) as raised:
        store.start("b", "0" * 64, now=at("08:00"), **ANI)
    assert raised.value.code == "argument"
    unknown = tertib.read(TABLE.replace("●".encode(), b""))
    with pytest.raises(tertib.Error, match="PELAKSANA-UNKNOWN"):
        store.start("b", unknown, now=at("08:00"), **ANI)
    with tertib.Store.memory(unknown_pelaksana="everyone") as tolerant:
        assert not tolerant.start("b", unknown, now=at("08:00"), **ANI).refused


# --- time -----------------------------------------------------------------------------------------


def test_times_without_a_zone_are_in_the_calendars(store, sop):
    naive = datetime.datetime(2025, 5, 5, 10, 0)
    store.start("wit", sop, now=naive, calendar="id5+09", **ANI)
    case = store.case("wit")
    assert case.started == naive.replace(tzinfo=WIT)
    assert case.started.utcoffset() == datetime.timedelta(hours=9)
    assert case.calendar == "id5+09"
    assert store.claim("wit", "1", now="2025-05-05T10:05", **ANI).receipt is not None
    assert store.events("wit")[1].recorded == datetime.datetime(2025, 5, 5, 10, 5, tzinfo=WIT)
    utc = datetime.datetime(2025, 5, 5, 1, 10, 0, 250, tzinfo=datetime.timezone.utc)
    store.release("wit", "1", now=utc, at=naive.replace(minute=6), **ANI)
    last = store.events("wit")[-1]
    assert last.recorded == utc
    assert last.happened == datetime.datetime(2025, 5, 5, 10, 6, tzinfo=WIT)
    submitted = store.submit({"command": {"case": "wit", "verb": "claim", "task": "1", "by": "Ani",
                                          "as": "Staf", "now": datetime.datetime(2025, 5, 5, 11)}})
    assert not submitted.refused
    assert store.events("wit")[-1].recorded == datetime.datetime(2025, 5, 5, 11, tzinfo=WIT)
    why = store.why("wit", now="2025-05-05T11:01", **ANI)
    assert '"now": "2025-05-05T11:01:00+09:00"' in why.to_json()


def test_a_time_known_only_to_the_day_is_refused(store):
    for vague in (datetime.date(2025, 5, 5), "2025-05-05", "2025-05-05T08", "kemarin"):
        with pytest.raises(tertib.Error) as raised:
            store.claim("a", "1", now=vague, **ANI)
        assert raised.value.code == "argument"
    with pytest.raises(TypeError):
        store.claim("a", "1", now=17, **ANI)


def test_what_fell_due_is_recorded_once(store):
    due = store.next_due()
    assert due == at("08:15") + datetime.timedelta(microseconds=1) and due.utcoffset() is not None
    assert store.tick(at("08:15")) == tertib.Tick((), due)
    tick = store.tick("2025-05-05T09:00")
    assert tick.missed == (tertib.MissedDeadline("a", "1#1", due),) and tick.next_due is None
    assert store.tick("2025-05-06T09:00").missed == () and store.next_due() is None
    assert store.case("a").tasks[0].overdue


# --- lists ----------------------------------------------------------------------------------------


def test_worklists_and_cases_tell_deadlines(store, sop):
    store.start("b", sop, now=at("07:50"), **ANI)
    store.claim("b", "1", now=at("08:05"), **ANI)
    work = list(store.worklist("staf"))
    assert [item.case for item in work] == ["b", "a"]
    assert work[0].task == "1#1" and work[0].holder == "Ani" and work[0].state == "claimed"
    assert work[1].due == work[1].promised == at("08:15") and work[1].holder is None
    assert work[1].nama == "Menelaah Berkas" and work[1].waiting_since is None
    assert list(store.worklist("Kadis")) == []
    cases = list(store.cases())
    assert [item.case for item in cases] == ["a", "b"]
    assert cases[0].open == ("1#1",) and cases[0].due == at("08:15") and cases[0].result is None


def test_long_lists_come_whole(store, sop):
    office = store.register_calendar("id5")
    names = [f"k{number:04}" for number in range(600)]
    store.submit_all([{"command": {"case": name, "verb": "start", "by": "Ani", "as": "Staf",
                                   "now": at("08:00")}, "sop": sop.digest, "calendar": office}
                      for name in names])
    assert [item.case for item in store.cases()] == ["a", *names]
    assert sorted(item.case for item in store.worklist("Staf")) == ["a", *names]
    assert len(list(store.export())) == 601


def test_why_offers_the_buttons(store):
    why = store.why("a", now=at("08:10"), **ANI)
    task = why.tasks[0]
    assert task.option("claim").chance == "possible"
    assert task.option("release").chance == "refused" and task.option("release").refusal.code
    assert task.option("dance") is None
    assert store.why("a", now=at("08:10")).tasks[0].option("claim").chance == "refused"
    assert store.why("b", now=at("08:10")) is None and store.case("b") is None
    assert store.events("b") == []


def test_values_are_equal_hashable_and_pickle(store):
    reply = store.claim("a", "1", now=at("08:10"), **ANI)
    for value in (reply, store.claim("a", "1", now=at("08:10"), **ANI), store.case("a"),
                  store.why("a", now=at("08:10"), **ANI), store.verify(), *store.events("a"),
                  *store.cases(), *store.worklist("Staf"), store.tick(at("08:10"))):
        assert pickle.loads(pickle.dumps(value)) == value
        assert hash(value) == hash(pickle.loads(pickle.dumps(value)))
        with pytest.raises(AttributeError):
            value.case = "b"
    with pytest.raises(TypeError):
        pickle.dumps(store)


# --- the file -------------------------------------------------------------------------------------


def test_a_store_in_a_file_is_there_again(tmp_path, sop):
    path, copy = tmp_path / "kasus.tertib", tmp_path / "salinan.tertib"
    with pytest.raises(tertib.Error) as raised:
        tertib.Store(path, mode="write")
    assert raised.value.code == "io"
    with tertib.Store(path) as store:
        store.start("a", sop, now=at("08:00"), **ANI)
        with tertib.Store(str(path), mode="write") as second:
            assert second.claim("a", "1", now=at("08:01"), **ANI).receipt.last == 2
        assert store.case("a").tasks[0].holder == "Ani"
        store.backup(copy)
        with pytest.raises(tertib.Error):
            store.backup(copy)
    assert store.closed and repr(store) == "<tertib.Store (closed)>"
    store.close()
    for call in (store.verify, store.next_due, store.tidy, lambda: list(store.cases())):
        with pytest.raises(tertib.Error, match="closed") as raised:
            call()
        assert raised.value.code == "argument"
    with tertib.Store(copy, mode="read_only") as read_only:
        assert [event.kind for event in read_only.events("a")] == ["started", "claimed"]
        with pytest.raises(tertib.Error) as raised:
            read_only.release("a", "1", now=at("08:02"), **ANI)
        assert raised.value.code == "store"
    assert load_verifier().verify(load_verifier().rows_of_store(copy))["a"].first_bad() is None


def test_a_file_that_is_no_store_and_wrong_options_are_refused(tmp_path):
    other = tmp_path / "lain.db"
    other.write_bytes(b"bukan basis data" * 100)
    for wrong, code in (({}, "damaged"), ({"mode": "x"}, "argument"),
                        ({"synchronous": "off"}, "argument"),
                        ({"unknown_pelaksana": "none"}, "argument")):
        with pytest.raises(tertib.Error) as raised:
            tertib.Store(other, **wrong)
        assert raised.value.code == code
    with pytest.raises(tertib.Error):
        tertib.Store("file:x.tertib")
    with pytest.raises(TypeError):
        tertib.Store(b"x.tertib")
    with pytest.raises(tertib.Error) as raised:
        tertib.Store.memory().backup(tmp_path / "x.tertib")
    assert raised.value.code == "unsupported"


@pytest.mark.parametrize("kind", ["memory", "file"])
def test_a_store_carried_over_a_fork_refuses(tmp_path, sop, kind):
    path = tmp_path / "kasus.tertib"
    store = tertib.Store.memory() if kind == "memory" else tertib.Store(path)
    store.start("a", sop, now=at("08:00"), **ANI)
    child = os.fork()
    if child == 0:
        try:
            store.claim("a", "1", now=at("08:01"), **ANI)
            code = 1
        except tertib.Error as error:
            code = 0 if "fork" in str(error) and error.code == "argument" else 2
            store.close()
        os._exit(code)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert not store.claim("a", "1", now=at("08:01"), **ANI).refused, "the parent goes on"
    store.close()


def test_threads_share_a_store(tmp_path, sop):
    with tertib.Store(tmp_path / "kasus.tertib", synchronous="normal") as store:
        store.register(sop)
        failures = []

        def work(number):
            try:
                for turn in range(20):
                    name = f"{number}-{turn}"
                    assert not store.start(name, sop, now=at("08:00"), **ANI).refused
                    assert not store.claim(name, "1", now=at("08:01"), **ANI).refused
                    assert store.case(name).tasks[0].holder == "Ani"
            except BaseException as error:
                failures.append(error)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
        assert store.verify() and store.verify().events == 160


def test_other_threads_run_while_one_waits_for_the_store(tmp_path, sop):
    path = tmp_path / "kasus.tertib"
    with tertib.Store(path, busy_timeout=0.3) as store:
        store.start("a", sop, now=at("08:00"), **ANI)
        blocker = sqlite3.connect(path, isolation_level=None)
        blocker.execute("BEGIN IMMEDIATE")
        raised = []

        def wait():
            try:
                store.claim("a", "1", now=at("08:01"), **ANI)
            except tertib.Error as error:
                raised.append(error.code)

        thread = threading.Thread(target=wait)
        thread.start()
        turns = 0
        while thread.is_alive():
            turns += 1
        thread.join()
        assert raised == ["store"] and turns > 100
        blocker.execute("ROLLBACK")
        blocker.close()
        assert not store.claim("a", "1", now=at("08:01"), **ANI).refused


# --- real documents -------------------------------------------------------------------------------


def real_documents():
    return sorted(REAL.glob("*.txt"))


def drive(store, sop, name):
    """Completes whatever is open, the first outcome of each decision, until the case is over."""
    pelaksana = sop.pelaksana[0]
    actor = {"by": "Pegawai contoh", "as_": pelaksana}
    minute = datetime.timedelta(minutes=1)
    now = datetime.datetime(2025, 5, 5, 8, 0, tzinfo=WIB)
    assert not store.start(name, sop, now=now, **actor).refused
    for _ in range(4 * len(sop) + 4):
        case = store.case(name)
        if case.status == "ended":
            return case
        task = case.tasks[0]
        now += minute
        posts = [post for post in task.pelaksana if post not in task.done_by]
        actor = {"by": "Pegawai contoh", "as_": posts[0]}
        reasons = store.why(name, now=now, **actor).tasks
        reason = next(each for each in reasons if each.task == task.task)
        choices = reason.option("complete").choices
        reply = store.complete(name, task.task, now=now, produk=sop.step(task.step).produk,
                               outcome=choices[0] if choices else "", excuse="contoh", **actor)
        assert not reply.refused, (reply.code, reply.message)
    return store.case(name)


def test_cases_of_real_documents_run(tmp_path):
    documents = real_documents()
    if not documents:
        if os.environ.get("TERTIB_REQUIRE_DATA"):
            pytest.fail("there are no real documents beside the project")
        pytest.skip("there are no real documents beside the project")
    run = 0
    with tertib.Store(tmp_path / "kasus.tertib", synchronous="normal") as store:
        for path in documents:
            try:
                sops = tertib.read_all(path)
            except tertib.Error as error:
                assert error.code in ("format", "unsupported", "limit"), path
                continue
            for number, sop in enumerate(sops):
                filled = sop.assign({step.key: [sop.pelaksana[0]] for step in sop
                                     if not step.marks}) if sop.pelaksana else sop
                try:
                    store.register(filled)
                except tertib.Error as error:
                    assert error.code == "argument", (path, str(error))
                    continue
                drive(store, filled, f"{path.name}#{number}")
                run += 1
        assert run > 0
        assert store.verify().holds
        assert unsound(store.export()) == {}
