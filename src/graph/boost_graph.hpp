// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/digraph.hpp"

#include <cstdint>
#include <vector>

namespace tertib {

/// What Boost.Graph is used for, and the only door to it.

/// The strong component of each node, numbered so that no edge leads from a higher number to a
/// lower one.
struct StrongComponents {
    std::vector<std::uint32_t> of_node;
    std::uint32_t count = 0;
};

/// One depth-first walk: the edges that close a cycle (ascending), and all nodes in an order in
/// which every other edge leads onwards.
struct DepthFirst {
    std::vector<EdgeIndex> back_edges;
    std::vector<NodeIndex> sequence;
};

struct Traversal {
    StrongComponents components;
    DepthFirst walk;
};
[[nodiscard]] Traversal traverse(const Digraph& graph);

} // namespace tertib
