// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/flow_orders.hpp"
#include "check/flow_verdict.hpp"
#include "check/step_paths.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// Follows a case that doesn't fit, in the order of its stamps, and says where it leaves the flow
/// (see FlowJudge). `needed`: the steps that never ran and that every path that it can have taken
/// needs. For one case; borrows its arguments.
class FlowExplainer {
public:
    FlowExplainer(const FlowMoves& moves, const StepPaths& paths, const StepSet& needed);

    [[nodiscard]] FlowVerdict run(std::span<const FlowRun> runs);

private:
    void follow(std::uint32_t place);
    /// Where the case may be after the run if the steps are passed over; nothing if nowhere.
    [[nodiscard]] std::optional<PossiblePlaces> step_past(const StepSet& skipped, Run run);
    void deviate(FlowDeviation::Kind kind, std::uint32_t place, const StepSet& absent);
    [[nodiscard]] std::uint32_t nearest(const StepSet& steps, std::uint32_t step) const;
    void conclude();

    const FlowMoves* moves_;
    const StepPaths* paths_;
    const StepSet* needed_;
    std::span<const FlowRun> runs_;
    PossiblePlaces places_;
    StepSet ran_;    ///< before the run that is looked at
    StepSet later_;  ///< those that run after it for the first time
    StepSet passed_; ///< let pass once, so that their own late run is no second deviation
    std::uint32_t moved_ = no_step; ///< the step by whose run the tokens moved last
    bool over_ = false;
    FlowVerdict verdict_;
};

} // namespace tertib
