// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/time_judge.hpp"

#include "tertib/time/due.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace tertib {
namespace {

using std::chrono::microseconds;

constexpr std::int64_t day_length = TableLookup::day_length;
/// Starts that may lie on more days than this are too uncertain to reckon each of them.
constexpr std::int64_t most_days = 62;

[[nodiscard]] Instant instant(std::int64_t count) noexcept {
    return Instant{microseconds{count}};
}

[[nodiscard]] std::int64_t count(Instant instant) noexcept {
    return instant.time_since_epoch().count();
}

/// By unit, whether the date or the instant of a deadline counts.
[[nodiscard]] bool ends_with_day(const Allowance& allowance, DayEnd day_end) noexcept {
    return day_end == DayEnd::date && due_by(allowance) == DueBy::date;
}

} // namespace

TimeJudge::TimeJudge(const CheckPlan::Data& plan)
    : editions_(&plan.editions),
      known_(plan.options.known),
      day_end_(plan.options.day_end),
      zone_(plan.editions.calendar(plan.editions.today()).zone()),
      offset_(microseconds(zone_.offset()).count()) {}

std::int64_t TimeJudge::day_of(std::int64_t moment) const noexcept {
    const std::int64_t local = detail::saturated_sum(moment, offset_);
    return local >= 0 ? local / day_length : -((-(local + 1)) / day_length) - 1;
}

std::uint32_t TimeJudge::edition_of(std::int64_t from, std::int64_t until) const noexcept {
    switch (known_) {
    case CalendarKnown::promised: return editions_->on(day_of(from));
    case CalendarKnown::completed: return editions_->on(day_of(until));
    case CalendarKnown::now: break;
    }
    return editions_->today();
}

/// The answer for exact stamps and a single amount of working minutes or days, from look-ups only:
/// nothing where the two are equal, or beyond the table.
std::optional<CheckVerdict> TimeJudge::quick(std::uint32_t edition, const TimeAllowed& allowed,
                                             const TimeSpan& span) const noexcept {
    if (allowed.alternatives.size() != 1 || !span.from.exact() || !span.until.exact() ||
        !span.stops.empty()) {
        return std::nullopt;
    }
    const std::int64_t from = detail::saturated_sum(span.from.first, offset_);
    const std::int64_t until = detail::saturated_sum(span.until.first, offset_);
    if (!TableLookup::holds(from) || !TableLookup::holds(until) || until == TableLookup::end ||
        from == TableLookup::end) {
        return std::nullopt;
    }
    const Allowance& allowance = allowed.alternatives.front();
    const TableLookup table = editions_->table(edition);
    const auto compared = [](std::int64_t took, std::int64_t may) {
        return took == may
                   ? std::nullopt
                   : std::optional(took < may ? CheckVerdict::satisfied : CheckVerdict::violated);
    };
    if (allowance.form == AllowanceForm::working_time && allowance.work.time.count() > 0) {
        return compared(table.work_before(until) - table.work_before(from),
                        allowance.work.time.count());
    }
    if (allowance.form == AllowanceForm::working_days && allowance.working_days > 0 &&
        day_end_ == DayEnd::date) {
        const std::int64_t due =
            table.number_after(TableLookup::day_of(from), allowance.working_days);
        if (due == TableLookup::none) {
            return std::nullopt;
        }
        return table.working_days_before(TableLookup::day_of(until)) > due
                   ? CheckVerdict::violated
                   : CheckVerdict::satisfied;
    }
    return std::nullopt;
}

std::optional<TimeJudge::Limit> TimeJudge::limit_of(std::uint32_t edition,
                                                    const Allowance& allowance, std::int64_t from,
                                                    std::span<const ClockStop> stops) const {
    const WorkingTable& table = editions_->calendar(edition).table();
    const std::optional<Instant> end = due(table, zone_, instant(from), allowance, stops);
    if (!end) {
        return std::nullopt;
    }
    Limit limit{.last_on_time = count(*end), .due = count(*end)};
    if (ends_with_day(allowance, day_end_)) {
        // 24:00 belongs to the day that it ends.
        limit.last_on_time = (day_of(limit.due - 1) + 1) * day_length - offset_ - 1;
    }
    return limit;
}

