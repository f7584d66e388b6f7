# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The command as scripts and people meet it: exit codes, JSON, help, widths, hostile input."""

import errno
import json
import os
import pathlib
import pty
import re
import subprocess
import unicodedata

import jsonschema
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "sop" / "laporan-kinerja.txt"
REAL = ROOT.parent / "shared" / "data" / "sop"
BINARY = os.environ.get("TERTIB_BIN") or str(ROOT / "build" / "bin" / "tertib")
SCHEMAS = {path.stem: json.loads(path.read_text("utf-8"))
           for path in (ROOT / "docs" / "schema").glob("*.json")}

START = ["--start", "2023-06-27T08:00"]

pytestmark = pytest.mark.skipif(
    not os.path.exists(BINARY) and not os.environ.get("TERTIB_BIN"),
    reason="the command isn't built; TERTIB_BIN names it")

HEADER = ("No\tUraian\tPelaksana\t\tMutu Baku\t\t\tKeterangan\n"
          "\t\tKadis\tStaf\tKelengkapan\tWaktu\tProduk\t\n")
ROW = "1.\tMenerima berkas\t\t●\tBerkas\t15 Menit\tTanda terima\t\n"


def sop(name="Menelaah Berkas", rows=ROW):
    return f"Nama SOP\t{name}\n\n{HEADER}{rows}".encode()


def run(*arguments, data=b"", **environment):
    """The command with a plain environment: what the tests say and nothing else."""
    settings = {"PATH": os.environ["PATH"], **environment}
    return subprocess.run([BINARY, *map(str, arguments)], input=data, capture_output=True,
                          check=False, env=settings, timeout=60)


def answer(*arguments, data=b"", exits=(0, 1)):
    """The one JSON document that the call prints."""
    done = run(*arguments, "--json", data=data)
    assert done.returncode in exits, done.stderr.decode()
    return json.loads(done.stdout)


def validate(noun, document):
    schema = json.loads(json.dumps(SCHEMAS[noun]))
    if noun == "sops":
        # Older validators don't find a schema by its URN: each SOP is checked by itself.
        schema["properties"]["sops"]["items"] = {}
        for each in document["sops"]:
            validate("sop", each)
    jsonschema.Draft202012Validator(schema).validate(document)


def width(line):
    return sum(0 if unicodedata.combining(c) else 1 + (unicodedata.east_asian_width(c) in "WF")
               for c in line)


# --- exit codes -----------------------------------------------------------------------------------


@pytest.mark.parametrize("verb", [["read"], ["lint"], ["graph"], ["overlay", "init"]])
def test_a_document_without_errors_ends_with_0(verb):
    done = run(*verb, EXAMPLE)
    assert done.returncode == 0
    assert done.stdout


def test_a_rule_of_severity_error_that_is_broken_ends_lint_with_1():
    broken = sop(rows="1.\tMenerima berkas\t\t●\tBerkas\t\tTanda terima\t\n")
    report = answer("lint", "-", data=broken)
    assert "error" in {each["severity"] for each in report["findings"]}
    assert run("lint", "-", data=broken).returncode == 1


def test_a_waived_error_ends_lint_with_0(tmp_path):
    broken = sop(rows="1.\tMenerima berkas\t\t●\tBerkas\t\tTanda terima\t\n")
    errors = {each["code"] for each in answer("lint", "-", data=broken)["findings"]
              if each["severity"] == "error"}
    overlay = {"schema": "tertib.overlay/1",
               "waivers": [{"code": code, "reason": "masa peralihan", "by": "Sekretaris",
                            "nomor_surat": "12/2024"} for code in sorted(errors)]}
    path = tmp_path / "overlay.json"
    path.write_text(json.dumps(overlay))
    done = run("lint", "-", "--overlay", path, data=broken)
    assert done.returncode == 0
    assert f"Dikecualikan ({len(errors)})" in done.stdout.decode()
    assert "Sekretaris, 12/2024: masa peralihan" in done.stdout.decode()


def test_a_table_without_steps_ends_read_with_1():
    done = run("read", "-", data=sop(rows=""))
    assert done.returncode == 1
    assert "READ-NO-STEPS" in done.stdout.decode()


@pytest.mark.parametrize("verb", ["read", "lint", "graph"])
def test_an_overlay_that_does_not_fit_ends_with_1(verb):
    done = run(verb, EXAMPLE, "--assign", "3=Bupati")
    assert done.returncode == 1
    told = done.stdout if verb == "read" else done.stderr
    assert "OVERLAY-UNKNOWN-PELAKSANA" in told.decode()


