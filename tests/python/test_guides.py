# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What the guides in docs show is what the command prints."""

import datetime
import os
import re

import guides
import pytest

CASES = [(guide, at, line, told)
         for guide in guides.GUIDES
         for at, (line, told) in enumerate(
             command for block in guides.BLOCK.findall(guide.read_text("utf-8"))
             for command in guides.commands(block))]


@pytest.mark.skipif(not os.environ.get("TERTIB_BIN"), reason="TERTIB_BIN names no command to try")
@pytest.mark.parametrize("guide, at, line, told", CASES,
                         ids=[f"{guide.name}-{at}" for guide, at, _, _ in CASES])
def test_a_guide_shows_what_is_printed(guide, at, line, told):
    assert guides.told_by(guide)[at] == (line, told), (
        f"{guide.name} is out of date: see tests/python/guides.py")


def test_the_guide_to_time_shows_commands():
    assert sum(guide.name == "time.md" for guide, *_ in CASES) > 10


def test_guides_point_to_files_that_are_there():
    for guide in guides.GUIDES:
        prose = re.sub(r"^```.*?^```$", "", guide.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
        for target in re.findall(r"\]\(([^)#:]+)\)", prose):
            assert (guide.parent / target).exists(), f"{guide.name}: {target}"


def test_the_code_in_the_guide_to_time_runs():
    tertib = pytest.importorskip("tertib")
    text = next(guide for guide in guides.GUIDES if guide.name == "time.md").read_text("utf-8")
    blocks = dict(re.findall(r"^```(python|json)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL))
    exec(compile(blocks["python"], "docs/time.md", "exec"), {})
    calendar = tertib.Calendar.from_json(blocks["json"])
    assert not calendar.is_working_day(datetime.date(2025, 6, 16))
    assert calendar.is_working_day(datetime.date(2025, 6, 17))


@pytest.mark.parametrize("guide, language, example, least", [
    ("testing", "cpp", "portal_test.cpp", 6), ("testing", "python", "portal_test.py", 4),
    ("testing", "c", "portal_test.c", 2), ("logs", "cpp", "logs.cpp", 2),
    ("logs", "python", "logs.py", 3), ("logs", "c", "logs.c", 1)])
def test_the_code_in_a_guide_is_that_of_an_example_that_runs(guide, language, example, least):
    text = next(page for page in guides.GUIDES if page.stem == guide).read_text("utf-8")
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    shown = (guides.ROOT / "examples" / example).read_text("utf-8")
    lines = "\n".join(line.strip() for line in shown.splitlines())
    assert len(blocks) >= least
    for block in blocks:
        assert "\n".join(line.strip() for line in block.splitlines()) in lines, block


def test_the_code_in_the_guide_to_cases_runs(monkeypatch, capsys):
    pytest.importorskip("tertib")
    page = (guides.ROOT / "docs" / "cases.md").read_text("utf-8")
    monkeypatch.chdir(guides.ROOT)
    (block,) = re.findall(r"^```python\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    exec(compile(block, "docs/cases.md", "exec"), {})
    told = capsys.readouterr().out.splitlines()
    assert len(told[0]) == 64 and told[1].startswith("2023-17 1#1 2023-06-") and told[2] == "True"
