// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/explanation.hpp"

#include <algorithm>
#include <utility>

namespace tertib {
namespace {

using namespace std::chrono_literals;
using std::chrono::days;
using std::chrono::microseconds;

struct LocalSpan {
    LocalTime from;
    LocalTime until;
};

/// Walks from the start's day to the deadline's and says of each what it was.
class DayWalk {
public:
    DayWalk(const Calendar& calendar, const Deadline& deadline, Instant end, LocalDay due_date)
        : calendar_(calendar),
          counted_(deadline.counted),
          start_(to_local(std::min(deadline.start, end), deadline.zone)),
          end_(to_local(std::max(deadline.start, end), deadline.zone)),
          first_(std::chrono::floor<days>(start_)) {
        if (deadline.direction == TimeDirection::forward) {
            last_ = due_date;
        } else {
            // The latest start's own deadline, which may be a day before the one asked for.
            first_ = due_date;
            Deadline own = deadline;
            own.due = due(calendar.table(), deadline.zone, end, deadline.counted, deadline.stops);
            last_ = due_day(own).value_or(std::chrono::floor<days>(end_));
        }
        last_ = std::max(last_, first_);
        for (const ClockStop& stop : deadline.stops) {
            const LocalSpan local{std::max(to_local(stop.from, deadline.zone), start_),
                                  to_local(stop.until, deadline.zone)};
            if (local.from < local.until && local.from <= end_) {
                stops_.push_back(local);
            }
        }
        target_ = target();
    }

    [[nodiscard]] LocalDay first() const { return first_; }
    [[nodiscard]] std::int64_t day_count() const { return (last_ - first_).count() + 1; }

    /// The next day in order; numbers go on from call to call.
    ExplainedDay next(LocalDay day) {
        ExplainedDay told{.day = day};
        const CalendarDay facts = calendar_.day(day);
        told.hours.assign(facts.hours.begin(), facts.hours.end());
        if (const CalendarFact* fact = facts.day_fact != nullptr ? facts.day_fact : period(facts)) {
            told.name = fact->name;
            told.source = fact->source;
        }
        switch (counted_.form) {
        case AllowanceForm::working_time: by_work(told, facts); break;
        case AllowanceForm::working_days: by_days(told, facts); break;
        case AllowanceForm::calendar: by_date(told, facts); break;
        case AllowanceForm::mixed: by_sum(told, facts); break;
        case AllowanceForm::elapsed:
        case AllowanceForm::none: told.reason = DayReason::calendar_day; break;
        }
        return told;
    }

private:
    /// Hours of a special period are worth a name; the usual ones aren't.
    [[nodiscard]] static const CalendarFact* period(const CalendarDay& facts) {
        const CalendarFact* hours = facts.hours_fact;
        return hours != nullptr && hours->kind == CalendarFactKind::period ? hours : nullptr;
    }

    [[nodiscard]] static DayReason off(const CalendarDay& facts) {
        if (facts.day_fact == nullptr || facts.day_fact->kind != CalendarFactKind::libur) {
            return DayReason::weekend;
        }
        return facts.day_fact->layer == CalendarLayer::cuti_bersama ? DayReason::cuti_bersama
                                                                    : DayReason::libur;
    }

    /// Whether a day is one of a stop's, as days count them: (date from, date until].
    [[nodiscard]] bool day_stopped(LocalDay day) const {
        return std::ranges::any_of(stops_, [day](const LocalSpan& stop) {
            return std::chrono::floor<days>(stop.from) < day &&
                   day <= std::chrono::floor<days>(stop.until);
        });
    }

    /// The date that the calendar's part leads to, before it rolls to a working day.
    [[nodiscard]] LocalDay target() const {
        LocalDay date = first_;
        if (counted_.months == 0 && counted_.calendar_days == 0) {
            return date;
        }
        date = plus_months(date, counted_.months).value_or(date) + days{counted_.calendar_days};
        for (const LocalSpan& stop : stops_) {
            if (counted_.form == AllowanceForm::calendar || stop.from < LocalTime{date + days{1}}) {
                date += std::chrono::floor<days>(stop.until) - std::chrono::floor<days>(stop.from);
            }
        }
        return std::min(date, last_);
    }

