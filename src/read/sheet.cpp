// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/sheet.hpp"

#include "read/markup.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>

namespace tertib {

std::string_view SheetRow::text(std::size_t column) const {
    return column >= 1 && column <= cells.size() ? std::string_view(cells[column - 1])
                                                 : std::string_view{};
}

std::uint32_t SheetRow::span(std::size_t column) const {
    return column >= 1 && column <= spans.size() ? spans[column - 1] : 1;
}

bool SheetRow::blank() const {
    return filled() == 0;
}

std::size_t SheetRow::filled() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(cells, [](const std::string& cell) { return !trim(cell).empty(); }));
}

std::size_t SheetRow::first_filled() const {
    const auto found =
        std::ranges::find_if(cells, [](const std::string& cell) { return !trim(cell).empty(); });
    return found == cells.end() ? 0 : static_cast<std::size_t>(found - cells.begin()) + 1;
}

Sheet make_sheet(const Grid& grid) {
    Sheet sheet;
    sheet.reserve(grid.rows.size());
    for (const GridRow& row : grid.rows) {
        SheetRow out{.number = row.number, .cells = {}, .spans = {}};
        for (const GridCell& cell : row.cells) {
            if (cell.column > out.cells.size()) {
                out.cells.resize(cell.column);
                out.spans.resize(cell.column, 1);
            }
            out.cells[cell.column - 1] = strip_markup(cell.text);
            out.spans[cell.column - 1] = cell.column_span;
        }
        sheet.push_back(std::move(out));
    }
    return sheet;
}

} // namespace tertib
