// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar.hpp"

#include "calendar_facts.hpp"
#include "scale.hpp"
#include "tertib/base/catalogue.hpp"

#include <algorithm>
#include <chrono>
#include <random>
#include <type_traits>

using namespace tertib;

static_assert(!std::is_convertible_v<LocalDay, Instant>);
static_assert(!std::is_convertible_v<Instant, LocalDay>);
static_assert(!std::is_convertible_v<LocalDay, std::chrono::sys_days>);
static_assert(!std::is_convertible_v<LocalTime, Instant>);
static_assert(!std::is_convertible_v<Instant, LocalTime>);
static_assert(!std::is_convertible_v<Work, Instant>);
static_assert(!std::is_convertible_v<Instant, Work>);
static_assert(!std::is_convertible_v<Work, LocalDay>);
static_assert(!std::is_convertible_v<LocalDay, Work>);
static_assert(!std::is_convertible_v<Work, std::chrono::microseconds>);
static_assert(!std::is_convertible_v<std::chrono::microseconds, Work>);
static_assert(!std::is_convertible_v<int, Work>);
static_assert(!std::is_convertible_v<std::chrono::minutes, Zone>);
static_assert(!std::is_convertible_v<CalendarDraft, Calendar>);

// 2025-05-05 is a Monday, 2025-05-10 a Saturday.

TEST_CASE("weekly hours hold from their first day until later ones begin") {
    const Calendar calendar({.name = "x",
                             .facts = {hours_from("2025-05-06", five_days(from_to(9, 12))),
                                       hours_from("2025-05-01", five_days(from_to(8, 10)))}});
    CHECK(hours_on(calendar, "2025-04-30") == "off");
    CHECK(hours_on(calendar, "2025-05-05") == "08:00-10:00");
    CHECK(hours_on(calendar, "2025-05-06") == "09:00-12:00");
    CHECK(hours_on(calendar, "2025-05-10") == "off");
    CHECK(calendar.day(day("2025-05-10")).hours_fact == &calendar.draft().facts[0]);
    CHECK(calendar.day(day("2025-04-30")).hours_fact == nullptr);
}

TEST_CASE("a period beats weekly hours of its layer, the later first beats the earlier") {
    const Calendar calendar = office({period("2025-05-05", "2025-05-09", five_days(from_to(8, 14))),
                                      period("2025-05-07", "2025-05-07", five_days(from_to(8, 9))),
                                      hours_from("2025-05-06", five_days(from_to(7, 15)))});
    CHECK(hours_on(calendar, "2025-05-02") == "08:00-16:00");
    CHECK(hours_on(calendar, "2025-05-06") == "08:00-14:00");
    CHECK(hours_on(calendar, "2025-05-07") == "08:00-09:00");
    CHECK(hours_on(calendar, "2025-05-08") == "08:00-14:00");
    CHECK(hours_on(calendar, "2025-05-12") == "07:00-15:00");
}

TEST_CASE("the hours of a higher layer win over any of a lower one") {
    const Calendar calendar =
        office({period("2025-05-05", "2025-05-09", five_days(from_to(8, 14))),
                hours_from("2025-05-06", five_days(from_to(7, 15)), CalendarLayer::province),
                hours_from("2025-05-08", five_days(from_to(10, 11)), CalendarLayer::unit)});
    CHECK(hours_on(calendar, "2025-05-05") == "08:00-14:00");
    CHECK(hours_on(calendar, "2025-05-06") == "07:00-15:00");
    CHECK(hours_on(calendar, "2025-05-08") == "10:00-11:00");
}

TEST_CASE("hours of a higher layer don't open a holiday of a lower one") {
    const Calendar calendar =
        office({libur("2025-05-06"), period("2025-05-05", "2025-05-09", five_days(from_to(6, 14)),
                                            CalendarLayer::province)});
    CHECK(hours_on(calendar, "2025-05-05") == "06:00-14:00");
    CHECK(hours_on(calendar, "2025-05-06") == "off");
    const CalendarDay off = calendar.day(day("2025-05-06"));
    REQUIRE(off.day_fact != nullptr);
    CHECK(off.day_fact->name == "Hari Libur");
    CHECK(off.hours_fact == &calendar.draft().facts[2]);
}

