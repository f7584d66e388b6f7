# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The package on the example document: reading, its values, overlays, lint, graph."""

import dataclasses
import datetime
import io
import json
import pickle
import threading
from decimal import Decimal
from pathlib import Path

import pytest
import tertib
from other_thread import ticks_beside

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "sop" / "laporan-kinerja.txt"
TABLE = ("Nama SOP\tMenelaah Berkas\n\n"
         "No\tUraian\tPelaksana\t\tMutu Baku\t\t\tKeterangan\n"
         "\t\tKadis\tStaf\tKelengkapan\tWaktu\tProduk\t\n"
         "1.\tMenerima berkas\t\t●\tBerkas\t15 Menit\tTanda terima\t\n"
         "2.\tMenelaah berkas\t\t\tTanda terima\t2,5 Jam\tTelaahan\t\n").encode()


@pytest.fixture(scope="module")
def sop():
    return tertib.read(EXAMPLE)


def test_the_example_reads_to_its_steps(sop):
    assert [step.key for step in sop.steps] == list("1234567")
    assert sop.pelaksana == ("Kadis", "Urusan /Tim", "Tim Urusan Datin")
    third = sop.steps[2]
    assert third.no == "3."
    assert third.uraian == "Melakukan input data/ pemenuhan evidence kedalam Aplikasi Penkin"
    assert third.kind == "activity"
    assert third.pelaksana == () and third.marks == ()
    assert third.kelengkapan == ("Pedoman proses Penilaian Kinerja PTSP dan PPB",)
    assert third.produk == ("Kelengkapan data Penilaian Kinerja",)
    assert str(third.waktu) == "1 Bulan"
    assert third.waktu.parts[0].satuan == "bulan"
    assert third.keterangan == "" and third.outcomes == () and third.optional is None
    assert sop.step("3") == third and sop.step("99") is None
    assert sop.step_count == len(sop) == 7 and list(sop) == list(sop.steps)


def test_the_identity_is_read(sop):
    identity = sop.identity
    assert identity.nomor == "62/ 1687 / DATIN /2023"
    assert identity.tanggal_pembuatan.date == datetime.date(2023, 6, 27)
    assert str(identity.tanggal_pembuatan) == "27 Juni 2023"
    assert identity.tanggal_revisi is None
    assert len(identity.dasar_hukum) == 2
    assert len(identity.kualifikasi_pelaksana) == 4


def test_flow_runs_from_start_to_end(sop):
    assert (sop.flow[0].source, sop.flow[-1].target) == ("start", "end")
    assert all(each.provenance for each in sop.flow)


def test_marks_name_their_pelaksana_and_amounts_are_exact():
    sop = tertib.read(TABLE)
    assert sop.steps[0].pelaksana == ("Staf",)
    assert sop.steps[1].waktu.parts[0].min == Decimal("2.5")


def test_findings_have_texts_in_both_languages(sop):
    finding = next(each for each in sop.findings if each.code == "READ-NO-PELAKSANA")
    assert finding.severity == "warning" and finding.verdict is None
    assert "elaksana" in finding.message()
    assert finding.message("en") != finding.message("id") == finding.message()
    with pytest.raises(ValueError):
        finding.message("nl")


@pytest.mark.parametrize("source", [str, Path, lambda path: path.read_bytes(),
                                    lambda path: bytearray(path.read_bytes()),
                                    lambda path: memoryview(path.read_bytes())])
def test_paths_and_bytes_read_alike(sop, source):
    assert tertib.read(source(EXAMPLE)) == sop


def test_all_sops_are_listed_and_the_nth_is_read():
    assert len(tertib.read_all(TABLE)) == 1
    assert tertib.read(TABLE, nth=1, name="berkas.tsv").step_count == 2
    for nth in (0, 2):
        with pytest.raises(tertib.Error, match="SOP number") as caught:
            tertib.read(TABLE, nth=nth)
        assert caught.value.code == "argument"


