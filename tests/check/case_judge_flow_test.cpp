// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/case_judge.hpp"

#include "catch.hpp"
#include "test_log.hpp"

using namespace tertib;

namespace {

constexpr std::string_view line = "start>1 1>2 2>3 3>4 4>end";

/// The part of a log of one case.
CheckPart one(std::size_t steps, std::string_view flows, std::string_view rows) {
    TestLog log;
    log.add(rows);
    return judged(timed_parts(steps, flows), log);
}

} // namespace

TEST_CASE("a case that follows the flow to its end is in order") {
    const CheckPart part = one(4, line,
                               "1 2025-05-05T08:00; 2 2025-05-05T08:10; 3 2025-05-05T08:20; "
                               "4 2025-05-05T08:30");
    CHECK(verdict(part, CheckCode::step_unknown) == "satisfied");
    CHECK(verdict(part, CheckCode::step_missing) == "satisfied");
    CHECK(verdict(part, CheckCode::order) == "satisfied");
    CHECK(verdict(part, CheckCode::repeat) == "satisfied");
    CHECK(verdict(part, CheckCode::incomplete) == "satisfied");
    CHECK(part.verdicts.front().end == CaseEnd::ended);
}

TEST_CASE("an activity that is no step is told with its row") {
    const CheckPart part = one(4, line, "1 2025-05-05T08:00; Rapat 2025-05-05T08:10");
    CHECK(verdict(part, CheckCode::step_unknown) == "violated");
    CHECK(evidence(part, CheckCode::step_unknown) == "-@2");
    CHECK(verdict(part, CheckCode::order) == "satisfied");
}

TEST_CASE("a case without rows has nothing to judge, and hasn't ended") {
    TestLog log;
    log.add("");
    const CheckPart part = judged(timed_parts(4, line), log);
    CHECK(verdict(part, CheckCode::step_unknown) == "not_applicable");
    CHECK(verdict(part, CheckCode::order) == "not_applicable");
    CHECK(verdict(part, CheckCode::not_in_force) == "undecidable");
    CHECK(part.cases == 1);
}

TEST_CASE("a step that a closed case never did is missing, and no more than that") {
    const CheckPart part =
        one(4, line, "1 2025-05-05T08:00; 2 2025-05-05T08:10; 4 2025-05-05T08:20");
    CHECK(verdict(part, CheckCode::step_missing) == "violated");
    CHECK(evidence(part, CheckCode::step_missing) == "3");
    CHECK(verdict(part, CheckCode::order) == "satisfied");
    CHECK(verdict(part, CheckCode::repeat) == "satisfied");
}

TEST_CASE("in an open case what was passed over is out of order, not missing") {
    const CheckPart part = one(4, line, "1 2025-05-05T08:00; 3 2025-05-05T08:10");
    CHECK(verdict(part, CheckCode::step_missing) == "not_applicable");
    CHECK(verdict(part, CheckCode::order) == "violated");
    CHECK(evidence(part, CheckCode::order) == "3<2@2");
    CHECK(evidence(part, CheckCode::incomplete) == "4");
}

TEST_CASE("an optional step may be left out") {
    TestLog log;
    log.add("1 2025-05-05T08:00; 2 2025-05-05T08:10; 4 2025-05-05T08:20");
    SopParts parts = timed_parts(4, line);
    parts.steps[2].optional = "bila perlu";
    const CheckPart part = judged(parts, log);
    CHECK(verdict(part, CheckCode::step_missing) == "satisfied");
    CHECK(verdict(part, CheckCode::order) == "satisfied");
    CHECK(verdict(part, CheckCode::incomplete) == "satisfied");
}

TEST_CASE("two steps that changed places are told once, with the nearest one before") {
    const CheckPart part = one(4, line,
                               "1 2025-05-05T08:00; 3 2025-05-05T08:10; 2 2025-05-05T08:20; "
                               "4 2025-05-05T08:30");
    CHECK(verdict(part, CheckCode::order) == "violated");
    CHECK(evidence(part, CheckCode::order) == "3<2@2");
    CHECK(verdict(part, CheckCode::repeat) == "satisfied");
    CHECK(verdict(part, CheckCode::step_missing) == "satisfied");
    CHECK(verdict(part, CheckCode::incomplete) == "satisfied");
}

