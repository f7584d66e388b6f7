// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/step_set.hpp"
#include "tertib/graph/step_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// Where a case's tokens lie: flows of the step graph, ascending; a flow twice if two lie on it.
using TokenPlaces = std::vector<std::uint32_t>;
/// All that a case may have come to, ascending and all different. Empty: it can't have got here.
using PossiblePlaces = std::vector<TokenPlaces>;

/// What ran: a step, and by which flow it was left where a decision's outcome is known.
struct Run {
    std::uint32_t step = 0;
    std::uint32_t exit = no_exit; ///< EdgeIndex

    static constexpr std::uint32_t no_exit = UINT32_MAX;
};

struct FlowLimits {
    std::size_t tokens = 64;        ///< of one case at a time
    std::size_t places = 4'096;     ///< in one PossiblePlaces
    std::size_t states = 20'000;    ///< of an automaton
    std::size_t orders = 20'000;    ///< tried for steps whose order isn't known
    std::size_t variants = 100'000; ///< remembered
};

/// The token game of a step graph, one observed step at a time. Tokens that lie before the end or
/// before a gateway which can fire are moved at once: nobody has to do anything there. Functions
/// that would pass a limit give nothing.
///
/// Borrows the graph. Immutable; any thread.
class FlowMoves {
public:
    FlowMoves(const StepGraph& graph, const FlowLimits& limits);

    [[nodiscard]] std::size_t step_count() const noexcept { return steps_; }
    [[nodiscard]] std::size_t edge_count() const noexcept { return graph_->edge_count(); }
    /// What a case may have come to when nothing ran yet.
    [[nodiscard]] std::optional<PossiblePlaces> first() const;
    /// After the step ran; empty if it couldn't.
    [[nodiscard]] std::optional<PossiblePlaces> after(const PossiblePlaces& from, Run run) const;
    /// With all that can be come to when steps of the set are passed over without running.
    [[nodiscard]] std::optional<PossiblePlaces> passing(PossiblePlaces from,
                                                        const StepSet& skipped) const;
    /// The steps before which a token lies, ascending and all different.
    [[nodiscard]] std::vector<std::uint32_t> waiting(const TokenPlaces& places) const;

private:
    /// Every result of a step's running on the token at `token`; false past a limit.
    [[nodiscard]] bool fire(const TokenPlaces& from, std::size_t token, std::uint32_t exit,
                            PossiblePlaces& into) const;
    [[nodiscard]] bool settle(TokenPlaces places, PossiblePlaces& into) const;
    [[nodiscard]] bool join(TokenPlaces& places) const;
    [[nodiscard]] std::optional<PossiblePlaces> sorted(PossiblePlaces places) const;

    const StepGraph* graph_;
    FlowLimits limits_;
    std::size_t steps_;
    std::vector<NodeIndex> target_; ///< by edge
    std::vector<NodeIndex> gateways_;
};

} // namespace tertib
