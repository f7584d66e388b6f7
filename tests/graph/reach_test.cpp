// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/reach.hpp"

#include "catch.hpp"
#include "random_graph.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

TEST_CASE("steps that no flow leads to, and those that lead nowhere, are named") {
    const Sop sop = tiny_sop(6, "start>1 1>2 2>end:Ya 2>3:Tidak 3>4 4>3 5>6 6>end");
    const StepGraph graph(sop);
    const Reachability reachability = find_reachability(graph);
    CHECK(names(graph, reachability.unreachable) == "5 6");
    CHECK(names(graph, reachability.without_an_end) == "3 4");
    CHECK(reachability.from_start.contains(node(graph, "4")));
    CHECK(reachability.to_end.contains(node(graph, "5")));
}

TEST_CASE("a step without outgoing flow is an end") {
    const Sop sop = tiny_sop(2, "start>1 1>2");
    const StepGraph graph(sop);
    CHECK(find_reachability(graph).without_an_end.empty());
}

TEST_CASE("a set of nodes keeps what was put in, in order") {
    NodeSet set(130);
    set.insert(node_at(129));
    set.insert(node_at(0));
    set.insert(node_at(64));
    CHECK(set.size() == 3);
    CHECK(set.nodes() == std::vector{node_at(0), node_at(64), node_at(129)});
    CHECK_FALSE(set.contains(node_at(65)));
}

TEST_CASE("what is reached is what plain search reaches, both ways") {
    CHECK(rc::check("reach", [] {
        const Digraph graph = random_graph(9);
        const auto expected = ways(graph);
        for (std::size_t a = 0; a < graph.node_count(); ++a) {
            const NodeSet forward = reach(graph, node_at(a));
            const NodeSet backward = reach(graph, node_at(a), Direction::backward);
            for (std::size_t b = 0; b < graph.node_count(); ++b) {
                RC_ASSERT(forward.contains(node_at(b)) == (a == b || expected[a][b]));
                RC_ASSERT(backward.contains(node_at(b)) == (a == b || expected[b][a]));
            }
        }
    }));
}
