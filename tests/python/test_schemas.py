# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The JSON that the library writes and reads is what docs/schema says."""

import json
import os
import pathlib
import subprocess

import jsonschema
import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORPUS = ROOT / "tests" / "fuzz" / "corpus" / "fuzz_json"
DOCUMENTS = sorted((ROOT / "examples" / "sop").glob("*.txt"))


def validator(noun):
    schema = json.loads((ROOT / "docs" / "schema" / f"{noun}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def command(*arguments, data=None):
    binary = os.environ.get("TERTIB_BIN")
    if not binary:
        pytest.skip("TERTIB_BIN names no command to try")
    done = subprocess.run([binary, *arguments], input=data, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return json.loads(done.stdout)


@pytest.mark.parametrize("name", ["sop_full", "sop_empty"])
def test_sops_that_the_library_reads_fit_the_schema(name):
    document = json.loads((CORPUS / f"{name}.json").read_text("utf-8"))
    document.pop("digest", None)  # the sample's is empty
    validator("sop").validate(document)


def test_an_overlay_that_the_library_reads_fits_the_schema():
    validator("overlay").validate(json.loads((CORPUS / "overlay_plain.json").read_text("utf-8")))


@pytest.mark.parametrize(
    "noun, spoil",
    [
        ("sop", lambda sop: sop.pop("steps")),
        ("sop", lambda sop: sop["steps"][0].update(kind="box")),
        ("sop", lambda sop: sop["steps"][0]["waktu"].update(form="exact")),
        ("sop", lambda sop: sop["flow"][0].update(to="start")),
        ("overlay", lambda overlay: overlay.update(asign={})),
        ("overlay", lambda overlay: overlay["waivers"][0].update(reasons="")),
    ],
)
def test_what_the_library_refuses_the_schema_refuses(noun, spoil):
    name = {"sop": "sop_full", "overlay": "overlay_plain"}[noun]
    document = json.loads((CORPUS / f"{name}.json").read_text("utf-8"))
    document.pop("digest", None)
    assert validator(noun).is_valid(document)
    spoil(document)
    assert not validator(noun).is_valid(document)


def test_the_command_writes_sops_that_fit_the_schema():
    sop = command("read", "-", "--json", data=(CORPUS / "sop_full.json").read_bytes())
    validator("sop").validate(sop)
    assert sop["steps"][0]["key"] == "1"


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_examples_fit_the_schema(document):
    validator("sop").validate(command("read", str(document), "--json"))
    validator("overlay").validate(command("overlay", "init", str(document), "--json"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_reports_fit_the_schema(document):
    validator("lint").validate(command("lint", str(document), "--json"))
    plan = command("plan", str(document), "--start", "2025-05-05T08:00", "--items", "1", "--json")
    validator("plan").validate(plan)


def test_a_profile_fits_the_schema_and_a_slip_in_it_does_not():
    profile = {
        "schema": "tertib.profile/1",
        "name": "rumah",
        "base": "permenpan35",
        "rules": {"FLOW-6": {"severity": "info"}, "ID-9": {"enabled": False}},
        "nomor_pattern": "*/DPMPTSP/####",
        "required_words": [{"field": "peringatan", "words": ["sanksi"]}],
    }
    validator("profile").validate(profile)
    assert not validator("profile").is_valid({**profile, "nomor_patern": "x"})
    assert not validator("profile").is_valid({**profile, "rules": {"FLOW-66": {}}})


CALENDARS = sorted((ROOT / "data" / "calendars").glob("*.json")) + [
    ROOT / "tests" / "fuzz" / "corpus" / "fuzz_calendar" / name
    for name in ("alone.json", "bare.json", "unit.json")
]


@pytest.mark.parametrize("path", CALENDARS, ids=lambda path: path.name)
def test_calendars_that_the_library_reads_fit_the_schema(path):
    validator("calendar").validate(json.loads(path.read_text("utf-8")))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda calendar: calendar.pop("name"),
        lambda calendar: calendar.update(schema="tertib.calendar/2"),
        lambda calendar: calendar.update(factz=[]),
        lambda calendar: calendar.update(base="id6"),
        lambda calendar: calendar.update(derived_from={"name": "id5"}),
        lambda calendar: calendar.update(zone="WIB"),
        lambda calendar: calendar["facts"][0].pop("first"),
        lambda calendar: calendar["facts"][0].update(frist="2025-01-01"),
        lambda calendar: calendar["facts"][0].update(kind="holiday"),
        lambda calendar: calendar["facts"][0].update(kind="hours"),
        lambda calendar: calendar["facts"][0].update(kind="period", hours={}),
        lambda calendar: calendar["facts"][0].update(hours={"mon": ["08:00-12:00"]}),
        lambda calendar: calendar["facts"][1].update(hours={"sat": ["8-12"]}),
        lambda calendar: calendar["facts"][1].update(op="remove"),
        lambda calendar: calendar["years"][0].pop("year"),
    ],
)
def test_calendars_that_the_library_refuses_the_schema_refuses(spoil):
    calendar = json.loads(CALENDARS[-1].read_text("utf-8"))
    spoil(calendar)
    assert not validator("calendar").is_valid(calendar)