TEST_CASE("an opening of a higher layer opens a holiday, with its own hours or the weekday's") {
    CalendarFact own = opening("2025-05-10");
    own.hours[5] = from_to(9, 11);
    const Calendar calendar =
        office({libur("2025-05-06"), libur("2025-05-07"), opening("2025-05-06"), own});
    CHECK(hours_on(calendar, "2025-05-06") == "08:00-16:00");
    CHECK(hours_on(calendar, "2025-05-07") == "off");
    CHECK(hours_on(calendar, "2025-05-10") == "09:00-11:00");
    CHECK(calendar.day(day("2025-05-06")).day_fact == &calendar.draft().facts[3]);
}

TEST_CASE("an opening of a lower layer doesn't open a holiday of a higher one") {
    const Calendar calendar = office(
        {libur("2025-05-06", CalendarLayer::unit), opening("2025-05-06", CalendarLayer::province)});
    CHECK(hours_on(calendar, "2025-05-06") == "off");
}

TEST_CASE("within a layer the fact known later decides, on one date the opening") {
    const auto unit = CalendarLayer::unit;
    CHECK(hours_on(office({opening("2025-05-06"), libur("2025-05-06", unit)}), "2025-05-06") ==
          "08:00-16:00");
    CHECK(hours_on(office({known(libur("2025-05-06", unit), "2025-02-01"), opening("2025-05-06")}),
                   "2025-05-06") == "off");
    const Calendar both = office({known(libur("2025-05-06", unit), "2025-02-01"),
                                  known(opening("2025-05-06"), "2025-03-01"),
                                  taken_back(opening("2025-05-06"), "2025-04-01")});
    CHECK(hours_on(both, "2025-05-06") == "off");
    CHECK(hours_on(both.as_known_on(day("2025-03-15")), "2025-05-06") == "08:00-16:00");
    CHECK(hours_on(both.as_known_on(day("2025-02-15")), "2025-05-06") == "off");
    CHECK(hours_on(both.as_known_on(day("2025-01-15")), "2025-05-06") == "08:00-16:00");
}

TEST_CASE("a range of days off can be taken back day by day") {
    CalendarFact week = known(libur("2025-05-05"), "2025-01-01");
    week.last = day("2025-05-09");
    const Calendar calendar = office({week, taken_back(libur("2025-05-07"), "2025-02-01")});
    CHECK(hours_on(calendar, "2025-05-06") == "off");
    CHECK(hours_on(calendar, "2025-05-07") == "08:00-16:00");
    CHECK(hours_on(calendar, "2025-05-08") == "off");
    CHECK(hours_on(calendar.as_known_on(day("2025-01-31")), "2025-05-07") == "off");
    CHECK(hours_on(calendar.as_known_on(day("2025-02-01")), "2025-05-07") == "08:00-16:00");
    CHECK(hours_on(calendar.as_known_on(day("2024-12-31")), "2025-05-06") == "08:00-16:00");
}

TEST_CASE("hours and periods are taken back whole") {
    const CalendarFact ramadan = period("2025-03-03", "2025-03-28", five_days(from_to(8, 15)));
    const Calendar calendar = office({ramadan, taken_back(ramadan, "2025-02-01")});
    CHECK(hours_on(calendar, "2025-03-04") == "08:00-16:00");
    CHECK(hours_on(calendar.as_known_on(day("2025-01-01")), "2025-03-04") == "08:00-15:00");
    CalendarFact part = taken_back(ramadan, "2025-02-01");
    part.last = day("2025-03-10");
    CHECK(refusal([&] { return office({ramadan, part}); }) ==
          "argument: the period of the layer national from 2025-03-03 are taken back, but no fact "
          "gives them on the same days");
}

