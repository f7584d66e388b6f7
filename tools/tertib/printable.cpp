// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "printable.hpp"

#include "tertib/base/text.hpp"

namespace tertib::tool {
namespace {

bool turns_direction(char32_t letter) {
    return (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
}

bool is_control(char32_t letter) {
    return letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
}

} // namespace

std::string printable(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t letter = next_code_point(text, at);
        if (letter == U'\n') {
            out += '\n';
        } else if (letter == U'\t') {
            out += ' ';
        } else if (letter != U'\r') {
            append_code_point(out, is_control(letter) || turns_direction(letter) ? 0xFFFD : letter);
        }
    }
    return out;
}

} // namespace tertib::tool
