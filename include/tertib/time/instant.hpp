// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Points in time and the days they belong to. An office lives by its own clock, a fixed offset
/// from UTC; records come from anywhere and are known to the second, the hour or only the day.
///
///     Stamp done = *read_stamp("2025-05-05T10:00", wib());   // both ends the same instant
///     text(done.earliest, wit());                            // "2025-05-05T12:00:00+09:00"
///
/// All of it is plain values and pure functions, for use from any thread.
namespace tertib {

/// A point in time, UTC, to the microsecond.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;

/// A day, and a moment, as the office's own calendar and clock show them. Neither converts to an
/// Instant without a Zone.
using LocalDay = std::chrono::local_days;
using LocalTime = std::chrono::local_time<std::chrono::microseconds>;

/// The days on which time is reckoned; beyond them every question is refused, never answered
/// wrongly.
inline constexpr LocalDay first_day{std::chrono::year{1970} / 1 / 1};
inline constexpr LocalDay last_day{std::chrono::year{2200} / 12 / 31};

/// A fixed offset from UTC: Indonesia has no daylight saving.
///
///     Instant noon = to_instant(LocalDay{2025y / 5 / 5} + 12h, wib);
class Zone {
public:
    constexpr Zone() = default;
    /// Throws Error(argument) outside -18:00 … +18:00.
    explicit Zone(std::chrono::minutes offset);

    [[nodiscard]] constexpr std::chrono::minutes offset() const noexcept { return offset_; }
    /// "+07:00"
    [[nodiscard]] std::string text() const;
    /// Reads "+07:00", "+07", "+0700", "-03:30" and "Z"; nothing for anything else.
    [[nodiscard]] static std::optional<Zone> parse(std::string_view text);

    friend constexpr auto operator<=>(Zone, Zone) = default;

private:
    std::chrono::minutes offset_ = std::chrono::hours{7}; // WIB
};

/// WIB, WITA and WIT: Jakarta, Makassar, Jayapura.
[[nodiscard]] Zone wib();
[[nodiscard]] Zone wita();
[[nodiscard]] Zone wit();

/// The same moment on the office's clock, and back. Exact; an int64 so near its limits that the
/// offset would carry it over them stays at the limit, far outside first_day … last_day.
[[nodiscard]] constexpr LocalTime to_local(Instant instant, Zone zone) noexcept;
[[nodiscard]] constexpr Instant to_instant(LocalTime local, Zone zone) noexcept;
/// The day of the office's calendar that an instant belongs to.
[[nodiscard]] LocalDay local_day(Instant instant, Zone zone) noexcept;

/// When something happened as far as a record tells it: every instant from the first to the last,
/// both included. A record to the minute or finer has both equal (a waktu is counted in minutes);
/// "2025-05-05" is a whole day, "2025-05-05T10" an hour.
struct Stamp {
    Instant earliest;
    Instant latest;

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

/// Reads ISO 8601: 2025-05-05, 2025-05-05T10 (an hour), 2025-05-05T10:00, …T10:00:30,
/// …T10:00:30.250, with "T" or a space, with Z, +07:00, +0700, +07 or nothing (then `zone`); what
/// is finer than a microsecond is cut off. Nothing for anything else, and for days outside
/// first_day … last_day. Never throws.
[[nodiscard]] std::optional<Stamp> read_stamp(std::string_view text, Zone zone);

/// "2025-05-05T10:00:00+07:00", with a fraction only where there is one. `read_stamp` reads it
/// back to the same instant.
[[nodiscard]] std::string text(Instant instant, Zone zone);

/// "2025-05-05", and back; nothing for text that is no day of the calendar.
[[nodiscard]] std::string text(LocalDay day);
[[nodiscard]] std::optional<LocalDay> read_day(std::string_view text);

/// The day moved by whole months in one step, its number clamped to the month's end: 31 January
/// + 1 is 28 or 29 February. Nothing outside first_day … last_day. Not additive: two steps of one
/// month need not be one step of two. (boost::gregorian::months snaps month ends: not used here.)
[[nodiscard]] std::optional<LocalDay> plus_months(LocalDay day, std::int64_t months);

namespace detail {
/// a + b, kept within int64.
[[nodiscard]] constexpr std::int64_t saturated_sum(std::int64_t a, std::int64_t b) noexcept {
    if (b > 0 && a > INT64_MAX - b) {
        return INT64_MAX;
    }
    if (b < 0 && a < INT64_MIN - b) {
        return INT64_MIN;
    }
    return a + b;
}
} // namespace detail

constexpr LocalTime to_local(Instant instant, Zone zone) noexcept {
    const std::chrono::microseconds offset = zone.offset();
    return LocalTime{std::chrono::microseconds{
        detail::saturated_sum(instant.time_since_epoch().count(), offset.count())}};
}

constexpr Instant to_instant(LocalTime local, Zone zone) noexcept {
    const std::chrono::microseconds offset = zone.offset();
    return Instant{std::chrono::microseconds{
        detail::saturated_sum(local.time_since_epoch().count(), -offset.count())}};
}

} // namespace tertib
