// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/case_state.hpp"

#include "catch.hpp"
#include "run/office.hpp"

using namespace tertib;

TEST_CASE("a case that isn't there yet has no status but none") {
    CHECK(CaseState{}.status == CaseStatus::none);
    CHECK(name(CaseStatus::none) == "none");
    CHECK(name(CaseStatus::cancelled) == "cancelled");
}

TEST_CASE("a state doesn't grow with the length of its case") {
    Office office(letter_parts());
    office.start();
    office.done("1");
    for (int round = 0; round < 20; ++round) {
        office.done("2", "Tolak");
        office.done("1");
    }
    CHECK(office.state.tasks.size() == 1);
    CHECK(office.state.steps[0].arrivals == 21);
    CHECK(office.state.events == office.journal.size());
}
