// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/reach.hpp"

#include <bit>

namespace tertib {

std::size_t NodeSet::size() const noexcept {
    std::size_t size = 0;
    for (const std::uint64_t word : words_) {
        size += static_cast<std::size_t>(std::popcount(word));
    }
    return size;
}

std::vector<NodeIndex> NodeSet::nodes() const {
    std::vector<NodeIndex> nodes;
    nodes.reserve(size());
    for (std::size_t i = 0; i < words_.size(); ++i) {
        for (std::uint64_t word = words_[i]; word != 0; word &= word - 1) {
            nodes.push_back(node_at(64 * i + static_cast<std::size_t>(std::countr_zero(word))));
        }
    }
    return nodes;
}

NodeSet reach(const Digraph& graph, std::span<const NodeIndex> from, Direction direction) {
    NodeSet seen(graph.node_count());
    std::vector<NodeIndex> open;
    for (const NodeIndex node : from) {
        if (!seen.contains(node)) {
            open.push_back(node);
        }
        seen.insert(node);
    }
    while (!open.empty()) {
        const NodeIndex node = open.back();
        open.pop_back();
        for (const Arc& arc : graph.arcs(node, direction)) {
            if (seen.contains(arc.node)) {
                continue;
            }
            seen.insert(arc.node);
            open.push_back(arc.node);
        }
    }
    return seen;
}

NodeSet reach(const Digraph& graph, NodeIndex from, Direction direction) {
    return reach(graph, std::span(&from, 1), direction);
}

Reachability find_reachability(const StepGraph& graph) {
    std::vector<NodeIndex> ends;
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        if (graph.finishes(node_at(i))) {
            ends.push_back(node_at(i));
        }
    }
    Reachability result;
    result.from_start = reach(graph.digraph(), StepGraph::start());
    result.to_end = reach(graph.digraph(), ends, Direction::backward);
    for (std::size_t i = 2; i < graph.node_count(); ++i) {
        if (!result.from_start.contains(node_at(i))) {
            result.unreachable.push_back(node_at(i));
        }
        if (!result.to_end.contains(node_at(i))) {
            result.without_an_end.push_back(node_at(i));
        }
    }
    return result;
}

} // namespace tertib
