// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/grids.hpp"
#include "tertib/read/reader.hpp"

#include <string_view>

namespace tertib {

/// Reads a page or a pasted fragment as browsers would show it, however broken its tags are: one
/// grid with the rows of its tables and, between them, each line of other text as a row of one
/// cell. Rows are counted from 1 through the document (lines of the source mean nothing in HTML).
///
/// Merged cells keep their spans, cut at their table's end and at max_columns. A table inside a
/// cell becomes lines of that cell's text, except where the outer table only arranges the page
/// (it has fewer cells than the one in it): then the outer one dissolves into lines. Comments,
/// scripts, styles and drawings (SVG, VML) are passed over; a picture counts by its alt text.
///
/// The text is UTF-8 with "\n" as line end. Throws Error(limit). Linear time.
[[nodiscard]] Grids html_grids(std::string_view html, const ReadOptions& options);

} // namespace tertib
