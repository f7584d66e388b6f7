// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/instant.hpp"

#include "tertib/base/error.hpp"
#include "time/ascii.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

namespace tertib {
namespace {

using namespace std::chrono_literals;
namespace chrono = std::chrono;
using chrono::microseconds;

constexpr chrono::minutes farthest_offset = 18h;

/// Takes a text apart from its front.
class Cursor {
public:
    explicit Cursor(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool done() const noexcept { return rest_.empty(); }
    [[nodiscard]] char next() const noexcept { return rest_.empty() ? '\0' : rest_.front(); }

    bool take(char wanted) noexcept {
        if (next() != wanted) {
            return false;
        }
        rest_.remove_prefix(1);
        return true;
    }

    /// Exactly so many digits; nothing, and nothing taken, if there are fewer.
    std::optional<int> digits(std::size_t count) noexcept {
        if (rest_.size() < count || !std::ranges::all_of(rest_.substr(0, count), ascii::digit)) {
            return std::nullopt;
        }
        int value = 0;
        for (const char digit : rest_.substr(0, count)) {
            value = 10 * value + (digit - '0');
        }
        rest_.remove_prefix(count);
        return value;
    }

    /// Exactly two digits that are less than `end`.
    std::optional<int> below(int end) noexcept {
        const auto value = digits(2);
        return value && *value < end ? value : std::nullopt;
    }

private:
    std::string_view rest_;
};

std::optional<LocalDay> take_day(Cursor& cursor) noexcept {
    const auto year = cursor.digits(4);
    const bool first_dash = cursor.take('-');
    const auto month = cursor.digits(2);
    const bool second_dash = cursor.take('-');
    const auto day = cursor.digits(2);
    if (!year || !first_dash || !month || !second_dash || !day) {
        return std::nullopt;
    }
    const chrono::year_month_day date{chrono::year{*year},
                                      chrono::month{static_cast<unsigned>(*month)},
                                      chrono::day{static_cast<unsigned>(*day)}};
    return date.ok() ? std::optional(LocalDay{date}) : std::nullopt;
}

/// Z, +07, +0700, +07:00.
std::optional<Zone> take_zone(Cursor& cursor) noexcept {
    if (cursor.take('Z') || cursor.take('z')) {
        return Zone(0min);
    }
    const bool west = cursor.take('-');
    if (!west && !cursor.take('+')) {
        return std::nullopt;
    }
    const auto hours = cursor.below(24);
    if (!hours) {
        return std::nullopt;
    }
    int minutes = 0;
    if (cursor.take(':') || ascii::digit(cursor.next())) {
        const auto written = cursor.below(60);
        if (!written) {
            return std::nullopt;
        }
        minutes = *written;
    }
    const chrono::minutes offset = chrono::hours{*hours} + chrono::minutes{minutes};
    if (offset > farthest_offset) {
        return std::nullopt;
    }
    return Zone(west ? -offset : offset);
}

/// The digits after the decimal sign as microseconds; finer ones are cut off.
std::optional<microseconds> take_fraction(Cursor& cursor) noexcept {
    microseconds fraction{0};
    microseconds unit = 100ms;
    auto digit = cursor.digits(1);
    if (!digit) {
        return std::nullopt;
    }
    for (; digit; digit = cursor.digits(1)) {
        fraction += *digit * unit;
        unit /= 10;
    }
    return fraction;
}

/// How much of a day a clock time leaves open: none of it, or the rest of an hour.
struct ClockTime {
    microseconds earliest{0};
    microseconds latest{0};
};

std::optional<ClockTime> take_clock(Cursor& cursor) noexcept {
    const auto hours = cursor.below(24);
    if (!hours) {
        return std::nullopt;
    }
    const microseconds begin = chrono::hours{*hours};
    if (!cursor.take(':')) {
        return ClockTime{begin, begin + 1h - 1us};
    }
    const auto minutes = cursor.below(60);
    if (!minutes) {
        return std::nullopt;
    }
    microseconds moment = begin + chrono::minutes{*minutes};
    if (cursor.take(':')) {
        const auto seconds = cursor.below(60);
        if (!seconds) {
            return std::nullopt;
        }
        moment += chrono::seconds{*seconds};
        if (cursor.take('.') || cursor.take(',')) {
            const auto fraction = take_fraction(cursor);
            if (!fraction) {
                return std::nullopt;
            }
            moment += *fraction;
        }
    }
    return ClockTime{moment, moment};
}

/// Digits with zeros in front to the width.
std::string padded(std::int64_t value, std::size_t width) {
    const std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

/// The date of any count of days, also where std::chrono::year would not hold its year.
std::string date_text(std::int64_t days_since_1970) {
    constexpr std::int64_t cycle_days = 146'097; // of 400 years, after which the calendar repeats
    std::int64_t cycles = days_since_1970 / cycle_days;
    std::int64_t within = days_since_1970 % cycle_days;
    if (within < 0) {
        within += cycle_days;
        --cycles;
    }
    const chrono::year_month_day date{LocalDay{chrono::days{within}}};
    const std::int64_t year = int{date.year()} + 400 * cycles;
    return (year < 0 ? "-" : "") + padded(std::abs(year), 4) + "-" +
           padded(unsigned{date.month()}, 2) + "-" + padded(unsigned{date.day()}, 2);
}

} // namespace

Zone::Zone(std::chrono::minutes offset) : offset_(offset) {
    if (offset < -farthest_offset || offset > farthest_offset) {
        throw Error(ErrorCode::argument, "a zone is at most 18 hours from UTC, not " +
                                             std::to_string(offset.count()) + " minutes");
    }
}

std::string Zone::text() const {
    const std::int64_t minutes = std::abs(offset_.count());
    return (offset_ < 0min ? "-" : "+") + padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2);
}

std::optional<Zone> Zone::parse(std::string_view text) {
    Cursor cursor(text);
    const auto zone = take_zone(cursor);
    return cursor.done() ? zone : std::nullopt;
}

Zone wib() {
    return Zone(7h);
}

Zone wita() {
    return Zone(8h);
}

Zone wit() {
    return Zone(9h);
}

LocalDay local_day(Instant instant, Zone zone) noexcept {
    return chrono::floor<chrono::days>(to_local(instant, zone));
}

std::optional<Stamp> read_stamp(std::string_view text, Zone zone) {
    Cursor cursor(text);
    const auto day = take_day(cursor);
    if (!day || *day < first_day || *day > last_day) {
        return std::nullopt;
    }
    ClockTime clock{0us, 24h - 1us};
    if (!cursor.done()) {
        if (!cursor.take('T') && !cursor.take('t') && !cursor.take(' ')) {
            return std::nullopt;
        }
        const auto written = take_clock(cursor);
        if (!written) {
            return std::nullopt;
        }
        clock = *written;
        if (!cursor.done()) {
            const auto own = take_zone(cursor);
            if (!own || !cursor.done()) {
                return std::nullopt;
            }
            zone = *own;
        }
    }
    return Stamp{to_instant(*day + clock.earliest, zone), to_instant(*day + clock.latest, zone)};
}

std::string text(Instant instant, Zone zone) {
    const LocalTime local = to_local(instant, zone);
    const LocalDay day = chrono::floor<chrono::days>(local);
    // Not by subtraction: the day's first moment may lie just below what int64 holds.
    microseconds of_day = local.time_since_epoch() % 24h;
    if (of_day < 0us) {
        of_day += 24h;
    }
    const std::int64_t seconds = of_day / 1s;
    const std::int64_t fraction = (of_day % 1s).count();
    std::string result = date_text(day.time_since_epoch().count()) + "T" +
                         padded(seconds / 3600, 2) + ":" + padded(seconds / 60 % 60, 2) + ":" +
                         padded(seconds % 60, 2);
    if (fraction != 0) {
        result += "." + padded(fraction, 6);
        result.erase(result.find_last_not_of('0') + 1);
    }
    return result + zone.text();
}

std::string text(LocalDay day) {
    return date_text(day.time_since_epoch().count());
}

std::optional<LocalDay> read_day(std::string_view text) {
    Cursor cursor(text);
    const auto day = take_day(cursor);
    return cursor.done() ? day : std::nullopt;
}

std::optional<LocalDay> plus_months(LocalDay day, std::int64_t months) {
    constexpr std::int64_t all_months = std::int64_t{12} * (2200 - 1970 + 1);
    if (day < first_day || day > last_day || months < -all_months || months > all_months) {
        return std::nullopt;
    }
    const chrono::year_month_day date{day};
    const chrono::year_month target =
        date.year() / date.month() + chrono::months{static_cast<int>(months)};
    const chrono::day last = (target / chrono::last).day();
    const LocalDay moved{target / std::min(date.day(), last)};
    if (moved < first_day || moved > last_day) {
        return std::nullopt;
    }
    return moved;
}

} // namespace tertib
