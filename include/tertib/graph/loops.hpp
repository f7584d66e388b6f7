// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/order.hpp"
#include "tertib/graph/step_graph.hpp"

#include <span>
#include <vector>

namespace tertib {

/// A rework loop: nodes that can all lead back to each other (a strong component of two or more
/// nodes, or one step with a flow to itself).
///
///     for (const Loop& loop : find_loops(graph, order))
///         for (EdgeIndex back : loop.back)
///             graph.flow(back).outcome; // "Ditolak": what sends the work back, with its evidence
struct Loop {
    std::vector<NodeIndex> nodes; ///< ascending, so steps are in document order
    std::vector<NodeIndex>
        entries; ///< those that a flow from outside enters; more than one: no single head
    std::vector<EdgeIndex> enter; ///< flows into the loop
    std::vector<EdgeIndex>
        exits;                   ///< flows out of it; none: nothing but its implicit ends leaves it
    std::vector<EdgeIndex> back; ///< Order::back_edges inside it: the flows that lead back
    std::vector<EdgeIndex> inside; ///< all flows inside, `back` among them

    friend bool operator==(const Loop&, const Loop&) = default;
};

/// All loops, in the order of their first node. Linear time.
[[nodiscard]] std::vector<Loop> find_loops(const Digraph& graph, const Order& order);

/// The same, from the beginning.
[[nodiscard]] std::vector<Loop> find_loops(const StepGraph& graph);

} // namespace tertib
