// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "plan/random_plan.hpp"
#include "plan/token_game.hpp"
#include "tertib/graph/soundness.hpp"
#include "tertib/time/deadline.hpp"

using namespace tertib;
using namespace tertib::test;

namespace {

const Calendar& office() {
    static const Calendar calendar = eight_hours({"2025-05-12", "2025-05-29"});
    return calendar;
}

const PlannedRun& drawn_run(const Plan& plan) {
    return **rc::gen::element(&plan.best, &plan.main, &plan.worst);
}

/// Few rounds: loops in loops in loops multiply.
PlanOptions options() {
    return {.rounds = *rc::gen::inRange<std::uint32_t>(0, 3), .max_runs = 256};
}

} // namespace

TEST_CASE("the flows drawn for these properties are sound") {
    const bool held = rc::check([]() {
        const Sop sop = RandomFlow().sop();
        RC_ASSERT(check_soundness(StepGraph(sop)).verdict == SoundnessVerdict::sound);
    });
    CHECK(held);
}

TEST_CASE("best finishes no later than main, and main no later than worst") {
    const bool held = rc::check([]() {
        const Sop sop = RandomFlow().sop();
        const Plan plan = make_plan(sop, office(), random_start(), options());
        RC_ASSERT(plan.best.finish <= plan.main.finish);
        RC_ASSERT(plan.main.finish <= plan.worst.finish);
        RC_ASSERT(!plan.worst.stuck);
    });
    CHECK(held);
}

TEST_CASE("no visit has negative slack or lies outside its run") {
    const bool held = rc::check([]() {
        const Sop sop = RandomFlow().sop();
        const Plan plan = make_plan(sop, office(), random_start(), options());
        const PlannedRun& run = drawn_run(plan);
        for (const PlannedVisit& visit : run.visits) {
            RC_ASSERT(visit.slack >= Work{});
            RC_ASSERT(visit.critical == (visit.slack == Work{}));
            RC_ASSERT(plan.start <= visit.earliest_start);
            RC_ASSERT(visit.earliest_start <= visit.earliest_finish);
            RC_ASSERT(visit.earliest_start <= visit.latest_start);
            RC_ASSERT(visit.earliest_finish <= visit.latest_finish);
            RC_ASSERT(visit.latest_start <= visit.latest_finish);
            RC_ASSERT(visit.latest_finish <= run.finish);
        }
    });
    CHECK(held);
}

TEST_CASE("the critical path leads without a gap from the start to the finish") {
    const bool held = rc::check([]() {
        const Sop sop = RandomFlow().sop();
        const Plan plan = make_plan(sop, office(), random_start(), options());
        const PlannedRun& run = drawn_run(plan);
        RC_ASSERT(!run.critical_path.empty());
        Instant at = plan.start;
        std::optional<std::size_t> before;
        for (const std::size_t place : run.critical_path) {
            const PlannedVisit& visit = run.visits[place];
            RC_ASSERT(visit.earliest_start == at);
            RC_ASSERT(visit.waited_for == before);
            at = visit.earliest_finish;
            before = place;
        }
        RC_ASSERT(at == run.finish);
    });
    CHECK(held);
}

TEST_CASE(
    "a visit begun at its latest start doesn't delay the finish, a working minute later does") {
    const bool held = rc::check([]() {
        const Sop sop = RandomFlow().sop();
        const Instant start = random_start();
        const StepGraph graph(sop);
        const Decisions decisions(graph, find_order(graph.digraph()), {});
        const StepTimes times(sop, office(), {});
        const Plan plan = make_plan(sop, office(), start, {.max_runs = 1});
        const PlannedVisit visit = *rc::gen::elementOf(plan.main.visits);
        RunPolicy policy;
        for (const Decision& each : decisions.all()) {
            policy.way.push_back(static_cast<std::uint32_t>(each.next_row));
        }
        const auto finish = [&](Instant until) {
            const HeldVisit hold{visit.step, visit.round, until};
            TokenGame game(graph, decisions, times, {.start = start, .hold = hold});
            return game.play(policy).finish;
        };
        RC_ASSERT(finish(start) == plan.main.finish);
        RC_ASSERT(finish(visit.latest_start) == plan.main.finish);
        const std::optional<LocalTime> later = office().table().add(
            to_local(visit.latest_start, wib()), Work{std::chrono::minutes{1}});
        RC_ASSERT(finish(to_instant(*later, wib())) > plan.main.finish);
    });
    CHECK(held);
}

TEST_CASE("a day off more never makes a finish earlier") {
    const bool held = rc::check([]() {
        const Sop sop = RandomFlow().sop();
        const Instant start = random_start();
        const LocalDay off =
            LocalDay{std::chrono::year{2025} / 5 / 1} + std::chrono::days(*rc::gen::inRange(0, 60));
        const Calendar less = eight_hours({"2025-05-12", "2025-05-29", text(off)});
        const PlanOptions chosen = options();
        const Plan plan = make_plan(sop, office(), start, chosen);
        const Plan later = make_plan(sop, less, start, chosen);
        RC_ASSERT(plan.main.finish <= later.main.finish);
        if (plan.every_outcome && later.every_outcome) {
            RC_ASSERT(plan.best.finish <= later.best.finish);
            RC_ASSERT(plan.worst.finish <= later.worst.finish);
        }
    });
    CHECK(held);
}

TEST_CASE("the plan of one path is its deadlines in a chain") {
    const bool held = rc::check([]() {
        const auto waktu = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(
            rc::gen::element<std::string>("90 Menit", "1 Hari Kerja", "3 Hari Kalender",
                                          "1 Bulan + 2 Hari Kerja", "1 Hari Kerja + 30 Menit",
                                          "2 x 24 Jam", "Sesuai Kontrak")));
        std::string flows = "start>1";
        for (std::size_t i = 1; i <= waktu.size(); ++i) {
            const std::string next = i == waktu.size() ? "end" : std::to_string(i + 1);
            flows += " " + std::to_string(i) + ">" + next;
        }
        const Sop sop = timed_sop(waktu, flows);
        const Instant start = random_start();
        Instant at = start;
        for (const Step& step : sop.steps()) {
            at = deadline(office(), at, step.waktu).due.value_or(at);
        }
        RC_ASSERT(make_plan(sop, office(), start).main.finish == at);
    });
    CHECK(held);
}

TEST_CASE("the longest and shortest way of a single token agree with trying every combination") {
    const bool held = rc::check([]() {
        const Sop sop = RandomFlow(RandomFlow::Splits::none).sop();
        const Instant start = random_start();
        const Plan all = make_plan(sop, office(), start, {.rounds = 0, .max_runs = 10'000});
        const Plan way = make_plan(sop, office(), start, {.rounds = 0, .max_runs = 1});
        RC_PRE(all.every_outcome);
        RC_ASSERT(way.every_outcome);
        RC_ASSERT(all.best.finish == way.best.finish);
        RC_ASSERT(all.worst.finish == way.worst.finish);
    });
    CHECK(held);
}
