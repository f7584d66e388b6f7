// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/flow_moves.hpp"
#include "tertib/check/check_part.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace tertib {

/// How a case stands that has come to a state.
struct CaseStanding {
    CaseEnd end = CaseEnd::open;
    /// Before which steps its tokens lie, for each of the ways in which it may have come here.
    std::vector<std::vector<std::uint32_t>> waiting;
};

/// The token game made deterministic, state by state as cases come to them, so that following a
/// case costs one look-up an event.
///
///     FlowAutomaton automaton(moves, optional, optional, limits);
///     state = automaton.next(state, automaton.symbol(run));   // dead: no order of tokens allows it
///
/// For one thread at a time. Borrows the moves.
class FlowAutomaton {
public:
    static constexpr std::uint32_t dead = UINT32_MAX;     ///< the run isn't possible here
    static constexpr std::uint32_t over = UINT32_MAX - 1; ///< past a limit: not known

    /// `skipped`: steps that needn't run, `optional` among them. Those passed over at the end are
    /// only `optional`.
    FlowAutomaton(const FlowMoves& moves, const StepSet& optional, const StepSet& skipped,
                  const FlowLimits& limits);

    [[nodiscard]] std::uint32_t first() const noexcept { return first_; }
    [[nodiscard]] std::uint32_t symbol(Run run) const noexcept {
        return run.exit == Run::no_exit
                   ? run.step
                   : static_cast<std::uint32_t>(moves_->step_count()) + run.exit;
    }
    [[nodiscard]] std::uint32_t next(std::uint32_t state, Run run) {
        if (state >= over) {
            return state;
        }
        const std::uint32_t known = table_[state * width_ + symbol(run)];
        return known == unmade ? make(state, run) : known;
    }
    /// `state` is neither dead nor over.
    [[nodiscard]] const CaseStanding& standing(std::uint32_t state) const {
        return standings_[state];
    }
    [[nodiscard]] const PossiblePlaces& places(std::uint32_t state) const {
        return *places_[state];
    }

private:
    static constexpr std::uint32_t unmade = UINT32_MAX - 2;

    [[nodiscard]] std::uint32_t make(std::uint32_t state, Run run);
    [[nodiscard]] std::uint32_t keep(const std::optional<PossiblePlaces>& places);

    const FlowMoves* moves_;
    StepSet optional_;
    StepSet skipped_;
    FlowLimits limits_;
    std::size_t width_; ///< symbols: steps, then edges
    std::uint32_t first_ = dead;
    std::vector<std::uint32_t> table_; ///< by state and symbol
    std::vector<CaseStanding> standings_;
    std::vector<const PossiblePlaces*> places_; ///< by state: the keys below, which don't move
    std::map<PossiblePlaces, std::uint32_t> states_;
};

/// How a case stands that may be at any of these places.
[[nodiscard]] CaseStanding standing_at(const FlowMoves& moves, const PossiblePlaces& places,
                                       const StepSet& optional);

} // namespace tertib
