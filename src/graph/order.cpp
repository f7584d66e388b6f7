// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/order.hpp"

#include "graph/boost_graph.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

namespace {

/// Longest ways along `sequence`, counted in edges for which `counts` holds; edges that don't count
/// carry the level over.
std::vector<std::uint32_t> levels_of_components(const Digraph& graph,
                                                const StrongComponents& components) {
    // Components are numbered in topological order, so nodes sorted by component are too.
    std::vector<std::uint32_t> begin(components.count + 1, 0);
    for (const std::uint32_t component : components.of_node) {
        ++begin[component + 1];
    }
    for (std::size_t i = 1; i < begin.size(); ++i) {
        begin[i] += begin[i - 1];
    }
    std::vector<std::uint32_t> nodes(graph.node_count());
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        nodes[begin[components.of_node[i]]++] = static_cast<std::uint32_t>(i);
    }
    std::vector<std::uint32_t> levels(components.count, 0);
    for (const std::uint32_t node : nodes) {
        const std::uint32_t here = components.of_node[node];
        for (const Arc& arc : graph.successors(node_at(node))) {
            const std::uint32_t there = components.of_node[position(arc.node)];
            if (there != here) {
                levels[there] = std::max(levels[there], levels[here] + 1);
            }
        }
    }
    return levels;
}

std::vector<std::uint32_t> ranks(const Digraph& graph, const DepthFirst& walk) {
    std::vector<bool> is_back(graph.edge_count(), false);
    for (const EdgeIndex edge : walk.back_edges) {
        is_back[position(edge)] = true;
    }
    std::vector<std::uint32_t> rank(graph.node_count(), 0);
    for (const NodeIndex node : walk.sequence) {
        for (const Arc& arc : graph.successors(node)) {
            if (!is_back[position(arc.edge)]) {
                rank[position(arc.node)] =
                    std::max(rank[position(arc.node)], rank[position(node)] + 1);
            }
        }
    }
    return rank;
}

} // namespace

Order find_order(const Digraph& graph) {
    Order order;
    auto [components, walk] = traverse(graph);
    const std::vector<std::uint32_t> levels = levels_of_components(graph, components);
    order.level.reserve(graph.node_count());
    for (const std::uint32_t component : components.of_node) {
        order.level.push_back(levels[component]);
    }
    for (const std::uint32_t level : levels) {
        order.level_count = std::max(order.level_count, level + 1);
    }
    order.rank = ranks(graph, walk);
    order.component = std::move(components.of_node);
    order.component_count = components.count;
    order.sequence = std::move(walk.sequence);
    order.back_edges = std::move(walk.back_edges);
    return order;
}

} // namespace tertib
