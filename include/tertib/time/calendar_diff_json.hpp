// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar_diff.hpp"

#include <string>

namespace tertib {

/// What differs between two calendars as JSON, schema tertib.calendar_diff/1
/// (docs/schema/calendar_diff.json): the days of calendar_diff(before, after, first, last).
[[nodiscard]] std::string calendar_diff_json(const Calendar& before, const Calendar& after,
                                             LocalDay first, LocalDay last);

} // namespace tertib
