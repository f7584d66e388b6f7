// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/report_periods.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>

namespace tertib {
namespace {

/// When a case is counted; no_instant if its time isn't known.
[[nodiscard]] std::int64_t counted_at(const ReportHead& head, const std::optional<Instant>& now,
                                      const CaseVerdicts& verdicts) {
    if (head.count_by == CountBy::start || verdicts.began == no_instant) {
        return verdicts.began;
    }
    if (verdicts.end != CaseEnd::open || !now) {
        return verdicts.ended;
    }
    std::int64_t at = std::max(now->time_since_epoch().count(), verdicts.ended);
    if (head.until) {
        const Instant after = to_instant(LocalTime{*head.until + std::chrono::days{1}}, head.zone);
        at = std::min(at, after.time_since_epoch().count() - 1);
    }
    return std::max(at, verdicts.began);
}

[[nodiscard]] LocalDay day_of_report(std::int64_t instant, Zone zone) {
    return local_day(Instant{std::chrono::microseconds{instant}}, zone);
}

[[nodiscard]] std::int64_t months_of(PeriodBy by) {
    switch (by) {
    case PeriodBy::month: return 1;
    case PeriodBy::quarter: return 3;
    case PeriodBy::semester: return 6;
    case PeriodBy::none:
    case PeriodBy::unit_kerja: return 0;
    }
    return 0;
}

/// The number of an instant's period since the year 0.
[[nodiscard]] std::int64_t period_number(std::int64_t instant, const ReportHead& head) {
    const std::chrono::year_month_day date{day_of_report(instant, head.zone)};
    const std::int64_t month =
        std::int64_t{static_cast<int>(date.year())} * 12 + static_cast<unsigned>(date.month()) - 1;
    return month / months_of(head.by);
}

[[nodiscard]] std::string period_label(std::int64_t number, PeriodBy by) {
    const std::int64_t in_year = 12 / months_of(by);
    std::string year = std::to_string(number / in_year);
    year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
    const std::string within = std::to_string(number % in_year + 1);
    switch (by) {
    case PeriodBy::month: return year + (within.size() < 2 ? "-0" : "-") + within;
    case PeriodBy::quarter: return year + "-Q" + within;
    case PeriodBy::semester: return year + "-S" + within;
    case PeriodBy::none:
    case PeriodBy::unit_kerja: return year;
    }
    return year;
}

void count_case(ReportPeriod& period, const CaseVerdicts& verdicts, std::uint32_t sensitive) {
    ++period.cases;
    switch (verdicts.end) {
    case CaseEnd::ended: ++period.ended; break;
    case CaseEnd::open: ++period.open; break;
    case CaseEnd::unknown: ++period.unknown; break;
    }
    for (std::size_t i = 0; i < check_code_count; ++i) {
        const CheckCode code = check_code_at(i);
        CheckCounts& counts = period.checks[i];
        ++counts.cases[static_cast<std::size_t>(verdicts.of(code))];
        counts.waived += verdicts.is_waived(code) ? 1 : 0;
        counts.sensitive += (sensitive >> i) & 1U;
    }
}

/// Which checks of a case rest on what was known of the calendar, told by its evidence: cases are
/// asked for in ascending order.
class SensitiveChecks {
public:
    explicit SensitiveChecks(const CheckPart& part) : evidence_(&part.evidence) {}

