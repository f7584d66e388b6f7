// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/soundness.hpp"

#include "graph/marking_space.hpp"
#include "graph/net_reduction.hpp"
#include "graph/single_token.hpp"
#include "tertib/graph/reach.hpp"

namespace tertib {

namespace {

/// More transitions than this are not tried one by one; only the smaller net is.
constexpr std::size_t max_transitions = 4'000'000;

std::vector<NodeIndex> unreachable_steps(const StepGraph& graph) {
    const NodeSet reached = reach(graph.digraph(), StepGraph::start());
    std::vector<NodeIndex> steps;
    for (std::size_t i = 0; i < graph.sop().steps().size(); ++i) {
        if (!reached.contains(StepGraph::step_node(i))) {
            steps.push_back(StepGraph::step_node(i));
        }
    }
    return steps;
}

std::vector<Firing> firings(const WorkflowNet& net, const std::vector<TransitionIndex>& way) {
    std::vector<Firing> result;
    result.reserve(way.size());
    for (const TransitionIndex transition : way) {
        result.push_back(net.firing(transition));
    }
    return result;
}

/// The flows that hold tokens; the source is no flow.
std::vector<EdgeIndex> flows(const WorkflowNet& net, std::span<const std::uint32_t> marking) {
    std::vector<EdgeIndex> result;
    for (const std::uint32_t place : marking) {
        if (place != position(net.source())) {
            result.push_back(edge_at(place));
        }
    }
    return result;
}

void tell_doom(Soundness& result, const WorkflowNet& net, const MarkingSpace& space,
               MarkingSpace::State doomed) {
    result.witness = firings(net, space.way_to(doomed));
    result.marking = flows(net, space.marking(doomed));
    result.problem = SoundnessProblem::livelock;
    if (const auto next = space.way_to_stuck(doomed)) {
        result.problem = SoundnessProblem::deadlock;
        result.continuation = firings(net, next->way);
        result.stuck_marking = flows(net, space.marking(next->stuck));
    }
}

std::vector<NodeIndex> steps_that_never_fired(const StepGraph& graph, const WorkflowNet& net,
                                              const MarkingSpace& space) {
    NodeSet fired(graph.node_count());
    for (std::size_t i = 0; i < net.transition_count(); ++i) {
        if (space.fires(static_cast<TransitionIndex>(i))) {
            fired.insert(net.firing(static_cast<TransitionIndex>(i)).node);
        }
    }
    std::vector<NodeIndex> dead;
    for (std::size_t i = 0; i < graph.sop().steps().size(); ++i) {
        if (!fired.contains(StepGraph::step_node(i))) {
            dead.push_back(StepGraph::step_node(i));
        }
    }
    return dead;
}

/// What the markings of the full net say; `not_decided` if the budget was too small.
Soundness check_markings(const StepGraph& graph, const SoundnessOptions& options) {
    Soundness result;
    result.method = SoundnessMethod::markings;
    if (count_transitions(graph) > max_transitions) {
        return result;
    }
    const WorkflowNet net(graph);
    const PlainNet all = plain_net(net);
    const MarkingSpace space(all, options);
    result.states = space.state_count();
    switch (space.outcome()) {
    case MarkingSpace::Outcome::unsafe:
        result.problem = SoundnessProblem::unsafe;
        result.witness = firings(net, space.unsafe_way());
        result.marking = flows(net, space.unsafe_marking());
        break;
    case MarkingSpace::Outcome::complete:
        result.dead_steps = steps_that_never_fired(graph, net, space);
        if (const auto doomed = space.nearest_doomed()) {
            tell_doom(result, net, space, *doomed);
        } else if (!result.dead_steps.empty()) {
            result.problem = SoundnessProblem::dead_step;
        } else {
            result.verdict = SoundnessVerdict::sound;
        }
        break;
    case MarkingSpace::Outcome::stopped:
    case MarkingSpace::Outcome::out_of_budget:
        result.stopped = space.outcome() == MarkingSpace::Outcome::stopped;
        if (const auto stuck = space.nearest_stuck()) {
            result.problem = SoundnessProblem::deadlock;
            result.witness = firings(net, space.way_to(*stuck));
            result.marking = flows(net, space.marking(*stuck));
            result.stuck_marking = result.marking;
        }
        break;
    }
    if (result.problem) {
        result.verdict = SoundnessVerdict::unsound;
    }
    return result;
}

/// What the smaller net says. Where it is safe and can always finish, a step can run exactly if
/// flows lead to it from the start: each token on the way must be able to go on, and its choices
/// are free.
Soundness check_reduced(const StepGraph& graph, const SoundnessOptions& options) {
    Soundness result;
    result.method = SoundnessMethod::reduction;
    const ReducedNet net(graph);
    const PlainNet small = net.plain();
    const MarkingSpace space(small, options);
    result.states = space.state_count();
    result.stopped = space.outcome() == MarkingSpace::Outcome::stopped;
    if (space.outcome() == MarkingSpace::Outcome::unsafe) {
        result.problem = SoundnessProblem::unsafe;
    } else if (space.nearest_stuck()) {
        result.problem = SoundnessProblem::deadlock;
    } else if (space.outcome() == MarkingSpace::Outcome::complete) {
        if (space.nearest_doomed()) {
            result.problem = SoundnessProblem::livelock;
        } else {
            result.verdict = SoundnessVerdict::sound;
        }
    }
    if (result.problem) {
        result.verdict = SoundnessVerdict::unsound;
    }
    return result;
}

} // namespace

Soundness check_soundness(const StepGraph& graph, const SoundnessOptions& options) {
    if (graph.sop().steps().empty()) {
        Soundness result;
        result.verdict = SoundnessVerdict::unsound;
        result.problem = SoundnessProblem::no_steps;
        return result;
    }
    if (std::optional<Soundness> answer = check_single_token(graph)) {
        return std::move(*answer);
    }
    Soundness full = check_markings(graph, options);
    if (full.verdict != SoundnessVerdict::not_decided) {
        if (full.problem && full.dead_steps.empty()) {
            full.dead_steps = unreachable_steps(graph);
        }
        return full;
    }
    Soundness result = full.stopped ? std::move(full) : check_reduced(graph, options);
    result.dead_steps = unreachable_steps(graph);
    if (result.verdict == SoundnessVerdict::sound && !result.dead_steps.empty()) {
        result.verdict = SoundnessVerdict::unsound;
        result.problem = SoundnessProblem::dead_step;
    }
    return result;
}

std::string_view name(SoundnessVerdict verdict) noexcept {
    switch (verdict) {
    case SoundnessVerdict::sound: return "sound";
    case SoundnessVerdict::unsound: return "unsound";
    case SoundnessVerdict::not_decided: return "not_decided";
    }
    return {};
}

std::string_view name(SoundnessProblem problem) noexcept {
    switch (problem) {
    case SoundnessProblem::no_steps: return "no_steps";
    case SoundnessProblem::unsafe: return "unsafe";
    case SoundnessProblem::deadlock: return "deadlock";
    case SoundnessProblem::livelock: return "livelock";
    case SoundnessProblem::dead_step: return "dead_step";
    }
    return {};
}

std::string_view name(SoundnessMethod method) noexcept {
    switch (method) {
    case SoundnessMethod::single_token: return "single_token";
    case SoundnessMethod::markings: return "markings";
    case SoundnessMethod::reduction: return "reduction";
    }
    return {};
}

} // namespace tertib
