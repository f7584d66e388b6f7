// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/html_grid.hpp"

#include "read/grid_rows.hpp"
#include "read/throws.hpp"

#include <string>

using namespace tertib;

namespace {

Lines rows(std::string_view html) {
    return shown(html_grids(html, {}));
}

std::string repeated(std::string_view piece, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) {
        text += piece;
    }
    return text;
}

} // namespace

TEST_CASE("a table's rows and the lines around it are rows of one grid") {
    CHECK(rows("<h1>SOP <b>Izin</b></h1><p>Nomor SOP : 1<br>Revisi</p>"
               "<table><tr><th>No</th><th>Uraian</th></tr><tr><td>1</td><td>a</td></tr></table>"
               "akhir") == Lines{"1: SOP Izin@1", "2: Nomor SOP : 1@1", "3: Revisi@1",
                                 "4: No@1 Uraian@2", "5: 1@1 a@2", "6: akhir@1"});
}

TEST_CASE("merged cells shift those after and below them") {
    CHECK(rows("<table><tr><th rowspan=2>No<th colspan=\"2\">Pelaksana<th rowspan=2>Waktu"
               "<tr><th>Kadis<th>Staf<tr><td>1<td><td>●<td>5 Menit</table>") ==
          Lines{"1: No@1(1x2) Pelaksana@2(2x1) Waktu@4(1x2)", "2: Kadis@2 Staf@3",
                "3: 1@1 ●@3 5 Menit@4"});
}

TEST_CASE("spans end with the table, and 0 means down to its end") {
    CHECK(rows("<table><tr><td rowspan=0>a<td>b<tr><td rowspan=99>c</table>"
               "<table><tr><td>d</table>") == Lines{"1: a@1(1x2) b@2", "2: c@2", "3: d@1"});
}

TEST_CASE("spans past the limit of columns are cut, with a finding") {
    const Grids read = html_grids("<table><tr><td>a<td colspan=99999999999>b</table>", {});
    CHECK(shown(read) == Lines{"1: a@1 b@2(999x1)"});
    CHECK(codes(read.findings) == Lines{"READ-SPAN"});
    CHECK(rows("<table><tr><td colspan=-1>a<td colspan=x>b</table>") == Lines{"1: a@1 b@2"});
}

TEST_CASE("cells keep their lines and lists") {
    CHECK(rows("<table><tr><td>a<br>b<td><p>c</p><p>d</p><td><ul><li>e<li>f</ul>"
               "<td><ol><li>g</li><li>h</li></ol></table>") ==
          Lines{"1: a\nb@1 c\nd@2 - e\n- f@3 1. g\n2. h@4"});
}

TEST_CASE("a fragment without its table and with no closing tags is read") {
    CHECK(rows("<tr><td>1<td>a<tr><td>2<td>b") == Lines{"1: 1@1 a@2", "2: 2@1 b@2"});
    CHECK(rows("<td>1<td>a</tr><td>2</table>x") == Lines{"1: 1@1 a@2", "2: 2@1", "3: x@1"});
}

TEST_CASE("a table whose end is missing does not take in the next") {
    CHECK(rows("<table><tr><td>a</td></tr><table><tr><td>b</td></tr></table>") ==
          Lines{"1: a@1", "2: b@1"});
}

TEST_CASE("a table inside a cell is text of the cell, with a finding") {
    const Grids read = html_grids("<table><tr><td>1<td>x<table><tr><td>a<td>b<tr><td>c</table>y"
                                  "<td>z<tr><td>2<td>q</table>",
                                  {});
    CHECK(shown(read) == Lines{"1: 1@1 x\na b\nc\ny@2 z@3", "2: 2@1 q@2"});
    CHECK(codes(read.findings) == Lines{"READ-NESTED-TABLE"});
}

TEST_CASE("a table that only arranges the page dissolves") {
    const Grids read = html_grids("<table><tr><td>PEMERINTAH KOTA<td><table>"
                                  "<tr><td>Nomor SOP<td>1<tr><td>Tanggal<td>2</table></table>",
                                  {});
    CHECK(shown(read) == Lines{"1: PEMERINTAH KOTA@1", "2: Nomor SOP@1 1@2", "3: Tanggal@1 2@2"});
    CHECK(read.findings.empty());
}

TEST_CASE("what Office and pages hide is passed over") {
    CHECK(rows("<html><head><title>x</title><style>td{a}</style><xml><w:a>b</w:a></xml></head>"
               "<!--[if gte vml 1]><v:oval>Mulai</v:oval><![endif]-->"
               "<table><tr><td><svg><text>y</text></svg><o:p>&nbsp;</o:p>a</td></tr></table>") ==
          Lines{"1: a@1"});
}

TEST_CASE("a picture counts by its text, and one without is a finding about the copy") {
    const Grids read = html_grids("<table><tr><td><img alt='&#9679;'><td><img src=a>b</table>", {});
    CHECK(shown(read) == Lines{"1: ●@1 b@2"});
    REQUIRE(codes(read.findings) == Lines{"READ-PICTURE"});
    CHECK(read.findings[0].about == About::copy);
}

TEST_CASE("text in a row but in no cell is kept") {
    CHECK(rows("<table>a<caption>b</caption><tr>c<td>d</td>e</tr>f</table>") ==
          Lines{"1: a@1", "2: b@1", "3: cd@1", "4: ef@1"});
}

TEST_CASE("tables too deep, too wide or too many cells are refused") {
    const std::string deep = repeated("<table><tr><td>", 1000);
    CHECK(says(error_of([&] { (void)html_grids(deep, {}); }), "depth"));
    const std::string wide = "<tr>" + repeated("<td>", 1001);
    CHECK(says(error_of([&] { (void)html_grids(wide, {}); }), "max_columns"));
    ReadOptions options;
    options.max_cells = 5;
    const std::string many = repeated("<tr><td>", 6);
    CHECK(says(error_of([&] { (void)html_grids(many, options); }), "max_cells"));
}
