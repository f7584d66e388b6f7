// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/timely.hpp"

#include <optional>
#include <string>

namespace tertib {

/// What deadlines are judged by when they are reckoned anew.
struct DueGround {
    Instant now{};
    Zone zone;
    bool reasoned = false; ///< somebody says why
};

/// Takes a deadline that was reckoned anew into the list of those that move or stay, or answers why
/// it may do neither. `clock` is the one it belongs to, `due` what it would become.
[[nodiscard]] std::optional<Finding> take_due(const DueGround& ground, const std::string& name,
                                              const TaskId& task, const Clock& clock,
                                              std::optional<Instant> due, Recompute& result);

/// Reckons all running deadlines of a case by the context's calendar: fills the lists, and the
/// refusal if there is one. A deadline that is refused stands among the changes. One for which the
/// calendars don't differ isn't touched, though it may have been kept from another; `older` is the
/// case's calendar, nullptr if it isn't known.
void reckon_anew(const CaseContext& context, const CaseState& state, const Command& command,
                 const Calendar* older, Recompute& result);

} // namespace tertib
