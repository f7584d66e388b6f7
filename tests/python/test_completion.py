# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""What the shell completes of the command: verbs, options, values and files."""

import re
import shlex
import subprocess

import pytest

from test_command import ROOT, pytestmark, run

__all__ = ["pytestmark"]


def complete(*words):
    script = run("completion", "bash").stdout.decode()
    line = " ".join(shlex.quote(word) for word in words)
    script += f"\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _tertib\n"
    script += 'printf "%s\\n" "${COMPREPLY[@]}"\n'
    done = subprocess.run(["bash", "-c", script], capture_output=True, check=False,
                          cwd=ROOT / "examples" / "sop")
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().split()


def test_bash_completes_verbs_options_values_and_files():
    assert " ".join(complete("tertib", "")) == ("read overlay lint graph plan deadline calendar case "
                                                "worklist delegate sop journal log check align "
                                                "completion --version --help")
    assert complete("tertib", "calendar", "d") == ["diff"]
    assert "id5" in complete("tertib", "calendar", "show", "")
    assert complete("tertib", "deadline", "--calendar", "j") == ["jabar5"]
    assert complete("tertib", "overlay", "i") == ["init"]
    assert complete("tertib", "graph", "--m") == ["--mermaid"]
    assert complete("tertib", "lint", "x", "--lang", "") == ["id", "en"]
    assert complete("tertib", "plan", "x", "--calendar", "c") == ["contoh6"]
    assert complete("tertib", "read", "laporan-kinerja.t") == ["laporan-kinerja.txt"]


@pytest.mark.parametrize("verb", [["read"], ["lint"], ["graph"], ["plan"], ["overlay", "init"],
                                  ["log", "info"], ["log", "map"], ["log", "generate"],
                                  ["check"]], ids=" ".join)
def test_completion_knows_every_option(verb):
    options = set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", run(*verb, "--help").stdout.decode(),
                             re.MULTILINE))
    assert options - set(complete("tertib", *verb, "--")) == set()
