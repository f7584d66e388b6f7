// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/net.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tiny_sop.hpp"

using namespace tertib;

namespace {

/// "1 [Ya]: 0 -> 2": each transition with its places, one a line.
std::string text(const StepGraph& graph, const WorkflowNet& net) {
    std::string lines;
    for (std::size_t i = 0; i < net.transition_count(); ++i) {
        const TransitionIndex each{static_cast<std::uint32_t>(i)};
        lines += label(graph, net.firing(each)) + ":";
        for (const PlaceIndex place : net.inputs(each)) {
            lines += " " + std::to_string(position(place));
        }
        lines += " ->";
        for (const PlaceIndex place : net.outputs(each)) {
            lines += " " + std::to_string(position(place));
        }
        lines += "\n";
    }
    return lines;
}

} // namespace

TEST_CASE("each token that comes to a step moves on its own, each exit of a decision by itself") {
    const Sop sop = tiny_sop(2, "start>1 1>2 2>1:Tidak 2>end:Ya");
    const StepGraph graph(sop);
    const WorkflowNet net(graph);
    CHECK(net.place_count() == 5);
    CHECK(text(graph, net) == "start: 4 -> 0\n"
                              "end: 3 ->\n"
                              "1: 0 -> 1\n"
                              "1: 2 -> 1\n"
                              "2 [Tidak]: 1 -> 2\n"
                              "2 [Ya]: 1 -> 3\n");
    CHECK(net.consumers(PlaceIndex{1}).size() == 2);
    CHECK(net.consumers(net.source()).size() == 1);
}

TEST_CASE("an activity splits, a gateway waits for all, an implicit end consumes") {
    const Sop sop = tiny_sop(4, "start>1 1>2 1>3 2>g1 3>g1 g1>4");
    const StepGraph graph(sop);
    const WorkflowNet net(graph);
    CHECK(text(graph, net) == "start: 6 -> 0\n"
                              "1: 0 -> 1 2\n"
                              "2: 1 -> 3\n"
                              "3: 2 -> 4\n"
                              "4: 5 ->\n"
                              "g1: 3 4 -> 5\n");
    CHECK(count_transitions(graph) == net.transition_count());
}

TEST_CASE("an unlabelled flow beside labelled ones is a decision's otherwise exit") {
    const Sop sop = tiny_sop(1, "start>1 1>1:Ulang 1>end");
    const StepGraph graph(sop);
    const WorkflowNet net(graph);
    CHECK(text(graph, net).find("1 [→ end]: 0 -> 2\n") != std::string::npos);
}

TEST_CASE("a net past its limit is refused") {
    const Sop sop = tiny_sop(1, "start>1 1>end");
    CHECK_THROWS_AS(WorkflowNet(StepGraph(sop), 2), Error);
}
