// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/lateness.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <string>

namespace tertib {
namespace {

using namespace std::chrono_literals;

/// Late, on time, or not to be told: `earliest` and `latest` against what was allowed.
template <typename Point>
LatenessVerdict judge(Point earliest, Point latest, Point allowed) {
    if (earliest > allowed) {
        return LatenessVerdict::late;
    }
    return latest <= allowed ? LatenessVerdict::on_time : LatenessVerdict::undecidable;
}

class Judge {
public:
    Judge(const Calendar& calendar, const Deadline& deadline)
        : calendar_(calendar),
          deadline_(deadline) {}

    /// The working time from the deadline to a moment after it.
    [[nodiscard]] Work work_after(Instant moment) const {
        const Zone zone = calendar_.zone();
        const Instant later = std::max(moment, *deadline_.due);
        const auto work =
            calendar_.table().between(to_local(*deadline_.due, zone), to_local(later, zone));
        if (!work) {
            throw Error(ErrorCode::argument, "the moment " + text(moment, zone) + " lies outside " +
                                                 text(first_day) + " to " + text(last_day));
        }
        return *work;
    }

    /// The days from the deadline's date to a later one, as the waktu counts days.
    [[nodiscard]] std::int64_t days_after(Instant moment) const {
        const LocalDay due = *due_day(deadline_);
        const LocalDay day = std::max(local_day(moment, deadline_.zone), due);
        if (deadline_.counted.form == AllowanceForm::calendar) {
            return (day - due).count();
        }
        return calendar_.table().working_days(due, day).value_or(0);
    }

private:
    const Calendar& calendar_;
    const Deadline& deadline_;
};

} // namespace

Lateness lateness(const Calendar& calendar, const Deadline& deadline, const Stamp& done,
                  const LatenessOptions& options) {
    if (deadline.direction == TimeDirection::backward) {
        throw Error(ErrorCode::argument, "a latest start is no deadline that could be missed");
    }
    if (done.latest < done.earliest) {
        throw Error(ErrorCode::argument, "the stamp ends before it begins");
    }
    Lateness result;
    if (!deadline.due) {
        return result;
    }
    const Judge judged(calendar, deadline);
    result.least = judged.work_after(done.earliest);
    result.most = judged.work_after(done.latest);
    const bool by_date = due_by(deadline.counted) == DueBy::date;
    if (by_date) {
        result.least_days = judged.days_after(done.earliest);
        result.most_days = judged.days_after(done.latest);
    }
    if (!by_date || options.day_end == DayEnd::closing) {
        result.verdict = judge(done.earliest, done.latest, *deadline.due);
        return result;
    }
    result.verdict = judge(local_day(done.earliest, deadline.zone),
                           local_day(done.latest, deadline.zone), *due_day(deadline));
    if (result.verdict == LatenessVerdict::on_time && done.earliest > *deadline.due) {
        const std::string closing = text(*deadline.due, deadline.zone);
        result.findings.push_back(make_finding("AFTER-CLOSING", {}, {{"closing", closing}},
                                               text(done.earliest, deadline.zone)));
    }
    return result;
}

std::string_view name(LatenessVerdict verdict) noexcept {
    switch (verdict) {
    case LatenessVerdict::on_time: return "on_time";
    case LatenessVerdict::late: return "late";
    case LatenessVerdict::not_applicable: return "not_applicable";
    case LatenessVerdict::undecidable: return "undecidable";
    }
    return "";
}

} // namespace tertib
