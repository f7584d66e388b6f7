// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar_year.hpp"

#include <string>

namespace tertib {

/// A year of the calendar as JSON, schema tertib.calendar_year/1 (docs/schema/calendar_year.json).
[[nodiscard]] std::string to_json(const CalendarYear& year, const Calendar& calendar);

} // namespace tertib
