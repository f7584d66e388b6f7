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

    explicit TableLookup(const WorkingTable& table) noexcept
        : spans_(table.spans_.data()),
          forms_(table.forms_.data()),
          working_days_(table.working_days_.data()),
          numbers_(table.numbers_.data()),
          blocks_(table.blocks_.data()),
          block_shift_(table.block_shift_),
          working_day_count_(static_cast<std::int64_t>(table.working_days_.size()) - 1),
          all_work_(table.all_work_) {}

    [[nodiscard]] static bool holds(std::int64_t moment) noexcept {
        return static_cast<std::uint64_t>(moment) <= static_cast<std::uint64_t>(end);
    }
    [[nodiscard]] static bool holds_day(std::int64_t day) noexcept {
        return static_cast<std::uint64_t>(day) < static_cast<std::uint64_t>(day_count);
    }

    [[nodiscard]] std::int64_t all_work() const noexcept { return all_work_; }
    [[nodiscard]] std::int64_t working_day_count() const noexcept { return working_day_count_; }

    /// The work before a moment: that before its working day or, on a day off, before the next
    /// one, whose spans all lie ahead and add nothing.
    [[nodiscard]] std::int64_t work_before(std::int64_t moment) const noexcept {
        const WorkingDay day = working_days_[numbers_[day_of(moment)]];
        const Form& form = forms_[day.form];
        const std::int64_t of_day = moment - static_cast<std::int64_t>(day.day) * day_length;
        std::int64_t work = static_cast<std::int64_t>(day.minutes_before) * minute;
        for (std::size_t i = 0; i < WorkingTable::inline_spans; ++i) {
            const std::int64_t inside = std::min(of_day - form.from[i], form.length[i]);
            work += std::max(inside, std::int64_t{0});
        }
        for (std::size_t i = WorkingTable::inline_spans; i < form.span_count; ++i) [[unlikely]] {
            const WorkSpan span = spans_[form.first_span + i];
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
        const std::int64_t before = work_before(moment);
        if (amount > 0) {
            return amount <= all_work_ - before ? earliest(before + amount) : none;
        }
        return amount >= -before ? latest(before + amount) : none;
    }

    /// The number of a moment's day.
    [[nodiscard]] static std::int64_t day_of(std::int64_t moment) noexcept {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(moment) / day_length);
    }
    [[nodiscard]] bool is_working_day(std::int64_t day) const noexcept {
        return working_day(numbers_[day]) == day;
    }
    [[nodiscard]] std::int64_t day_work(std::int64_t day) const noexcept {
        return is_working_day(day) ? form_of(numbers_[day]).minutes * minute : 0;
    }
    /// Working days from first_day to just before the day, which may be the one after the last.
    [[nodiscard]] std::int64_t working_days_before(std::int64_t day) const noexcept {
        return numbers_[day];
    }
    /// The working day of a number, counted from 0; 0 ≤ number < working_day_count().
    [[nodiscard]] std::int64_t working_day(std::int64_t number) const noexcept {
        return static_cast<std::int64_t>(working_days_[number].day);
    }
    /// Opening and closing of a working day.
    [[nodiscard]] std::int64_t opening(std::int64_t day) const noexcept {
        return day * day_length + form_of(numbers_[day]).from[0];
    }
    [[nodiscard]] std::int64_t closing(std::int64_t day) const noexcept {
        return closing_of(numbers_[day]);
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
        return number < static_cast<std::uint64_t>(working_day_count_)
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
        const Form& form = form_of(numbers_[day]);
        return {spans_ + form.first_span, form.span_count};
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
        return forms_[working_days_[number].form];
    }

    /// The number of the first working day by whose end so many minutes have passed;
    /// 0 < minutes ≤ all.
    [[nodiscard]] std::int64_t find(std::uint32_t minutes) const noexcept {
        const std::uint32_t block = minutes >> block_shift_;
        std::uint32_t number = blocks_[block];
        // A block is about a usual day, so one step nearly always does. Whether it is needed can't
        // be foreseen, so it is added rather than jumped over.
        number += working_days_[number + 1].minutes_before < minutes ? 1 : 0;
        if (working_days_[number + 1].minutes_before < minutes) [[unlikely]] {
            const WorkingDay* found = std::lower_bound(
                working_days_ + number + 1, working_days_ + blocks_[block + 1] + 1, minutes,
                [](WorkingDay at, std::uint32_t wanted) { return at.minutes_before < wanted; });
            number = static_cast<std::uint32_t>(found - working_days_) - 1;
        }
        return number;
    }

    template <Edge edge>
    [[nodiscard]] static bool past(std::int64_t left) noexcept {
        return edge == Edge::before ? left > 0 : left >= 0;
    }

    template <Edge edge>
    [[nodiscard]] std::int64_t place(std::int64_t number, std::int64_t work) const noexcept {
        const WorkingDay day = working_days_[number];
        const Form& form = forms_[day.form];
        std::int64_t left = work - static_cast<std::int64_t>(day.minutes_before) * minute;
        std::int64_t of_day = form.from[0] + left;
        left -= form.length[0];
        // Morning or afternoon can't be foreseen: the gap is masked rather than jumped over.
        of_day += form.gap & -static_cast<std::int64_t>(past<edge>(left));
        if (form.span_count > WorkingTable::inline_spans) [[unlikely]] {
            left -= form.length[1];
            for (std::size_t i = WorkingTable::inline_spans; i < form.span_count; ++i) {
                const WorkSpan span = spans_[form.first_span + i];
                of_day = past<edge>(left) ? span.from * minute + left : of_day;
                left -= length(span);
            }
        }
        return static_cast<std::int64_t>(day.day) * day_length + of_day;
    }

    const WorkSpan* spans_;
    const Form* forms_;
    const WorkingDay* working_days_;
    const std::uint32_t* numbers_;
    const std::uint32_t* blocks_;
    unsigned block_shift_;
    std::int64_t working_day_count_;
    std::int64_t all_work_;
};

} // namespace tertib
