// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/step_times.hpp"
#include "tertib/plan/plan.hpp"

#include <vector>

namespace tertib {

/// What a run takes of each pelaksana's time: one entry for each column, in order, then one for
/// steps without pelaksana if the run visits any. Throws Error(limit) where a sum is too large.
[[nodiscard]] std::vector<PlannedLoad> planned_load(const PlannedRun& run, const StepTimes& times,
                                                    Pace pace);

} // namespace tertib
