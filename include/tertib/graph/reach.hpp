// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/step_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tertib {

/// A set of nodes as bits.
class NodeSet {
public:
    NodeSet() = default;
    explicit NodeSet(std::size_t node_count) : words_((node_count + 63) / 64, 0) {}

    [[nodiscard]] bool contains(NodeIndex node) const noexcept {
        return ((words_[position(node) / 64] >> (position(node) % 64)) & 1U) != 0;
    }
    void insert(NodeIndex node) noexcept {
        words_[position(node) / 64] |= std::uint64_t{1} << (position(node) % 64);
    }
    [[nodiscard]] std::size_t size() const noexcept;
    /// The nodes in ascending order.
    [[nodiscard]] std::vector<NodeIndex> nodes() const;

    friend bool operator==(const NodeSet&, const NodeSet&) = default;

private:
    std::vector<std::uint64_t> words_;
};

/// Every node that can be reached from the given ones, they among them. Linear time, no recursion.
[[nodiscard]] NodeSet reach(const Digraph& graph, std::span<const NodeIndex> from,
                            Direction direction = Direction::forward);
[[nodiscard]] NodeSet reach(const Digraph& graph, NodeIndex from,
                            Direction direction = Direction::forward);

/// Which nodes a case can come to and which it can end from, by flows alone (tokens that wait for
/// each other are soundness's matter).
struct Reachability {
    NodeSet from_start;
    NodeSet to_end;                        ///< the end, or a step without outgoing flow, lies ahead
    std::vector<NodeIndex> unreachable;    ///< steps and gateways that no flow from start leads to
    std::vector<NodeIndex> without_an_end; ///< steps and gateways from which no end can be reached
};

[[nodiscard]] Reachability find_reachability(const StepGraph& graph);

} // namespace tertib