TEST_CASE("rows are taken by their stamps, whatever their order in the log") {
    const CheckPart part = one(4, line,
                               "3 2025-05-05T08:20; 1 2025-05-05T08:00; 4 2025-05-05T08:30; "
                               "2 2025-05-05T08:10");
    CHECK(verdict(part, CheckCode::order) == "satisfied");
    CHECK(verdict(part, CheckCode::incomplete) == "satisfied");
}

TEST_CASE("steps of one day may have come in the order of the flow or not") {
    const CheckPart part = one(4, line, "1 2025-05-05; 2 2025-05-05; 3 2025-05-06; 4 2025-05-07");
    CHECK(verdict(part, CheckCode::order) == "undecidable");
    CHECK(evidence(part, CheckCode::order) == "-?precision");
    CHECK(verdict(part, CheckCode::repeat) == "satisfied");
    CHECK(verdict(part, CheckCode::incomplete) == "satisfied");
}

TEST_CASE("a day before is before, at whatever hour") {
    const CheckPart wrong = one(4, line, "1 2025-05-05; 3 2025-05-06; 2 2025-05-07; 4 2025-05-08");
    CHECK(verdict(wrong, CheckCode::order) == "violated");
    CHECK(evidence(wrong, CheckCode::order) == "3<2@2");
    const CheckPart right = one(4, line, "1 2025-05-05; 2 2025-05-06; 3 2025-05-07; 4 2025-05-08");
    CHECK(verdict(right, CheckCode::order) == "satisfied");
}

TEST_CASE("steps of the same instant did not come one before the other") {
    const CheckPart part = one(4, line,
                               "2 2025-05-05T08:00; 1 2025-05-05T08:00; 3 2025-05-05T08:00; "
                               "4 2025-05-05T08:30");
    CHECK(verdict(part, CheckCode::order) == "satisfied");
}

TEST_CASE("a step may run again where a flow leads back to it") {
    constexpr std::string_view loop = "start>1 1>2 2>1:Tidak 2>3:Ya 3>end";
    const CheckPart right = one(3, loop,
                                "1 2025-05-05T08:00; 2 2025-05-05T08:10; 1 2025-05-05T08:20; "
                                "2 2025-05-05T08:30; 3 2025-05-05T08:40");
    CHECK(verdict(right, CheckCode::repeat) == "satisfied");
    CHECK(verdict(right, CheckCode::order) == "satisfied");
    const CheckPart wrong = one(3, loop,
                                "1 2025-05-05T08:00; 1 2025-05-05T08:10; 2 2025-05-05T08:20; "
                                "3 2025-05-05T08:40");
    CHECK(verdict(wrong, CheckCode::repeat) == "violated");
    CHECK(evidence(wrong, CheckCode::repeat) == "1@2");
    CHECK(verdict(wrong, CheckCode::order) == "satisfied");
}

TEST_CASE("a repeat on one day is undecidable where the order decides") {
    constexpr std::string_view loop = "start>1 1>2 2>1:Tidak 2>3:Ya 3>end";
    const CheckPart part =
        one(3, loop, "1 2025-05-05; 1 2025-05-05; 2 2025-05-05; 2 2025-05-05; 3 2025-05-06");
    CHECK(verdict(part, CheckCode::repeat) == "undecidable");
    CHECK(verdict(part, CheckCode::order) == "undecidable");
}

TEST_CASE("branches of a parallel part may come in any order, and are all needed") {
    constexpr std::string_view both = "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end";
    const CheckPart right = one(4, both,
                                "1 2025-05-05T08:00; 3 2025-05-05T08:10; 2 2025-05-05T08:20; "
                                "4 2025-05-05T08:40");
    CHECK(verdict(right, CheckCode::order) == "satisfied");
    CHECK(verdict(right, CheckCode::incomplete) == "satisfied");
    const CheckPart missing =
        one(4, both, "1 2025-05-05T08:00; 2 2025-05-05T08:20; 4 2025-05-05T08:40");
    CHECK(verdict(missing, CheckCode::step_missing) == "violated");
    CHECK(evidence(missing, CheckCode::step_missing) == "3");
    const CheckPart day = one(4, both, "1 2025-05-05; 3 2025-05-06; 2 2025-05-06; 4 2025-05-07");
    CHECK(verdict(day, CheckCode::order) == "satisfied");
}

