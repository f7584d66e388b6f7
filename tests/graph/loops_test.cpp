// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/loops.hpp"

#include "catch.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

TEST_CASE("a decision that sends the work back makes a rework loop") {
    SopParts parts = tiny_parts(6, "start>1 1>2 2>3 3>4 4>5 5>1:Ditolak 5>6:Disetujui 6>end");
    parts.flow[5].evidence = "Jika ditolak, kembali ke proses awal";
    const Sop sop(parts);
    const StepGraph graph(sop);
    const std::vector<Loop> loops = find_loops(graph);
    REQUIRE(loops.size() == 1);
    CHECK(names(graph, loops[0].nodes) == "1 2 3 4 5");
    CHECK(names(graph, loops[0].entries) == "1");
    CHECK(flows(graph, loops[0].enter) == "start>1");
    CHECK(flows(graph, loops[0].exits) == "5>6:Disetujui");
    CHECK(flows(graph, loops[0].inside) == "1>2 2>3 3>4 4>5 5>1:Ditolak");
    REQUIRE(flows(graph, loops[0].back) == "5>1:Ditolak");
    CHECK(graph.flow(loops[0].back[0]).evidence == "Jika ditolak, kembali ke proses awal");
}

TEST_CASE("a step that leads to itself is a loop, a plain sequence is none") {
    const Sop once = tiny_sop(2, "start>1 1>2 2>end");
    CHECK(find_loops(StepGraph(once)).empty());
    const Sop sop = tiny_sop(2, "start>1 1>2 2>2:Ulang 2>end:Selesai");
    const StepGraph graph(sop);
    const std::vector<Loop> loops = find_loops(graph);
    REQUIRE(loops.size() == 1);
    CHECK(names(graph, loops[0].nodes) == "2");
    CHECK(flows(graph, loops[0].back) == "2>2:Ulang");
}

TEST_CASE("a loop that can be entered in two places says so") {
    const Sop sop = tiny_sop(3, "start>1 1>2:A 1>3:B 2>3 3>2:Ulang 3>end:Selesai");
    const StepGraph graph(sop);
    const std::vector<Loop> loops = find_loops(graph);
    REQUIRE(loops.size() == 1);
    CHECK(names(graph, loops[0].entries) == "2 3");
    CHECK(flows(graph, loops[0].back) == "3>2:Ulang");
}

TEST_CASE("two loops come in document order") {
    const Sop sop = tiny_sop(4, "3>4 4>3:B 4>end:E start>1 1>2 2>1:A 2>3:C");
    const StepGraph graph(sop);
    const std::vector<Loop> loops = find_loops(graph);
    REQUIRE(loops.size() == 2);
    CHECK(names(graph, loops[0].nodes) == "1 2");
    CHECK(names(graph, loops[1].nodes) == "3 4");
}
