// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/dominators.hpp"

#include "catch.hpp"
#include "random_graph.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

TEST_CASE("both branches are dominated by their decision and post-dominated by their merge") {
    const Sop sop = tiny_sop(4, "start>1 1>2:Ya 1>3:Tidak 2>4 3>4 4>end");
    const StepGraph graph(sop);
    const NodeIndex start = StepGraph::start();
    const NodeIndex end = StepGraph::end();
    const Dominators from_start(graph.digraph(), std::span(&start, 1));
    const Dominators to_end(graph.digraph(), std::span(&end, 1), Direction::backward);
    CHECK(from_start.immediate(node(graph, "2")) == node(graph, "1"));
    CHECK(from_start.immediate(node(graph, "4")) == node(graph, "1"));
    CHECK(to_end.immediate(node(graph, "1")) == node(graph, "4"));
    CHECK_FALSE(from_start.immediate(start));
    CHECK_FALSE(from_start.dominates(node(graph, "2"), node(graph, "4")));
    CHECK(names(graph, from_start.chain(node(graph, "4"))) == "1 start");
}

TEST_CASE("what the root can't reach is dominated by nothing") {
    const Digraph graph(2, {});
    const NodeIndex root = node_at(0);
    const Dominators dominators(graph, std::span(&root, 1));
    CHECK_FALSE(dominators.reached(node_at(1)));
    CHECK_FALSE(dominators.immediate(node_at(1)));
    CHECK_FALSE(dominators.dominates(root, node_at(1)));
    CHECK(dominators.dominates(root, root));
}

TEST_CASE("dominance is what the definition says: closing a dominator cuts its node off") {
    CHECK(rc::check("dominators", [] {
        const Digraph graph = random_graph(8);
        const bool two = graph.node_count() > 1 && *rc::gen::arbitrary<bool>();
        std::vector<NodeIndex> roots{node_at(0)};
        if (two) {
            roots.push_back(node_at(graph.node_count() - 1));
        }
        const Dominators dominators(graph, roots);
        const auto is_root = [&](std::size_t n) {
            return std::ranges::find(roots, node_at(n)) != roots.end();
        };
        const auto reaches = [&](const std::vector<std::vector<bool>>& reached, std::size_t closed,
                                 std::size_t n) {
            return std::ranges::any_of(roots, [&](NodeIndex root) {
                return position(root) != closed &&
                       (position(root) == n || reached[position(root)][n]);
            });
        };
        const auto open = ways(graph);
        for (std::size_t d = 0; d < graph.node_count(); ++d) {
            const auto without = ways(graph, d);
            for (std::size_t n = 0; n < graph.node_count(); ++n) {
                const bool reached = reaches(open, SIZE_MAX, n);
                RC_ASSERT(dominators.reached(node_at(n)) == reached);
                const bool expected = reached && (d == n || !reaches(without, d, n));
                RC_ASSERT(dominators.dominates(node_at(d), node_at(n)) == expected);
                if (is_root(n)) {
                    RC_ASSERT(!dominators.immediate(node_at(n)));
                }
            }
        }
    }));
}
