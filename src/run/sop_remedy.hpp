// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/soundness.hpp"
#include "tertib/model/overlay.hpp"

#include <optional>
#include <string>

namespace tertib {

/// The smallest change of the flow, among those that are tried, after which it is sound: a step
/// taken into the way past it, a way to the end, the flow around a gateway that waits in vain, or a
/// gateway where branches meet. Nothing where none of them helps, or the Sop is too big to try.
/// The names of new outcomes are a proposal: what an office calls them, only it knows.
[[nodiscard]] std::optional<Overlay> find_flow_remedy(const Sop& sop,
                                                      const SoundnessOptions& budget);

/// Whether a node that chooses has two flows of one outcome, so that naming it doesn't tell where
/// the work goes: "2 [Ya → 3, 4]", "" if there is none.
[[nodiscard]] std::string ambiguous_choices(const StepGraph& graph);

} // namespace tertib
