// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/case_state.hpp"
#include "tertib/run/event.hpp"
#include "tertib/run/ready_sop.hpp"

#include <string>

namespace tertib {

/// The state after the event, made of the one before it; pure. An event whose body was erased leaves
/// the names empty. Throws Error(format) for an event that can't follow this state (a number out of
/// turn, a task that isn't open, a step or flow that the Sop lacks): a journal that was damaged.
/// `sop` is the one of sop_digest_for().
[[nodiscard]] CaseState apply(const ReadySop& sop, CaseState&& state, const Event& event);
/// The same of a copy, where the state before is still needed.
[[nodiscard]] inline CaseState apply(const ReadySop& sop, const CaseState& state,
                                     const Event& event) {
    return apply(sop, CaseState(state), event);
}

/// The digest of the Sop that apply() needs for the event: that by which the case runs, or the one
/// that the event names (started, migrated).
[[nodiscard]] const std::string& sop_digest_for(const CaseState& state,
                                                const Event& event) noexcept;

} // namespace tertib
