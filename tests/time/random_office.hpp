// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/working_table.hpp"

#include "naive_walk.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

/// An office at random, as the library's table and as the naive walk's minutes, made from the
/// same spans.
struct RandomOffice {
    std::vector<tertib::DayHours> forms;
    naive::Office naive;

    [[nodiscard]] tertib::WorkingTable table() const { return {forms, naive.kind_of_day}; }
};

/// A number from low to high, both included, the same on every platform.
inline std::int64_t draw(std::mt19937_64& random, std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
}

/// A day's hours: mostly a morning and an afternoon, sometimes one minute, round the clock, or
/// many short spans (some of which touch).
inline tertib::DayHours random_hours(std::mt19937_64& random) {
    const std::int64_t kind = draw(random, 0, 9);
    if (kind == 0) {
        return {{0, 1440}};
    }
    const std::int64_t spans = kind == 1 ? 1 : kind == 2 ? draw(random, 3, 16) : draw(random, 1, 3);
    const std::int64_t longest = kind == 1 ? 1 : 1440 / spans / 2;
    tertib::DayHours hours;
    std::int64_t at = draw(random, 0, longest);
    for (std::int64_t i = 0; i < spans && at < 1440; ++i) {
        const std::int64_t until = std::min<std::int64_t>(1440, at + draw(random, 1, longest));
        hours.push_back({static_cast<std::uint16_t>(at), static_cast<std::uint16_t>(until)});
        at = until + draw(random, 0, longest);
    }
    return hours;
}

/// Eight kinds of day over all days of the table: a week's rhythm with days off sprinkled in.
inline RandomOffice random_office(std::mt19937_64& random) {
    RandomOffice office;
    office.forms.emplace_back(); // a day off
    while (office.forms.size() < 8) {
        office.forms.push_back(random_hours(random));
    }
    for (const tertib::DayHours& hours : office.forms) {
        naive::Minutes minutes{};
        for (const tertib::WorkSpan span : hours) {
            for (std::size_t i = span.from; i < span.to; ++i) {
                minutes[i] = true;
            }
        }
        office.naive.kinds.push_back(minutes);
    }
    std::array<std::uint16_t, 7> week{};
    for (std::uint16_t& form : week) {
        form = static_cast<std::uint16_t>(draw(random, 0, 7));
    }
    week[0] = 1; // at least one day of the week is worked
    const auto days = static_cast<std::size_t>((tertib::last_day - tertib::first_day).count() + 1);
    const std::uint64_t odd = 1 + random() % 50;
    for (std::size_t i = 0; i < days; ++i) {
        const std::uint64_t luck = random();
        office.naive.kind_of_day.push_back(
            luck % 100 < odd ? static_cast<std::uint16_t>(luck >> 32U & 7U) : week[i % 7]);
    }
    return office;
}
