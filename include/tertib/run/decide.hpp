// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/roster.hpp"
#include "tertib/run/case_state.hpp"
#include "tertib/run/command.hpp"
#include "tertib/run/event.hpp"
#include "tertib/run/office_state.hpp"
#include "tertib/run/overrun_policy.hpp"
#include "tertib/run/ready_sop.hpp"
#include "tertib/time/calendar.hpp"

#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// What a command is judged by. Borrowed: all must outlive the call.
struct CaseContext {
    const ReadySop* sop = nullptr;
    const Calendar* calendar = nullptr;
    const Roster* roster = nullptr; ///< nullptr: nobody's post is verified
    /// What is done about overruns: given when the case starts, the same ever after. nullptr: nothing
    /// but to record missed deadlines. Only start, tick and the lists of deadlines look at it.
    const OverrunPolicy* policy = nullptr;
    const Calendar* next_calendar = nullptr; ///< recompute: the newer one
    const ReadySop* next_sop = nullptr;      ///< migrate: the version to come to
    /// Of the office, by digest: a case begins, or migrates to, only a version in force. One of which nothing was
    /// decided, or none at all: nothing says otherwise.
    std::span<const SopVersion> versions{};
};

/// Events, or the one reason why not. A refusal's code is stable and its text is in the catalogue
/// (message()); it changes nothing.
struct Judgement {
    std::vector<Event> events;
    std::optional<Finding> refusal;

    [[nodiscard]] bool refused() const noexcept { return refusal.has_value(); }
    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// Judges a command. Pure: the same context, state and command give the same answer everywhere.
///
///     Judgement judgement = decide({&sop, &calendar}, state, command);
///     if (!judgement.refused())
///         for (const Event& event : judgement.events)
///             state = apply(sop, std::move(state), event);
///
/// The event of a migration is applied with the version that it comes to: sop_digest_for().
/// The state of a case that isn't there yet is CaseState{}. Throws Error(argument) for a state that
/// belongs to another case than the command's, or another Sop or calendar than the context's, and Error(limit) where a deadline would
/// lie beyond the days that are reckoned with.
[[nodiscard]] Judgement decide(const CaseContext& context, const CaseState& state,
                               const Command& command);

} // namespace tertib
