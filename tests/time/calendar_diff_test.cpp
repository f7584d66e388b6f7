// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_diff.hpp"

#include "calendar_facts.hpp"

using namespace tertib;

TEST_CASE("a diff tells the days whose hours differ, with the facts behind them") {
    const Calendar before = office({libur("2025-05-06"), libur("2025-05-10")});
    const Calendar after = office({libur("2025-05-07"), libur("2025-05-11"),
                                   period("2025-05-08", "2025-05-09", five_days(from_to(8, 14)))});
    const auto changes = calendar_diff(before, after, day("2025-05-01"), day("2025-05-08"));
    REQUIRE(changes.size() == 3);
    CHECK(changes[0].day == day("2025-05-06"));
    CHECK(changes[0].before.day_fact == &before.draft().facts[1]);
    CHECK(changes[0].before.hours.empty());
    CHECK(changes[0].after.day_fact == nullptr);
    CHECK(changes[0].after.hours.size() == 1);
    CHECK(changes[1].day == day("2025-05-07"));
    CHECK(changes[2].day == day("2025-05-08"));
    CHECK(changes[2].after.hours_fact == &after.draft().facts[3]);
}

TEST_CASE("a holiday on a day that nobody works changes nothing") {
    CHECK(calendar_diff(office({}), office({libur("2025-05-10")}), first_day, last_day).empty());
    CalendarFact named = libur("2025-05-06");
    named.name = "Lain";
    CHECK(
        calendar_diff(office({libur("2025-05-06")}), office({named}), first_day, last_day).empty());
}

TEST_CASE("a diff is clamped to the days that there are, and needs them in order") {
    const Calendar never({.name = "x"});
    const auto all = calendar_diff(never, office({}), LocalDay::min(), LocalDay::max());
    CHECK(all.front().day == day("1970-01-01"));
    CHECK(all.back().day == day("2200-12-31"));
    CHECK(
        calendar_diff(never, office({}), last_day + std::chrono::days(1), LocalDay::max()).empty());
    CHECK(refusal([&] {
              return calendar_diff(never, never, day("2025-01-02"), day("2025-01-01"));
          }) == "argument: the last day of a comparison comes before its first");
}
