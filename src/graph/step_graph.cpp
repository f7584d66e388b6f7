// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/step_graph.hpp"

#include "tertib/base/error.hpp"

#include <bit>
#include <functional>
#include <string>

namespace tertib {

namespace {

constexpr NodeIndex nowhere = node_at(UINT32_MAX);

std::uint32_t hash_of(std::string_view name) {
    return static_cast<std::uint32_t>(std::hash<std::string_view>()(name));
}

} // namespace

StepGraph::StepGraph(const Sop& sop) : sop_(&sop) {
    index_names();
    std::vector<Edge> edges = take_flows();
    const std::size_t nodes = 2 + sop.steps().size() + sop.gateways().size();
    digraph_ = Digraph(nodes, std::move(edges));
    find_exits();
}

void StepGraph::index_names() {
    const std::size_t nodes = 2 + sop_->steps().size() + sop_->gateways().size();
    names_.assign(std::bit_ceil(2 * nodes), {});
    const std::size_t mask = names_.size() - 1;
    for (std::size_t i = 0; i < nodes; ++i) {
        const std::uint32_t hash = hash_of(name(node_at(i)));
        std::size_t place = hash & mask;
        while (names_[place].node_after != 0) {
            place = (place + 1) & mask;
        }
        names_[place] = {hash, static_cast<std::uint32_t>(i + 1)};
    }
}

std::optional<NodeIndex> StepGraph::find(std::string_view wanted) const noexcept {
    const std::size_t mask = names_.size() - 1;
    const std::uint32_t hash = hash_of(wanted);
    std::size_t place = hash & mask;
    for (; names_[place].node_after != 0; place = (place + 1) & mask) {
        const NodeIndex node = node_at(names_[place].node_after - 1);
        if (names_[place].hash == hash && name(node) == wanted) {
            return node;
        }
    }
    return std::nullopt;
}

/// Flows mostly lead from row to row, so the likely node is tried before the index.
NodeIndex StepGraph::require(std::string_view wanted, NodeIndex guess) const {
    if (position(guess) < 2 + sop_->steps().size() && name(guess) == wanted) {
        return guess;
    }
    const std::optional<NodeIndex> node = find(wanted);
    if (!node) {
        throw Error(ErrorCode::internal, "a flow joins a node that its Sop lacks");
    }
    return *node;
}

std::vector<Edge> StepGraph::take_flows() {
    const std::span<const Flow> flows = sop_->flow();
    std::vector<Edge> edges;
    edges.reserve(flows.size());
    flow_of_edge_.reserve(flows.size());
    Edge last{start(), nowhere};
    for (std::size_t i = 0; i < flows.size(); ++i) {
        const Flow& flow = flows[i];
        if (flow.kind != FlowKind::sequence) {
            continue;
        }
        if (stays_in_row(flow)) {
            in_row_.push_back(static_cast<std::uint32_t>(i));
            continue;
        }
        const NodeIndex from = require(flow.from, last.to);
        const NodeIndex next = from == start() ? step_node(0) : node_at(position(from) + 1);
        last = {from, require(flow.to, next)};
        edges.push_back(last);
        flow_of_edge_.push_back(static_cast<std::uint32_t>(i));
    }
    return edges;
}

void StepGraph::find_exits() {
    exits_.reserve(node_count());
    for (std::size_t i = 0; i < node_count(); ++i) {
        const NodeIndex node = node_at(i);
        const std::span<const Arc> arcs = digraph_.successors(node);
        if (arcs.size() < 2) {
            exits_.push_back(arcs.empty() ? Exit::none : Exit::one);
            continue;
        }
        const Step* row = step(node);
        bool chooses = row != nullptr && row->kind == StepKind::decision;
        for (const Arc& arc : arcs) {
            chooses = chooses || flow(arc.edge).outcome.has_value();
        }
        const bool waits = kind(node) == NodeKind::gateway;
        exits_.push_back(chooses && !waits ? Exit::choice : Exit::all);
    }
}

NodeKind StepGraph::kind(NodeIndex node) const noexcept {
    if (node == start()) {
        return NodeKind::start;
    }
    if (node == end()) {
        return NodeKind::end;
    }
    return position(node) < 2 + sop_->steps().size() ? NodeKind::step : NodeKind::gateway;
}

std::optional<std::size_t> StepGraph::step_index(NodeIndex node) const noexcept {
    if (kind(node) != NodeKind::step) {
        return std::nullopt;
    }
    return position(node) - 2;
}

const Step* StepGraph::step(NodeIndex node) const noexcept {
    return kind(node) == NodeKind::step ? &sop_->steps()[position(node) - 2] : nullptr;
}

std::string_view StepGraph::name(NodeIndex node) const noexcept {
    switch (kind(node)) {
    case NodeKind::start: return start_node;
    case NodeKind::end: return end_node;
    case NodeKind::step: return sop_->steps()[position(node) - 2].key;
    case NodeKind::gateway: return sop_->gateways()[position(node) - 2 - sop_->steps().size()].key;
    }
    return {};
}

std::vector<NodeIndex> StepGraph::implicit_ends() const {
    std::vector<NodeIndex> ends;
    for (std::size_t i = 0; i < sop_->steps().size(); ++i) {
        if (exit(step_node(i)) == Exit::none) {
            ends.push_back(step_node(i));
        }
    }
    return ends;
}

std::string outcomes_of(const StepGraph& graph, NodeIndex node) {
    std::string list;
    for (const Arc& arc : graph.digraph().successors(node)) {
        list += list.empty() ? "" : ", ";
        list += graph.flow(arc.edge).outcome.value_or("\"\"");
    }
    return list.empty() ? "none" : list;
}

std::string_view name(NodeKind kind) noexcept {
    switch (kind) {
    case NodeKind::start: return "start";
    case NodeKind::end: return "end";
    case NodeKind::step: return "step";
    case NodeKind::gateway: return "gateway";
    }
    return {};
}

std::string_view name(Exit exit) noexcept {
    switch (exit) {
    case Exit::none: return "none";
    case Exit::one: return "one";
    case Exit::choice: return "choice";
    case Exit::all: return "all";
    }
    return {};
}

} // namespace tertib