    /// The working time of a day between two moments, without what stops took.
    [[nodiscard]] Work work_on(LocalDay day, LocalTime from, LocalTime until) const {
        const WorkingTable& table = calendar_.table();
        const auto between = [&](LocalTime a, LocalTime b) {
            a = std::max({a, LocalTime{day}, from});
            b = std::min({b, LocalTime{day + days{1}}, until});
            return a < b ? table.between(a, b).value_or(Work{}).time : microseconds{0};
        };
        microseconds work = between(from, until);
        for (const LocalSpan& stop : stops_) {
            work -= between(stop.from, stop.until);
        }
        return Work{work};
    }

    void by_work(ExplainedDay& told, const CalendarDay& facts) const {
        told.counted = work_on(told.day, start_, end_);
        const bool stopped = std::ranges::any_of(stops_, [&told](const LocalSpan& stop) {
            return stop.from < LocalTime{told.day + days{1}} && LocalTime{told.day} < stop.until;
        });
        told.reason = told.counted > Work{} ? DayReason::counted
                      : told.hours.empty()  ? off(facts)
                      : stopped             ? DayReason::clock_stop
                                            : DayReason::outside;
    }

    void by_days(ExplainedDay& told, const CalendarDay& facts) {
        if (told.hours.empty()) {
            told.reason = off(facts);
        } else if (told.day == first_ && (first_ != last_ || counted_.working_days > 0)) {
            told.reason = DayReason::start_day;
        } else if (day_stopped(told.day)) {
            told.reason = DayReason::clock_stop;
        } else {
            told.day_number = counted_.working_days == 0 ? 0 : ++number_;
        }
    }

    void by_date(ExplainedDay& told, const CalendarDay& facts) {
        if (told.day == first_ && first_ != target_) {
            told.reason = DayReason::start_day;
        } else if (told.day <= target_) {
            told.reason = day_stopped(told.day) ? DayReason::clock_stop : DayReason::calendar_day;
            told.day_number =
                told.reason == DayReason::clock_stop || told.day == first_ ? 0 : ++number_;
            // The last date, off: it is why the deadline moved on.
            if (told.day == target_ && target_ != last_ && told.hours.empty()) {
                told.reason = off(facts);
            }
        } else {
            told.reason = told.hours.empty() ? off(facts) : DayReason::counted;
        }
    }

    /// A sum passes dates, then working days, then minutes; none of them has numbers of its own.
    void by_sum(ExplainedDay& told, const CalendarDay& facts) const {
        const bool dates = counted_.months != 0 || counted_.calendar_days != 0;
        if (told.day == first_ && first_ != last_) {
            told.reason = DayReason::start_day;
        } else if (day_stopped(told.day)) {
            told.reason = DayReason::clock_stop;
        } else if (dates && told.day <= target_) {
            told.reason = DayReason::calendar_day;
        } else {
            told.reason = told.hours.empty() ? off(facts) : DayReason::counted;
        }
    }

    const Calendar& calendar_;
    const Allowance& counted_;
    LocalTime start_;
    LocalTime end_;
    LocalDay first_;
    LocalDay last_{};
    std::vector<LocalSpan> stops_;
    LocalDay target_{};
    std::int64_t number_ = 0;
};

} // namespace

Explanation explain(const Calendar& calendar, Instant start, const Waktu& waktu,
                    const ExplanationOptions& options) {
    Explanation result{.deadline = deadline(calendar, start, waktu, options.deadline)};
    const std::optional<LocalDay> due_date = due_day(result.deadline);
    if (!result.deadline.due || !due_date) {
        return result;
    }
    DayWalk walk(calendar, result.deadline, *result.deadline.due, *due_date);
    const std::int64_t count = walk.day_count();
    // As many at both ends, of an odd number one more at the beginning.
    const auto most = static_cast<std::int64_t>(std::min<std::size_t>(options.max_days, 1U << 20U));
    const std::int64_t head = std::min(count, most - most / 2);
    const std::int64_t tail = count <= most ? count - head : most / 2;
    result.left_out = count - head - tail;
    for (std::int64_t i = 0; i < count; ++i) {
        ExplainedDay told = walk.next(walk.first() + days{i});
        if (i < head || i >= count - tail) {
            result.days.push_back(std::move(told));
        }
    }
    return result;
}

std::string_view name(DayReason reason) noexcept {
    switch (reason) {
    case DayReason::counted: return "counted";
    case DayReason::start_day: return "start_day";
    case DayReason::weekend: return "weekend";
    case DayReason::libur: return "libur";
    case DayReason::cuti_bersama: return "cuti_bersama";
    case DayReason::clock_stop: return "clock_stop";
    case DayReason::outside: return "outside";
    case DayReason::calendar_day: return "calendar_day";
    }
    return "";
}

} // namespace tertib
