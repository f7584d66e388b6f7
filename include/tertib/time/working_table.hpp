// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/instant.hpp"

#include <array>
#include <chrono>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// An amount of working time: what passes only while the office works. A type of its own, so that
/// it can't be mistaken for time on the wall.
struct Work {
    std::chrono::microseconds time{0};

    friend constexpr auto operator<=>(Work, Work) = default;
};

/// From a minute of the day to another, the second not included: 0 ≤ from < to ≤ 1440.
struct WorkSpan {
    std::uint16_t from = 0;
    std::uint16_t to = 0;

    friend bool operator==(const WorkSpan&, const WorkSpan&) = default;
};

/// When an office works on one day: its spans in order, apart from each other (spans that touch
/// are one). None: a day off. At most `max_day_spans`.
using DayHours = std::vector<WorkSpan>;
inline constexpr std::size_t max_day_spans = 16;

/// The working time of every day from first_day to last_day as tables of sums and their inverse,
/// so that each question below costs a few look-ups, whatever the amount.
///
///     WorkingTable table(forms, form_of_day);
///     table.add(start, Work{180min});      // the earliest moment by which they have passed
///     table.between(a, b);                 // exact, negative when b < a
///
/// Immutable, at most a megabyte, built in about a millisecond; read it from any thread, share
/// it. A moment is within the table from the start of first_day to the end of last_day, both
/// included. Every question about a moment or a day outside, and every answer that would lie
/// there, is nothing, for any int64.
class WorkingTable {
public:
    /// `forms` are the kinds of day (at most 65,535), `form_of_day` the kind of each day from
    /// first_day on, one for each to last_day. Throws Error(argument) for an index or a span that
    /// can't be. Spans that touch become one.
    WorkingTable(std::span<const DayHours> forms, std::span<const std::uint16_t> form_of_day);

    /// The earliest moment by which `amount` has passed since `start`: a walk that ends on closing
    /// time or at the start of a break stays there. 0: the start itself, even outside hours.
    /// Negative: the latest moment with that much working time between it and `start`, so one
    /// that would be closing time is the next opening.
    [[nodiscard]] std::optional<LocalTime> add(LocalTime start, Work amount) const noexcept {
        const std::int64_t end = sum(start.time_since_epoch().count(), amount.time.count());
        return end == none ? std::nullopt
                           : std::optional(LocalTime{std::chrono::microseconds{end}});
    }

    /// The working time in [a, b); negative when b < a. Nothing outside the table.
    [[nodiscard]] std::optional<Work> between(LocalTime a, LocalTime b) const noexcept {
        const std::int64_t work =
            difference(a.time_since_epoch().count(), b.time_since_epoch().count());
        return work == none ? std::nullopt : std::optional(Work{std::chrono::microseconds{work}});
    }

    /// The n-th working day after the day (n > 0), or before it (n < 0); n = 0: the day itself if
    /// it is one, else the next one.
    [[nodiscard]] std::optional<LocalDay> add_days(LocalDay day, std::int64_t n) const noexcept {
        const std::int64_t found = day_sum(day.time_since_epoch().count(), n);
        return found == none ? std::nullopt : std::optional(LocalDay{std::chrono::days{found}});
    }

    /// How many working days lie in (a, b]; negative when b < a. Nothing outside the table.
    [[nodiscard]] std::optional<std::int64_t> working_days(LocalDay a, LocalDay b) const noexcept;

    [[nodiscard]] bool is_working_day(LocalDay day) const noexcept;
    /// The spans of a day; none outside the table.
    [[nodiscard]] std::span<const WorkSpan> hours(LocalDay day) const noexcept;
    [[nodiscard]] Work length(LocalDay day) const noexcept;
    /// The start of the day's first span and the end of its last (24:00 is the next day's first
    /// moment); nothing on a day off.
    [[nodiscard]] std::optional<LocalTime> opening(LocalDay day) const noexcept;
    [[nodiscard]] std::optional<LocalTime> closing(LocalDay day) const noexcept;

private:
    friend class TableLookup; // src/time/table_lookup.hpp: the look-ups themselves, for hot loops

    // The questions above on plain numbers, `none` where there is no answer. They are apart because
    // g++ returns an optional through memory: its flag is stored as one byte and loaded as eight,
    // which no processor can forward. The optional is made where it is looked at.
    static constexpr std::int64_t none = INT64_MIN;
    [[nodiscard]] std::int64_t sum(std::int64_t start, std::int64_t amount) const noexcept;
    [[nodiscard]] std::int64_t difference(std::int64_t a, std::int64_t b) const noexcept;
    [[nodiscard]] std::int64_t day_sum(std::int64_t day, std::int64_t n) const noexcept;

    static constexpr std::size_t inline_spans = 2;

    /// A kind of day, laid out so that its usual spans are reckoned without a branch. In
    /// microseconds; spans that aren't there have no length.
    struct alignas(64) Form {
        std::array<std::int64_t, inline_spans> from{};
        std::array<std::int64_t, inline_spans> length{};
        std::int64_t gap = 0;         ///< between the two
        std::int64_t closing = 0;     ///< the last span's end, 0 on a day off
        std::uint32_t first_span = 0; ///< in spans_
        std::uint16_t span_count = 0;
        std::uint16_t minutes = 0; ///< all spans together
    };

    /// A working day in eight bytes, so that a start and its end a week later often share a cache
    /// line.
    struct WorkingDay {
        std::uint64_t minutes_before : 27; ///< of work
        std::uint64_t : 4;                 ///< so that the form is a word of its own
        std::uint64_t day : 17;
        std::uint64_t form : 16;
    };

    void take_forms(std::span<const DayHours> forms);
    void sum_days(std::span<const std::uint16_t> form_of_day);
    void invert();

    std::vector<WorkSpan> spans_;
    std::vector<Form> forms_;              ///< as given, and the form of the day after the last
    std::vector<WorkingDay> working_days_; ///< and the day after the last
    /// For each day, and the one after the last, how many working days lie before it: the number
    /// of the day itself if it is one, else of the next one. Kept as the number at the start of
    /// each 256 days and a byte a day: a quarter of the memory, so that the tables share the
    /// second cache.
    std::vector<std::uint32_t> base_numbers_;
    std::vector<std::uint8_t> numbers_;
    static constexpr unsigned base_shift = 8; ///< 2^shift days have one base
    /// For each block of minutes the number of the first working day by whose end the block's
    /// start has passed.
    std::vector<std::uint32_t> blocks_;
    unsigned block_shift_ = 0;  ///< a block has 2^shift minutes
    std::int64_t all_work_ = 0; ///< in microseconds
};

} // namespace tertib
