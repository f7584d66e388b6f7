// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/coverage.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "testkit/walked.hpp"

using namespace tertib;

namespace {

using Texts = std::vector<std::string>;

std::uint64_t times(const Coverage& coverage, std::string_view from, std::string_view to) {
    for (const FlowCoverage& flow : coverage.flows) {
        if (flow.from == from && flow.to == to) {
            return flow.times;
        }
    }
    return UINT64_MAX;
}

} // namespace

TEST_CASE("coverage counts the steps and flows that cases took, and lists the others") {
    const Sop sop = letter_sop();
    Walked walked(sop);
    CHECK(coverage_of(sop, walked.store).percent() == 0);
    walked.driver.walk("K-1", {"1", "2=Tolak", "1"});
    Coverage half = coverage_of(sop, walked.store);
    CHECK(half.cases == 1);
    CHECK(half.steps[0] == StepCoverage{"1", 2, 2, 0});
    CHECK(half.steps[1] == StepCoverage{"2", 2, 1, 0});
    CHECK(times(half, "1", "2") == 2);
    CHECK(half.steps_never() == Texts{"3", "4"});
    CHECK(half.flows_never() == Texts{"2 → 3 [Setuju]", "3 → 4", "4 → end"});
    CHECK(half.percent() == 50); // 2 steps and 3 flows of 4 and 6
    walked.driver.walk("K-1", {"2=Setuju", "3", "4"});
    const Coverage whole = coverage_of(sop, walked.store);
    CHECK(whole.percent() == 100);
    CHECK(whole.flows_never().empty());
    CHECK(times(whole, "4", "end") == 1);
}

TEST_CASE("what was skipped, returned or went where no flow leads covers less") {
    const Sop sop = letter_sop();
    Walked walked(sop);
    walked.driver.walk("K-1", {"1"});
    walked.driver.act("K-1", ReturnTask{.task = "2", .target = "1"}, {.reason = "periksa"});
    walked.driver.walk("K-1", {"1", "2=Setuju"});
    walked.driver.act("K-1", SkipTask{"3"});
    Coverage coverage = coverage_of(sop, walked.store);
    CHECK(times(coverage, "2", "1") == 0); // the return isn't that flow
    CHECK(times(coverage, "3", "4") == 1);
    CHECK(coverage.steps[2] == StepCoverage{"3", 1, 0, 1});
    CHECK(coverage.steps_never() == Texts{"3", "4"});
    walked.driver.complete("K-1", "4");
    walked.driver.walk("K-2", {"1"});
    walked.driver.complete("K-2", "2=Lain", {.target = "4", .reason = "lekas"});
    coverage = coverage_of(sop, walked.store);
    CHECK(coverage.cases == 2);
    CHECK(coverage.steps[1].completions == 2);
    CHECK(times(coverage, "2", "3") == 1);
}

TEST_CASE("flows through gateways are counted when all of their tokens have come") {
    const Sop sop(one_post_parts(3, "start>g1 g1>1 g1>2 1>g2 2>g2 g2>g3 g3>g4 g3>g4 g4>3 3>end"));
    Walked walked(sop);
    walked.driver.walk("K-1", {"2"});
    Coverage coverage = coverage_of(sop, walked.store);
    CHECK(times(coverage, "g1", "1") == 1);
    CHECK(times(coverage, "2", "g2") == 1);
    CHECK(times(coverage, "g2", "g3") == 0);
    walked.driver.walk("K-1", {"1", "3"});
    coverage = coverage_of(sop, walked.store);
    CHECK(coverage.percent() == 100);
    CHECK(times(coverage, "g4", "3") == 1);
    CHECK(times(coverage, "g3", "g4") == 1);
}

TEST_CASE("coverages of several runs are put together, those of other Sops are not") {
    const Sop sop = letter_sop();
    Walked one(sop);
    one.driver.walk("K-1", {"1", "2=Setuju", "3", "4"});
    Walked two(sop);
    two.driver.walk("K-1", {"1", "2=Tolak"});
    const Sop other(one_post_parts(1, "start>1 1>end"));
    Walked another(other);
    another.driver.walk("K-1", {"1"});
    const Coverage all = merged(coverage_of(sop, one.store), coverage_of(sop, two.store));
    CHECK(all.cases == 2);
    CHECK(all.percent() == 100);
    CHECK(all.steps[0].arrivals == 3);
    CHECK(times(all, "start", "1") == 2);
    CHECK_THROWS_AS(merged(all, coverage_of(other, another.store)), Error);
    // Cases of another Sop in the same store count for nothing.
    CHECK(coverage_of(sop, another.store).cases == 0);
    CHECK(coverage_of(sop, another.store).percent() == 0);
}

TEST_CASE("the coverage of one case is taken from its events") {
    const Sop sop = letter_sop();
    Walked walked(sop);
    std::vector<Event> events = walked.driver.start("K-1");
    for (const char* item : {"1", "2=Tolak"}) {
        const std::vector<Event> more = walked.driver.complete("K-1", item);
        events.insert(events.end(), more.begin(), more.end());
    }
    CHECK(coverage_of(sop, events) == coverage_of(sop, walked.store));
}

TEST_CASE("coverage is told in two languages") {
    const Sop sop = letter_sop();
    Walked walked(sop);
    walked.driver.walk("K-1", {"1", "2=Setuju", "3"});
    const Coverage coverage = coverage_of(sop, walked.store);
    CHECK(text(coverage, Language::en) == "1 cases took 7 of 10 steps and flows (70%).\n"
                                          "Steps never completed: 4\n"
                                          "Flows never taken: 2 → 1 [Tolak], 4 → end\n");
    CHECK(text(coverage, Language::id) ==
          "1 kasus menempuh 7 dari 10 langkah dan alur (70%).\n"
          "Langkah yang belum pernah diselesaikan: 4\n"
          "Alur yang belum pernah ditempuh: 2 → 1 [Tolak], 4 → end\n");
    walked.driver.walk("K-1", {"4"});
    walked.driver.walk("K-2", {"1", "2=Tolak"});
    CHECK(text(coverage_of(sop, walked.store), Language::en) ==
          "2 cases took 10 of 10 steps and flows (100%).\n");
}

TEST_CASE("an Sop that can't be run has no coverage") {
    Store store = test_store();
    CHECK_THROWS_AS(coverage_of(Sop(one_post_parts(2, "start>1 1>end")), store), Error);
}
