// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"

#include "catch.hpp"

#include <string>
#include <vector>

// Tables of texts and what reading them gives, each reading put into one line.

struct Row {
    std::string text;
    std::string reading;
};

/// The codes of findings as the end of a line: " WAKTU-ZERO …".
inline std::string code_words(const std::vector<tertib::Finding>& findings) {
    std::string words;
    for (const tertib::Finding& finding : findings) {
        words += " " + finding.code;
    }
    return words;
}

/// Reads each row's text and compares it with the row's line; the text as written must survive.
template <typename Read, typename Line, typename Kept>
void check_rows(const std::vector<Row>& rows, Read read, Line line, Kept kept) {
    for (const Row& row : rows) {
        INFO(row.text);
        const auto reading = read(row.text);
        CHECK(line(reading) == row.reading);
        CHECK(kept(reading, row.text));
    }
}
