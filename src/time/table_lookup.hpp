// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/working_table.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>

namespace tertib {

/// The look-ups of a WorkingTable on plain numbers, inline for the loops over columns. Moments
/// are microseconds since the start of first_day, by the office's clock; days count from
/// first_day; work is microseconds since the table's beginning. Arguments must lie within the
/// table: the caller has asked `holds`. Borrows the table.
class TableLookup {
public:
    /// Where there is no answer.
    static constexpr std::int64_t none = WorkingTable::none;
    static constexpr std::int64_t minute = 60'000'000;
    static constexpr std::int64_t day_length = 1440 * minute;
    static constexpr std::int64_t day_count = (last_day - first_day).count() + 1;
    static constexpr std::int64_t end = day_count * day_length;
    static constexpr std::int64_t epoch = // local microseconds of first_day
        std::chrono::microseconds(first_day.time_since_epoch()).count();
    static_assert(epoch == 0, "local times and the table's moments are the same numbers");

    explicit TableLookup(const WorkingTable& table) noexcept : table_(&table) {}

    [[nodiscard]] static bool holds(std::int64_t moment) noexcept {
        return static_cast<std::uint64_t>(moment) <= static_cast<std::uint64_t>(end);
    }
    [[nodiscard]] static bool holds_day(std::int64_t day) noexcept {
        return static_cast<std::uint64_t>(day) < static_cast<std::uint64_t>(day_count);
    }

    [[nodiscard]] std::int64_t all_work() const noexcept { return table_->all_work_; }
    [[nodiscard]] std::int64_t working_day_count() const noexcept {
        return static_cast<std::int64_t>(table_->working_days_.size()) - 1;
    }

    /// The work before a moment: that before its working day or, on a day off, before the next
    /// one, whose spans all lie ahead and add nothing.
    [[nodiscard]] std::int64_t work_before(std::int64_t moment) const noexcept {
        const WorkingDay day = days()[working_days_before(day_of(moment))];
        const Form& form = forms()[day.form];
        const std::int64_t of_day = moment - static_cast<std::int64_t>(day.day) * day_length;
        std::int64_t work = static_cast<std::int64_t>(day.minutes_before) * minute;
        for (std::size_t i = 0; i < WorkingTable::inline_spans; ++i) {
            const std::int64_t inside = std::min(of_day - form.from[i], form.length[i]);
            work += std::max(inside, std::int64_t{0});
        }
        for (std::size_t i = WorkingTable::inline_spans; i < form.span_count; ++i) [[unlikely]] {
            const WorkSpan span = spans()[form.first_span + i];
            const std::int64_t inside = std::min(of_day - span.from * minute, length(span));
            work += std::max(inside, std::int64_t{0});
        }
        return work;
    }

    /// The earliest moment that has so much work before it; 0 < work ≤ all_work().
    [[nodiscard]] std::int64_t earliest(std::int64_t work) const noexcept {
        const auto minutes = (static_cast<std::uint64_t>(work) + (minute - 1)) / minute;
        return place<Edge::before>(find(static_cast<std::uint32_t>(minutes)), work);
    }

    /// The latest moment that has so much work before it; 0 ≤ work < all_work().
    [[nodiscard]] std::int64_t latest(std::int64_t work) const noexcept {
        const auto minutes = static_cast<std::uint64_t>(work) / minute + 1;
        return place<Edge::after>(find(static_cast<std::uint32_t>(minutes)), work);
    }

    /// Where a moment is after an amount of work, or before it if that is negative; none outside.
    [[nodiscard]] std::int64_t add(std::int64_t moment, std::int64_t amount) const noexcept {
        if (amount == 0) {
            return moment;
        }
        // Unsigned, because any amount may come: ends before the first day are too large as well.
        const std::uint64_t work =
            static_cast<std::uint64_t>(work_before(moment)) + static_cast<std::uint64_t>(amount);
        if (work > static_cast<std::uint64_t>(all_work())) {
            return none;
        }
        const auto reached = static_cast<std::int64_t>(work);
        return amount > 0 ? earliest(reached) : latest(reached);
    }

    /// The same for any moment and out of line, for callers whose own frame should stay small.
    [[nodiscard]] std::int64_t sum(std::int64_t moment, std::int64_t amount) const noexcept {
        return table_->sum(moment, amount);
    }

    /// The number of a moment's day.
    [[nodiscard]] static std::int64_t day_of(std::int64_t moment) noexcept {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(moment) / day_length);
    }
    [[nodiscard]] bool is_working_day(std::int64_t day) const noexcept {
        return working_day(working_days_before(day)) == day;
    }
    [[nodiscard]] std::int64_t day_work(std::int64_t day) const noexcept {
        return is_working_day(day) ? form_of(working_days_before(day)).minutes * minute : 0;
    }
    /// Working days from first_day to just before the day, which may be the one after the last.
    [[nodiscard]] std::int64_t working_days_before(std::int64_t day) const noexcept {
        return table_->base_numbers_.data()[day >> WorkingTable::base_shift] +
               table_->numbers_.data()[day];
    }
    /// The working day of a number, counted from 0; 0 ≤ number < working_day_count().
    [[nodiscard]] std::int64_t working_day(std::int64_t number) const noexcept {
        return static_cast<std::int64_t>(days()[number].day);
    }
    /// Opening and closing of a working day.
    [[nodiscard]] std::int64_t opening(std::int64_t day) const noexcept {
        return day * day_length + form_of(working_days_before(day)).from[0];
    }
    [[nodiscard]] std::int64_t closing(std::int64_t day) const noexcept {
        return closing_of(working_days_before(day));
    }
    /// Closing of the working day of a number.
    [[nodiscard]] std::int64_t closing_of(std::int64_t number) const noexcept {
        return working_day(number) * day_length + form_of(number).closing;
    }

