// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/event_stamp.hpp"

#include "time/ascii.hpp"

#include <cstddef>

namespace tertib {
namespace {

namespace chrono = std::chrono;
using chrono::microseconds;

constexpr int not_a_number = -1;
constexpr int farthest_offset = 18 * 60; ///< minutes

/// What is left of a stamp to be read. Nothing is taken unless it is all there.
class IsoCursor {
public:
    explicit IsoCursor(std::string_view text) noexcept : rest_(text) {}

    [[nodiscard]] bool done() const noexcept { return rest_.empty(); }
    [[nodiscard]] bool at(char wanted) const noexcept {
        return !rest_.empty() && rest_.front() == wanted;
    }
    [[nodiscard]] bool at_digit() const noexcept {
        return !rest_.empty() && ascii::digit(rest_.front());
    }
    bool take(char wanted) noexcept {
        const bool there = at(wanted);
        rest_.remove_prefix(there ? 1 : 0);
        return there;
    }
    /// A number of two digits below `end`, or not_a_number.
    int two(int end) noexcept {
        if (rest_.size() < 2 || !ascii::digit(rest_[0]) || !ascii::digit(rest_[1])) {
            return not_a_number;
        }
        const int value = 10 * (rest_[0] - '0') + (rest_[1] - '0');
        rest_.remove_prefix(2);
        return value < end ? value : not_a_number;
    }
    /// Digits behind a decimal sign as microseconds; finer ones are cut off.
    std::optional<std::int64_t> fraction() noexcept {
        if (!at_digit()) {
            return std::nullopt;
        }
        std::int64_t value = 0;
        std::int64_t unit = 100'000;
        for (; at_digit(); rest_.remove_prefix(1)) {
            value += (rest_.front() - '0') * unit;
            unit /= 10;
        }
        return value;
    }

    void skip(std::size_t count) noexcept { rest_.remove_prefix(count); }

private:
    std::string_view rest_;
};

std::optional<LocalDay> day_between_limits(chrono::year_month_day date) noexcept {
    if (!date.ok()) {
        return std::nullopt;
    }
    const LocalDay found{date};
    return found < first_day || found > last_day ? std::nullopt : std::optional(found);
}

std::optional<LocalDay> take_iso_day(IsoCursor& cursor) noexcept {
    const int century = cursor.two(100);
    const int of_century = cursor.two(100);
    const bool first_dash = cursor.take('-');
    const int month = cursor.two(13);
    const bool second_dash = cursor.take('-');
    const int day = cursor.two(32);
    if (century < 0 || of_century < 0 || !first_dash || month < 0 || !second_dash || day < 0) {
        return std::nullopt;
    }
    return day_between_limits({chrono::year{100 * century + of_century},
                               chrono::month{static_cast<unsigned>(month)},
                               chrono::day{static_cast<unsigned>(day)}});
}

struct IsoClock {
    microseconds moment{0};
    Precision precision = Precision::hour;
};

/// Adds the fraction of a second, if one is there; false for a decimal sign without digits.
bool take_iso_fraction(IsoCursor& cursor, IsoClock& clock) noexcept {
    if (!cursor.take('.') && !cursor.take(',')) {
        return true;
    }
    const std::optional<std::int64_t> fraction = cursor.fraction();
    clock.moment += microseconds{fraction.value_or(0)};
    return fraction.has_value();
}

std::optional<IsoClock> take_iso_clock(IsoCursor& cursor) noexcept {
    const int hours = cursor.two(24);
    if (hours < 0) {
        return std::nullopt;
    }
    IsoClock clock{chrono::hours{hours}};
    if (!cursor.take(':')) {
        return clock;
    }
    const int minutes = cursor.two(60);
    if (minutes < 0) {
        return std::nullopt;
    }
    clock.moment += chrono::minutes{minutes};
    clock.precision = Precision::minute;
    if (!cursor.take(':')) {
        return clock;
    }
    const int seconds = cursor.two(60);
    if (seconds < 0) {
        return std::nullopt;
    }
    clock.moment += chrono::seconds{seconds};
    clock.precision = Precision::exact;
    return take_iso_fraction(cursor, clock) ? std::optional(clock) : std::nullopt;
}

/// What most stamps of logs begin with: 2025-05-05T10:00:30.
constexpr std::size_t usual_size = 19;

/// Digits of a text, of which it is asked only at the end whether they all were digits.
class UsualDigits {
public:
    explicit UsualDigits(std::string_view text) noexcept : text_(text.data()) {}

    int two(std::size_t at) noexcept {
        const unsigned tens = digit(at);
        const unsigned ones = digit(at + 1);
        return static_cast<int>(10 * tens + ones);
    }
    [[nodiscard]] bool all_digits() const noexcept { return worst_ <= 9; }

private:
    unsigned digit(std::size_t at) noexcept {
        const unsigned value = static_cast<unsigned char>(text_[at]) - unsigned{'0'};
        worst_ = value > worst_ ? value : worst_;
        return value & 0xFU; // whatever it is, sums of it stay small
    }

