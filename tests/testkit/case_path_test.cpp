// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/case_path.hpp"

#include "catch.hpp"
#include "graph/tiny_sop.hpp"
#include "run/random_case.hpp"
#include "scale.hpp"
#include "tertib/base/error.hpp"
#include "tertib/graph/paths.hpp"
#include "tertib/testkit/coverage.hpp"
#include "tertib/time/calendar_name.hpp"
#include "testkit/walked.hpp"

#include <algorithm>
#include <iostream>
#include <set>

using namespace tertib;
using namespace tertib::test;

namespace {

std::vector<std::string> texts(const std::vector<CasePath>& paths) {
    std::vector<std::string> all;
    for (const CasePath& path : paths) {
        all.push_back(text(path));
    }
    return all;
}

using Texts = std::vector<std::string>;

Texts paths(std::size_t steps, std::string_view flows, const CasePathOptions& options = {}) {
    return texts(paths_of(tiny_sop(steps, flows), options));
}

std::string refusal(std::string_view flows, const CasePathOptions& options = {}) {
    try {
        (void)paths(3, flows, options);
        return "";
    } catch (const Error& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("each choice is a path, and each loop is taken not at all and once") {
    CHECK(paths(2, "start>1 1>2 2>end") == Texts{"1 → 2"});
    CHECK(paths(3, "start>1 1>2:Ya 1>3:Tidak 2>end 3>end") == Texts{"1=Ya → 2", "1=Tidak → 3"});
    CHECK(paths(3, "start>1 1>2 2>1:Tolak 2>3:Setuju 3>end") ==
          Texts{"1 → 2=Tolak → 1 → 2=Setuju → 3", "1 → 2=Setuju → 3"});
    CHECK(paths(2, "start>1 1>2 2>1:Tolak 2>end:Setuju", {.max_visits = 1}) ==
          Texts{"1 → 2=Setuju"});
    CHECK(paths(2, "start>1 1>2 2>1:Tolak 2>end:Setuju", {.max_visits = 3}).size() == 3);
}

TEST_CASE("a choice at the start, an exit without outcome and a single outcome are written out") {
    CHECK(paths(2, "start>1:Online start>2:Loket 1>end 2>end") ==
          Texts{"start=Online → 1", "start=Loket → 2"});
    CHECK(paths(3, "start>1 1>2:Ya 1>3 2>end 3>end") == Texts{"1=Ya → 2", "1= → 3"});
    CHECK(paths(2, "start>1 1>2:Lanjut 2>end") == Texts{"1=Lanjut → 2"});
    CHECK(paths(2, "start>1 1>end:Batal 1>2:Lanjut") == Texts{"1=Batal", "1=Lanjut → 2"});
}

TEST_CASE("parallel branches are given in the order of the document, with each of their choices") {
    CHECK(paths(4, "start>1 1>3 1>2 2>g1 3>g1 g1>4 4>end") == Texts{"1 → 2 → 3 → 4"});
    CHECK(paths(5, "start>1 start>2 1>g1 2>3:Ya 2>4:Tidak 3>5 4>5 5>g1 g1>end") ==
          Texts{"1 → 2=Ya → 3 → 5", "1 → 2=Tidak → 4 → 5"});
}

TEST_CASE("a step that several branches come to is done by each of them") {
    CHECK(paths(4, "start>1 start>2 start>3 1>4 2>4 3>4") == Texts{"1 → 2 → 3 → 4 → 4 → 4"});
    CHECK(paths(4, "start>1 start>2 1>3 3>1:Tolak 3>4:Setuju 2>4") ==
          Texts{"1 → 2 → 3=Tolak → 1 → 3=Setuju → 4 → 4", "1 → 2 → 3=Setuju → 4 → 4"});
}

TEST_CASE("an outcome that is drawn twice leads along the first, as in a case") {
    CHECK(paths(3, "start>1 1>2:Ya 1>3:ya 1>end:Tidak 2>3 3>end") ==
          Texts{"1=Ya → 2 → 3", "1=Tidak"});
}

TEST_CASE("an Sop that isn't sound has no paths, and every limit is named") {
    CHECK(refusal("start>1 1>2 1>3 2>end 3>2").starts_with("the flow isn't sound (unsafe)"));
    CHECK(refusal("start>1 1>2:Ya 1>3:Tidak 2>g1 3>g1 g1>end")
              .starts_with("the flow isn't sound (deadlock)"));
    const std::string loop = "start>1 1>2 2>1:Tolak 2>3:Setuju 3>end";
    CHECK(refusal(loop, {.max_paths = 2}).empty());
    CHECK(refusal(loop, {.max_paths = 1}) == "the Sop has more than 1 paths (max_paths)");
    CHECK(refusal(loop, {.max_moves = 3}) ==
          "the search for paths takes more than 3 moves (max_moves)");
    CHECK(paths(3, loop, {.max_visits = 0}).empty());
}

TEST_CASE("an item of a path is a task with an outcome behind =") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>end");
    parts.steps[1].key = "2=a";
    parts.flow[1].to = "2=a";
    parts.flow[2].from = "2=a";
    const Sop sop(std::move(parts));
    CHECK(read_path_item(sop, "1") == PathItem{"1", ""});
    CHECK(read_path_item(sop, "1=") == PathItem{"1", ""});
    CHECK(read_path_item(sop, "1=Ya=Tidak") == PathItem{"1", "Ya=Tidak"});
    CHECK(read_path_item(sop, "1#2=Ya") == PathItem{"1#2", "Ya"});
    CHECK(read_path_item(sop, "2=a") == PathItem{"2=a", ""});
    CHECK(read_path_item(sop, "2=a#1=Ya") == PathItem{"2=a#1", "Ya"});
    CHECK(read_path_item(sop, "start=Loket") == PathItem{"start", "Loket"});
    CHECK(read_path_item(sop, "9=Ya") == PathItem{"9", "Ya"});
}

TEST_CASE("every path of a random Sop can be walked to the end of its case") {
    const Calendar calendar = *builtin_calendar("id5");
    const std::uint64_t seed = run_seed();
    const std::size_t count = scaled(1'000);
    std::size_t walked = 0;
    std::size_t sequential = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Dice dice(seed + i);
        const Scene scene = random_scene(dice, calendar);
        const Sop& sop = scene.sop->sop();
        CAPTURE(seed, i, flows_of(sop));
        std::vector<CasePath> all;
        try {
            all = paths_of(sop, {.max_paths = 100});
        } catch (const Error& error) {
            REQUIRE(error.code() == ErrorCode::limit);
            continue;
        }
        REQUIRE_FALSE(all.empty());
        const std::vector<std::string> lines = texts(all);
        REQUIRE(std::set(lines.begin(), lines.end()).size() == lines.size());
        Walked office(sop, {.excuse = "langkah itu tidak ditempuh"},
                      {.unknown_pelaksana = UnknownPelaksana::everyone});
        for (std::size_t k = 0; k < all.size(); ++k) {
            INFO(lines[k]);
            REQUIRE(office.driver.walk("K-" + std::to_string(k), all[k]).status ==
                    CaseStatus::ended);
        }
        walked += all.size();
        // Work comes to a step by one of the flows into it.
        const Coverage coverage = coverage_of(sop, office.store);
        for (const StepCoverage& step : coverage.steps) {
            std::uint64_t came = 0;
            for (const FlowCoverage& flow : coverage.flows) {
                came += flow.to == step.step ? flow.times : 0;
            }
            REQUIRE(came == step.arrivals);
        }
        // Where nothing is parallel they are the ways through the graph.
        bool splits = false;
        for (std::size_t node = 0; node < scene.sop->graph().node_count(); ++node) {
            splits = splits || (scene.sop->graph().exit(node_at(node)) == Exit::all &&
                                scene.sop->graph().digraph().successors(node_at(node)).size() > 1);
        }
        if (!splits) {
            ++sequential;
            REQUIRE(find_paths(scene.sop->graph(), {.max_visits = 2}).paths.size() == all.size());
            REQUIRE(coverage.percent() == 100);
        }
    }
    CHECK(walked > count / 2);
    CHECK((count < 100 || sequential > 0));
    std::cout << "paths: seed " << seed << ", " << walked << " paths of " << count
              << " Sops walked\n";
}
