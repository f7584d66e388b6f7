// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/flow_automaton.hpp"
#include "tertib/check/evidence.hpp"

#include <cstdint>
#include <vector>

namespace tertib {

/// Something that the flow doesn't allow.
struct FlowDeviation {
    enum class Kind : std::uint8_t {
        order,  ///< it ran before `other` (no_step: the flow doesn't lead to it there)
        passed, ///< it ran though `other` never did
        repeat, ///< it ran again
    };
    Kind kind = Kind::order;
    std::uint32_t run = 0; ///< which of the runs
    std::uint32_t other_step = no_step;
    std::uint32_t other_run = no_row; ///< the first run of `other_step`, if it ran

    friend bool operator==(const FlowDeviation&, const FlowDeviation&) = default;
};

/// What the flow says of one case.
struct FlowVerdict {
    CheckVerdict missing = CheckVerdict::not_applicable; ///< STEP-MISSING
    CheckVerdict order = CheckVerdict::not_applicable;
    CheckVerdict repeat = CheckVerdict::not_applicable;
    CheckMissing why = CheckMissing::nothing; ///< of those that are undecidable
    std::vector<std::uint32_t> missing_steps; ///< that never ran and were needed, ascending
    std::vector<FlowDeviation> deviations;    ///< by run
    CaseStanding standing;
};

} // namespace tertib