TEST_CASE("hours corrected later hold in place of the first") {
    CalendarFact corrected = hours_from("1970-01-01", five_days(from_to(8, 15)));
    const Calendar calendar = office({known(corrected, "2025-02-01")});
    CHECK(hours_on(calendar, "2024-05-06") == "08:00-15:00");
    CHECK(hours_on(calendar.as_known_on(day("2025-01-31")), "2024-05-06") == "08:00-16:00");
}

TEST_CASE("cuti bersama can be worked and be observed again") {
    const Calendar calendar =
        office({libur("2025-05-06", CalendarLayer::cuti_bersama), libur("2025-05-07")});
    CHECK(hours_on(calendar, "2025-05-06") == "off");
    const Calendar worked = calendar.with_cuti_bersama(CutiBersama::worked);
    CHECK(hours_on(worked, "2025-05-06") == "08:00-16:00");
    CHECK(hours_on(worked, "2025-05-07") == "off");
    CHECK(worked.draft().cuti_bersama == CutiBersama::worked);
    CHECK(worked.with_cuti_bersama(CutiBersama::observed) == calendar);
    CHECK(worked.digest() != calendar.digest());
}

TEST_CASE("cuti bersama worked stays so as known on another date") {
    const Calendar calendar =
        office({known(libur("2025-05-06", CalendarLayer::cuti_bersama), "2025-01-01")});
    const Calendar then =
        calendar.with_cuti_bersama(CutiBersama::worked).as_known_on(day("2025-03-01"));
    CHECK(hours_on(then, "2025-05-06") == "08:00-16:00");
    CHECK(then == calendar.as_known_on(day("2025-03-01")).with_cuti_bersama(CutiBersama::worked));
}

TEST_CASE("a calendar as known on a date can be asked about another date") {
    const Calendar calendar = office({known(libur("2025-05-06"), "2025-02-01")});
    const Calendar early = calendar.as_known_on(day("2025-01-01"));
    CHECK(early.known_on() == day("2025-01-01"));
    CHECK(calendar.known_on() == std::nullopt);
    CHECK(early.as_known_on(day("2025-03-01")) == calendar.as_known_on(day("2025-03-01")));
    CHECK(early != calendar);
    CHECK(calendar.as_known_on(day("2025-02-01")) != calendar);
}

TEST_CASE("a zone changes the zone only") {
    const Calendar calendar = office({libur("2025-05-06")});
    const Calendar east = calendar.in_zone(wit());
    CHECK(east.zone() == wit());
    CHECK(calendar.zone() == wib());
    CHECK(hours_on(east, "2025-05-05") == "08:00-16:00");
    CHECK(hours_on(east, "2025-05-06") == "off");
    CHECK(east.digest() != calendar.digest());
    CHECK(east.in_zone(wib()) == calendar);
}

TEST_CASE("facts outlive the calendar that a copy came from") {
    std::optional<Calendar> first = office({libur("2025-05-06")});
    const Calendar copy = *first;
    const CalendarDay off = copy.day(day("2025-05-06"));
    first.reset();
    REQUIRE(off.day_fact != nullptr);
    CHECK(off.day_fact->name == "Hari Libur");
}

TEST_CASE("spans that touch are one, and years stand in order") {
    CalendarDraft draft{.name = "x"};
    draft.years = {{.year = 2026}, {.year = 2025}};
    DayHours split = from_to(8, 12);
    split.push_back({12 * 60, 16 * 60});
    draft.facts.push_back(hours_from("1970-01-01", five_days(split)));
    const Calendar calendar(draft);
    CHECK(hours_on(calendar, "2025-05-05") == "08:00-16:00");
    CHECK(calendar.draft().facts[0].hours[0] == from_to(8, 16));
    CHECK(calendar.draft().years.front().year == 2025);
}

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

TEST_CASE("a calendar without any working day is a calendar") {
    const Calendar empty({.name = "kosong"});
    CHECK(hours_on(empty, "2025-05-05") == "off");
    CHECK_FALSE(empty.table().add(LocalTime(day("2025-05-05")), Work{std::chrono::minutes(1)}));
    CHECK_FALSE(empty.table().add_days(day("2025-05-05"), 1));
    CHECK_FALSE(empty.table().add_days(day("2025-05-05"), 0));
}

