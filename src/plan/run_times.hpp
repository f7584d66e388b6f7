// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/step_times.hpp"
#include "plan/token_game.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/plan/plan.hpp"

namespace tertib {

/// The run that a game just played, with its latest times: from the finish back, what may begin how
/// late so that nothing after it begins later than it may.
[[nodiscard]] PlannedRun planned_run(const TokenGame& game, const PlayedRun& played,
                                     const StepGraph& graph, const StepTimes& times, RunKind kind,
                                     Pace pace, Instant start);

} // namespace tertib
