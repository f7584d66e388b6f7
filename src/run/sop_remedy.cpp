// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/sop_remedy.hpp"

#include "tertib/base/text.hpp"
#include "tertib/graph/reach.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tertib {

namespace {

// What may be tried: an Sop that doesn't run is looked at by a person, who doesn't wait for long.
constexpr std::size_t max_steps = 200;
constexpr std::size_t max_proposals = 400;
constexpr std::size_t max_states = 5'000;

using FlowList = std::vector<OverlayFlow>;

[[nodiscard]] std::string name_of(const StepGraph& graph, NodeIndex node) {
    return std::string(graph.name(node));
}

/// The flows out of a node as an overlay says them.
[[nodiscard]] FlowList flows_out(const StepGraph& graph, NodeIndex node) {
    FlowList list;
    for (const Arc& arc : graph.digraph().successors(node)) {
        list.push_back(
            {name_of(graph, node), name_of(graph, arc.node), graph.flow(arc.edge).outcome});
    }
    return list;
}

/// Draws proposals, each a list of flows for the nodes that it names.
class Proposals {
public:
    explicit Proposals(const StepGraph& graph) : graph_(graph) {}

    [[nodiscard]] std::vector<FlowList> all(const std::vector<NodeIndex>& dead);

private:
    void take_in(NodeIndex dead);
    void lead_to_end(NodeIndex node);
    void go_around(NodeIndex gateway);
    void meet_before(NodeIndex node);
    void meet(NodeIndex node, const std::vector<EdgeIndex>& branches);
    [[nodiscard]] std::string new_gateway() const;
    void add(FlowList proposal) {
        const std::size_t size = proposal.size();
        proposals_.emplace(size, std::move(proposal));
    }

    const StepGraph& graph_;
    /// By size; of one size, in the order in which they were made.
    std::multimap<std::size_t, FlowList> proposals_;
};

/// A step that no work comes to: into the way of each node with one way on, the step before it
/// first.
void Proposals::take_in(NodeIndex dead) {
    const std::string key = name_of(graph_, dead);
    const bool leads_on = graph_.exit(dead) != Exit::none;
    std::vector<NodeIndex> places;
    if (dead != StepGraph::step_node(0)) {
        places.push_back(node_at(position(dead) - 1));
    } else {
        places.push_back(StepGraph::start());
    }
    for (std::size_t i = 0; i < graph_.node_count(); ++i) {
        if (node_at(i) != dead && node_at(i) != places.front() && node_at(i) != StepGraph::end()) {
            places.push_back(node_at(i));
        }
    }
    for (const NodeIndex place : places) {
        const FlowList out = flows_out(graph_, place);
        if (out.size() > 1 || graph_.kind(place) == NodeKind::gateway) {
            continue;
        }
        FlowList proposal{{name_of(graph_, place), key, std::nullopt}};
        if (!out.empty()) {
            proposal.front().outcome = out.front().outcome;
            if (!leads_on) {
                proposal.push_back({key, out.front().to, std::nullopt});
            }
        }
        add(std::move(proposal));
    }
}

/// A way to the end as one more outcome: of one that is named and has no target yet, if there is.
void Proposals::lead_to_end(NodeIndex node) {
    const Step* step = graph_.step(node);
    FlowList proposal = flows_out(graph_, node);
    if (step == nullptr || proposal.empty() || graph_.exit(node) == Exit::all) {
        return;
    }
    std::string outcome = "Selesai";
    for (const std::string& named : step->outcomes) {
        const auto drawn = [&](const OverlayFlow& flow) { return flow.outcome == named; };
        if (std::ranges::none_of(proposal, drawn)) {
            outcome = named;
            break;
        }
    }
    for (OverlayFlow& flow : proposal) {
        if (flow.to == end_node) {
            return;
        }
        if (!flow.outcome) {
            flow.outcome = "Lanjut ke " + flow.to;
        }
    }
    proposal.push_back({name_of(graph_, node), std::string(end_node), outcome});
    add(std::move(proposal));
}

/// Where branches that exclude each other meet, nobody waits.
void Proposals::go_around(NodeIndex gateway) {
    const FlowList out = flows_out(graph_, gateway);
    if (out.size() != 1) {
        return;
    }
    std::map<NodeIndex, FlowList> changed;
    for (const Arc& arc : graph_.digraph().predecessors(gateway)) {
        changed.emplace(arc.node, flows_out(graph_, arc.node));
    }
    FlowList proposal;
    for (auto& [node, flows] : changed) {
        for (OverlayFlow& flow : flows) {
            flow.to = flow.to == graph_.name(gateway) ? out.front().to : flow.to;
            proposal.push_back(std::move(flow));
        }
    }
    add(std::move(proposal));
}

std::string Proposals::new_gateway() const {
    std::size_t number = graph_.sop().gateways().size() + 1;
    while (graph_.find("g" + std::to_string(number))) {
        ++number;
    }
    return "g" + std::to_string(number);
}

void Proposals::meet(NodeIndex node, const std::vector<EdgeIndex>& branches) {
    const std::string key = new_gateway();
    std::map<NodeIndex, FlowList> changed;
    for (const EdgeIndex branch : branches) {
        changed.emplace(graph_.digraph().edge(branch).from, FlowList{});
    }
    FlowList proposal;
    for (auto& [from, flows] : changed) {
        for (const Arc& arc : graph_.digraph().successors(from)) {
            const bool meets = std::ranges::find(branches, arc.edge) != branches.end();
            proposal.push_back({name_of(graph_, from), meets ? key : name_of(graph_, arc.node),
                                graph_.flow(arc.edge).outcome});
        }
    }
    proposal.push_back({key, name_of(graph_, node), std::nullopt});
    add(std::move(proposal));
}

/// A gateway where several branches come to a node: all of them, or those that don't come back.
void Proposals::meet_before(NodeIndex node) {
    std::vector<EdgeIndex> all;
    std::vector<EdgeIndex> forward;
    const auto ahead = reach(graph_.digraph(), node);
    for (const Arc& arc : graph_.digraph().predecessors(node)) {
        all.push_back(arc.edge);
        if (!ahead.contains(arc.node)) {
            forward.push_back(arc.edge);
        }
    }
    if (all.size() > 1) {
        meet(node, all);
    }
    if (forward.size() > 1 && forward.size() < all.size()) {
        meet(node, forward);
    }
}

std::vector<FlowList> Proposals::all(const std::vector<NodeIndex>& dead) {
    for (const NodeIndex node : dead) {
        if (graph_.digraph().predecessors(node).empty()) {
            take_in(node);
        }
    }
    for (std::size_t i = graph_.node_count(); i > 0; --i) {
        const NodeIndex node = node_at(i - 1); // the last steps are likelier to end
        if (graph_.kind(node) == NodeKind::gateway) {
            go_around(node);
        } else if (graph_.kind(node) != NodeKind::start) {
            lead_to_end(node);
            meet_before(node);
        }
    }
    std::vector<FlowList> first;
    for (auto& [size, proposal] : proposals_) {
        if (first.size() < max_proposals) {
            first.push_back(std::move(proposal));
        }
    }
    return first;
}

} // namespace

