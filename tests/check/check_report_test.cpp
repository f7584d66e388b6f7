// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_report.hpp"

#include "catch.hpp"
#include "report_setup.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

namespace {

std::size_t row_of(const CheckReport& report, CheckCode code) {
    const auto& evidence = report.part().evidence;
    return static_cast<std::size_t>(std::ranges::find(evidence, code, &Evidence::code) -
                                    evidence.begin());
}

std::string labels(const CheckReport& report) {
    std::string all;
    for (const ReportPeriod& period : report.periods()) {
        all += (all.empty() ? "" : " ") + period.label + ":" + std::to_string(period.cases) + "+" +
               std::to_string(period.begun) + "+" + std::to_string(period.carried);
    }
    return all;
}

} // namespace

TEST_CASE("a row says what wasn't met, where, and by how much") {
    const CheckReport report = check(five_cases(), two_step_setup());
    const ReportRow late = report.row(row_of(report, CheckCode::late_step));
    CHECK(late.case_id == "B");
    CHECK(late.step == "2");
    CHECK(late.places == std::vector<std::uint32_t>{5});
    CHECK(late.severity == Severity::error);
    CHECK(late.nomor == "7/2020");
    CHECK(late.norm == "60 Menit");
    CHECK(late.due == "2025-05-06T09:30:00+07:00");
    CHECK(late.observed == "2025-06-10T13:40:00+07:00");
    CHECK(late.late_minutes > 0);
    CHECK(late.person.empty());
    CHECK(late.pelaksana == "Kadis");
    CHECK(late.waiver == nullptr);
    const std::size_t place = row_of(report, CheckCode::step_unknown);
    CHECK(report.row(place).observed == "Rapat");
    CHECK(report.message(place, Language::en) == "The activity “Rapat” is no step of this SOP.");
    CHECK_THROWS_AS((void)report.row(report.row_count()), Error);
}

TEST_CASE("people are roles, numbers or names, as one asks") {
    const CheckReport report = check(five_cases(), two_step_setup());
    const std::size_t place = row_of(report, CheckCode::pelaksana);
    CHECK(report.row(place).person.empty());
    CHECK(report.row(place).observed == "Tim");
    CHECK(report.row(place).norm == "Kadis");
    CHECK(report.row(place, ShowPeople::pseudonyms).person == "P1");
    CHECK(report.row(place, ShowPeople::names).person == "Ani");
}

TEST_CASE("cases stand in the group of their end or start, open ones are carried over") {
    const auto by = [](PeriodBy group, CountBy end = CountBy::end) {
        return labels(check(five_cases(), two_step_setup(), {.by = group, .count_by = end}));
    };
    CHECK(by(PeriodBy::none).empty());
    CHECK(by(PeriodBy::month) == "2025-05:3+5+0 2025-06:2+0+2");
    CHECK(by(PeriodBy::month, CountBy::start) == "2025-05:5+5+0 2025-06:0+0+2");
    CHECK(by(PeriodBy::quarter) == "2025-Q2:5+5+0");
    CHECK(by(PeriodBy::semester) == "2025-S1:5+5+0");
    CHECK(by(PeriodBy::unit_kerja) == "Bidang Data:5+0+0");
}

TEST_CASE("a case without any time stands in a group of its own") {
    const auto log = shared_log({{"A", "1"}, {"B", "1", "2025-05-05T08:00"}});
    const CheckReport report = check(log, two_step_setup(), {.by = PeriodBy::semester});
    CHECK(labels(report) == ":1+0+0 2025-S1:1+1+0");
}

TEST_CASE("a column names the unit of a case") {
    LogBuilder builder;
    const ColumnIndex unit = builder.column("Unit_Kerja", ColumnType::text);
    builder.add({.case_code = builder.case_code("A"), .activity = builder.activity("1")});
    builder.set(unit, std::string_view("Loket"));
    builder.add({.case_code = builder.case_code("B"), .activity = builder.activity("1")});
    const auto log = std::make_shared<const EventLog>(std::move(builder).finish());
    const CheckReport report = check(log, two_step_setup(), {.by = PeriodBy::unit_kerja});
    CHECK(labels(report) == ":1+0+0 Loket:1+0+0");
}

TEST_CASE("a case's number changes with what the log says of it and with nothing else") {
    const CheckReport whole = check(five_cases(), two_step_setup());
    const auto other = shared_log({{"X", "1", "2025-05-04T08:30", "Cici"},
                                   {"A", "1", "2025-05-05T08:30", "Ani", "2025-05-05T08:00"},
                                   {"A", "2", "2025-05-05T09:01", "Budi"},
                                   {"D", "1", "2025-05-08T08:30", "Ani", "2025-05-08T08:00"}});
    const CheckReport report = check(other, two_step_setup());
    CHECK(report.case_digest(1) != whole.case_digest(0));
    CHECK(report.case_digest(2) == whole.case_digest(3));
}

TEST_CASE("ratios of a step are reckoned from its integers") {
    StepCounts counts;
    CHECK_FALSE(on_time_share(counts));
    CHECK_FALSE(duration_quantile(counts, 0.5));
    CHECK_FALSE(mean_duration(counts));
    counts.lateness = {4, 3, 2, 1}; // not applicable, satisfied, undecidable, violated
    counts.durations.resize(duration_buckets);
    counts.durations[duration_bucket(5)] = 3;
    counts.durations[duration_bucket(100)] = 1;
    counts.work_seconds = (3 * 5 + 100) * 60;
    CHECK(on_time_share(counts) == Approx(0.75));
    CHECK(duration_quantile(counts, 0.5) == 5);
    CHECK(duration_quantile(counts, 1.0) == 103);
    CHECK(mean_duration(counts) == Approx(28.75));
}

TEST_CASE("options and reports name their choices") {
    for (const PeriodBy by : {PeriodBy::none, PeriodBy::month, PeriodBy::quarter,
                              PeriodBy::semester, PeriodBy::unit_kerja}) {
        CHECK(period_by_from_name(name(by)) == by);
    }
    for (const ShowPeople show : {ShowPeople::roles, ShowPeople::pseudonyms, ShowPeople::names}) {
        CHECK(show_people_from_name(name(show)) == show);
    }
    CHECK_FALSE(period_by_from_name("week"));
    CHECK_FALSE(show_people_from_name(""));
    CHECK(name(CheckState::undecidable) == "undecidable");
    CHECK(name(CaseEnd::unknown) == "unknown");
    CHECK(name(CountBy::start) == "start");
}