std::optional<TimeJudge::Limit> TimeJudge::limit_by(std::uint32_t edition,
                                                    const TimeAllowed& allowed, std::int64_t from,
                                                    std::span<const ClockStop> stops) const {
    std::optional<Limit> latest;
    for (const Allowance& allowance : allowed.alternatives) {
        const std::optional<Limit> each = limit_of(edition, allowance, from, stops);
        if (!each) {
            return std::nullopt;
        }
        if (!latest || each->last_on_time > latest->last_on_time) {
            latest = each;
        }
    }
    return latest;
}

std::optional<TimeJudge::Limit> TimeJudge::limit(const TimeAllowed& allowed, std::int64_t from,
                                                 std::int64_t until,
                                                 std::span<const ClockStop> stops) const {
    return limit_by(edition_of(from, until), allowed, from, stops);
}

/// Deadlines grow with their start, save those of sums that mix days and minutes, whose minutes
/// count from the time of day: within a day they grow too, so each day's ends are tried.
std::optional<TimeJudge::Limits> TimeJudge::limits_by(std::uint32_t edition,
                                                      const TimeAllowed& allowed,
                                                      const TimeSpan& span) const {
    const std::int64_t first = span.from.first == no_instant ? span.from.last : span.from.first;
    const std::optional<Limit> early = limit_by(edition, allowed, first, span.stops);
    const std::optional<Limit> late = limit_by(edition, allowed, span.from.last, span.stops);
    if (!early || !late) {
        return std::nullopt;
    }
    Limits limits{.first = *early, .last = *late};
    const bool mixed = std::ranges::any_of(allowed.alternatives, [](const Allowance& each) {
        return each.form == AllowanceForm::mixed;
    });
    const std::int64_t days = day_of(span.from.last) - day_of(first);
    if (!mixed || days == 0) {
        return limits;
    }
    if (days > most_days) {
        return std::nullopt;
    }
    for (std::int64_t day = day_of(first) + 1; day <= day_of(span.from.last); ++day) {
        const std::int64_t midnight = day * day_length - offset_;
        for (const std::int64_t start : {midnight - 1, midnight}) {
            const std::optional<Limit> each = limit_by(edition, allowed, start, span.stops);
            if (!each) {
                return std::nullopt;
            }
            limits.first = each->last_on_time < limits.first.last_on_time ? *each : limits.first;
            limits.last = each->last_on_time > limits.last.last_on_time ? *each : limits.last;
        }
    }
    return limits;
}

void TimeJudge::tell_lateness(TimeAnswer& answer, std::uint32_t edition, const TimeAllowed& allowed,
                              const TimeSpan& span, const Limit& limit) const {
    const WorkingTable& table = editions_->calendar(edition).table();
    const LocalTime due = to_local(instant(limit.due), zone_);
    const std::optional<Work> work = table.between(due, to_local(instant(span.until.first), zone_));
    answer.late_work = work ? std::max<std::int64_t>(work->time.count(), 0) : 0;
    const Allowance& counted = allowed.alternatives.front();
    if (due_by(counted) != DueBy::date) {
        return;
    }
    const std::int64_t due_day = day_of(limit.due - 1);
    const std::int64_t until = day_of(span.until.first);
    answer.late_days = until - due_day;
    if (counted.form != AllowanceForm::calendar) {
        const LocalDay from{std::chrono::days{due_day}};
        const LocalDay to{std::chrono::days{until}};
        answer.late_days = table.working_days(from, to).value_or(0);
    }
}

TimeAnswer TimeJudge::judge_by(std::uint32_t edition, const TimeAllowed& allowed,
                               const TimeSpan& span) const {
    TimeAnswer answer{.verdict = CheckVerdict::undecidable};
    const std::optional<Limits> limits = limits_by(edition, allowed, span);
    if (!limits) {
        answer.missing = CheckMissing::reckoning;
        return answer;
    }
    answer.due = limits->last.due;
    const bool begun_any_time = span.from.first == no_instant;
    if (span.until.first > limits->last.last_on_time) {
        answer.verdict = CheckVerdict::violated;
        tell_lateness(answer, edition, allowed, span, limits->last);
    } else if (!begun_any_time && span.until.last <= limits->first.last_on_time) {
        answer.verdict = CheckVerdict::satisfied;
    } else {
        answer.missing = begun_any_time ? CheckMissing::start : CheckMissing::precision;
    }
    return answer;
}

