# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Checks that the tree keeps to its own rules: layers, outside libraries, one noun a file, no
type twice, the catalogue of messages. Prints one line for each breach, as file:line: text, and
fails if any.

    python3 tests/layers/layers.py ROOT
"""
import re
import sys
from pathlib import Path

from declared_types import declared_types

# A folder may include only itself and folders of a lower number.
LAYERS = {
    "base": 0, "time": 1, "model": 2, "graph": 3, "log": 3, "plan": 4,
    "rule": 5, "check": 5, "run": 5, "sim": 6, "read": 7, "write": 7, "store": 7, "testkit": 8,
}
FACES = ("capi", "bindings", "tools")
PURE_BELOW = 7

# Outside library → (headers, folders that may use it, most files per folder or None).
LIBRARIES = {
    "libcrypto": (r"openssl/", ("base",), 1),
    "Boost.Date_Time": (r"boost/date_time", ("time",), None),
    "Boost.Graph": (r"boost/(graph|property_map)/", ("graph",), 1),
    "pugixml": (r"pugixml\.hpp", ("read", "write"), None),
    "zlib": (r"zlib\.h", ("read", "write"), None),
    "SQLite": (r"(SQLiteCpp/|sqlite3\.h)", ("store",), None),
    "pybind11": (r"pybind11/", ("bindings",), None),
    "CLI11": (r"CLI/", ("tools",), None),
}
JSON = r"nlohmann/"
SYSTEM_HEADERS = r"(unistd\.h|fcntl\.h|errno\.h|signal\.h|sys/[a-z]+\.h|poll\.h|termios\.h)"
C_HEADERS = r"(stddef|stdint|stdio|stdlib|string)\.h"
IMPURE = {
    "a file": r"<(fstream|filesystem|iostream|cstdio)>",
    "a clock": r"(<ctime>|_clock::now|\bgettimeofday\b)",
    "a random source": r"<random>|\brandom_device\b",
    "the locale": r"(<locale>|<clocale>|\bstd::locale\b|\bsetlocale\b|\bstd::sto[il]+\b)",
    "the environment": r"\bgetenv\b",
}
BANNED = {
    "std::regex": r"<regex>|boost/regex",
    "std::views": r"\bstd::(ranges::)?views::",
    "using namespace std": r"\busing namespace std;",
    "an unfinished mark": r"\b(TODO|FIXME|XXX|HACK)\b",
}
# What is never said to an official (design.md's words): "temuan" is an auditor's result.
OFFICIALS_NEVER_READ = r"\b(temuan|pelanggaran|melanggar)\b"
SPDX = ("SPDX-FileCopyrightText: ", "SPDX-License-Identifier: Apache-2.0")
MOST_LINES = 500

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^">]+)[">]')


class Tree:
    """The files of one project and the breaches that were found in it."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self.breaches = []
        self.files = sorted(
            path for top in ("include", "src", *FACES, "tests", "benchmarks", "examples")
            for path in (self.root / top).rglob("*")
            if path.suffix in (".cpp", ".hpp", ".c", ".h", ".py"))

    def relative(self, path):
        return path.relative_to(self.root).as_posix()

    def breach(self, path, line, text):
        self.breaches.append(f"{self.relative(path)}:{line}: {text}")

    def folder_of(self, path):
        """The layer's folder of a file of the library, or the face it belongs to."""
        parts = path.relative_to(self.root).parts
        if parts[0] == "include":
            return parts[2] if len(parts) > 3 else "umbrella"
        if parts[0] == "src":
            return parts[1] if len(parts) > 2 else "umbrella"
        return parts[0] if parts[0] in FACES else None

    def library(self):
        return [path for path in self.files if self.folder_of(path) and path.suffix != ".py"]


def without_comments(text):
    """The code with comments blanked out; strings and line numbers stay."""
    def blank(match):
        piece = match.group(0)
        return piece if piece[0] in "\"'" else re.sub(r"[^\n]", " ", piece)
    return re.sub(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', blank, text,
                  flags=re.S)


def resolve(tree, path, name):
    """The file of the project that `#include "name"` means there, or None."""
    bases = [path.parent, tree.root / "include", tree.root / "capi" / "include"]
    if tree.folder_of(path) in LAYERS:
        bases.append(tree.root / "src")
    for base in bases:
        if (base / name).is_file():
            return (base / name).resolve()
    return None


def check_own_include(tree, path, line, name):
    found = resolve(tree, path, name)
    if found is None:
        tree.breach(path, line, f'"{name}" is no file of the project that may be seen from here')
        return
    own, other = tree.folder_of(path), tree.folder_of(found)
    top = found.relative_to(tree.root).parts[0]
    if top == "src" and path.relative_to(tree.root).parts[0] == "include":
        tree.breach(path, line, f'a public header includes the private "{name}"')
    if own in FACES:
        if other in FACES and other != own:
            tree.breach(path, line, f"{own} includes {other}: faces don't see each other")
        return
    if own == "umbrella":
        return
    if other not in LAYERS or (other != own and LAYERS[other] >= LAYERS[own]):
        tree.breach(path, line, f'{own} (layer {LAYERS[own]}) may not include "{name}"')


