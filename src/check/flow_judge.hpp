// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/flow_automaton.hpp"
#include "check/flow_orders.hpp"
#include "check/flow_verdict.hpp"
#include "check/step_paths.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <span>
#include <vector>

namespace tertib {

/// Judges the order of steps in one version of an SOP. A case that fits costs a look-up an event;
/// of others the answer is remembered for all cases with the same steps in the same order.
///
/// A case violates ORDER only if no order of its runs that their stamps allow fits the flow, where
/// what never ran but was needed is passed over (that is STEP-MISSING's). The explanation follows
/// the case in the order of its stamps: what can't run yet is let run (ORDER, naming the nearest
/// step that should have come before), what can't run again is left out (REPEAT).
///
/// For one thread at a time. Borrows its arguments.
class FlowJudge {
public:
    FlowJudge(const FlowMoves& moves, const StepPaths& paths, const FlowLimits& limits);

    /// `runs` are sorted by first instant. What is returned lives until the next call.
    [[nodiscard]] const FlowVerdict& judge(std::span<const FlowRun> runs, OrderKnown known);

private:
    [[nodiscard]] const FlowVerdict& fitting(std::uint32_t state, bool any);
    [[nodiscard]] const FlowVerdict& remembered(std::span<const FlowRun> runs);
    [[nodiscard]] FlowVerdict explained(std::span<const FlowRun> runs) const;
    [[nodiscard]] FlowVerdict in_any_order(std::span<const FlowRun> runs, OrderKnown known);
    [[nodiscard]] StepSet needed(std::span<const FlowRun> runs) const;
    [[nodiscard]] FlowAutomaton& automaton_without(const StepSet& skipped);

    const FlowMoves* moves_;
    const StepPaths* paths_;
    FlowLimits limits_;
    FlowAutomaton automaton_;                           ///< with the optional steps passed over
    std::vector<std::unique_ptr<FlowVerdict>> fitting_; ///< by state of it
    std::map<std::vector<std::uint32_t>, FlowVerdict> variants_;
    std::map<StepSet, std::unique_ptr<FlowAutomaton>> others_;
    std::vector<std::uint32_t> key_;
    FlowVerdict last_;
};

} // namespace tertib
