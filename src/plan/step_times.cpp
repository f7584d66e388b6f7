// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/step_times.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/deadline.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace tertib {

namespace {

std::optional<std::int64_t> items_of(const Step& step, std::span<const GivenItems> items) {
    std::optional<std::int64_t> found;
    for (const GivenItems& each : items) {
        if (each.step == step.key) {
            return each.items;
        }
        if (each.step.empty()) {
            found = each.items;
        }
    }
    return found;
}

AllowanceReading read_allowance(const Step& step, const AllowanceOptions& options) {
    try {
        return allowance(step.waktu, options);
    } catch (const Error& error) {
        throw Error(error.code(), "step " + step.key + ": " + error.what(), error.position());
    }
}

} // namespace

StepTimes::StepTimes(const Sop& sop, const Calendar& calendar, std::span<const GivenItems> items)
    : sop_(&sop),
      calendar_(&calendar),
      upper_(sop.steps().size()),
      lower_(sop.steps().size()) {
    for (const GivenItems& each : items) {
        if (!each.step.empty() && sop.step(each.step) == nullptr) {
            throw Error(ErrorCode::argument, "items for step " + each.step + ", which isn't there");
        }
        if (each.items < 0) {
            throw Error(ErrorCode::argument, "the number of items can't be negative");
        }
    }
    for (std::size_t step = 0; step < sop.steps().size(); ++step) {
        read_step(step, items);
    }
}

void StepTimes::read_step(std::size_t step, std::span<const GivenItems> items) {
    const Step& row = sop_->steps()[step];
    const std::optional<std::int64_t> count = items_of(row, items);
    AllowanceReading reading = read_allowance(row, {.items = count, .bound = Bound::upper});
    for (Finding& finding : reading.findings) {
        finding.where.step = row.key;
        findings_.push_back(std::move(finding));
    }
    std::erase_if(reading.alternatives,
                  [](const Allowance& each) { return each.form == AllowanceForm::none; });
    upper_[step] = std::move(reading.alternatives);
    lower_[step] = read_allowance(row, {.items = count, .bound = Bound::lower}).alternatives;
    monotone_ = monotone_ && std::ranges::none_of(upper_[step], [](const Allowance& each) {
                    return each.form == AllowanceForm::mixed;
                });
}

Instant StepTimes::due_or_throw(std::size_t step, const Allowance& allowance, Instant start) const {
    const std::optional<Instant> end = due(calendar_->table(), calendar_->zone(), start, allowance);
    if (!end) {
        throw Error(ErrorCode::argument,
                    "step " + sop_->steps()[step].key + " would end beyond " + text(last_day) +
                        ", the last day that is reckoned, or the calendar never works");
    }
    return *end;
}

Instant StepTimes::finish(std::size_t step, Pace pace, Instant start) const {
    Instant end = start;
    if (skipped(step, pace)) {
        return end;
    }
    for (const Allowance& each : alternatives(step, pace)) {
        // 0 Hari begun after closing time is due before it began.
        end = std::max(end, due_or_throw(step, each, start));
    }
    return end;
}

const Allowance* StepTimes::counted(std::size_t step, Pace pace, Instant start) const {
    const Allowance* later = nullptr;
    Instant end{};
    if (skipped(step, pace)) {
        return nullptr;
    }
    for (const Allowance& each : alternatives(step, pace)) {
        const Instant due = due_or_throw(step, each, start);
        if (later == nullptr || due > end) {
            later = &each;
            end = due;
        }
    }
    return later;
}

Instant StepTimes::latest_start(std::size_t step, Pace pace, Instant start, Instant until) const {
    // Halving needs no rule for each form of waktu: some 50 deadlines, a microsecond in all.
    Instant fits = start;
    Instant past = until + Instant::duration{1};
    while (past - fits > Instant::duration{1}) {
        const Instant middle = fits + (past - fits) / 2;
        (finish(step, pace, middle) <= until ? fits : past) = middle;
    }
    return fits;
}

Instant StepTimes::in_hours(Instant instant) const {
    const LocalTime local = to_local(instant, calendar_->zone());
    const LocalDay day = local_day(instant, calendar_->zone());
    const LocalDay before = day - std::chrono::days{1};
    const WorkingTable& table = calendar_->table();
    std::optional<LocalTime> closed;
    for (const WorkSpan& span : table.hours(day)) {
        const LocalTime from = day + std::chrono::minutes{span.from};
        const LocalTime to = day + std::chrono::minutes{span.to};
        if (local >= from && local <= to) {
            return instant;
        }
        if (local > to) {
            closed = to;
        }
    }
    if (!closed) {
        // The last working day before: add_days counts back from the day itself.
        const std::optional<LocalDay> last =
            table.is_working_day(before) ? before : table.add_days(before, -1);
        closed = last ? table.closing(*last) : std::nullopt;
    }
    return closed ? to_instant(*closed, calendar_->zone()) : instant;
}

Work StepTimes::between(Instant from, Instant until) const {
    const Zone zone = calendar_->zone();
    const std::optional<Work> work =
        calendar_->table().between(to_local(from, zone), to_local(until, zone));
    if (!work) {
        throw Error(ErrorCode::argument, "the plan leaves the days that are reckoned, " +
                                             text(first_day) + " to " + text(last_day));
    }
    return *work;
}

} // namespace tertib
