// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/time/calendar.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tertib {

/// How much an office worked from one instant to another. A plain value.
struct WorkingBetween {
    Instant from{};
    Instant until{};
    Work work{};                   ///< in [from, until); negative when until < from
    std::int64_t working_days = 0; ///< in (date of from, date of until]; negative likewise
    std::vector<Finding> findings; ///< of the calendar's days between

    friend bool operator==(const WorkingBetween&, const WorkingBetween&) = default;
};

/// Nothing where one of the instants lies outside first_day … last_day.
[[nodiscard]] std::optional<WorkingBetween> working_between(const Calendar& calendar, Instant from,
                                                            Instant until);

} // namespace tertib
