// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Any bytes, as any format but HTML: an Error of the format or of a limit, or grids in order.
#include "read/encoding.hpp"
#include "read/format.hpp"
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
        const tertib::Format found = tertib::find_format(decoded.text);
        expect(!tertib::media_type(found).empty(), "each format has a media type");
        expect_order(tertib::read_grids(decoded.text, tertib::Format::markdown, options));
        expect_order(tertib::read_grids(decoded.text, tertib::Format::text, options));
    } catch (const tertib::Error& error) {
        const tertib::ErrorCode code = error.code();
        expect(code == tertib::ErrorCode::format || code == tertib::ErrorCode::limit,
               "hostile bytes are an error of the format or of a limit");
    }
    return 0;
}