def test_what_is_no_sop_is_an_error():
    with pytest.raises(tertib.Error) as caught:
        tertib.read(b"halo")
    assert caught.value.code == "format"
    assert caught.value.row >= 0 and caught.value.column >= 0
    assert "\n" not in str(caught.value)
    again = pickle.loads(pickle.dumps(caught.value))
    assert str(again) == str(caught.value) and again.code == "format"
    assert issubclass(tertib.Error, Exception) and not issubclass(tertib.Error, RuntimeError)


def test_past_a_limit_is_an_error():
    with pytest.raises(tertib.Error) as caught:
        tertib.read(bytes((64 << 20) + 1))
    assert caught.value.code == "limit"


def test_wrong_arguments_are_refused(tmp_path, sop):
    with pytest.raises(FileNotFoundError):
        tertib.read(tmp_path / "tidak-ada.txt")
    for wrong in (None, 3, io.StringIO("x")):
        with pytest.raises((TypeError, OSError)):
            tertib.read(wrong)
    with pytest.raises(TypeError):
        tertib.Sop("x")
    with pytest.raises(tertib.Error):
        sop.lint("tidak-ada")
    with pytest.raises(tertib.Error):
        tertib.Sop.from_json("{}")


def test_json_there_and_back_is_equal(sop):
    again = tertib.Sop.from_json(sop.to_json())
    assert again == sop and hash(again) == hash(sop) and again.findings == sop.findings
    assert tertib.Sop.from_json(sop.to_dict()) == sop
    assert tertib.read(sop.to_json().encode()) == sop
    assert sop.to_dict()["schema"] == "tertib.sop/1"
    assert sop != tertib.read(TABLE) and sop != "x"


def test_personal_data_can_be_left_out():
    document = tertib.read(TABLE).to_dict()
    document["identity"]["disahkan"] = {"text": "Kepala Dinas, Contoh", "jabatan": "Kepala Dinas",
                                        "nama": "Contoh", "nip": "1"}
    sop = tertib.Sop.from_json(document)
    assert sop.identity.disahkan.nama == "Contoh"
    assert "Contoh" in sop.to_json() and "Contoh" not in sop.to_json(personal=False)


def test_values_are_pickled_immutable_and_shown(sop):
    values = [sop, sop.steps[0], sop.steps[0].waktu, sop.identity, sop.findings[0], sop.flow[0],
              sop.lint(), sop.lint()[0], sop.graph()]
    for value in values:
        again = pickle.loads(pickle.dumps(value))
        assert again == value and hash(again) == hash(value)
        assert type(value).__name__ in repr(value)
    assert pickle.loads(pickle.dumps(sop.lint()[0])).remedy.en == sop.lint()[0].remedy.en
    with pytest.raises(dataclasses.FrozenInstanceError):
        sop.steps[0].uraian = "lain"
    with pytest.raises(AttributeError):
        sop.steps = ()


def test_assign_gives_a_new_sop(sop):
    assigned = sop.assign({"3": ["Kadis", "Urusan /Tim"], 4: "Kadis"}, by="Sekretariat")
    assert assigned.step("3").pelaksana == ("Kadis", "Urusan /Tim")
    assert assigned.step("4").pelaksana == ("Kadis",)
    assert sop.step("3").pelaksana == ()
    assert assigned.digest != sop.digest and assigned != sop


def test_what_an_overlay_answers_is_no_finding_any_more(sop):
    def unknown(each):
        return [finding.message("en") for finding in each.findings
                if finding.code == "READ-NO-PELAKSANA"]
    assert "1, 2, 3, 4, 5, 6, 7" in unknown(sop)[0]
    assert "1, 2, 4, 5, 6, 7" in unknown(sop.assign({"3": "Kadis"}))[0]
    assert unknown(sop.assign({step.key: "Kadis" for step in sop})) == []
    assert "1, 2, 3, 4, 5, 6, 7" in unknown(sop)[0]


