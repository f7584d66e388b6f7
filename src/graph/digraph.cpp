// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/digraph.hpp"

#include "tertib/base/error.hpp"

#include <limits>
#include <utility>

namespace tertib {

namespace {

// One less than the largest index, so that code may use index + 1 with 0 for "none".
constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max() - 1;

/// A counting sort: `begin[n + 1]` counts node n's arcs, then becomes where they end.
std::vector<std::uint32_t> sums(std::vector<std::uint32_t> counts) {
    for (std::size_t i = 1; i < counts.size(); ++i) {
        counts[i] += counts[i - 1];
    }
    return counts;
}

} // namespace

Digraph::Digraph(std::size_t node_count, std::vector<Edge> edges)
    : node_count_(node_count),
      edges_(std::move(edges)) {
    if (node_count > most || edges_.size() > most) {
        throw Error(ErrorCode::limit, "a graph holds at most 4294967294 nodes and flows");
    }
    std::vector<std::uint32_t> out_counts(node_count + 1, 0);
    std::vector<std::uint32_t> in_counts(node_count + 1, 0);
    for (const Edge& edge : edges_) {
        if (position(edge.from) >= node_count || position(edge.to) >= node_count) {
            throw Error(ErrorCode::argument, "an edge leads to a node that isn't in the graph");
        }
        ++out_counts[position(edge.from) + 1];
        ++in_counts[position(edge.to) + 1];
    }
    out_begin_ = sums(std::move(out_counts));
    in_begin_ = sums(std::move(in_counts));
    out_.resize(edges_.size());
    in_.resize(edges_.size());
    std::vector<std::uint32_t> out_next = out_begin_;
    std::vector<std::uint32_t> in_next = in_begin_;
    for (std::size_t i = 0; i < edges_.size(); ++i) {
        const Edge& edge = edges_[i];
        out_[out_next[position(edge.from)]++] = {edge.to, edge_at(i)};
        in_[in_next[position(edge.to)]++] = {edge.from, edge_at(i)};
    }
}

} // namespace tertib
