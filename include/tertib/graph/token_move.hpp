// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/net.hpp"
#include "tertib/graph/soundness.hpp"
#include "tertib/graph/step_graph.hpp"

#include <cstdint>
#include <optional>
#include <span>

namespace tertib {

/// Whether a token may be laid elsewhere: `fits` if the case could, by the flow as drawn, have come
/// to stand like that.
enum class TokenFit : std::uint8_t { fits, elsewhere, not_decided };

struct TokenMove {
    TokenFit fit = TokenFit::elsewhere;
    std::optional<EdgeIndex> edge; ///< where it lies then; nothing if the end consumed it
};

/// Asks whether the token on flow `from` of a case with tokens on the flows `marking` (ascending,
/// `from` among them) may be laid before the node `to`, a step or the end. It may where the marking
/// that results is one that the sound net can reach: so a token is never sent into another branch
/// of a parallel part, nor past a gateway where others wait for it, and the case can still finish.
///
///     move_token(graph, marking, held, graph.step_node(0), {}).fit == TokenFit::fits
///
/// Exact within the budget of markings; past it, a way between the two without split and gateway
/// still decides that it fits, and all else is `not_decided`. Pure.
[[nodiscard]] TokenMove move_token(const StepGraph& graph, std::span<const EdgeIndex> marking,
                                   EdgeIndex from, NodeIndex to,
                                   const SoundnessOptions& budget = {});

} // namespace tertib
