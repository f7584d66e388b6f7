// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/read/grid.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A row of a grid with its cells side by side, so that a column is an index. Markup left over in
/// cells is taken out; line ends inside cells stay.
struct SheetRow {
    std::uint32_t number = 0;         ///< the row in the source, from 1
    std::vector<std::string> cells;   ///< cells[0] is column 1
    std::vector<std::uint32_t> spans; ///< columns that the cell covers, 1 for most

    /// The text at a column (from 1), "" where the row has no such cell.
    [[nodiscard]] std::string_view text(std::size_t column) const;
    [[nodiscard]] std::uint32_t span(std::size_t column) const;
    [[nodiscard]] bool blank() const;
    /// How many cells say something, and the column of the first that does (0 if none).
    [[nodiscard]] std::size_t filled() const;
    [[nodiscard]] std::size_t first_filled() const;
};

using Sheet = std::vector<SheetRow>;

[[nodiscard]] Sheet make_sheet(const Grid& grid);

} // namespace tertib
