# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What `tertib log convert` makes of a log, and that nothing is lost on the way and back."""

import gzip
import os
from pathlib import Path

import pytest

from test_command import answer, pytestmark, run  # noqa: F401

XES = """<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xes.features="nested-attributes">
\t<string key="sumber" value="Loket &amp; Arsip"/>
\t<trace>
\t\t<string key="concept:name" value="REG-1"/>
\t\t<int key="biaya" value="25000"/>
\t\t<event>
\t\t\t<string key="concept:name" value="Menelaah"/>
\t\t\t<string key="org:resource" value="Petugas 1"/>
\t\t\t<date key="time:timestamp" value="2025-05-05T08:00:00+07:00"/>
\t\t\t<string key="lifecycle:transition" value="start"/>
\t\t</event>
\t\t<event>
\t\t\t<string key="concept:name" value="Menelaah"/>
\t\t\t<string key="org:resource" value="Petugas 1"/>
\t\t\t<date key="time:timestamp" value="2025-05-05T09:30:00+07:00"/>
\t\t\t<string key="lifecycle:transition" value="complete"/>
\t\t</event>
\t\t<event>
\t\t\t<string key="concept:name" value="Menelaah"/>
\t\t\t<date key="time:timestamp" value="2025-05-05T10:00:00+07:00"/>
\t\t\t<string key="lifecycle:transition" value="suspend"/>
\t\t</event>
\t</trace>
</log>
"""
LOGS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "logs"


def test_xes_comes_back_as_it_was(tmp_path):
    there, back = tmp_path / "a.xes", tmp_path / "b.xes"
    there.write_text(XES, encoding="utf-8")
    done = run("log", "convert", str(there), str(back))
    assert done.returncode == 0, done.stderr
    assert back.read_text(encoding="utf-8") == XES
    assert done.stdout == b""
    assert "1 kasus dan 2 kejadian" in done.stderr.decode()


def test_the_bytes_tell_the_format_and_gzip(tmp_path):
    odd = tmp_path / "log.csv"  # the name says otherwise
    odd.write_bytes(gzip.compress(XES.encode()))
    done = run("log", "convert", str(odd), "-", "--to", "csv")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.decode().split("\r\n")
    assert lines[0] == ("case:concept:name,concept:name,start_timestamp,time:timestamp,"
                        "org:resource,case:biaya,lifecycle:transition")
    assert lines[1] == ("REG-1,Menelaah,2025-05-05T08:00:00+07:00,2025-05-05T09:30:00+07:00,"
                        "Petugas 1,25000,")


def test_csv_becomes_xes_with_the_same_events(tmp_path):
    table = b"Nomor Registrasi,Kegiatan,Tanggal Selesai\nR-1,A,2025-05-05\nR-2,B,2025-05-06 10:00\n"
    out = tmp_path / "log.xes"
    assert run("log", "convert", "-", str(out), data=table).returncode == 0
    info = answer("log", "info", str(out))
    assert (info["events"], info["cases"]) == (2, 2)
    assert info["day_only"] == 1


def test_what_cannot_be_read_or_written_is_said(tmp_path):
    bomb = b'<!DOCTYPE log [<!ENTITY a "x">]>\n<log/>'
    refused = run("log", "convert", "-", str(tmp_path / "o.xes"), data=bomb)
    assert refused.returncode == 3
    assert "line 1, column 1" in refused.stderr.decode()
    assert run("log", "convert", "-", str(tmp_path / "o.txt"), data=b"").returncode == 2


def test_help_is_in_both_languages():
    assert "menulis data kejadian" in run("log", "convert", "--help").stdout.decode()
    english = run("log", "convert", "--help", "--lang", "en").stdout.decode()
    assert "write an event log in another format" in english


def test_public_logs_keep_their_counts(tmp_path):
    if not LOGS.exists():
        assert not os.environ.get("TERTIB_REQUIRE_DATA")
        pytest.skip(f"no {LOGS}")
    rows = [line.split("\t") for line in
            (LOGS / "alignment_costs.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    for name, _, cases, events, variants, *_ in rows:
        out = tmp_path / "out.xes"
        assert run("log", "convert", str(LOGS / name), str(out)).returncode == 0
        info = answer("log", "info", str(out))
        counts = (info["cases"], info["events"], info["variants"])
        assert counts == (int(cases), int(events), int(variants)), name
