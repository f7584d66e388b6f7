// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/order.hpp"

#include "catch.hpp"
#include "random_graph.hpp"
#include "tertib/graph/dominators.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

TEST_CASE("levels count the longest way; a loop's steps share one") {
    const Sop sop = tiny_sop(5, "start>1 1>2 2>3 3>2:Tidak 3>4:Ya 4>end 1>5 5>end");
    const StepGraph graph(sop);
    const Order order = find_order(graph.digraph());
    const auto level = [&](std::string_view name) {
        return order.level[position(node(graph, name))];
    };
    const auto rank = [&](std::string_view name) {
        return order.rank[position(node(graph, name))];
    };
    CHECK(level("start") == 0);
    CHECK(level("1") == 1);
    CHECK(level("2") == 2);
    CHECK(level("3") == 2);
    CHECK(level("5") == 2);
    CHECK(level("4") == 3);
    CHECK(level("end") == 4);
    CHECK(order.level_count == 5);
    CHECK(rank("2") == 2);
    CHECK(rank("3") == 3);
    CHECK(rank("end") == 5);
    CHECK(flows(graph, order.back_edges) == "3>2:Tidak");
}

TEST_CASE("an empty graph has an empty order") {
    const Order order = find_order(Digraph(0, {}));
    CHECK(order.level.empty());
    CHECK(order.component_count == 0);
}

TEST_CASE("components are the nodes that reach each other, as plain search says") {
    CHECK(rc::check("strong components", [] {
        const Digraph graph = random_graph(9);
        const Order order = find_order(graph);
        const auto reached = ways(graph);
        for (std::size_t a = 0; a < graph.node_count(); ++a) {
            for (std::size_t b = 0; b < graph.node_count(); ++b) {
                const bool together = a == b || (reached[a][b] && reached[b][a]);
                RC_ASSERT((order.component[a] == order.component[b]) == together);
            }
        }
    }));
}

TEST_CASE("levels, ranks and the sequence rise along every flow that doesn't lead back") {
    CHECK(rc::check("order", [] {
        const Digraph graph = random_graph(12);
        const Order order = find_order(graph);
        std::vector<std::size_t> place(graph.node_count());
        RC_ASSERT(order.sequence.size() == graph.node_count());
        for (std::size_t i = 0; i < order.sequence.size(); ++i) {
            place[position(order.sequence[i])] = i;
        }
        for (std::size_t i = 0; i < graph.edge_count(); ++i) {
            const std::size_t from = position(graph.edge(edge_at(i)).from);
            const std::size_t to = position(graph.edge(edge_at(i)).to);
            const bool back = std::ranges::binary_search(order.back_edges, edge_at(i));
            if (order.component[from] != order.component[to]) {
                RC_ASSERT(!back);
                RC_ASSERT(order.component[from] < order.component[to]);
                RC_ASSERT(order.level[from] < order.level[to]);
            } else {
                RC_ASSERT(order.level[from] == order.level[to]);
            }
            if (!back) {
                RC_ASSERT(order.rank[from] < order.rank[to]);
                RC_ASSERT(place[from] < place[to]);
            }
        }
    }));
}

TEST_CASE("an edge to a dominator of its source always leads back") {
    CHECK(rc::check("dominated back edges", [] {
        const Digraph graph = random_graph(9);
        const NodeIndex root = node_at(0);
        const Dominators dominators(graph, std::span(&root, 1));
        const Order order = find_order(graph);
        for (std::size_t i = 0; i < graph.edge_count(); ++i) {
            const Edge edge = graph.edge(edge_at(i));
            if (dominators.dominates(edge.to, edge.from)) {
                RC_ASSERT(std::ranges::binary_search(order.back_edges, edge_at(i)));
            }
        }
    }));
}
