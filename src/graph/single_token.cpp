// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph/single_token.hpp"

#include "tertib/graph/reach.hpp"

#include <algorithm>

namespace tertib {

namespace {

constexpr std::uint32_t no_token = UINT32_MAX;

/// Follows one token breadth first. Where it can lie is a flow; where it lies decides nothing but
/// the node that it leads to, so each node is looked at once, from the flow that came there first.
class Token {
public:
    explicit Token(const StepGraph& graph)
        : graph_(graph),
          came_by_(graph.edge_count(), no_token),
          first_(graph.node_count(), no_token),
          seen_(graph.node_count()) {}

    /// False if the token would be split.
    bool follow() {
        if (graph_.exit(StepGraph::start()) == Exit::all) {
            return false;
        }
        seen_.insert(StepGraph::start());
        leave(StepGraph::start());
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const NodeIndex node = graph_.digraph().edge(order_[i]).to;
            if (seen_.contains(node) || waits(node)) {
                continue;
            }
            if (graph_.exit(node) == Exit::all) {
                return false;
            }
            seen_.insert(node);
            first_[position(node)] = static_cast<std::uint32_t>(position(order_[i]));
            leave(node);
        }
        return true;
    }

    Soundness judge() {
        Soundness result;
        result.states = order_.size() + 1;
        result.verdict = SoundnessVerdict::sound;
        find_finishing();
        if (const std::optional<EdgeIndex> doomed = nearest_doomed()) {
            tell_doom(result, *doomed);
        }
        find_dead_steps(result);
        if (!result.problem && !result.dead_steps.empty()) {
            result.problem = SoundnessProblem::dead_step;
        }
        if (result.problem) {
            result.verdict = SoundnessVerdict::unsound;
        }
        return result;
    }

private:
    /// A gateway that one token alone can't pass.
    [[nodiscard]] bool waits(NodeIndex node) const {
        return graph_.kind(node) == NodeKind::gateway &&
               graph_.digraph().predecessors(node).size() > 1;
    }

    void leave(NodeIndex node) {
        for (const Arc& arc : graph_.digraph().successors(node)) {
            came_by_[position(arc.edge)] = first_[position(node)];
            order_.push_back(arc.edge);
        }
    }

    /// The nodes from which the token can be consumed.
    void find_finishing() {
        finishing_ = NodeSet(graph_.node_count());
        std::vector<NodeIndex> open;
        for (const NodeIndex node : seen_.nodes()) {
            if (graph_.finishes(node)) {
                finishing_.insert(node);
                open.push_back(node);
            }
        }
        while (!open.empty()) {
            const NodeIndex node = open.back();
            open.pop_back();
            for (const Arc& arc : graph_.digraph().predecessors(node)) {
                if (seen_.contains(arc.node) && !finishing_.contains(arc.node)) {
                    finishing_.insert(arc.node);
                    open.push_back(arc.node);
                }
            }
        }
    }

    [[nodiscard]] std::optional<EdgeIndex> nearest_doomed() const {
        const auto found = std::ranges::find_if(order_, [this](EdgeIndex edge) {
            return !finishing_.contains(graph_.digraph().edge(edge).to);
        });
        return found == order_.end() ? std::nullopt : std::optional(*found);
    }

    /// The firing that puts the token on `edge`, having come by `by`.
    [[nodiscard]] Firing firing(EdgeIndex edge, std::uint32_t by) const {
        const NodeIndex node = graph_.digraph().edge(edge).from;
        Firing result{node, std::nullopt, std::nullopt};
        const NodeKind kind = graph_.kind(node);
        if (by != no_token && kind != NodeKind::gateway) {
            result.by = edge_at(by);
        }
        const bool chooses =
            graph_.exit(node) == Exit::choice || graph_.flow(edge).outcome.has_value();
        if (chooses && kind != NodeKind::gateway) {
            result.exit = edge;
        }
        return result;
    }

    /// The firings from the start, or from where the token lies on `from`, to it lying on `edge`.
    [[nodiscard]] std::vector<Firing> way(const std::vector<std::uint32_t>& came_by, EdgeIndex edge,
                                          std::optional<EdgeIndex> from) const {
        std::vector<Firing> firings;
        while (edge != from) {
            const std::uint32_t by = came_by[position(edge)];
            firings.push_back(firing(edge, by));
            if (by == no_token) {
                break;
            }
            edge = edge_at(by);
        }
        std::ranges::reverse(firings);
        return firings;
    }

    void tell_doom(Soundness& result, EdgeIndex doomed) const {
        // A start that can't finish is doomed with the token still in the source.
        const bool at_once = !finishing_.contains(StepGraph::start());
        if (!at_once) {
            result.witness = way(came_by_, doomed, std::nullopt);
            result.marking = {doomed};
        }
        result.problem = SoundnessProblem::livelock;
        std::vector<std::uint32_t> came_by(graph_.edge_count(), no_token);
        std::vector<EdgeIndex> open;
        NodeSet left(graph_.node_count());
        const auto put = [&](NodeIndex node, std::uint32_t by) {
            left.insert(node);
            for (const Arc& arc : graph_.digraph().successors(node)) {
                came_by[position(arc.edge)] = by;
                open.push_back(arc.edge);
            }
        };
        if (at_once) {
            put(StepGraph::start(), no_token);
        } else {
            open.push_back(doomed);
        }
        for (std::size_t i = 0; i < open.size(); ++i) {
            const NodeIndex node = graph_.digraph().edge(open[i]).to;
            if (waits(node)) {
                result.problem = SoundnessProblem::deadlock;
                result.continuation =
                    way(came_by, open[i], at_once ? std::nullopt : std::optional(doomed));
                result.stuck_marking = {open[i]};
                return;
            }
            if (!left.contains(node)) {
                put(node, static_cast<std::uint32_t>(position(open[i])));
            }
        }
    }

    void find_dead_steps(Soundness& result) const {
        for (std::size_t i = 0; i < graph_.sop().steps().size(); ++i) {
            if (!seen_.contains(StepGraph::step_node(i))) {
                result.dead_steps.push_back(StepGraph::step_node(i));
            }
        }
    }

    const StepGraph& graph_;
    std::vector<std::uint32_t> came_by_; ///< by flow: the flow before it on a shortest way
    std::vector<std::uint32_t> first_;   ///< by node: the flow that came there first
    NodeSet seen_;                       ///< nodes that the token passes
    NodeSet finishing_;
    std::vector<EdgeIndex> order_; ///< flows in the order in which the token can come to them
};

} // namespace

std::optional<Soundness> check_single_token(const StepGraph& graph) {
    Token token(graph);
    if (!token.follow()) {
        return std::nullopt;
    }
    return token.judge();
}

} // namespace tertib
