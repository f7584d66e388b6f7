// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/layout.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// What a heading cell of the table says: the role of its column, or the name of a group of
/// columns (Pelaksana over the lanes, Mutu Baku over three or four).
struct Heading {
    ColumnRole role = ColumnRole::unknown;
    bool mutu_baku = false; ///< a group only, no column of its own
};

/// Reads a heading in the spellings that real documents use; nothing for any other text.
[[nodiscard]] std::optional<Heading> read_heading(std::string_view cell);

/// The unit that a heading gives for bare numbers below it: "Waktu (Menit)" → "Menit", else "".
[[nodiscard]] std::string heading_unit(std::string_view cell);

} // namespace tertib
