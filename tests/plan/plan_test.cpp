// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "plan/tiny_plan.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;
using namespace tertib::test;
using namespace std::chrono_literals;

namespace {

std::string trouble(const Sop& sop, const PlanOptions& options = {}) {
    try {
        static_cast<void>(plan_of(sop, options));
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

std::string way_of(const PlannedRun& run) {
    std::string way;
    for (const GivenOutcome& each : run.outcomes) {
        way += (way.empty() ? "" : " ") + each.step + "=" + each.outcome;
    }
    return way;
}

/// n decisions one after another: each adds an hour ("Ya") or not ("Tidak").
Sop many_decisions(int count, const std::string& more_flows = "") {
    std::vector<std::string> waktu;
    std::string flows = "start>1";
    for (int i = 0; i < count; ++i) {
        const std::string here = std::to_string(2 * i + 1);
        const std::string extra = std::to_string(2 * i + 2);
        const std::string next = std::to_string(2 * i + 3);
        waktu.insert(waktu.end(), {"30 Menit", "1 Jam"});
        flows +=
            " " + here + ">" + extra + ":Ya " + here + ">" + next + ":Tidak " + extra + ">" + next;
    }
    waktu.emplace_back("30 Menit");
    flows += " " + std::to_string(2 * count + 1) + ">end" + more_flows;
    return timed_sop(waktu, flows);
}

} // namespace

TEST_CASE("a sequence is planned step after step, each from the deadline before it") {
    const Sop sop = timed_sop({"60 Menit", "1 Hari Kerja", "2 Jam"}, "start>1 1>2 2>3 3>end");
    const Plan plan = plan_of(sop);
    const std::vector<PlannedVisit>& visits = plan.main.visits;
    REQUIRE(visits.size() == 3);
    CHECK(clock(visits[0].earliest_start) == "2025-05-05 08:00");
    CHECK(clock(visits[0].earliest_finish) == "2025-05-05 09:00");
    CHECK(clock(visits[1].earliest_finish) == "2025-05-06 17:00");
    CHECK(clock(visits[2].earliest_start) == "2025-05-06 17:00");
    CHECK(clock(plan.main.finish) == "2025-05-07 10:00");
    CHECK(plan.main.work == Work{18h});
    CHECK(critical_steps(plan.main, sop) == "1 2 3");
    CHECK(visits[0].waited_for == std::nullopt);
    CHECK(visits[2].waited_for == 1);
}

TEST_CASE("a waktu in days takes up what was lost on its first day, so what is before has slack") {
    const Sop sop = timed_sop({"60 Menit", "1 Hari Kerja", "2 Jam"}, "start>1 1>2 2>3 3>end");
    const std::vector<PlannedVisit> visits = plan_of(sop).main.visits;
    CHECK(clock(visits[0].latest_start) == "2025-05-05 16:00");
    CHECK(clock(visits[0].latest_finish) == "2025-05-05 17:00");
    CHECK(visits[0].slack == Work{7h});
    CHECK_FALSE(visits[0].critical);
    CHECK(clock(visits[1].latest_start) == "2025-05-05 17:00");
    CHECK(clock(visits[1].latest_finish) == "2025-05-06 17:00");
    CHECK(visits[1].slack == Work{7h});
    CHECK(clock(visits[2].latest_start) == "2025-05-06 17:00");
    CHECK(visits[2].critical);
}

TEST_CASE("parallel branches wait for the longer one, the shorter has slack") {
    const Sop sop = timed_sop({"60 Menit", "60 Menit", "3 Jam", "30 Menit"},
                              "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end");
    const Plan plan = plan_of(sop);
    const std::vector<PlannedVisit>& visits = plan.main.visits;
    CHECK(visited(plan.main, sop) == "1 2 3 4");
    CHECK(clock(visits[1].earliest_start) == "2025-05-05 09:00");
    CHECK(clock(visits[1].earliest_finish) == "2025-05-05 10:00");
    CHECK(clock(visits[1].latest_start) == "2025-05-05 11:00");
    CHECK(visits[1].slack == Work{2h});
    CHECK(visits[2].slack == Work{0s});
    CHECK(visits[2].critical);
    CHECK(visits[3].waited_for == 2);
    CHECK(clock(plan.main.finish) == "2025-05-05 13:30");
    CHECK(critical_steps(plan.main, sop) == "1 3 4");
}

TEST_CASE("a decision's best, worst and main runs take different outcomes") {
    const Sop sop =
        timed_sop({"30 Menit", "2 Jam", "15 Menit"}, "start>1 1>3:Tidak 1>2:Ya 2>3 3>end");
    const Plan plan = plan_of(sop);
    CHECK(visited(plan.best, sop) == "1 3");
    CHECK(clock(plan.best.finish) == "2025-05-05 08:45");
    CHECK(visited(plan.main, sop) == "1 2 3");
    CHECK(visited(plan.worst, sop) == "1 2 3");
    CHECK(clock(plan.worst.finish) == "2025-05-05 10:45");
    CHECK(way_of(plan.best) == "1=Tidak");
    CHECK(plan.main.visits[0].outcome == "Ya");
    CHECK(plan.every_outcome);
    CHECK(found(plan, "PLAN-ROUNDS") == nullptr);
}

TEST_CASE("the main run goes to the next row, else the first way forward") {
    const std::vector<std::string> waktu{"1 Jam", "1 Jam", "1 Jam", "1 Jam"};
    const Sop next = timed_sop(waktu, "start>1 1>3:A 1>2:B 2>4 3>4 4>end");
    CHECK(visited(plan_of(next).main, next) == "1 2 4");
    const Sop none = timed_sop(waktu, "start>1 1>4:A 1>3:B 3>4 4>end 2>4");
    CHECK(visited(plan_of(none).main, none) == "1 4");
    CHECK(plan_of(none).unreached == std::vector<std::string>{"2"});
    CHECK(argument(*found(plan_of(none), "PLAN-NOT-TAKEN"), "steps") == "2");
    const Sop joined = timed_sop(waktu, "start>1 1>2 1>3 2>4:A 2>g1:B 3>g1 g1>end 4>g1");
    CHECK(way_of(plan_of(joined).main) == "2=A");
}

TEST_CASE("a given outcome holds in all runs") {
    const Sop sop =
        timed_sop({"30 Menit", "2 Jam", "15 Menit"}, "start>1 1>3:Tidak 1>2:Ya 2>3 3>end");
    const Plan no = plan_of(sop, {.outcomes = {{"1", " TIDAK"}}});
    CHECK(visited(no.worst, sop) == "1 3");
    CHECK(no.main.finish == no.worst.finish);
    const Plan yes = plan_of(sop, {.outcomes = {{"1", "Ya"}}});
    CHECK(visited(yes.best, sop) == "1 2 3");
}

TEST_CASE("the worst run takes a loop as often again as it is told") {
    const Sop sop =
        timed_sop({"60 Menit", "30 Menit", "60 Menit"}, "start>1 1>2 2>1:Tidak 2>3:Ya 3>end");
    const Plan plan = plan_of(sop);
    CHECK(visited(plan.main, sop) == "1 2 3");
    CHECK(visited(plan.best, sop) == "1 2 3");
    CHECK(clock(plan.main.finish) == "2025-05-05 10:30");
    CHECK(visited(plan.worst, sop) == "1 2 1#1 2#1 3");
    CHECK(way_of(plan.worst) == "2=Tidak 2=Ya");
    CHECK(clock(plan.worst.finish) == "2025-05-05 12:00");
    CHECK(argument(*found(plan, "PLAN-ROUNDS"), "steps") == "2");
    CHECK(argument(*found(plan, "PLAN-ROUNDS"), "rounds") == "1");
    CHECK(plan.repeating == std::vector<std::string>{"2"});
    CHECK(plan_of(sop, {.rounds = 0}).worst.finish == plan.main.finish);
    const Plan twice = plan_of(sop, {.rounds = 2});
    CHECK(visited(twice.worst, sop) == "1 2 1#1 2#1 1#2 2#2 3");
    CHECK(clock(twice.worst.finish) == "2025-05-05 14:30");
}

TEST_CASE("an outcome to a row of repairs that leads back sends back, though the row is the next") {
    const Sop sop = timed_sop({"60 Menit", "30 Menit", "15 Menit", "60 Menit"},
                              "start>1 1>2 2>3:Tidak 2>4:Ya 3>1 4>end");
    const Plan plan = plan_of(sop);
    CHECK(visited(plan.main, sop) == "1 2 4");
    CHECK(visited(plan.worst, sop) == "1 2 3 1#1 2#1 4");
    CHECK(plan.unreached.empty());
}

TEST_CASE("every outcome that sends back is taken, one after another") {
    const Sop sop = timed_sop({"1 Jam", "1 Jam", "1 Jam", "1 Jam"},
                              "start>1 1>2 2>3 3>1:Ulang 3>2:Perbaiki 3>3:Lagi 3>4:Ya 4>end");
    const Plan plan = plan_of(sop, {.rounds = 2});
    CHECK(way_of(plan.worst) == "3=Ulang 3=Ulang 3=Perbaiki 3=Perbaiki 3=Lagi 3=Lagi 3=Ya");
}

TEST_CASE("a loop within a loop has the square of turns") {
    const Sop sop = timed_sop({"5 Menit", "5 Menit", "5 Menit"},
                              "start>1 1>2 2>1:Ulang 2>3:Ya 3>1:Ulang 3>end:Ya");
    for (const std::uint32_t rounds : {0U, 1U, 2U, 3U}) {
        const Plan plan = plan_of(sop, {.rounds = rounds});
        const auto first_step =
            std::ranges::count(plan.worst.visits, std::size_t{0}, &PlannedVisit::step);
        CHECK(first_step == (rounds + 1) * (rounds + 1));
    }
    CHECK(trouble(sop, {.rounds = 1'000, .max_visits = 1'000}).find("max_visits, 1000") !=
          std::string::npos);
}

TEST_CASE("given outcomes are those of the visits in their order") {
    const Sop sop =
        timed_sop({"60 Menit", "30 Menit", "60 Menit"}, "start>1 1>2 2>1:Tidak 2>3:Ya 3>end");
    const Plan once = plan_of(sop, {.outcomes = {{"2", "Tidak"}}});
    CHECK(visited(once.best, sop) == "1 2 1#1 2#1 3");
    CHECK(visited(once.worst, sop) == "1 2 1#1 2#1 3");
    const Plan twice = plan_of(sop, {.outcomes = {{"2", "Tidak"}, {"2", "Tidak"}, {"2", "Ya"}}});
    CHECK(way_of(twice.main) == "2=Tidak 2=Tidak 2=Ya");
    const Plan never = plan_of(sop, {.outcomes = {{"2", "Ya"}}, .rounds = 5});
    CHECK(visited(never.worst, sop) == "1 2 3");
    CHECK(never.repeating.empty());
    CHECK(found(never, "PLAN-ROUNDS") == nullptr);
}

TEST_CASE("a range gives best its lower bound, the others its upper") {
    const Sop sop = timed_sop({"1-3 Jam", "1-2 Hari Kerja"}, "start>1 1>2 2>end");
    const Plan plan = plan_of(sop);
    CHECK(clock(plan.best.finish) == "2025-05-06 17:00");
    CHECK(clock(plan.main.visits[0].earliest_finish) == "2025-05-05 11:00");
    CHECK(clock(plan.main.finish) == "2025-05-07 17:00");
    CHECK(plan.worst.finish == plan.main.finish);
}

TEST_CASE("an open waktu is shown as such and left out openly") {
    const Sop sop =
        timed_sop({"1 Jam", "Sesuai Kebutuhan", "-", "1 Jam"}, "start>1 1>2 2>3 3>4 4>end");
    const Plan plan = plan_of(sop);
    CHECK(plan.main.visits[1].open);
    CHECK(plan.main.visits[2].open);
    CHECK_FALSE(plan.main.visits[0].open);
    CHECK(plan.main.visits[1].earliest_finish == plan.main.visits[1].earliest_start);
    CHECK(clock(plan.main.finish) == "2025-05-05 10:00");
    CHECK(plan.open_steps == std::vector<std::string>{"2", "3"});
    CHECK(argument(*found(plan, "PLAN-OPEN"), "steps") == "2, 3");
}

TEST_CASE("per berkas takes the number of items, and says which step lacks it") {
    const Sop sop = timed_sop({"15 Menit per berkas", "20 Menit per berkas"}, "start>1 1>2 2>end");
    CHECK(clock(plan_of(sop, {.items = {{"", 4}}}).main.finish) == "2025-05-05 10:20");
    CHECK(clock(plan_of(sop, {.items = {{"", 4}, {"2", 1}}}).main.finish) == "2025-05-05 09:20");
    CHECK(clock(plan_of(sop, {.items = {{"2", 1}, {"", 4}}}).main.finish) == "2025-05-05 09:20");
    CHECK(trouble(sop).starts_with("step 1: "));
    CHECK(trouble(sop, {.items = {{"1", 4}}}).starts_with("step 2: "));
    CHECK(trouble(sop, {.items = {{"9", 4}}}).find("step 9") != std::string::npos);
    CHECK(trouble(sop, {.items = {{"", -1}}}).find("negative") != std::string::npos);
}

TEST_CASE("sums, alternatives and hours on the wall are planned as deadlines are") {
    const Sop sum = timed_sop({"1 Jam 30 Menit", "1 Hari Kerja + 60 Menit"}, "start>1 1>2 2>end");
    CHECK(clock(plan_of(sum).main.visits[0].earliest_finish) == "2025-05-05 09:30");
    // The end of the day after, from its opening on: 1 h 30 min had passed, and 60 minutes more.
    CHECK(clock(plan_of(sum).main.finish) == "2025-05-06 10:30");
    const Sop later = timed_sop({"120 Menit / 3 Hari Kerja"}, "start>1 1>end");
    CHECK(clock(plan_of(later).main.finish) == "2025-05-08 17:00");
    const Sop wall = timed_sop({"1 x 24 Jam", "1 Jam"}, "start>1 1>2 2>end");
    CHECK(clock(plan_of(wall, {}, "2025-05-09T10:00").main.finish) == "2025-05-12 09:00");
}

TEST_CASE("an optional step is left out of the best run only, and told") {
    SopParts parts = timed_parts({"1 Jam", "1 Jam", "1 Jam"}, "start>1 1>2 2>3 3>end");
    parts.steps[1].optional = "Bila diperlukan";
    const Sop sop(parts);
    const Plan plan = plan_of(sop);
    CHECK(clock(plan.best.finish) == "2025-05-05 10:00");
    CHECK(clock(plan.main.finish) == "2025-05-05 11:00");
    CHECK(plan.best.visits[1].skipped);
    CHECK_FALSE(plan.main.visits[1].skipped);
    CHECK(argument(*found(plan, "PLAN-OPTIONAL"), "steps") == "2");
}

TEST_CASE("load is told for each pelaksana in order, certain, shared and allowed apart") {
    SopParts parts = timed_parts({"1 Jam", "2 Jam", "1 Hari Kerja", "30 Menit", "15 Menit", "-"},
                                 "start>1 1>2 2>3 3>4 4>5 5>6 6>end");
    parts.pelaksana = {"Kepala", "Staf", "Pemohon"};
    parts.pelaksana_luar = {PelaksanaIndex{2}};
    const auto mark = [](std::uint32_t column) {
        return Mark{PelaksanaIndex{column}, Symbol::process};
    };
    parts.steps[0].marks = {mark(1), mark(1)};
    parts.steps[1].marks = {mark(0), mark(1)};
    parts.steps[2].marks = {mark(2)};
    parts.steps[3].marks = {mark(0), mark(1)};
    parts.steps[3].participation = Participation::all;
    parts.steps[5].marks = {mark(0)};
    const std::vector<PlannedLoad> load = plan_of(Sop(parts)).load;
    REQUIRE(load.size() == 4);
    CHECK(load[0] == PlannedLoad{.pelaksana = PelaksanaIndex{0},
                                 .alone = Work{30min},
                                 .shared = Work{2h},
                                 .open_visits = 1,
                                 .visits = 3});
    CHECK(load[1] == PlannedLoad{.pelaksana = PelaksanaIndex{1},
                                 .alone = Work{90min},
                                 .shared = Work{2h},
                                 .visits = 3});
    CHECK(load[2].outside_office);
    CHECK(load[2].allowed == Work{13h}); // from 11:00 to closing, and a day of eight hours
    CHECK(load[3] == PlannedLoad{.alone = Work{15min}, .visits = 1});
}

TEST_CASE("the load of the worst run counts each visit of a loop") {
    SopParts parts = timed_parts({"60 Menit", "30 Menit"}, "start>1 1>2 2>1:Tidak 2>end:Ya");
    parts.pelaksana = {"Staf"};
    parts.steps[0].marks = {Mark{PelaksanaIndex{0}, Symbol::process}};
    const Plan plan = plan_of(Sop(parts), {.rounds = 2});
    CHECK(plan.load[0].alone == Work{1h});
    CHECK(plan.worst_load[0].alone == Work{3h});
    CHECK(plan.worst_load[1].visits == 3);
    const std::vector<PlannedLoad> all_known = plan_of(timed_sop({}, "")).load;
    CHECK(all_known.empty());
}

TEST_CASE("a step that leads nowhere ends its branch") {
    const Sop sop = timed_sop({"1 Jam", "3 Jam", "1 Jam"}, "start>1 1>2 1>3 3>end");
    const Plan plan = plan_of(sop);
    CHECK(clock(plan.main.finish) == "2025-05-05 12:00");
    CHECK_FALSE(plan.main.stuck);
    CHECK(critical_steps(plan.main, sop) == "1 2");
    CHECK(plan.main.visits[2].slack == Work{2h});
}

TEST_CASE("a flow that gets stuck is planned as far as it goes, with a finding") {
    const Sop gateway = timed_sop({"1 Jam", "1 Jam", "2 Jam", "1 Jam"},
                                  "start>1 1>2:Ya 1>3:Tidak 2>g1 3>g1 g1>4 4>end");
    const Plan plan = plan_of(gateway);
    CHECK(plan.main.stuck);
    CHECK(plan.worst.stuck);
    CHECK(clock(plan.main.finish) == "2025-05-05 10:00");
    CHECK(found(plan, "PLAN-STUCK") != nullptr);
    CHECK(plan.unreached == std::vector<std::string>{"4"});
    const Sop round = timed_sop({"1 Jam", "1 Jam"}, "start>1 1>2 2>1");
    CHECK(plan_of(round).main.stuck);
    CHECK(visited(plan_of(round).main, round) == "1 2");
    const Sop nothing = timed_sop({}, "");
    CHECK_FALSE(plan_of(nothing).main.stuck);
    CHECK(plan_of(nothing).main.finish == moment("2025-05-05T08:00"));
}

TEST_CASE("runs that come to an end go before those that get stuck") {
    // A: to the gateway that waits for ever; B: to the end, later.
    const Sop sop =
        timed_sop({"1 Jam", "1 Jam", "4 Jam"}, "start>1 1>2:A 1>3:B 2>g1 3>end g1>end 3>g1:never");
    const Plan plan = plan_of(sop);
    CHECK(plan.main.stuck);
    CHECK(way_of(plan.best).starts_with("1=B"));
    CHECK_FALSE(plan.best.stuck);
}

TEST_CASE("a join that is never waited for gives its branches twice") {
    const Sop sop =
        timed_sop({"1 Jam", "1 Jam", "2 Jam", "1 Jam"}, "start>1 1>2 1>3 2>4 3>4 4>end");
    const Plan plan = plan_of(sop);
    CHECK(visited(plan.main, sop) == "1 2 3 4 4#1");
    CHECK(clock(plan.main.finish) == "2025-05-05 12:00");
}

TEST_CASE("many decisions of a single token are answered by the longest and the shortest way") {
    const Sop sop = many_decisions(40);
    const Plan plan = plan_of(sop, {.max_runs = 100});
    CHECK(plan.every_outcome);
    CHECK(found(plan, "PLAN-NOT-EVERY-OUTCOME") == nullptr);
    CHECK(plan.best.visits.size() == 41);
    CHECK(plan.best.work == Work{41 * 30min});
    CHECK(plan.worst.visits.size() == 81);
    CHECK(plan.worst.work == Work{41 * 30min + 40h});
    const Plan given = plan_of(sop, {.outcomes = {{"1", "Tidak"}}, .max_runs = 100});
    CHECK(given.worst.visits.size() == 80);
    CHECK(given.every_outcome);
}

TEST_CASE("more combinations than are tried are told where no exact answer is known") {
    const Sop loop = many_decisions(14, " 29>1:Ulang");
    const Plan plan = plan_of(loop);
    CHECK_FALSE(plan.every_outcome);
    CHECK(argument(*found(plan, "PLAN-NOT-EVERY-OUTCOME"), "runs") == "4096");
    CHECK(plan.best.finish <= plan.main.finish);
    CHECK(plan.main.finish <= plan.worst.finish);
    CHECK(plan_of(loop, {.rounds = 0}).every_outcome);
    CHECK(plan_of(loop, {.max_runs = 100'000}).every_outcome);
    CHECK_FALSE(plan_of(timed_sop({"1 Jam", "1 Jam", "1 Jam", "1 Jam"},
                                  "start>1 1>2 1>3 2>4:A 2>end:B 3>4:A 3>end:B 4>end"),
                        {.max_runs = 2})
                    .every_outcome);
}

TEST_CASE("only combinations that a run meets count") {
    // The decisions 2 and 3 exclude each other: four runs, not eight.
    const Sop sop = timed_sop({"1 Jam", "1 Jam", "1 Jam", "1 Jam"},
                              "start>1 1>2:A 1>3:B 2>4:A 2>end:B 3>4:A 3>end:B 4>end 1>g1:C g1>g2 "
                              "g1>g2 g2>end");
    CHECK(plan_of(sop, {.max_runs = 5}).every_outcome);
    CHECK_FALSE(plan_of(sop, {.max_runs = 4}).every_outcome);
}

TEST_CASE("a loop that can be entered at two steps is told") {
    const Sop sop =
        timed_sop({"1 Jam", "1 Jam", "1 Jam"}, "start>1 1>2:A 1>3:B 2>3 3>2:Ulang 3>end:Ya");
    CHECK(argument(*found(plan_of(sop), "PLAN-LOOP-ENTRIES"), "steps") == "2, 3");
}

TEST_CASE("a stated total that the steps pass is told") {
    SopParts parts = timed_parts({"60 Menit", "1 Hari Kerja"}, "start>1 1>2 2>end");
    parts.total = read_waktu("8 Jam").waktu;
    const Plan less = plan_of(Sop(parts));
    CHECK(clock(less.stated_finish.value()) == "2025-05-05 17:00");
    CHECK(argument(*found(less, "PLAN-TOTAL"), "planned") == "2025-05-06T17:00:00+07:00");
    parts.total = read_waktu("2 Hari Kerja").waktu;
    CHECK(found(plan_of(Sop(parts)), "PLAN-TOTAL") == nullptr);
    parts.total = read_waktu("Sesuai Kebutuhan").waktu;
    CHECK_FALSE(plan_of(Sop(parts)).stated_finish);
    parts.total = read_waktu("15 Menit per berkas").waktu;
    CHECK_FALSE(plan_of(Sop(parts)).stated_finish);
}

TEST_CASE("what can't be meant is refused, with the reason") {
    const Sop sop = timed_sop({"1 Jam", "200000 Hari Kerja"}, "start>1 1>2:Ya 1>end:Tidak 2>end");
    CHECK(trouble(sop, {.outcomes = {{"7", "Ya"}}}).find("step 7") != std::string::npos);
    CHECK(trouble(sop, {.outcomes = {{"end", "Ya"}}}).find("step end") != std::string::npos);
    CHECK(trouble(sop, {.outcomes = {{"1", "Mungkin"}}}).find("Ya, Tidak") != std::string::npos);
    CHECK(trouble(sop).find("step 2 would end beyond 2200-12-31") != std::string::npos);
    CHECK_THROWS_AS(make_plan(sop, eight_hours(), moment("2199-12-31T10:00") + 24h * 800), Error);
    CalendarDraft never;
    never.name = "tutup";
    CHECK_THROWS_AS(make_plan(sop, Calendar(never), moment("2025-05-05T08:00")), Error);
}

TEST_CASE("a start outside hours and zero days are planned without going back in time") {
    const Sop sop = timed_sop({"0 Hari Kerja", "1 Jam"}, "start>1 1>2 2>end");
    const Plan plan = plan_of(sop, {}, "2025-05-05T19:00");
    for (const PlannedVisit& visit : plan.main.visits) {
        CHECK(visit.earliest_finish >= visit.earliest_start);
    }
    CHECK(clock(plan.main.finish) == "2025-05-06 09:00");
}

TEST_CASE("a plan says on what it rests, and is the same each time") {
    const Sop sop = timed_sop({"1 Jam"}, "start>1 1>end");
    const Plan plan = plan_of(sop);
    CHECK(plan.calendar == eight_hours().label());
    CHECK(plan.calendar_digest == eight_hours().digest());
    CHECK(plan.calendar_version == "1");
    CHECK(plan == plan_of(sop));
    CHECK(name(RunKind::best) == "best");
    CHECK(name(RunKind::main) == "main");
    CHECK(name(RunKind::worst) == "worst");
}
