// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/flow_judge.hpp"

#include "check/flow_explainer.hpp"
#include "check/flow_orders.hpp"

namespace tertib {
namespace {

[[nodiscard]] bool ran_twice(std::span<const FlowRun> runs, std::size_t steps) {
    StepSet seen(steps);
    for (const FlowRun& each : runs) {
        if (seen.contains(each.run.step)) {
            return true;
        }
        seen.insert(each.run.step);
    }
    return false;
}

/// How a case stands that may have come to any of the states.
[[nodiscard]] CaseStanding standing_of(const FlowAutomaton& automaton,
                                       std::span<const std::uint32_t> states) {
    CaseStanding all = automaton.standing(states.front());
    for (const std::uint32_t state : states.subspan(1)) {
        const CaseStanding& each = automaton.standing(state);
        all.end = all.end == each.end ? all.end : CaseEnd::unknown;
        all.waiting.insert(all.waiting.end(), each.waiting.begin(), each.waiting.end());
    }
    return all;
}

} // namespace

FlowJudge::FlowJudge(const FlowMoves& moves, const StepPaths& paths, const FlowLimits& limits)
    : moves_(&moves),
      paths_(&paths),
      limits_(limits),
      automaton_(moves, paths.optional(), paths.optional(), limits) {}

const FlowVerdict& FlowJudge::judge(std::span<const FlowRun> runs, OrderKnown known) {
    if (known != OrderKnown::coarse) {
        std::uint32_t state = automaton_.first();
        for (const FlowRun& each : runs) {
            state = automaton_.next(state, each.run);
        }
        if (state < FlowAutomaton::over) {
            return fitting(state, !runs.empty());
        }
        if (known == OrderKnown::exact) {
            return remembered(runs);
        }
    }
    last_ = in_any_order(runs, known);
    return last_;
}

const FlowVerdict& FlowJudge::fitting(std::uint32_t state, bool any) {
    if (fitting_.size() <= state) {
        fitting_.resize(state + 1);
    }
    std::unique_ptr<FlowVerdict>& kept = fitting_[state];
    if (kept == nullptr) {
        kept = std::make_unique<FlowVerdict>();
        kept->standing = automaton_.standing(state);
        kept->missing = kept->standing.end == CaseEnd::open ? CheckVerdict::not_applicable
                                                            : CheckVerdict::satisfied;
        kept->order = CheckVerdict::satisfied;
        kept->repeat = CheckVerdict::satisfied;
    }
    if (!any) {
        last_ = *kept;
        last_.order = CheckVerdict::not_applicable;
        last_.repeat = CheckVerdict::not_applicable;
        return last_;
    }
    return *kept;
}

const FlowVerdict& FlowJudge::remembered(std::span<const FlowRun> runs) {
    key_.clear();
    for (const FlowRun& each : runs) {
        key_.push_back(automaton_.symbol(each.run));
    }
    const auto found = variants_.find(key_);
    if (found != variants_.end()) {
        return found->second;
    }
    if (variants_.size() >= limits_.variants) {
        last_ = in_any_order(runs, OrderKnown::exact);
        return last_;
    }
    return variants_.emplace(key_, in_any_order(runs, OrderKnown::exact)).first->second;
}

FlowVerdict FlowJudge::explained(std::span<const FlowRun> runs) const {
    return FlowExplainer(*moves_, *paths_, needed(runs)).run(runs);
}

StepSet FlowJudge::needed(std::span<const FlowRun> runs) const {
    StepSet all = paths_->always();
    for (const FlowRun& each : runs) {
        all |= paths_->with(each.run.step);
    }
    for (const FlowRun& each : runs) {
        all.erase(each.run.step);
    }
    return all;
}

FlowAutomaton& FlowJudge::automaton_without(const StepSet& skipped) {
    constexpr std::size_t most = 64; // made anew past that: hostile logs miss steps in many ways
    if (others_.size() >= most && !others_.contains(skipped)) {
        others_.clear();
    }
    std::unique_ptr<FlowAutomaton>& made = others_[skipped];
    if (made == nullptr) {
        StepSet all = paths_->optional();
        all |= skipped;
        made = std::make_unique<FlowAutomaton>(*moves_, paths_->optional(), all, limits_);
    }
    return *made;
}

FlowVerdict FlowJudge::in_any_order(std::span<const FlowRun> runs, OrderKnown known) {
    const StepSet missing = needed(runs);
    FlowAutomaton* automaton = &automaton_;
    FlowOrders orders = try_orders(*automaton, runs, known, limits_);
    const bool passed = !orders.over && !orders.some && !missing.empty();
    if (passed) {
        automaton = &automaton_without(missing);
        orders = try_orders(*automaton, runs, known, limits_);
    }
    FlowVerdict verdict;
    if (orders.over) {
        verdict.missing = verdict.order = verdict.repeat = CheckVerdict::undecidable;
        verdict.why = CheckMissing::budget;
        verdict.standing.end = CaseEnd::unknown;
        return verdict;
    }
    if (!orders.some) {
        return explained(runs);
    }
    verdict.standing = standing_of(*automaton, orders.states);
    const CaseEnd end = verdict.standing.end;
    verdict.missing = end == CaseEnd::open    ? CheckVerdict::not_applicable
                      : !passed               ? CheckVerdict::satisfied
                      : end == CaseEnd::ended ? CheckVerdict::violated
                                              : CheckVerdict::undecidable;
    if (passed && end != CaseEnd::open) {
        verdict.missing_steps = missing.steps();
    }
    if (passed && end != CaseEnd::ended) {
        // In each order something ran before what still hasn't; the explanation says what.
        FlowVerdict told = explained(runs);
        told.missing = verdict.missing;
        told.missing_steps = std::move(verdict.missing_steps);
        told.standing = std::move(verdict.standing);
        told.why = CheckMissing::outcome;
        return told;
    }
    verdict.order = orders.all ? CheckVerdict::satisfied : CheckVerdict::undecidable;
    verdict.repeat = orders.all || !ran_twice(runs, moves_->step_count())
                         ? CheckVerdict::satisfied
                         : CheckVerdict::undecidable;
    verdict.why = orders.all ? CheckMissing::nothing : CheckMissing::precision;
    return verdict;
}

} // namespace tertib
