// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/case_judge.hpp"

#include "catch.hpp"
#include "test_log.hpp"

using namespace tertib;

namespace {

constexpr std::string_view two = "start>1 1>2 2>end";

CheckPart one(std::string_view waktu, std::string_view rows, CheckOptions options = {}) {
    TestLog log;
    log.add(rows);
    return judged(timed_parts(2, two, waktu), log, std::move(options));
}

CheckOptions at(std::string_view now) {
    return {.now = moment(now)};
}

} // namespace

TEST_CASE("a step's clock starts when the step before it was completed") {
    const CheckPart on_time =
        one("60 Menit", "1 2025-05-05T08:00/2025-05-05T08:30; 2 2025-05-05T09:20/2025-05-05T09:30");
    CHECK(verdict(on_time, CheckCode::late_step) == "satisfied");
    const CheckPart late = one("60 Menit", "1 2025-05-05T08:00/2025-05-05T08:30; "
                                           "2 2025-05-05T09:20/2025-05-05T09:30:00.000001");
    CHECK(verdict(late, CheckCode::late_step) == "violated");
    CHECK(evidence(late, CheckCode::late_step) == "2@2");
    CHECK(first(late, CheckCode::late_step).due ==
          moment("2025-05-05T09:30").time_since_epoch().count());
    CHECK(first(late, CheckCode::late_step).from.first ==
          moment("2025-05-05T08:30").time_since_epoch().count());
    const CheckPart started = one("60 Menit",
                                  "1 2025-05-05T08:00/2025-05-05T08:30; "
                                  "2 2025-05-05T09:20/2025-05-05T09:31",
                                  {.measured_from = MeasuredFrom::started});
    CHECK(verdict(started, CheckCode::late_step) == "satisfied");
}

TEST_CASE("after closing time it is late, though no working minute has passed") {
    const CheckPart part = one("60 Menit", "1 2025-05-05T14:00/2025-05-05T15:00; "
                                           "2 2025-05-05T15:10/2025-05-05T16:30");
    CHECK(verdict(part, CheckCode::late_step) == "violated");
    CHECK(first(part, CheckCode::late_step).late_work == 0);
    const CheckPart closing = one("60 Menit", "1 2025-05-05T14:00/2025-05-05T15:00; "
                                              "2 2025-05-05T15:10/2025-05-05T16:00");
    CHECK(verdict(closing, CheckCode::late_step) == "satisfied");
}

TEST_CASE("days end with their date, or at closing time where that is asked for") {
    constexpr std::string_view rows =
        "1 2025-05-05T08:00/2025-05-05T08:30; 2 2025-05-05T09:00/2025-05-06T23:59:59.999999";
    CHECK(verdict(one("1 Hari", rows), CheckCode::late_step) == "satisfied");
    CHECK(verdict(one("1 Hari", rows, {.day_end = DayEnd::closing}), CheckCode::late_step) ==
          "violated");
    const CheckPart late =
        one("1 Hari", "1 2025-05-05T08:00/2025-05-05T08:30; 2 2025-05-05T09:00/2025-05-07T00:00");
    CHECK(verdict(late, CheckCode::late_step) == "violated");
    CHECK(first(late, CheckCode::late_step).late_days == 1);
}

TEST_CASE("of a day only what holds at every hour is said") {
    const std::string start = "1 2025-05-05/2025-05-05; 2 ";
    CHECK(verdict(one("1 Hari", start + "2025-05-06/2025-05-06"), CheckCode::late_step) ==
          "satisfied");
    CHECK(verdict(one("1 Hari", start + "2025-05-07/2025-05-07"), CheckCode::late_step) ==
          "violated");
    CHECK(verdict(one("60 Menit", start + "2025-05-05/2025-05-05"), CheckCode::late_step) ==
          "undecidable");
    CHECK(verdict(one("60 Menit", start + "2025-05-07/2025-05-07"), CheckCode::late_step) ==
          "violated");
}

TEST_CASE("a first step without a start can't be called on time, but may be late") {
    const CheckPart unknown = one("60 Menit;-", "1 2025-05-05T08:30; 2 2025-05-05T09:00");
    CHECK(verdict(unknown, CheckCode::late_step) == "undecidable");
    CHECK(evidence(unknown, CheckCode::late_step) == "1@1?start");
}

