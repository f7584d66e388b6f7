// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/decisions.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tertib {

namespace {

/// Whether the flow leads to the row after its own, through gateways or not.
bool leads_to_next_row(const StepGraph& graph, NodeIndex from, NodeIndex to) {
    const std::optional<std::size_t> row = graph.step_index(from);
    const std::size_t next = row ? *row + 1 : 0;
    // Each gateway is passed at most once: a ring of gateways leads nowhere.
    for (std::size_t i = 0; i <= graph.sop().gateways().size(); ++i) {
        if (graph.kind(to) != NodeKind::gateway || graph.digraph().successors(to).empty()) {
            break;
        }
        to = graph.digraph().successors(to).front().node;
    }
    return graph.step_index(to) == next;
}

} // namespace

std::optional<EdgeIndex> Decision::kept() const {
    if (given.empty() || std::ranges::find(ways, given.back()) == ways.end()) {
        return std::nullopt;
    }
    return given.back();
}

Decisions::Decisions(const StepGraph& graph, const Order& order,
                     std::span<const GivenOutcome> given)
    : places_(graph.node_count(), none),
      forward_(graph.node_count(), false),
      back_(graph.edge_count(), false) {
    find_forward(graph, order);
    find_decisions(graph);
    for (const GivenOutcome& each : given) {
        take_given(graph, each);
    }
}

void Decisions::find_forward(const StepGraph& graph, const Order& order) {
    for (const EdgeIndex edge : order.back_edges) {
        back_[position(edge)] = true;
    }
    for (std::size_t i = order.sequence.size(); i > 0; --i) {
        const NodeIndex node = order.sequence[i - 1];
        const std::span<const Arc> arcs = graph.digraph().successors(node);
        const auto good = [this](const Arc& arc) {
            return !back_[position(arc.edge)] && forward_[position(arc.node)];
        };
        forward_[position(node)] = graph.exit(node) == Exit::choice
                                       ? std::ranges::any_of(arcs, good)
                                       : std::ranges::all_of(arcs, good);
    }
}

void Decisions::find_decisions(const StepGraph& graph) {
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        const NodeIndex node = node_at(i);
        if (graph.exit(node) != Exit::choice) {
            continue;
        }
        Decision decision{.node = node};
        for (const Arc& arc : graph.digraph().successors(node)) {
            const bool forward = !is_back(arc.edge) && goes_forward(arc.node);
            (forward ? decision.ways : decision.returns).push_back(arc.edge);
        }
        if (decision.ways.empty()) {
            std::swap(decision.ways, decision.returns);
        }
        for (std::size_t way = decision.ways.size(); way > 0; --way) {
            const NodeIndex to = graph.digraph().edge(decision.ways[way - 1]).to;
            if (leads_to_next_row(graph, node, to)) {
                decision.next_row = way - 1;
            }
        }
        places_[i] = static_cast<std::uint32_t>(decisions_.size());
        decisions_.push_back(std::move(decision));
    }
}

void Decisions::take_given(const StepGraph& graph, const GivenOutcome& given) {
    const std::optional<NodeIndex> node = graph.find(given.step);
    if (!node || graph.kind(*node) != NodeKind::step) {
        throw Error(ErrorCode::argument,
                    "an outcome of step " + given.step + ", which isn't there");
    }
    const std::string wanted = fold(given.outcome);
    for (const Arc& arc : graph.digraph().successors(*node)) {
        if (fold(graph.flow(arc.edge).outcome.value_or("")) == wanted) {
            if (place(*node) != none) {
                decisions_[place(*node)].given.push_back(arc.edge);
            }
            return;
        }
    }
    throw Error(ErrorCode::argument, "step " + given.step + " has no flow with the outcome \"" +
                                         given.outcome + "\"; it has " + outcomes_of(graph, *node));
}

} // namespace tertib
