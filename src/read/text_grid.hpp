// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/grids.hpp"
#include "tertib/read/reader.hpp"

#include <string_view>

namespace tertib {

/// What separates the cells of a line.
enum class Delimiter : char { none = '\0', tab = '\t', semicolon = ';', comma = ',' };

/// Tab if there is any; else the delimiter that a spreadsheet's CSV export must have used: nearly
/// all lines have the same number (three or more) of cells. Else none.
[[nodiscard]] Delimiter find_delimiter(std::string_view text);

/// Reads delimited text as spreadsheets copy and export it, each line a row whose number is its
/// line in the source.
///
/// A cell may be quoted ("…", with "" for a quote inside) and then hold line ends. A quote is
/// taken for an opening one only if its cell closes properly: the next lone quote must stand
/// before a delimiter or line end, within 256 lines and 64 KiB, and no tab may come before it. Any
/// other quote is a character like the rest, so that a stray one can't swallow rows.
///
/// A line is a remark (finding READ-REMARK) if it begins with "# " and a lower-case letter, has a
/// colon and no tab: "# source: …". Titles and labels begin with a capital or have cells.
///
/// The text is UTF-8 with "\n" as line end. Throws Error(limit). Linear time.
[[nodiscard]] Grids text_grids(std::string_view text, const ReadOptions& options);

} // namespace tertib
