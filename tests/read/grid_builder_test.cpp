// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/grid_builder.hpp"

#include "read/grid_rows.hpp"
#include "read/throws.hpp"

using namespace tertib;

TEST_CASE("rows and cells without text are left out, merged cells stay") {
    const ReadOptions options;
    GridBuilder builder(options);
    builder.begin_row(1);
    builder.begin_row(2);
    builder.cell({.column = 1}, " \u00A0");
    builder.cell({.column = 2}, "Uraian");
    builder.cell({.column = 3, .column_span = 2}, "");
    builder.begin_row(4);
    builder.cell({.column = 1}, "");
    CHECK(shown({{builder.finish()}, {}, {}}) == Lines{"2: Uraian@2 @3(2x1)"});
}

TEST_CASE("row spans end with their table, empty rows counted") {
    const ReadOptions options;
    GridBuilder builder(options);
    builder.begin_table();
    builder.begin_row(1);
    builder.cell({.column = 1, .column_span = 1, .row_span = 9}, "a");
    builder.begin_row(2);
    builder.begin_row(3);
    builder.end_table();
    builder.line(4, "b");
    CHECK(shown({{builder.finish()}, {}, {}}) == Lines{"1: a@1(1x3)", "4: b@1"});
}

TEST_CASE("each limit of cells is held") {
    ReadOptions options;
    options.max_cells = 2;
    options.max_columns = 5;
    options.max_text = 3;
    GridBuilder builder(options);
    builder.begin_row(1);
    CHECK(says(error_of([&] { builder.cell({.column = 6}, "a"); }), "max_columns"));
    CHECK(says(error_of([&] { builder.cell({.column = 5}, "abcd"); }), "max_text"));
    CHECK(says(error_of([&] { builder.cell({.column = 5}, "abc"); }), "max_cells"));
}
