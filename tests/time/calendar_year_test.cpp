// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_year.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/calendar_year_json.hpp"

#include <algorithm>

using namespace tertib;

namespace {

const SpecialDays* find(const CalendarYear& year, std::string_view day) {
    const auto found = std::ranges::find_if(year.special, [&](const SpecialDays& days) {
        return text(days.first) <= day && day <= text(days.last);
    });
    return found == year.special.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a year counts its working days and minutes by month") {
    const Calendar office = calendar_from_name("id5");
    const CalendarYear year = calendar_year(office, 2025);
    // May 2025: 22 weekdays, less 1 May, 12 Waisak, 13 cuti bersama, 29 Kenaikan, 30 cuti bersama.
    CHECK(year.months[4].working_days == 17);
    CHECK(year.months[4].work == Work{std::chrono::minutes{17 * 450}});
    CHECK(year.whole().working_days ==
          office.table().working_days(*read_day("2024-12-31"), *read_day("2025-12-31")));
}

TEST_CASE("a year names the days that a decree or a special period decided") {
    const Calendar office = calendar_from_name("id5");
    const CalendarYear year = calendar_year(office, 2025);
    const SpecialDays* waisak = find(year, "2025-05-12");
    REQUIRE(waisak != nullptr);
    CHECK(waisak->first == waisak->last);
    CHECK(waisak->day.hours.empty());
    REQUIRE(waisak->day.day_fact != nullptr);
    CHECK(waisak->day.day_fact->kind == CalendarFactKind::libur);
    const SpecialDays* ramadan = find(year, "2025-03-04");
    REQUIRE(ramadan != nullptr);
    CHECK(ramadan->last > ramadan->first);
    CHECK(find(year, "2025-05-14") == nullptr);
}

TEST_CASE("a year that isn't decreed is told") {
    const Calendar office = calendar_from_name("id5");
    const CalendarYear year = calendar_year(office, 2040);
    CHECK(std::ranges::any_of(
        year.findings, [](const Finding& finding) { return finding.code == "CAL-COVERAGE"; }));
}

TEST_CASE("a year outside the calendar's days is refused") {
    const Calendar office = calendar_from_name("id5");
    CHECK_THROWS_AS(calendar_year(office, 1969), Error);
    CHECK_THROWS_AS(calendar_year(office, 2201), Error);
    CHECK(calendar_year(office, 2200).months[11].working_days > 0);
}

TEST_CASE("the JSON of a year has its sums and special days") {
    const Calendar office = calendar_from_name("id5");
    const std::string json = to_json(calendar_year(office, 2025), office);
    CHECK(json.find("\"schema\": \"tertib.calendar_year/1\"") != std::string::npos);
    CHECK(json.find("{\"month\": 5, \"working_days\": 17, \"working_minutes\": 7650}") !=
          std::string::npos);
    CHECK(json.find("Waisak") != std::string::npos);
}
