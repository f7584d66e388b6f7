// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/deadline.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/waktu_request.hpp"

#include "catch.hpp"
#include "id5.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

using namespace tertib;
using namespace std::chrono_literals;

namespace {

Deadline of(std::string_view start, std::string_view waktu) {
    const WaktuRequest request = read_waktu_request(waktu, wib());
    return deadline(id5(), at(start), request.waktu, request.options);
}

std::string due_of(std::string_view start, std::string_view waktu) {
    const auto due = of(start, waktu).due;
    return due ? text(*due, wib()).substr(0, 16) : "";
}

bool has(const Deadline& deadline, std::string_view code) {
    return std::ranges::find(deadline.findings, code, &Finding::code) != deadline.findings.end();
}

/// The cells of a line of CSV; a cell in quotes may hold commas.
std::vector<std::string> cells(const std::string& line) {
    std::vector<std::string> result(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            result.emplace_back();
        } else if (c != '\r') {
            result.back() += c;
        }
    }
    return result;
}

const Calendar& calendar(const std::string& name) {
    static std::map<std::string, Calendar> known;
    const auto found = known.find(name);
    return found != known.end() ? found->second
                                : known.emplace(name, calendar_from_name(name)).first->second;
}

/// How many rows of a file of worked examples hold; each that doesn't is reported.
int check_rows(const std::string& path) {
    std::ifstream file(path);
    std::string line;
    int rows = 0;
    while (std::getline(file, line)) {
        const auto row = cells(line);
        if (row.size() < 4 || row[0] == "start") {
            continue;
        }
        INFO(path << ": " << line);
        const Calendar& office = calendar(row[2]);
        const WaktuRequest request = read_waktu_request(row[1], office.zone());
        const Instant start = read_stamp(row[0], office.zone()).value().earliest;
        const Deadline made = deadline(office, start, request.waktu, request.options);
        CHECK((made.due ? text(*made.due, office.zone()) : "") == row[3]);
        ++rows;
    }
    return rows;
}

} // namespace

TEST_CASE("the worked examples of deadlines hold, row by row") {
    CHECK(check_rows("tests/data/golden_deadlines.csv") >= 40);
}

TEST_CASE("the worked examples gathered beside the project hold too, where they are present") {
    check_rows("../shared/data/time/golden_deadlines.csv");
}

TEST_CASE("a deadline carries what it was reckoned from") {
    const Calendar then = id5().as_known_on(read_day("2023-06-10").value());
    const Waktu waktu = read_waktu("1-3 Hari").waktu;
    const Deadline made = deadline(then, at("2023-06-12T10:00"), waktu);
    CHECK(made.start == at("2023-06-12T10:00"));
    CHECK(made.waktu == waktu);
    CHECK(made.counted == Allowance{.form = AllowanceForm::working_days, .working_days = 3});
    CHECK(made.calendar == then.label());
    CHECK(made.calendar_version == then.version());
    CHECK(made.calendar_digest == then.digest());
    CHECK(made.known_on == read_day("2023-06-10"));
    CHECK(made.zone == wib());
}

TEST_CASE("open and none have no deadline and no findings") {
    for (const char* waktu : {"Sesuai Kontrak / SPK", "-", ""}) {
        const Deadline made = of("2025-05-05T10:00", waktu);
        CHECK_FALSE(made.due.has_value());
        CHECK(made.counted.form == AllowanceForm::none);
        CHECK(made.findings.empty());
    }
}

TEST_CASE("of alternatives the later counts, and is the one recorded") {
    const Deadline made = of("2025-05-05T10:00", "120 Menit / 3 Hari");
    CHECK(made.counted.form == AllowanceForm::working_days);
    CHECK(due_of("2025-05-05T10:00", "3000 Menit / 1 Hari") > "2025-05-08");
}

TEST_CASE("months clamp and roll forward to a working day, in one step") {
    CHECK(due_of("2025-01-31T09:00", "1 Bulan") == "2025-02-28T16:30");
    CHECK(due_of("2025-06-30T09:00", "1 Bulan") == "2025-07-30T16:00");
    CHECK(due_of("2024-02-29T09:00", "1 Tahun") == "2025-02-28T16:30");
    CHECK(due_of("2025-05-05T09:00", "1 Minggu") == "2025-05-14T16:00"); // Waisak, cuti bersama
}

TEST_CASE("minutes of a sum begin at most a day's length after the opening of their day") {
    // Tuesday 18 February 2026 closes at 16:00 after 450 minutes, the next day in Ramadan has 390.
    CHECK(due_of("2026-02-18T17:00", "1 hari 10 menit") == "2026-02-20T08:10");
    // A start on a day off: nothing had passed.
    CHECK(due_of("2025-05-03T15:00", "1 hari 30 menit") == "2025-05-05T08:00");
}