TEST_CASE("a calendar that never closes works around the clock") {
    const Calendar open(
        {.name = "24", .facts = {hours_from("1970-01-01", every_day({{0, 1440}}))}});
    CHECK(hours_on(open, "2025-05-10") == "00:00-24:00");
    CHECK(open.table().length(day("2025-05-10")) == Work{std::chrono::hours(24)});
    const LocalTime start = day("2025-05-05") + std::chrono::hours(10);
    CHECK(open.table().add(start, Work{std::chrono::hours(240)}) ==
          start + std::chrono::hours(240));
}

TEST_CASE("days outside the table are nothing, and facts are clamped to it") {
    CalendarFact always = libur("0001-01-01");
    always.last = day("9999-12-31");
    const Calendar off = office({always});
    CHECK(hours_on(off, "1970-01-01") == "off");
    CHECK(hours_on(off, "2200-12-31") == "off");
    const Calendar calendar = office({libur("1969-12-31"), libur("2201-01-01")});
    CHECK(hours_on(calendar, "1970-01-01") == "08:00-16:00");
    CHECK(hours_on(calendar, "2200-12-31") == "08:00-16:00");
    for (const LocalDay outside :
         {first_day - std::chrono::days(1), last_day + std::chrono::days(1), LocalDay::min(),
          LocalDay::max()}) {
        const CalendarDay nothing = calendar.day(outside);
        CHECK(nothing.hours.empty());
        CHECK(nothing.hours_fact == nullptr);
        CHECK(nothing.day_fact == nullptr);
    }
}

TEST_CASE("the digest changes with whatever changes an answer, and with nothing else") {
    const CalendarFact day_off = known(libur("2025-05-06"), "2025-01-01");
    const CalendarDraft draft = office_draft({day_off, libur("2025-05-08")});
    const std::string digest = Calendar(draft).digest();
    CHECK(digest.size() == 64);
    const auto changed = [&](auto change) {
        CalendarDraft other = draft;
        change(other);
        return Calendar(other).digest() != digest;
    };
    CHECK_FALSE(changed([](CalendarDraft&) {}));
    CHECK_FALSE(changed([](CalendarDraft& other) { other.name = "lain"; }));
    CHECK_FALSE(changed([](CalendarDraft& other) { other.version = "2"; }));
    CHECK_FALSE(changed([](CalendarDraft& other) { other.derived_from = {.name = "id5"}; }));
    CHECK_FALSE(changed([](CalendarDraft& other) { std::ranges::reverse(other.facts); }));
    CHECK_FALSE(changed([](CalendarDraft& other) {
        other.facts[0].hours[0] = {{480, 720}, {720, 960}}; // touch: the same hours
    }));
    CHECK(changed([](CalendarDraft& other) { other.zone = wita(); }));
    CHECK(changed([](CalendarDraft& other) { other.cuti_bersama = CutiBersama::worked; }));
    CHECK(changed([](CalendarDraft& other) { other.years.push_back({.year = 2025}); }));
    CHECK(changed([](CalendarDraft& other) { other.facts.pop_back(); }));
    CHECK(changed([](CalendarDraft& other) { other.facts[0].hours[0] = from_to(8, 15); }));
    CHECK(changed([](CalendarDraft& other) { other.facts[0].last = day("2030-01-01"); }));
    CHECK(changed([](CalendarDraft& other) { other.facts[1].known_from = day("2025-01-02"); }));
    CHECK(changed([](CalendarDraft& other) { other.facts[1].known_from.reset(); }));
    CHECK(changed([](CalendarDraft& other) { other.facts[1].first = day("2025-05-07"); }));
    CHECK(changed([](CalendarDraft& other) { other.facts[1].op = CalendarOp::remove; }));
    CHECK(changed([](CalendarDraft& other) { other.facts[1].layer = CalendarLayer::unit; }));
    CHECK(changed([](CalendarDraft& other) { other.facts[1].sure = Sureness::partly; }));
    CHECK(changed([](CalendarDraft& other) { other.facts[1].name = "Waisak"; }));
    CHECK(changed([](CalendarDraft& other) { other.facts[1].source = "SKB"; }));
    const Calendar calendar(draft);
    CHECK(calendar.as_known_on(day("2025-02-01")).digest() != digest);
    CHECK(calendar.as_known_on(day("2025-02-01")).digest() !=
          calendar.as_known_on(day("2025-02-02")).digest());
}

