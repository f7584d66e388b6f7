// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/working_between.hpp"

#include <algorithm>

namespace tertib {

std::optional<WorkingBetween> working_between(const Calendar& calendar, Instant from,
                                              Instant until) {
    const Zone zone = calendar.zone();
    const WorkingTable& table = calendar.table();
    const LocalDay first = local_day(from, zone);
    const LocalDay last = local_day(until, zone);
    if (std::min(first, last) < first_day || std::max(first, last) > last_day) {
        return std::nullopt;
    }
    const std::optional<Work> work = table.between(to_local(from, zone), to_local(until, zone));
    const std::optional<std::int64_t> days = table.working_days(first, last);
    if (!work || !days) {
        return std::nullopt;
    }
    return WorkingBetween{.from = from,
                          .until = until,
                          .work = *work,
                          .working_days = *days,
                          .findings =
                              calendar.findings(std::min(first, last), std::max(first, last))};
}

} // namespace tertib
