// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/decisions.hpp"
#include "plan/step_times.hpp"
#include "plan/token_game.hpp"
#include "tertib/graph/order.hpp"

#include <cstddef>
#include <cstdint>

namespace tertib {

/// Which run of all combinations of outcomes is looked for.
enum class Extreme : std::uint8_t { earliest, latest };

struct OutcomeLimits {
    std::size_t max_runs = 4'096;
    std::size_t max_tried_visits = 4'000'000;
};

struct OutcomeSearch {
    RunPolicy policy;
    bool every_outcome = true; ///< no other combination finishes earlier (later)
};

/// The outcomes with which a run finishes earliest or latest: tries each combination of the free
/// decisions that a run really meets. Of two that finish alike the one with fewer visits, then the
/// one whose outcomes come first in the document; a run that gets stuck only if all do. `main`
/// is tried whatever the limits say, its pace and rounds are kept.
///
/// With too many combinations a flow of a single token (no splits) is answered by its longest or
/// shortest way instead: exact where nothing is sent back and a later start is never due earlier.
[[nodiscard]] OutcomeSearch find_outcomes(TokenGame& game, const StepGraph& graph,
                                          const Order& order, const Decisions& decisions,
                                          const StepTimes& times, Instant start,
                                          const RunPolicy& main, Extreme extreme,
                                          const OutcomeLimits& limits);

} // namespace tertib
