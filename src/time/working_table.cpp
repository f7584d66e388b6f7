// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/working_table.hpp"

#include "tertib/base/error.hpp"
#include "time/table_lookup.hpp"

#include <string>

namespace tertib {
namespace {

using std::chrono::microseconds;

constexpr std::size_t max_forms = 65'535;
constexpr std::uint16_t day_minutes = 1440;
/// So many blocks at most: half a megabyte, and about a day each where offices work as usual.
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
            form.minutes += static_cast<std::uint32_t>(span.to - span.from);
            if (spans_.size() > form.first_span && spans_.back().to == span.from) {
                spans_.back().to = span.to;
            } else {
                spans_.push_back(span);
            }
        }
        form.span_count = static_cast<std::uint32_t>(spans_.size()) - form.first_span;
        for (std::size_t i = 0; i < inline_spans && i < form.span_count; ++i) {
            const WorkSpan span = spans_[form.first_span + i];
            form.from[i] = span.from * TableLookup::minute;
            form.length[i] = (span.to - span.from) * TableLookup::minute;
        }
        forms_.push_back(form);
    }
    forms_.emplace_back(); // of the day after the last
}

void WorkingTable::sum_days(std::span<const std::uint16_t> form_of_day) {
    days_.reserve(form_of_day.size() + 1);
    working_days_.reserve(form_of_day.size() + 1);
    std::uint32_t minutes = 0;
    for (const std::uint16_t form : form_of_day) {
        if (form >= forms_.size() - 1) {
            throw Error(ErrorCode::argument, "day " + std::to_string(days_.size()) +
                                                 " has the form " + std::to_string(form) + " of " +
                                                 std::to_string(forms_.size() - 1));
        }
        const std::uint32_t own = forms_[form].minutes;
        const auto day = static_cast<std::uint32_t>(days_.size());
        days_.push_back({minutes, static_cast<std::uint32_t>(working_days_.size()), form});
        minutes += own;
        if (own != 0) {
            working_days_.push_back({minutes, day, form});
        }
    }
    const auto none = static_cast<std::uint16_t>(forms_.size() - 1);
    days_.push_back({minutes, static_cast<std::uint32_t>(working_days_.size()), none});
    working_days_.push_back({(1U << 28U) - 1, static_cast<std::uint32_t>(days_.size() - 1), none});
}

void WorkingTable::invert() {
    const auto minutes = static_cast<std::uint32_t>(days_.back().minutes_before);
    while ((minutes >> block_shift_) >= max_blocks) {
        ++block_shift_;
    }
    // One block more than there are, so that each has a next one.
    blocks_.reserve((minutes >> block_shift_) + 2);
    std::uint32_t at = 0;
    for (std::uint32_t block = 0; block <= (minutes >> block_shift_) + 1; ++block) {
        while (working_days_[at].minutes_until < (block << block_shift_)) {
            ++at;
        }
        blocks_.push_back(at);
    }
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
