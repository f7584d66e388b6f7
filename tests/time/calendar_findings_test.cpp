// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/calendar_findings.hpp"

#include "calendar_facts.hpp"
#include "tertib/base/catalogue.hpp"

using namespace tertib;

TEST_CASE("years outside those decreed are told as coverage") {
    CalendarDraft draft = office_draft({});
    draft.years = {{.year = 2020}, {.year = 2021}, {.year = 2023}};
    const Calendar calendar(draft);
    CHECK(calendar.findings(day("2020-01-01"), day("2021-12-31")).empty());
    const auto findings = calendar.findings(day("2018-06-01"), day("2026-01-01"));
    REQUIRE(codes(findings) == "CAL-COVERAGE");
    CHECK(message(findings[0], Language::en) ==
          "This calendar holds no decreed holidays for 2018 – 2019, 2022, 2024 – 2026; check the "
          "holidays of those years.");
    CHECK(calendar.findings(day("2025-01-02"), day("2025-01-01")).empty());
    CHECK(codes(calendar.findings(LocalDay::min(), LocalDay::max())) == "CAL-COVERAGE");
    CHECK(calendar.findings(LocalDay::min(), first_day - std::chrono::days(1)).empty());
}

TEST_CASE("an estimate is told on its days, and through all of a year that isn't decreed") {
    CalendarDraft draft = office_draft({sure(libur("2025-05-06"), Sureness::estimate),
                                        sure(libur("2027-05-06"), Sureness::estimate)});
    draft.years = {{.year = 2025}, {.year = 2026}};
    const Calendar calendar(draft);
    CHECK(calendar.findings(day("2025-05-01"), day("2025-05-05")).empty());
    CHECK(codes(calendar.findings(day("2025-05-01"), day("2025-05-06"))) == "CAL-ESTIMATE");
    CHECK(calendar.findings(day("2026-01-01"), day("2026-12-31")).empty());
    CHECK(codes(calendar.findings(day("2027-01-04"), day("2027-01-05"))) ==
          "CAL-COVERAGE CAL-ESTIMATE");
    CHECK(codes(calendar.findings(day("2028-01-04"), day("2028-01-05"))) == "CAL-COVERAGE");
}

TEST_CASE("hours that are a profile are told where they decide") {
    CalendarDraft draft{.name = "x"};
    draft.years = {{.year = 2023}};
    draft.facts = {sure(hours_from("1970-01-01", five_days(from_to(8, 16))), Sureness::profile),
                   hours_from("2023-04-12", five_days(from_to(8, 16))), libur("2023-03-22")};
    const Calendar calendar(draft);
    const auto findings = calendar.findings(day("2023-04-10"), day("2023-04-14"));
    REQUIRE(codes(findings) == "CAL-HOURS-PROFILE");
    CHECK(findings[0].arguments == std::vector<Argument>{{"days", "2023-04-10 – 2023-04-11"}});
    CHECK(findings[0].severity == Severity::info);
    CHECK(calendar.findings(day("2023-04-12"), day("2023-04-14")).empty());
    CHECK(calendar.findings(day("2023-03-22"), day("2023-03-22")).empty());
}

TEST_CASE("a year not yet decreed on the date asked is told") {
    CalendarDraft draft = office_draft({});
    draft.years = {{.year = 2023, .known_from = day("2022-10-11")}, {.year = 2024}};
    const Calendar calendar(draft);
    const auto asked = [&](std::string_view known_on, std::string_view first) {
        return codes(calendar.as_known_on(day(known_on)).findings(day(first), day(first)));
    };
    CHECK(asked("2022-10-10", "2023-05-05") == "CAL-NOT-DECREED");
    CHECK(asked("2022-10-11", "2023-05-05").empty());
    CHECK(asked("2022-12-31", "2024-05-05") == "CAL-NOT-DECREED"); // not collected: certain only
    CHECK(asked("2023-01-01", "2024-05-05").empty());              // before the year ahead of it
    CHECK(calendar.findings(day("2023-05-05"), day("2024-05-05")).empty());
    const auto findings =
        calendar.as_known_on(day("2022-06-01")).findings(day("2023-12-01"), day("2024-01-05"));
    REQUIRE(codes(findings) == "CAL-NOT-DECREED");
    CHECK(message(findings[0], Language::id)
              .starts_with("Pada 2022-06-01 hari libur tahun 2023 – 2024 belum ditetapkan"));
}

TEST_CASE("what wasn't read is told always, an unsure day of decree only where it may matter") {
    CalendarFact unread =
        sure(period("2025-03-03", "2025-03-28", five_days(from_to(8, 15))), Sureness::partly);
    unread.source = "surat edaran";
    CalendarFact unsigned_day = sure(known(libur("2025-05-06"), "2025-02-01"), Sureness::partly);
    unsigned_day.source = "SKB perubahan";
    CalendarDraft draft = office_draft({unread, unsigned_day});
    draft.years = {{.year = 2025}};
    const Calendar calendar(draft);
    const auto findings = calendar.findings(day("2025-02-27"), day("2025-03-05"));
    REQUIRE(codes(findings) == "CAL-UNVERIFIED");
    CHECK(message(findings[0], Language::en) ==
          "The basis for 2025-03-03 – 2025-03-05 was not read, or its day of decree isn't sure; "
          "check: surat edaran.");
    CHECK(calendar.findings(day("2025-05-05"), day("2025-05-07")).empty());

    const auto asked = [&](std::string_view known_on) {
        return codes(
            calendar.as_known_on(day(known_on)).findings(day("2025-05-05"), day("2025-05-07")));
    };
    CHECK(asked("2025-01-31") == "CAL-UNVERIFIED");
    CHECK(asked("2025-02-01") == "CAL-UNVERIFIED");
    CHECK(asked("2025-05-06") == "CAL-UNVERIFIED");
    CHECK(asked("2025-05-07").empty()); // decreed for certain before its own day
}

TEST_CASE("an unsure day of cuti bersama matters only where it is observed") {
    const Calendar calendar = office({sure(
        known(libur("2025-05-06", CalendarLayer::cuti_bersama), "2025-02-01"), Sureness::partly)});
    const Calendar then = calendar.as_known_on(day("2025-03-01"));
    CHECK(codes(then.findings(day("2025-05-06"), day("2025-05-06"))) ==
          "CAL-COVERAGE CAL-UNVERIFIED");
    CHECK(codes(then.with_cuti_bersama(CutiBersama::worked)
                    .findings(day("2025-05-06"), day("2025-05-06"))) == "CAL-COVERAGE");
}

TEST_CASE("a finding names few days and few sources, however many there are") {
    std::vector<CalendarFact> facts;
    for (int month = 1; month <= 9; ++month) {
        CalendarFact fact = sure(libur("2025-0" + std::to_string(month) + "-10"), Sureness::partly);
        fact.source = "sumber " + std::to_string(month);
        facts.push_back(fact);
    }
    const auto findings = office(facts).findings(day("2025-01-01"), day("2025-12-31"));
    REQUIRE(codes(findings) == "CAL-COVERAGE CAL-UNVERIFIED");
    CHECK(findings[1].arguments ==
          std::vector<Argument>{
              {"days", "2025-01-10, 2025-02-10, 2025-03-10, 2025-04-10, 2025-05-10, …"},
              {"sources", "sumber 1; sumber 2; sumber 3; …"}});
}
