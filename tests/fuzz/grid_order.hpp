// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/grids.hpp"
#include "tertib/base/text.hpp"

#include <cstdint>
#include <stdexcept>

// What every reader of grids promises, whatever bytes it is given.

inline void expect(bool kept, const char* promise) {
    if (!kept) {
        throw std::logic_error(promise);
    }
}

inline void expect_order(const tertib::Grids& read) {
    for (const tertib::Grid& grid : read.grids) {
        std::uint32_t row_above = 0;
        for (const tertib::GridRow& row : grid.rows) {
            expect(row.number > row_above, "rows ascend");
            expect(!row.cells.empty(), "empty rows are left out");
            row_above = row.number;
            std::uint32_t end = 0;
            for (const tertib::GridCell& cell : row.cells) {
                expect(cell.column > end, "cells lie side by side");
                expect(tertib::is_utf8(cell.text), "cells hold UTF-8");
                end = cell.column + cell.column_span - 1;
            }
        }
    }
}
