// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "tertib/check/check_report.hpp"

using namespace tertib;

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
