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
          days_(table.days_.data()),
          working_days_(table.working_days_.data()),
          blocks_(table.blocks_.data()),
          block_shift_(table.block_shift_),
          working_day_count_(static_cast<std::int64_t>(table.working_days_.size())),
          all_work_(static_cast<std::int64_t>(days_[day_count].minutes_before) * minute) {}

    [[nodiscard]] static bool holds(std::int64_t moment) noexcept {
        return static_cast<std::uint64_t>(moment) <= static_cast<std::uint64_t>(end);
    }
    [[nodiscard]] static bool holds_day(std::int64_t day) noexcept {
        return static_cast<std::uint64_t>(day) < static_cast<std::uint64_t>(day_count);
    }

    [[nodiscard]] std::int64_t all_work() const noexcept { return all_work_; }
    [[nodiscard]] std::int64_t working_day_count() const noexcept { return working_day_count_; }

    /// The work before a moment.
    [[nodiscard]] std::int64_t work_before(std::int64_t moment) const noexcept {
        const auto number = static_cast<std::uint64_t>(moment) / day_length;
        const std::int64_t of_day = moment - static_cast<std::int64_t>(number) * day_length;
        const Day day = days_[number];
        const Form& form = forms_[day.form];
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

    /// Where a moment is after an amount of work, or before it if that is negative; -1 outside.
    [[nodiscard]] std::int64_t add(std::int64_t moment, std::int64_t amount) const noexcept {
        if (amount == 0) {
            return moment;
        }
        const std::int64_t before = work_before(moment);
        if (amount > 0) {
            return amount <= all_work_ - before ? earliest(before + amount) : -1;
        }
        return amount >= -before ? latest(before + amount) : -1;
    }

    [[nodiscard]] bool is_working_day(std::int64_t day) const noexcept {
        return forms_[days_[day].form].minutes != 0;
    }
    [[nodiscard]] std::int64_t day_work(std::int64_t day) const noexcept {
        return forms_[days_[day].form].minutes * minute;
    }
    /// Working days from first_day to just before the day, which may be the one after the last.
    [[nodiscard]] std::int64_t working_days_before(std::int64_t day) const noexcept {
        return static_cast<std::int64_t>(days_[day].working_days_before);
    }
    /// The working day of a number, counted from 0; 0 ≤ number < working_day_count().
    [[nodiscard]] std::int64_t working_day(std::int64_t number) const noexcept {
        return working_days_[number];
    }
    /// Opening and closing of a working day.
    [[nodiscard]] std::int64_t opening(std::int64_t day) const noexcept {
        return day * day_length + forms_[days_[day].form].from[0];
    }
    [[nodiscard]] std::int64_t closing(std::int64_t day) const noexcept {
        return day * day_length + forms_[days_[day].form].closing * minute;
    }

    /// The n-th working day after a day (before it, for n < 0; 0: the day itself if it is one,
    /// else the next); -1 outside.
    [[nodiscard]] std::int64_t add_days(std::int64_t day, std::int64_t n) const noexcept {
        const std::int64_t first = working_days_before(n > 0 ? day + 1 : day);
        if (n > working_day_count_ - first + (n > 0 ? 0 : -1) || n < -first) {
            return -1;
        }
        return working_day(first + n - (n > 0 ? 1 : 0));
    }

    /// The spans of a day within the table.
    [[nodiscard]] std::span<const WorkSpan> hours(std::int64_t day) const noexcept {
        const Form& form = forms_[days_[day].form];
        return {spans_ + form.first_span, form.span_count};
    }

private:
    using Form = WorkingTable::Form;
    using Day = WorkingTable::Day;

    /// On which side of a gap the end of an amount lies.
    enum class Edge : std::uint8_t { before, after };

    [[nodiscard]] static std::int64_t length(WorkSpan span) noexcept {
        return (span.to - span.from) * minute;
    }

    /// The first day by whose end so many minutes have passed; 0 < minutes ≤ all.
    [[nodiscard]] std::int64_t find(std::uint32_t minutes) const noexcept {
        const std::uint32_t block = minutes >> block_shift_;
        std::uint32_t day = blocks_[block];
        // A block is shorter than a usual day, so one step nearly always does. Which it is can't
        // be foreseen, so the step is masked rather than jumped over.
        const auto step = static_cast<std::uint32_t>(days_[day].to_next);
        day += step & mask<std::uint32_t>(days_[day + 1].minutes_before < minutes);
        if (days_[day + 1].minutes_before < minutes) [[unlikely]] {
            const Day* found = std::lower_bound(
                days_ + day + 1, days_ + blocks_[block + 1] + 1, minutes,
                [](const Day& at, std::uint32_t wanted) { return at.minutes_before < wanted; });
            day = static_cast<std::uint32_t>(found - days_) - 1;
        }
        return day;
    }

    /// All bits, or none: chooses without a branch.
    template <typename Integer>
    [[nodiscard]] static Integer mask(bool chosen) noexcept {
        return static_cast<Integer>(Integer{0} - static_cast<Integer>(chosen));
    }

    template <Edge edge>
    [[nodiscard]] static bool past(std::int64_t left) noexcept {
        return edge == Edge::before ? left > 0 : left >= 0;
    }

    template <Edge edge>
    [[nodiscard]] std::int64_t place(std::int64_t number, std::int64_t work) const noexcept {
        const Day day = days_[number];
        const Form& form = forms_[day.form];
        std::int64_t left = work - static_cast<std::int64_t>(day.minutes_before) * minute;
        std::int64_t of_day = form.from[0] + left;
        for (std::size_t i = 1; i < WorkingTable::inline_spans; ++i) {
            left -= form.length[i - 1];
            const std::int64_t gap = form.from[i] - form.from[i - 1] - form.length[i - 1];
            of_day += gap & mask<std::int64_t>(past<edge>(left));
        }
        if (form.span_count > WorkingTable::inline_spans) [[unlikely]] {
            left -= form.length.back();
            for (std::size_t i = WorkingTable::inline_spans; i < form.span_count; ++i) {
                const WorkSpan span = spans_[form.first_span + i];
                of_day = past<edge>(left) ? span.from * minute + left : of_day;
                left -= length(span);
            }
        }
        return number * day_length + of_day;
    }

    const WorkSpan* spans_;
    const Form* forms_;
    const Day* days_;
    const std::uint32_t* working_days_;
    const std::uint32_t* blocks_;
    unsigned block_shift_;
    std::int64_t working_day_count_;
    std::int64_t all_work_;
};

} // namespace tertib