TEST_CASE("the order of alike facts counts, and the digest tells them apart") {
    CalendarFact one = libur("2025-05-06");
    CalendarFact other = libur("2025-05-06");
    other.name = "Lain";
    const Calendar first = office({one, other});
    const Calendar second = office({other, one});
    CHECK(first.day(day("2025-05-06")).day_fact->name == "Lain");
    CHECK(second.day(day("2025-05-06")).day_fact->name == "Hari Libur");
    CHECK(first.digest() != second.digest());
}

TEST_CASE("years outside those decreed are told as coverage") {
    CalendarDraft draft = office_draft({});
    draft.years = {{.year = 2020}, {.year = 2021}, {.year = 2023}};
    const Calendar calendar(draft);
    CHECK(calendar.findings(day("2020-01-01"), day("2021-12-31")).empty());
    const auto findings = calendar.findings(day("2018-06-01"), day("2026-01-01"));
    REQUIRE(codes(findings) == "CAL-COVERAGE");
    CHECK(message(findings[0], Language::en) ==
          "This calendar holds no decreed holidays for 2018 – 2019, 2022, 2024 – 2026; check the "
          "holidays of those years.");
    CHECK(calendar.findings(day("2025-01-02"), day("2025-01-01")).empty());
    CHECK(codes(calendar.findings(LocalDay::min(), LocalDay::max())) == "CAL-COVERAGE");
    CHECK(calendar.findings(LocalDay::min(), first_day - std::chrono::days(1)).empty());
}

TEST_CASE("an estimate is told on its days, and through all of a year that isn't decreed") {
    CalendarDraft draft = office_draft({sure(libur("2025-05-06"), Sureness::estimate),
                                        sure(libur("2027-05-06"), Sureness::estimate)});
    draft.years = {{.year = 2025}, {.year = 2026}};
    const Calendar calendar(draft);
    CHECK(calendar.findings(day("2025-05-01"), day("2025-05-05")).empty());
    CHECK(codes(calendar.findings(day("2025-05-01"), day("2025-05-06"))) == "CAL-ESTIMATE");
    CHECK(calendar.findings(day("2026-01-01"), day("2026-12-31")).empty());
    CHECK(codes(calendar.findings(day("2027-01-04"), day("2027-01-05"))) ==
          "CAL-COVERAGE CAL-ESTIMATE");
    CHECK(codes(calendar.findings(day("2028-01-04"), day("2028-01-05"))) == "CAL-COVERAGE");
}

TEST_CASE("hours that are a profile are told where they decide") {
    CalendarDraft draft{.name = "x"};
    draft.years = {{.year = 2023}};
    draft.facts = {sure(hours_from("1970-01-01", five_days(from_to(8, 16))), Sureness::profile),
                   hours_from("2023-04-12", five_days(from_to(8, 16))), libur("2023-03-22")};
    const Calendar calendar(draft);
    const auto findings = calendar.findings(day("2023-04-10"), day("2023-04-14"));
    REQUIRE(codes(findings) == "CAL-HOURS-PROFILE");
    CHECK(findings[0].arguments == std::vector<Argument>{{"days", "2023-04-10 – 2023-04-11"}});
    CHECK(findings[0].severity == Severity::info);
    CHECK(calendar.findings(day("2023-04-12"), day("2023-04-14")).empty());
    CHECK(calendar.findings(day("2023-03-22"), day("2023-03-22")).empty());
}

