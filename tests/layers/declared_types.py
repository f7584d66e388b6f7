# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Finds the types that a C++ text defines with external linkage: struct, class, enum and union, not
inside an unnamed namespace, another type or a function. Forward declarations define nothing.

It counts braces instead of parsing, which suffices for a tree that clang-format keeps in shape."""
import re

RAW = re.compile(r'\bR"([^()\\\s]*)\(.*?\)\1"', re.S)
SEPARATED = re.compile(r"\b\d[\da-zA-Z]*(?:'[\da-zA-Z]+)+")
PIECE = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.S)
DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", re.M)

BRACE = re.compile(r"""
    \b(?:inline\s+)?namespace\b (?P<space>[\w\s:]*) \{
  | \bextern\s+(?P<linkage>""|)\{
  | \b(?:enum\s+(?:class|struct)|struct|class|enum|union)\s+
    (?:\[\[[^\]]*\]\]\s*|alignas\([^)]*\)\s*)*
    (?P<type>\w+(?:\s*::\s*\w+)*\s*(?:<[^;{}()]*?>)?) (?:\s+final\b)? \s* (?::(?!:)[^;{}()]*)? \{
  | (?P<open>\{) | (?P<close>\})""", re.X)


def blank(match):
    """Keeps the line numbers, and an empty string where one stood."""
    return '""' * (match.group(0)[0] in '"R') + "\n" * match.group(0).count("\n")


def bare(text):
    """The text without comments, what strings hold, and preprocessor lines."""
    text = SEPARATED.sub(lambda match: match.group(0).replace("'", ""), text)
    return DIRECTIVE.sub(blank, PIECE.sub(blank, RAW.sub(blank, text)))


def declared_types(text):
    """Pairs of line number and full name, in order."""
    code, found, scopes = bare(text), [], []
    for match in BRACE.finditer(code):
        if match.group("close"):
            if scopes:
                scopes.pop()
            continue
        if match.group("space") is not None:
            scopes.append(match.group("space").strip() or None)
        elif match.group("linkage") is not None:
            scopes.append("")
        else:
            if match.group("type") and None not in scopes:
                name = re.sub(r"\s+", "", match.group("type"))
                line = code.count("\n", 0, match.start()) + 1
                found.append((line, "::".join([scope for scope in scopes if scope] + [name])))
            scopes.append(None)
    return found