TEST_CASE("what the path taken needs is missing, what another path needs isn't") {
    constexpr std::string_view choice = "start>1 1>2:A 1>4:B 2>3 3>6 4>5 5>6 6>end";
    const CheckPart right = one(6, choice,
                                "1 2025-05-05T08:00; 4 2025-05-05T08:10; 5 2025-05-05T08:20; "
                                "6 2025-05-05T08:30");
    CHECK(verdict(right, CheckCode::step_missing) == "satisfied");
    const CheckPart missing =
        one(6, choice, "1 2025-05-05T08:00; 2 2025-05-05T08:10; 6 2025-05-05T08:20");
    CHECK(verdict(missing, CheckCode::step_missing) == "violated");
    CHECK(evidence(missing, CheckCode::step_missing) == "3");
    const CheckPart neither = one(6, choice, "1 2025-05-05T08:00; 6 2025-05-05T08:20");
    CHECK(verdict(neither, CheckCode::order) == "violated");
    CHECK(evidence(neither, CheckCode::order) == "6@2");
}

TEST_CASE("an outcome in the log decides which way a case went") {
    constexpr std::string_view choice = "start>1 1>2 2>end:Ya 2>1:Tidak";
    const CheckPart ended = one(2, choice, "1 2025-05-05T08:00; 2 2025-05-05T08:10 =ya");
    CHECK(verdict(ended, CheckCode::incomplete) == "satisfied");
    const CheckPart open = one(2, choice, "1 2025-05-05T08:00; 2 2025-05-05T08:10 =Tidak");
    CHECK(verdict(open, CheckCode::incomplete) == "violated");
    CHECK(evidence(open, CheckCode::incomplete) == "1");
    const CheckPart unknown = one(2, choice, "1 2025-05-05T08:00; 2 2025-05-05T08:10");
    CHECK(verdict(unknown, CheckCode::incomplete) == "undecidable");
    CHECK(evidence(unknown, CheckCode::incomplete) == "-?outcome");
    CHECK(verdict(unknown, CheckCode::step_missing) == "satisfied");
}

TEST_CASE("work that was only begun leaves the case open") {
    const CheckPart part =
        one(2, "start>1 1>2 2>end", "1 2025-05-05T08:00; 2 2025-05-05T08:10; 1 2025-05-05T08:20/");
    CHECK(part.verdicts.front().end == CaseEnd::open);
    CHECK(evidence(part, CheckCode::incomplete) == "1");
    CHECK(verdict(part, CheckCode::repeat) == "satisfied");
}

TEST_CASE("where nothing has a stamp the order of the log is all there is") {
    const CheckPart part = one(4, line, "1 -; 3 -; 2 -; 4 -");
    CHECK(verdict(part, CheckCode::order) == "violated");
    const CheckPart some = one(4, line, "1 2025-05-05T08:00; 2 -; 3 2025-05-05T09:00; 4 -");
    CHECK(verdict(some, CheckCode::order) == "undecidable");
}

TEST_CASE("by a flow that isn't sound no case is judged") {
    const CheckPart part = one(4, "start>1 1>2:A 1>3:B 2>g1 3>g1 g1>4 4>end",
                               "1 2025-05-05T08:00; 2 2025-05-05T08:10");
    CHECK(verdict(part, CheckCode::order) == "undecidable");
    CHECK(verdict(part, CheckCode::step_missing) == "undecidable");
    CHECK(verdict(part, CheckCode::incomplete) == "undecidable");
    CHECK(verdict(part, CheckCode::step_unknown) == "satisfied");
}

TEST_CASE("past the budget the order of a case isn't known") {
    TestLog log;
    std::string rows;
    for (int i = 0; i < 30; ++i) {
        rows += "1 2025-05-05; 2 2025-05-05;";
    }
    log.add(rows);
    const CheckPart part = judged(timed_parts(3, "start>1 1>2 2>1:Tidak 2>3:Ya 3>end"), log);
    CHECK(verdict(part, CheckCode::order) == "undecidable");
    CHECK(evidence(part, CheckCode::order) == "-?budget");
}
