// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tertib::tool {

/// A table of plain text that is made to fit a width: columns are as wide as they need to be, and
/// where that is too much the widest give way first; cells are wrapped between words.
///
///     TextTable table{.header = {"No", "Uraian"}};
///     table.rows.push_back({"1.", "Menelaah berkas"});
///     for (const std::string& line : lines_of(table, 80)) …
///
/// All cells must be printable (printable.hpp). Rows may be shorter than the header.
struct TextTable {
    std::vector<std::string> header; ///< may be empty
    std::vector<std::vector<std::string>> rows;
};

/// The table's lines without line ends; with a header the first lines are it, then a rule. Lines
/// are aligned and no wider than `width` as long as each column can have a few letters.
struct TableLines {
    std::vector<std::string> header;
    std::vector<std::string> body;
};
[[nodiscard]] TableLines lines_of(const TextTable& table, std::size_t width);

/// The text in lines of at most `width` columns of a terminal, broken at line ends, between words,
/// and inside a word that is too long for a line. At least one line.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

} // namespace tertib::tool
