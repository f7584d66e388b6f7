// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Any text as a page, and as a cell with residue of HTML: grids in order, or an Error of a limit.
#include "grid_order.hpp"

#include "read/encoding.hpp"
#include "read/html_grid.hpp"
#include "read/markup.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

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
