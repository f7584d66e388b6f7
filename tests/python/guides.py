# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""The commands that the guides in docs show, with what they print.

A block ```console holds lines "$ tertib …", each followed by the lines that the command prints, or
by why it was refused. The commands of one guide run one after the other in a folder of their own
with examples/ in it, so that later ones go on with what earlier ones made. test_guides.py runs them;
to write anew what they print, after looking at why it changed:

    TERTIB_BIN=build/bin/tertib python3 tests/python/guides.py
"""
import functools
import os
import pathlib
import re
import shlex
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
GUIDES = sorted((ROOT / "docs").glob("*.md"))
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def commands(block):
    """[(command line, what is printed below it)] of one block."""
    found = []
    for line in block.splitlines(keepends=True):
        if line.startswith("$ "):
            found.append((line[2:].rstrip("\n"), ""))
        else:
            found[-1] = (found[-1][0], found[-1][1] + line)
    return found


def printed(line, folder):
    """What the command line prints, as the guide shows it."""
    words = shlex.split(line)
    assert words[0] == "tertib", line
    binary = os.environ.get("TERTIB_BIN") or str(ROOT / "build" / "bin" / "tertib")
    done = subprocess.run([os.path.abspath(binary), *words[1:]], capture_output=True, check=False,
                          cwd=folder, env={"PATH": os.environ["PATH"], "COLUMNS": "100"})
    assert done.returncode in (0, 1), done.stderr.decode()
    refused = done.returncode == 1 and not done.stdout
    return (done.stderr if refused else done.stdout).decode()


@functools.cache
def told_by(guide):
    """What each command line of the guide prints, in order: [(command line, printed)]."""
    with tempfile.TemporaryDirectory() as folder:
        os.symlink(ROOT / "examples", pathlib.Path(folder) / "examples")
        return [(line, printed(line, folder))
                for block in BLOCK.findall(guide.read_text("utf-8"))
                for line, _ in commands(block)]


def main():
    for guide in GUIDES:
        text = guide.read_text("utf-8")
        told = iter(told_by(guide))

        def anew(match, told=told):
            return "```console\n" + "".join(
                f"$ {line}\n{printed}" for line, printed in
                (next(told) for _ in commands(match.group(1)))) + "```"

        guide.write_text(BLOCK.sub(anew, text), "utf-8")


if __name__ == "__main__":
    main()
