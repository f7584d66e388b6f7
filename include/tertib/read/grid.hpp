// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/step.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// A cell with its text: lines inside are kept as "\n".
struct GridCell {
    std::uint32_t column = 1; ///< counts from 1
    std::uint32_t column_span = 1;
    std::uint32_t row_span = 1;
    std::string text;
};

/// A row of the source. Empty cells may be left out; cells are in the order of their columns.
struct GridRow {
    std::uint32_t number = 0; ///< the row in the source, from 1: for text, the line
    std::vector<GridCell> cells;
};

/// A drawn symbol and the cell that it lies over.
struct GridMark {
    std::uint32_t id = 0;
    std::uint32_t row = 0; ///< as GridRow::number
    std::uint32_t column = 0;
    Symbol symbol = Symbol::unspecified;
    std::string text;
};

/// A drawn arrow between two marks.
struct GridArrow {
    std::uint32_t from = 0; ///< GridMark::id
    std::uint32_t to = 0;
    std::string label;
    bool dashed = false;
};

/// What the first stage of reading gives and the recogniser works on, whatever the format was: one
/// sheet, table or stretch of text as rows of cells, with the symbols and arrows drawn over it.
/// Formats only fill it; nothing in it knows what an SOP is.
struct Grid {
    std::string section; ///< the sheet's name, "" if none
    std::vector<GridRow> rows;
    std::vector<GridMark> marks;
    std::vector<GridArrow> arrows;
    bool shows_drawing = false; ///< the format can carry shapes and arrows
};

} // namespace tertib
