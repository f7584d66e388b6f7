// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/net.hpp"
#include "tertib/graph/step_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What an event of a log and a transition of a net have in common: the activity. Those of a net
/// are numbered from 0 in the order in which its transitions first name them.
enum class LabelIndex : std::uint32_t {};

[[nodiscard]] constexpr std::size_t position(LabelIndex label) noexcept {
    return static_cast<std::size_t>(label);
}

/// What an event carries whose activity the net doesn't name.
inline constexpr LabelIndex unknown_label{0xffff'ffff};

struct WeightedArc {
    PlaceIndex place{};
    std::uint32_t weight = 1; ///< tokens that one firing moves; at least 1

    friend bool operator==(const WeightedArc&, const WeightedArc&) = default;
};

struct PlaceTokens {
    PlaceIndex place{};
    std::uint32_t tokens = 1;

    friend bool operator==(const PlaceTokens&, const PlaceTokens&) = default;
};

/// Places with the tokens on them, ascending, without those that hold none.
using NetMarking = std::vector<PlaceTokens>;

struct PetriTransition {
    std::string name;
    std::optional<std::string> label; ///< nothing if it is silent: no event tells of it
    std::vector<WeightedArc> inputs;
    std::vector<WeightedArc> outputs;
};

/// A net as it is put together; arcs that repeat a place add their weights.
struct PetriNetParts {
    std::vector<std::string> places; ///< names, for messages only
    std::vector<PetriTransition> transitions;
    NetMarking initial;
    std::vector<NetMarking> finals; ///< a run may end in each of them
};

/// A Petri net with labelled and silent transitions, weighted arcs, an initial marking and final
/// ones: what a log is held against.
///
///     PetriNet net(std::move(parts));
///     net.find_label("Terima berkas");
///
/// Immutable; read it from any thread.
class PetriNet {
public:
    /// Throws Error(argument) for a place that isn't there, a weight of 0, or no final marking, and
    /// Error(limit) where weights or tokens of one place add up to more than 32 bits hold.
    explicit PetriNet(PetriNetParts parts);

    [[nodiscard]] std::size_t place_count() const noexcept { return places_.size(); }
    [[nodiscard]] std::size_t transition_count() const noexcept { return names_.size(); }
    [[nodiscard]] std::size_t label_count() const noexcept { return label_names_.size(); }

    [[nodiscard]] const std::string& name(PlaceIndex place) const {
        return places_[position(place)];
    }
    [[nodiscard]] const std::string& name(TransitionIndex transition) const {
        return names_[position(transition)];
    }
    [[nodiscard]] const std::string& name(LabelIndex label) const {
        return label_names_[position(label)];
    }
    [[nodiscard]] std::optional<LabelIndex> find_label(std::string_view name) const;

    /// Nothing for a silent transition.
    [[nodiscard]] std::optional<LabelIndex> label(TransitionIndex transition) const;
    /// The transitions of a label, ascending; none for a label that isn't the net's.
    [[nodiscard]] std::span<const TransitionIndex> labelled(LabelIndex label) const;
    /// Ascending by place, each place once.
    [[nodiscard]] std::span<const WeightedArc> inputs(TransitionIndex transition) const {
        return inputs_.of(position(transition));
    }
    [[nodiscard]] std::span<const WeightedArc> outputs(TransitionIndex transition) const {
        return outputs_.of(position(transition));
    }
    /// The transitions that take from a place, and those that put on it, ascending.
    [[nodiscard]] std::span<const TransitionIndex> consumers(PlaceIndex place) const {
        return consumers_.of(position(place));
    }
    [[nodiscard]] std::span<const TransitionIndex> producers(PlaceIndex place) const {
        return producers_.of(position(place));
    }
    [[nodiscard]] const NetMarking& initial() const noexcept { return initial_; }
    [[nodiscard]] const std::vector<NetMarking>& finals() const noexcept { return finals_; }

private:
    /// Lists of many owners, one after another.
    template <typename Item>
    struct Lists {
        std::vector<std::uint32_t> begin{0};
        std::vector<Item> items;

        [[nodiscard]] std::span<const Item> of(std::size_t owner) const {
            return std::span(items).subspan(begin[owner], begin[owner + 1] - begin[owner]);
        }
        void end_list() { begin.push_back(static_cast<std::uint32_t>(items.size())); }
    };

    void keep_label(const std::optional<std::string>& label);
    [[nodiscard]] NetMarking checked(NetMarking marking) const;
    void keep_arcs(std::vector<WeightedArc> arcs, Lists<WeightedArc>& into) const;
    [[nodiscard]] Lists<TransitionIndex> users(const Lists<WeightedArc>& arcs) const;
    void list_labelled();

    std::vector<std::string> places_;
    std::vector<std::string> names_;
    std::vector<std::string> label_names_;
    std::map<std::string, LabelIndex, std::less<>> label_of_name_;
    std::vector<LabelIndex> labels_; ///< by transition; unknown_label if silent
    Lists<TransitionIndex> labelled_;
    Lists<WeightedArc> inputs_;
    Lists<WeightedArc> outputs_;
    Lists<TransitionIndex> consumers_;
    Lists<TransitionIndex> producers_;
    NetMarking initial_;
    std::vector<NetMarking> finals_;
};

/// Which steps a run of the net may leave out: those that the SOP, or a person by an overlay, calls
/// optional, or none at all.
enum class SkippedSteps : std::uint8_t { optional_ones, none };

/// The net of an Sop's token semantics (WorkflowNet) as one that a log is held against: a step's
/// transitions carry its key as their label; start, gateways and the end are silent. A run ends
/// when no token is left.
/// Throws Error(limit) if the net would have more than `max_transitions`.
[[nodiscard]] PetriNet petri_net(const StepGraph& graph,
                                 SkippedSteps skipped = SkippedSteps::optional_ones,
                                 std::size_t max_transitions = 1'000'000);

} // namespace tertib
