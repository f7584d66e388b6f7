// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tertib {

/// What a generated case may do otherwise than its SOP says: the checks of docs/compliance.md, in
/// their order and by their names. Two can't be planted, as no single case makes them: LATE-PATH
/// follows from lateness, NOT-SIGNED lies in the SOP.
enum class Deviation : std::uint8_t {
    step_unknown,
    step_missing,
    order,
    repeat,
    pelaksana,
    late_step,
    late_case,
    late_path,
    overdue,
    input_missing,
    output_missing,
    not_in_force,
    not_signed,
    four_eyes,
    out_of_hours,
    incomplete,
};
inline constexpr std::size_t deviation_count = 16;

/// "STEP-UNKNOWN" …, and back.
[[nodiscard]] std::string_view name(Deviation deviation) noexcept;
[[nodiscard]] std::optional<Deviation> deviation_from_name(std::string_view name) noexcept;

/// Whether the generator can be asked for it at all.
[[nodiscard]] constexpr bool can_be_planted(Deviation deviation) noexcept {
    return deviation != Deviation::late_path && deviation != Deviation::not_signed;
}

} // namespace tertib
