// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar.hpp"

#include "calendar_facts.hpp"

#include <algorithm>
#include <chrono>
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
