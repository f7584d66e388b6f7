// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/digraph.hpp"

#include <rapidcheck.h>

#include <cstddef>
#include <vector>

/// A graph of 1 to `most` nodes with about as many edges, self-loops and repeated ones among them.
inline tertib::Digraph random_graph(std::size_t most) {
    const auto nodes = *rc::gen::inRange<std::size_t>(1, most + 1);
    const auto edge = rc::gen::map(rc::gen::pair(rc::gen::inRange<std::size_t>(0, nodes),
                                                 rc::gen::inRange<std::size_t>(0, nodes)),
                                   [](std::pair<std::size_t, std::size_t> ends) {
                                       return tertib::Edge{tertib::node_at(ends.first),
                                                           tertib::node_at(ends.second)};
                                   });
    const auto count = *rc::gen::inRange<std::size_t>(0, 2 * nodes + 1);
    return tertib::Digraph(nodes, *rc::gen::container<std::vector<tertib::Edge>>(count, edge));
}

/// By plain search: reached[a][b] if a way of one or more edges leads from a to b, not through
/// `closed`.
inline std::vector<std::vector<bool>> ways(const tertib::Digraph& graph,
                                           std::size_t closed = SIZE_MAX) {
    const std::size_t nodes = graph.node_count();
    std::vector<std::vector<bool>> reached(nodes, std::vector<bool>(nodes, false));
    for (const tertib::Edge& edge : graph.edges()) {
        if (position(edge.from) != closed && position(edge.to) != closed) {
            reached[position(edge.from)][position(edge.to)] = true;
        }
    }
    for (std::size_t k = 0; k < nodes; ++k) {
        for (std::size_t a = 0; a < nodes; ++a) {
            for (std::size_t b = 0; b < nodes; ++b) {
                reached[a][b] = reached[a][b] || (reached[a][k] && reached[k][b]);
            }
        }
    }
    return reached;
}
