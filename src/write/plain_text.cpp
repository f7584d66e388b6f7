// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/plain_text.hpp"

#include "tertib/base/text.hpp"

namespace tertib {

std::string plain_line(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t letter = next_code_point(text, at);
        const bool control = letter < 0x20 || (letter >= 0x7F && letter < 0xA0);
        const bool turning =
            (letter >= 0x202A && letter <= 0x202E) || (letter >= 0x2066 && letter <= 0x2069);
        if (!turning) {
            append_code_point(out, control ? U' ' : letter);
        }
    }
    return squeeze(out);
}

std::string markup(std::string_view text) {
    std::string out;
    for (const char c : plain_line(text)) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    }
    return out;
}

} // namespace tertib
