// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <string_view>

namespace tertib::ascii {

/// The few questions about ASCII that the scanners of this folder ask for every byte; unlike
/// those of <cctype> they know no locale.

[[nodiscard]] constexpr bool digit(char c) noexcept {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr char lower(char c) noexcept {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

[[nodiscard]] constexpr bool letter(char c) noexcept {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

/// Equal but for case; `lowered` is in lower case already.
[[nodiscard]] constexpr bool equal(std::string_view text, std::string_view lowered) noexcept {
    return std::ranges::equal(text, lowered, {}, lower);
}

} // namespace tertib::ascii
