// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/markdown_grid.hpp"

#include "read/grid_rows.hpp"
#include "read/throws.hpp"

#include <string>

using namespace tertib;

namespace {

Lines rows(std::string_view markdown) {
    return shown(markdown_grids(markdown, {}));
}

} // namespace

TEST_CASE("a pipe table is read row by row, its rule left out") {
    CHECK(rows("| No | Uraian |\n|----|:------:|\n| 1 | a \\| b<br>c |\n| 2 | |\n") ==
          Lines{"1: No@1 Uraian@2", "3: 1@1 a | b\nc@2", "4: 2@1"});
}

TEST_CASE("outer pipes may be missing, and a blank line ends the table") {
    CHECK(rows("No | Uraian\n---|---\n1 | a\n\nb | c") ==
          Lines{"1: No@1 Uraian@2", "3: 1@1 a@2", "5: b | c@1"});
}

TEST_CASE("headings, paragraphs and items are rows of one cell") {
    CHECK(rows("# SOP *Izin* #\n\nJudul\n=====\nteks\n* a\n12) b\n> kutipan\n---\n") ==
          Lines{"1: SOP Izin@1", "3: Judul@1", "5: teks@1", "6: - a@1", "7: 12) b@1",
                "8: kutipan@1"});
}

TEST_CASE("labels in bold are cells of their own") {
    CHECK(rows("**Nomor SOP:** 1\n- **Nama SOP**: b\n__Disahkan:__\n**tebal** saja") ==
          Lines{"1: Nomor SOP@1 1@2", "2: Nama SOP@1 b@2", "3: Disahkan@1", "4: tebal saja@1"});
}

TEST_CASE("the list below a label without a value is its value") {
    CHECK(rows("**Dasar Hukum:**\n\n1. UU *A*\n2. UU B\n\n**Peringatan:** x") ==
          Lines{"1: Dasar Hukum@1 1. UU A\n2. UU B@2", "6: Peringatan@1 x@2"});
}

TEST_CASE("a Mermaid drawing is a remark, other code is text") {
    const Grids read = markdown_grids("a\n```mermaid\nA-->B\n```\n~~~\nNo\tUraian\n~~~\nb", {});
    CHECK(shown(read) == Lines{"1: a@1", "6: No@1 Uraian@2", "8: b@1"});
    REQUIRE(read.remarks.size() == 1);
    CHECK(read.remarks[0].row == 2);
    CHECK(read.remarks[0].text == "A-->B\n");
    CHECK(codes(read.findings) == Lines{"READ-MERMAID"});
}

TEST_CASE("a block of code without its end swallows nothing") {
    CHECK(rows("```mermaid\na\n| 1 |") == Lines{"1: ```mermaid@1", "2: a@1", "3: 1@1"});
}

TEST_CASE("many open blocks of code take no long time") {
    std::string text;
    for (int i = 0; i < 200'000; ++i) {
        text += "```x\n";
    }
    CHECK(rows(text).size() == 200'000);
}

TEST_CASE("too many lines or columns are refused") {
    ReadOptions options;
    options.max_cells = 10;
    options.max_columns = 3;
    CHECK(
        says(error_of([&] { (void)markdown_grids(std::string(11, '\n'), options); }), "max_cells"));
    CHECK(says(error_of([&] { (void)markdown_grids("|||||x|", options); }), "max_columns"));
}

TEST_CASE("a rule of a table has pipes and dashes only") {
    CHECK(is_table_rule(" |:--|--:| "));
    CHECK(is_table_rule("--|--"));
    CHECK(!is_table_rule("---"));
    CHECK(!is_table_rule("| - a |"));
    CHECK(!is_table_rule("| | |"));
}
