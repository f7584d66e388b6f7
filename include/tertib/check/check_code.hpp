// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace tertib {

/// What a case of an event log is checked for, in the order of reports. docs/compliance.md tells
/// what each is violated by.
enum class CheckCode : std::uint8_t {
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
inline constexpr std::size_t check_code_count = 16;

[[nodiscard]] constexpr std::size_t position(CheckCode code) noexcept {
    return static_cast<std::size_t>(code);
}
[[nodiscard]] constexpr CheckCode check_code_at(std::size_t place) noexcept {
    return static_cast<CheckCode>(place);
}

/// What a check came to, the weightier the later: of several findings within one case the
/// weightiest counts. Undecidable says what is missing.
enum class CheckVerdict : std::uint8_t { not_applicable, satisfied, undecidable, violated };
inline constexpr std::size_t check_verdict_count = 4;

[[nodiscard]] constexpr CheckVerdict weightier(CheckVerdict a, CheckVerdict b) noexcept {
    return a < b ? b : a;
}

/// "STEP-UNKNOWN" …, as reports and waivers write it, and back.
[[nodiscard]] std::string_view name(CheckCode code) noexcept;
[[nodiscard]] std::optional<CheckCode> check_code_from_name(std::string_view name) noexcept;
/// The code of its text in the catalogue, "CHECK-STEP-UNKNOWN" …: commands have codes of their own.
[[nodiscard]] std::string_view message_code(CheckCode code) noexcept;
/// How much it matters that it is violated, as the catalogue says.
[[nodiscard]] Severity severity(CheckCode code);

/// "not_applicable", "satisfied", "undecidable", "violated"
[[nodiscard]] std::string_view name(CheckVerdict verdict) noexcept;

} // namespace tertib
