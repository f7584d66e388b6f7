#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Writes docs/rules.md, the table rule ↔ regulation, from the profile and the catalogue.

    docs/make_rules.py            writes the file
    docs/make_rules.py --check    fails if the file isn't what it would write
"""

import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "rules.md"

HEAD = """# The rules of `{name}`

Made by docs/make_rules.py from data/permenpan35.tsv and data/messages.tsv; change those.

{title}. *Sure* says how well a rule's text is known: **read** (its words were read), **derived**
(follows from read text or from structure), **form** (seen in forms, the text unread), **unread**
(commonly stated, not read). What a copy can't show is *undecidable*, never an error.

An office adds rules of its own as data, in a profile (schema/profile.json), or as a small class in
C++ (../examples/own_rule.cpp).

| rule | severity | what it asks (id) | what it asks (en) | source | sure | can be undecidable |
| --- | --- | --- | --- | --- | --- | --- |
"""


def lines(path):
    return path.read_text(encoding="utf-8").splitlines()


def read_catalogue():
    texts = {}
    for line in lines(ROOT / "data" / "messages.tsv"):
        if line and not line.startswith("#"):
            code, _severity, _about, indonesian, english = line.split("\t")
            texts[code] = (indonesian, english)
    return texts


def read_profile():
    head, rules = {}, []
    for line in lines(ROOT / "data" / "permenpan35.tsv"):
        cells = line.split("\t")
        if line.startswith("#"):
            head[cells[0][1:]] = cells[1]
        elif line:
            rules.append(cells)
    return head, rules


def page():
    texts = read_catalogue()
    head, rules = read_profile()
    out = [HEAD.format(name=head["name"], title=head["title"])]
    for rule, severity, sure, source in rules:
        indonesian, english = texts[rule + "/title"]
        open_ = "yes" if rule + "/undecidable" in texts else ""
        out.append(f"| {rule} | {severity} | {indonesian} | {english} | {source} | {sure} | {open_} |\n")
    return "".join(out)


def main():
    wanted = page()
    if "--check" in sys.argv[1:]:
        if not TARGET.exists() or TARGET.read_text(encoding="utf-8") != wanted:
            sys.exit("docs/rules.md is out of date: run docs/make_rules.py")
        return
    TARGET.write_text(wanted, encoding="utf-8")


main()
