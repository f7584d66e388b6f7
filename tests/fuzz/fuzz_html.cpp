// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Any text as a page, and as a cell with residue of HTML: grids in order, or an Error of a limit.
#include "read/encoding.hpp"
#include "read/html_grid.hpp"
#include "read/markup.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace {

void expect(bool kept, const char* promise) {
    if (!kept) {
        throw std::logic_error(promise);
    }
}

void expect_order(const tertib::Grids& read) {
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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    tertib::ReadOptions options;
    options.max_cells = 10'000;
    options.max_columns = 100;
    options.max_text = 10'000;
    try {
        const tertib::DecodedText decoded = tertib::decode_text(bytes, options.max_bytes);
        expect(tertib::is_utf8(decoded.text), "what was decoded is UTF-8");
        expect(tertib::is_utf8(tertib::strip_markup(decoded.text)), "stripping keeps UTF-8");
        expect_order(tertib::html_grids(decoded.text, options));
    } catch (const tertib::Error& error) {
        const tertib::ErrorCode code = error.code();
        expect(code == tertib::ErrorCode::format || code == tertib::ErrorCode::limit,
               "hostile bytes are an error of the format or of a limit");
    }
    return 0;
}
