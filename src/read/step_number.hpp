// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tertib {

/// Whether a cell numbers a row: "1", "1.", "(2)", "3a", "2.1", "b.", "IV."; words don't.
[[nodiscard]] bool is_step_number(std::string_view cell);

/// The number that the cell begins with, 0 if with none.
[[nodiscard]] std::uint64_t step_number(std::string_view cell);

/// The key that a printed number gives its step: "3." → "3", "(2)" → "2"; "" for no number and for
/// the names of nodes that are no steps (start, end, g1 …).
[[nodiscard]] std::string step_key(std::string_view cell);

} // namespace tertib
