// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/petri_net.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace tertib {

namespace {

[[nodiscard]] std::uint32_t added(std::uint32_t one, std::uint32_t other) {
    if (one > std::numeric_limits<std::uint32_t>::max() - other) {
        throw Error(ErrorCode::limit, "the weights or tokens of one place add up to more than "
                                      "4294967295");
    }
    return one + other;
}

[[nodiscard]] std::vector<WeightedArc> arcs_of(std::span<const PlaceIndex> places) {
    std::vector<WeightedArc> arcs;
    arcs.reserve(places.size());
    for (const PlaceIndex place : places) {
        arcs.push_back({.place = place, .weight = 1});
    }
    return arcs;
}

} // namespace

PetriNet::PetriNet(PetriNetParts parts) : places_(std::move(parts.places)) {
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max() / 4;
    if (places_.size() > most || parts.transitions.size() > most) {
        throw Error(ErrorCode::limit, "the net has more than 1073741823 places or transitions");
    }
    names_.reserve(parts.transitions.size());
    labels_.reserve(parts.transitions.size());
    for (PetriTransition& transition : parts.transitions) {
        keep_label(transition.label);
        names_.push_back(std::move(transition.name));
        keep_arcs(std::move(transition.inputs), inputs_);
        keep_arcs(std::move(transition.outputs), outputs_);
    }
    list_labelled();
    consumers_ = users(inputs_);
    producers_ = users(outputs_);
    initial_ = checked(std::move(parts.initial));
    if (parts.finals.empty()) {
        throw Error(ErrorCode::argument, "the net has no final marking");
    }
    finals_.reserve(parts.finals.size());
    for (NetMarking& marking : parts.finals) {
        finals_.push_back(checked(std::move(marking)));
    }
}

void PetriNet::keep_label(const std::optional<std::string>& label) {
    if (!label) {
        labels_.push_back(unknown_label);
        return;
    }
    const auto next = static_cast<LabelIndex>(label_names_.size());
    const auto [found, fresh] = label_of_name_.try_emplace(*label, next);
    if (fresh) {
        label_names_.push_back(*label);
    }
    labels_.push_back(found->second);
}

NetMarking PetriNet::checked(NetMarking marking) const {
    std::erase_if(marking, [](const PlaceTokens& each) { return each.tokens == 0; });
    std::ranges::sort(marking, {}, &PlaceTokens::place);
    NetMarking merged;
    for (const PlaceTokens& each : marking) {
        if (position(each.place) >= places_.size()) {
            throw Error(ErrorCode::argument, "a marking names a place that the net hasn't");
        }
        if (!merged.empty() && merged.back().place == each.place) {
            merged.back().tokens = added(merged.back().tokens, each.tokens);
        } else {
            merged.push_back(each);
        }
    }
    return merged;
}

void PetriNet::keep_arcs(std::vector<WeightedArc> arcs, Lists<WeightedArc>& into) const {
    std::ranges::sort(arcs, {}, &WeightedArc::place);
    const std::size_t first = into.items.size();
    for (const WeightedArc& arc : arcs) {
        if (position(arc.place) >= places_.size() || arc.weight == 0) {
            throw Error(ErrorCode::argument,
                        "an arc of the transition " + names_.back() +
                            " names a place that the net hasn't, or has the weight 0");
        }
        if (into.items.size() > first && into.items.back().place == arc.place) {
            into.items.back().weight = added(into.items.back().weight, arc.weight);
        } else {
            into.items.push_back(arc);
        }
    }
    into.end_list();
}

PetriNet::Lists<TransitionIndex> PetriNet::users(const Lists<WeightedArc>& arcs) const {
    Lists<TransitionIndex> lists;
    lists.begin.assign(places_.size() + 1, 0);
    for (const WeightedArc& arc : arcs.items) {
        ++lists.begin[position(arc.place) + 1];
    }
    for (std::size_t i = 1; i < lists.begin.size(); ++i) {
        lists.begin[i] += lists.begin[i - 1];
    }
    lists.items.resize(arcs.items.size());
    std::vector<std::uint32_t> next = lists.begin;
    for (std::size_t i = 0; i < names_.size(); ++i) {
        for (const WeightedArc& arc : arcs.of(i)) {
            lists.items[next[position(arc.place)]++] = static_cast<TransitionIndex>(i);
        }
    }
    return lists;
}

void PetriNet::list_labelled() {
    std::vector<std::vector<TransitionIndex>> by_label(label_names_.size());
    for (std::size_t i = 0; i < labels_.size(); ++i) {
        if (labels_[i] != unknown_label) {
            by_label[position(labels_[i])].push_back(static_cast<TransitionIndex>(i));
        }
    }
    for (const std::vector<TransitionIndex>& transitions : by_label) {
        labelled_.items.insert(labelled_.items.end(), transitions.begin(), transitions.end());
        labelled_.end_list();
    }
}

std::optional<LabelIndex> PetriNet::find_label(std::string_view name) const {
    const auto found = label_of_name_.find(name);
    return found == label_of_name_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<LabelIndex> PetriNet::label(TransitionIndex transition) const {
    const LabelIndex label = labels_[position(transition)];
    return label == unknown_label ? std::nullopt : std::optional(label);
}

std::span<const TransitionIndex> PetriNet::labelled(LabelIndex label) const {
    return position(label) < label_count() ? labelled_.of(position(label))
                                           : std::span<const TransitionIndex>();
}

PetriNet petri_net(const StepGraph& graph, SkippedSteps skipped, std::size_t max_transitions) {
    const WorkflowNet flow_net(graph, max_transitions);
    PetriNetParts parts;
    for (std::size_t i = 0; i < graph.edge_count(); ++i) {
        const Flow& flow = graph.flow(edge_at(i));
        parts.places.push_back(flow.from + " → " + flow.to);
    }
    parts.places.emplace_back("source");
    parts.initial.push_back({.place = flow_net.source(), .tokens = 1});
    parts.finals.emplace_back();
    for (std::size_t i = 0; i < flow_net.transition_count(); ++i) {
        const auto index = static_cast<TransitionIndex>(i);
        const Firing& firing = flow_net.firing(index);
        PetriTransition transition;
        transition.name = label(graph, firing);
        transition.inputs = arcs_of(flow_net.inputs(index));
        transition.outputs = arcs_of(flow_net.outputs(index));
        const Step* const step = graph.step(firing.node);
        if (step != nullptr) {
            transition.label = step->key;
            if (step->optional && skipped == SkippedSteps::optional_ones) {
                PetriTransition left_out = transition;
                left_out.label.reset();
                parts.transitions.push_back(std::move(left_out));
            }
        }
        parts.transitions.push_back(std::move(transition));
    }
    return PetriNet(std::move(parts));
}

} // namespace tertib