@pytest.mark.parametrize("arguments, complaint", [
    ([], "read, overlay, lint, graph, plan"),
    (["baca", EXAMPLE], "baca"),
    (["read"], "DOC"),
    (["overlay"], "--help"),
    (["read", EXAMPLE, "--nth", "2"], "memuat 1 SOP"),
    (["read", EXAMPLE, "--nth", "x"], "--nth"),
    (["read", EXAMPLE, "--nth", "1", "--all"], "--all"),
    (["read", EXAMPLE, "--lang", "fr"], "id atau en"),
    (["read", EXAMPLE, "--assign", "3"], "LANGKAH=PELAKSANA"),
    (["read", EXAMPLE, "--assign", "=Kadis"], "LANGKAH=PELAKSANA"),
    (["read", EXAMPLE, "--json=false"], "json"),
    (["read", EXAMPLE, "--all=7x"], "all"),
    (["lint", EXAMPLE, "--profile", "permenpan99"], "permenpan35"),
    (["graph", EXAMPLE, "--dot", "--mermaid"], "--mermaid"),
    (["graph", EXAMPLE, "--dot", "--json"], "--json"),
    (["plan", EXAMPLE], "--start 2025-05-05T08:00"),
    (["plan", EXAMPLE, "--start", "besok"], "--start besok"),
    (["plan", EXAMPLE, "--start", "2025-05-05", "--calendar", "id7"], "id5"),
    (["plan", EXAMPLE, "--start", "2025-05-05", "--outcome", "3"], "LANGKAH=HASIL"),
    (["plan", EXAMPLE, "--start", "2025-05-05", "--outcome", "9=Ya"], "step 9"),
    (["plan", EXAMPLE, "--start", "2025-05-05", "--items", "x"], "LANGKAH=JUMLAH"),
    (["plan", EXAMPLE, "--start", "2025-05-05", "--items", "9=1"], "step 9"),
    (["plan", EXAMPLE, "--start", "2025-05-05", "--rounds", "-1"], "--rounds"),
    (["completion", "fish"], "bash"),
])
def test_wrong_usage_ends_with_2_and_one_line(arguments, complaint):
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert complaint in done.stderr.decode()
    assert done.stderr.decode().count("\n") == 1


@pytest.mark.parametrize("data", [b"", b"\x00\x01\x02\xff" * 64, b"selamat pagi\n", b"PK\x03\x04",
                                  b'{"schema": "tertib.sop/1"}', b"[" * 100_000])
def test_bytes_without_an_sop_end_with_3_and_one_line(data):
    done = run("read", "-", data=data)
    assert done.returncode == 3
    assert done.stdout == b""
    assert done.stderr.decode().startswith("tertib: -: ")
    assert done.stderr.decode().count("\n") == 1


def test_a_missing_file_a_folder_and_a_huge_file_end_with_3_and_name_the_file(tmp_path):
    huge = tmp_path / "besar.txt"
    with open(huge, "wb") as file:
        file.truncate(65 << 20)
    for path, words in [(tmp_path / "tiada.txt", "tidak ada"), (tmp_path, "folder"),
                        (huge, "64 MiB")]:
        done = run("read", path)
        assert done.returncode == 3
        assert str(path) in done.stderr.decode() and words in done.stderr.decode()
        assert done.stderr.decode().count("\n") == 1


def test_an_endless_input_is_cut_at_the_limit():
    with open("/dev/zero", "rb") as zeros:
        done = subprocess.run([BINARY, "read", "-"], stdin=zeros, capture_output=True, check=False,
                              timeout=60)
    assert done.returncode == 3
    assert b"64 MiB" in done.stderr


@pytest.mark.parametrize("bad", [b"{", b"[]", b'{"schema": "tertib.overlay/1", "asign": {}}'])
def test_an_overlay_or_profile_that_is_none_ends_with_3(bad, tmp_path):
    path = tmp_path / "bad.json"
    path.write_bytes(bad)
    assert run("read", EXAMPLE, "--overlay", path).returncode == 3
    assert run("lint", EXAMPLE, "--profile", path).returncode == 3


def test_an_output_that_cannot_be_written_ends_with_4(tmp_path):
    done = run("read", EXAMPLE, "-o", tmp_path / "tiada" / "sop.json")
    assert done.returncode == 4
    assert "sop.json" in done.stderr.decode()
    if os.path.exists("/dev/full"):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([BINARY, "read", EXAMPLE], stdout=full, stderr=subprocess.PIPE,
                                  check=False)
        assert done.returncode == 4


