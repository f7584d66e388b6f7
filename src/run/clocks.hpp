// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/case_state.hpp"
#include "tertib/run/decide.hpp"

#include <optional>
#include <vector>

namespace tertib {

/// When a step's waktu that began at `since` ends, with these stops; nothing if it names no time.
/// Throws Error(limit) beyond the days that are reckoned with.
[[nodiscard]] std::optional<Instant> task_due(const CaseContext& context, std::uint32_t step,
                                              Instant since, const std::vector<ClockStop>& stops);
/// The same for the deadline of the whole case.
[[nodiscard]] std::optional<Instant> service_due(const CaseContext& context, const Service& service,
                                                 Instant since,
                                                 const std::vector<ClockStop>& stops);

/// The stops of a clock that goes on at `until`, after standing still since `from`.
[[nodiscard]] std::vector<ClockStop> with_stop(const Clock& clock, Instant from, Instant until);

/// When a clock ends that goes on after standing still: as it is reckoned with its stops, and not
/// before it was to end until then, for a deadline may have been kept (due_change.hpp). One that ran
/// towards nothing goes on so.
[[nodiscard]] std::optional<Instant> due_going_on(const Clock& clock,
                                                  const std::optional<Instant>& reckoned);

/// The times for which the case stood still after that moment: those of a clock which begins then,
/// though it is recorded only now.
[[nodiscard]] std::vector<ClockStop> stops_since(const CaseState& state, Instant since);
/// The stop in the midst of which that moment lies, or nullptr: what can't be done while the clock
/// stands still didn't happen then. At its two ends it may have.
[[nodiscard]] const ClockStop* stop_around(const std::vector<ClockStop>& stops, Instant at);

/// From when on a deadline counts as missed: just after the instant, or when its day is over.
[[nodiscard]] Instant missed_from(const CaseContext& context, DueBy by, Instant due);
[[nodiscard]] DueBy service_due_by(const Service& service);

} // namespace tertib
