// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/net_reduction.hpp"
#include "tertib/graph/reach.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace tertib {

/// Makes the first net. Tokens on the flows into one step lead to the same choices, so they share
/// one place, and a step whose one flow leads to another step shares the place of that step.
class ReducedNet::Builder {
public:
    Builder(const StepGraph& graph, ReducedNet& net)
        : graph_(graph),
          net_(net),
          reached_(reach(graph.digraph(), StepGraph::start())),
          above_(graph.node_count()) {
        std::iota(above_.begin(), above_.end(), 0U);
    }

    void build() {
        const std::vector<std::uint32_t> circles = join_chains();
        flow_places_.assign(graph_.edge_count(), none);
        node_places_.assign(graph_.node_count(), none);
        for (std::size_t i = 0; i < graph_.node_count(); ++i) {
            if (reached_.contains(node_at(i)) && above_[i] == i && shares(node_at(i))) {
                node_places_[i] =
                    waiting(node_at(i)) ? place_of(only_edge(node_at(i))) : new_place();
            }
        }
        net_.source_ = node_places_[0];
        for (const NodeIndex node : reached_.nodes()) {
            add_transitions(node);
        }
        for (const std::uint32_t node : circles) {
            const Place place = node_places_[top(node)];
            net_.add({place}, {place});
        }
    }

private:
    static constexpr Place none = UINT32_MAX;

    /// Start and each step that puts tokens anywhere: the flows into it share one place.
    [[nodiscard]] bool shares(NodeIndex node) const {
        const NodeKind kind = graph_.kind(node);
        return kind == NodeKind::start ||
               (kind == NodeKind::step && graph_.exit(node) != Exit::none);
    }

    [[nodiscard]] std::uint32_t top(std::uint32_t node) {
        while (above_[node] != node) {
            above_[node] = above_[above_[node]];
            node = above_[node];
        }
        return node;
    }

    [[nodiscard]] bool joined(NodeIndex node) const {
        return graph_.kind(node) == NodeKind::step && graph_.exit(node) == Exit::one &&
               shares(graph_.digraph().successors(node).front().node);
    }

    [[nodiscard]] EdgeIndex only_edge(NodeIndex node) const {
        return graph_.digraph().successors(node).front().edge;
    }

    /// A step whose one flow leads to a gateway: its token may as well wait there already.
    [[nodiscard]] bool waiting(NodeIndex node) const {
        return graph_.kind(node) == NodeKind::step && graph_.exit(node) == Exit::one &&
               graph_.kind(graph_.digraph().successors(node).front().node) == NodeKind::gateway;
    }

    /// A flow on which a token is only consumed.
    [[nodiscard]] bool ends(EdgeIndex edge) const {
        const NodeIndex to = graph_.digraph().edge(edge).to;
        return graph_.kind(to) != NodeKind::gateway && graph_.finishes(to);
    }

    /// Answers with a node of each circle of steps that has no way out.
    std::vector<std::uint32_t> join_chains() {
        std::vector<std::uint32_t> circles;
        for (const NodeIndex node : reached_.nodes()) {
            if (!joined(node)) {
                continue;
            }
            const NodeIndex next = graph_.digraph().successors(node).front().node;
            const std::uint32_t here = top(static_cast<std::uint32_t>(position(node)));
            const std::uint32_t there = top(static_cast<std::uint32_t>(position(next)));
            if (here == there) {
                circles.push_back(here);
            }
            above_[here] = there;
        }
        for (std::uint32_t node = 0; node < above_.size(); ++node) {
            above_[node] = top(node);
        }
        return circles;
    }

    Place new_place() {
        net_.producers_.emplace_back();
        net_.consumers_.emplace_back();
        return static_cast<Place>(net_.consumers_.size() - 1);
    }

    /// The place that a token on the flow lies on.
    Place place_of(EdgeIndex edge) {
        const NodeIndex to = graph_.digraph().edge(edge).to;
        if (shares(to)) {
            return node_places_[top(static_cast<std::uint32_t>(position(to)))];
        }
        Place& place = flow_places_[position(edge)];
        if (place == none) {
            place = new_place();
            if (graph_.kind(to) != NodeKind::gateway) {
                net_.add({place}, {});
            }
        }
        return place;
    }

    void add_transitions(NodeIndex node) {
        const NodeKind kind = graph_.kind(node);
        std::vector<Place> inputs;
        if (kind == NodeKind::gateway) {
            for (const Arc& arc : graph_.digraph().predecessors(node)) {
                inputs.push_back(place_of(arc.edge));
            }
            std::ranges::sort(inputs);
        } else if (shares(node) && !joined(node) && !waiting(node)) {
            inputs.push_back(node_places_[top(static_cast<std::uint32_t>(position(node)))]);
        } else {
            return;
        }
        if (graph_.exit(node) == Exit::all) {
            std::vector<Place> outputs;
            for (const Arc& arc : graph_.digraph().successors(node)) {
                outputs.push_back(place_of(arc.edge));
            }
            net_.add(std::move(inputs), std::move(outputs));
            return;
        }
        for (const Arc& arc : graph_.digraph().successors(node)) {
            // The sink rule at once: one exit to the end is one consumption.
            net_.add(inputs, ends(arc.edge) ? std::vector<Place>{}
                                            : std::vector<Place>{place_of(arc.edge)});
        }
        if (graph_.exit(node) == Exit::none) {
            net_.add(std::move(inputs), {});
        }
    }

    const StepGraph& graph_;
    ReducedNet& net_;
    NodeSet reached_;
    std::vector<std::uint32_t> above_;
    std::vector<Place> flow_places_;
    std::vector<Place> node_places_;
};

ReducedNet::ReducedNet(const StepGraph& graph) {
    Builder(graph, *this).build();
    reduce();
}

} // namespace tertib
