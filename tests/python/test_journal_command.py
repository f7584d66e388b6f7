# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""`tertib journal`; the help, completion and demonstration of running cases; real documents."""

import json
import os
import pathlib
import re
import subprocess

import jsonschema
import pytest

from case_office import OVERLAY, Office, verify_outside
from test_command import BINARY, EXAMPLE, ROOT, SCHEMAS, pytestmark, real_documents, run
from test_completion import complete

__all__ = ["pytestmark"]


@pytest.fixture
def running(tmp_path):
    office = Office(tmp_path)
    office.start()
    return office


# --- the journal ----------------------------------------------------------------------------------


def test_an_export_is_verified_without_tertib(running, tmp_path):
    running.do("claim", "1")
    export = tmp_path / "jurnal.jsonl"
    assert run("journal", "export", running.store, "-o", export).returncode == 0
    check = jsonschema.Draft202012Validator(SCHEMAS["journal_line"])
    lines = [json.loads(line) for line in export.read_text("utf-8").splitlines()]
    for line in lines:
        check.validate(line)
    assert [line["number"] for line in lines] == [1, 2]
    assert verify_outside(export)[0] == 0
    assert verify_outside(running.store)[0] == 0
    assert run("journal", "export", running.store, "--case", "K-9").returncode == 1
    assert run("journal", "export", running.store, "--case", "K-1").stdout == export.read_bytes()


def test_an_export_without_personal_parts_names_nobody_and_its_chain_holds(running, tmp_path):
    running.do("annotate", "--note", "jarum-rahasia")
    export = tmp_path / "jurnal.jsonl"
    assert run("journal", "export", running.store, "--no-personal", "-o",
               export).returncode == 0
    text = export.read_text("utf-8")
    assert "Ani" not in text and "jarum" not in text
    assert b"jarum".hex() not in text and b"Ani".hex() not in text
    assert verify_outside(export)[0] == 1
    assert verify_outside("--no-bodies", export) == (0, "1 cases, 0 of them don't hold\n")
    lines = text.splitlines()
    export.write_text("\n".join([lines[0].replace('"hash": "', '"hash": "0'), lines[1]]))
    assert verify_outside("--no-bodies", export)[0] != 0


def test_a_byte_that_was_changed_is_found_with_its_event(running):
    running.do("annotate", "--note", "jarum-rahasia")
    bytes_ = running.store.read_bytes()
    running.store.write_bytes(bytes_.replace(b"jarum-rahasia", b"jarum-rahasih"))
    done = run("journal", "verify", running.store, "--json")
    assert done.returncode == 1
    (breach,) = json.loads(done.stdout)["breaches"]
    assert (breach["fault"], breach["case"], breach["number"]) == ("body", "K-1", 2)
    text = run("journal", "verify", running.store)
    assert text.returncode == 1 and "kasus K-1, peristiwa 2" in text.stdout.decode()


def test_what_is_erased_is_gone_and_the_journal_holds(running):
    running.do("annotate", "--note", "jarum-rahasia")
    assert running.refusal("erase", "--event", "2") == "DASAR-NEEDED"
    running.do("erase", "--event", "2", "--dasar", "UU 27/2022")
    assert run("journal", "tidy", running.store).returncode == 0
    assert b"jarum-rahasia" not in running.store.read_bytes()
    done = run("journal", "verify", running.store)
    assert done.returncode == 0 and "1 isi pribadi dihapus" in done.stdout.decode()


def test_a_backup_is_a_store_of_its_own(running, tmp_path):
    copy = tmp_path / "cadangan.tertib"
    assert run("journal", "backup", running.store, copy).returncode == 0
    running.do("claim", "1")
    assert json.loads(run("journal", "verify", copy, "--json").stdout)["events"] == 1
    assert run("journal", "backup", running.store, copy).returncode == 2