def test_an_overlay_that_fits_nothing_is_a_finding(sop):
    changed = sop.overlay({"by": "Sekretariat", "assign": {"99": ["Kadis"], "1": ["Siapa"]}})
    codes = {each.code for each in changed.findings}
    assert {"OVERLAY-UNKNOWN-STEP", "OVERLAY-UNKNOWN-PELAKSANA"} <= codes
    assert sop.overlay(json.dumps(sop.overlay_template())).steps == sop.steps
    with pytest.raises(tertib.Error):
        sop.overlay("[]")


def test_lint_gives_findings_with_source_and_remedy(sop):
    report = sop.lint()
    assert report.profile == "permenpan35" and report.sop_digest == sop.digest
    assert len(report) == len(report.findings) > 0
    assert report[0] == report.findings[0] and report[:2] == report.findings[:2]
    for finding in report:
        assert finding.code and finding.source and finding.message() and finding.message("en")
        assert finding.verdict in ("violated", "undecidable")
        assert finding.severity in ("info", "warning", "error")
        assert isinstance(finding.remedy, str) and not finding.waived
    assert {rule.verdict for rule in report.rules} > {"satisfied", "violated"}
    assert report.worst in ("warning", "error")
    assert report.to_dict()["schema"] == "tertib.lint/1"


def test_waivers_mark_and_profiles_change(sop):
    code = sop.lint()[0].code
    waiver = {"code": code, "reason": "masa peralihan", "by": "Sekretariat"}
    for waivers in ([waiver], {"waivers": [waiver]}):
        report = sop.lint(waivers=waivers)
        assert all(each.waived for each in report if each.code == code)
        assert any(not each.waived for each in report)
    house = {"schema": "tertib.profile/1", "name": "rumah", "base": "permenpan35",
             "rules": {code: {"enabled": False}}}
    report = sop.lint(house)
    assert report.profile == "rumah" and code not in {each.code for each in report}


def test_the_flow_is_drawn_in_dot_and_mermaid(sop):
    dot, mermaid = sop.to_dot(), sop.to_mermaid()
    assert dot.startswith("digraph sop {\n") and '"s6" -> "s7"' in dot
    assert mermaid.startswith("flowchart TD\n") and "s6 --> s7" in mermaid
    assert "pelaksana unknown" in sop.to_dot("en") and "pelaksana unknown" not in dot
    assert "pelaksana unknown" in sop.to_mermaid(lang="en")
    for draw in (sop.to_dot, sop.to_mermaid):
        with pytest.raises(ValueError, match="there are id and en"):
            draw("fr")


def test_the_graph_tells_its_facts(sop):
    graph = sop.graph()
    assert len(graph.nodes) == 9 and len(graph.flows) == 8 and graph.loops == []
    assert len(graph.documents["links"]) == 6
    assert graph.sound is True and graph.soundness["verdict"] == "sound"
    assert graph.sop_digest == sop.digest
    assert graph.to_dict() == json.loads(graph.to_json())
    graph.nodes.clear()
    graph.to_dict().clear()
    assert len(graph.nodes) == 9
    assert graph == sop.graph() and graph != tertib.read(TABLE).graph()


def test_other_threads_run_while_a_document_is_read():
    rows = b"".join(b"%d.\tMenelaah berkas nomor %d dan mencatat hasilnya\t\t\xe2\x97\x8f\tBerkas %d\t"
                    b"15 Menit\tBerkas %d\t\n" % (n, n, n, n + 1) for n in range(3, 9000))
    assert ticks_beside(lambda: tertib.read_all(TABLE + rows)) >= 5


def test_threads_share_an_sop(sop):
    expected = sop.lint()
    results = []
    threads = [threading.Thread(target=lambda: results.append((sop.lint(), sop.graph().sound)))
               for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [(expected, True)] * 8


def test_the_version_is_the_library_s():
    root = Path(__file__).resolve().parents[2]
    assert f"project(tertib VERSION {tertib.__version__} " in (root / "CMakeLists.txt").read_text()