def test_a_reader_that_goes_away_is_no_failure():
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([BINARY, "read", EXAMPLE], stdout=writer, stderr=subprocess.PIPE,
                          check=False)
    os.close(writer)
    assert done.returncode == 0
    assert done.stderr == b""


# --- JSON -----------------------------------------------------------------------------------------


def test_each_verb_writes_the_json_of_its_schema():
    validate("sop", answer("read", EXAMPLE))
    validate("sops", answer("read", EXAMPLE, "--all"))
    validate("lint", answer("lint", EXAMPLE))
    validate("graph", answer("graph", EXAMPLE))
    validate("plan", answer("plan", EXAMPLE, *START))
    validate("overlay", answer("overlay", "init", EXAMPLE))


def test_json_is_alone_on_standard_output_even_where_there_is_talk():
    two = sop("Satu") + b"\n\n" + sop("Dua")
    done = run("read", "-", "--json", data=two)
    assert json.loads(done.stdout)["identity"]["nama"] == "Satu"
    assert "2 SOP" in done.stderr.decode()


def test_the_json_that_read_writes_is_read_back_to_the_same_sop():
    first = run("read", EXAMPLE, "--json").stdout
    again = json.loads(run("read", "-", "--json", data=first).stdout)
    assert again["digest"] == json.loads(first)["digest"]


def test_a_profile_of_ones_own_is_taken_from_a_file(tmp_path):
    profile = {"schema": "tertib.profile/1", "name": "rumah", "base": "permenpan35",
               "rules": {"ID-8a": {"severity": "error"}}}
    path = tmp_path / "profil.json"
    path.write_text(json.dumps(profile))
    done = run("lint", EXAMPLE, "--profile", path)
    assert done.returncode == 1
    assert "Perlu diperbaiki (1)" in done.stdout.decode()


# --- several SOPs, standard input, additions ------------------------------------------------------


def test_several_sops_are_told_and_chosen(tmp_path):
    path = tmp_path / "dua.txt"
    path.write_bytes(sop("Satu") + b"\n\n" + sop("Dua"))
    assert "--nth" in run("read", path).stderr.decode()
    assert answer("read", path, "--nth", 2)["identity"]["nama"] == "Dua"
    both = answer("read", path, "--all")
    validate("sops", both)
    assert [each["identity"]["nama"] for each in both["sops"]] == ["Satu", "Dua"]
    text = run("read", path, "--all").stdout.decode()
    assert "SOP 1 dari 2" in text and "SOP 2 dari 2" in text
    assert run("read", path, "--all", "--assign", "1=Kadis").returncode == 2


def test_an_overlay_goes_to_the_sop_it_names_with_all(tmp_path):
    path = tmp_path / "dua.txt"
    path.write_bytes(sop("Satu") + b"\n\n" + sop("Dua"))
    overlay = answer("overlay", "init", path, "--nth", 2)
    overlay["assign"] = {"1": ["Kadis"]}
    filled = tmp_path / "overlay.json"
    filled.write_text(json.dumps(overlay))
    both = answer("read", path, "--all", "--overlay", filled)["sops"]
    marks = [[mark["pelaksana"] for mark in each["steps"][0]["marks"]] for each in both]
    assert marks == [["Staf"], ["Kadis"]]


def test_after_a_single_assign_the_other_steps_stay_undecidable_not_broken():
    report = answer("lint", EXAMPLE, "--assign", "3=Kadis", exits=(0,))
    told = [each for each in report["findings"] if each["code"] == "TAB-6"]
    assert [each["verdict"] for each in told] == ["undecidable"]
    assert [each["severity"] for each in told] == ["info"]
    assert "1, 2, 4, 5, 6, 7" in told[0]["message"]["en"]


def test_assign_supplies_a_pelaksana_and_the_finding_shrinks():
    done = answer("read", EXAMPLE, "--assign", "3=Kadis,Urusan /Tim")
    third = done["steps"][2]
    assert [mark["pelaksana"] for mark in third["marks"]] == ["Kadis", "Urusan /Tim"]
    unknown = [each for each in done["findings"] if each["code"] == "READ-NO-PELAKSANA"]
    assert "1, 2, 4, 5, 6, 7" in unknown[0]["message"]["en"]
    every = [part for key in "1234567" for part in ("--assign", f"{key}=Kadis")]
    assert "READ-NO-PELAKSANA" not in run("read", EXAMPLE, *every).stdout.decode()


