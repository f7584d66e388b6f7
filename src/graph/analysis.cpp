// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/analysis.hpp"

namespace tertib {

namespace {

std::vector<NodeIndex> finishing_nodes(const StepGraph& graph) {
    std::vector<NodeIndex> nodes;
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        if (graph.finishes(node_at(i))) {
            nodes.push_back(node_at(i));
        }
    }
    return nodes;
}

/// What post-dominates the start lies on every way from it.
std::vector<NodeIndex> mandatory_steps(const StepGraph& graph, const Dominators& towards_ends) {
    std::vector<NodeIndex> steps;
    for (std::size_t i = 0; i < graph.sop().steps().size(); ++i) {
        if (towards_ends.dominates(StepGraph::step_node(i), StepGraph::start())) {
            steps.push_back(StepGraph::step_node(i));
        }
    }
    return steps;
}

} // namespace

GraphFacts analyse(const Sop& sop, const GraphOptions& options) {
    GraphFacts facts{.graph = StepGraph(sop)};
    const StepGraph& graph = facts.graph;
    const NodeIndex start = StepGraph::start();
    facts.order = find_order(graph.digraph());
    facts.loops = find_loops(graph.digraph(), facts.order);
    facts.reachability = find_reachability(graph);
    facts.dominators = Dominators(graph.digraph(), std::span(&start, 1));
    facts.post_dominators =
        Dominators(graph.digraph(), finishing_nodes(graph), Direction::backward);
    facts.implicit_ends = graph.implicit_ends();
    facts.mandatory = mandatory_steps(graph, facts.post_dominators);
    facts.documents = find_documents(sop.steps(), options.documents);
    facts.handovers = find_handovers(graph, options.handovers);
    facts.soundness = check_soundness(graph, options.soundness);
    return facts;
}

} // namespace tertib