def test_a_seal_that_was_kept_elsewhere_finds_what_was_changed_to_fit(running, tmp_path):
    seal = tmp_path / "segel.json"
    assert run("journal", "seal", running.store, "--now", "2025-05-05T10:00", "-o",
               seal).returncode == 0
    document = json.loads(seal.read_text("utf-8"))
    jsonschema.Draft202012Validator(SCHEMAS["seal"]).validate(document)
    assert (document["number"], document["cases"], document["events"]) == (1, 1, 1)
    running.do("claim", "1", now="2025-05-05T10:05")
    verify = ("journal", "verify", running.store, "--seal", seal, "--json")
    assert json.loads(run(*verify).stdout)["seals"] == 1
    assert verify_outside("--seal", seal, running.store)[0] == 0
    other = tmp_path / "lain"
    other.mkdir()
    elsewhere = Office(other)
    elsewhere.start(now="2025-05-05T09:01")
    assert run("journal", "seal", elsewhere.store, "--now", "2025-05-05T10:00").returncode == 0
    done = run("journal", "verify", elsewhere.store, "--seal", seal)
    assert done.returncode == 1 and "segel" in done.stdout.decode()
    assert verify_outside("--seal", seal, elsewhere.store)[0] == 1
    assert run("journal", "verify", running.store, "--seal", running.document).returncode == 3


def test_a_whole_export_is_imported_again(running, tmp_path):
    running.do("claim", "1")
    export, store = tmp_path / "jurnal.jsonl", tmp_path / "pulih.tertib"
    whole = ("journal", "export", running.store, "--whole", "-o", export)
    assert run(*whole).returncode == 0
    done = run("journal", "import", store, export)
    assert done.returncode == 0 and "1 kasus dan 2 peristiwa" in done.stderr.decode()
    assert run("journal", "export", store, "--whole").stdout == export.read_bytes()
    assert run("journal", "verify", store).returncode == 0
    assert run("journal", "import", store, export).returncode == 2
    broken = tmp_path / "rusak.jsonl"
    broken.write_bytes(export.read_bytes().replace(b'"hash": "', b'"hash": "0', 1))
    refused = run("journal", "import", tmp_path / "baru.tertib", broken)
    assert refused.returncode == 3 and "rusak.jsonl" in refused.stderr.decode()
    assert not (tmp_path / "baru.tertib").exists()
    assert run("journal", "import", tmp_path / "baru.tertib", running.document).returncode == 3


# --- help, completion, the demo -------------------------------------------------------------------


CASE_VERBS = ["start", "accept", "claim", "release", "complete", "return", "wait", "resume",
              "reassign", "skip", "annotate", "attach", "suspend", "reopen", "cancel", "erase",
              "recompute", "migrate", "show", "why", "list", "tick"]
SOP_VERBS = ["register", "enforce", "replace", "withdraw", "list", "revise"]
VERBS = ([["case", verb] for verb in CASE_VERBS] + [["worklist"], ["delegate"],
                                                    ["delegate", "end"], ["delegate", "list"]]
         + [["sop", verb] for verb in SOP_VERBS]
         + [["journal", verb] for verb in ("verify", "export", "backup", "tidy")])


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
def test_completion_knows_every_option(verb):
    options = set(re.findall(r"^  (?:-\w,)?(--[a-z0-9-]+)",
                             run(*verb, "--help").stdout.decode(), re.MULTILINE))
    assert options == set(complete("tertib", *verb, "--"))


@pytest.mark.parametrize("family, verbs", [("case", CASE_VERBS), ("sop", SOP_VERBS)])
def test_completion_knows_every_verb(family, verbs):
    help_ = run(family, "--help").stdout.decode()
    assert set(verbs) == set(complete("tertib", family, "")) - {"--help"}
    for verb in verbs:
        assert re.search(rf"^  {verb} ", help_, re.MULTILINE), verb
    assert {"end", "list"} <= set(complete("tertib", "delegate", ""))
    assert complete("tertib", "delegate", "--kind", "pl") == ["plt", "plh"]


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_examples_of_the_help_run(language, tmp_path):
    (tmp_path / "sop.txt").write_bytes(EXAMPLE.read_bytes())
    (tmp_path / "revisi.txt").write_bytes(EXAMPLE.read_bytes().replace(b"180 Menit", b"240 Menit"))
    (tmp_path / "overlay.json").write_bytes(OVERLAY.read_bytes())
    folder = str(pathlib.Path(BINARY).resolve().parent)
    for verb in (["case"], ["worklist"], ["delegate"], ["sop"], ["journal"]):
        text = run(*verb, "--help", "--lang", language).stdout.decode()
        examples = re.findall(r"^  (tertib .*)$", text, re.MULTILINE)
        assert examples
        for example in examples:
            done = subprocess.run(["sh", "-c", example], cwd=tmp_path, capture_output=True,
                                  check=False,
                                  env={"PATH": folder + ":" + os.environ["PATH"]})
            assert done.returncode == 0, (example, done.stderr.decode())