def test_an_outcome_to_which_an_overlay_gives_a_flow_is_no_longer_open(tmp_path):
    rows = (ROW.replace("\t\n", "\tAda keputusan Ya/Tidak\n")
            + "2.\tMenelaah berkas\t●\t\tTanda terima\t15 Menit\tTelaahan\t\n")
    path, overlay = tmp_path / "sop.txt", tmp_path / "overlay.json"
    path.write_bytes(sop(rows=rows))

    def told(flow):
        overlay.write_text(json.dumps({"schema": "tertib.overlay/1", "by": "X", "flow": flow}))
        return [each["message"]["en"] for each in answer("read", path, "--overlay", overlay)[
            "findings"] if each["code"] == "READ-OUTCOME-NO-TARGET"]
    no = {"from": "1", "to": "end", "outcome": "Tidak"}
    assert "Ya, Tidak" in told([])[0]
    assert "Tidak" not in told([no])[0] and "Ya" in told([no])[0]
    assert told([no, {"from": "1", "to": "2", "outcome": "Ya"}]) == []


def test_the_overlay_template_fits_the_document_it_was_made_from(tmp_path):
    path = tmp_path / "overlay.json"
    assert run("overlay", "init", EXAMPLE, "-o", path).returncode == 0
    done = run("read", EXAMPLE, "--overlay", path)
    assert done.returncode == 0
    assert "OVERLAY-DIGEST" not in done.stdout.decode()


def test_personal_data_is_left_out_on_demand():
    signed = sop().replace(b"\n\n", "\nDisahkan oleh\tKepala Dinas Contoh NAMA CONTOH "
                           "NIP. 000000000000000000\n\n".encode(), 1)
    for form in ([], ["--json"]):
        assert b"000000000000000000" in run("read", "-", *form, data=signed).stdout
        hidden = run("read", "-", "--no-personal", *form, data=signed).stdout
        assert b"000000000000000000" not in hidden


def test_drawings_are_printed_alone():
    dot = run("graph", EXAMPLE, "--dot").stdout.decode()
    assert dot.startswith("digraph sop {") and dot.endswith("}\n")
    mermaid = run("graph", EXAMPLE, "--mermaid").stdout.decode()
    assert mermaid.startswith("flowchart TD\n")
    assert mermaid.count(" --> ") == 8


# --- text for people ------------------------------------------------------------------------------


def test_text_is_indonesian_unless_english_is_asked_for():
    assert "belum diketahui" in run("read", EXAMPLE).stdout.decode()
    assert "unknown" in run("read", EXAMPLE, "--lang", "en").stdout.decode()
    assert "Alur (8)" in run("graph", EXAMPLE).stdout.decode()
    assert "Flows (8)" in run("graph", EXAMPLE, "--lang=en").stdout.decode()
    assert "no such file" in run("read", "tiada", "--lang", "en").stderr.decode()
    assert "Usage" in run("read", "--help", "--lang", "en").stdout.decode()
    assert "Pemakaian" in run("read", "--help").stdout.decode()


def test_lint_explains_each_finding_and_sums_up():
    text = run("lint", EXAMPLE).stdout.decode()
    for words in ["Perlu diperiksa (", "Catatan (", "Tidak dapat dinilai (", "ID-8a", "Saran",
                  "Sumber", "Bukti", "Sesuai", "Tidak sesuai", "Tidak relevan"]:
        assert words in text


@pytest.mark.parametrize("verb", [["read"], ["lint"], ["graph"], ["plan", *START]], ids=" ".join)
@pytest.mark.parametrize("columns", [60, 80, 200])
def test_lines_fit_the_width(verb, columns):
    for line in run(*verb, EXAMPLE, COLUMNS=str(columns)).stdout.decode().splitlines():
        assert width(line) <= columns, line
        assert line == line.rstrip(), line


def test_more_width_makes_fewer_lines():
    lines = [run("read", EXAMPLE, COLUMNS=str(columns)).stdout.count(b"\n")
             for columns in (60, 120, 200)]
    assert lines[0] > lines[1] > lines[2]


@pytest.mark.parametrize("columns", ["", "0", "-3", "abc", "99999999999999999999"])
def test_an_odd_width_is_passed_over(columns):
    done = run("read", EXAMPLE, COLUMNS=columns)
    assert done.returncode == 0
    assert done.stdout == run("read", EXAMPLE).stdout


