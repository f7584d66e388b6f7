// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A document's text as strict UTF-8, every line ended by "\n" whatever the source used, with the
/// findings about its encoding.
struct DecodedText {
    std::string text;
    std::vector<Finding> findings;
};

/// Decodes a document's bytes: UTF-8 and UTF-16, each with or without a byte order mark, else
/// Windows-1252. What can't be decoded becomes U+FFFD and is counted in one finding.
/// Throws Error(limit) above max_bytes, Error(format) for empty, binary and UTF-32 input; the
/// message says what the bytes look like and what to do. Linear time, at most three times the
/// size in memory, pure.
[[nodiscard]] DecodedText decode_text(std::string_view bytes, std::size_t max_bytes);

/// Bytes of Windows-1252 as UTF-8; the five that it lacks become U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

} // namespace tertib
