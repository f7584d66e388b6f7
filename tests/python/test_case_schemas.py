# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What the library writes of cases and what a store is asked fits the schemas in docs/schema."""

import json
import re

import jsonschema
import pytest
from test_journal import PAGE, ROOT, sample, verifier


def validator(noun):
    schema = json.loads((ROOT / "docs" / "schema" / f"{noun}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("what, noun", [
    ("journal", "journal_line"), ("kept", "journal_line"), ("cases", "case"),
    ("commands", "command"), ("whys", "why"), ("policies", "overrun"),
    ("office", "office_event"), ("offices", "office")])
def test_what_the_library_writes_fits_the_schema(what, noun):
    check = validator(noun)
    for line in sample(what).splitlines():
        check.validate(json.loads(line))


@pytest.mark.parametrize("what, noun, count", [
    ("migrations", "migration", 3), ("recomputes", "recompute", 2), ("revisions", "revision", 2)])
def test_dry_runs_fit_the_schema_and_some_are_refused(what, noun, count):
    check = validator(noun)
    plans = [json.loads(line) for line in sample("plans", what).splitlines()]
    assert len(plans) == count
    for plan in plans:
        check.validate(plan)
        assert not check.is_valid({**plan, "more": 1})
    if what == "revisions":
        assert [bool(plan["findings"]) for plan in plans] == [True, False]
        assert {task["fate"] for plan in plans for case in plan["cases"]
                for task in case["tasks"]} == {"same"}
    else:
        assert {plan["refusal"] is None for plan in plans} == {True, False}


def test_the_coverage_of_cases_fits_the_schema():
    coverage = json.loads(sample("coverage"))
    check = validator("coverage")
    check.validate(coverage)
    assert coverage["steps_never"] == ["2", "3", "4"]
    for change in ({"percent": 101}, {"cases": -1}, {"schema": "tertib.coverage/2"}, {"steps": []}):
        assert not check.is_valid({**coverage, **change})


def kinds_of_the_page(label):
    kinds = re.search(rf"^{label}: (.*)\.$", PAGE, re.M).group(1)
    return {int(at): name.replace(" ", "_") for at, name in re.findall(r"(\d+) ([a-z ]+)", kinds)}


def test_the_readable_event_of_a_line_fits_its_schema_and_says_what_the_bytes_say():
    of_case = (validator("event"), verifier.EVENT, kinds_of_the_page("Kinds"))
    of_office = (validator("office_event"), verifier.OFFICE,
                 kinds_of_the_page("Kinds of the office's events"))
    for line in map(json.loads, sample("journal").splitlines()):
        check, record, names = of_office if line["case"] == "@office" else of_case
        event = line["event"]
        check.validate(event)
        data = verifier.versioned(bytes.fromhex(line["data"]), record)
        assert (event["case"], event["number"], event["kind"]) == (data[1], data[2],
                                                                   names[data[3]])
        assert event.get("as") == data.get(7) and event.get("dasar") == data.get(22)
        assert event.get("sop_digest") == data.get(18)
        assert ("body" in event) == (6 in data)
        assert (event.get("body") is None) == (line["body"] is None)


def request_validator(*nouns):
    """Older validators don't find a schema by its URN: the command's is put in its place."""
    schemas = [json.loads((ROOT / "docs" / "schema" / f"{noun}.json").read_text("utf-8"))
               for noun in nouns]
    assert schemas[0]["properties"]["command"].pop("$ref") == schemas[1]["$id"]
    return jsonschema.Draft202012Validator(schemas[0]), jsonschema.Draft202012Validator(schemas[1])


def test_requests_that_the_library_writes_fit_the_schema():
    request, command = request_validator("request", "command")
    lines = [json.loads(line) for line in sample("requests").splitlines()]
    assert {"start", "claim", "erase"} <= {line["command"]["verb"] for line in lines}
    for line in lines:
        request.validate(line)
        command.validate(line["command"])
    for change in ({"kye": "x"}, {"seen": -1}, {"schema": "tertib.request/2"}):
        assert not request.is_valid({**lines[0], **change})


def test_what_an_office_asks_of_a_store_fits_the_schema():
    request, command = request_validator("office_request", "office_command")
    lines = [json.loads(line) for line in sample("decisions").splitlines()]
    assert [line["command"]["verb"] for line in lines] == [
        "delegate", "end", "register", "enforce", "replace", "withdraw", "erase"]
    for line in lines:
        request.validate(line)
        command.validate(line["command"])
    for change in ({"kye": "x"}, {"zone": "WIB"}, {"schema": "tertib.office_request/2"}):
        assert not request.is_valid({**lines[0], **change})
    delegate, withdraw = lines[0]["command"], lines[5]["command"]
    for change in ({"kind": "pjs"}, {"from": "5 Mei 2025"}, {"sop": "a"}, {"verb": "claim"}):
        assert not command.is_valid({**delegate, **change})
    assert not command.is_valid({name: value for name, value in delegate.items() if name != "kind"})
    assert not command.is_valid({**withdraw, "until": "2025-05-05"})


@pytest.mark.parametrize("verb, change", [
    ("claim", {"task": None}), ("claim", {"tusk": "1"}), ("accept", {"task": "1"}),
    ("start", {"verb": "begin"}), ("wait", {"scope": "all"}), ("claim", {"now": "2025-05-05"}),
    ("attach", {"size": -1}), ("return", {"target": 1}), ("complete", {"produk": "Surat"}),
])
def test_commands_that_the_library_refuses_the_schema_refuses(verb, change):
    check = validator("command")
    lines = map(json.loads, sample("commands").splitlines())
    command = next(line for line in lines if line["verb"] == verb)
    assert check.is_valid(command)
    assert not check.is_valid({**command, **change})


def test_the_schema_of_a_line_refuses_what_the_library_refuses():
    line = json.loads(sample("journal").splitlines()[0])
    check = validator("journal_line")
    assert check.is_valid({name: value for name, value in line.items() if name != "event"})
    for change in ({"number": 0}, {"data": "0"}, {"data": ""}, {"body": ""}, {"hash": "00"},
                   {"schema": "tertib.journal/2"}, {"more": 1}):
        assert not check.is_valid({**line, **change})
    assert not check.is_valid({name: value for name, value in line.items() if name != "body"})
