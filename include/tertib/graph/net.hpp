// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/step_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tertib {

/// A place holds tokens, a transition moves them. In the net of an Sop place i is flow i of the
/// StepGraph, and one more place, the source, holds the one token that a case begins with.
enum class PlaceIndex : std::uint32_t {};
enum class TransitionIndex : std::uint32_t {};

[[nodiscard]] constexpr std::size_t position(PlaceIndex place) noexcept {
    return static_cast<std::size_t>(place);
}
[[nodiscard]] constexpr std::size_t position(TransitionIndex transition) noexcept {
    return static_cast<std::size_t>(transition);
}

/// What a transition stands for: a node that runs, the flow its token came by (nothing for start,
/// and for a gateway, which takes one from each), and the exit chosen if it is a decision.
struct Firing {
    NodeIndex node{};
    std::optional<EdgeIndex> by;
    std::optional<EdgeIndex> exit;

    friend bool operator==(const Firing&, const Firing&) = default;
};

/// The workflow net (a Petri net) of an Sop's token semantics:
/// - start takes the source's token and puts one on each of its flows (one of them if labelled);
/// - a step has a transition for each flow that leads to it, as each token arrives on its own,
/// times
///   each of its flows if it is a decision; an activity's puts a token on all its flows;
/// - a gateway has one transition, which takes a token from each flow that leads to it;
/// - end, and a step without outgoing flow, take the token and put none.
/// A case is finished when no token is left.
///
/// Immutable; read it from any thread.
class WorkflowNet {
public:
    /// Throws Error(limit) if the net would have more than `max_transitions`.
    explicit WorkflowNet(const StepGraph& graph, std::size_t max_transitions = 20'000'000);

    [[nodiscard]] std::size_t place_count() const noexcept { return consumers_begin_.size() - 1; }
    [[nodiscard]] std::size_t transition_count() const noexcept { return firings_.size(); }
    [[nodiscard]] PlaceIndex source() const noexcept { return source_; }
    [[nodiscard]] const Firing& firing(TransitionIndex transition) const {
        return firings_[position(transition)];
    }
    /// Ascending and without repetition.
    [[nodiscard]] std::span<const PlaceIndex> inputs(TransitionIndex transition) const;
    [[nodiscard]] std::span<const PlaceIndex> outputs(TransitionIndex transition) const;
    /// The transitions that take from a place, ascending.
    [[nodiscard]] std::span<const TransitionIndex> consumers(PlaceIndex place) const;

private:
    struct Range {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    void add_node(const StepGraph& graph, NodeIndex node);
    void add(Firing firing, Range inputs, Range outputs);
    [[nodiscard]] Range keep(PlaceIndex place);
    [[nodiscard]] Range keep(std::span<const Arc> arcs);
    void find_consumers();

    PlaceIndex source_{};
    std::vector<Firing> firings_;
    std::vector<Range> inputs_;
    std::vector<Range> outputs_;
    std::vector<PlaceIndex> places_; ///< what the ranges point into; ranges may overlap
    std::vector<std::uint32_t> consumers_begin_;
    std::vector<TransitionIndex> consumers_;
};

/// The transitions that the net of a graph has; may be far more than there are flows, as a decision
/// has one for each flow into it times each out of it.
[[nodiscard]] std::uint64_t count_transitions(const StepGraph& graph);

/// "5 [Ditolak]": the node's name, with the outcome of the exit chosen; "5 [→ 7]" if it has none.
[[nodiscard]] std::string label(const StepGraph& graph, const Firing& firing);

} // namespace tertib
