// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/mark_text.hpp"

#include "read/list_text.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace tertib {
namespace {

bool is_one_of(std::u32string_view set, char32_t c) {
    return set.find(c) != set.npos;
}

std::optional<Symbol> shape(char32_t c) {
    if (is_one_of(U"○◯⬭⬬⭕◎⚪⬯⬮", c)) {
        return Symbol::terminator;
    }
    if (is_one_of(U"▭▬■□▢▣◼◻◾◽⬛⬜▪▫█▉▊▮▯❏❑❒🔲🔳", c)) {
        return Symbol::process;
    }
    if (is_one_of(U"◇◆⬦⬥♦♢⋄❖🔷🔶🔹🔸", c)) {
        return Symbol::decision;
    }
    if (is_one_of(U"⬠⬟⛉⛊⌂☖☗", c)) {
        return Symbol::connector;
    }
    if (is_one_of(U"●•✓✔√☑✅✗✘☒×⚫∙⦁★☆*+", c)) {
        return Symbol::unspecified;
    }
    return std::nullopt;
}

bool is_arrow(char32_t c) {
    return (c >= 0x2190 && c <= 0x21FF) || (c >= 0x27F0 && c <= 0x27FF) ||
           (c >= 0x2500 && c <= 0x257F) || (c >= 0x2900 && c <= 0x297F) || c == U'|' ||
           c == 0x25BC || c == 0x25B2 || c == 0x25BA || c == 0x25C4 || c == 0x25B6 || c == 0x25C0;
}

bool is_word_sign(char32_t c) {
    return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') ||
           (c >= 0xC0 && c < 0x2000);
}

/// Signs that need letters or brackets: v, x, [x], (v), o; Mulai and Selesai.
std::optional<Symbol> spelt(const std::string& folded) {
    if (folded == "mulai" || folded == "selesai" || folded == "start" || folded == "end") {
        return Symbol::terminator;
    }
    for (const std::string_view tick : {"v", "x", "o", "vv", "[x]", "[v]", "(x)", "(v)", "(o)"}) {
        if (folded == tick) {
            return Symbol::unspecified;
        }
    }
    return std::nullopt;
}

struct Signs {
    std::u32string all; ///< without white space and variation selectors
    bool words = false;
    bool broken = false;
};

Signs signs_of(std::string_view cell) {
    Signs signs;
    std::size_t at = 0;
    while (at < cell.size()) {
        const char32_t c = next_code_point(cell, at);
        if (is_space(c) || (c >= 0xFE00 && c <= 0xFE0F)) {
            continue;
        }
        signs.words = signs.words || is_word_sign(c);
        signs.broken = signs.broken || c == 0xFFFD;
        signs.all.push_back(c);
    }
    return signs;
}

} // namespace

LaneReading read_lane(std::string_view cell) {
    if (says_nothing(cell)) {
        return {};
    }
    const std::string folded = lower(squeeze(cell));
    const Signs signs = signs_of(cell);
    if (folded == "[??]" || folded == "??" || signs.broken) {
        return {.kind = LaneText::unreadable};
    }
    if (const std::optional<Symbol> symbol = spelt(folded)) {
        return {.kind = LaneText::mark, .symbol = *symbol};
    }
    if (signs.words) {
        return {.kind = LaneText::words};
    }
    // Several signs in one cell are one mark; a shape that tells its symbol wins over a dot.
    std::optional<Symbol> found;
    for (const char32_t c : signs.all) {
        const std::optional<Symbol> symbol = shape(c);
        if (symbol && (!found || *found == Symbol::unspecified)) {
            found = symbol;
        }
    }
    if (found) {
        return {.kind = LaneText::mark, .symbol = *found};
    }
    if (std::ranges::all_of(signs.all, is_arrow)) {
        return {.kind = LaneText::arrow};
    }
    return {.kind = LaneText::unknown_symbol, .symbol = Symbol::other};
}

} // namespace tertib
