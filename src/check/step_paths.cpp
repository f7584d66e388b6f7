// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/step_paths.hpp"

#include "tertib/graph/order.hpp"
#include "tertib/graph/reach.hpp"

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

namespace tertib {
namespace {

/// A node's place in a set of nodes: steps as in the Sop, then gateways. Start and end are in none.
[[nodiscard]] std::size_t member(NodeIndex node) noexcept {
    return position(node) - position(StepGraph::step_node(0));
}

/// Solves the equations of one direction: a node's set is made of those of its neighbours, each
/// with the neighbour itself, by union where all of them count and else by intersection. Sets of
/// steps and gateways.
class SetEquations {
    static constexpr std::size_t member_begin = 2;

public:
    SetEquations(const StepGraph& graph, Direction against, const StepSet& optional)
        : graph_(graph),
          against_(against),
          optional_(optional),
          members_(graph.node_count() - member_begin),
          sets_(graph.node_count(), StepSet(members_)) {}

    /// `all` says of a node whether all its neighbours count; `known` holds the nodes to solve for.
    template <typename All>
    std::vector<StepSet> solve(const std::vector<NodeIndex>& sequence, const NodeSet& known,
                               NodeIndex source, const All& all) {
        StepSet everything(members_);
        for (std::size_t each = 0; each < members_; ++each) {
            everything.insert(each);
        }
        for (std::size_t node = 0; node < sets_.size(); ++node) {
            if (known.contains(node_at(node)) && node_at(node) != source) {
                sets_[node] = everything;
            }
        }
        for (bool changed = true; changed;) {
            changed = false;
            for (const NodeIndex node : sequence) {
                if (node == source || !known.contains(node)) {
                    continue;
                }
                StepSet next = combined(node, known, all(node));
                if (next != sets_[position(node)]) {
                    sets_[position(node)] = std::move(next);
                    changed = true;
                }
            }
        }
        return std::move(sets_);
    }

private:
    [[nodiscard]] StepSet combined(NodeIndex node, const NodeSet& known, bool all) const {
        std::optional<StepSet> result;
        for (const Arc& arc : graph_.digraph().arcs(node, against_)) {
            if (!known.contains(arc.node)) {
                continue;
            }
            StepSet from = sets_[position(arc.node)];
            const std::optional<std::size_t> step = graph_.step_index(arc.node);
            if (step ? !optional_.contains(*step) : graph_.kind(arc.node) == NodeKind::gateway) {
                from.insert(member(arc.node));
            }
            if (!result) {
                result = std::move(from);
            } else if (all) {
                *result |= from;
            } else {
                *result &= from;
            }
        }
        return result ? *std::move(result) : StepSet(members_);
    }

    const StepGraph& graph_;
    Direction against_;
    const StepSet& optional_;
    std::size_t members_;
    std::vector<StepSet> sets_;
};

/// Without the gateways.
[[nodiscard]] StepSet only_steps(const StepSet& all, std::size_t steps) {
    StepSet some(steps);
    for (const std::uint32_t each : all.steps()) {
        if (each < steps) {
            some.insert(each);
        }
    }
    return some;
}

} // namespace

StepPaths::StepPaths(const StepGraph& graph)
    : always_(graph.sop().steps().size()),
      optional_(graph.sop().steps().size()),
      from_start_(graph.sop().steps().size()) {
    const std::span<const Step> steps = graph.sop().steps();
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (steps[i].optional) {
            optional_.insert(i);
        }
    }
    find_sets(graph);
    find_sources(graph);
}

std::vector<StepSet> StepPaths::sets_before(const StepGraph& graph) const {
    const Order order = find_order(graph.digraph());
    const NodeSet reached = reach(graph.digraph(), StepGraph::start());
    return SetEquations(graph, Direction::backward, optional_)
        .solve(order.sequence, reached, StepGraph::start(),
               [&](NodeIndex node) { return graph.kind(node) == NodeKind::gateway; });
}

std::vector<StepSet> StepPaths::sets_after(const StepGraph& graph) const {
    Order order = find_order(graph.digraph());
    std::ranges::reverse(order.sequence);
    std::vector<NodeIndex> ends = graph.implicit_ends();
    ends.push_back(StepGraph::end());
    const NodeSet finishing = reach(graph.digraph(), ends, Direction::backward);
    return SetEquations(graph, Direction::forward, optional_)
        .solve(order.sequence, finishing, StepGraph::end(),
               [&](NodeIndex node) { return graph.exit(node) == Exit::all; });
}

void StepPaths::find_sets(const StepGraph& graph) {
    const std::size_t steps = graph.sop().steps().size();
    const std::vector<StepSet> before = sets_before(graph);
    const std::vector<StepSet> after = sets_after(graph);
    // What runs in a case in which something runs: what comes before and after, and all that comes
    // before and after that, as the other branches of a parallel part do.
    const auto with = [&](NodeIndex node) {
        StepSet all = before[position(node)];
        all |= after[position(node)];
        for (std::size_t known = 0; known != all.size();) {
            known = all.size();
            for (const std::uint32_t each : all.steps()) {
                const std::size_t other = position(StepGraph::step_node(each));
                all |= before[other];
                all |= after[other];
            }
        }
        return only_steps(all, steps);
    };
    for (std::size_t step = 0; step < steps; ++step) {
        const NodeIndex node = StepGraph::step_node(step);
        before_.push_back(only_steps(before[position(node)], steps));
        with_.push_back(with(node));
    }
    always_ = with(StepGraph::start());
}

void StepPaths::find_sources(const StepGraph& graph) {
    source_begin_.push_back(0);
    NodeSet seen;
    for (std::size_t step = 0; step < graph.sop().steps().size(); ++step) {
        seen = NodeSet(graph.node_count());
        std::vector<NodeIndex> open{StepGraph::step_node(step)};
        const std::size_t first = sources_.size();
        while (!open.empty()) {
            const NodeIndex node = open.back();
            open.pop_back();
            for (const Arc& arc : graph.digraph().predecessors(node)) {
                if (seen.contains(arc.node)) {
                    continue;
                }
                seen.insert(arc.node);
                const std::optional<std::size_t> source = graph.step_index(arc.node);
                if (source) {
                    sources_.push_back(static_cast<std::uint32_t>(*source));
                } else if (arc.node == StepGraph::start()) {
                    from_start_.insert(step);
                } else {
                    open.push_back(arc.node);
                }
            }
        }
        std::ranges::sort(sources_.begin() + static_cast<std::ptrdiff_t>(first), sources_.end());
        source_begin_.push_back(static_cast<std::uint32_t>(sources_.size()));
    }
}

} // namespace tertib
