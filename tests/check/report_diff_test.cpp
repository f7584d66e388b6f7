// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/report_diff.hpp"

#include "catch.hpp"
#include "report_setup.hpp"
#include "tertib/base/error.hpp"
#include "tertib/check/check_report_json.hpp"

using namespace tertib;

namespace {

std::string told(const std::vector<DiffLine>& lines) {
    std::string all;
    for (const DiffLine& line : lines) {
        all += all.empty() ? "" : "; ";
        all += line.violation.case_id + " " + line.violation.code + " " + line.violation.step +
               " " + std::string(name(line.kind));
        all += line.kind == DiffKind::still ? "" : " " + std::string(name(line.cause));
    }
    return all;
}

std::string changed(const CheckReport& before, const CheckReport& after) {
    return told(report_diff(outline_of(before), outline_of(after)));
}

} // namespace

TEST_CASE("a report read back from its JSON is compared as the report itself") {
    const CheckReport report = check(five_cases(), two_step_setup());
    CHECK(outline_from_json(to_json(report)) == outline_of(report));
    CHECK_THROWS_AS(outline_from_json(R"({"schema": "tertib.lint/1"})"), Error);
    CHECK_THROWS_AS(outline_from_json("[]"), Error);
}

TEST_CASE("what changed since an earlier report is told with its cause") {
    const CheckReport before = check(five_cases(), two_step_setup());
    CHECK(changed(before, before).find("appeared") == std::string::npos);
    CHECK(changed(before, before).find("mended") == std::string::npos);
    const auto mended = shared_log({{"B", "1", "2025-05-06T08:30", "Ani", "2025-05-06T08:00"},
                                    {"B", "2", "2025-05-06T09:00", "Budi"},
                                    {"C", "1", "2025-05-07T08:30", "Ani", "2025-05-07T08:00"},
                                    {"C", "2", "2025-05-07T09:00", "Ani"}});
    const std::string lines = changed(before, check(mended, two_step_setup()));
    CHECK(lines.find("B LATE-STEP 2 mended log") != std::string::npos);
    CHECK(lines.find("C PELAKSANA 2 still") != std::string::npos);
    CHECK(lines.find("D OVERDUE 2 mended log") != std::string::npos);
}

TEST_CASE("what only SOP, calendar, moment or people changed isn't laid to the log") {
    const CheckReport before = check(five_cases(), two_step_setup());
    CheckSetup setup = two_step_setup();
    setup.options.now = moment("2025-05-08T09:00");
    CHECK(changed(before, check(five_cases(), setup)).find("D OVERDUE 2 mended now") !=
          std::string::npos);
    setup = two_step_setup();
    SopParts parts = setup.versions[0].sop->parts();
    parts.steps[1].waktu = read_waktu("90 Hari").waktu;
    setup.versions[0].sop = std::make_shared<const Sop>(std::move(parts));
    CHECK(changed(before, check(five_cases(), setup)).find("B LATE-STEP 2 mended sop") !=
          std::string::npos);
    setup = two_step_setup();
    setup.roster = Roster();
    CHECK(changed(before, check(five_cases(), setup)).find("C PELAKSANA 2 mended other") !=
          std::string::npos);
    setup.calendar = setup.calendar.as_known_on(*read_day("2025-01-01"));
    CHECK(changed(before, check(five_cases(), setup)).find("C PELAKSANA 2 mended calendar") !=
          std::string::npos);
}

TEST_CASE("what is counted twice and then once is still there once and mended once") {
    ReportOutline before;
    before.violated[{.case_id = "A", .code = "REPEAT", .step = "1"}] = 3;
    ReportOutline after;
    after.violated[{.case_id = "A", .code = "REPEAT", .step = "1"}] = 1;
    const std::vector<DiffLine> lines = report_diff(before, after);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].kind == DiffKind::still);
    CHECK(lines[0].count == 1);
    CHECK(lines[1].kind == DiffKind::mended);
    CHECK(lines[1].count == 2);
}
