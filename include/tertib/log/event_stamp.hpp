// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/instant.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// How finely a stamp was written. `minute` had no seconds; it counts as exact, since a waktu is
/// counted in minutes.
enum class Precision : std::uint8_t { exact, minute, hour, day };

/// How the zone of a stamp is known: it stood beside it, or the log's zone was taken.
enum class ZoneSource : std::uint8_t { assumed, written };

/// No time: an Instant that no stamp has.
inline constexpr Instant no_instant = Instant::min();

/// What a stamp needs beside its instant, in two bytes: how finely it was written, in which zone,
/// and how that was known.
class StampForm {
public:
    constexpr StampForm() = default;
    constexpr StampForm(Precision precision, Zone zone, ZoneSource source) noexcept
        : bits_(static_cast<std::uint16_t>(
              (static_cast<unsigned>(zone.offset().count() + bias) << 3U) |
              (static_cast<unsigned>(precision) << 1U) | static_cast<unsigned>(source))) {}

    [[nodiscard]] constexpr Precision precision() const noexcept {
        return static_cast<Precision>((bits_ >> 1U) & 3U);
    }
    [[nodiscard]] constexpr ZoneSource zone_source() const noexcept {
        return static_cast<ZoneSource>(bits_ & 1U);
    }
    [[nodiscard]] Zone zone() const {
        return Zone(std::chrono::minutes{static_cast<int>(bits_ >> 3U) - bias});
    }
    /// Equal bits, equal forms: for counting and comparing many.
    [[nodiscard]] constexpr std::uint16_t bits() const noexcept { return bits_; }

    friend constexpr bool operator==(StampForm, StampForm) = default;

private:
    static constexpr int bias = 1080; ///< minutes: a zone lies within 18 hours of UTC
    static constexpr int wib_minutes = 420;
    std::uint16_t bits_ = static_cast<std::uint16_t>((wib_minutes + bias) << 3);
};

/// When an event of a log happened, as written: the first instant that it may mean (of a date, the
/// start of the local day) and its form.
struct EventStamp {
    Instant instant = no_instant;
    StampForm form;

    [[nodiscard]] constexpr bool known() const noexcept { return instant != no_instant; }
    friend constexpr bool operator==(const EventStamp&, const EventStamp&) = default;
};

/// How long after its instant a stamp of that precision may still be meant.
[[nodiscard]] constexpr std::chrono::microseconds spread(Precision precision) noexcept {
    switch (precision) {
    case Precision::exact:
    case Precision::minute: return std::chrono::microseconds{0};
    case Precision::hour: return std::chrono::hours{1} - std::chrono::microseconds{1};
    case Precision::day: return std::chrono::days{1} - std::chrono::microseconds{1};
    }
    return std::chrono::microseconds{0};
}

/// The instants that a known stamp may mean.
[[nodiscard]] constexpr Stamp interval(Instant instant, StampForm form) noexcept {
    return {instant, instant + spread(form.precision())};
}

/// Reads ISO 8601 as read_stamp (time/instant.hpp) does, and a date with an offset, keeping how it
/// was written; nothing for any other text. What is finer than a microsecond is cut off.
[[nodiscard]] std::optional<EventStamp> read_event_stamp(std::string_view text, Zone zone) noexcept;

/// The stamp in ISO 8601 as finely as it was written, with the offset that was written or assumed
/// ("2025-05-05T10:00+07:00"); a date without one ("2025-05-05"), unless another zone than
/// `assumed` stood beside it.
[[nodiscard]] std::string text(const EventStamp& stamp, Zone assumed);

/// "exact", "minute", "hour", "day"
[[nodiscard]] std::string_view name(Precision precision) noexcept;

} // namespace tertib