TEST_CASE("a year not yet decreed on the date asked is told") {
    CalendarDraft draft = office_draft({});
    draft.years = {{.year = 2023, .known_from = day("2022-10-11")}, {.year = 2024}};
    const Calendar calendar(draft);
    const auto asked = [&](std::string_view known_on, std::string_view first) {
        return codes(calendar.as_known_on(day(known_on)).findings(day(first), day(first)));
    };
    CHECK(asked("2022-10-10", "2023-05-05") == "CAL-NOT-DECREED");
    CHECK(asked("2022-10-11", "2023-05-05").empty());
    CHECK(asked("2022-12-31", "2024-05-05") == "CAL-NOT-DECREED"); // not collected: certain only
    CHECK(asked("2023-01-01", "2024-05-05").empty());              // before the year ahead of it
    CHECK(calendar.findings(day("2023-05-05"), day("2024-05-05")).empty());
    const auto findings =
        calendar.as_known_on(day("2022-06-01")).findings(day("2023-12-01"), day("2024-01-05"));
    REQUIRE(codes(findings) == "CAL-NOT-DECREED");
    CHECK(message(findings[0], Language::id)
              .starts_with("Pada 2022-06-01 hari libur tahun 2023 – 2024 belum ditetapkan"));
}

TEST_CASE("what wasn't read is told always, an unsure day of decree only where it may matter") {
    CalendarFact unread =
        sure(period("2025-03-03", "2025-03-28", five_days(from_to(8, 15))), Sureness::partly);
    unread.source = "surat edaran";
    CalendarFact unsigned_day = sure(known(libur("2025-05-06"), "2025-02-01"), Sureness::partly);
    unsigned_day.source = "SKB perubahan";
    CalendarDraft draft = office_draft({unread, unsigned_day});
    draft.years = {{.year = 2025}};
    const Calendar calendar(draft);
    const auto findings = calendar.findings(day("2025-02-27"), day("2025-03-05"));
    REQUIRE(codes(findings) == "CAL-UNVERIFIED");
    CHECK(message(findings[0], Language::en) ==
          "The basis for 2025-03-03 – 2025-03-05 was not read, or its day of decree isn't sure; "
          "check: surat edaran.");
    CHECK(calendar.findings(day("2025-05-05"), day("2025-05-07")).empty());

    const auto asked = [&](std::string_view known_on) {
        return codes(
            calendar.as_known_on(day(known_on)).findings(day("2025-05-05"), day("2025-05-07")));
    };
    CHECK(asked("2025-01-31") == "CAL-UNVERIFIED");
    CHECK(asked("2025-02-01") == "CAL-UNVERIFIED");
    CHECK(asked("2025-05-06") == "CAL-UNVERIFIED");
    CHECK(asked("2025-05-07").empty()); // decreed for certain before its own day
}

TEST_CASE("an unsure day of cuti bersama matters only where it is observed") {
    const Calendar calendar = office({sure(
        known(libur("2025-05-06", CalendarLayer::cuti_bersama), "2025-02-01"), Sureness::partly)});
    const Calendar then = calendar.as_known_on(day("2025-03-01"));
    CHECK(codes(then.findings(day("2025-05-06"), day("2025-05-06"))) ==
          "CAL-COVERAGE CAL-UNVERIFIED");
    CHECK(codes(then.with_cuti_bersama(CutiBersama::worked)
                    .findings(day("2025-05-06"), day("2025-05-06"))) == "CAL-COVERAGE");
}

TEST_CASE("a finding names few days and few sources, however many there are") {
    std::vector<CalendarFact> facts;
    for (int month = 1; month <= 9; ++month) {
        CalendarFact fact = sure(libur("2025-0" + std::to_string(month) + "-10"), Sureness::partly);
        fact.source = "sumber " + std::to_string(month);
        facts.push_back(fact);
    }
    const auto findings = office(facts).findings(day("2025-01-01"), day("2025-12-31"));
    REQUIRE(codes(findings) == "CAL-COVERAGE CAL-UNVERIFIED");
    CHECK(findings[1].arguments ==
          std::vector<Argument>{
              {"days", "2025-01-10, 2025-02-10, 2025-03-10, 2025-04-10, 2025-05-10, …"},
              {"sources", "sumber 1; sumber 2; sumber 3; …"}});
}

