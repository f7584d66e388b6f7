// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/token_move.hpp"

#include "graph/marking_space.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace tertib {

namespace {

/// More transitions than this are not tried one by one.
constexpr std::size_t max_transitions = 4'000'000;

using Marking = std::vector<std::uint32_t>;

/// The marking with the one token taken away, ascending, as the exploration writes it.
[[nodiscard]] Marking without(std::span<const EdgeIndex> marking, EdgeIndex from) {
    Marking rest;
    rest.reserve(marking.size());
    bool taken = false;
    for (const EdgeIndex edge : marking) {
        if (edge == from && !taken) {
            taken = true;
        } else {
            rest.push_back(static_cast<std::uint32_t>(position(edge)));
        }
    }
    if (!taken) {
        throw Error(ErrorCode::argument, "the token to be moved isn't among those of the marking");
    }
    return rest;
}

[[nodiscard]] Marking with(Marking marking, EdgeIndex edge) {
    const auto place = static_cast<std::uint32_t>(position(edge));
    marking.insert(std::ranges::upper_bound(marking, place), place);
    return marking;
}

[[nodiscard]] bool reached(const MarkingSpace& space, const Marking& wanted) {
    for (MarkingSpace::State state = 0; state < space.state_count(); ++state) {
        if (std::ranges::equal(space.marking(state), wanted)) {
            return true;
        }
    }
    return false;
}

/// Whether a way leads from the node to the other on which every node has one token in and one
/// out: what lies elsewhere doesn't notice where on it the token is.
[[nodiscard]] bool in_one_thread(const StepGraph& graph, NodeIndex from, NodeIndex to) {
    std::vector<bool> seen(graph.node_count(), false);
    std::vector<NodeIndex> open{from};
    seen[position(from)] = true;
    while (!open.empty()) {
        const NodeIndex node = open.back();
        open.pop_back();
        if (node == to) {
            return true;
        }
        if (graph.exit(node) == Exit::all || graph.kind(node) == NodeKind::gateway) {
            continue;
        }
        for (const Arc& arc : graph.digraph().successors(node)) {
            if (!seen[position(arc.node)]) {
                seen[position(arc.node)] = true;
                open.push_back(arc.node);
            }
        }
    }
    return false;
}

/// Where a token that is to lie before the node could: on each flow into it; for the end nowhere.
[[nodiscard]] std::vector<std::optional<EdgeIndex>> landings(const StepGraph& graph, NodeIndex to) {
    std::vector<std::optional<EdgeIndex>> all;
    if (to == StepGraph::end()) {
        all.emplace_back(std::nullopt);
        return all;
    }
    for (const Arc& arc : graph.digraph().predecessors(to)) {
        all.emplace_back(arc.edge);
    }
    return all;
}

} // namespace

TokenMove move_token(const StepGraph& graph, std::span<const EdgeIndex> marking, EdgeIndex from,
                     NodeIndex to, const SoundnessOptions& budget) {
    const Marking rest = without(marking, from);
    const std::vector<std::optional<EdgeIndex>> wanted = landings(graph, to);
    const bool small = count_transitions(graph) <= max_transitions;
    bool complete = false;
    if (small) {
        const WorkflowNet net(graph, max_transitions);
        const PlainNet plain = plain_net(net);
        const MarkingSpace space(plain, budget);
        complete = space.outcome() == MarkingSpace::Outcome::complete;
        for (const std::optional<EdgeIndex>& edge : wanted) {
            if (reached(space, edge ? with(rest, *edge) : rest)) {
                return {.fit = TokenFit::fits, .edge = edge};
            }
        }
    }
    if (complete) {
        return {};
    }
    // A token put back on the thread that it came along, or let run on to a step ahead on it.
    const NodeIndex here = graph.digraph().edge(from).to;
    const bool thread = to != StepGraph::end() &&
                        (in_one_thread(graph, to, here) || in_one_thread(graph, here, to));
    if (thread && !wanted.empty()) {
        return {.fit = TokenFit::fits, .edge = wanted.front()};
    }
    return {.fit = TokenFit::not_decided, .edge = std::nullopt};
}

} // namespace tertib
