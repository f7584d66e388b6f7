// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/flow_automaton.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

CaseStanding standing_at(const FlowMoves& moves, const PossiblePlaces& places,
                         const StepSet& optional) {
    CaseStanding standing;
    for (const TokenPlaces& each : places) {
        standing.waiting.push_back(moves.waiting(each));
    }
    const auto none = [](const TokenPlaces& each) { return each.empty(); };
    if (std::ranges::all_of(places, none)) {
        standing.end = CaseEnd::ended;
        return standing;
    }
    // Past the limit for passing over, whether it has ended isn't known either.
    const std::optional<PossiblePlaces> passed = moves.passing(places, optional);
    if (!passed || std::ranges::any_of(*passed, none)) {
        standing.end = CaseEnd::unknown;
    }
    return standing;
}

FlowAutomaton::FlowAutomaton(const FlowMoves& moves, const StepSet& optional,
                             const StepSet& skipped, const FlowLimits& limits)
    : moves_(&moves),
      optional_(optional),
      skipped_(skipped),
      limits_(limits),
      width_(moves.step_count() + moves.edge_count()) {
    first_ = keep(moves.first());
}

std::uint32_t FlowAutomaton::keep(const std::optional<PossiblePlaces>& places) {
    if (!places) {
        return over;
    }
    if (places->empty()) {
        return dead;
    }
    const auto found = states_.find(*places);
    if (found != states_.end()) {
        return found->second;
    }
    const auto state = static_cast<std::uint32_t>(states_.size());
    if (state >= limits_.states) {
        return over;
    }
    const auto made = states_.emplace(*places, state).first;
    places_.push_back(&made->first);
    standings_.push_back(standing_at(*moves_, *places, optional_));
    table_.resize(table_.size() + width_, unmade);
    return state;
}

std::uint32_t FlowAutomaton::make(std::uint32_t state, Run run) {
    const std::optional<PossiblePlaces> here = moves_->passing(*places_[state], skipped_);
    const std::uint32_t next =
        here ? keep(moves_->after(*here, run)) : static_cast<std::uint32_t>(over);
    table_[state * width_ + symbol(run)] = next;
    return next;
}

} // namespace tertib