TEST_CASE("many facts with long ranges are resolved in bounded time") {
    CalendarDraft draft{.name = "x"};
    for (int i = 0; i < 100'000; ++i) {
        CalendarFact fact = i % 2 == 0 ? libur("1970-01-01", CalendarLayer::unit)
                                       : opening("1970-01-01", CalendarLayer::unit);
        fact.first = first_day + std::chrono::days(i % 400);
        fact.last = last_day - std::chrono::days(i % 300);
        fact.known_from = first_day + std::chrono::days(i % 7'000);
        fact.op = i % 5 == 0 ? CalendarOp::remove : CalendarOp::add;
        draft.facts.push_back(fact);
    }
    for (int i = 0; i < 2'000; ++i) {
        draft.facts[static_cast<std::size_t>(i)] =
            hours_from("1970-01-01", every_day(from_to(i % 10, 12 + i % 10)));
    }
    const auto start = std::chrono::steady_clock::now();
    const Calendar calendar(draft);
    const Calendar then = calendar.as_known_on(day("1980-01-01"));
    CHECK(calendar.findings(first_day, last_day).size() == 1);
    const auto spent = std::chrono::steady_clock::now() - start;
    // About a tenth of a second; painting each fact's days would take a minute.
    CHECK(spent < std::chrono::seconds(20));
}

namespace {

/// A plain reading of calendar.hpp's rules, one day at a time.
class NaiveCalendar {
public:
    NaiveCalendar(const CalendarDraft& draft, std::optional<LocalDay> known_on)
        : draft_(draft),
          known_on_(known_on) {}

    [[nodiscard]] DayHours hours(LocalDay day) const {
        const CalendarFact* const weekly = hours_fact(day);
        const std::size_t weekday = (std::chrono::weekday(day).iso_encoding() + 6) % 7; // Monday 0
        const DayHours own = weekly == nullptr ? DayHours() : weekly->hours[weekday];
        for (const CalendarLayer layer : {CalendarLayer::unit, CalendarLayer::province,
                                          CalendarLayer::cuti_bersama, CalendarLayer::national}) {
            const CalendarFact* const libur = last(layer, CalendarFactKind::libur, day);
            const CalendarFact* const opening = last(layer, CalendarFactKind::opening, day);
            if (opening != nullptr &&
                (libur == nullptr || opening->known_from >= libur->known_from)) {
                const bool has_own = std::ranges::any_of(
                    opening->hours, [](const DayHours& each) { return !each.empty(); });
                return has_own ? opening->hours[weekday] : own;
            }
            if (libur != nullptr) {
                return {};
            }
        }
        return own;
    }

private:
    [[nodiscard]] bool known(const CalendarFact& fact) const {
        return (!fact.known_from || !known_on_ || *fact.known_from <= *known_on_) &&
               (draft_.cuti_bersama == CutiBersama::observed ||
                fact.layer != CalendarLayer::cuti_bersama);
    }
    static LocalDay end(const CalendarFact& fact) {
        return fact.last.value_or(fact.kind == CalendarFactKind::hours ? LocalDay::max()
                                                                       : fact.first);
    }
    static bool covers(const CalendarFact& fact, LocalDay day) {
        return fact.first <= day && day <= end(fact);
    }
    /// The add of that layer and kind that stands on the day, or nullptr.
    [[nodiscard]] const CalendarFact* last(CalendarLayer layer, CalendarFactKind kind,
                                           LocalDay day) const {
        const CalendarFact* best = nullptr;
        for (const CalendarFact& fact : draft_.facts) {
            if (fact.layer != layer || fact.kind != kind || !known(fact) || !covers(fact, day)) {
                continue;
            }
            const auto rank = [](const CalendarFact& each) {
                return std::tuple(each.known_from, each.first, end(each));
            };
            if (best == nullptr || rank(fact) >= rank(*best)) {
                best = &fact;
            }
        }
        return best != nullptr && best->op == CalendarOp::add ? best : nullptr;
    }
    /// Whether the fact is the last said of its layer, kind and days, and adds.
    [[nodiscard]] bool stands(const CalendarFact& fact) const {
        const CalendarFact* best = nullptr;
        for (const CalendarFact& each : draft_.facts) {
            if (known(each) && each.layer == fact.layer && each.kind == fact.kind &&
                each.first == fact.first && end(each) == end(fact) &&
                (best == nullptr || each.known_from >= best->known_from)) {
                best = &each;
            }
        }
        return best == &fact && fact.op == CalendarOp::add;
    }
    [[nodiscard]] const CalendarFact* hours_fact(LocalDay day) const {
        const CalendarFact* best = nullptr;
        const auto rank = [](const CalendarFact& each) {
            return std::tuple(each.layer, each.kind, each.first, each.known_from, end(each));
        };
        for (const CalendarFact& fact : draft_.facts) {
            const bool weekly =
                fact.kind == CalendarFactKind::hours || fact.kind == CalendarFactKind::period;
            if (weekly && known(fact) && covers(fact, day) && stands(fact) &&
                (best == nullptr || rank(fact) >= rank(*best))) {
                best = &fact;
            }
        }
        return best;
    }

    const CalendarDraft& draft_;
    std::optional<LocalDay> known_on_;
};

using Random = std::mt19937;

int below(Random& random, int bound) {
    return static_cast<int>(random() % static_cast<unsigned>(bound));
}

CalendarFact random_fact(Random& random) {
    const std::array layers{CalendarLayer::national, CalendarLayer::cuti_bersama,
                            CalendarLayer::province, CalendarLayer::unit};
    CalendarFact fact = libur("2025-05-01", layers[static_cast<std::size_t>(below(random, 4))]);
    fact.kind = static_cast<CalendarFactKind>(
        fact.layer == CalendarLayer::cuti_bersama ? 2 + below(random, 2) : below(random, 4));
    fact.first += std::chrono::days(below(random, 12));
    if (below(random, 3) != 0 || fact.kind == CalendarFactKind::period) {
        fact.last = fact.first + std::chrono::days(below(random, 8));
    }
    if (below(random, 3) != 0) {
        fact.known_from = day("2025-01-01") + std::chrono::days(below(random, 4));
    }
    fact.op = below(random, 4) == 0 ? CalendarOp::remove : CalendarOp::add;
    if (fact.op == CalendarOp::add && fact.kind != CalendarFactKind::libur &&
        below(random, 4) != 0) {
        for (DayHours& hours : fact.hours) {
            if (below(random, 3) != 0) {
                hours = from_to(below(random, 12), 12 + below(random, 12));
            }
        }
    }
    return fact;
}

} // namespace

TEST_CASE("days are those of a plain reading of the rules, on random facts and dates") {
    Random random(20260622);
    std::size_t tried = 0;
    for (std::size_t round = 0; round < scaled(300); ++round) {
        CalendarDraft draft = office_draft({});
        const int facts = 1 + below(random, 12);
        for (int i = 0; i < facts; ++i) {
            draft.facts.push_back(random_fact(random));
        }
        draft.cuti_bersama = below(random, 5) == 0 ? CutiBersama::worked : CutiBersama::observed;
        std::optional<Calendar> calendar;
        try {
            calendar = Calendar(draft);
        } catch (const Error&) {
            continue; // an opening of nothing, hours taken back that aren't there
        }
        ++tried;
        std::vector<std::optional<LocalDay>> dates{std::nullopt};
        for (int i = -1; i < 5; ++i) {
            dates.emplace_back(day("2025-01-01") + std::chrono::days(i));
        }
        for (const auto& date : dates) {
            const Calendar then = date ? calendar->as_known_on(*date) : *calendar;
            const NaiveCalendar naive(calendar->draft(), date);
            for (int i = 0; i < 24; ++i) {
                const LocalDay each = day("2025-04-29") + std::chrono::days(i);
                INFO("round " << round << ", day " << text(each));
                const CalendarDay answer = then.day(each);
                REQUIRE(DayHours(answer.hours.begin(), answer.hours.end()) == naive.hours(each));
            }
        }
    }
    CHECK(tried > 0);
    WARN(tried);
}
