// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/soundness.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// A net as the exploration sees it: what each transition takes and puts, and which transitions
/// look at a place. The spans belong to whoever made it.
struct PlainNet {
    std::uint32_t source = 0;
    std::vector<std::span<const PlaceIndex>> inputs;       ///< by transition, ascending
    std::vector<std::span<const PlaceIndex>> outputs;      ///< by transition
    std::vector<std::vector<std::uint32_t>> few_consumers; ///< by place, where it was made by hand
    const WorkflowNet* net = nullptr;                      ///< else asked for the consumers
};

/// The whole net as the exploration sees it; `net` must outlive it.
[[nodiscard]] PlainNet plain_net(const WorkflowNet& net);

/// Every marking that a net can come to, found breadth first, each with the shortest way to it. A
/// marking is the ascending list of its marked places: nets of SOPs are wide in places and narrow
/// in tokens, so lists beat bit sets by far. Stops at the first unsafe firing, or at the budget.
class MarkingSpace {
public:
    enum class Outcome : std::uint8_t { complete, unsafe, out_of_budget, stopped };
    using State = std::uint32_t;

    MarkingSpace(const PlainNet& net, const SoundnessOptions& options);

    [[nodiscard]] Outcome outcome() const noexcept { return outcome_; }
    [[nodiscard]] std::size_t state_count() const noexcept { return parents_.size(); }
    [[nodiscard]] std::span<const std::uint32_t> marking(State state) const;
    /// The transitions of a shortest way from the start to the state.
    [[nodiscard]] std::vector<TransitionIndex> way_to(State state) const;
    /// If unsafe: the firing that puts a second token on a place, and the marking it leads to.
    [[nodiscard]] std::vector<TransitionIndex> unsafe_way() const;
    [[nodiscard]] const std::vector<std::uint32_t>& unsafe_marking() const noexcept {
        return unsafe_marking_;
    }
    /// The nearest state from which the case can't finish. Only for a complete space.
    [[nodiscard]] std::optional<State> nearest_doomed() const;
    /// The nearest expanded state with tokens where nothing can fire.
    [[nodiscard]] std::optional<State> nearest_stuck() const;
    /// A shortest way on from a state to one where nothing can fire, or nothing.
    struct Continuation {
        std::vector<TransitionIndex> way;
        State stuck = 0;
    };
    [[nodiscard]] std::optional<Continuation> way_to_stuck(State from) const;
    [[nodiscard]] bool fires(TransitionIndex transition) const {
        return fired_[position(transition)];
    }

private:
    struct Move {
        State to = 0;
        TransitionIndex by{};
    };

    void explore(const SoundnessOptions& options);
    void expand(State state);
    void try_transition(State state, TransitionIndex transition);
    [[nodiscard]] bool enabled(TransitionIndex transition) const;
    [[nodiscard]] State keep(const std::vector<std::uint32_t>& marking, State parent,
                             TransitionIndex by);
    void grow_table();
    [[nodiscard]] std::size_t bytes() const noexcept;
    [[nodiscard]] bool is_stuck(State state) const;
    [[nodiscard]] std::span<const Move> moves(State state) const;

    const PlainNet* net_;
    Outcome outcome_ = Outcome::complete;
    std::vector<std::uint32_t> tokens_;         ///< all markings, one after another
    std::vector<std::uint32_t> begin_{0};       ///< by state, into tokens_
    std::vector<State> parents_;                ///< by state
    std::vector<TransitionIndex> by_;           ///< by state: what led here
    std::vector<std::uint32_t> table_;          ///< open addressing: state + 1
    std::vector<Move> moves_;                   ///< all moves of expanded states, in order
    std::vector<std::uint32_t> moves_begin_{0}; ///< by expanded state, into moves_
    std::vector<bool> fired_;                   ///< by transition
    std::vector<std::uint32_t> here_;           ///< the marking being expanded
    std::vector<std::uint32_t> there_;          ///< the marking being made
    State unsafe_from_ = 0;
    TransitionIndex unsafe_by_{};
    std::vector<std::uint32_t> unsafe_marking_;
};

} // namespace tertib
