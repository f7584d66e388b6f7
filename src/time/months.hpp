// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace tertib {

enum class Spelling : std::uint8_t { known, misspelt };

/// A month found by its name.
struct Month {
    unsigned number = 0;   ///< 1 … 12
    std::string_view name; ///< its Indonesian name
    Spelling spelling = Spelling::known;
};

/// The month of a name or usual abbreviation, Indonesian or English, in any case: Juni, Nopember,
/// Agt, Sept. A full name that is off by one letter, or by two if it is long, is taken too, unless
/// it is as near to another month.
[[nodiscard]] std::optional<Month> find_month(std::string_view word);

/// The Indonesian name of a month 1 … 12.
[[nodiscard]] std::string_view month_name(unsigned number);

} // namespace tertib