    const char* text_;
    unsigned worst_ = 0;
};

struct IsoHead {
    LocalDay day;
    IsoClock clock;
};

std::optional<IsoHead> usual_head(std::string_view text) noexcept {
    if (text.size() < usual_size || text[4] != '-' || text[7] != '-' || text[13] != ':' ||
        text[16] != ':' || (text[10] != 'T' && text[10] != ' ')) {
        return std::nullopt;
    }
    UsualDigits digits(text);
    const int year = 100 * digits.two(0) + digits.two(2);
    const int month = digits.two(5);
    const int day = digits.two(8);
    const int hours = digits.two(11);
    const int minutes = digits.two(14);
    const int seconds = digits.two(17);
    if (!digits.all_digits() || hours > 23 || minutes > 59 || seconds > 59) {
        return std::nullopt;
    }
    const std::optional<LocalDay> found =
        day_between_limits({chrono::year{year}, chrono::month{static_cast<unsigned>(month)},
                            chrono::day{static_cast<unsigned>(day)}});
    if (!found) {
        return std::nullopt;
    }
    const microseconds of_day =
        chrono::hours{hours} + chrono::minutes{minutes} + chrono::seconds{seconds};
    return IsoHead{*found, {of_day, Precision::exact}};
}

/// Z, +07, +0700, +07:00.
std::optional<Zone> take_iso_zone(IsoCursor& cursor) noexcept {
    if (cursor.take('Z') || cursor.take('z')) {
        return Zone(chrono::minutes{0});
    }
    const bool west = cursor.take('-');
    if (!west && !cursor.take('+')) {
        return std::nullopt;
    }
    const int hours = cursor.two(24);
    int minutes = 0;
    if (cursor.take(':') || cursor.at_digit()) {
        minutes = cursor.two(60);
    }
    if (hours < 0 || minutes < 0 || 60 * hours + minutes > farthest_offset) {
        return std::nullopt;
    }
    const chrono::minutes offset{60 * hours + minutes};
    return Zone(west ? -offset : offset);
}

/// The stamp, in the zone that ends the text or else in `assumed`.
std::optional<EventStamp> with_iso_zone(IsoCursor& cursor, LocalDay day, const IsoClock& clock,
                                        Zone assumed) noexcept {
    if (cursor.done()) {
        return EventStamp{to_instant(day + clock.moment, assumed),
                          StampForm(clock.precision, assumed, ZoneSource::assumed)};
    }
    const std::optional<Zone> own = take_iso_zone(cursor);
    if (!own || !cursor.done()) {
        return std::nullopt;
    }
    return EventStamp{to_instant(day + clock.moment, *own),
                      StampForm(clock.precision, *own, ZoneSource::written)};
}

} // namespace

std::optional<EventStamp> read_event_stamp(std::string_view text, Zone zone) noexcept {
    IsoCursor cursor(text);
    const std::optional<IsoHead> head = usual_head(text);
    if (head) {
        cursor.skip(usual_size);
        IsoClock clock = head->clock;
        if (!take_iso_fraction(cursor, clock)) {
            return std::nullopt;
        }
        return with_iso_zone(cursor, head->day, clock, zone);
    }
    const std::optional<LocalDay> day = take_iso_day(cursor);
    if (!day) {
        return std::nullopt;
    }
    IsoClock clock{.precision = Precision::day};
    if (!cursor.done() && (cursor.take('T') || cursor.take(' ') || cursor.take('t'))) {
        const std::optional<IsoClock> written = take_iso_clock(cursor);
        if (!written) {
            return std::nullopt;
        }
        clock = *written;
    }
    return with_iso_zone(cursor, *day, clock, zone); // XML Schema's dates may have one too
}

std::string text(const EventStamp& stamp, Zone assumed) {
    if (!stamp.known()) {
        return {};
    }
    const Zone zone = stamp.form.zone();
    std::string whole = text(stamp.instant, zone);
    constexpr std::size_t date_size = 10;
    constexpr std::size_t hour_size = 13;
    constexpr std::size_t minute_size = 16;
    switch (stamp.form.precision()) {
    case Precision::exact: return whole;
    case Precision::minute: return whole.substr(0, minute_size) + zone.text();
    case Precision::hour: return whole.substr(0, hour_size) + zone.text();
    case Precision::day: return whole.substr(0, date_size) + (zone == assumed ? "" : zone.text());
    }
    return whole;
}

std::string_view name(Precision precision) noexcept {
    switch (precision) {
    case Precision::exact: return "exact";
    case Precision::minute: return "minute";
    case Precision::hour: return "hour";
    case Precision::day: return "day";
    }
    return "";
}

} // namespace tertib
