// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// The built-in calendars against the facts that they were made from.
#include "calendar_facts.hpp"
#include "tertib/base/text.hpp"
#include "tertib/time/calendar_diff.hpp"
#include "tertib/time/calendar_name.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

using namespace tertib;

namespace {

/// The rows of a file of ../shared/data/time without its first; nothing where it isn't there. No
/// cell that is read here holds a comma.
std::optional<std::vector<std::vector<std::string>>> shared_rows(const std::string& file) {
    std::ifstream in("../shared/data/time/" + file, std::ios::binary);
    if (!in) {
        const char* const required = std::getenv("TERTIB_REQUIRE_DATA");
        if (required != nullptr && std::string_view(required) == "1") {
            FAIL("../shared/data/time/" << file << " is required and isn't there");
        }
        WARN("skipped: ../shared/data/time/" << file << " isn't there");
        return std::nullopt;
    }
    std::vector<std::vector<std::string>> rows;
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        std::vector<std::string> cells;
        for (const std::string_view cell : split(line, ',')) {
            cells.emplace_back(cell);
        }
        rows.push_back(std::move(cells));
    }
    return rows;
}

using DaysOff = std::map<LocalDay, std::string>; ///< by day "libur" or "cuti_bersama"

DaysOff days_off(const Calendar& calendar, LocalDay first, LocalDay last) {
    DaysOff off;
    for (LocalDay each = first; each <= last; each += std::chrono::days(1)) {
        const CalendarFact* const fact = calendar.day(each).day_fact;
        if (fact != nullptr) {
            off[each] = fact->layer == CalendarLayer::cuti_bersama ? "cuti_bersama" : "libur";
        }
    }
    return off;
}

Calendar named(std::string_view name) {
    return calendar_from_name(name);
}

/// The n-th working day after the start's date, and its closing time.
std::string days_later(std::string_view calendar, std::string_view start, std::int64_t n) {
    const Calendar office = named(calendar);
    const WorkingTable& table = office.table();
    const Stamp from = *read_stamp(start, wib());
    const LocalDay due = *table.add_days(local_day(from.earliest, wib()), n);
    return text(to_instant(*table.closing(due), wib()), wib());
}

std::string minutes_later(std::string_view name, std::string_view start, std::int64_t n) {
    const Calendar calendar = named(name);
    const Stamp from = *read_stamp(start, calendar.zone());
    const auto due = calendar.table().add(to_local(from.earliest, calendar.zone()),
                                          Work{std::chrono::minutes(n)});
    return text(to_instant(*due, calendar.zone()), calendar.zone());
}

} // namespace

TEST_CASE("id5 holds exactly the holidays of the list") {
    const auto rows = shared_rows("id_holidays.csv");
    if (!rows) {
        return;
    }
    DaysOff listed;
    std::map<LocalDay, std::string> names;
    for (const auto& row : *rows) {
        listed[day(row[0])] = row[2];
        names[day(row[0])] = row[1];
    }
    CHECK(listed.size() > 150);
    const LocalDay first = first_day;
    const LocalDay last = day("2026-12-31");
    const Calendar id5 = named("id5");
    CHECK(days_off(id5, first, last) == listed);
    CHECK(days_off(id5.as_known_on(day("2026-11-23")), first, last) == listed);
    for (const auto& [each, name] : names) {
        INFO(text(each));
        CHECK(id5.day(each).day_fact->name == name);
        CHECK_FALSE(id5.day(each).day_fact->source.empty());
    }
}

TEST_CASE("the estimates of 2027 are estimates") {
    const auto rows = shared_rows("id_holidays_2027_estimate.csv");
    if (!rows) {
        return;
    }
    DaysOff listed;
    for (const auto& row : *rows) {
        listed[day(row[0])] = row[2];
        CHECK(named("id5").day(day(row[0])).day_fact->sure == Sureness::estimate);
    }
    CHECK(days_off(named("id5"), day("2027-01-01"), last_day) == listed);
}

TEST_CASE("id5 as known on any date is the list with the revisions known by then") {
    const auto rows = shared_rows("id_holidays.csv");
    const auto revisions = shared_rows("id_calendar_revisions.csv");
    if (!rows || !revisions) {
        return;
    }
    std::set<LocalDay> dates{day("2000-01-01"), day("2026-11-23")};
    std::set<std::pair<std::string, std::string>> revised; // date, kind
    for (const auto& row : *revisions) {
        dates.insert(day(row[0]));
        dates.insert(day(row[0]) - std::chrono::days(1));
        revised.emplace(row[1], row[3]);
    }
    for (const LocalDay date : dates) {
        INFO("known on " << text(date));
        DaysOff expected;
        for (const auto& row : *rows) {
            if (!revised.contains({row[0], row[2]})) {
                expected[day(row[0])] = row[2];
            }
        }
        for (const auto& row : *revisions) { // in the order of their dates
            if (day(row[0]) <= date && row[2] == "add") {
                expected[day(row[1])] = row[3];
            } else if (day(row[0]) <= date) {
                expected.erase(day(row[1]));
            }
        }
        CHECK(days_off(named("id5").as_known_on(date), first_day, day("2026-12-31")) == expected);
    }
}

