// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/plan_data.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace tertib {

/// What lateness came to: see Evidence for the members.
struct TimeAnswer {
    CheckVerdict verdict = CheckVerdict::not_applicable;
    CheckMissing missing = CheckMissing::nothing;
    CalendarSensitive sensitive = CalendarSensitive::no;
    std::int64_t due = no_instant;
    std::int64_t late_work = 0;
    std::int64_t late_days = -1;
};

/// From when to when something took, as far as the log tells. A start of which only the latest
/// instant is known lies at any time before it.
struct TimeSpan {
    CheckStamp from;
    CheckStamp until;
    std::span<const ClockStop> stops;
};

/// Judges lateness by the editions of a calendar. Borrows the plan; any thread.
class TimeJudge {
public:
    explicit TimeJudge(const CheckPlan::Data& plan);

    [[nodiscard]] TimeAnswer judge(const TimeAllowed& allowed, const TimeSpan& span) const;
    /// The last instant that is on time for a start known exactly, by the edition that counts when
    /// it is done at `until`, and the instant that a step after it may count from.
    struct Limit {
        std::int64_t last_on_time = no_instant;
        std::int64_t due = no_instant;
    };
    [[nodiscard]] std::optional<Limit> limit(const TimeAllowed& allowed, std::int64_t from,
                                             std::int64_t until,
                                             std::span<const ClockStop> stops) const;

    /// Whether an instant of the stamp lies inside working time, on its first and last moments too.
    [[nodiscard]] CheckVerdict in_hours(const CheckStamp& stamp) const;
    /// The local day of an instant, from 1970.
    [[nodiscard]] std::int64_t day_of(std::int64_t instant) const noexcept;
    /// The working time between two instants by today's edition; 0 outside the days reckoned with.
    [[nodiscard]] std::int64_t work_between(std::int64_t from, std::int64_t until) const noexcept;

private:
    [[nodiscard]] std::uint32_t edition_of(std::int64_t from, std::int64_t until) const noexcept;
    [[nodiscard]] std::optional<CheckVerdict>
    quick(std::uint32_t edition, const TimeAllowed& allowed, const TimeSpan& span) const noexcept;
    [[nodiscard]] TimeAnswer judge_by(std::uint32_t edition, const TimeAllowed& allowed,
                                      const TimeSpan& span) const;
    [[nodiscard]] std::optional<Limit> limit_by(std::uint32_t edition, const TimeAllowed& allowed,
                                                std::int64_t from,
                                                std::span<const ClockStop> stops) const;
    [[nodiscard]] std::optional<Limit> limit_of(std::uint32_t edition, const Allowance& allowance,
                                                std::int64_t from,
                                                std::span<const ClockStop> stops) const;
    /// The earliest and the latest limit of a start in an interval.
    struct Limits {
        Limit first;
        Limit last;
    };
    [[nodiscard]] std::optional<Limits> limits_by(std::uint32_t edition, const TimeAllowed& allowed,
                                                  const TimeSpan& span) const;
    void tell_lateness(TimeAnswer& answer, std::uint32_t edition, const TimeAllowed& allowed,
                       const TimeSpan& span, const Limit& limit) const;
    [[nodiscard]] CalendarSensitive sensitivity(const TimeAllowed& allowed, const TimeSpan& span,
                                                std::uint32_t edition, CheckVerdict verdict) const;
    [[nodiscard]] bool any_in_hours(std::int64_t first, std::int64_t last) const noexcept;
    [[nodiscard]] bool all_in_hours(std::int64_t first, std::int64_t last) const noexcept;

    const CalendarEditions* editions_;
    CalendarKnown known_;
    DayEnd day_end_;
    Zone zone_;
    std::int64_t offset_; ///< of the zone, in microseconds
};

} // namespace tertib