def test_the_cases_of_the_demo_run(tmp_path):
    folder = str(pathlib.Path(BINARY).resolve().parent)
    done = subprocess.run(["sh", ROOT / "examples" / "cases.sh", tmp_path], capture_output=True,
                          check=False, env={"PATH": folder + ":" + os.environ["PATH"]})
    assert done.returncode == 0, done.stderr.decode()
    text = done.stdout.decode()
    assert "2025-05-05 11:00" in text, "the missed deadline"
    assert "jeda waktu" in text and "selesai: diterbitkan" in text
    assert "Jurnal utuh: 3 kasus" in text and "Jurnal tidak utuh" in text
    for code in ("ACTOR-NOT-CANDIDATE", "ACTOR-NOT-HOLDER", "ACTOR-POST-ENDED"):
        assert code in done.stderr.decode()
    events = [json.loads(line)["event"] for line in
              (tmp_path / "jurnal.jsonl").read_text("utf-8").splitlines()]
    assert [event["surat"] for event in events if event.get("standing") == "plh"] == ["800/12/2025"]
    listed = json.loads((tmp_path / "cases.json").read_text("utf-8"))
    assert [case["status"] for case in listed["cases"]] == ["ended", "running", "running"]
    assert verify_outside(tmp_path / "jurnal.jsonl")[0] == 0


def test_the_overlay_of_the_example_is_headed_as_one():
    overlay = json.loads(OVERLAY.read_text("utf-8"))
    assert overlay["_catatan"] == "contoh; bukan isi SOP"
    jsonschema.Draft202012Validator(SCHEMAS["overlay"]).validate(overlay)
    assert run("read", EXAMPLE, "--overlay", OVERLAY, "--json").returncode == 0


# --- real documents -------------------------------------------------------------------------------


def finish(office, case):
    """Completes the first task for a post that hasn't yet; a step that comes again decides another
    way, so that no loop goes on for ever."""
    task = case["tasks"][0]
    turn = next(each["completions"] for each in case["steps"] if each["step"] == task["step"])
    post = next(each for each in task["pelaksana"] if each not in task["done_by"])
    who = ["--by", "Ani", "--as", post, "--now", "2025-05-05T10:00"]
    why = office.json("why", "case", "why", "K-1", *who)
    complete_ = next(option for each in why["tasks"] if each["task"] == task["task"]
                     for option in each["options"] if option["verb"] == "complete")
    outcomes = complete_["choices"] or [""]
    words = ["case", "complete", "K-1", task["task"], "--all-produk", *who, "--store",
             office.store, "--json"]
    outcome = outcomes[turn % len(outcomes)]  # "" is the flow without a label
    done = run(*words, *(["--outcome", outcome] if outcome else []))
    if done.returncode == 1:  # of several posts only the last one decides
        assert json.loads(done.stdout)["refusal"]["code"] == "OUTCOME-TOO-EARLY", done.stdout
        done = run(*words)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("document", real_documents(), ids=lambda path: path.name if path else None)
def test_cases_of_real_documents_run_to_their_end_or_are_refused_with_a_code(document, tmp_path):
    assert document is not None, "the real documents aren't there"
    read = json.loads(run("read", document, "--json").stdout)
    unknown = [step["key"] for step in read["steps"] if not step["marks"]]
    assign = [word for key in unknown for word in ("--assign", f"{key}={read['pelaksana'][0]}")]
    office = Office(tmp_path)
    office.document = document
    who = ["--by", "Ani", "--as", read["pelaksana"][0]]
    started = run("case", "start", document, "--case", "K-1", *assign, *who, "--now",
                  "2025-05-05T09:00", "--store", office.store, "--json")
    assert started.returncode in (0, 1), started.stderr.decode()
    reply = json.loads(started.stdout)
    jsonschema.Draft202012Validator(SCHEMAS["reply"]).validate(reply)
    if reply["refusal"]:
        assert reply["refusal"]["code"].startswith(("SOP-UNSOUND-", "OUTCOME-"))
        return
    for _ in range(200):
        case = office.show()
        if not case["tasks"]:
            break
        finish(office, case)
    assert office.show()["status"] == "ended"
    assert run("journal", "verify", office.store).returncode == 0
