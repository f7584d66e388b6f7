// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/documents.hpp"
#include "tertib/graph/dominators.hpp"
#include "tertib/graph/handover.hpp"
#include "tertib/graph/loops.hpp"
#include "tertib/graph/order.hpp"
#include "tertib/graph/reach.hpp"
#include "tertib/graph/soundness.hpp"
#include "tertib/graph/step_graph.hpp"

#include <vector>

namespace tertib {

struct GraphOptions {
    DocumentOptions documents;
    HandoverOptions handovers;
    SoundnessOptions soundness;
};

/// Everything that the graph of one Sop tells.
///
///     GraphFacts facts = analyse(sop);
///     facts.soundness.verdict;
///
/// Borrows the Sop through `graph`: keep it alive. Read it from any thread.
struct GraphFacts {
    StepGraph graph;
    Order order{};
    std::vector<Loop> loops{};
    Reachability reachability{};
    Dominators dominators{};      ///< from the start
    Dominators post_dominators{}; ///< towards the ends
    std::vector<NodeIndex> implicit_ends{};
    /// Steps on every way from start to an end, in document order. (In a parallel split a way
    /// follows one branch, so the steps of a branch are none of them though no case leaves them
    /// out.)
    std::vector<NodeIndex> mandatory{};
    Documents documents{};
    Handovers handovers{};
    Soundness soundness{};
};

[[nodiscard]] GraphFacts analyse(const Sop& sop, const GraphOptions& options = {});
GraphFacts analyse(Sop&&, const GraphOptions& = {}) = delete;

} // namespace tertib
