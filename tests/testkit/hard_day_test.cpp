// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/hard_day.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/deadline.hpp"
#include "testkit/walked.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

using namespace tertib;

namespace {

Deadline reckoned(const HardDay& day, std::size_t calendar, std::size_t moment) {
    return deadline(calendar_from_name(day.calendars.at(calendar)), day.moments.at(moment),
                    read_waktu(day.waktu).waktu);
}

/// On the clock of WIB, or that of another zone.
std::string due(const HardDay& day, std::size_t calendar, std::size_t moment, Zone zone = wib()) {
    return text(reckoned(day, calendar, moment).due.value(), zone);
}

bool has(const Deadline& deadline, std::string_view code) {
    return std::ranges::any_of(deadline.findings,
                               [&](const Finding& finding) { return finding.code == code; });
}

} // namespace

TEST_CASE("hard days have names, calendars, moments and a sentence in two languages") {
    std::set<std::string_view> names;
    for (const HardDay& day : hard_days()) {
        CAPTURE(std::string(day.name));
        CHECK(names.insert(day.name).second);
        CHECK_FALSE(text(day, Language::id).empty());
        CHECK(text(day, Language::id) != text(day, Language::en));
        CHECK_FALSE(day.moments.empty());
        for (const std::string_view calendar : day.calendars) {
            CHECK_NOTHROW(calendar_from_name(calendar));
        }
        CHECK(hard_day(day.name) == day);
    }
    CHECK(names.size() == 7);
    try {
        (void)hard_day("monday");
        FAIL("there is no such day");
    } catch (const Error& error) {
        CHECK(std::string(error.what()).find("wit-office, six-day-week") != std::string::npos);
    }
}

TEST_CASE("the guide lists the hard days with their calendars") {
    std::ifstream file("docs/testing.md", std::ios::binary);
    const std::string page{std::istreambuf_iterator<char>(file), {}};
    for (const HardDay& day : hard_days()) {
        std::string row = "| `" + std::string(day.name) + "` | ";
        for (const std::string_view calendar : day.calendars) {
            row += (calendar == day.calendars.front() ? "`" : ", `") + std::string(calendar) + "`";
        }
        CHECK(page.find(row + " | ") != std::string::npos);
    }
}

TEST_CASE("cuti bersama added overnight moves a deadline that was promised") {
    const HardDay day = hard_day("cuti-bersama-overnight");
    CHECK(due(day, 0, 0) == "2023-06-30T16:30:00+07:00");
    CHECK(due(day, 1, 0) == "2023-07-04T16:00:00+07:00");
    // A case that has begun keeps what was promised until it is reckoned anew.
    SopParts parts = one_post_parts(1, "start>1 1>end");
    parts.steps[0].waktu = read_waktu(day.waktu).waktu;
    const Sop sop(std::move(parts));
    TestClock clock(calendar_from_name(day.calendars[0]), day.moments[0]);
    Store store = test_store();
    CaseDriver driver(store, clock, sop);
    const CaseState state = driver.walk("K-1", {});
    const Command command{.case_id = "K-1", .by = {"Ani", "Kadis"}, .now = day.moments[1]};
    const auto ready = store.sop(sop.digest());
    const Calendar news = calendar_from_name(day.calendars[1]);
    const Recompute found = recompute({.sop = ready.get(), .calendar = &news}, state, command);
    REQUIRE(found.changes.size() == 1);
    CHECK(text(found.changes[0].old_due.value(), wib()) == "2023-06-30T16:30:00+07:00");
    CHECK(text(found.changes[0].new_due.value(), wib()) == "2023-07-04T16:00:00+07:00");
}

TEST_CASE("on the first day of Ramadan a waktu that fitted a day yesterday no longer does") {
    const HardDay day = hard_day("first-day-of-ramadan");
    CHECK(due(day, 0, 0) == "2026-02-18T16:00:00+07:00");
    CHECK(due(day, 1, 0) == "2026-02-18T16:00:00+07:00");
    CHECK(due(day, 0, 1) == "2026-02-20T08:30:00+07:00");
    CHECK(due(day, 1, 1) == "2026-02-20T08:00:00+07:00");
}

TEST_CASE("an hour before the break ends after it on a Friday") {
    const HardDay day = hard_day("friday-break");
    CHECK(due(day, 0, 0) == "2025-05-15T12:00:00+07:00");
    CHECK(due(day, 0, 1) == "2025-05-16T13:30:00+07:00");
}

TEST_CASE("past a year end without a decree a deadline is an estimate, or less") {
    const HardDay day = hard_day("year-end-without-decree");
    CHECK(due(day, 0, 0) == "2027-01-08T16:30:00+07:00");
    CHECK(has(reckoned(day, 0, 0), "CAL-ESTIMATE"));
    CHECK(has(reckoned(day, 0, 1), "CAL-COVERAGE"));
    // Whatever is decreed in the end moves it: here a cuti bersama.
    CalendarDraft decreed = calendar_from_name(day.calendars[0]).draft();
    decreed.name = "contoh";
    decreed.facts.push_back({.layer = CalendarLayer::cuti_bersama,
                             .first = *read_day("2027-01-04"),
                             .name = "Cuti Bersama (contoh)",
                             .source = "contoh"});
    const Deadline later = deadline(Calendar(decreed), day.moments[0], read_waktu(day.waktu).waktu);
    CHECK(text(later.due.value(), wib()) == "2027-01-11T16:00:00+07:00");
}

TEST_CASE("an office on WIT has closed while one on WIB still works") {
    const HardDay day = hard_day("wit-office");
    CHECK(due(day, 0, 0) == "2025-05-05T15:30:00+07:00");
    CHECK(due(day, 1, 0, wit()) == "2025-05-06T08:30:00+09:00");
}

TEST_CASE("a six-day week closes early on Friday and goes on on Saturday") {
    const HardDay day = hard_day("six-day-week");
    CHECK(due(day, 0, 0) == "2025-05-16T15:30:00+07:00");
    CHECK(due(day, 1, 0) == "2025-05-17T10:00:00+07:00");
}

TEST_CASE("a Plh. whose letter has run out can't complete the task in hand") {
    const HardDay day = hard_day("plh-expires-mid-task");
    SopParts parts = one_post_parts(1, "start>1 1>end");
    parts.steps[0].waktu = read_waktu(day.waktu).waktu;
    const auto roster = std::make_shared<const Roster>(day.roster);
    TestClock clock(calendar_from_name(day.calendars[0]), day.moments[0]);
    Store store = test_store();
    CaseDriver driver(store, clock, Sop(std::move(parts)), {.roster = roster});
    const Actor plh{.person = "Pejabat Plh.", .as = "Kadis"};
    driver.start("K-1");
    CHECK(driver.act("K-1", ClaimTask{"1"}, {.by = plh}).at(0).standing == Standing::plh);
    clock.set(day.moments[1]);
    CHECK(driver.state("K-1").tasks.at(0).clock.due.value() > clock.now());
    CHECK(driver.ask("K-1", CompleteTask{.task = "1"}, {.by = plh}).refusal.value().code ==
          "ACTOR-POST-ENDED");
    driver.act("K-1", ReassignTask{.task = "1", .person = "Pejabat definitif"},
               {.by = Actor{"Pejabat definitif", "Kadis"}, .reason = "masa Plh. berakhir"});
    CHECK(driver.walk("K-1", {"1"}).status == CaseStatus::ended);
}
