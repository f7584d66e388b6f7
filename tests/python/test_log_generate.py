# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What `tertib log generate` makes up, and what it says of it."""

import csv
import json

import pytest

from test_command import EXAMPLE, answer, pytestmark, run, validate  # noqa: F401

OVERLAY = EXAMPLE.with_name("laporan-kinerja.overlay.json")
HALF_YEAR = ["--from", "2025-01-01", "--until", "2025-12-31", "--cases", "60"]


def generate(*arguments):
    done = run("log", "generate", EXAMPLE, "--overlay", OVERLAY, *arguments)
    assert done.returncode == 0, done.stderr.decode()
    return done


def test_the_truth_tells_what_was_planted(tmp_path):
    log, truth, people = tmp_path / "a.csv", tmp_path / "truth.json", tmp_path / "map.json"
    done = generate(*HALF_YEAR, "--plant", "LATE-STEP=3", "--plant", "OUTPUT-MISSING=2",
                    "--truth", truth, "--write-map", people, "-o", log)
    assert "60 kasus" in done.stderr.decode()
    assert done.stdout == b""
    told = json.loads(truth.read_text("utf-8"))
    validate("truth", told)
    validate("map", json.loads(people.read_text("utf-8")))
    planted = [entry["code"] for entry in told["entries"] if entry["reason"] == "planted"]
    assert sorted(planted) == ["LATE-STEP"] * 3 + ["OUTPUT-MISSING"] * 2
    assert told["now"] == "2025-12-31T16:00:00+07:00"
    with log.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    without = {(row["case:concept:name"], row["concept:name"]) for row in rows
               for name, value in row.items()
               if name.startswith("Produk: ") and value == "tidak ada"}
    assert {case for case, _ in without} == {
        entry["case"] for entry in told["entries"] if entry["code"] == "OUTPUT-MISSING"}
    info = answer("log", "info", log, "--map", people)
    assert info["cases"] == 60
    assert not [finding for finding in info["findings"] if finding["code"].startswith("LOG-")]


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    paths = [tmp_path / f"{name}.xes" for name in "abc"]
    for path, seed in zip(paths, ["7", "7", "8"]):
        generate(*HALF_YEAR, "--seed", seed, "-o", path)
    same, again, other = [path.read_bytes() for path in paths]
    assert same == again != other
    assert answer("log", "info", paths[0])["cases"] == 60


def test_a_year_of_an_office_has_some_of_everything(tmp_path):
    truth = tmp_path / "truth.json"
    generate("--year", "2025", "--truth", truth, "-o", tmp_path / "year.csv")
    told = json.loads(truth.read_text("utf-8"))
    planted = {entry["code"] for entry in told["entries"] if entry["reason"] == "planted"}
    assert {"STEP-UNKNOWN", "STEP-MISSING", "ORDER", "REPEAT", "PELAKSANA", "LATE-STEP", "OVERDUE",
            "INPUT-MISSING", "OUTPUT-MISSING", "OUT-OF-HOURS", "INCOMPLETE"} <= planted
    assert answer("log", "info", tmp_path / "year.csv")["cases"] == 1000


def test_people_of_a_map_do_their_posts(tmp_path):
    people = tmp_path / "people.json"
    people.write_text(json.dumps({"schema": "tertib.map/1", "people": [
        {"person": "P-1", "pelaksana": "Kadis"}, {"person": "P-2", "pelaksana": "Kadis"}]}))
    log = tmp_path / "a.csv"
    generate(*HALF_YEAR, "--people", people, "-o", log)
    with log.open(encoding="utf-8", newline="") as file:
        doers = {row["org:resource"] for row in csv.DictReader(file)
                 if row["org:role"] == "Kadis"}
    assert doers == {"P-1", "P-2"}


@pytest.mark.parametrize("arguments, said", [
    (["-o", "x.csv"], "--year"),
    ([*HALF_YEAR, "-o", "x.txt"], "xes"),
    ([*HALF_YEAR, "--plant", "LATE=3", "-o", "x.csv"], "LATE-STEP=20"),
    ([*HALF_YEAR, "--plant", "LATE-STEP=x", "-o", "x.csv"], "LATE-STEP=20"),
    ([*HALF_YEAR, "--plant", "LATE-PATH=1", "-o", "x.csv"], "LATE-PATH"),
    ([*HALF_YEAR, "--plant", "LATE-CASE=1", "-o", "x.csv"], "LATE-CASE"),
    (["--from", "Senin", "--until", "2025-01-01", "-o", "x.csv"], "Senin"),
])
def test_what_cannot_be_made_up_is_said(arguments, said, tmp_path):
    done = run("log", "generate", EXAMPLE, "--overlay", OVERLAY,
               *[tmp_path / each if each.startswith("x.") else each for each in arguments])
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert not list(tmp_path.iterdir())
