// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/run/office_command.hpp"
#include "tertib/run/office_event.hpp"
#include "tertib/run/office_state.hpp"
#include "tertib/time/instant.hpp"

#include <optional>

namespace tertib {

/// What a command of the office is judged by. Borrowed: it must outlive the call.
struct OfficeContext {
    Zone zone;                      ///< the office's clock: it tells the day
    const Roster* roster = nullptr; ///< who may act for a post; nullptr: nobody is verified
};

/// The event, or the one reason why not. A refusal's code is stable and its text is in the
/// catalogue (message()); it changes nothing.
struct OfficeJudgement {
    std::optional<OfficeEvent> event;
    std::optional<Finding> refusal;

    [[nodiscard]] bool refused() const noexcept { return refusal.has_value(); }
    friend bool operator==(const OfficeJudgement&, const OfficeJudgement&) = default;
};

/// Judges a command of the office. Pure: the same context, state and command give the same answer
/// everywhere.
///
///     Roster roster = roster_of(state);
///     OfficeJudgement judgement = decide({.zone = wib(), .roster = &roster}, state, command);
///     if (judgement.event) state = apply(std::move(state), *judgement.event);
///
/// Before a version is put in force or takes another's place, see run/revision.hpp for the cases
/// that it touches.
[[nodiscard]] OfficeJudgement decide(const OfficeContext& context, const OfficeState& state,
                                     const OfficeCommand& command);

} // namespace tertib
