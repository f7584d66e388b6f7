// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/named_tables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace tertib::sqlite {

namespace {

constexpr std::array<std::string_view, 8> before_names = {"FROM",       "INDEX", "INTO",   "JOIN",
                                                          "REFERENCES", "TABLE", "UPDATE", "VIEW"};

[[nodiscard]] bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Where the piece that begins at `at` ends: a quoted text, a remark, a word, or one character.
[[nodiscard]] std::size_t end_of_piece(std::string_view sql, std::size_t at) {
    if (sql[at] == '\'') {
        const std::size_t quote = sql.find('\'', at + 1);
        return quote == std::string_view::npos ? sql.size() : quote + 1;
    }
    if (sql.substr(at, 2) == "--") {
        return std::min(sql.find('\n', at), sql.size());
    }
    std::size_t end = at + 1;
    while (is_word(sql[at]) && end < sql.size() && is_word(sql[end])) {
        ++end;
    }
    return end;
}

} // namespace

std::string prefixed(std::string_view sql, std::string_view prefix) {
    std::string out;
    bool name_comes = false; // the next word is a name
    bool in_index = false;   // between CREATE INDEX and its table
    for (std::size_t at = 0; at < sql.size();) {
        const std::size_t end = end_of_piece(sql, at);
        const std::string_view piece = sql.substr(at, end - at);
        at = end;
        if (!is_word(piece.front())) {
            // A subquery follows FROM as well as a name does.
            name_comes = name_comes && piece != "(";
            out += piece;
            continue;
        }
        if (name_comes && piece != "SET" && !piece.starts_with("sqlite_")) {
            out += prefix;
        }
        out += piece;
        name_comes = std::ranges::find(before_names, piece) != before_names.end() ||
                     (in_index && piece == "ON");
        in_index = piece == "INDEX" || (in_index && piece != "ON");
    }
    return out;
}

} // namespace tertib::sqlite
