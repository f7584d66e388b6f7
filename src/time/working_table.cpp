// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/working_table.hpp"

#include "tertib/base/error.hpp"
#include "time/table_lookup.hpp"

#include <algorithm>
#include <string>

namespace tertib {
namespace {

using std::chrono::microseconds;

constexpr std::size_t max_forms = 65'535;
constexpr std::uint16_t day_minutes = 1440;
/// So many blocks at most: half a megabyte, and half a day each where offices work as usual.
constexpr std::uint32_t max_blocks = 1U << 17U;

[[noreturn]] void refuse(std::size_t form, const std::string& why) {
    throw Error(ErrorCode::argument,
                "the hours of the day's form " + std::to_string(form) + " " + why);
}

void check(const DayHours& hours, std::size_t form) {
    if (hours.size() > max_day_spans) {
        refuse(form, "have more than " + std::to_string(max_day_spans) + " spans");
    }
    std::uint16_t previous = 0;
    for (const WorkSpan span : hours) {
        if (span.from >= span.to || span.to > day_minutes) {
            refuse(form, "run from minute " + std::to_string(span.from) + " to minute " +
                             std::to_string(span.to));
        }
        if (span.from < previous) {
            refuse(form, "overlap or aren't in order at minute " + std::to_string(span.from));
        }
        previous = span.to;
    }
}

std::int64_t moment(LocalTime time) noexcept {
    return time.time_since_epoch().count();
}

std::int64_t number(LocalDay day) noexcept {
    return day.time_since_epoch().count();
}

std::optional<LocalTime> local_time(std::int64_t moment) noexcept {
    return moment < 0 ? std::nullopt : std::optional(LocalTime{microseconds{moment}});
}

std::optional<LocalDay> local_day_of(std::int64_t number) noexcept {
    return number < 0 ? std::nullopt : std::optional(LocalDay{std::chrono::days{number}});
}

} // namespace

WorkingTable::WorkingTable(std::span<const DayHours> forms,
                           std::span<const std::uint16_t> form_of_day) {
    if (forms.size() > max_forms) {
        throw Error(ErrorCode::argument, "a working table has at most " +
                                             std::to_string(max_forms) + " forms of a day, not " +
                                             std::to_string(forms.size()));
    }
    if (form_of_day.size() != static_cast<std::size_t>(TableLookup::day_count)) {
        throw Error(ErrorCode::argument, "a working table has " +
                                             std::to_string(TableLookup::day_count) +
                                             " days, not " + std::to_string(form_of_day.size()));
    }
    take_forms(forms);
    sum_days(form_of_day);
    invert();
}

void WorkingTable::take_forms(std::span<const DayHours> forms) {
    forms_.reserve(forms.size() + 1);
    for (const DayHours& hours : forms) {
        check(hours, forms_.size());
        Form form;
        form.first_span = static_cast<std::uint32_t>(spans_.size());
        for (const WorkSpan span : hours) {
            form.minutes = static_cast<std::uint16_t>(form.minutes + span.to - span.from);
            if (spans_.size() > form.first_span && spans_.back().to == span.from) {
                spans_.back().to = span.to;
            } else {
                spans_.push_back(span);
            }
        }
        form.span_count = static_cast<std::uint16_t>(spans_.size() - form.first_span);
        for (std::size_t i = 0; i < inline_spans && i < form.span_count; ++i) {
            const WorkSpan span = spans_[form.first_span + i];
            form.from[i] = span.from * TableLookup::minute;
            form.length[i] = (span.to - span.from) * TableLookup::minute;
        }
        form.closing = hours.empty() ? std::uint16_t{0} : hours.back().to;
        forms_.push_back(form);
    }
    forms_.emplace_back(); // of the day after the last
}

void WorkingTable::sum_days(std::span<const std::uint16_t> form_of_day) {
    const std::size_t given = forms_.size() - 1;
    const std::uint16_t largest = *std::ranges::max_element(form_of_day);
    if (largest >= given) {
        throw Error(ErrorCode::argument, "a day has the form " + std::to_string(largest) + " of " +
                                             std::to_string(given));
    }
    days_.resize(form_of_day.size() + 1);
    working_days_.resize(form_of_day.size());
    // All days round the clock are 2^26.9 minutes, all days 2^16.4: both fit their bits.
    static_assert(TableLookup::day_count * 1440 < 1 << 27 && TableLookup::day_count < 1 << 17);
    const auto day = [](std::uint32_t minutes_before, std::uint32_t worked_before,
                        std::uint16_t form) {
        Day made{};
        made.minutes_before = minutes_before & ((1U << 27U) - 1);
        made.working_days_before = worked_before & ((1U << 17U) - 1);
        made.form = form;
        return made;
    };
    std::uint32_t minutes = 0;
    std::uint32_t worked = 0;
    for (std::size_t i = 0; i < form_of_day.size(); ++i) {
        const std::uint16_t form = form_of_day[i];
        days_[i] = day(minutes, worked, form);
        minutes += forms_[form].minutes;
        working_days_[worked] = static_cast<std::uint32_t>(i);
        worked += forms_[form].minutes != 0 ? 1 : 0;
    }
    days_.back() = day(minutes, worked, static_cast<std::uint16_t>(given));
    working_days_.resize(worked);
    std::uint64_t to_next = farthest_next;
    for (std::size_t i = form_of_day.size(); i-- > 0;) {
        days_[i].to_next = to_next & 15U;
        to_next = forms_[days_[i].form].minutes != 0 ? 1 : std::min(to_next + 1, farthest_next);
    }
}

void WorkingTable::invert() {
    const auto minutes = static_cast<std::uint32_t>(days_.back().minutes_before);
    while ((minutes >> block_shift_) >= max_blocks) {
        ++block_shift_;
    }
    // One block more than there are, so that each has a next one; it and what lies beyond the
    // last minute belong to the last day.
    blocks_.resize((minutes >> block_shift_) + 2);
    std::uint32_t block = 0;
    for (std::uint32_t day = 0; day + 1 < days_.size(); ++day) {
        const auto until = static_cast<std::uint32_t>(days_[day + 1].minutes_before);
        for (; (block << block_shift_) <= until && (block << block_shift_) <= minutes &&
               block < blocks_.size();
             ++block) {
            blocks_[block] = day;
        }
    }
    std::ranges::fill(std::span(blocks_).subspan(block),
                      static_cast<std::uint32_t>(days_.size() - 2));
}

std::optional<LocalTime> WorkingTable::add(LocalTime start, Work amount) const noexcept {
    if (!TableLookup::holds(moment(start))) {
        return std::nullopt;
    }
    return local_time(TableLookup(*this).add(moment(start), amount.time.count()));
}

std::optional<Work> WorkingTable::between(LocalTime a, LocalTime b) const noexcept {
    if (!TableLookup::holds(moment(a)) || !TableLookup::holds(moment(b))) {
        return std::nullopt;
    }
    const TableLookup table(*this);
    return Work{microseconds{table.work_before(moment(b)) - table.work_before(moment(a))}};
}

std::optional<LocalDay> WorkingTable::add_days(LocalDay day, std::int64_t n) const noexcept {
    if (!TableLookup::holds_day(number(day))) {
        return std::nullopt;
    }
    return local_day_of(TableLookup(*this).add_days(number(day), n));
}

std::optional<std::int64_t> WorkingTable::working_days(LocalDay a, LocalDay b) const noexcept {
    if (!TableLookup::holds_day(number(a)) || !TableLookup::holds_day(number(b))) {
        return std::nullopt;
    }
    const TableLookup table(*this);
    return table.working_days_before(number(b) + 1) - table.working_days_before(number(a) + 1);
}

bool WorkingTable::is_working_day(LocalDay day) const noexcept {
    return TableLookup::holds_day(number(day)) && TableLookup(*this).is_working_day(number(day));
}

std::span<const WorkSpan> WorkingTable::hours(LocalDay day) const noexcept {
    if (!TableLookup::holds_day(number(day))) {
        return {};
    }
    return TableLookup(*this).hours(number(day));
}

Work WorkingTable::length(LocalDay day) const noexcept {
    if (!TableLookup::holds_day(number(day))) {
        return {};
    }
    return Work{microseconds{TableLookup(*this).day_work(number(day))}};
}

std::optional<LocalTime> WorkingTable::opening(LocalDay day) const noexcept {
    if (!is_working_day(day)) {
        return std::nullopt;
    }
    return local_time(TableLookup(*this).opening(number(day)));
}

std::optional<LocalTime> WorkingTable::closing(LocalDay day) const noexcept {
    if (!is_working_day(day)) {
        return std::nullopt;
    }
    return local_time(TableLookup(*this).closing(number(day)));
}

} // namespace tertib
