// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/allowance.hpp"
#include "tertib/time/calendar.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace tertib {

/// Working time of one office as a generated log needs it: moments by the office's own clock.
/// Questions beyond the days that are reckoned with throw Error(argument). Immutable; any thread.
class OfficeClock {
public:
    explicit OfficeClock(Calendar calendar) : calendar_(std::move(calendar)) {}

    [[nodiscard]] const WorkingTable& table() const noexcept { return calendar_.table(); }
    [[nodiscard]] Zone zone() const noexcept { return calendar_.zone(); }

    /// The moment so much work after (before, if negative) another.
    [[nodiscard]] LocalTime after(LocalTime from, Work work) const;
    /// 0 where `until` isn't later.
    [[nodiscard]] Work between(LocalTime from, LocalTime until) const;
    [[nodiscard]] LocalTime opening(LocalDay day) const; ///< of it or the next working day
    [[nodiscard]] LocalTime closing(LocalDay day) const; ///< of it or the last one before

    /// When what may take so long must be done: the deadline, and the last moment that is on time
    /// (where a day counts, the end of its date).
    struct Limit {
        LocalTime due{};
        LocalTime last_on_time{};
    };
    /// Of alternatives, none of which is missing, the later.
    [[nodiscard]] Limit limit(LocalTime from, std::span<const Allowance> allowed) const;

private:
    Calendar calendar_;
};

[[nodiscard]] constexpr LocalDay day_at(LocalTime moment) noexcept {
    return std::chrono::floor<std::chrono::days>(moment);
}

} // namespace tertib
