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
    Judge(const Calendar& calendar, const Deadline& deadline, Instant due, LocalDay due_date)
        : calendar_(calendar),
          deadline_(deadline),
          due_(due),
          due_date_(due_date) {}

    /// The working time from the deadline to a moment after it.
    [[nodiscard]] Work work_after(Instant moment) const {
        const Zone zone = calendar_.zone();
        const Instant later = std::max(moment, due_);
        const auto work = calendar_.table().between(to_local(due_, zone), to_local(later, zone));
        if (!work) {
            throw Error(ErrorCode::argument, "the moment " + text(moment, zone) + " lies outside " +
                                                 text(first_day) + " to " + text(last_day));
        }
        return *work;
    }

    /// The days from the deadline's date to a later one, as the waktu counts days.
    [[nodiscard]] std::int64_t days_after(Instant moment) const {
        const LocalDay day = std::max(local_day(moment, deadline_.zone), due_date_);
        if (deadline_.counted.form == AllowanceForm::calendar) {
            return (day - due_date_).count();
        }
        return calendar_.table().working_days(due_date_, day).value_or(0);
    }

private:
    const Calendar& calendar_;
    const Deadline& deadline_;
    Instant due_;
    LocalDay due_date_;
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
    const std::optional<LocalDay> due_date = due_day(deadline);
    if (!deadline.due || !due_date) {
        return result;
    }
    const Judge judged(calendar, deadline, *deadline.due, *due_date);
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
                           local_day(done.latest, deadline.zone), *due_date);
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
