// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// The items of a list that stands in one cell. Real cells hold "a. … b. …", "1. … 2. …",
/// "1 …; 2 …", "- … - …", "- …- …", "• …", lines, or semicolons; a text without any of these is
/// one item, "" and "-" are none. Numbers and letters separate only in sequence, so that
/// "Nomor 5 Tahun 2014" stays whole. Item ends lose their semicolons; nothing else is lost: what
/// stands before the first marker is an item of its own.
[[nodiscard]] std::vector<std::string> list_items(std::string_view cell);

/// A cell's text on one line: line ends become blanks, both ends are trimmed, doubled blanks
/// inside a line stay (they are a slip that the document's owner may want to see).
[[nodiscard]] std::string one_line(std::string_view cell);

/// True for a cell that says nothing: empty, dashes, dots, "N/A", "nihil".
[[nodiscard]] bool says_nothing(std::string_view cell);

} // namespace tertib
