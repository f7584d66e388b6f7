// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/calendar_check.hpp"

#include "calendar_facts.hpp"

using namespace tertib;

TEST_CASE("facts that can't be are refused with their place") {
    const auto refused = [](CalendarFact fact) {
        return refusal([&] { return office({libur("2025-01-01"), std::move(fact)}); });
    };
    CalendarFact fact = hours_from("2025-01-01", five_days({{600, 540}}));
    CHECK(refused(fact) ==
          "argument: facts[2].hours.mon: has a span that doesn't end after its start and by 24:00");
    fact.hours[0] = {{600, 600}};
    CHECK(refused(fact).find("facts[2].hours.mon") != std::string::npos);
    fact.hours[0] = {{600, 1441}};
    CHECK(refused(fact).find("by 24:00") != std::string::npos);
    fact.hours = {};
    fact.hours[4] = {{480, 720}, {700, 800}};
    CHECK(refused(fact) == "argument: facts[2].hours.fri: has a span that begins before the one "
                           "ahead of it ends");
    fact.hours[4].clear();
    for (std::uint16_t minute = 0; minute <= max_day_spans; ++minute) {
        fact.hours[4].push_back(
            {static_cast<std::uint16_t>(2 * minute), static_cast<std::uint16_t>(2 * minute + 1)});
    }
    CHECK(refused(fact) == "argument: facts[2].hours.fri: has more than 16 spans");
    fact.hours[4].pop_back();
    CHECK(refused(fact).empty());

    CHECK(refused(period("2025-02-02", "2025-02-01", {})) ==
          "argument: facts[2].last: comes before first");
    CalendarFact endless = period("2025-02-02", "2025-02-03", {});
    endless.last.reset();
    CHECK(refused(endless) == "argument: facts[2].last: is missing: a period needs its last day");
    CalendarFact worked = libur("2025-02-03");
    worked.hours[0] = from_to(8, 9);
    CHECK(refused(worked) == "argument: facts[2].hours: can't stand in a libur");
    worked.kind = CalendarFactKind::opening;
    worked.op = CalendarOp::remove;
    CHECK(refused(worked) ==
          "argument: facts[2].hours: can't stand in a fact that takes another back");
    CHECK(refused(hours_from("2025-01-01", {}, CalendarLayer::cuti_bersama)) ==
          "argument: facts[2].kind: must be libur or opening in the layer cuti_bersama");
    CalendarFact far = libur("2025-01-01");
    far.first = LocalDay::max();
    CHECK(refused(far) == "argument: facts[2].first: is no day of the years 1 to 9999");
    far = libur("2025-01-01");
    far.known_from = LocalDay::min();
    CHECK(refused(far) == "argument: facts[2].known_from: is no day of the years 1 to 9999");
    far = libur("2025-01-01");
    far.last = LocalDay::max();
    CHECK(refused(far) == "argument: facts[2].last: is no day of the years 1 to 9999");
}

TEST_CASE("an opening on whose days nobody would work is refused") {
    CHECK(refusal([] { return office({opening("2025-05-10")}); }) ==
          "argument: the opening from 2025-05-10 of the layer unit has no hours for any of its "
          "days");
    CalendarFact weekend = opening("2025-05-10");
    weekend.hours[0] = from_to(8, 12);
    weekend.last = day("2025-05-11");
    CHECK_FALSE(refusal([&] { return office({weekend}); }).empty());
    weekend.last = day("2025-05-12");
    CHECK(refusal([&] { return office({weekend}); }).empty());
    weekend.hours = {};
    CHECK(refusal([&] { return office({weekend}); }).empty());
    CHECK(refusal([&] { return office({weekend, libur("2025-05-12")}); }).empty());
    CHECK(refusal([&] { return office({opening("2300-01-01")}); }).empty());
}

TEST_CASE("years that can't be are refused") {
    const auto refused = [](std::vector<DecreedYear> years) {
        return refusal([&] { return Calendar({.name = "x", .years = std::move(years)}); });
    };
    CHECK(refused({{.year = 2025}, {.year = 2024}, {.year = 2025}}) ==
          "argument: years: 2025 is there twice");
    CHECK(refused({{.year = 0}}) == "argument: years: 0 is not between 1 and 9999");
    CHECK(
        refused({{.year = 2025, .known_from = LocalDay::max()}}).starts_with("argument: years: "));
}

TEST_CASE("a calendar's name must not end like a date or a zone") {
    const auto refused = [](std::string name) {
        return refusal([&] { return Calendar({.name = std::move(name)}); });
    };
    CHECK(refused("kantor+09") ==
          "argument: name: must not end like the date or the zone of a calendar's name");
    CHECK_FALSE(refused("kantor@2025-01-01").empty());
    CHECK(refused("kantor@+").empty());
    CHECK(refused("").empty());
}

TEST_CASE("more facts than the limit are refused, as many are taken") {
    CalendarDraft draft{.name = "x"};
    draft.facts.assign(11, libur("2025-01-01"));
    CHECK(refusal([&] { return Calendar(draft, {.facts = 10}); }) ==
          "limit: the calendar has more than 10 facts (limit: facts)");
    draft.facts.pop_back();
    CHECK(refusal([&] { return Calendar(draft, {.facts = 10}); }).empty());
}