TEST_CASE("a revision takes effect on its day and not before") {
    struct Row {
        const char* date;
        const char* known;
        const char* hours;
    };
    const char* const open = "07:30-12:00 13:00-16:00";
    const Row rows[] = {
        {"2020-05-22", "2019-08-27", "07:30-11:30 13:00-16:30"}, // a Friday
        {"2020-05-22", "2019-08-28", "off"},
        {"2020-05-22", "2020-05-19", "off"},
        {"2020-05-22", "2020-05-20", "07:30-11:30 13:00-16:30"},
        {"2020-05-28", "2020-03-08", open},
        {"2020-05-28", "2020-03-09", "off"},
        {"2020-05-28", "2020-04-09", open},
        {"2020-12-28", "2020-04-08", open},
        {"2020-12-28", "2020-04-09", "off"},
        {"2020-12-28", "2020-12-01", open},
        {"2020-12-31", "2020-12-01", "off"},
        {"2021-08-10", "2020-09-09", open},
        {"2021-08-10", "2020-09-10", "off"},
        {"2021-08-10", "2021-06-18", open},
        {"2021-08-11", "2021-06-17", open},
        {"2021-08-11", "2021-06-18", "off"},
        {"2021-12-27", "2021-02-21", "off"},
        {"2021-12-27", "2021-02-22", open},
        {"2022-05-04", "2022-04-06", open},
        {"2022-05-04", "2022-04-07", "off"},
        {"2023-04-26", "2022-10-11", "off"},
        {"2023-04-26", "2023-03-29", open},
        {"2023-06-28", "2023-06-15", open},
        {"2023-06-28", "2023-06-16", "off"},
        {"2025-08-18", "2025-08-06", open},
        {"2025-08-18", "2025-08-07", "off"},
        {"2025-05-12", "1999-01-01", "off"}, // its day of decree wasn't collected: known always
    };
    for (const Row& row : rows) {
        INFO(row.date << " known on " << row.known);
        CHECK(hours_on(named(std::string("id5@") + row.known), row.date) == row.hours);
    }
}

TEST_CASE("the hours of the built-in calendars are those of their circulars") {
    CHECK(hours_on(named("id5"), "2025-05-05") == "07:30-12:00 13:00-16:00");
    CHECK(hours_on(named("id5"), "2025-05-09") == "07:30-11:30 13:00-16:30");
    CHECK(hours_on(named("id5"), "2025-05-10") == "off");
    for (const char* first : {"2023-03-24", "2024-03-15", "2025-03-07", "2026-02-20"}) {
        CHECK(hours_on(named("id5"), first) == "08:00-11:30 12:30-15:30"); // Fridays
    }
    for (const char* edge : {"2023-03-27", "2023-04-18", "2024-03-13", "2024-04-04", "2025-03-03",
                             "2025-03-27", "2026-02-19", "2026-03-17"}) {
        INFO(edge);
        CHECK(hours_on(named("id5"), edge) == "08:00-12:00 12:30-15:00");
    }
    CHECK(hours_on(named("id5"), "2025-02-28") == "07:30-11:30 13:00-16:30");
    CHECK(hours_on(named("id5"), "2026-02-18") == "07:30-12:00 13:00-16:00");
    CHECK(hours_on(named("jabar5"), "2025-03-03") == "06:30-11:30 12:30-14:00");
    CHECK(hours_on(named("jabar5"), "2025-03-07") == "06:30-11:30 13:00-14:30");
    CHECK(hours_on(named("jabar5"), "2026-02-19") == "06:30-12:00 12:30-14:00");
    CHECK(hours_on(named("jabar5"), "2026-02-20") == "06:30-11:30 12:30-14:00");
    CHECK(hours_on(named("jabar5"), "2026-03-19") == "off"); // Nyepi in Ramadan
    CHECK(hours_on(named("contoh6"), "2025-03-03") == "07:30-14:30");
    CHECK(hours_on(named("contoh6"), "2025-05-09") == "07:30-11:30");
    CHECK(hours_on(named("contoh6"), "2025-05-10") == "07:30-13:00");
    CHECK(hours_on(named("contoh6"), "2025-05-11") == "off");
    CHECK(hours_on(named("contoh6"), "2025-05-12") == "off");
}

TEST_CASE("a week has 37.5 hours, in Ramadan 32.5") {
    const auto week = [](std::string_view monday) {
        const Calendar id5 = named("id5");
        const WorkingTable& table = id5.table();
        return table.between(LocalTime(day(monday)), LocalTime(day(monday)) + std::chrono::days(7));
    };
    CHECK(week("2025-05-19") == Work{std::chrono::minutes(2250)});
    CHECK(week("2025-03-10") == Work{std::chrono::minutes(1950)});
}

