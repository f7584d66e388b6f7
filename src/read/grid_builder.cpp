// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/grid_builder.hpp"

#include "read/limit.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

void GridBuilder::drop_empty_row() {
    if (!grid_.rows.empty() && grid_.rows.back().cells.empty()) {
        grid_.rows.pop_back();
    }
}

void GridBuilder::begin_row(std::uint32_t number) {
    drop_empty_row();
    number_ = number;
    grid_.rows.push_back({.number = number, .cells = {}});
}

void GridBuilder::count_cell() {
    if (++cells_ > options_.max_cells) {
        limit_passed("max_cells", options_.max_cells, "cells",
                     {.file = {}, .row = number_, .column = 0});
    }
}

void GridBuilder::cell(const CellPlace& place, std::string text) {
    const Position where{.file = {}, .row = number_, .column = place.column};
    count_cell();
    if (place.column > options_.max_columns) {
        limit_passed("max_columns", options_.max_columns, "columns", where);
    }
    if (text.size() > options_.max_text) {
        limit_passed("max_text", options_.max_text, "bytes in one cell", where);
    }
    const bool merged = place.column_span > 1 || place.row_span > 1;
    if (!merged && trim(text).empty()) {
        return;
    }
    grid_.rows.back().cells.push_back({.column = place.column,
                                       .column_span = place.column_span,
                                       .row_span = place.row_span,
                                       .text = std::move(text)});
}

void GridBuilder::line(std::uint32_t number, std::string text) {
    begin_row(number);
    cell({}, std::move(text));
}

void GridBuilder::begin_table() {
    drop_empty_row();
    table_start_ = grid_.rows.size();
}

void GridBuilder::end_table() {
    for (std::size_t i = table_start_; i < grid_.rows.size(); ++i) {
        const std::uint32_t left = number_ - grid_.rows[i].number + 1;
        for (GridCell& cell : grid_.rows[i].cells) {
            cell.row_span = std::min(cell.row_span, left);
        }
    }
    table_start_ = grid_.rows.size();
}

Grid GridBuilder::finish() {
    drop_empty_row();
    return std::move(grid_);
}

} // namespace tertib
