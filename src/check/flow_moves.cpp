// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/flow_moves.hpp"

#include <algorithm>
#include <set>
#include <utility>

namespace tertib {

FlowMoves::FlowMoves(const StepGraph& graph, const FlowLimits& limits)
    : graph_(&graph),
      limits_(limits),
      steps_(graph.sop().steps().size()) {
    for (const Edge& edge : graph.digraph().edges()) {
        target_.push_back(edge.to);
    }
    for (std::size_t i = 0; i < graph.sop().gateways().size(); ++i) {
        gateways_.push_back(graph.gateway_node(i));
    }
}

/// Fires one gateway all of whose flows hold a token; false if there is none.
bool FlowMoves::join(TokenPlaces& places) const {
    for (const NodeIndex gateway : gateways_) {
        const std::span<const Arc> in = graph_->digraph().predecessors(gateway);
        const bool ready = !in.empty() && std::ranges::all_of(in, [&](const Arc& arc) {
            return std::ranges::binary_search(places, static_cast<std::uint32_t>(arc.edge));
        });
        if (!ready) {
            continue;
        }
        for (const Arc& arc : in) {
            places.erase(std::ranges::lower_bound(places, static_cast<std::uint32_t>(arc.edge)));
        }
        for (const Arc& arc : graph_->digraph().successors(gateway)) {
            places.push_back(static_cast<std::uint32_t>(arc.edge));
        }
        std::ranges::sort(places);
        return true;
    }
    return false;
}

bool FlowMoves::settle(TokenPlaces places, PossiblePlaces& into) const {
    std::ranges::sort(places);
    // Gateways that lead to each other in a circle could go on for ever.
    for (std::size_t fired = 0; !gateways_.empty() && join(places); ++fired) {
        if (places.size() > limits_.tokens || fired > limits_.places) {
            return false;
        }
    }
    std::erase_if(places, [this](std::uint32_t edge) { return target_[edge] == StepGraph::end(); });
    into.push_back(std::move(places));
    return into.back().size() <= limits_.tokens && into.size() <= limits_.places * 4;
}

bool FlowMoves::fire(const TokenPlaces& from, std::size_t token, std::uint32_t exit,
                     PossiblePlaces& into) const {
    const NodeIndex node = target_[from[token]];
    TokenPlaces rest = from;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(token));
    const std::span<const Arc> out = graph_->digraph().successors(node);
    if (graph_->exit(node) != Exit::choice) {
        for (const Arc& arc : out) {
            rest.push_back(static_cast<std::uint32_t>(arc.edge));
        }
        return settle(std::move(rest), into);
    }
    for (const Arc& arc : out) {
        const auto edge = static_cast<std::uint32_t>(arc.edge);
        if (exit == Run::no_exit || exit == edge) {
            TokenPlaces next = rest;
            next.push_back(edge);
            if (!settle(std::move(next), into)) {
                return false;
            }
        }
    }
    return true;
}

std::optional<PossiblePlaces> FlowMoves::sorted(PossiblePlaces places) const {
    std::ranges::sort(places);
    const auto twice = std::ranges::unique(places);
    places.erase(twice.begin(), twice.end());
    return places.size() <= limits_.places ? std::optional(std::move(places)) : std::nullopt;
}

std::optional<PossiblePlaces> FlowMoves::first() const {
    PossiblePlaces all;
    const std::span<const Arc> out = graph_->digraph().successors(StepGraph::start());
    if (graph_->exit(StepGraph::start()) == Exit::choice) {
        for (const Arc& arc : out) {
            if (!settle({static_cast<std::uint32_t>(arc.edge)}, all)) {
                return std::nullopt;
            }
        }
        return sorted(std::move(all));
    }
    TokenPlaces places;
    for (const Arc& arc : out) {
        places.push_back(static_cast<std::uint32_t>(arc.edge));
    }
    return settle(std::move(places), all) ? sorted(std::move(all)) : std::nullopt;
}

std::optional<PossiblePlaces> FlowMoves::after(const PossiblePlaces& from, Run run) const {
    const NodeIndex node = StepGraph::step_node(run.step);
    PossiblePlaces all;
    for (const TokenPlaces& places : from) {
        for (std::size_t token = 0; token < places.size(); ++token) {
            const bool again = token > 0 && places[token] == places[token - 1];
            if (target_[places[token]] == node && !again && !fire(places, token, run.exit, all)) {
                return std::nullopt;
            }
        }
    }
    return sorted(std::move(all));
}

std::optional<PossiblePlaces> FlowMoves::passing(PossiblePlaces from,
                                                 const StepSet& skipped) const {
    std::set<TokenPlaces> seen(from.begin(), from.end());
    PossiblePlaces open = std::move(from);
    PossiblePlaces next;
    while (!open.empty()) {
        const TokenPlaces places = std::move(open.back());
        open.pop_back();
        for (std::size_t token = 0; token < places.size(); ++token) {
            const std::optional<std::size_t> step = graph_->step_index(target_[places[token]]);
            if (!step || !skipped.contains(*step)) {
                continue;
            }
            next.clear();
            if (!fire(places, token, Run::no_exit, next)) {
                return std::nullopt;
            }
            for (const TokenPlaces& each : next) {
                if (seen.insert(each).second) {
                    open.push_back(each);
                }
            }
            if (seen.size() > limits_.places) {
                return std::nullopt;
            }
        }
    }
    return PossiblePlaces(seen.begin(), seen.end());
}

std::vector<std::uint32_t> FlowMoves::waiting(const TokenPlaces& places) const {
    std::vector<std::uint32_t> steps;
    for (const std::uint32_t edge : places) {
        const std::optional<std::size_t> step = graph_->step_index(target_[edge]);
        if (step) {
            steps.push_back(static_cast<std::uint32_t>(*step));
        }
    }
    std::ranges::sort(steps);
    const auto twice = std::ranges::unique(steps);
    steps.erase(twice.begin(), twice.end());
    return steps;
}

} // namespace tertib
