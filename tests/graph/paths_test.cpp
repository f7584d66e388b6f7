// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/paths.hpp"

#include "catch.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

TEST_CASE("every way from start to an end is given once, in the order of the flows") {
    const Sop sop = tiny_sop(4, "start>1 1>2:Ya 1>3:Tidak 2>end 3>4");
    const StepGraph graph(sop);
    const Paths paths = find_paths(graph);
    REQUIRE(paths.paths.size() == 2);
    CHECK(flows(graph, paths.paths[0]) == "start>1 1>2:Ya 2>end");
    CHECK(flows(graph, paths.paths[1]) == "start>1 1>3:Tidak 3>4");
    CHECK(paths.complete);
}

TEST_CASE("a loop is gone round as often as visits allow") {
    const Sop sop = tiny_sop(2, "start>1 1>2 2>1:Tidak 2>end:Ya");
    const StepGraph graph(sop);
    CHECK(find_paths(graph).paths.size() == 1);
    const Paths twice = find_paths(graph, {.max_visits = 2});
    REQUIRE(twice.paths.size() == 2);
    CHECK(flows(graph, twice.paths[0]) == "start>1 1>2 2>1:Tidak 1>2 2>end:Ya");
    CHECK(twice.complete);
}

TEST_CASE("the bound on paths cuts off and says so") {
    // 2^10 ways through ten decisions in a row.
    std::string text = "start>1";
    for (int i = 1; i <= 10; ++i) {
        const std::string from = std::to_string(i);
        const std::string to = i == 10 ? "end" : std::to_string(i + 1);
        text += " " + from + ">" + to + ":A " + from + ">" + to + ":B";
    }
    const Sop sop = tiny_sop(10, text);
    const StepGraph graph(sop);
    CHECK(find_paths(graph, {.max_paths = 2000}).paths.size() == 1024);
    const Paths some = find_paths(graph, {.max_paths = 100});
    CHECK(some.paths.size() == 100);
    CHECK_FALSE(some.complete);
    CHECK_FALSE(find_paths(graph, {.max_paths = 2000, .max_moves = 50}).complete);
}

TEST_CASE("branches that lead to no end are not entered") {
    const Sop sop = tiny_sop(3, "start>1 1>2:A 1>end:B 2>3 3>2");
    const StepGraph graph(sop);
    const Paths paths = find_paths(graph);
    REQUIRE(paths.paths.size() == 1);
    CHECK(flows(graph, paths.paths[0]) == "start>1 1>end:B");
    const Sop none = tiny_sop(1, "start>1 1>1");
    CHECK(find_paths(StepGraph(none)).paths.empty());
}
