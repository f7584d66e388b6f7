# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The code that the README shows is the code of the examples, which are built and run."""

import pathlib
import re

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def code(path):
    lines = path.read_text("utf-8").splitlines()
    return "\n".join(line for line in lines if "SPDX-" not in line).strip()


@pytest.mark.parametrize("language, example", [("cpp", "read.cpp"), ("c", "read.c"),
                                               ("python", "read.py")])
def test_the_readme_shows_the_examples(language, example):
    text = (ROOT / "README.md").read_text("utf-8")
    blocks = re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert [block.strip() for block in blocks] == [code(ROOT / "examples" / example)]


def test_every_file_that_a_readme_points_to_is_there():
    for readme in ["README.md", "README.id.md"]:
        for target in re.findall(r"\]\(([^)#:]+)\)", (ROOT / readme).read_text("utf-8")):
            assert (ROOT / target).exists(), target
