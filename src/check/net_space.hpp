// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/persistent_set.hpp"
#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// One firing from a marking of a NetSpace.
struct NetMove {
    TransitionIndex transition{};
    std::uint32_t target = 0; ///< or NetSpace::nowhere
};

/// The markings of a net, found as they are asked for, each kept once: a byte for each place, and
/// the moves that lead on, by what is wanted next. Shared by all the traces of one call.
///
///     NetSpace space(net);
///     for (const NetMove& move : space.moves_towards(space.start(), label)) …
///
/// Borrows the net. Not for use from several threads.
class NetSpace {
public:
    using State = std::uint32_t;
    /// The target of a firing that would lay more than 255 tokens on a place. Who meets it knows
    /// that there is more than was explored.
    static constexpr State nowhere = 0xffff'ffff;

    /// Throws Error(limit) if a weight or a marking of the net is above 255.
    explicit NetSpace(const PetriNet& net);

    [[nodiscard]] const PetriNet& net() const noexcept { return *net_; }
    [[nodiscard]] static constexpr State start() noexcept { return 0; }
    [[nodiscard]] std::size_t state_count() const noexcept { return state_count_; }
    [[nodiscard]] std::size_t bytes() const noexcept;
    /// By place. Valid until the next call that may find a state.
    [[nodiscard]] std::span<const std::uint8_t> tokens(State state) const {
        return std::span(tokens_).subspan(state * width_, width_);
    }
    [[nodiscard]] bool is_final(State state) const { return final_[state] != 0; }

    [[nodiscard]] bool is_enabled(State state, TransitionIndex transition) const;
    /// Every firing, by transition. Valid until the next call of this or moves_of.
    [[nodiscard]] std::span<const NetMove> all_moves(State state);
    /// The firings of some transitions, in their order.
    [[nodiscard]] std::span<const NetMove> moves_of(State state,
                                                    std::span<const TransitionIndex> transitions);
    /// Firings enough to come, at no greater cost, to wherever one can get by firings that end with
    /// one of the label: what runs beside it is left for later. None for unknown_label.
    [[nodiscard]] std::span<const NetMove> moves_towards(State state, LabelIndex label);
    /// Likewise, to come to a final marking.
    [[nodiscard]] std::span<const NetMove> moves_to_finish(State state);

private:
    struct Listed {
        std::uint64_t key = 0; ///< state and what is wanted, plus one; 0 for a free place
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

    [[nodiscard]] std::span<const NetMove> listed(State state, std::uint32_t wanted);
    [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;
    void grow_lists();
    [[nodiscard]] State fire(State state, TransitionIndex transition);
    [[nodiscard]] State intern();
    [[nodiscard]] std::uint64_t hash_of(const std::uint8_t* tokens) const noexcept;
    void grow_table();
    [[nodiscard]] bool matches_final(const std::uint8_t* tokens) const;

    const PetriNet* net_;
    PersistentSet persistent_;
    std::size_t width_;
    std::size_t state_count_ = 0;
    std::vector<std::uint8_t> tokens_; ///< width_ bytes for each state
    std::vector<std::uint8_t> final_;  ///< by state
    std::vector<std::uint32_t> table_; ///< open addressing: state + 1
    std::vector<std::uint8_t> here_;   ///< the marking being made
    std::vector<std::vector<std::uint8_t>> finals_;
    std::vector<Listed> lists_; ///< open addressing
    std::size_t list_count_ = 0;
    std::vector<NetMove> moves_;  ///< what the lists point into
    std::vector<NetMove> answer_; ///< of all_moves and moves_of
    std::vector<TransitionIndex> transitions_;
};

} // namespace tertib
