// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/soundness.hpp"
#include "tertib/graph/step_graph.hpp"
#include "tertib/graph/token_move.hpp"

#include <span>
#include <vector>

namespace tertib {

/// Where the tokens of a case lie together.
struct Landing {
    TokenFit fit = TokenFit::elsewhere;
    std::vector<EdgeIndex> edges; ///< one for each token, in their order, if it fits
};

/// Asks whether tokens may be laid, each on one of the flows that it may land on, so that the case
/// could by the flow as drawn have come to stand like that. Of several ways it is the first: an
/// earlier flow in a token's list is liked better, an earlier token's more than a later one's.
///
///     land_tokens(graph, {{edge_at(2), edge_at(5)}, {edge_at(3)}}).fit == TokenFit::fits
///
/// Exact within the budget of markings; past it what was found fits, and all else is `not_decided`.
/// Pure.
[[nodiscard]] Landing land_tokens(const StepGraph& graph,
                                  std::span<const std::vector<EdgeIndex>> tokens,
                                  const SoundnessOptions& budget = {});

} // namespace tertib
