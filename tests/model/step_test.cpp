// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/step.hpp"

#include "catch.hpp"

using namespace tertib;

TEST_CASE("steps and marks have the names of the JSON format") {
    CHECK(name(Symbol::terminator) == "terminator");
    CHECK(name(Symbol::process) == "process");
    CHECK(name(Symbol::decision) == "decision");
    CHECK(name(Symbol::connector) == "connector");
    CHECK(name(Symbol::other) == "other");
    CHECK(name(Symbol::unspecified) == "unspecified");
    CHECK(name(StepKind::activity) == "activity");
    CHECK(name(StepKind::decision) == "decision");
    CHECK(name(Participation::any) == "any");
    CHECK(name(Participation::all) == "all");
}

TEST_CASE("a step has no pelaksana until one is marked") {
    const Step step{.key = "1", .no = "1."};
    CHECK(step.marks.empty());
    CHECK_FALSE(step.optional);
}
