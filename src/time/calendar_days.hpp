// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// The days that calendars reckon with, counted from first_day.
inline constexpr std::size_t calendar_day_count =
    static_cast<std::size_t>((last_day - first_day).count()) + 1;

/// A fact of a draft by its place in the list.
using FactIndex = std::uint32_t;
inline constexpr FactIndex no_fact = 0xFFFF'FFFF;

/// Days from first to last (both included) by their number from first_day on.
struct DayRange {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// The days of first … last that lie within first_day … last_day; nothing if there are none.
[[nodiscard]] inline std::optional<DayRange> days_within(LocalDay first, LocalDay last) noexcept {
    first = std::max(first, first_day);
    last = std::min(last, last_day);
    if (last < first) {
        return std::nullopt;
    }
    return DayRange{static_cast<std::size_t>((first - first_day).count()),
                    static_cast<std::size_t>((last - first_day).count())};
}

/// The last day of a fact: for good if it is hours without one.
[[nodiscard]] LocalDay last_of(const CalendarFact& fact) noexcept;

/// The facts of a layer and kind stand together, those known later behind those known earlier. Two
/// drafts with the same facts have the same order of them, but where two facts are alike.
[[nodiscard]] std::vector<FactIndex> canonical_order(std::span<const CalendarFact> facts);

/// Which facts decide each day, and the kinds of day that follow.
struct CalendarDays {
    std::vector<DayHours> forms; ///< the first is a day off
    std::vector<std::uint16_t> form_of_day;
    std::vector<FactIndex> hours_fact; ///< of each day: whose hours, or no_fact
    std::vector<FactIndex> day_fact;   ///< of each day: the libur or opening, or no_fact
};

/// Reads the facts known on the date (none: all) as calendar.hpp says. Each day is given once to
/// the fact that decides it, so the cost is that of the days plus that of the facts, however many
/// days a fact speaks of. Throws Error(limit) for more kinds of day than a table can hold.
[[nodiscard]] CalendarDays resolve_days(const CalendarDraft& draft,
                                        std::span<const FactIndex> order,
                                        std::optional<LocalDay> known_on);

/// Throws Error(argument) for an opening on whose days nobody works; `days` must be those of all
/// facts.
void refuse_idle_openings(const CalendarDraft& draft, const CalendarDays& days);

} // namespace tertib
