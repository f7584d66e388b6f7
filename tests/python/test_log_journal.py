# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""That a store and an exported journal are logs to every command that takes one."""

import json

import pytest

from case_office import BUDI, Office
from test_command import pytestmark, run

__all__ = ["pytestmark"]


@pytest.fixture
def logs(tmp_path):
    """A store in which a case has ended and one waits; its events, and its whole export."""
    office = Office(tmp_path)
    office.start()
    office.do("claim", "1", now="2025-05-05T09:02")
    office.do("complete", "1", "--produk", "Tanda terima", now="2025-05-05T09:10")
    office.do("complete", "2", "--produk", "Surat", now="2025-05-05T10:00", who=BUDI)
    office.start("K-2", now="2025-05-06T09:00")
    office.call("case", "wait", "K-2", "1", "--reason", "menunggu pemohon", "--by", "Ani", "--as",
                "Staf", "--now", "2025-05-06T09:05")
    events, whole = tmp_path / "jurnal.jsonl", tmp_path / "cadangan.jsonl"
    assert run("journal", "export", office.store, "-o", events).returncode == 0
    assert run("journal", "export", office.store, "--whole", "-o", whole).returncode == 0
    return office, [office.store, events, whole]


def test_all_three_hold_the_same_log(logs):
    office, files = logs
    found = []
    for file in files:
        done = run("log", "info", file, "--sop", office.document, "--json")
        assert done.returncode == 0, done.stderr.decode()
        found.append(json.loads(done.stdout))
    assert found[0] == found[1] == found[2]
    assert found[0]["cases"] == 2
    assert {each["text"]: each["events"] for each in found[0]["activities"]} == {
        "@started": 2, "1": 1, "2": 1, "@waiting": 1}
    assert "LOG-ACTIVITY-UNKNOWN" not in [each["code"] for each in found[0]["findings"]]
    piped = run("log", "info", "-", "--json", data=files[1].read_bytes())
    assert json.loads(piped.stdout)["digest"] == found[0]["digest"]


def test_they_are_aligned_by_their_steps_alone(logs):
    office, files = logs
    for file in files:
        done = run("align", "--sop", office.document, file, "--json")
        assert done.returncode == 0, done.stderr.decode()
        figures = json.loads(done.stdout)
        assert (figures["cases"], figures["events"], figures["perfect"]) == (2, 2, 1)


def test_they_are_converted_with_all_that_happened_and_the_map_still_fits(logs, tmp_path):
    office, files = logs
    log, peta = tmp_path / "log.xes", tmp_path / "peta.json"
    assert run("log", "convert", files[0], log).returncode == 0
    assert '<string key="concept:name" value="@waiting"/>' in log.read_text("utf-8")
    done = run("log", "map", files[1], "--sop", office.document)
    peta.write_bytes(done.stdout)
    proposed = json.loads(done.stdout)
    assert proposed["wait"] == ["@waiting", "@suspended", "@cancelled"]
    assert [each["pelaksana"] for each in proposed["people"]] == ["Staf", "Kadis"]
    done = run("log", "info", log, "--map", peta, "--sop", office.document, "--json")
    assert done.returncode == 0, done.stderr.decode()
    assert "LOG-ACTIVITY-UNKNOWN" not in done.stdout.decode()


def test_a_journal_that_does_not_hold_is_no_log(logs, tmp_path):
    _, files = logs
    lines = files[1].read_text("utf-8").splitlines(keepends=True)
    broken = tmp_path / "rusak.jsonl"
    broken.write_text("".join(lines[:1] + lines[2:]), encoding="utf-8")
    done = run("log", "info", broken)
    assert done.returncode == 3
    assert "event 3 stands in its place" in done.stderr.decode()
    assert run("log", "info", "-", data=files[0].read_bytes()).returncode == 2
