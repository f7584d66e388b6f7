// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"

#include <vector>

namespace tertib {

/// A day on which two calendars differ in their hours, and the facts behind each.
struct CalendarChange {
    LocalDay day{};
    CalendarDay before; ///< borrowed from the first calendar
    CalendarDay after;  ///< borrowed from the second
};

/// The days from first to last (both included) whose working hours differ, in order. Hours are
/// compared, not reasons: a holiday on a Sunday changes nothing in a five-day week.
[[nodiscard]] std::vector<CalendarChange>
calendar_diff(const Calendar& before, const Calendar& after, LocalDay first, LocalDay last);

} // namespace tertib
