// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/calendar_editions.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <string>

namespace tertib {
namespace {

[[nodiscard]] std::int64_t number(LocalDay day) noexcept {
    return day.time_since_epoch().count();
}

/// The days on which something became known, ascending and all different.
[[nodiscard]] std::vector<std::int64_t> days_of_news(const Calendar& calendar) {
    std::vector<std::int64_t> days;
    if (calendar.known_on()) {
        return days;
    }
    for (const CalendarFact& fact : calendar.draft().facts) {
        if (fact.known_from) {
            days.push_back(number(*fact.known_from));
        }
    }
    std::ranges::sort(days);
    const auto twice = std::ranges::unique(days);
    days.erase(twice.begin(), twice.end());
    return days;
}

} // namespace

CalendarEditions::CalendarEditions(const Calendar& calendar, std::optional<LocalDay> today,
                                   std::size_t most) {
    const std::vector<std::int64_t> days = days_of_news(calendar);
    if (days.size() >= std::min<std::size_t>(most, UINT16_MAX)) {
        throw Error(ErrorCode::limit, "the calendar " + calendar.label() + " was amended on " +
                                          std::to_string(days.size()) +
                                          " days; the limit calendar_editions is " +
                                          std::to_string(most));
    }
    const std::int64_t first = number(first_day);
    const std::int64_t before = days.empty() ? first : std::min(first, days.front() - 1);
    if (days.empty()) {
        editions_.push_back({.calendar = calendar, .from = before});
    } else {
        const LocalDay eve{std::chrono::days{days.front() - 1}};
        editions_.push_back({.calendar = calendar.as_known_on(eve), .from = before});
    }
    for (const std::int64_t day : days) {
        const LocalDay known{std::chrono::days{day}};
        editions_.push_back({.calendar = calendar.as_known_on(known), .from = day});
    }
    find_unknown(calendar);
    if (!days.empty()) {
        first_news_ = days.front();
        for (std::uint16_t edition = 1; edition + 1U < editions_.size(); ++edition) {
            const std::int64_t until = editions_[edition + 1U].from;
            by_day_.resize(static_cast<std::size_t>(until - first_news_), edition);
        }
    }
    today_ = today ? on(number(*today)) : static_cast<std::uint32_t>(editions_.size() - 1);
    if (today && !days.empty()) {
        // The same days as the edition's, but known by its own date to who reads its label.
        editions_[today_].calendar = calendar.as_known_on(*today);
    }
}

void CalendarEditions::find_unknown(const Calendar& calendar) {
    for (Edition& edition : editions_) {
        for (const CalendarFact& fact : calendar.draft().facts) {
            if (!fact.known_from || number(*fact.known_from) <= edition.from) {
                continue;
            }
            const bool hours = fact.kind == CalendarFactKind::hours;
            const LocalDay last = fact.last.value_or(hours ? last_day : fact.first);
            const bool none = edition.last_unknown < edition.first_unknown;
            edition.first_unknown =
                none ? number(fact.first) : std::min(edition.first_unknown, number(fact.first));
            edition.last_unknown =
                none ? number(last) : std::max(edition.last_unknown, number(last));
        }
    }
}

} // namespace tertib
