// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tertib::tool {

/// The text as it may safely go to a terminal: valid UTF-8 on one or more lines. Documents are
/// strangers' work; an escape sequence in one must not reach the terminal, so control characters
/// other than line ends, and letters that turn the direction of the text around, become U+FFFD;
/// tabs become blanks.
[[nodiscard]] std::string printable(std::string_view text);

} // namespace tertib::tool
