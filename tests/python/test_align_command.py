# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""`tertib align`: a log against a net or an SOP."""

import gzip
import json
import os
import pathlib
import subprocess

import jsonschema
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
NET = ROOT / "tests" / "fuzz" / "corpus" / "fuzz_pnml" / "loket.pnml"
EXAMPLE = ROOT / "examples" / "sop" / "laporan-kinerja.txt"
BINARY = os.environ.get("TERTIB_BIN") or str(ROOT / "build" / "bin" / "tertib")
SCHEMA = json.loads((ROOT / "docs" / "schema" / "align.json").read_text("utf-8"))

pytestmark = pytest.mark.skipif(
    not os.path.exists(BINARY) and not os.environ.get("TERTIB_BIN"),
    reason="the command isn't built; TERTIB_BIN names it")

CASES = {
    "REG-1": ["Terima berkas", "Teliti berkas", "Catat permohonan", "Terbitkan izin"],
    "REG-2": ["Terima berkas", "Catat permohonan", "Terbitkan izin"],
    "REG-3": ["Terima berkas", "Foto pemohon", "Catat permohonan", "Teliti berkas",
              "Terbitkan izin"],
}


def run(*arguments, data=b""):
    return subprocess.run([BINARY, *map(str, arguments)], input=data, capture_output=True,
                          check=False, env={"PATH": os.environ["PATH"]}, timeout=60)


def answer(*arguments, data=b""):
    done = run("align", *arguments, "--json", data=data)
    assert done.returncode == 0, done.stderr.decode()
    document = json.loads(done.stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(document)
    return document


def csv_log(cases):
    rows = ["No Permohonan,Kegiatan,Tanggal Selesai"]
    for number, (name, activities) in enumerate(cases.items()):
        rows += [f"{name},{activity},2025-05-0{number + 5}T0{hour + 1}:00"
                 for hour, activity in enumerate(activities)]
    return ("\n".join(rows) + "\n").encode()


def xes_log(cases):
    traces = ""
    for name, activities in cases.items():
        events = "".join(f'<event><string key="concept:name" value="{activity}"/></event>'
                         for activity in activities)
        traces += f'<trace><string key="concept:name" value="{name}"/>{events}</trace>'
    return f'<?xml version="1.0" encoding="UTF-8"?><log>{traces}</log>'.encode()


EXPECTED = {
    "schema": "tertib.align/1", "cases": 3, "events": 12, "variants": 3, "cost": 2,
    "min_model_cost": 4, "perfect": 1, "histogram": {"0": 1, "1": 2}, "optimal_variants": 3,
    "bounded_variants": 0, "cost_lower": 2,
}


@pytest.mark.parametrize("data", [csv_log(CASES), xes_log(CASES), gzip.compress(xes_log(CASES))],
                         ids=["csv", "xes", "xes.gz"])
def test_a_log_is_aligned_with_a_net(data):
    found = answer("--net", NET, "-", data=data)
    assert {key: found[key] for key in EXPECTED} == EXPECTED
    assert found["avg_fitness"] == pytest.approx((1 + 6 / 7 + 8 / 9) / 3)
    assert found["log_fitness"] == pytest.approx(1 - 2 / 24)


def test_a_log_is_aligned_with_an_sop_by_numbers():
    found = answer("--sop", EXAMPLE, "-", data=csv_log({"REG-1": list("1234567"), "REG-2": ["1"]}))
    assert found["cases"] == 2
    assert found["min_model_cost"] > 0
    assert found["cost"] > 0


def test_activities_that_the_net_does_not_know_are_said():
    done = run("align", "--net", NET, "-", "--lang", "en", data=csv_log(CASES))
    assert done.returncode == 0
    assert "Foto pemohon" in done.stderr.decode()
    assert "Fitness of the whole log" in done.stdout.decode()


def test_no_time_gives_bounds():
    found = answer("--net", NET, "-", "--budget-seconds", "0", data=csv_log(CASES))
    assert found["cost_lower"] <= 2 <= found["cost"]


@pytest.mark.parametrize("arguments, exit_code, words", [
    (["-"], 2, "--net"),
    (["--net", NET, "--sop", EXAMPLE, "-"], 2, "--sop"),
    (["--net", EXAMPLE, "-"], 3, "laporan-kinerja.txt"),
    (["--net", "tidak-ada.pnml", "-"], 3, "tidak-ada.pnml"),
])
def test_what_cannot_be_aligned_is_refused(arguments, exit_code, words):
    done = run("align", *arguments, data=csv_log(CASES))
    assert done.returncode == exit_code
    assert words in done.stderr.decode()
    assert not done.stdout
