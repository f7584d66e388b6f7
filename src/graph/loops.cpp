// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/loops.hpp"

#include <algorithm>
#include <cstdint>

namespace tertib {

namespace {

constexpr std::uint32_t no_loop = UINT32_MAX;

bool leads_to_itself(const Digraph& graph, NodeIndex node) {
    return std::ranges::any_of(graph.successors(node),
                               [node](const Arc& arc) { return arc.node == node; });
}

/// The loops with their nodes, and for each component its loop.
struct Found {
    std::vector<Loop> loops;
    std::vector<std::uint32_t> of_component;
};

Found loops_with_nodes(const Digraph& graph, const Order& order) {
    std::vector<std::uint32_t> sizes(order.component_count, 0);
    for (const std::uint32_t component : order.component) {
        ++sizes[component];
    }
    Found found;
    found.of_component.assign(order.component_count, no_loop);
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        const std::uint32_t component = order.component[i];
        if (sizes[component] < 2 && !leads_to_itself(graph, node_at(i))) {
            continue;
        }
        std::uint32_t& loop = found.of_component[component];
        if (loop == no_loop) {
            loop = static_cast<std::uint32_t>(found.loops.size());
            found.loops.emplace_back();
        }
        found.loops[loop].nodes.push_back(node_at(i));
    }
    return found;
}

} // namespace

std::vector<Loop> find_loops(const Digraph& graph, const Order& order) {
    Found found = loops_with_nodes(graph, order);
    if (found.loops.empty()) {
        return {};
    }
    for (std::size_t i = 0; i < graph.edge_count(); ++i) {
        const Edge& edge = graph.edge(edge_at(i));
        const std::uint32_t from = found.of_component[order.component[position(edge.from)]];
        const std::uint32_t to = found.of_component[order.component[position(edge.to)]];
        if (from != no_loop && from == to) {
            found.loops[from].inside.push_back(edge_at(i));
            continue;
        }
        if (from != no_loop) {
            found.loops[from].exits.push_back(edge_at(i));
        }
        if (to != no_loop) {
            found.loops[to].enter.push_back(edge_at(i));
            found.loops[to].entries.push_back(edge.to);
        }
    }
    for (const EdgeIndex edge : order.back_edges) {
        const NodeIndex from = graph.edge(edge).from;
        found.loops[found.of_component[order.component[position(from)]]].back.push_back(edge);
    }
    for (Loop& loop : found.loops) {
        std::ranges::sort(loop.entries);
        const auto repeated = std::ranges::unique(loop.entries);
        loop.entries.erase(repeated.begin(), repeated.end());
    }
    return std::move(found.loops);
}

std::vector<Loop> find_loops(const StepGraph& graph) {
    return find_loops(graph.digraph(), find_order(graph.digraph()));
}

} // namespace tertib
