// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tertib {

/// One line of valid UTF-8: control characters and white space become single blanks, and what
/// would turn the direction of the text around is left out.
[[nodiscard]] std::string plain_line(std::string_view text);

/// A plain line as the text, or a quoted attribute, of HTML and SVG: nothing in it is markup.
[[nodiscard]] std::string markup(std::string_view text);

} // namespace tertib
