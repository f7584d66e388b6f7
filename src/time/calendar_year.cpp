// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_year.hpp"

#include "tertib/base/error.hpp"

#include <string>

namespace tertib {
namespace {

/// Whether a year's list names the day: a day off or an opening that some fact decided, or a day
/// worked by the hours of a special period. An ordinary weekend or working day is not special.
bool is_special(const CalendarDay& day) noexcept {
    return day.day_fact != nullptr || (!day.hours.empty() && day.hours_fact != nullptr &&
                                       day.hours_fact->kind == CalendarFactKind::period);
}

/// Days of the same facts make one entry; the weekends inside a period don't part it.
void add_day(CalendarYear& year, const CalendarDay& day, LocalDay date) {
    if (!is_special(day)) {
        return;
    }
    if (!year.special.empty()) {
        SpecialDays& before = year.special.back();
        if (before.day.day_fact == day.day_fact && before.day.hours_fact == day.hours_fact) {
            before.last = date;
            return;
        }
    }
    year.special.push_back({date, date, day});
}

} // namespace

CalendarMonth CalendarYear::whole() const noexcept {
    CalendarMonth sum;
    for (const CalendarMonth& month : months) {
        sum.working_days += month.working_days;
        sum.work.time += month.work.time;
    }
    return sum;
}

CalendarYear calendar_year(const Calendar& calendar, std::int32_t year) {
    const std::chrono::year_month_day earliest{first_day};
    const std::chrono::year_month_day latest{last_day};
    if (year < static_cast<int>(earliest.year()) || year > static_cast<int>(latest.year())) {
        throw Error(ErrorCode::argument, "the year must lie in " + text(first_day).substr(0, 4) +
                                             "–" + text(last_day).substr(0, 4) + ", not be " +
                                             std::to_string(year));
    }
    using namespace std::chrono;
    const LocalDay begin{std::chrono::year{year} / January / 1};
    const LocalDay end{std::chrono::year{year} / December / 31};
    CalendarYear answer;
    answer.year = year;
    for (LocalDay date = begin; date <= end; date += days{1}) {
        const CalendarDay day = calendar.day(date);
        const year_month_day civil{date};
        CalendarMonth& month = answer.months[static_cast<unsigned>(civil.month()) - 1];
        month.working_days += day.hours.empty() ? 0 : 1;
        month.work.time += calendar.table().length(date).time;
        add_day(answer, day, date);
    }
    answer.findings = calendar.findings(begin, end);
    return answer;
}

} // namespace tertib