CalendarSensitive TimeJudge::sensitivity(const TimeAllowed& allowed, const TimeSpan& span,
                                         std::uint32_t edition, CheckVerdict verdict) const {
    const std::int64_t from = span.from.first == no_instant ? span.from.last : span.from.first;
    const std::int64_t first = day_of(from);
    const std::int64_t last = std::max(day_of(span.until.last), first);
    const std::array<std::uint32_t, 3> editions{editions_->on(first), editions_->on(last),
                                                editions_->today()};
    for (const std::uint32_t other : editions) {
        if (!editions_->may_differ(edition, other, first, last)) {
            continue;
        }
        const std::optional<CheckVerdict> known = quick(other, allowed, span);
        if ((known ? *known : judge_by(other, allowed, span).verdict) != verdict) {
            return CalendarSensitive::yes;
        }
    }
    return CalendarSensitive::no;
}

TimeAnswer TimeJudge::judge(const TimeAllowed& allowed, const TimeSpan& span) const {
    switch (allowed.kind) {
    case TimeAllowed::Kind::none: return {};
    case TimeAllowed::Kind::per_item:
        return {.verdict = CheckVerdict::undecidable, .missing = CheckMissing::items};
    case TimeAllowed::Kind::beyond:
        return {.verdict = CheckVerdict::undecidable, .missing = CheckMissing::reckoning};
    case TimeAllowed::Kind::known: break;
    }
    if (span.from.last == no_instant) {
        return {.verdict = CheckVerdict::undecidable, .missing = CheckMissing::start};
    }
    const std::int64_t from = span.from.first == no_instant ? span.from.last : span.from.first;
    const std::uint32_t edition = edition_of(from, span.until.last);
    const std::optional<CheckVerdict> known = quick(edition, allowed, span);
    TimeAnswer answer;
    if (known == CheckVerdict::satisfied) {
        answer.verdict = CheckVerdict::satisfied;
    } else {
        answer = judge_by(edition, allowed, span);
    }
    answer.sensitive = sensitivity(allowed, span, edition, answer.verdict);
    return answer;
}

/// Whether some instant of the local interval lies in working time, ends included.
bool TimeJudge::any_in_hours(std::int64_t first, std::int64_t last) const noexcept {
    const TableLookup table = editions_->table(editions_->today());
    for (std::int64_t day = first / day_length; day <= last / day_length; ++day) {
        if (!TableLookup::holds_day(day)) {
            return false;
        }
        for (const WorkSpan& hours : table.hours(day)) {
            const std::int64_t from = day * day_length + hours.from * TableLookup::minute;
            const std::int64_t to = day * day_length + hours.to * TableLookup::minute;
            if (first <= to && last >= from) {
                return true;
            }
        }
    }
    return false;
}

bool TimeJudge::all_in_hours(std::int64_t first, std::int64_t last) const noexcept {
    const TableLookup table = editions_->table(editions_->today());
    const std::int64_t day = first / day_length;
    if (!TableLookup::holds_day(day)) {
        return false;
    }
    return std::ranges::any_of(table.hours(day), [&](const WorkSpan& hours) {
        return first >= day * day_length + hours.from * TableLookup::minute &&
               last <= day * day_length + hours.to * TableLookup::minute;
    });
}

CheckVerdict TimeJudge::in_hours(const CheckStamp& stamp) const {
    const std::int64_t first = detail::saturated_sum(stamp.first, offset_);
    const std::int64_t last = detail::saturated_sum(stamp.last, offset_);
    if (!TableLookup::holds(first) || !TableLookup::holds(last)) {
        return CheckVerdict::undecidable;
    }
    if (all_in_hours(first, last)) {
        return CheckVerdict::satisfied;
    }
    const bool some = first != last && any_in_hours(first, last);
    return some ? CheckVerdict::undecidable : CheckVerdict::violated;
}

std::int64_t TimeJudge::work_between(std::int64_t from, std::int64_t until) const noexcept {
    const std::int64_t a = detail::saturated_sum(from, offset_);
    const std::int64_t b = detail::saturated_sum(until, offset_);
    if (!TableLookup::holds(a) || !TableLookup::holds(b) || b < a) {
        return 0;
    }
    const TableLookup table = editions_->table(editions_->today());
    return table.work_before(b) - table.work_before(a);
}

} // namespace tertib
