// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/step_set.hpp"
#include "tertib/graph/step_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tertib {

/// What the flow says of every run of an Sop to its end, by step: which steps have run before this
/// one can run for the first time, and which run in every case in which it does. Gateways join (all branches have run), a
/// step with several ways in merges (one of them has). Steps that the Sop calls optional are
/// neither.
///
///     StepPaths paths(graph);
///     paths.before(5).contains(2);   // wherever 5 runs, 2 has run before
///
/// The largest sets that the flow's equations allow (as for dominators, with parallel branches).
/// Costs edges × steps / 64 words a round; few rounds. Immutable.
class StepPaths {
public:
    explicit StepPaths(const StepGraph& graph);

    [[nodiscard]] const StepSet& before(std::size_t step) const { return before_[step]; }
    /// It may be among them itself.
    [[nodiscard]] const StepSet& with(std::size_t step) const { return with_[step]; }
    /// What runs in every case.
    [[nodiscard]] const StepSet& always() const noexcept { return always_; }
    [[nodiscard]] const StepSet& optional() const noexcept { return optional_; }
    /// The steps from which work comes straight to this one, through gateways; ascending.
    [[nodiscard]] std::span<const std::uint32_t> sources(std::size_t step) const {
        return std::span(sources_).subspan(source_begin_[step],
                                           source_begin_[step + 1] - source_begin_[step]);
    }
    /// Whether work can come to it straight from the case's start.
    [[nodiscard]] bool from_start(std::size_t step) const { return from_start_.contains(step); }

private:
    [[nodiscard]] std::vector<StepSet> sets_before(const StepGraph& graph) const;
    [[nodiscard]] std::vector<StepSet> sets_after(const StepGraph& graph) const;
    void find_sets(const StepGraph& graph);
    void find_sources(const StepGraph& graph);

    std::vector<StepSet> before_;
    std::vector<StepSet> with_;
    StepSet always_;
    StepSet optional_;
    StepSet from_start_;
    std::vector<std::uint32_t> source_begin_;
    std::vector<std::uint32_t> sources_;
};

} // namespace tertib
