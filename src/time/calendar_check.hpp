// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// The days of the week as JSON names them, Monday first.
inline constexpr std::array<std::string_view, 7> weekday_keys{"mon", "tue", "wed", "thu",
                                                              "fri", "sat", "sun"};

/// What is wrong with one fact, and in which member of it.
struct FactProblem {
    std::string member; ///< "first", "hours" …
    std::string inner;  ///< the weekday inside hours, "" if none
    std::string reason;
};

/// The first thing that can't be in a fact, looked at alone.
[[nodiscard]] std::optional<FactProblem> problem_of(const CalendarFact& fact);

/// Refuses what can't be (Error(argument), Error(limit)); sorts the years, joins spans that touch.
[[nodiscard]] CalendarDraft checked(CalendarDraft draft, const CalendarLimits& limits);

} // namespace tertib