TEST_CASE("jabar5 differs from id5 in the Ramadan of 2025 and 2026 only") {
    const auto changes = calendar_diff(named("id5"), named("jabar5"), first_day, last_day);
    REQUIRE_FALSE(changes.empty());
    for (const CalendarChange& change : changes) {
        const bool ramadan = (change.day >= day("2025-03-01") && change.day <= day("2025-03-30")) ||
                             (change.day >= day("2026-02-19") && change.day <= day("2026-03-20"));
        INFO(text(change.day));
        CHECK(ramadan);
        CHECK(change.after.hours_fact->layer == CalendarLayer::province);
    }
    CHECK(changes.front().day == day("2025-03-03"));
    CHECK(changes.back().day == day("2026-03-17"));
    CHECK(named("jabar5").draft().derived_from->name == "id5");
    CHECK(named("jabar5").draft().derived_from->digest == named("id5").digest());
}

TEST_CASE("the diff of two revisions of one calendar is the revision") {
    const auto changes =
        calendar_diff(named("id5@2023-06-10"), named("id5"), day("2023-01-01"), day("2023-12-31"));
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].day == day("2023-06-28"));
    CHECK(changes[1].day == day("2023-06-30"));
    CHECK(changes[0].before.day_fact == nullptr);
    CHECK(changes[0].after.day_fact->name == "Cuti Bersama Hari Raya Idul Adha");
}

TEST_CASE("worked examples of deadlines by what was known") {
    CHECK(minutes_later("id5@2023-06-10", "2023-06-27T14:00", 180) == "2023-06-28T08:30:00+07:00");
    CHECK(minutes_later("id5", "2023-06-27T14:00", 180) == "2023-07-03T08:30:00+07:00");
    CHECK(days_later("id5@2023-03-20", "2023-04-18T10:00", 2) == "2023-04-20T15:00:00+07:00");
    CHECK(days_later("id5@2020-11-30", "2020-12-23T09:00", 3) == "2021-01-06T16:00:00+07:00");
    CHECK(days_later("id5@2021-06-01", "2021-08-09T10:00", 1) == "2021-08-11T16:00:00+07:00");
    CHECK(days_later("id5@2025-08-06", "2025-08-15T10:00", 1) == "2025-08-18T16:00:00+07:00");
    CHECK(days_later("id5", "2026-03-17T08:00", 3) == "2026-03-27T16:30:00+07:00");
    CHECK(days_later("id5", "2024-11-26T10:00", 1) == "2024-11-28T16:00:00+07:00");
    CHECK(days_later("id5", "2026-04-30T09:00", 20) == "2026-06-05T16:30:00+07:00");
    CHECK(minutes_later("id5", "2025-05-09T16:00", 90) == "2025-05-14T08:30:00+07:00");
    CHECK(minutes_later("id5+09", "2025-05-08T15:00+09:00", 120) == "2025-05-09T08:30:00+09:00");
    CHECK(minutes_later("jabar5", "2025-03-12T13:30", 60) == "2025-03-13T07:00:00+07:00");
    CHECK(minutes_later("jabar5", "2026-02-18T15:30", 60) == "2026-02-19T07:00:00+07:00");
    CHECK(minutes_later("contoh6", "2025-05-09T11:00", 60) == "2025-05-10T08:00:00+07:00");
}

TEST_CASE("the built-in calendars say what they don't know") {
    const auto said = [](std::string_view name, std::string_view first, std::string_view last) {
        return codes(named(name).findings(day(first), day(last)));
    };
    CHECK(said("id5", "2025-05-05", "2025-06-05").empty());
    CHECK(said("id5", "2023-04-12", "2026-12-31").empty());
    CHECK(said("id5", "2023-04-11", "2023-04-12") == "CAL-HOURS-PROFILE");
    CHECK(said("id5", "2019-12-31", "2020-01-02") == "CAL-COVERAGE CAL-HOURS-PROFILE");
    CHECK(said("id5", "2027-04-05", "2027-04-06") == "CAL-COVERAGE CAL-ESTIMATE");
    CHECK(said("id5", "2026-12-30", "2027-01-04") == "CAL-COVERAGE CAL-ESTIMATE");
    CHECK(said("id5", "2028-04-03", "2028-04-04") == "CAL-COVERAGE");
    CHECK(said("id5@2023-06-10", "2023-06-27", "2023-06-28") == "CAL-UNVERIFIED");
    CHECK(said("id5@2023-06-10", "2023-07-03", "2023-07-04").empty());
    CHECK(said("id5@2022-10-10", "2023-06-05", "2023-06-06") == "CAL-NOT-DECREED");
    CHECK(said("id5@2023-12-31", "2025-06-02", "2025-06-03") == "CAL-NOT-DECREED");
    CHECK(said("id5@2024-01-01", "2025-06-02", "2025-06-03").empty());
    CHECK(said("jabar5", "2025-05-05", "2025-05-06") == "CAL-UNVERIFIED");
    CHECK(said("jabar5", "2025-03-04", "2025-03-05").empty());
    CHECK(said("jabar5", "2023-04-10", "2023-04-11") == "CAL-HOURS-PROFILE");
    CHECK(said("contoh6", "2021-05-03", "2021-05-04").empty());
}
