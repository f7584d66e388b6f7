// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/digraph.hpp"

#include <cstdint>
#include <vector>

namespace tertib {

/// The order of work that a graph with loops still has.
///
/// Nodes that lie on a common cycle form one component, any other node is a component of its own.
/// Between components there are no cycles, so each has a level: 0 if nothing leads to it, else one
/// more than the highest level among those that lead to it. The steps of a rework loop share their
/// loop's level; what precedes the loop is below, what follows above.
///
/// `rank` tells the steps of a loop apart: the same count, but over nodes, with the back edges
/// (see `back_edges`) taken away. A writer that draws the flow uses it as the row.
///
/// A back edge is one that closes a cycle in the depth-first walk that begins at node 0, then at
/// each node not yet seen, and follows a node's edges in their order. Where every loop has one
/// entry these are exactly the edges to a node that dominates their source, whatever the order.
/// Without them the graph has no cycle.
struct Order {
    std::vector<std::uint32_t> component; ///< by node; numbered from 0 in topological order
    std::vector<std::uint32_t> level;     ///< by node
    std::vector<std::uint32_t> rank;      ///< by node
    std::vector<NodeIndex>
        sequence; ///< all nodes; each after all that lead to it, back edges aside
    std::vector<EdgeIndex> back_edges; ///< ascending
    std::uint32_t component_count = 0;
    std::uint32_t level_count = 0;
};

/// Linear time, no recursion.
[[nodiscard]] Order find_order(const Digraph& graph);

} // namespace tertib
