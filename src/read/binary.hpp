// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// Recognises files that are no text by their first bytes. Gives one line that says what the file
/// looks like and what its owner can do, or nothing if no known binary format begins that way.
///
///     binary_kind("%PDF-1.7 …"); // "this looks like a PDF file; …"
[[nodiscard]] std::optional<std::string> binary_kind(std::string_view bytes);

} // namespace tertib
