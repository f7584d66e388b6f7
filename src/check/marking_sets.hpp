// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/net_space.hpp"
#include "tertib/base/watch.hpp"
#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace tertib {

/// A net made deterministic, as far as traces go: a set is all the markings that runs which tell the
/// same events can stand at, silent transitions followed wherever they lead.
///
/// Borrows the net. Not for use from several threads.
class MarkingSets {
public:
    using Set = std::uint32_t;
    static constexpr Set no_way = 0xffff'fffe;
    static constexpr Set out_of_budget = 0xffff'fffd;

    /// At most `max_states` places of markings in sets; the Watch is asked now and then.
    MarkingSets(const PetriNet& net, std::size_t max_states, const Watch& watch);

    /// Maybe out_of_budget.
    [[nodiscard]] Set start() const noexcept { return start_; }
    /// Where an event of the label leads; no_way and out_of_budget lead nowhere and aren't asked.
    [[nodiscard]] Set next(Set set, LabelIndex label);
    [[nodiscard]] bool may_end(Set set) const { return sets_[set].may_end; }
    /// Some markings that belong to the set couldn't be told.
    [[nodiscard]] bool is_partial(Set set) const { return sets_[set].partial; }
    /// The labels that an event can have there, ascending.
    [[nodiscard]] std::vector<LabelIndex> allowed(Set set);

    /// Asks the Watch; whether it ever said stop.
    [[nodiscard]] bool look(const Progress& progress);
    [[nodiscard]] bool stopped() const noexcept { return stopped_; }

private:
    struct Kept {
        std::vector<NetSpace::State> states; ///< ascending
        bool may_end = false;
        bool partial = false;
    };

    [[nodiscard]] Set find_next(Set set, LabelIndex label);
    [[nodiscard]] Set close_and_keep(bool partial);
    [[nodiscard]] bool mark(NetSpace::State state);
    [[nodiscard]] Set keep(bool partial);

    const PetriNet* net_;
    std::size_t max_states_;
    const Watch* watch_;
    NetSpace space_;
    std::vector<TransitionIndex> silent_;
    std::vector<TransitionIndex> visible_;
    std::vector<Kept> sets_;
    std::vector<Set> next_; ///< by set and label
    std::map<std::pair<std::vector<NetSpace::State>, bool>, Set> known_;
    std::vector<NetSpace::State> set_;  ///< the one being made
    std::vector<std::uint32_t> marked_; ///< by state: the round that met it last
    std::uint32_t round_ = 0;
    std::size_t kept_states_ = 0;
    std::size_t work_ = 0;
    Set start_ = 0;
    bool stopped_ = false;
};

} // namespace tertib
