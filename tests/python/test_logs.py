# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Event logs, maps, alignments and token replay in Python."""

import gzip
import json
import pickle
from pathlib import Path

import jsonschema
import pytest
import tertib
from other_thread import ticks_beside

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "sop" / "laporan-kinerja.txt"
PNML = ROOT / "tests" / "fuzz" / "corpus" / "fuzz_pnml" / "loket.pnml"
TABLE = ("No. Registrasi;Tahapan;Petugas;Jabatan;Tgl Selesai;Biaya\r\n"
         "R-1;Menerima berkas;ani;Loket;13/05/2025 08.15;\r\n"
         "R-1;Menelaah berkas;budi;Plh. Kadis;15/05/2025;25.000\r\n"
         "R-2;Menerima berkas;ani;Loket;20 Mei 2025 09.00;\r\n").encode()
WIDE = ("No Registrasi,Pemohon,Tgl Terima Berkas,Tgl Terbit\n"
        "1,a,2025-05-05,2025-05-09\n2,b,2025-05-06,\n").encode()
COUNTER = ("Kasus,Kegiatan\n"
           "R-1,Terima berkas\nR-1,Teliti berkas\nR-1,Catat permohonan\nR-1,Terbitkan izin\n"
           "R-2,Terima berkas\nR-2,Catat permohonan\nR-2,Terbitkan izin\n"
           "R-3,Terima berkas\nR-3,Foto pemohon\nR-3,Catat permohonan\nR-3,Teliti berkas\n"
           "R-3,Terbitkan izin\n").encode()


@pytest.fixture(scope="module")
def log():
    return tertib.EventLog.read(TABLE)


@pytest.fixture(scope="module")
def net():
    return tertib.Net.from_pnml(PNML)


