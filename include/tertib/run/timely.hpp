// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/decide.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// Each throws Error(argument) for a state that belongs to another Sop than the context's.
namespace tertib {

/// A deadline that runs: whose it is, and from when on it counts as missed (just after the instant,
/// or when the day of a waktu in days is over). Or the moment of a rule of the overrun policy.
struct RunningDeadline {
    Instant missed_from{};
    TaskId task;            ///< step "" for the whole case
    std::uint32_t rule = 0; ///< of the policy, from 1; 0: the deadline itself

    friend auto operator<=>(const RunningDeadline&, const RunningDeadline&) = default;
};

/// Every deadline of the case that runs and isn't recorded as missed, and every rule of the overrun
/// policy that is still to be followed for an open task as it stands, in order. A clock that stands
/// still has none.
[[nodiscard]] std::vector<RunningDeadline> running_deadlines(const CaseContext& context,
                                                             const CaseState& state);

/// The first moment at which a deadline of the case that still runs and isn't recorded as missed
/// counts as missed: just after the instant, or when the day of a waktu in days is over. Nothing if
/// there is none: the case needs no tick.
[[nodiscard]] std::optional<Instant> next_due(const CaseContext& context, const CaseState& state);

/// What fell due by `now` and isn't recorded yet: one event for each warning, each deadline that was
/// missed and each rule of the overrun policy, in the order (moment, task, rule). However late it is
/// called, each comes once; whether a rule is for a task is asked of the task as it stands then.
[[nodiscard]] std::vector<Event> tick(const CaseContext& context, const CaseState& state,
                                      Instant now);

/// A deadline under another calendar.
struct Recomputed {
    TaskId task; ///< step "" for the whole case
    std::optional<Instant> old_due;
    std::optional<Instant> new_due;

    friend bool operator==(const Recomputed&, const Recomputed&) = default;
};

/// A deadline that stays although it would be another, and why (DUE-KEPT: both are past).
struct KeptDue {
    Recomputed change;
    Finding why;

    friend bool operator==(const KeptDue&, const KeptDue&) = default;
};

/// Reckons all running deadlines of the case by the context's calendar, which may be another than
/// the case's. The judgement holds the event, or the refusal: DUE-BEFORE-NOW for a deadline that
/// would be missed by that alone, DUE-BEFORE-PROMISED for one that would be earlier than it is or
/// than it was first said to be (unless a reason is given). So a dry run is a call whose judgement
/// is dropped. A deadline that moves can be missed again.
struct Recompute {
    std::vector<Recomputed> changes; ///< those that move
    std::vector<KeptDue> kept;
    Judgement judgement;
};
[[nodiscard]] Recompute recompute(const CaseContext& context, const CaseState& state,
                                  const Command& command);

/// What a RecomputeCase would do: the dry run, by the same validator as decide(), whose judgement it
/// holds. `context.next_calendar` is the calendar to reckon by. Where a deadline is refused the
/// lists hold all the same what would become of each. Throws Error(argument) for a command that is
/// none to recompute, and as decide() does. Pure.
///
///     Recompute plan = plan_recompute(
///         {.sop = &sop, .calendar = &calendar, .next_calendar = &newer}, state, command);
[[nodiscard]] Recompute plan_recompute(const CaseContext& context, const CaseState& state,
                                       const Command& command);

} // namespace tertib
