// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// base/text.hpp takes any bytes: nothing is read past their end, and its promises hold.
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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(data, data + size);
    std::string rewritten;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t before = at;
        tertib::append_code_point(rewritten, tertib::next_code_point(text, at));
        expect(at > before && at <= text.size(), "decoding goes on, and not past the end");
    }
    expect(tertib::is_utf8(rewritten), "what was decoded and encoded is UTF-8");
    expect(!tertib::is_utf8(text) || rewritten == text, "UTF-8 comes through unchanged");

    const std::string folded = tertib::fold(text);
    expect(!tertib::is_utf8(text) || tertib::is_utf8(folded), "folding keeps UTF-8");
    expect(tertib::fold(folded) == folded, "folding twice changes nothing more");
    const std::string squeezed = tertib::squeeze(text);
    expect(tertib::squeeze(squeezed) == squeezed, "squeezing twice changes nothing more");
    expect(tertib::similarity(text, text) == 1.0, "a text is like itself");
    expect(tertib::edit_distance(text, squeezed, 8) <= 9, "the distance is bounded");
    (void)tertib::display_width(text);
    return 0;
}
