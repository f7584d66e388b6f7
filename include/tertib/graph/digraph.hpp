// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tertib {

/// A node or an edge of a graph, by its place in it. Types of their own, so that they can't be
/// mixed up with each other, a row or a count.
enum class NodeIndex : std::uint32_t {};
enum class EdgeIndex : std::uint32_t {};

[[nodiscard]] constexpr std::size_t position(NodeIndex node) noexcept {
    return static_cast<std::size_t>(node);
}
[[nodiscard]] constexpr std::size_t position(EdgeIndex edge) noexcept {
    return static_cast<std::size_t>(edge);
}
[[nodiscard]] constexpr NodeIndex node_at(std::size_t place) noexcept {
    return static_cast<NodeIndex>(place);
}
[[nodiscard]] constexpr EdgeIndex edge_at(std::size_t place) noexcept {
    return static_cast<EdgeIndex>(place);
}

struct Edge {
    NodeIndex from{};
    NodeIndex to{};

    friend bool operator==(const Edge&, const Edge&) = default;
};

/// One neighbour and the edge that leads to it (or comes from it).
struct Arc {
    NodeIndex node{};
    EdgeIndex edge{};

    friend bool operator==(const Arc&, const Arc&) = default;
};

/// Along the edges, or against them.
enum class Direction : std::uint8_t { forward, backward };

/// A directed graph of indexes: self-loops and parallel edges are allowed, names and meaning live
/// elsewhere (graph/step_graph.hpp). Immutable; read it from any thread.
///
///     Digraph graph(3, {{node_at(0), node_at(1)}, {node_at(1), node_at(2)}});
///     for (const Arc& arc : graph.successors(node_at(0))) …
///
/// Neighbours lie side by side in two arrays (compressed sparse rows), each node's in the order of
/// its edges: a million nodes take some 40 MB and are walked at the speed of memory.
class Digraph {
public:
    Digraph() = default;
    /// Throws Error(argument) for an edge to a node that isn't there, Error(limit) past 2^32 - 2
    /// nodes or edges.
    Digraph(std::size_t node_count, std::vector<Edge> edges);

    [[nodiscard]] std::size_t node_count() const noexcept { return node_count_; }
    [[nodiscard]] std::size_t edge_count() const noexcept { return edges_.size(); }
    [[nodiscard]] std::span<const Edge> edges() const noexcept { return edges_; }
    [[nodiscard]] const Edge& edge(EdgeIndex edge) const { return edges_[position(edge)]; }

    [[nodiscard]] std::span<const Arc> successors(NodeIndex node) const {
        return row(out_begin_, out_, node);
    }
    [[nodiscard]] std::span<const Arc> predecessors(NodeIndex node) const {
        return row(in_begin_, in_, node);
    }
    [[nodiscard]] std::span<const Arc> arcs(NodeIndex node, Direction direction) const {
        return direction == Direction::forward ? successors(node) : predecessors(node);
    }

private:
    [[nodiscard]] static std::span<const Arc> row(const std::vector<std::uint32_t>& begin,
                                                  const std::vector<Arc>& arcs, NodeIndex node) {
        const std::size_t first = begin[position(node)];
        return std::span(arcs).subspan(first, begin[position(node) + 1] - first);
    }

    std::size_t node_count_ = 0;
    std::vector<Edge> edges_;
    std::vector<std::uint32_t> out_begin_;
    std::vector<std::uint32_t> in_begin_;
    std::vector<Arc> out_;
    std::vector<Arc> in_;
};

} // namespace tertib
