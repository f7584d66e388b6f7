# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What `tertib log info` and `tertib log map` say of a table of events."""

import json

import jsonschema
import pytest

from test_command import EXAMPLE, answer, pytestmark, run, validate  # noqa: F401

TABLE = ("No. Registrasi;Tahapan;Petugas;Jabatan;Tgl Mulai;Tgl Selesai;Biaya\r\n"
         "R-1;Menerima berkas;ani;Loket;13/05/2025 08.00;13/05/2025 08.15;\r\n"
         "R-1;Menelaah berkas;budi;Plh. Kadis;14/05/2025;15/05/2025;25.000\r\n"
         "R-2;Menerima berkas;ani;Loket;;20 Mei 2025 09.00 WITA;\r\n").encode()

WIDE = ("No Registrasi,Pemohon,Tgl Terima Berkas,Tgl Terbit\n"
        "1,a,2025-05-05,2025-05-09\n2,b,2025-05-06,\n").encode()


def test_log_info_counts_what_a_log_holds():
    info = answer("log", "info", "-", data=TABLE)
    validate("log_info", info)
    assert (info["events"], info["cases"], info["variants"]) == (3, 2, 2)
    assert info["activities"] == [{"text": "Menerima berkas", "events": 2},
                                  {"text": "Menelaah berkas", "events": 1}]
    assert info["first"] == "2025-05-13T08:00:00+07:00"
    assert info["last"] == "2025-05-20T08:00:00+07:00"
    assert (info["with_start"], info["with_complete"], info["day_only"]) == (2, 3, 2)
    assert info["columns"] == ["Biaya"]
    codes = [finding["code"] for finding in info["findings"]]
    assert codes == ["LOG-DAY-ONLY", "LOG-MIXED-ZONES"]


def test_log_info_speaks_both_languages():
    indonesian = run("log", "info", "-", data=TABLE).stdout.decode()
    english = run("log", "info", "-", "--lang", "en", data=TABLE).stdout.decode()
    for words in ["Kejadian", "Tahapan (2)", "Urutan yang paling sering", "LOG-MIXED-ZONES",
                  "Menerima berkas → Menelaah berkas"]:
        assert words in indonesian, words
    for words in ["Events", "Activities (2)", "The most frequent sequences", "several zones"]:
        assert words in english, words


def test_the_digest_of_a_log_is_that_of_its_content():
    digest = answer("log", "info", "-", data=TABLE)["digest"]
    comma = TABLE.replace(b"25.000", b'"25.000"').replace(b"\r\n", b"\n")
    assert answer("log", "info", "-", data=comma)["digest"] == digest
    assert answer("log", "info", "-", data=TABLE.replace(b"budi", b"citra"))["digest"] != digest


def test_a_zone_is_taken_for_times_that_name_none():
    info = answer("log", "info", "-", "--zone", "+09", data=TABLE)
    assert info["first"] == "2025-05-13T08:00:00+09:00"
    wrong = run("log", "info", "-", "--zone", "WIB", data=TABLE)
    assert wrong.returncode == 2
    assert b"+07" in wrong.stderr


@pytest.mark.parametrize("data, said", [
    (b"", "kosong|empty"), (b"Nama,Alamat\na,b\n", "columns.case"),
    (b"Kasus,Kegiatan\n1,\"a\n", "line 2"), (b"%PDF-1.7\n", "PDF")])
def test_what_is_no_log_ends_with_3_and_says_why(data, said):
    done = run("log", "info", "-", data=data)
    assert done.returncode == 3
    assert any(word in done.stderr.decode() for word in said.split("|")), done.stderr
    assert done.stdout == b""


def test_log_map_proposes_what_a_person_completes(tmp_path):
    table = tmp_path / "log.csv"
    table.write_bytes(TABLE)
    done = run("log", "map", table, "--sop", EXAMPLE)
    assert done.returncode == 0, done.stderr
    proposed = json.loads(done.stdout)
    validate("map", proposed)
    assert proposed["columns"]["case"] == "No. Registrasi"
    assert proposed["columns"]["complete"] == "Tgl Selesai"
    assert set(proposed["activities"]) == {"Menerima berkas", "Menelaah berkas"}
    people = {person["person"]: person for person in proposed["people"]}
    assert people["budi"]["kind"] == "plh"
    assert people["budi"]["pelaksana"] == "Kadis"
    assert people["budi"]["from"] == "2025-05-14"
    assert "usulan" in done.stderr.decode()
    saved = tmp_path / "peta.json"
    saved.write_bytes(done.stdout)
    plain = answer("log", "info", table)
    assert answer("log", "info", table, "--map", saved) == plain


def test_log_map_finds_the_steps_of_a_table_with_one_row_a_case(tmp_path):
    done = run("log", "map", "-", data=WIDE)
    assert done.returncode == 0, done.stderr
    proposed = json.loads(done.stdout)
    validate("map", proposed)
    assert proposed["wide"] == {"?1": "Tgl Terima Berkas", "?2": "Tgl Terbit"}
    proposed["wide"] = {"1": "Tgl Terima Berkas", "2": "Tgl Terbit"}
    saved = tmp_path / "peta.json"
    saved.write_text(json.dumps(proposed))
    info = answer("log", "info", "-", "--map", saved, data=WIDE)
    assert (info["events"], info["cases"]) == (3, 2)
    assert info["columns"] == ["Pemohon"]
    assert run("log", "info", "-", data=WIDE).returncode == 3


def test_a_map_that_is_none_ends_with_3(tmp_path):
    wrong = tmp_path / "peta.json"
    wrong.write_text('{"schema": "tertib.map/1", "colums": {}}')
    done = run("log", "info", "-", "--map", wrong, data=TABLE)
    assert done.returncode == 3
    assert b"/colums" in done.stderr
    wrong.write_text('{"schema": "tertib.map/1", "columns": {"role": "Pangkat"}}')
    done = run("log", "info", "-", "--map", wrong, data=TABLE)
    assert done.returncode == 3
    assert b"Pangkat" in done.stderr


def test_maps_that_the_library_refuses_the_schema_refuses():
    for spoilt in [{"columns": {"kasus": "x"}}, {"colums": {}}, {"date_order": "d-m"},
                   {"people": [{"pelaksana": "Kadis"}]}, {"zone": "WIB"},
                   {"wide": {"1": {"finish": "x"}}}]:
        with pytest.raises(jsonschema.ValidationError):
            validate("map", {"schema": "tertib.map/1", **spoilt})
