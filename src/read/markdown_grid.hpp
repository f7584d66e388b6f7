// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/grids.hpp"
#include "tertib/read/reader.hpp"

#include <string_view>

namespace tertib {

/// True if the line is the one below the headings of a pipe table: "|---|:-:|".
[[nodiscard]] bool is_table_rule(std::string_view line);

/// Reads a Markdown document into one grid, each line a row whose number is its line in the
/// source:
/// - pipe tables (GitHub's; outer pipes may be missing, "\|" is a pipe in a cell) row by row;
/// - headings, paragraphs, list items ("- …", "1. …") and other text as rows of one cell;
/// - "**Label:** value" as two cells, Label (without the colon) and value; if the value is missing
///   and a list follows, the list's items are the value's lines;
/// - blocks of code line by line, but a Mermaid drawing as a remark (finding READ-MERMAID): nothing
///   in it is executed or read as a table.
///
/// The text is UTF-8 with "\n" as line end. Throws Error(limit). Linear time.
[[nodiscard]] Grids markdown_grids(std::string_view markdown, const ReadOptions& options);

} // namespace tertib
