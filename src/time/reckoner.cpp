// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/reckoner.hpp"

#include <algorithm>

namespace tertib {
namespace {

using Lookup = TableLookup;

constexpr std::int64_t outside = Reckoner::outside;

/// The number of a moment's day, rounded down; any int64.
std::int64_t day_of(std::int64_t moment) noexcept {
    return moment / Lookup::day_length - (moment % Lookup::day_length < 0 ? 1 : 0);
}

std::int64_t moved_by_days(std::int64_t day, std::int64_t days) noexcept {
    if (days < -Lookup::day_count || days > Lookup::day_count || !Lookup::holds_day(day + days)) {
        return outside;
    }
    return day + days;
}

/// The date moved by months, then by days, in one step.
std::int64_t moved(std::int64_t day, std::int64_t months, std::int64_t days) noexcept {
    if (months != 0) {
        const auto there = plus_months(LocalDay{std::chrono::days{day}}, months);
        if (!there) {
            return outside;
        }
        day = there->time_since_epoch().count();
    }
    return moved_by_days(day, days);
}

/// The last date which, moved by so many months, isn't after the day.
std::int64_t last_before_months(std::int64_t day, std::int64_t months) noexcept {
    const LocalDay target{std::chrono::days{day}};
    const auto back = plus_months(target, -months);
    if (!back) {
        return outside;
    }
    const std::chrono::year_month_day date{target};
    const std::chrono::year_month_day source{*back};
    const auto last = [](const std::chrono::year_month_day& of) {
        return (of.year() / of.month() / std::chrono::last).day();
    };
    // All days that clamp to the end of the target's month qualify.
    const LocalDay found =
        date.day() == last(date) ? LocalDay{source.year() / source.month() / last(source)} : *back;
    return found.time_since_epoch().count();
}

} // namespace

std::int64_t Reckoner::end(std::int64_t start, const Allowance& a) const noexcept {
    const bool by_date = a.form != AllowanceForm::working_time && a.form != AllowanceForm::elapsed;
    if (!Lookup::holds(start) || (by_date && start == Lookup::end)) {
        return outside;
    }
    switch (a.form) {
    case AllowanceForm::working_time: {
        const std::int64_t work = a.work.time.count();
        return work < 0 ? before_work(start, work) : after_work(start, work);
    }
    case AllowanceForm::working_days:
        return a.working_days < 0 ? before_days(start, a.working_days)
                                  : after_days(start, a.working_days);
    case AllowanceForm::calendar:
        return a.months < 0 || a.calendar_days < 0 ? before_date(start, a) : after_date(start, a);
    case AllowanceForm::mixed: return after_sum(start, a);
    case AllowanceForm::elapsed: {
        const std::int64_t wall = a.wall.count();
        return wall < 0 ? before_wall(start, wall) : after_wall(start, wall);
    }
    case AllowanceForm::none: return outside;
    }
    return outside;
}

std::int64_t Reckoner::after_work(std::int64_t start, std::int64_t work) const noexcept {
    for (std::size_t i = 0; i < stops_.size(); ++i) {
        const LocalStop stop = this->stop(i);
        if (stop.until <= start) {
            continue;
        }
        const std::int64_t standing = table_.add(start, work);
        const std::int64_t from = std::max(stop.from, start);
        if (standing == outside || from >= standing) {
            return standing;
        }
        if (!Lookup::holds(stop.until)) {
            return outside;
        }
        work -= table_.work_before(from) - table_.work_before(start);
        start = stop.until;
    }
    return table_.add(start, work);
}

std::int64_t Reckoner::before_work(std::int64_t start, std::int64_t work) const noexcept {
    for (std::size_t i = stops_.size(); i-- > 0;) {
        const LocalStop stop = this->stop(i);
        if (stop.from >= start) {
            continue;
        }
        const std::int64_t standing = table_.add(start, work);
        const std::int64_t until = std::min(stop.until, start);
        if (standing == outside || until <= standing) {
            return standing;
        }
        if (!Lookup::holds(stop.from)) {
            return outside;
        }
        work += table_.work_before(start) - table_.work_before(until);
        start = stop.from;
    }
    return table_.add(start, work);
}

std::int64_t Reckoner::after_wall(std::int64_t start, std::int64_t wall) const noexcept {
    if (wall > Lookup::end - start) {
        return outside;
    }
    std::int64_t standing = start + wall;
    for (std::size_t i = 0; i < stops_.size(); ++i) {
        const LocalStop stop = this->stop(i);
        if (stop.until <= start) {
            continue;
        }
        if (stop.from > standing) {
            break;
        }
        const std::int64_t from = std::max(stop.from, start);
        if (!Lookup::holds(stop.until) || stop.until - from > Lookup::end - standing) {
            return outside;
        }
        standing += stop.until - from;
    }
    return standing;
}

std::int64_t Reckoner::before_wall(std::int64_t start, std::int64_t wall) const noexcept {
    if (wall < -start) {
        return outside;
    }
    std::int64_t standing = start + wall;
    for (std::size_t i = stops_.size(); i-- > 0;) {
        const LocalStop stop = this->stop(i);
        if (stop.from >= start) {
            continue;
        }
        if (stop.until <= standing) {
            break;
        }
        const std::int64_t until = std::min(stop.until, start);
        if (!Lookup::holds(stop.from) || until - stop.from > standing) {
            return outside;
        }
        standing -= until - stop.from;
    }
    return standing;
}

std::int64_t Reckoner::after_days(std::int64_t start, std::int64_t days) const noexcept {
    std::int64_t day = table_.add_days(day_of(start), days);
    for (std::size_t i = 0; i < stops_.size(); ++i) {
        const LocalStop stop = this->stop(i);
        if (stop.until <= start) {
            continue;
        }
        if (day == outside || stop.from > table_.closing(day)) {
            break;
        }
        const std::int64_t until = day_of(stop.until);
        if (!Lookup::holds_day(until)) {
            return outside;
        }
        const std::int64_t from = day_of(std::max(stop.from, start));
        day = table_.add_days(day, table_.working_days_before(until + 1) -
                                       table_.working_days_before(from + 1));
    }
    return day == outside ? outside : table_.closing(day);
}

/// The working day that was the last one closed by a moment, by its number; -1 if none was.
std::int64_t Reckoner::last_day_closed(std::int64_t moment) const noexcept {
    const std::int64_t day = day_of(moment);
    const std::int64_t before = table_.working_days_before(day);
    const bool closed = table_.is_working_day(day) && table_.closing(day) <= moment;
    return closed ? before : before - 1;
}

/// The last moment of a working day from which "Hari" doesn't count that day: its closing, or the
/// microsecond before where that is the next day's first.
std::int64_t Reckoner::last_moment(std::int64_t number) const noexcept {
    const std::int64_t day = table_.working_day(number);
    return std::min(table_.closing(day), (day + 1) * Lookup::day_length - 1);
}

std::int64_t Reckoner::before_days(std::int64_t start, std::int64_t days) const noexcept {
    const std::int64_t last = last_day_closed(start);
    if (days < -last) {
        return outside;
    }
    // Stops only delay, and a later start never ends earlier: the last start that is early enough
    // is found by halving.
    std::int64_t low = 0;
    std::int64_t high = last + days;
    const auto early_enough = [&](std::int64_t number) {
        const std::int64_t end = after_days(last_moment(number), -days);
        return end != outside && end <= start;
    };
    if (!stops_.empty()) {
        if (!early_enough(low)) {
            return outside;
        }
        while (low < high) {
            const std::int64_t middle = low + (high - low + 1) / 2;
            early_enough(middle) ? low = middle : high = middle - 1;
        }
    }
    return last_moment(high);
}

std::int64_t Reckoner::after_date(std::int64_t start, const Allowance& a) const noexcept {
    std::int64_t date = moved(day_of(start), a.months, a.calendar_days);
    std::int64_t day = date == outside ? outside : table_.add_days(date, 0);
    for (std::size_t i = 0; i < stops_.size(); ++i) {
        const LocalStop stop = this->stop(i);
        if (stop.until <= start) {
            continue;
        }
        if (day == outside || stop.from > table_.closing(day)) {
            break;
        }
        date = moved_by_days(date, day_of(stop.until) - day_of(std::max(stop.from, start)));
        day = date == outside ? outside : table_.add_days(date, 0);
    }
    return day == outside ? outside : table_.closing(day);
}

std::int64_t Reckoner::before_date(std::int64_t start, const Allowance& a) const noexcept {
    const std::int64_t last = last_day_closed(start);
    if (!stops_.empty() || a.months > 0 || a.calendar_days > 0 || last < 0 ||
        a.months < std::int64_t{-12} * 300) {
        return outside;
    }
    // The target isn't after that day exactly where the day it rolls to isn't either.
    std::int64_t date = moved_by_days(table_.working_day(last), a.calendar_days);
    if (date != outside && a.months != 0) {
        date = last_before_months(date, -a.months);
    }
    const std::int64_t number =
        date == outside ? outside : table_.working_days_before(date + 1) - 1;
    return number < 0 ? outside : last_moment(number);
}

/// Where in a day the minutes of a sum begin: after as much of its working time as had passed on
/// the start's day.
std::int64_t Reckoner::place_in_day(std::int64_t start, std::int64_t day) const noexcept {
    const std::int64_t start_day = day_of(start) * Lookup::day_length;
    const std::int64_t passed = table_.work_before(start) - table_.work_before(start_day);
    const std::int64_t counted = std::min(passed, table_.day_work(day));
    return table_.add(table_.opening(day), counted);
}

/// The working day that the calendar and working days of a sum lead to.
std::int64_t Reckoner::days_of_sum(std::int64_t start, const Allowance& a) const noexcept {
    const bool minutes = a.work.time.count() > 0;
    const auto begins_by = [&](std::int64_t from, std::int64_t day) {
        return minutes ? from < place_in_day(start, day) : from <= table_.closing(day);
    };
    std::size_t next = 0; // stop to look at
    while (next < stops_.size() && stop(next).until <= start) {
        ++next;
    }
    std::int64_t date = moved(day_of(start), a.months, a.calendar_days);
    if (a.months != 0 || a.calendar_days != 0) {
        for (; date != outside && next < stops_.size(); ++next) {
            const std::int64_t from = std::max(stop(next).from, start);
            const std::int64_t rolled = table_.add_days(date, 0);
            const bool runs = a.working_days > 0 ? day_of(from) <= date
                                                 : rolled != outside && begins_by(from, rolled);
            if (!runs) {
                break;
            }
            date = moved_by_days(date, day_of(stop(next).until) - day_of(from));
        }
    }
    std::int64_t day = date == outside ? outside : table_.add_days(date, a.working_days);
    if (a.working_days == 0) {
        return day;
    }
    for (; day != outside && next < stops_.size(); ++next) {
        const std::int64_t from = std::max(stop(next).from, start);
        const std::int64_t until = day_of(stop(next).until);
        if (!begins_by(from, day)) {
            break;
        }
        day = Lookup::holds_day(until)
                  ? table_.add_days(day, table_.working_days_before(until + 1) -
                                             table_.working_days_before(day_of(from) + 1))
                  : outside;
    }
    return day;
}

std::int64_t Reckoner::after_sum(std::int64_t start, const Allowance& a) const noexcept {
    const std::int64_t work = a.work.time.count();
    const std::int64_t wall = a.wall.count();
    if (a.months < 0 || a.calendar_days < 0 || a.working_days < 0 || work < 0 || wall < 0) {
        return outside;
    }
    std::int64_t at = start;
    if (a.months != 0 || a.calendar_days != 0 || a.working_days != 0) {
        const std::int64_t day = days_of_sum(start, a);
        if (day == outside) {
            return outside;
        }
        at = work > 0 ? place_in_day(start, day) : table_.closing(day);
    }
    if (work > 0) {
        at = after_work(at, work);
    }
    return at == outside || wall == 0 ? at : after_wall(at, wall);
}

std::int64_t reckoned_end(const WorkingTable& table, Zone zone, std::span<const ClockStop> stops,
                          std::int64_t start, const Allowance& allowance) noexcept {
    return Reckoner(table, zone, stops).end(start, allowance);
}

} // namespace tertib
