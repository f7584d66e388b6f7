// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/time/calendar.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace tertib {

struct CalendarMonth {
    std::int64_t working_days = 0;
    Work work{};

    friend bool operator==(const CalendarMonth&, const CalendarMonth&) = default;
};

/// Days in a row on which a special period or a decree says when the office works or doesn't.
struct SpecialDays {
    LocalDay first{};
    LocalDay last{};
    CalendarDay day; ///< of the first of them; borrowed from the calendar
};

/// One year of a calendar, as an office hangs it on the wall. Borrows the calendar's facts: keep
/// the calendar alive.
struct CalendarYear {
    std::int32_t year = 0;
    std::array<CalendarMonth, 12> months{};
    std::vector<SpecialDays> special; ///< in order of their days; periods, days off and openings
    std::vector<Finding> findings;    ///< Calendar::findings of the whole year

    /// The sum of the months.
    [[nodiscard]] CalendarMonth whole() const noexcept;
};

/// Throws Error(argument) for a year outside first_day … last_day.
[[nodiscard]] CalendarYear calendar_year(const Calendar& calendar, std::int32_t year);
CalendarYear calendar_year(Calendar&&, std::int32_t) = delete;

} // namespace tertib