    /// The number of the n-th working day after a day (before it, for n < 0; 0: the day itself if
    /// it is one, else the next); none outside.
    [[nodiscard]] std::int64_t number_after(std::int64_t day, std::int64_t n) const noexcept {
        const std::int64_t from =
            n > 0 ? working_days_before(day + 1) - 1 : working_days_before(day);
        // Unsigned, because any n may come: below 0 and beyond int64 both are too large.
        const std::uint64_t number =
            static_cast<std::uint64_t>(from) + static_cast<std::uint64_t>(n);
        return number < static_cast<std::uint64_t>(working_day_count())
                   ? static_cast<std::int64_t>(number)
                   : none;
    }
    /// The same as a day.
    [[nodiscard]] std::int64_t add_days(std::int64_t day, std::int64_t n) const noexcept {
        const std::int64_t number = number_after(day, n);
        return number == none ? none : working_day(number);
    }

    /// The spans of a day within the table.
    [[nodiscard]] std::span<const WorkSpan> hours(std::int64_t day) const noexcept {
        if (!is_working_day(day)) {
            return {};
        }
        const Form& form = form_of(working_days_before(day));
        return {spans() + form.first_span, form.span_count};
    }

private:
    using Form = WorkingTable::Form;
    using WorkingDay = WorkingTable::WorkingDay;

    /// On which side of a gap the end of an amount lies.
    enum class Edge : std::uint8_t { before, after };

    [[nodiscard]] static std::int64_t length(WorkSpan span) noexcept {
        return (span.to - span.from) * minute;
    }

    [[nodiscard]] const Form& form_of(std::int64_t number) const noexcept {
        return forms()[days()[number].form];
    }

    /// The number of the first working day by whose end so many minutes have passed;
    /// 0 < minutes ≤ all.
    [[nodiscard]] std::int64_t find(std::uint32_t minutes) const noexcept {
        const std::uint32_t block = minutes >> table_->block_shift_;
        std::uint32_t number = blocks()[block];
        // A block is about a usual day, so one step nearly always does. Whether it is needed can't
        // be foreseen, so it is added rather than jumped over.
        number += days()[number + 1].minutes_before < minutes ? 1 : 0;
        if (days()[number + 1].minutes_before < minutes) [[unlikely]] {
            const WorkingDay* found = std::lower_bound(
                days() + number + 1, days() + blocks()[block + 1] + 1, minutes,
                [](WorkingDay at, std::uint32_t wanted) { return at.minutes_before < wanted; });
            number = static_cast<std::uint32_t>(found - days()) - 1;
        }
        return number;
    }

    template <Edge edge>
    [[nodiscard]] static bool past(std::int64_t left) noexcept {
        return edge == Edge::before ? left > 0 : left >= 0;
    }

    template <Edge edge>
    [[nodiscard]] std::int64_t place(std::int64_t number, std::int64_t work) const noexcept {
        const WorkingDay day = days()[number];
        const Form& form = forms()[day.form];
        std::int64_t left = work - static_cast<std::int64_t>(day.minutes_before) * minute;
        std::int64_t of_day = form.from[0] + left;
        left -= form.length[0];
        // Morning or afternoon can't be foreseen: the gap is masked rather than jumped over.
        of_day += form.gap & -static_cast<std::int64_t>(past<edge>(left));
        if (form.span_count > WorkingTable::inline_spans) [[unlikely]] {
            left -= form.length[1];
            for (std::size_t i = WorkingTable::inline_spans; i < form.span_count; ++i) {
                const WorkSpan span = spans()[form.first_span + i];
                of_day = past<edge>(left) ? span.from * minute + left : of_day;
                left -= length(span);
            }
        }
        return static_cast<std::int64_t>(day.day) * day_length + of_day;
    }

    // Read through data(), as the indexes are the table's own: without the library's checks. Not
    // kept in members, so that a look-up is one pointer and never spilled.
    [[nodiscard]] const WorkSpan* spans() const noexcept { return table_->spans_.data(); }
    [[nodiscard]] const Form* forms() const noexcept { return table_->forms_.data(); }
    [[nodiscard]] const WorkingDay* days() const noexcept { return table_->working_days_.data(); }
    [[nodiscard]] const std::uint32_t* blocks() const noexcept { return table_->blocks_.data(); }

    const WorkingTable* table_;
};

} // namespace tertib
