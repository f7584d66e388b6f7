// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/read/grid.hpp"
#include "tertib/read/reader.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace tertib {

/// Where a cell lies and how far it reaches.
struct CellPlace {
    std::uint32_t column = 1;
    std::uint32_t column_span = 1;
    std::uint32_t row_span = 1;
};

/// Fills a Grid row by row and holds every format to the same limits (max_cells, max_columns,
/// max_text), so that no format can forget one. Rows and cells without text are left out.
///
///     builder.begin_row(7);
///     builder.cell({.column = 2}, "Nomor SOP");
///     Grid grid = builder.finish();
///
/// The options must outlive it. Not for several threads at once.
class GridBuilder {
public:
    explicit GridBuilder(const ReadOptions& options) : options_(options) {}

    /// Row numbers must ascend.
    void begin_row(std::uint32_t number);
    void cell(const CellPlace& place, std::string text);
    /// A row with this single cell: text outside of tables.
    void line(std::uint32_t number, std::string text);

    /// Counts something that is kept but no cell (a remark) towards max_cells.
    void count_cell();

    /// Between these two, row spans are cut at the last row begun: they can't leave their table.
    void begin_table();
    void end_table();

    [[nodiscard]] std::uint32_t row_number() const noexcept { return number_; }
    [[nodiscard]] Grid finish();

private:
    void drop_empty_row();

    const ReadOptions& options_;
    Grid grid_;
    std::size_t cells_ = 0;
    std::size_t table_start_ = 0; ///< index into grid_.rows
    std::uint32_t number_ = 0;
};

} // namespace tertib