std::optional<Overlay> find_flow_remedy(const Sop& sop, const SoundnessOptions& budget) {
    if (sop.steps().empty() || sop.steps().size() > max_steps) {
        return std::nullopt;
    }
    SoundnessOptions small = budget;
    small.max_states = std::min(small.max_states, max_states);
    const StepGraph graph(sop);
    const std::vector<NodeIndex> dead = check_soundness(graph, small).dead_steps;
    for (FlowList& proposal : Proposals(graph).all(dead)) {
        Overlay overlay;
        overlay.sop_digest = sop.digest();
        overlay.flow = std::move(proposal);
        const OverlayResult changed = apply_overlay(sop, overlay);
        const StepGraph tried(changed.sop);
        if (ambiguous_choices(tried).empty() &&
            check_soundness(tried, small).verdict == SoundnessVerdict::sound) {
            return overlay;
        }
    }
    return std::nullopt;
}

std::string ambiguous_choices(const StepGraph& graph) {
    std::string all;
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        if (graph.exit(node_at(i)) != Exit::choice) {
            continue;
        }
        std::map<std::string, std::set<NodeIndex>> targets; // by folded outcome
        for (const Arc& arc : graph.digraph().successors(node_at(i))) {
            targets[fold(graph.flow(arc.edge).outcome.value_or(""))].insert(arc.node);
        }
        for (const auto& [outcome, nodes] : targets) {
            if (nodes.size() < 2) {
                continue;
            }
            std::string list;
            for (const NodeIndex node : nodes) {
                list += list.empty() ? "" : ", ";
                list += name_of(graph, node);
            }
            all += all.empty() ? "" : "; ";
            all += name_of(graph, node_at(i));
            all.append(" [").append(outcome).append(" → ").append(list).append("]");
        }
    }
    return all;
}

} // namespace tertib
