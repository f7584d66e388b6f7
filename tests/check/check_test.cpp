// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check.hpp"

#include "catch.hpp"
#include "report_setup.hpp"
#include "tertib/base/error.hpp"

#include <numeric>

using namespace tertib;

namespace {

void check_sums(const CheckReport& report) {
    for (const ReportCheck& check : report.checks()) {
        const auto& cases = check.counts.cases;
        CHECK(std::accumulate(cases.begin(), cases.end(), std::uint64_t{0}) == report.part().cases);
    }
    CHECK(report.part().verdicts.size() == report.part().cases);
    CHECK(report.cases_of(CaseEnd::ended) + report.cases_of(CaseEnd::open) +
              report.cases_of(CaseEnd::unknown) ==
          report.part().cases);
    std::uint64_t counted = 0;
    for (const ReportPeriod& period : report.periods()) {
        CHECK(period.ended + period.open + period.unknown == period.cases);
        counted += period.cases;
    }
    CHECK(counted == (report.head().by == PeriodBy::none ? 0 : report.part().cases));
}

/// Cases of two steps with what comes to a seeded mind.
std::shared_ptr<const EventLog> chance_log(unsigned seed, int cases) {
    LogBuilder builder;
    unsigned state = seed;
    const auto dice = [&](unsigned sides) {
        state = state * 1'664'525U + 1'013'904'223U;
        return (state >> 16U) % sides;
    };
    for (int row = 0; row < cases * 3; ++row) {
        LogEvent event{.case_code = builder.case_code(
                           "K" + std::to_string(dice(static_cast<unsigned>(cases)))),
                       .activity = builder.activity(dice(9) == 0   ? "Rapat"
                                                    : dice(2) == 0 ? "1"
                                                                   : "2"),
                       .resource = builder.resource(dice(2) == 0 ? "Ani" : "Budi")};
        if (dice(8) != 0) {
            event.complete = {moment("2025-01-06T08:00") + std::chrono::minutes{dice(200'000)},
                              StampForm()};
        }
        builder.add(event);
    }
    return std::make_shared<const EventLog>(std::move(builder).finish());
}

} // namespace

TEST_CASE("each case of a log is checked, and the counts add up") {
    const CheckReport report = check(five_cases(), two_step_setup(), {.by = PeriodBy::month});
    check_sums(report);
    CHECK(report.part().cases == 5);
    CHECK(report.cases_in_order() == 1);
    CHECK(report.cases_of(CaseEnd::open) == 1);
    CHECK(report.of(CheckCode::late_step).counts.of(CheckVerdict::violated) == 1);
    CHECK(report.of(CheckCode::pelaksana).counts.of(CheckVerdict::violated) == 1);
    CHECK(report.of(CheckCode::step_unknown).counts.of(CheckVerdict::violated) == 1);
    CHECK(report.of(CheckCode::overdue).counts.of(CheckVerdict::violated) == 1);
    CHECK(report.came_out_negative());
}

TEST_CASE("what no case lets one judge is said once, with what is missing") {
    const CheckReport report = check(five_cases(), two_step_setup());
    CHECK(report.of(CheckCode::four_eyes).state == CheckState::off);
    CHECK(report.of(CheckCode::not_signed).state == CheckState::undecidable);
    CHECK(report.of(CheckCode::not_signed).missing == CheckMissing::pengesahan);
    CHECK(report.of(CheckCode::late_step).state == CheckState::judged);
    CHECK(report.checks_asked() == 15);
    CHECK(report.checks_judged() == 14);
    CheckSetup setup = two_step_setup();
    setup.options.now.reset();
    CHECK(check(five_cases(), setup).of(CheckCode::overdue).missing == CheckMissing::now);
}

TEST_CASE("the report is the same however many threads made it") {
    const auto log = chance_log(7, 700);
    const CheckReport one = check(log, two_step_setup(), {.by = PeriodBy::quarter});
    check_sums(one);
    for (const unsigned threads : {2U, 5U}) {
        const CheckReport many =
            check(log, two_step_setup(), {.by = PeriodBy::quarter, .threads = threads});
        CHECK(many == one);
    }
}

TEST_CASE("parts of a log merge to the whole in any order") {
    const auto log = chance_log(11, 60);
    const auto part = [&](Code first, Code last) {
        return check(log, two_step_setup(),
                     {.by = PeriodBy::semester, .first_case = first, .last_case = last});
    };
    const CheckReport whole = check(log, two_step_setup(), {.by = PeriodBy::semester});
    const CheckReport a = part(1, 9);
    const CheckReport b = part(10, 30);
    const CheckReport c = part(31, UINT32_MAX);
    CHECK(merged(merged(a, b), c) == whole);
    CHECK(merged(c, merged(b, a)) == whole);
    CHECK_THROWS_AS((void)merged(a, whole), Error);
    CHECK_THROWS_AS((void)merged(a, check(log, two_step_setup())), Error);
}

TEST_CASE("cases are counted by their end within days, open ones where now is") {
    const LocalDay june = *read_day("2025-06-01");
    const CheckReport report = check(five_cases(), two_step_setup(), {.from = june});
    REQUIRE(report.part().cases == 2);
    CHECK(report.case_id(0) == "B");
    CHECK(report.case_id(1) == "D");
    const CheckReport begun = check(five_cases(), two_step_setup(),
                                    {.count_by = CountBy::start, .until = *read_day("2025-05-06")});
    CHECK(begun.part().cases == 2);
    check_sums(begun);
}

TEST_CASE("a watch that says stop leaves a report that says so") {
    const auto log = chance_log(3, 6'000);
    const CheckReport report =
        check(log, two_step_setup(), {.watch = [](const Progress&) { return Go::stop; }});
    CHECK(report.head().stopped);
    CHECK(report.part().cases < 6'000);
    check_sums(report);
}

TEST_CASE("a step that only another version has is none in this one") {
    CheckSetup setup = two_step_setup();
    SopParts next = timed_parts(3, "start>1 1>3 3>2 2>end");
    next.identity.tanggal_berlaku = read_tanggal("6 Mei 2025").tanggal;
    setup.versions.push_back(version_of(next));
    setup.map.activities = {{.activity = "Rapat", .step = "3"}};
    const CheckReport report = check(five_cases(), setup);
    CHECK(report.part().verdicts[4].version == 1);
    CHECK(report.part().verdicts[4].of(CheckCode::step_unknown) == CheckVerdict::satisfied);
    CHECK(report.part().verdicts[2].of(CheckCode::step_missing) == CheckVerdict::violated);
    setup.map.activities = {{.activity = "Rapat", .step = "9"}};
    CHECK_THROWS_AS((void)check(five_cases(), setup), Error);
}

TEST_CASE("a waiver is for its case or for all, and for none that the log lacks") {
    CheckSetup setup = two_step_setup();
    setup.waivers = {{.code = "LATE-STEP", .cases = "B", .reason = "listrik", .by = "Sekretaris"},
                     {.code = "PELAKSANA", .cases = "Z"}};
    const CheckReport report = check(five_cases(), setup);
    CHECK(report.of(CheckCode::late_step).counts.waived == 1);
    CHECK(report.of(CheckCode::pelaksana).counts.waived == 0);
}
