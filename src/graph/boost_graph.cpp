// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/boost_graph.hpp"

#include <algorithm>

// Boost's walks recurse if this is set; documents come from outside, so they must not.
#ifdef BOOST_RECURSIVE_DFS
#error "tertib needs Boost.Graph's iterative depth-first search"
#endif
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/depth_first_search.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/property_map/property_map.hpp>

namespace tertib {

namespace {

using BoostGraph =
    boost::compressed_sparse_row_graph<boost::directedS, boost::no_property, std::uint32_t,
                                       boost::no_property, std::uint32_t, std::uint32_t>;

/// Boost's edge index of an edge is its place here: nodes in order, each one's arcs in order.
BoostGraph boost_graph(const Digraph& graph) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    pairs.reserve(graph.edge_count());
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        for (const Arc& arc : graph.successors(node_at(i))) {
            pairs.emplace_back(static_cast<std::uint32_t>(i),
                               static_cast<std::uint32_t>(position(arc.node)));
        }
    }
    return {boost::edges_are_sorted, pairs.begin(), pairs.end(),
            static_cast<std::uint32_t>(graph.node_count())};
}

/// The property map over a vector by node.
template <typename Value>
auto by_node(std::vector<Value>& values, const BoostGraph& graph) {
    return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

/// Collects what a depth-first walk meets; Boost copies its visitors, so it only points.
class Collector : public boost::default_dfs_visitor {
public:
    Collector(DepthFirst& result, std::vector<std::uint32_t>& places)
        : result_(&result),
          places_(&places) {}

    template <typename EdgeOfBoost>
    void back_edge(const EdgeOfBoost& edge, const BoostGraph& graph) {
        places_->push_back(get(boost::edge_index, graph, edge));
    }
    void finish_vertex(std::uint32_t node, const BoostGraph&) {
        result_->sequence.push_back(node_at(node));
    }

private:
    DepthFirst* result_;
    std::vector<std::uint32_t>* places_;
};

/// Boost's edge indexes as ours, ascending.
std::vector<EdgeIndex> own_edges(const Digraph& graph, std::vector<std::uint32_t> places) {
    std::ranges::sort(places);
    std::vector<EdgeIndex> edges;
    std::size_t first = 0;
    std::size_t wanted = 0;
    for (std::size_t i = 0; i < graph.node_count() && wanted < places.size(); ++i) {
        const std::span<const Arc> arcs = graph.successors(node_at(i));
        for (; wanted < places.size() && places[wanted] < first + arcs.size(); ++wanted) {
            edges.push_back(arcs[places[wanted] - first].edge);
        }
        first += arcs.size();
    }
    std::ranges::sort(edges);
    return edges;
}

StrongComponents strong_components(const Digraph& graph, const BoostGraph& boost) {
    StrongComponents result;
    result.of_node.resize(graph.node_count());
    std::vector<std::uint32_t> roots(graph.node_count());
    std::vector<std::uint32_t> times(graph.node_count());
    std::vector<boost::default_color_type> colors(graph.node_count());
    result.count = static_cast<std::uint32_t>(
        boost::strong_components(boost, by_node(result.of_node, boost),
                                 boost::root_map(by_node(roots, boost))
                                     .discover_time_map(by_node(times, boost))
                                     .color_map(by_node(colors, boost))));
    // Tarjan finds the last components first.
    for (std::uint32_t& component : result.of_node) {
        component = result.count - 1 - component;
    }
    return result;
}

DepthFirst depth_first(const Digraph& graph, const BoostGraph& boost) {
    DepthFirst result;
    result.sequence.reserve(graph.node_count());
    std::vector<std::uint32_t> back;
    std::vector<boost::default_color_type> colors(graph.node_count());
    boost::depth_first_search(boost, Collector(result, back), by_node(colors, boost));
    std::ranges::reverse(result.sequence);
    result.back_edges = own_edges(graph, std::move(back));
    return result;
}

} // namespace

Traversal traverse(const Digraph& graph) {
    if (graph.node_count() == 0) {
        return {};
    }
    const BoostGraph boost = boost_graph(graph);
    return {strong_components(graph, boost), depth_first(graph, boost)};
}

} // namespace tertib