TEST_CASE("a stop in working minutes counts from when the clock runs again") {
    CHECK(due_of("2025-05-05T10:00", "180 Menit {jeda 2025-05-05T11:00/2025-05-05T14:00}") ==
          "2025-05-05T16:00");
    CHECK(due_of("2025-05-05T10:00", "120 Menit {jeda 2025-05-05T17:00/2025-05-06T05:00}") ==
          "2025-05-05T12:00");
}

TEST_CASE("several stops count as their union") {
    const std::string apart = due_of("2025-05-05T10:00", "300 Menit {jeda 2025-05-05T10:30/"
                                                         "2025-05-05T14:00}");
    CHECK(apart == due_of("2025-05-05T10:00",
                          "300 Menit {jeda 2025-05-05T13:00/2025-05-05T14:00} {jeda "
                          "2025-05-05T10:30/2025-05-05T13:30}{jeda 2025-05-05T11:00/"
                          "2025-05-05T11:00}"));
}

TEST_CASE("a stop adds calendar days before the date rolls") {
    // Friday 16 May + 5 days of the stop = Wednesday 21 May.
    CHECK(due_of("2025-05-06T10:00", "10 Hari Kalender {jeda 2025-05-07T10:00/2025-05-12T09:00}") ==
          "2025-05-21T16:00");
}

TEST_CASE("an extended deadline can reach a later stop") {
    CHECK(due_of("2025-05-05T10:00", "1 Hari {jeda 2025-05-06T10:00/2025-05-07T10:00} {jeda "
                                     "2025-05-07T15:00/2025-05-08T10:00}") == "2025-05-08T16:00");
}

TEST_CASE("a stop that begins after the deadline then standing changes nothing, with a finding") {
    const Deadline made =
        of("2025-05-05T10:00", "60 Menit {jeda 2025-05-05T11:30/2025-05-06T10:00}");
    CHECK(made.due == at("2025-05-05T11:00"));
    CHECK(has(made, "STOP-AFTER-DEADLINE"));
    const Deadline days = of("2025-05-05T10:00", "1 Hari {jeda 2025-05-06T16:01/2025-05-07T10:00}");
    CHECK(days.due == at("2025-05-06T16:00"));
    CHECK(has(days, "STOP-AFTER-DEADLINE"));
    const Deadline used = of("2025-05-05T10:00", "1 Hari {jeda 2025-05-06T16:00/2025-05-07T10:00}");
    CHECK(used.due == at("2025-05-07T16:00"));
    CHECK_FALSE(has(used, "STOP-AFTER-DEADLINE"));
}

TEST_CASE("a stop is clipped to the start; one over before it changes nothing, with a finding") {
    CHECK(due_of("2025-05-06T10:00", "1 Hari {jeda 2025-05-01T10:00/2025-05-07T10:00}") ==
          "2025-05-08T16:00");
    const Deadline made =
        of("2025-05-05T10:00", "60 Menit {jeda 2025-05-05T08:00/2025-05-05T10:00}");
    CHECK(made.due == at("2025-05-05T11:00"));
    CHECK(has(made, "STOP-BEFORE-START"));
}

TEST_CASE("in a sum a stop belongs to the part during which it begins") {
    // Without a stop: Tuesday 6 May, from 10:00 on for 300 minutes until 16:00.
    CHECK(due_of("2025-05-05T10:00", "1 hari 300 menit") == "2025-05-06T16:00");
    CHECK(due_of("2025-05-05T10:00", "1 hari 300 menit {jeda 2025-05-06T14:00/2025-05-07T10:00}") ==
          "2025-05-07T12:00");
    CHECK(due_of("2025-05-05T10:00", "1 hari 300 menit {jeda 2025-05-05T14:00/2025-05-06T08:00}") ==
          "2025-05-07T16:00");
}

TEST_CASE("a latest start undoes a deadline") {
    for (const char* waktu : {"3 Hari", "90 Menit", "2 x 24 Jam"}) {
        INFO(waktu);
        const Instant end = at("2025-05-09T16:30");
        const Deadline back = of("2025-05-09T16:30", std::string("-") + waktu);
        CHECK(back.direction == TimeDirection::backward);
        CHECK(deadline(id5(), *back.due, read_waktu(waktu).waktu).due <= end);
        // A minute later is too late; by days the date counts, and the next one is too late.
        const std::chrono::minutes later = due_by(back.counted) == DueBy::date ? 24h : 1min;
        CHECK(deadline(id5(), *back.due + later, read_waktu(waktu).waktu).due > end);
    }
    CHECK(due_of("2025-03-03T10:00", "-1 Bulan") == "2025-01-31T16:30");
    CHECK(due_of("2025-05-09T10:00", "-1 Hari") == "2025-05-07T16:00");
}