TEST_CASE("a waktu without a time, and a step outside the office, have no lateness") {
    constexpr std::string_view rows = "1 2025-05-05T08:00/2025-05-05T08:30; "
                                      "2 2025-05-05T09:20/2025-09-05T09:30";
    CHECK(verdict(one("Sesuai kontrak", rows), CheckCode::late_step) == "not_applicable");
    CHECK(verdict(one("-", rows), CheckCode::late_step) == "not_applicable");
    CHECK(verdict(one("-;15 Menit per berkas", rows), CheckCode::late_step) == "undecidable");
    TestLog log;
    log.add(rows);
    SopParts parts = timed_parts(2, two);
    parts.pelaksana = {"Pemohon"};
    parts.pelaksana_luar = {PelaksanaIndex{0}};
    for (Step& step : parts.steps) {
        step.marks = {{.pelaksana = PelaksanaIndex{0}}};
    }
    const CheckPart outside = judged(parts, log);
    CHECK(verdict(outside, CheckCode::late_step) == "not_applicable");
    CHECK(verdict(outside, CheckCode::out_of_hours) == "not_applicable");
    CHECK(verdict(outside, CheckCode::pelaksana) == "not_applicable");
}

TEST_CASE("time while the clock stood still doesn't count") {
    TestLog log;
    log.add("1 2025-05-05T08:00/2025-05-05T08:30; 2 2025-05-05T09:00/2025-05-05T10:30");
    const CheckPlan plan({version_of(timed_parts(2, two))}, id5(), {}, log.texts);
    const std::vector<ClockStop> stops{
        {.from = moment("2025-05-05T09:00"), .until = moment("2025-05-05T10:00")}};
    CaseJudge judge(plan);
    judge.take({.number = 0, .rows = log.cases[0], .stops = stops});
    judge.take({.number = 1, .rows = log.cases[0]});
    const CheckPart part = judge.finish();
    CHECK(verdict(part, CheckCode::late_step, 0) == "satisfied");
    CHECK(verdict(part, CheckCode::late_step, 1) == "violated");
}

TEST_CASE("a whole case has the stated total, or the service deadline instead") {
    constexpr std::string_view rows = "1 2025-05-05T08:00/2025-05-05T08:30; "
                                      "2 2025-05-05T08:40/2025-05-07T09:00";
    CHECK(verdict(one("-", rows), CheckCode::late_case) == "not_applicable");
    CHECK(verdict(one("-", rows, {.service_waktu = "2 Hari"}), CheckCode::late_case) ==
          "satisfied");
    CHECK(verdict(one("-", rows, {.service_waktu = "1 Hari"}), CheckCode::late_case) == "violated");
    TestLog log;
    log.add(rows);
    SopParts parts = timed_parts(2, two, "-");
    parts.total = read_waktu("1 Hari Kerja").waktu;
    CHECK(verdict(judged(parts, log), CheckCode::late_case) == "violated");
}

TEST_CASE("an open case is late as soon as now is past its deadline, not before") {
    constexpr std::string_view rows = "1 2025-05-05T08:00/2025-05-05T08:30";
    const auto whole = [&](std::string_view now) {
        CheckOptions options = at(now);
        options.service_waktu = "2 Hari";
        return verdict(one("-", rows, options), CheckCode::late_case);
    };
    CHECK(whole("2025-05-07T23:59") == "undecidable");
    CHECK(whole("2025-05-08T00:00") == "violated");
}

TEST_CASE("a step that never came is overdue from just after its deadline") {
    constexpr std::string_view rows = "1 2025-05-05T08:00/2025-05-05T08:30";
    CHECK(verdict(one("60 Menit", rows), CheckCode::overdue) == "undecidable");
    CHECK(verdict(one("60 Menit", rows, at("2025-05-05T09:30")), CheckCode::overdue) ==
          "satisfied");
    const CheckPart late = one("60 Menit", rows, at("2025-05-05T09:30:01"));
    CHECK(verdict(late, CheckCode::overdue) == "violated");
    CHECK(evidence(late, CheckCode::overdue) == "2");
    CHECK(evidence(late, CheckCode::incomplete) == "2");
    CHECK(verdict(one("60 Menit;-", rows, at("2025-06-05T09:30:01")), CheckCode::overdue) ==
          "not_applicable");
    CHECK(verdict(one("60 Menit", "1 2025-05-05T08:00/2025-05-05T08:30; 2 2025-05-05T09:00",
                      at("2025-06-05T09:30")),
                  CheckCode::overdue) == "not_applicable");
}

TEST_CASE("whether a step is overdue that may not be due is undecidable") {
    TestLog log;
    log.add("1 2025-05-05T08:00/2025-05-05T08:30");
    const CheckPart part =
        judged(timed_parts(3, "start>1 1>2:Ya 1>3:Tidak 2>end 3>end", "60 Menit;60 Menit;5 Hari"),
               log, at("2025-05-06T12:00"));
    CHECK(verdict(part, CheckCode::overdue) == "undecidable");
    CHECK(evidence(part, CheckCode::overdue) == "-?outcome");
}