def validate(noun, text):
    schema = json.loads((ROOT / "docs" / "schema" / f"{noun}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))


def test_a_log_tells_what_it_holds(log):
    assert (len(log), log.case_count) == (3, 2)
    assert log.activities == ("Menerima berkas", "Menelaah berkas")
    assert log.variants == (tertib.LogVariant(("Menerima berkas",), 1),
                            tertib.LogVariant(("Menerima berkas", "Menelaah berkas"), 1))
    assert (log.variant_of("R-1"), log.variant_of("R-2"), log.variant_of("R-9")) == (1, 0, None)
    info = log.info()
    validate("log_info", info.to_json())
    assert (info.events, info.cases, info.variants) == (3, 2, 2)
    assert info.first.isoformat() == "2025-05-13T08:15:00+07:00"
    assert info.last > info.first
    assert info.activities == {"Menerima berkas": 2, "Menelaah berkas": 1}
    assert info.columns == ["Biaya"] and info.digest == log.digest
    assert info.to_dict()["roles"][0] == {"text": "Loket", "events": 2}
    assert [finding.code for finding in log.findings] == ["LOG-DAY-ONLY"]
    assert log.findings[0].message("en") and log.findings[0].message()


def test_paths_and_bytes_read_alike(log, tmp_path):
    path = tmp_path / "log.csv"
    path.write_bytes(TABLE)
    for source in (path, str(path), bytearray(TABLE), memoryview(TABLE), gzip.compress(TABLE)):
        again = tertib.EventLog.read(source)
        assert again == log and hash(again) == hash(log)
    assert tertib.EventLog.from_csv(path, delimiter=";") == log
    assert log != tertib.EventLog.read(COUNTER) and log != "x"


def test_zones_and_maps_say_what_a_log_leaves_open(log):
    later = tertib.EventLog.read(TABLE, zone="+08")
    assert later.info().first.isoformat() == "2025-05-13T08:15:00+08:00" and later != log
    assert tertib.EventLog.read(TABLE, map={"zone": "+08"}) == later
    assert tertib.EventLog.read(TABLE, map={"zone": "+09"}, zone="+08") == later
    by_role = tertib.EventLog.from_csv(TABLE, map={"columns": {"activity": "Jabatan"}})
    assert by_role.activities == ("Loket", "Plh. Kadis")
    with pytest.raises(tertib.Error, match="zone"):
        tertib.EventLog.read(TABLE, zone="WIB")


@pytest.mark.parametrize("ending", [".csv", ".xes", ".csv.gz", ".xes.gz"])
def test_a_saved_log_reads_back(log, tmp_path, ending):
    path = tmp_path / ("log" + ending)
    log.save(path)
    again = tertib.EventLog.read(path)
    assert (len(again), again.case_count, again.variants) == (3, 2, log.variants)
    first = path.read_bytes()
    log.save(str(path))
    assert path.read_bytes() == first
    whole = gzip.decompress(first) if ending.endswith(".gz") else first
    assert whole == (log.to_csv() if ".csv" in ending else log.to_xes())
    assert tertib.EventLog.from_xes(log.to_xes()) == tertib.EventLog.read(log.to_xes())


def test_what_is_no_log_is_refused(log, tmp_path):
    with pytest.raises(tertib.Error) as caught:
        tertib.EventLog.read(b"%PDF-1.7\n")
    assert caught.value.code == "format"
    path = tmp_path / "log.csv"
    path.write_bytes(b"Kasus,Kegiatan\n1,\"a\n")
    with pytest.raises(tertib.Error) as caught:
        tertib.EventLog.read(path)
    assert caught.value.row == 2
    with pytest.raises(tertib.Error, match="XES"):
        tertib.EventLog.from_xes(TABLE)
    with pytest.raises(tertib.Error, match="not a table"):
        tertib.EventLog.from_csv(log.to_xes())
    with pytest.raises(FileNotFoundError):
        tertib.EventLog.read(tmp_path / "tidak-ada.csv")
    with pytest.raises((IsADirectoryError, PermissionError)):
        tertib.EventLog.read(tmp_path)
    with pytest.raises(tertib.Error, match="csv"):
        log.save(tmp_path / "log.txt")
    with pytest.raises(FileNotFoundError):
        log.save(tmp_path / "tidak-ada" / "log.csv")
    for wrong in ({"delimiter": ";;"}, {"map": {"colums": {}}}):
        with pytest.raises(tertib.Error):
            tertib.EventLog.from_csv(TABLE, **wrong)
    with pytest.raises(tertib.Error, match="set_aside"):
        tertib.EventLog.read(TABLE, other_transitions="x")
    with pytest.raises(TypeError):
        tertib.EventLog("x")
    with pytest.raises(TypeError, match="save it"):
        pickle.dumps(log)
    with pytest.raises(AttributeError):
        log.variants = ()


def test_a_file_that_fails_while_it_is_read_or_written_says_so(log):
    class Bad(OSError):
        pass

    def fail(_):
        raise Bad("disk")
    with pytest.raises(Bad, match="disk"):
        tertib._core.EventLog.read(fail, "", "", "", "", False, "")
    with pytest.raises(Bad, match="disk"):
        log._handle.write("csv", fail)
    with pytest.raises(tertib.Error, match="more bytes"):
        tertib._core.EventLog.read(lambda size: bytes(size + 1), "", "", "", "", False, "")
    with pytest.raises(TypeError):
        tertib._core.EventLog.read(lambda size: "text", "", "", "", "", False, "")


def test_a_map_is_proposed_and_completed(log):
    sop = tertib.read(EXAMPLE)
    proposed = tertib.propose_map(TABLE, sop)
    validate("map", json.dumps(proposed))
    assert proposed["columns"]["case"] == "No. Registrasi"
    assert set(proposed["activities"]) == {"Menerima berkas", "Menelaah berkas"}
    assert {each["person"] for each in proposed["people"]} == {"ani", "budi"}
    assert tertib.EventLog.read(TABLE, map=proposed) == log
    given = tertib.propose_map(TABLE, sop, map={"activities": {"Menerima berkas": "1"}})
    assert given["activities"]["Menerima berkas"] == "1"
    unknown = log.unknown_activities(sop)
    assert [finding.code for finding in unknown] == ["LOG-ACTIVITY-UNKNOWN"] * 2
    assert log.unknown_activities(sop, given) == ()
    assert len(log.unknown_activities(sop, {"activities": {"Menerima berkas": "1"}})) == 1


def test_a_table_with_one_row_a_case_is_read_with_its_map():
    with pytest.raises(tertib.Error):
        tertib.EventLog.read(WIDE)
    proposed = tertib.propose_map(WIDE)
    assert proposed["wide"] == {"?1": "Tgl Terima Berkas", "?2": "Tgl Terbit"}
    proposed["wide"] = {"1": "Tgl Terima Berkas", "2": "Tgl Terbit"}
    assert len(tertib.EventLog.read(WIDE, map=json.dumps(proposed))) == 3


def test_a_log_is_aligned_with_a_net(net):
    assert net.labels == ("Terima berkas", "Teliti berkas", "Catat permohonan", "Terbitkan izin")
    assert (net.place_count, net.transition_count) == (6, 5)
    log = tertib.EventLog.read(COUNTER)
    found = tertib.align(net, log, moves=True)
    validate("align", found.to_json())
    assert (found.cases, found.events, found.cost, found.cost_lower) == (3, 12, 2, 2)
    assert (found.min_model_cost, found.perfect, found.histogram) == (4, 1, {0: 1, 1: 2})
    assert found.log_fitness == pytest.approx(1 - 2 / 24)
    assert found.avg_fitness == pytest.approx((1 + 6 / 7 + 8 / 9) / 3)
    assert 0.5 < found.precision <= 1 and not found.stopped
    third = found.variants[log.variant_of("R-3")]
    assert third.activities == log.variants[log.variant_of("R-3")].activities
    assert (third.cost, third.cases, third.optimal) == (1, 1, True)
    assert third.moves[1] == tertib.AlignMove("log", "Foto pemohon", None)
    second = found.variants[log.variant_of("R-2")]
    assert tertib.AlignMove("model", None, "Teliti berkas") in second.moves
    assert tertib.AlignMove("silent", None, None) in second.moves
    plain = tertib.align(net, log)
    assert plain.precision is None and plain.variants[0].moves == ()
    assert plain.to_dict() == found.to_dict() and plain != found


def test_a_log_is_held_against_an_sop_by_number_and_by_map():
    sop = tertib.read(EXAMPLE)
    rows = [f"R-1,{key}" for key in "1234567"]
    log = tertib.EventLog.read(("Kasus,Kegiatan\n" + "\n".join(rows)).encode())
    assert tertib.align(sop, log).perfect == 1
    assert tertib.replay(sop, log).counts["fits"] == 1
    odd = tertib.EventLog.read(("Kasus,Kegiatan\n" + "\n".join(rows).replace(",3", ",Ketik"))
                               .encode())
    net = tertib.Net.from_sop(sop)
    assert tertib.align(net, odd).cost == 2
    assert tertib.align(net, odd, map={"activities": {"Ketik": "3"}}).cost == 0
    assert tertib.replay(net, odd, map={"activities": {"Ketik": "3"}}).counts["fits"] == 1
    with pytest.raises(tertib.Error):
        tertib.align(net, odd, map={"activities": {"Ketik": "99"}})


def test_token_replay_agrees_with_alignments(net):
    log = tertib.EventLog.read(COUNTER)
    told = tertib.replay(net, log)
    validate("token_replay", told.to_json())
    assert (told.cases, told.events) == (3, 12)
    assert told.counts == {"fits": 1, "unknown": 1, "not_possible": 1, "unfinished": 0,
                           "not_decided": 0}
    third = told.variants[log.variant_of("R-3")]
    assert (third.verdict, third.event, third.cases) == ("unknown", 1, 1)
    fits = [each.verdict == "fits" for each in told.variants]
    assert fits == [each.cost == 0 for each in tertib.align(net, log).variants]


def test_a_budget_gives_bounds_and_undecided_cases(net):
    log = tertib.EventLog.read(COUNTER)
    bounded = tertib.align(net, log, budget_seconds=0)
    assert bounded.stopped and bounded.cost_lower <= 2 <= bounded.cost
    assert tertib.replay(net, log, budget_seconds=0).counts["not_decided"] == 3
    with pytest.raises(tertib.Error) as caught:
        tertib.align(net, log, max_states=1)
    assert caught.value.code == "limit"


def test_values_are_pickled_immutable_and_shown(log, net):
    counter = tertib.EventLog.read(COUNTER)
    for value in (log.info(), tertib.align(net, counter, moves=True), tertib.replay(net, counter),
                  log.variants[0]):
        again = pickle.loads(pickle.dumps(value))
        assert again == value and hash(again) == hash(value)
        assert type(value).__name__ in repr(value)
        with pytest.raises(AttributeError):
            value.cases = 0
    assert "3 events" in repr(log) and "places" in repr(net)


def test_what_is_no_net_is_refused(tmp_path):
    with pytest.raises(tertib.Error) as caught:
        tertib.Net.from_pnml(b"<a/>")
    assert caught.value.code == "format"
    with pytest.raises(FileNotFoundError):
        tertib.Net.from_pnml(tmp_path / "tidak-ada.pnml")
    with pytest.raises(TypeError):
        tertib.Net("x")


def test_other_threads_run_while_a_log_is_read():
    rows = b"".join(b"R-%d,Terima berkas,2025-05-05T08:00\n" % n for n in range(400_000))
    table = b"Kasus,Kegiatan,Selesai\n" + rows
    assert ticks_beside(lambda: tertib.EventLog.read(table).info()) >= 5