TEST_CASE("a latest start with stops is reckoned for minutes, days and wall-clock hours") {
    CHECK(due_of("2025-05-05T16:00", "-60 Menit {jeda 2025-05-05T14:00/2025-05-05T15:30}") ==
          "2025-05-05T13:30");
    // A start after the stop isn't delayed by it; one that must be before it is by two days.
    CHECK(due_of("2025-05-09T16:30", "-1 Hari {jeda 2025-05-07T10:00/2025-05-08T10:00}") ==
          "2025-05-08T16:00");
    CHECK(due_of("2025-05-09T16:30", "-3 Hari {jeda 2025-05-07T10:00/2025-05-08T10:00}") ==
          "2025-05-05T16:00");
    CHECK(due_of("2025-05-09T12:00", "-1 x 24 Jam {jeda 2025-05-09T06:00/2025-05-09T08:00}") ==
          "2025-05-08T10:00");
}

TEST_CASE("what can't be reckoned backwards is refused") {
    const auto back = [](std::string_view waktu, std::vector<ClockStop> stops = {}) {
        return deadline(id5(), at("2025-05-09T16:30"), read_waktu(waktu).waktu,
                        {.stops = std::move(stops), .direction = TimeDirection::backward});
    };
    CHECK_THROWS_AS(back("1 hari 2 jam"), Error);
    CHECK_THROWS_AS(back("1 Bulan", {{at("2025-05-05T10:00"), at("2025-05-06T10:00")}}), Error);
    CHECK_NOTHROW(back("1 Bulan"));
}

TEST_CASE("the earlier start serves both alternatives") {
    const Deadline back =
        deadline(id5(), at("2025-05-09T16:30"), read_waktu("120 Menit / 3 Hari").waktu,
                 {.direction = TimeDirection::backward});
    CHECK(back.due == at("2025-05-06T16:00"));
    CHECK(back.counted.form == AllowanceForm::working_days);
}

TEST_CASE("starts and deadlines outside the days reckoned with are refused") {
    const Waktu day = read_waktu("1 Hari").waktu;
    for (const std::int64_t far : {INT64_MIN, INT64_MAX}) {
        CHECK_THROWS_AS(deadline(id5(), Instant{std::chrono::microseconds{far}}, day), Error);
    }
    CHECK_THROWS_AS(deadline(id5(), at("2200-12-31T10:00"), read_waktu("9 Hari").waktu), Error);
    CHECK_THROWS_AS(deadline(id5(), at("2025-05-05T10:00"), read_waktu("900000000 Menit").waktu),
                    Error);
    CHECK_THROWS_AS(deadline(id5(), at("2025-05-05T10:00"), day,
                             {.stops = {{at("2025-05-06T10:00"), at("2025-05-05T10:00")}}}),
                    Error);
    CHECK_THROWS_AS(deadline(id5(), at("2025-05-05T10:00"), day,
                             {.stops = {{at("2025-05-05T11:00"), Instant::max()}}}),
                    Error);
}

TEST_CASE("a calendar without a working day has no deadlines in working time") {
    const Calendar never(CalendarDraft{.name = "never"});
    CHECK_THROWS_AS(deadline(never, at("2025-05-05T10:00"), read_waktu("1 Menit").waktu), Error);
    CHECK_THROWS_AS(deadline(never, at("2025-05-05T10:00"), read_waktu("0 Hari").waktu), Error);
    CHECK_THROWS_AS(deadline(never, at("2025-05-05T10:00"), read_waktu("1 Bulan").waktu), Error);
    CHECK(deadline(never, at("2025-05-05T10:00"), read_waktu("1 x 24 jam").waktu).due ==
          at("2025-05-06T10:00"));
}

TEST_CASE("a doubled notation that contradicts itself or the calendar is a finding") {
    CHECK(has(of("2025-05-05T07:30", "480 Menit (7 Jam)"), "WAKTU-RESTATED-DIFFERS"));
    CHECK(has(of("2025-05-05T07:30", "8 Jam (1 Hari)"), "DEADLINE-RESTATED"));
    CHECK_FALSE(has(of("2025-05-05T07:30", "7,5 Jam (1 Hari)"), "DEADLINE-RESTATED"));
    CHECK(has(of("2025-03-05T08:00", "7,5 Jam (1 Hari)"), "DEADLINE-RESTATED")); // Ramadan
    const Deadline eight = of("2025-05-05T07:30", "480 Menit (8 Jam)");
    CHECK(has(eight, "DEADLINE-DAY-LENGTH"));
    CHECK(eight.due == at("2025-05-06T08:00"));
    CHECK_FALSE(has(of("2025-05-05T07:30", "60 Menit (1 Jam)"), "DEADLINE-DAY-LENGTH"));
}

TEST_CASE("a deadline tells what the calendar's days rest on, and one on the wall doesn't") {
    CHECK(has(of("2031-05-05T10:00", "3 Hari"), "CAL-COVERAGE"));
    CHECK(of("2031-05-05T10:00", "1 x 24 jam").findings.empty());
}
