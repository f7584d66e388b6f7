// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catch.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>

/// The bytes of a block of docs/journal.md: hexadecimal digits with blanks, remarks behind ";".
///
///     ```hex data
///     01 00000003 4b2d31  ; 1, the case
///     ```
inline std::string page_block(const std::string& name) {
    std::ifstream file("docs/journal.md");
    std::ostringstream page;
    page << file.rdbuf();
    const std::string text = page.str();
    const std::string fence = "```hex " + name + "\n";
    const std::size_t from = text.find(fence) + fence.size();
    REQUIRE(from >= fence.size());
    std::string digits;
    for (const std::string_view line :
         tertib::split(std::string_view(text).substr(from, text.find("```", from) - from), '\n')) {
        std::ranges::copy_if(line.substr(0, line.find(';')), std::back_inserter(digits),
                             [](char c) { return c != ' '; });
    }
    std::string bytes;
    for (std::size_t at = 0; at + 1 < digits.size(); at += 2) {
        unsigned value = 0;
        REQUIRE(std::from_chars(&digits[at], &digits[at] + 2, value, 16).ptr == &digits[at] + 2);
        bytes += static_cast<char>(value);
    }
    return bytes;
}
