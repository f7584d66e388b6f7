// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/person_words.hpp"

#include "tertib/base/text.hpp"
#include "time/ascii.hpp"

#include <cstddef>

namespace tertib {
namespace {

constexpr std::size_t nip_digits = 18;

[[nodiscard]] bool may_part_digits(char c) noexcept {
    return c == ' ' || c == '.' || c == '-';
}

/// Where the digits that begin at `at` end, if there are as many as a NIP has; else `at`.
[[nodiscard]] std::size_t end_of_nip(std::string_view text, std::size_t at) noexcept {
    std::size_t digits = 0;
    std::size_t end = at;
    for (std::size_t i = at; i < text.size(); ++i) {
        if (ascii::digit(text[i])) {
            ++digits;
            end = i + 1;
        } else if (!may_part_digits(text[i])) {
            break;
        }
    }
    return digits >= nip_digits ? end : at;
}

/// Takes "NIP", "NIP." or "NIP:" and what joins it to the name off the end.
void take_word_off(std::string& text) {
    constexpr std::string_view marks = " .:,;/(-";
    const auto trim_marks = [&] { text.resize(text.find_last_not_of(marks) + 1); };
    trim_marks();
    const std::size_t size = text.size();
    if (size >= 3 && ascii::equal(std::string_view(text).substr(size - 3), "nip") &&
        (size == 3 || !ascii::letter(text[size - 4]))) {
        text.resize(size - 3);
        trim_marks();
    }
}

} // namespace

std::string without_nip(std::string_view text) {
    std::string kept;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t end = ascii::digit(text[at]) ? end_of_nip(text, at) : at;
        if (end == at) {
            kept += text[at++];
            continue;
        }
        take_word_off(kept);
        at = end;
        if (at < text.size() && text[at] == ')') {
            ++at;
        }
    }
    return squeeze(kept);
}

} // namespace tertib
