// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/office_clock.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/deadline.hpp"
#include "tertib/time/due.hpp"

#include <algorithm>

namespace tertib {
namespace {

template <typename T>
[[nodiscard]] T known(const std::optional<T>& answer) {
    if (!answer) {
        throw Error(ErrorCode::argument,
                    "the generated cases would leave the days that are reckoned with, " +
                        text(first_day) + " to " + text(last_day));
    }
    return *answer;
}

} // namespace

LocalTime OfficeClock::after(LocalTime from, Work work) const {
    return known(table().add(from, work));
}

Work OfficeClock::between(LocalTime from, LocalTime until) const {
    return until <= from ? Work{} : known(table().between(from, until));
}

LocalTime OfficeClock::opening(LocalDay day) const {
    return known(table().opening(known(table().add_days(day, 0))));
}

LocalTime OfficeClock::closing(LocalDay day) const {
    if (!table().is_working_day(day)) {
        day = known(table().add_days(day, -1));
    }
    return known(table().closing(day));
}

OfficeClock::Limit OfficeClock::limit(LocalTime from, std::span<const Allowance> allowed) const {
    Limit latest{.due = from, .last_on_time = from};
    for (const Allowance& each : allowed) {
        const Instant end = known(due(table(), zone(), to_instant(from, zone()), each));
        Limit own{.due = to_local(end, zone()), .last_on_time = to_local(end, zone())};
        if (due_by(each) == DueBy::date) {
            // 24:00 belongs to the day that it ends.
            const LocalDay day = day_at(own.due - std::chrono::microseconds{1});
            own.last_on_time = LocalTime{day + std::chrono::days{1}} - std::chrono::microseconds{1};
        }
        latest = own.last_on_time > latest.last_on_time ? own : latest;
    }
    return latest;
}

} // namespace tertib
