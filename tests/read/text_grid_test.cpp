// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/text_grid.hpp"

#include "read/grid_rows.hpp"
#include "read/throws.hpp"

#include <rapidcheck.h>

#include <string>

using namespace tertib;

namespace {

Lines rows(std::string_view text) {
    return shown(text_grids(text, {}));
}

} // namespace

TEST_CASE("lines are rows with their line numbers, tabs part cells") {
    CHECK(rows("\n \nNo\tUraian\n\t\tKadis\n1.\t\tx\t\t\n") ==
          Lines{"3: No@1 Uraian@2", "4: Kadis@3", "5: 1.@1 x@3"});
}

TEST_CASE("a quoted cell holds lines and doubled quotes, and rows go on counting lines") {
    CHECK(rows("1\t\"a\n\"\"b\"\"\nc\"\td\n2\te") ==
          Lines{"1: 1@1 a\n\"b\"\nc@2 d@3", "4: 2@1 e@2"});
}

TEST_CASE("a stray quote swallows nothing") {
    CHECK(rows("\"Surat\" tugas\tx\n\"a\tb\nc\"\td") ==
          Lines{"1: \"Surat\" tugas@1 x@2", "2: \"a@1 b@2", "3: c\"@1 d@2"});
    CHECK(rows("x\t\"a\nb\nc") == Lines{"1: x@1 \"a@2", "2: b@1", "3: c@1"});
    std::string far = "x\t\"a";
    for (int i = 0; i < 300; ++i) {
        far += "\nb";
    }
    CHECK(rows(far + "\"").size() == 301);
}

TEST_CASE("soft line ends of word processors are lines of the cell") {
    CHECK(rows("1\ta\vb") == Lines{"1: 1@1 a\nb@2"});
}

TEST_CASE("remarks of a transcriber are set aside, headings and labels are not") {
    const Grids read =
        text_grids("# source: x\n# Nama SOP: y\n# catatan\ta: b\n#1: c\na\tb\n# edges: 1->2", {});
    CHECK(shown(read) ==
          Lines{"2: # Nama SOP: y@1", "3: # catatan@1 a: b@2", "4: #1: c@1", "5: a@1 b@2"});
    REQUIRE(read.remarks.size() == 2);
    CHECK(read.remarks[1].row == 6);
    CHECK(read.remarks[1].text == "# edges: 1->2");
    REQUIRE(codes(read.findings) == Lines{"READ-REMARK"});
    CHECK(read.findings[0].arguments == std::vector<Argument>{{"count", "2"}, {"line", "1"}});
}

TEST_CASE("an export with semicolons or commas is read as cells, with a finding") {
    const Grids read =
        text_grids("No;Uraian;Waktu\n1;\"Menulis; membaca\";5 Menit\n2;Mengirim;1 Jam\n", {});
    CHECK(shown(read) == Lines{"1: No@1 Uraian@2 Waktu@3", "2: 1@1 Menulis; membaca@2 5 Menit@3",
                               "3: 2@1 Mengirim@2 1 Jam@3"});
    CHECK(codes(read.findings) == Lines{"READ-DELIMITER"});
    CHECK(find_delimiter("a,b,c\nd,e,f\ng,\"h\ni\",j") == Delimiter::comma);
}

TEST_CASE("a stated delimiter is believed and its line is no row") {
    CHECK(rows("sep=;\na;b\n") == Lines{"2: a@1 b@2"});
}

TEST_CASE("commas of sentences part nothing") {
    CHECK(find_delimiter("Komputer, printer, dan kertas\nLaporan\nSurat, nota") == Delimiter::none);
    CHECK(find_delimiter("a;b;c\nd") == Delimiter::none);
    CHECK(find_delimiter("a;b;c\td\ne;f;g\nh;i;j") == Delimiter::tab);
}

TEST_CASE("too many columns are refused with their row, empty ones are not") {
    const std::string tabs(1'000'000, '\t');
    CHECK(rows("a" + tabs + "\nb\tc") == Lines{"1: a@1", "2: b@1 c@2"});
    const Error error = error_of([&] { (void)text_grids("a\nb" + tabs + "c", {}); });
    CHECK(error.code() == ErrorCode::limit);
    CHECK(says(error, "max_columns"));
    CHECK(error.position().row == 2);
}

TEST_CASE("too many cells and too long a cell are refused") {
    ReadOptions options;
    options.max_cells = 3;
    CHECK(says(error_of([&] { (void)text_grids("a\tb\nc\td", options); }), "max_cells"));
    CHECK(says(error_of([&] { (void)text_grids("# a:\n# b:\n# c:\n# d:\n", options); }),
               "max_cells"));
    options.max_text = 2;
    CHECK(says(error_of([&] { (void)text_grids("a\tbbb", options); }), "max_text"));
}

TEST_CASE("cells written as a spreadsheet copies them are read back") {
    CHECK(
        rc::check("quoting and reading give the cells", [](const std::vector<std::string>& drawn) {
            std::string text = "start\t";
            Lines expected;
            for (const std::string& cell : drawn) {
                std::string quoted = "\"";
                std::string kept;
                for (const char c : cell) {
                    const bool letter = c == '"' || c == '\n' || (c >= '!' && c <= '~');
                    quoted += !letter ? "" : c == '"' ? "\"\"" : std::string(1, c);
                    kept += letter ? std::string(1, c) : "";
                }
                text += quoted + "\"\t";
                expected.push_back(kept);
            }
            const Grids read = text_grids(text + "end", {});
            RC_ASSERT(read.grids[0].rows.size() == 1U);
            RC_ASSERT(read.grids[0].rows[0].cells.back().column == drawn.size() + 2);
            for (const GridCell& cell : read.grids[0].rows[0].cells) {
                if (cell.column > 1 && cell.column < drawn.size() + 2) {
                    RC_ASSERT(cell.text == expected[cell.column - 2]);
                }
            }
        }));
}
