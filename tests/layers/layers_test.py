# SPDX-FileCopyrightText: 2026 The tertib authors
# SPDX-License-Identifier: Apache-2.0
"""Shows that layers.py can fail: a small clean tree passes, and each rule has a change to it that
breaks that rule and is reported in the right file."""
import tempfile
import unittest
from pathlib import Path

import layers

HEAD = ("// SPDX-FileCopyrightText: 2026 The tertib authors\n"
        "// SPDX-License-Identifier: Apache-2.0\n")

CLEAN = {
    "include/tertib/base/text.hpp": HEAD + "#include <string>\n",
    "include/tertib/model/sop.hpp": HEAD + '#include "tertib/base/text.hpp"\n',
    "include/tertib/graph/order.hpp": HEAD + '#include "tertib/model/sop.hpp"\n',
    "src/base/text.cpp": HEAD + '#include "tertib/base/text.hpp"\n#include <openssl/evp.h>\n',
    "src/model/sop.cpp": HEAD + '#include "tertib/model/sop.hpp"\n#include "model/parts.hpp"\n'
                                'auto f = make_finding("READ-A");\nauto g = code + "/remedy";\n',
    "src/model/parts.hpp": HEAD,
    "src/model/parts.cpp": HEAD + '#include "model/parts.hpp"\n',
    "src/graph/order.cpp": HEAD + '#include "tertib/graph/order.hpp"\n'
                                  "#include <boost/graph/adjacency_list.hpp>\n",
    "src/CMakeLists.txt": "base/text.cpp\nmodel/sop.cpp\nmodel/parts.cpp\ngraph/order.cpp\n",
    "capi/src/sop.cpp": HEAD + '#include "tertib/model/sop.hpp"\n',
    "tests/base/text_test.cpp": HEAD,
    "tests/model/sop_test.cpp": HEAD,
    "tests/graph/order_test.cpp": HEAD,
    "tests/CMakeLists.txt": "base/text_test.cpp\nmodel/sop_test.cpp\ngraph/order_test.cpp\n",
    "data/messages.tsv": "# code\tseverity\tabout\tid\ten\n"
                         "READ-A\tinfo\treading\tAda {n}.\tThere are {n}.\n"
                         "READ-A/remedy\t\t\tPeriksa.\tCheck.\n",
}


def breaches(changes):
    """What is reported of the clean tree with some files written anew, longer, or removed."""
    files = {**CLEAN, **changes}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            if text is not None:
                path = Path(folder) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        return layers.check(folder)


def more(name, text):
    return {name: CLEAN.get(name, HEAD) + text}


