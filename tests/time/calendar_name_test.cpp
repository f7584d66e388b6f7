// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_name.hpp"

#include "calendar_facts.hpp"

using namespace tertib;

TEST_CASE("suffixes are read from the right") {
    const auto zone = [](std::string_view text) { return *Zone::parse(text); };
    CHECK(read_calendar_name("id5") == CalendarName{.base = "id5"});
    CHECK(read_calendar_name("id5@2023-06-10+09") ==
          CalendarName{.base = "id5", .known_on = day("2023-06-10"), .zone = wit()});
    CHECK(read_calendar_name("id5+08") == CalendarName{.base = "id5", .zone = wita()});
    CHECK(read_calendar_name("id5+05:30") == CalendarName{.base = "id5", .zone = zone("+05:30")});
    CHECK(read_calendar_name("id5-03:30") == CalendarName{.base = "id5", .zone = zone("-03:30")});
    CHECK(read_calendar_name("id5@2023-06-10") ==
          CalendarName{.base = "id5", .known_on = day("2023-06-10")});
}

TEST_CASE("what is no suffix belongs to the name") {
    for (const char* name :
         {"", "a@b+c.json", "/data/a+09@2023-06-10/x.json", "id5@2023-02-30", "id5@2023-6-1",
          "id5@20230610", "id5+9", "id5+0900", "id5+99", "id5+07:60", "id5-09", "id5@", "id5+",
          "2023-06-10", "+", "@", "id5+ab", "id5+19:00"}) {
        INFO(name);
        CHECK(read_calendar_name(name) == CalendarName{.base = name});
    }
    CHECK(read_calendar_name("/data/a@b+c.json@2023-06-10+08") ==
          CalendarName{.base = "/data/a@b+c.json", .known_on = day("2023-06-10"), .zone = wita()});
    // The offset stands behind the date, so here only one of them is a suffix.
    CHECK(read_calendar_name("id5+09@2023-06-10") ==
          CalendarName{.base = "id5+09", .known_on = day("2023-06-10")});
    CHECK(read_calendar_name("id5+08+09") == CalendarName{.base = "id5+08", .zone = wit()});
    CHECK(read_calendar_name("+09") == CalendarName{.base = "", .zone = wit()});
}

TEST_CASE("a built-in calendar is found by its name") {
    CHECK(calendar_from_name("id5") == *builtin_calendar("id5"));
    const Calendar then = calendar_from_name("id5@2023-06-10+09");
    CHECK(then.known_on() == day("2023-06-10"));
    CHECK(then.zone() == wit());
    CHECK(then == builtin_calendar("id5")->as_known_on(day("2023-06-10")).in_zone(wit()));
    CHECK(refusal([] { return calendar_from_name("id6@2023-06-10"); }) ==
          "argument: there is no calendar \"id6\"; there are: contoh6, id5, jabar5");
    CHECK_FALSE(refusal([] { return calendar_from_name(""); }).empty());
    CHECK_FALSE(refusal([] { return calendar_from_name("ID5"); }).empty());
    CHECK_FALSE(builtin_calendar("id5@2023-06-10"));
}

TEST_CASE("a loaded calendar takes its suffixes too") {
    const Calendar base = office({known(libur("2025-05-06"), "2025-02-01")});
    const CalendarName name = read_calendar_name("kantor.json@2025-01-01+08");
    CHECK(name.base == "kantor.json");
    CHECK(calendar_from_name(name, base) == base.as_known_on(day("2025-01-01")).in_zone(wita()));
    CHECK(calendar_from_name(read_calendar_name("kantor.json"), base) == base);
}

TEST_CASE("a label names the calendar again") {
    for (const char* name : {"id5", "id5@2023-06-10", "id5+09", "id5@2023-06-10+09", "jabar5-03:30",
                             "contoh6@1999-12-31+05:30", "id5+00"}) {
        const Calendar calendar = calendar_from_name(name);
        CHECK(calendar.label() == name);
        CHECK(calendar_from_name(calendar.label()) == calendar);
    }
    CHECK(calendar_from_name("id5+07").label() == "id5");
    CHECK(calendar_from_name("id5+08:00").label() == "id5+08");
}

TEST_CASE("the built-in calendars are listed in order") {
    const auto names = builtin_calendars();
    REQUIRE(names.size() == 3);
    CHECK(names[0] == "contoh6");
    CHECK(names[1] == "id5");
    CHECK(names[2] == "jabar5");
    for (const std::string_view name : names) {
        CHECK(builtin_calendar(name)->name() == name);
    }
    CHECK_FALSE(builtin_calendar("id6"));
    CHECK_FALSE(builtin_calendar(""));
}
