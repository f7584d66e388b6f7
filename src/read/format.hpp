// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/grids.hpp"
#include "tertib/read/reader.hpp"

#include <cstdint>
#include <string_view>

namespace tertib {

/// The formats that reading knows once the bytes are text.
enum class Format : std::uint8_t { text, html, markdown, json };

/// Tells the format of a decoded document. The bytes decide: an object of JSON; a tag of a page or
/// a table (residue such as <ul> in a cell of text makes no page); a table of pipes; cells between
/// delimiters. Only where they leave room between Markdown and plain text, the hint (a file name or
/// media type) counts.
[[nodiscard]] Format find_format(std::string_view text, std::string_view hint = {});

/// "text/tab-separated-values", "text/html", "text/markdown", "application/json".
[[nodiscard]] std::string_view media_type(Format format) noexcept;

/// Fills the grids by the reader of the format. JSON has no grids: Error(argument).
/// Throws Error(limit). The text is UTF-8 with "\n" as line end, as decode_text gives it.
[[nodiscard]] Grids read_grids(std::string_view text, Format format, const ReadOptions& options);

} // namespace tertib