def check_outside_include(tree, path, line, name, users):
    own = tree.folder_of(path)
    if re.match(JSON, name):
        if not path.name.endswith("_json.cpp"):
            tree.breach(path, line, "nlohmann-json is used in files named x_json.cpp only")
        return
    for library, (headers, folders, _) in LIBRARIES.items():
        if re.match(headers, name):
            users.setdefault((library, own), set()).add(path)
            if own not in folders:
                tree.breach(path, line, f"{library} may not be used in {own}")
            elif path.suffix != ".cpp" and own in LAYERS:
                tree.breach(path, line, f"{library} in a header: outside libraries stay in .cpp")
            return
    if re.fullmatch(r"[a-z_0-9]+", name):
        return
    if re.fullmatch(SYSTEM_HEADERS, name) and LAYERS.get(own, 8) >= PURE_BELOW:
        return
    if own == "capi" and re.fullmatch(C_HEADERS, name):
        return
    tree.breach(path, line, f"<{name}> is neither standard nor a library that {own} may use")


def check_includes(tree):
    users = {}
    for path in tree.library():
        own = tree.folder_of(path)
        if own not in LAYERS and own not in FACES and own != "umbrella":
            tree.breach(path, 1, f"the folder {own} has no layer")
            continue
        for number, text in enumerate(path.read_text("utf-8").splitlines(), 1):
            match = INCLUDE.match(text)
            if match and (match.group(1) == '"' or match.group(2).startswith("tertib/")):
                check_own_include(tree, path, number, match.group(2))
            elif match:
                check_outside_include(tree, path, number, match.group(2), users)
    for (library, folder), paths in sorted(users.items()):
        most = LIBRARIES[library][2]
        if most is not None and len(paths) > most:
            names = ", ".join(sorted(tree.relative(path) for path in paths))
            tree.breach(min(paths), 1, f"{library} belongs in {most} file of {folder}, not {names}")


def check_words(tree):
    for path in tree.library():
        own = tree.folder_of(path)
        code = without_comments(path.read_text("utf-8"))
        rules = dict(BANNED)
        if LAYERS.get(own, 8) < PURE_BELOW:
            rules.update({f"{what} below layer {PURE_BELOW}": pattern
                          for what, pattern in IMPURE.items()})
        lines = path.read_text("utf-8").splitlines()
        for number, (whole, bare) in enumerate(zip(lines, code.splitlines()), 1):
            for what, pattern in rules.items():
                text = whole if what == "an unfinished mark" else bare
                if re.search(pattern, text):
                    tree.breach(path, number, f"{what} is not used here")


def check_shape(tree):
    for path in tree.files:
        lines = path.read_text("utf-8").splitlines()
        for mark in SPDX:
            if not any(mark in line for line in lines[:3]):
                tree.breach(path, 1, f"the line {mark.strip()} is missing atop the file")
        if len(lines) > MOST_LINES:
            tree.breach(path, MOST_LINES, f"{len(lines)} lines: is this still one noun?")


def nouns(stem):
    """What a file name may be about, the nearest first: waktu_json, then waktu."""
    words = stem.split("_")
    return ["_".join(words[:count]) for count in range(len(words), 0, -1)]


def header_of(tree, folder, noun):
    for place in ("include/tertib", "src"):
        path = tree.root / place / folder / f"{noun}.hpp"
        if path.is_file():
            return path
    return None


def own_includes(tree, path):
    """The headers of the project that a file includes."""
    found = set()
    for text in path.read_text("utf-8").splitlines():
        match = INCLUDE.match(text)
        if match and match.group(1) == '"':
            found.add(resolve(tree, path, match.group(2)))
    return found - {None}


def is_public(tree, header):
    return header is not None and (tree.root / "include") in header.parents


def has_test(tree, path):
    """A public noun wants a test of just its name; a private part may share its noun's."""
    folder, wanted = tree.folder_of(path), nouns(path.stem)
    if is_public(tree, header_of(tree, folder, path.stem)) and not path.stem.endswith("_json"):
        wanted = wanted[:1]
    return any((tree.root / "tests" / folder / f"{noun}_test.cpp").is_file() for noun in wanted)


def tested_sources(tree, includes):
    """The sources with a test of their noun, and the private parts that such sources use."""
    tested = {path for path in includes if has_test(tree, path)}
    while True:
        used = {header for path in tested for header in includes[path]
                if not is_public(tree, header)}
        used |= {inner for header in used for inner in own_includes(tree, header)
                 if not is_public(tree, inner)}
        more = {path for path, headers in includes.items()
                if path not in tested and headers & used
                and not is_public(tree, header_of(tree, tree.folder_of(path), path.stem))}
        if not more:
            return tested
        tested |= more


