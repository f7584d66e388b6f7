// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Any bytes, as any format but HTML: an Error of the format or of a limit, or grids in order.
#include "grid_order.hpp"

#include "read/encoding.hpp"
#include "read/format.hpp"
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
