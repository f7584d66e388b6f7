// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/months.hpp"

#include "tertib/base/text.hpp"
#include "time/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace tertib {
namespace {

struct Name {
    std::string_view spelling;
    unsigned month = 0;
};

constexpr std::array<std::string_view, 12> indonesian{
    "Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
    "Juli",    "Agustus",  "September", "Oktober", "November", "Desember",
};

constexpr std::array<Name, 23> full_names{{
    {"januari", 1},   {"january", 1},   {"februari", 2},  {"pebruari", 2}, {"february", 2},
    {"maret", 3},     {"march", 3},     {"april", 4},     {"mei", 5},      {"may", 5},
    {"juni", 6},      {"june", 6},      {"juli", 7},      {"july", 7},     {"agustus", 8},
    {"august", 8},    {"september", 9}, {"oktober", 10},  {"october", 10}, {"november", 11},
    {"nopember", 11}, {"desember", 12}, {"december", 12},
}};

constexpr std::array<Name, 21> abbreviations{{
    {"jan", 1},  {"feb", 2},  {"peb", 2},  {"mar", 3},  {"mrt", 3},   {"apr", 4},  {"jun", 6},
    {"jul", 7},  {"agu", 8},  {"agt", 8},  {"ags", 8},  {"agust", 8}, {"aug", 8},  {"sep", 9},
    {"sept", 9}, {"okt", 10}, {"oct", 10}, {"nov", 11}, {"nop", 11},  {"des", 12}, {"dec", 12},
}};

/// How many letters may be wrong: a short name with two wrong letters could be anything.
constexpr std::size_t wrong_letters(std::size_t length) noexcept {
    return length < 4 ? 0 : length < 6 ? 1 : 2;
}

} // namespace

std::optional<Month> find_month(std::string_view word) {
    const auto same = [word](const Name& name) { return ascii::equal(word, name.spelling); };
    if (const auto* full = std::ranges::find_if(full_names, same); full != full_names.end()) {
        return Month{full->month, indonesian[full->month - 1]};
    }
    if (const auto* part = std::ranges::find_if(abbreviations, same); part != abbreviations.end()) {
        return Month{part->month, indonesian[part->month - 1]};
    }
    constexpr std::size_t longest = 12;
    if (word.size() > longest) {
        return std::nullopt;
    }
    const std::string written = lower(word);
    const std::size_t bound = wrong_letters(written.size());
    std::size_t least = bound + 1;
    unsigned nearest = 0;
    for (const Name& name : full_names) {
        const std::size_t distance = edit_distance(written, name.spelling, bound);
        if (distance < least) {
            least = distance;
            nearest = name.month;
        } else if (distance == least && distance <= bound && name.month != nearest) {
            nearest = 0; // as near to two months
        }
    }
    if (nearest == 0) {
        return std::nullopt;
    }
    return Month{nearest, indonesian[nearest - 1], Spelling::misspelt};
}

std::string_view month_name(unsigned number) {
    return indonesian.at(number - 1);
}

} // namespace tertib