    [[nodiscard]] std::uint32_t of(std::uint32_t number) {
        std::uint32_t bits = 0;
        for (; at_ < evidence_->size() && (*evidence_)[at_].case_number <= number; ++at_) {
            const Evidence& each = (*evidence_)[at_];
            if (each.case_number == number && each.sensitive == CalendarSensitive::yes) {
                bits |= 1U << position(each.code);
            }
        }
        return bits;
    }

private:
    const std::vector<Evidence>* evidence_;
    std::size_t at_ = 0;
};

/// The column that names a case's unit, or nullptr.
[[nodiscard]] const ExtraColumn* unit_column(const EventLog& log) {
    for (const ExtraColumn& column : log.columns()) {
        std::string title = column.name();
        std::ranges::replace(title, '_', ' ');
        if (column.type() == ColumnType::text && fold(title) == "unit kerja") {
            return &column;
        }
    }
    return nullptr;
}

[[nodiscard]] std::string unit_of(const ExtraColumn* column, const EventLog& log, const Sop& sop,
                                  Code of_case) {
    if (column == nullptr) {
        const std::vector<std::string>& lines = sop.identity().unit_kerja;
        return lines.empty() ? std::string() : squeeze(lines.back());
    }
    const auto text_at = [&](std::size_t place) {
        return squeeze(column->texts().text(column->codes()[place]));
    };
    if (column->scope() == ColumnScope::of_case) {
        return text_at(of_case);
    }
    const CaseRows rows = log.case_index().rows(of_case);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (column->has(rows[i])) {
            return text_at(rows[i]);
        }
    }
    return {};
}

[[nodiscard]] std::vector<ReportPeriod> by_unit(const EventLog& log, const CheckPlan& plan,
                                                const CheckPart& part) {
    std::map<std::string, ReportPeriod> units;
    const ExtraColumn* const column = unit_column(log);
    SensitiveChecks sensitive(part);
    for (const CaseVerdicts& verdicts : part.verdicts) {
        const std::string unit = unit_of(column, log, plan.sop(verdicts.version), verdicts.number);
        count_case(units[unit], verdicts, sensitive.of(verdicts.number));
    }
    std::vector<ReportPeriod> periods;
    for (auto& [label, period] : units) {
        period.label = label;
        periods.push_back(std::move(period));
    }
    return periods;
}

constexpr std::int64_t no_time = INT64_MIN;

/// A month in which nothing began or ended is shown too, unless a stray stamp would make it many.
void fill_gaps(std::map<std::int64_t, ReportPeriod>& groups) {
    constexpr std::int64_t most = 600;
    const auto first = groups.upper_bound(no_time);
    if (first == groups.end() || groups.rbegin()->first - first->first > most) {
        return;
    }
    const std::int64_t last = groups.rbegin()->first;
    for (std::int64_t number = first->first; number < last; ++number) {
        groups.try_emplace(number);
    }
}

} // namespace

bool counted_within(const ReportHead& head, const std::optional<Instant>& now,
                    const CaseVerdicts& verdicts) {
    const std::int64_t at = counted_at(head, now, verdicts);
    if (at == no_instant) {
        return true;
    }
    const LocalDay day = day_of_report(at, head.zone);
    return (!head.from || day >= *head.from) && (!head.until || day <= *head.until);
}

std::vector<ReportPeriod> report_periods(const ReportHead& head, const EventLog& log,
                                         const CheckPlan& plan, const CheckPart& part) {
    if (head.by == PeriodBy::none) {
        return {};
    }
    if (head.by == PeriodBy::unit_kerja) {
        return by_unit(log, plan, part);
    }
    std::map<std::int64_t, ReportPeriod> groups;
    std::map<std::int64_t, std::int64_t> carried; // what begins and ends to be carried over
    SensitiveChecks sensitive(part);
    for (const CaseVerdicts& verdicts : part.verdicts) {
        const std::int64_t at = counted_at(head, plan.options().now, verdicts);
        const std::int64_t group = at == no_instant ? no_time : period_number(at, head);
        count_case(groups[group], verdicts, sensitive.of(verdicts.number));
        if (group == no_time) {
            continue;
        }
        const std::int64_t begun = period_number(verdicts.began, head);
        ++groups[begun].begun;
        ReportHead by_end = head;
        by_end.count_by = CountBy::end;
        const std::int64_t end = period_number(
            std::max(counted_at(by_end, plan.options().now, verdicts), verdicts.began), head);
        groups.try_emplace(end);
        ++carried[begun + 1];
        --carried[end + 1];
    }
    fill_gaps(groups);
    std::vector<ReportPeriod> periods;
    std::int64_t still = 0;
    auto change = carried.begin();
    for (auto& [number, period] : groups) {
        for (; change != carried.end() && change->first <= number; ++change) {
            still += change->second;
        }
        period.carried = number == no_time ? 0 : static_cast<std::uint64_t>(still);
        period.label = number == no_time ? "" : period_label(number, head.by);
        periods.push_back(std::move(period));
    }
    return periods;
}

} // namespace tertib