# What breaks → the changes, the file reported, a piece of the report.
BROKEN = {
    "a layer looks up": (
        more("src/model/sop.cpp", '#include "tertib/graph/order.hpp"\n'),
        "src/model/sop.cpp:7", "layer 2"),
    "folders of one number see each other": (
        {"include/tertib/log/log.hpp": HEAD + '#include "tertib/graph/order.hpp"\n'},
        "include/tertib/log/log.hpp:3", "layer 3"),
    "a folder without a layer": (
        {"include/tertib/misc/a.hpp": HEAD}, "include/tertib/misc/a.hpp:1", "no layer"),
    "an include of nothing": (
        more("src/model/sop.cpp", '#include "tertib/model/lost.hpp"\n'),
        "src/model/sop.cpp:7", "is no file"),
    "a public header shows a private one": (
        more("include/tertib/model/sop.hpp", '#include "../../../src/model/parts.hpp"\n'),
        "include/tertib/model/sop.hpp:4", "private"),
    "a face includes a private header": (
        more("capi/src/sop.cpp", '#include "model/parts.hpp"\n'),
        "capi/src/sop.cpp:4", "is no file"),
    "JSON in another file": (
        more("src/model/sop.cpp", "#include <nlohmann/json.hpp>\n"),
        "src/model/sop.cpp:7", "nlohmann"),
    "an outside library in the wrong folder": (
        more("src/model/sop.cpp", "#include <openssl/evp.h>\n"),
        "src/model/sop.cpp:7", "libcrypto"),
    "an outside library in a header": (
        more("include/tertib/graph/order.hpp", "#include <boost/graph/adjacency_list.hpp>\n"),
        "include/tertib/graph/order.hpp:4", "in a header"),
    "Boost.Graph in two files": (
        {"src/graph/loops.cpp": HEAD + "#include <boost/graph/strong_components.hpp>\n"},
        "src/graph/loops.cpp:1", "belongs in 1 file"),
    "an unknown library": (
        more("src/model/sop.cpp", "#include <fmt/format.h>\n"),
        "src/model/sop.cpp:7", "neither standard"),
    "a file in the core": (
        more("src/model/sop.cpp", "#include <fstream>\n"), "src/model/sop.cpp:7", "a file"),
    "a clock in the core": (
        more("src/model/sop.cpp", "auto t = std::chrono::system_clock::now();\n"),
        "src/model/sop.cpp:7", "a clock"),
    "std::regex": (
        more("src/model/sop.cpp", "#include <regex>\n"), "src/model/sop.cpp:7", "std::regex"),
    "std::views": (
        more("src/model/sop.cpp", "auto v = a | std::views::all;\n"),
        "src/model/sop.cpp:7", "std::views"),
    "an unfinished mark": (
        more("src/model/sop.cpp", "// TO" "DO later\n"), "src/model/sop.cpp:7", "unfinished"),
    "no licence": (
        {"src/model/parts.hpp": "int a();\n"}, "src/model/parts.hpp:1", "SPDX"),
    "a long file": (
        more("src/model/parts.hpp", "\n" * 600), "src/model/parts.hpp:500", "one noun"),
    "a source without a header": (
        {"src/model/parts.cpp": HEAD},
        "src/model/parts.cpp:1", "no header"),
    "a source without a test": (
        {"tests/graph/order_test.cpp": None}, "src/graph/order.cpp:1", "no test"),
    "a part that nothing tested uses": (
        {"src/model/sop.cpp": HEAD + '#include "tertib/model/sop.hpp"\na("READ-A", "/remedy");\n'},
        "src/model/parts.cpp:1", "no test"),
    "a test of nothing": (
        {"tests/model/lost_test.cpp": HEAD}, "tests/model/lost_test.cpp:1", "has no lost"),
    "a source in no list": (
        {"src/CMakeLists.txt": "base/text.cpp model/sop.cpp graph/order.cpp\n"},
        "src/model/parts.cpp:1", "in no CMakeLists.txt"),
    "a test in no list": (
        {"tests/CMakeLists.txt": "base/text_test.cpp\nmodel/sop_test.cpp\n"},
        "tests/graph/order_test.cpp:1", "in no CMakeLists.txt"),
    "a type in two sources": (
        {**more("src/model/sop.cpp", "namespace tertib {\nclass Walk {\n};\n}\n"),
         **more("src/graph/order.cpp",
                "namespace tertib {\nstruct Walk final : Base<int> {};\n}\n")},
        "src/model/sop.cpp:8", "tertib::Walk is also a type of src/graph/order.cpp"),
    "a type in a header and a source": (
        {**more("include/tertib/model/sop.hpp",
                "namespace tertib {\nenum class Kind : int { a };\n}\n"),
         **more("src/model/parts.cpp", "namespace tertib {\nnamespace {\nint a = 1'000;\n}\n"
                                       "const char* b = \"{\";\nenum Kind { a };\n}\n")},
        "src/model/parts.cpp:9", "tertib::Kind is also a type of include/tertib/model/sop.hpp"),
    "a type in a namespace of namespaces": (
        {**more("src/model/sop.cpp", "namespace tertib::rules {\nstruct Walk {\n};\n}\n"),
         **more("src/graph/order.cpp",
                "namespace tertib {\nnamespace rules {\nunion Walk {};\n}\n}\n")},
        "src/model/sop.cpp:8", "tertib::rules::Walk"),
    "a code without a message": (
        more("src/model/sop.cpp", 'auto h = make_finding(\n    "READ-LOST", {});\n'),
        "src/model/sop.cpp:7", "READ-LOST"),
    "a message without a use": (
        more("data/messages.tsv", "READ-B\tinfo\treading\tB.\tB.\n"),
        "data/messages.tsv:4", "used nowhere"),
    "a text of a code that nothing puts together": (
        more("data/messages.tsv", "READ-A/gone/remedy\t\t\tB.\tB.\n"),
        "data/messages.tsv:4", "used nowhere"),
    "a code that only a comment uses": (
        {**more("data/messages.tsv", "READ-B\tinfo\treading\tB.\tB.\n"),
         **more("src/model/sop.cpp", '// make_finding("READ-B")\n')},
        "data/messages.tsv:4", "used nowhere"),
    "a message twice": (
        more("data/messages.tsv", "READ-A\tinfo\treading\tA {n}.\tA {n}.\n"),
        "data/messages.tsv:4", "twice"),
    "a message in one language": (
        {"data/messages.tsv": "READ-A\tinfo\treading\tAda.\t\n"},
        "data/messages.tsv:1", "both texts"),
    "holes that differ": (
        {"data/messages.tsv": "READ-A\tinfo\treading\tAda {n}.\tThere are some.\n"},
        "data/messages.tsv:1", "holes"),
    "a word that officials mustn't read": (
        {"data/messages.tsv": "READ-A\tinfo\treading\tAda Temuan.\tThere is one.\n"},
        "data/messages.tsv:1", "Temuan"),
}


class Layers(unittest.TestCase):
    def test_a_clean_tree_passes(self):
        self.assertEqual(breaches({}), [])

    def test_types_that_are_not_one_pass(self):
        private = ("namespace tertib {\nnamespace {\nclass Walk {};\n}\nclass Sop;\n"
                   "struct Own {\n    enum class Kind { a };\n};\n"
                   "void go_Own() { struct Local {}; }\n"
                   "// struct Shared {\nconst char* text_Own = R\"(struct Shared {)\";\n}\n"
                   "struct Outside {};\n")
        self.assertEqual(breaches({
            **more("src/model/sop.cpp", private),
            **more("src/graph/order.cpp", private.replace("Own", "Other"))}), [])

    def test_every_rule_can_fail(self):
        for what, (changes, place, piece) in BROKEN.items():
            with self.subTest(what):
                found = breaches(changes)
                self.assertTrue(
                    any(line.startswith(place + ":") and piece in line for line in found), found)


if __name__ == "__main__":
    unittest.main()
