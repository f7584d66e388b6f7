// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/digraph.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <type_traits>

using namespace tertib;

TEST_CASE("neighbours come in the order of their edges, both ways") {
    const Digraph graph(3, {{node_at(0), node_at(2)},
                            {node_at(2), node_at(1)},
                            {node_at(0), node_at(1)},
                            {node_at(1), node_at(1)}});
    const auto out = graph.successors(node_at(0));
    REQUIRE(out.size() == 2);
    CHECK(out[0] == Arc{node_at(2), edge_at(0)});
    CHECK(out[1] == Arc{node_at(1), edge_at(2)});
    const auto in = graph.arcs(node_at(1), Direction::backward);
    REQUIRE(in.size() == 3);
    CHECK(in[0] == Arc{node_at(2), edge_at(1)});
    CHECK(in[1] == Arc{node_at(0), edge_at(2)});
    CHECK(in[2] == Arc{node_at(1), edge_at(3)});
    CHECK(graph.edge(edge_at(1)) == Edge{node_at(2), node_at(1)});
}

TEST_CASE("an edge to a node that isn't there is refused") {
    CHECK_THROWS_AS(Digraph(2, {{node_at(0), node_at(2)}}), Error);
}

TEST_CASE("an empty graph has nothing") {
    CHECK(Digraph().node_count() == 0);
    CHECK(Digraph(0, {}).edge_count() == 0);
}

TEST_CASE("nodes, edges and numbers can't be mixed up") {
    CHECK_FALSE(std::is_convertible_v<NodeIndex, EdgeIndex>);
    CHECK_FALSE(std::is_convertible_v<std::uint32_t, NodeIndex>);
    CHECK_FALSE(std::is_convertible_v<NodeIndex, std::uint32_t>);
}
