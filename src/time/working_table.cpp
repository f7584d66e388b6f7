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
/// So many blocks at most: a quarter of a megabyte, and about a day each where offices work as
/// usual.
constexpr std::uint32_t max_blocks = 1U << 16U;

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

std::int64_t number(LocalDay day) noexcept {
    return day.time_since_epoch().count();
}

LocalTime local_time(std::int64_t moment) noexcept {
    return LocalTime{microseconds{moment}};
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
        form.gap = form.span_count > 1 ? form.from[1] - form.from[0] - form.length[0] : 0;
        form.closing = hours.empty() ? 0 : hours.back().to * TableLookup::minute;
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
    numbers_.reserve(form_of_day.size() + 1);
    // All days round the clock are 2^26.9 minutes, all days 2^16.4: both fit their bits.
    static_assert(TableLookup::day_count * 1440 < 1 << 27 && TableLookup::day_count < 1 << 17);
    std::uint32_t minutes = 0;
    const auto add = [&](std::size_t day, std::size_t form) {
        WorkingDay made{};
        made.minutes_before = minutes & ((1U << 27U) - 1);
        made.day = day & ((1U << 17U) - 1);
        made.form = static_cast<std::uint16_t>(form);
        working_days_.push_back(made);
        minutes += forms_[form].minutes;
    };
    for (std::size_t i = 0; i <= form_of_day.size(); ++i) {
        const auto number = static_cast<std::uint32_t>(working_days_.size());
        if (i % (1U << base_shift) == 0) {
            base_numbers_.push_back(number);
        }
        numbers_.push_back(static_cast<std::uint8_t>(number - base_numbers_.back()));
        if (i < form_of_day.size() && forms_[form_of_day[i]].minutes != 0) {
            add(i, form_of_day[i]);
        }
    }
    add(form_of_day.size(), given);
    all_work_ = minutes * TableLookup::minute;
}

void WorkingTable::invert() {
    const std::uint32_t minutes = working_days_.back().minutes_before;
    while ((minutes >> block_shift_) >= max_blocks) {
        ++block_shift_;
    }
    // One block more than there are, so that each has a next one; it belongs to the last day.
    blocks_.resize((minutes >> block_shift_) + 2);
    std::uint32_t number = 0;
    for (std::uint32_t block = 0; block < blocks_.size(); ++block) {
        while (number + 2 < working_days_.size() &&
               working_days_[number + 1].minutes_before < block << block_shift_) {
            ++number;
        }
        blocks_[block] = number;
    }
}

std::int64_t WorkingTable::sum(std::int64_t start, std::int64_t amount) const noexcept {
    return TableLookup::holds(start) ? TableLookup(*this).add(start, amount) : none;
}

std::int64_t WorkingTable::difference(std::int64_t a, std::int64_t b) const noexcept {
    if (!TableLookup::holds(a) || !TableLookup::holds(b)) {
        return none;
    }
    const TableLookup table(*this);
    return table.work_before(b) - table.work_before(a);
}

std::int64_t WorkingTable::day_sum(std::int64_t day, std::int64_t n) const noexcept {
    return TableLookup::holds_day(day) ? TableLookup(*this).add_days(day, n) : none;
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
