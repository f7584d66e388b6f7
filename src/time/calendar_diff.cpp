// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_diff.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>

namespace tertib {

std::vector<CalendarChange> calendar_diff(const Calendar& before, const Calendar& after,
                                          LocalDay first, LocalDay last) {
    if (last < first) {
        throw Error(ErrorCode::argument, "the last day of a comparison comes before its first");
    }
    std::vector<CalendarChange> changes;
    const LocalDay end = std::min(last, last_day);
    for (LocalDay day = std::max(first, first_day); day <= end; day += std::chrono::days{1}) {
        if (!std::ranges::equal(before.table().hours(day), after.table().hours(day))) {
            changes.push_back({.day = day, .before = before.day(day), .after = after.day(day)});
        }
    }
    return changes;
}

} // namespace tertib