def check_nouns(tree):
    """One noun = one header = one source = one test of the same name. Private parts of a noun have
    a header beside them and are tested through the noun that uses them."""
    includes = {path: own_includes(tree, path) for path in tree.files
                if path.suffix == ".cpp" and tree.folder_of(path) in LAYERS}
    tested = tested_sources(tree, includes)
    for path, headers in includes.items():
        if not any(tree.folder_of(header) == tree.folder_of(path) for header in headers):
            tree.breach(path, 1, "includes no header of its own folder that declares it")
        if path not in tested:
            tree.breach(path, 1, f"has no test tests/{tree.folder_of(path)}/{path.stem}_test.cpp"
                                 ", nor does a tested source use it")
    for path in sorted((tree.root / "tests").rglob("*_test.cpp")):
        folder, stem = path.parent.name, path.stem.removesuffix("_test")
        source = tree.root / "src" / folder / f"{stem}.cpp"
        if folder in LAYERS and not source.is_file() and not any(
                header_of(tree, folder, noun) for noun in nouns(stem)):
            tree.breach(path, 1, f"tests {stem}, but {folder} has no {stem}")


def check_lists(tree):
    """What is not in an explicit list is not built, and a test that isn't built can't fail."""
    for top, pattern in (("src", "*.cpp"), ("tests", "*_test.cpp"), ("tests/fuzz", "fuzz_*.cpp")):
        lists = "\n".join(path.read_text("utf-8")
                           for path in (tree.root / top).rglob("CMakeLists.txt"))
        for path in sorted((tree.root / top).rglob(pattern)):
            near = path.relative_to(tree.root / top).as_posix()
            if not re.search(rf"(?<![\w/]){re.escape(near)}\b", lists) and not re.search(
                    rf"(?<![\w/]){re.escape(path.name)}\b", lists):
                tree.breach(path, 1, f"is in no CMakeLists.txt below {top}")


def check_types(tree):
    """Two types of one name in two files that are linked together are one type to the linker, which
    takes either's functions for both (the one-definition rule); no compiler sees it."""
    first = {}
    for path in tree.files:
        if path.suffix not in (".cpp", ".hpp"):
            continue
        for line, name in declared_types(path.read_text("utf-8")):
            if not name.startswith("tertib::"):
                continue
            where, _ = first.setdefault(name, (path, line))
            if where != path:
                tree.breach(path, line, f"{name} is also a type of {tree.relative(where)}: use an "
                                        "unnamed namespace or another name")


def holes(text):
    """How many; their names may differ, since a value may itself be in one language."""
    return len(set(re.findall(r"\{[a-z_0-9]+\}", text)))


def read_catalogue(tree, path):
    """The codes of the catalogue with their line numbers, each line checked."""
    codes = {}
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 5 or not all(field.strip() for field in (fields[0], *fields[3:])):
            tree.breach(path, number, "a message is code, severity, about, id, en, with both texts")
            continue
        code, _, _, indonesian, english = fields
        if code in codes:
            tree.breach(path, number, f"{code} is here twice, first in line {codes[code]}")
        codes.setdefault(code, number)
        if holes(indonesian) != holes(english):
            tree.breach(path, number, f"{code}: the holes of the two texts differ")
        word = re.search(OFFICIALS_NEVER_READ, indonesian, re.I)
        if word:
            tree.breach(path, number, f"{code}: \"{word.group(0)}\" is no word for an official")
    return codes


def said(code, literals):
    """Whether the sources name the code, whole or put together at its slashes."""
    pieces = code.split("/")
    return any("/".join(pieces[:count]) in literals and all(
        piece in literals or "/" + piece in literals for piece in pieces[count:])
        for count in range(len(pieces), 0, -1))


def check_catalogue(tree):
    path = tree.root / "data" / "messages.tsv"
    if not path.is_file():
        tree.breaches.append("data/messages.tsv: is missing")
        return
    codes = read_catalogue(tree, path)
    literals = set()
    for source in tree.library():
        code = without_comments(source.read_text("utf-8"))
        literals.update(re.findall(r'"((?:\\.|[^"\\\n])*)"', code))
        for match in re.finditer(r'\b(?:make_finding|text_of|find_message)\(\s*"([^"]*)"', code):
            if match.group(1) not in codes:
                line = code.count("\n", 0, match.start()) + 1
                tree.breach(source, line, f"{match.group(1)} is not in data/messages.tsv")
    for code, number in codes.items():
        if not said(code, literals):
            tree.breach(path, number, f"{code} is used nowhere")


def check(root):
    tree = Tree(root)
    for rule in (check_includes, check_words, check_shape, check_nouns, check_lists, check_types,
                 check_catalogue):
        rule(tree)
    return tree.breaches


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    breaches = check(arguments[0])
    for breach in breaches:
        print(breach)
    print(f"{len(breaches)} breaches of the tree's own rules")
    return 1 if breaches else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
