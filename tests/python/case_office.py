# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""A store with a case, for the tests of `tertib case`, `worklist` and `journal`."""

import json
import subprocess

import jsonschema

from test_command import ROOT, SCHEMAS, run, sop

OVERLAY = ROOT / "examples" / "sop" / "laporan-kinerja.overlay.json"
VERIFIER = ROOT / "tools" / "verify" / "verify_journal.py"
ROWS = ("1.\tMenerima berkas\t\t●\tBerkas\t15 Menit\tTanda terima\t\n"
        "2.\tMenandatangani surat\t●\t\tTanda terima\t1 Hari\tSurat\t\n")
ANI = ["--by", "Ani", "--as", "Staf"]
BUDI = ["--by", "Budi", "--as", "Kadis"]


class Office:
    """A store of its own with the two steps of ROWS, and a clock that the test names each time."""

    def __init__(self, folder):
        self.store = folder / "kasus.tertib"
        self.document = folder / "sop.txt"
        self.document.write_bytes(sop("Menerbitkan Surat", ROWS))

    def call(self, *words, exits=0):
        done = run(*words, "--store", self.store)
        assert done.returncode == exits, done.stderr.decode()
        return done

    def json(self, noun, *words, exits=0):
        done = self.call(*words, "--json", exits=exits)
        assert done.stderr == b"" or words[1] == "start", done.stderr.decode()
        document = json.loads(done.stdout)
        jsonschema.Draft202012Validator(SCHEMAS[noun]).validate(document)
        return document

    def start(self, case="K-1", *more, now="2025-05-05T09:00", exits=0):
        return self.json("reply", "case", "start", self.document, "--case", case, *ANI, "--now",
                         now, *more, exits=exits)

    def do(self, verb, *words, now="2025-05-05T09:05", exits=0, who=None):
        """A command on the case K-1; its reply."""
        return self.json("reply", "case", verb, "K-1", *words, *(who or ANI), "--now", now,
                         exits=exits)

    def refusal(self, verb, *words, **how):
        return self.do(verb, *words, exits=1, **how)["refusal"]["code"]

    def show(self, case="K-1"):
        return self.json("case", "case", "show", case)


def verify_outside(*arguments):
    """What the verifier in plain Python says: its exit code and its words."""
    done = subprocess.run(["python3", VERIFIER, *map(str, arguments)], capture_output=True,
                          check=False)
    return done.returncode, done.stdout.decode() + done.stderr.decode()