TEST_CASE("the path's hint is late where no step had room left") {
    constexpr std::string_view rows = "1 2025-05-05T08:00/2025-05-05T08:10; "
                                      "2 2025-05-05T08:20/2025-05-05T09:50";
    const CheckPart saved = one("60 Menit", rows);
    CHECK(verdict(saved, CheckCode::late_step) == "violated");
    CHECK(verdict(saved, CheckCode::late_path) == "satisfied");
    const CheckPart lost = one("60 Menit", "1 2025-05-05T08:00/2025-05-05T08:10; "
                                           "2 2025-05-05T08:20/2025-05-05T10:01");
    CHECK(verdict(lost, CheckCode::late_path) == "violated");
    CHECK(verdict(one("60 Menit;-", rows), CheckCode::late_path) == "not_applicable");
    CHECK(verdict(one("60 Menit", "1 2025-05-05T08:00/2025-05-05T08:10"), CheckCode::late_path) ==
          "not_applicable");
}

TEST_CASE("an event outside working time is told, its first and last moments are inside") {
    const auto hours = [](std::string_view row) {
        return verdict(one("-", row), CheckCode::out_of_hours);
    };
    CHECK(hours("1 2025-05-05T07:30/2025-05-05T16:00") == "satisfied");
    CHECK(hours("1 2025-05-05T16:00:01") == "violated");
    CHECK(hours("1 2025-05-05T12:30") == "violated");
    CHECK(hours("1 2025-05-05T07:29/2025-05-05T08:00") == "violated");
    CHECK(hours("1 2025-05-04") == "violated"); // a Sunday
    CHECK(hours("1 2025-05-05") == "undecidable");
    CHECK(hours("1 -") == "not_applicable");
}

TEST_CASE("times that were entered in bulk decide nothing") {
    TestLog log;
    log.add("1 2025-05-05T08:00/2025-05-05T08:30; 2 2025-05-05T09:20/2025-05-05T17:00");
    for (CheckRow& row : log.cases[0]) {
        row.doubt = RowDoubt::time;
    }
    const CheckPart part = judged(timed_parts(2, two), log);
    CHECK(verdict(part, CheckCode::late_step) == "undecidable");
    CHECK(verdict(part, CheckCode::out_of_hours) == "undecidable");
    CHECK(evidence(part, CheckCode::late_step) == "1@1?reliable");
}

TEST_CASE("a calendar amended in the midst of a case is told where it decides") {
    // On 16 June 2023 a cuti bersama was known for 28 and 30 June that wasn't before.
    constexpr std::string_view rows = "1 2023-06-08T08:00/2023-06-08T09:00; "
                                      "2 2023-06-08T09:30/2023-07-03T10:00";
    const auto step = [&](CalendarKnown known) {
        return one("60 Menit;14 Hari", rows, {.known = known});
    };
    const CheckPart promised = step(CalendarKnown::promised);
    const CheckPart now = step(CalendarKnown::now);
    CHECK(verdict(promised, CheckCode::late_step) == "violated");
    CHECK(verdict(now, CheckCode::late_step) == "satisfied");
    CHECK(verdict(step(CalendarKnown::completed), CheckCode::late_step) == "satisfied");
    CHECK(first(promised, CheckCode::late_step).sensitive == CalendarSensitive::yes);
    CHECK(now.of(CheckCode::late_step).sensitive == 1);
    const CheckPart untouched = one("60 Menit;2 Hari", rows, {.known = CalendarKnown::promised});
    CHECK(verdict(untouched, CheckCode::late_step) == "violated");
    CHECK(first(untouched, CheckCode::late_step).sensitive == CalendarSensitive::no);
}

TEST_CASE("what a step took is counted in whole minutes of work") {
    const CheckPart part = one("60 Menit", "1 2025-05-05T08:00/2025-05-05T08:30; "
                                           "2 2025-05-05T09:20/2025-05-05T13:10:30");
    const StepCounts& first = part.steps[0][0];
    CHECK(first.runs == 1);
    CHECK(first.work_seconds == 1800);
    CHECK(first.durations[duration_bucket(30)] == 1);
    const StepCounts& second = part.steps[0][1];
    CHECK(second.work_seconds == 13'230); // 12:00 to 13:00 is a break
    CHECK(second.durations[duration_bucket(220)] == 1);
}
