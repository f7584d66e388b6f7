// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/net.hpp"

#include "tertib/base/error.hpp"

#include <limits>

namespace tertib {

namespace {

constexpr PlaceIndex place_of(EdgeIndex edge) {
    return static_cast<PlaceIndex>(position(edge));
}

} // namespace

std::uint64_t count_transitions(const StepGraph& graph) {
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        const NodeIndex node = node_at(i);
        const NodeKind kind = graph.kind(node);
        const bool once = kind == NodeKind::gateway || kind == NodeKind::start;
        const std::uint64_t tokens = once ? 1 : graph.digraph().predecessors(node).size();
        const std::uint64_t exits = graph.digraph().successors(node).size();
        count += tokens * (graph.exit(node) == Exit::choice ? exits : 1);
    }
    return count;
}

WorkflowNet::WorkflowNet(const StepGraph& graph, std::size_t max_transitions)
    : source_(static_cast<PlaceIndex>(graph.edge_count())),
      consumers_begin_(graph.edge_count() + 2, 0) {
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max() / 4;
    const std::uint64_t count = count_transitions(graph);
    if (count > max_transitions || count > most) {
        throw Error(ErrorCode::limit, "the net would have " + std::to_string(count) +
                                          " transitions, more than the limit of " +
                                          std::to_string(max_transitions));
    }
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        add_node(graph, node_at(i));
    }
    find_consumers();
}

void WorkflowNet::add_node(const StepGraph& graph, NodeIndex node) {
    const NodeKind kind = graph.kind(node);
    const std::span<const Arc> in = graph.digraph().predecessors(node);
    const std::span<const Arc> out = graph.digraph().successors(node);
    const Range outputs = keep(out);
    const bool single = graph.exit(node) == Exit::one && graph.flow(out.front().edge).outcome;
    const bool chooses = graph.exit(node) == Exit::choice || single;
    const auto add_exits = [&](std::optional<EdgeIndex> by, Range inputs) {
        if (!chooses) {
            add({node, by, std::nullopt}, inputs, outputs);
            return;
        }
        for (std::uint32_t i = 0; i < outputs.count; ++i) {
            add({node, by, out[i].edge}, inputs, {outputs.first + i, 1});
        }
    };
    if (kind == NodeKind::start) {
        add_exits(std::nullopt, keep(source_));
    } else if (kind == NodeKind::gateway) {
        if (!in.empty()) {
            add({node, std::nullopt, std::nullopt}, keep(in), outputs);
        }
    } else {
        for (const Arc& arc : in) {
            add_exits(arc.edge, keep(place_of(arc.edge)));
        }
    }
}

void WorkflowNet::add(Firing firing, Range inputs, Range outputs) {
    firings_.push_back(firing);
    inputs_.push_back(inputs);
    outputs_.push_back(outputs);
}

WorkflowNet::Range WorkflowNet::keep(PlaceIndex place) {
    places_.push_back(place);
    return {static_cast<std::uint32_t>(places_.size() - 1), 1};
}

WorkflowNet::Range WorkflowNet::keep(std::span<const Arc> arcs) {
    const Range range{static_cast<std::uint32_t>(places_.size()),
                      static_cast<std::uint32_t>(arcs.size())};
    for (const Arc& arc : arcs) {
        places_.push_back(place_of(arc.edge));
    }
    return range;
}

void WorkflowNet::find_consumers() {
    for (std::size_t i = 0; i < firings_.size(); ++i) {
        for (const PlaceIndex place : inputs(static_cast<TransitionIndex>(i))) {
            ++consumers_begin_[position(place) + 1];
        }
    }
    for (std::size_t i = 1; i < consumers_begin_.size(); ++i) {
        consumers_begin_[i] += consumers_begin_[i - 1];
    }
    consumers_.resize(consumers_begin_.back());
    std::vector<std::uint32_t> next = consumers_begin_;
    for (std::size_t i = 0; i < firings_.size(); ++i) {
        for (const PlaceIndex place : inputs(static_cast<TransitionIndex>(i))) {
            consumers_[next[position(place)]++] = static_cast<TransitionIndex>(i);
        }
    }
}

std::span<const PlaceIndex> WorkflowNet::inputs(TransitionIndex transition) const {
    const Range range = inputs_[position(transition)];
    return std::span(places_).subspan(range.first, range.count);
}

std::span<const PlaceIndex> WorkflowNet::outputs(TransitionIndex transition) const {
    const Range range = outputs_[position(transition)];
    return std::span(places_).subspan(range.first, range.count);
}

std::span<const TransitionIndex> WorkflowNet::consumers(PlaceIndex place) const {
    const std::size_t first = consumers_begin_[position(place)];
    return std::span(consumers_).subspan(first, consumers_begin_[position(place) + 1] - first);
}

std::string label(const StepGraph& graph, const Firing& firing) {
    std::string text(graph.name(firing.node));
    if (!firing.exit) {
        return text;
    }
    const Flow& flow = graph.flow(*firing.exit);
    text += " [";
    text += flow.outcome ? *flow.outcome : "→ " + flow.to;
    return text + "]";
}

} // namespace tertib