def on_a_terminal(*arguments, **environment):
    """What the command prints to a terminal."""
    ours, its = pty.openpty()
    with subprocess.Popen([BINARY, *map(str, arguments)], stdout=its, stdin=subprocess.DEVNULL,
                          env={"PATH": os.environ["PATH"], **environment}):
        os.close(its)
        printed = b""
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError as error:
                assert error.errno == errno.EIO
                break
            if not piece:
                break
            printed += piece
    os.close(ours)
    return printed


def test_colours_are_for_terminals_only():
    assert b"\x1b[" not in run("read", EXAMPLE, TERM="xterm").stdout
    assert b"\x1b[1m" in on_a_terminal("read", EXAMPLE, TERM="xterm")
    assert b"\x1b" not in on_a_terminal("read", EXAMPLE, TERM="xterm", NO_COLOR="1")
    assert b"\x1b" not in on_a_terminal("read", EXAMPLE, TERM="dumb")


def test_a_terminal_of_unknown_size_has_80_columns():
    printed = on_a_terminal("read", EXAMPLE, TERM="dumb").decode()
    longest = max(width(line.rstrip("\r")) for line in printed.split("\n"))
    assert 70 < longest <= 80


def test_control_characters_of_a_document_never_reach_the_terminal():
    hostile = sop("A\x1b]0;x\x07B\u202eC", "1.\tX\x1b[2J\t\t●\tBerkas\x9b\t15 Menit\tP\t\n")
    for verb in [["read"], ["lint"], ["graph"], ["plan", *START]]:
        done = run(*verb, "-", data=hostile)
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.stdout.decode())
    done = run("read", "x\x1b[31m")
    assert b"\x1b" not in done.stderr


# --- help and completion --------------------------------------------------------------------------


VERBS = [["read"], ["overlay"], ["overlay", "init"], ["lint"], ["graph"], ["plan"], ["completion"], []]


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_the_examples_of_each_help_run(verb, language, tmp_path):
    text = run(*verb, "--help", "--lang", language).stdout.decode()
    examples = [line.strip() for line in text.splitlines() if re.match(r"  (tertib|cat) ", line)]
    assert examples
    (tmp_path / "sop.txt").write_bytes(EXAMPLE.read_bytes().replace(b"Kadis", b"Kadis")
                                       .replace(b"Urusan /Tim", b"Sekretaris"))
    (tmp_path / "kumpulan.md").write_bytes(
        b"| No | Uraian | Kadis | Kelengkapan | Waktu | Produk |\n|-|-|-|-|-|-|\n"
        b"| 1 | Menerima berkas | v | Berkas | 5 Menit | Resi |\n")
    (tmp_path / "profil.json").write_text(
        '{"schema": "tertib.profile/1", "name": "rumah", "base": "permenpan35"}')
    subprocess.run([BINARY, "overlay", "init", "sop.txt", "-o", "overlay.json"], cwd=tmp_path,
                   check=True, stderr=subprocess.DEVNULL)
    folder = str(pathlib.Path(BINARY).resolve().parent)
    for example in examples:
        done = subprocess.run(["sh", "-c", example], cwd=tmp_path, capture_output=True, check=False,
                              env={"PATH": folder + ":" + os.environ["PATH"]})
        assert done.returncode == 0, (example, done.stderr.decode())


def test_help_names_the_exit_codes_and_the_version_is_semver():
    assert "3" in run("--help").stdout.decode()
    assert re.fullmatch(rb"tertib \d+\.\d+\.\d+\n", run("--version").stdout)


# --- real documents -------------------------------------------------------------------------------


def real_documents():
    found = sorted(REAL.glob("*.txt"))
    if not found and os.environ.get("TERTIB_REQUIRE_DATA") == "1":
        return [pytest.param(None, id="missing")]
    return found or [pytest.param(None, id="missing", marks=pytest.mark.skip(
        reason=f"the real documents aren't in {REAL}"))]


@pytest.mark.parametrize("document", real_documents(), ids=lambda path: path.name if path else None)
def test_real_documents_read_lint_and_draw_in_schema_and_width(document):
    assert document is not None, f"the real documents aren't in {REAL}"
    validate("sops", answer("read", document, "--all"))
    validate("lint", answer("lint", document))
    validate("graph", answer("graph", document))
    validate("overlay", answer("overlay", "init", document))
    plan = ["plan", "--start", "2025-05-05T08:00", "--items", "1"]
    validate("plan", answer(*plan, document))
    for verb in [["read"], ["lint"], ["graph"], plan]:
        for line in run(*verb, document, COLUMNS="80").stdout.decode().splitlines():
            assert width(line) <= 80, line
