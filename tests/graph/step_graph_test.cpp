// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/step_graph.hpp"

#include "catch.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

TEST_CASE("nodes are start, end, the steps and the gateways, found by their names") {
    const Sop sop = tiny_sop(3, "start>1 1>g1 2>g1 g1>3 3>end");
    const StepGraph graph(sop);
    REQUIRE(graph.node_count() == 6);
    CHECK(names(graph, {node_at(0), node_at(1), node_at(2), node_at(4), node_at(5)}) ==
          "start end 1 3 g1");
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        CHECK(graph.find(graph.name(node_at(i))) == node_at(i));
    }
    CHECK_FALSE(graph.find("4"));
    CHECK(graph.kind(graph.gateway_node(0)) == NodeKind::gateway);
    CHECK(graph.step_index(node(graph, "3")) == std::size_t{2});
    CHECK_FALSE(graph.step_index(StepGraph::end()));
    CHECK(graph.step(node(graph, "2"))->key == "2");
    CHECK(graph.step(graph.gateway_node(0)) == nullptr);
    CHECK(name(graph.kind(StepGraph::start())) == "start");
}

TEST_CASE("edges are the sequence flows; consultations and hand-overs in a row stand apart") {
    SopParts parts = tiny_parts(2, "start>1 1>2 2>1 2>2 1>1 2>2:Ulang");
    parts.pelaksana = {"Kadis", "Staf"};
    parts.flow[2].kind = FlowKind::consultation;
    parts.flow[3].from_pelaksana = PelaksanaIndex{0};
    parts.flow[3].to_pelaksana = PelaksanaIndex{1};
    parts.flow[5].from_pelaksana = PelaksanaIndex{0};
    parts.flow[5].to_pelaksana = PelaksanaIndex{1};
    const Sop sop(parts);
    const StepGraph graph(sop);
    REQUIRE(graph.edge_count() == 4);
    CHECK(flows(graph, {edge_at(0), edge_at(1), edge_at(2), edge_at(3)}) ==
          "start>1 1>2 1>1 2>2:Ulang");
    REQUIRE(graph.in_row().size() == 1);
    CHECK(graph.in_row()[0] == 3);
}

TEST_CASE("a token leaves a node by none, one, a choice or all of its flows") {
    Sop sop = tiny_sop(6, "start>1 1>2 1>3 2>4:Ya 2>5 3>6 4>g1 5>g1 g1>6:A g1>end:B");
    const StepGraph graph(sop);
    CHECK(graph.exit(StepGraph::start()) == Exit::one);
    CHECK(graph.exit(node(graph, "1")) == Exit::all);
    CHECK(graph.exit(node(graph, "2")) == Exit::choice); // one unlabelled flow is its otherwise
    CHECK(graph.exit(node(graph, "6")) == Exit::none);
    CHECK(graph.exit(node(graph, "g1")) == Exit::all); // a gateway never chooses
    CHECK(graph.finishes(node(graph, "6")));
    CHECK(graph.finishes(StepGraph::end()));
    CHECK(names(graph, graph.implicit_ends()) == "6");
    CHECK(name(Exit::choice) == "choice");
}

TEST_CASE("a decision's unlabelled flows are a choice, not a split") {
    SopParts parts = tiny_parts(3, "start>1 1>2 1>3");
    parts.steps[0].kind = StepKind::decision;
    const Sop sop(parts);
    const StepGraph graph(sop);
    CHECK(graph.exit(node(graph, "1")) == Exit::choice);
}

TEST_CASE("an Sop without flow is a graph of lone nodes") {
    const Sop sop = tiny_sop(1, "");
    const StepGraph graph(sop);
    CHECK(graph.edge_count() == 0);
    CHECK(graph.exit(StepGraph::start()) == Exit::none);
}
