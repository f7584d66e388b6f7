// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/event_log.hpp"
#include "tertib/log/log_builder.hpp"
#include "tertib/log/log_map.hpp"
#include "tertib/store/journal_import.hpp"
#include "tertib/store/store.hpp"

#include <cstdint>
#include <string_view>

/// One's own journal as an event log, so that live cases are looked at, checked and aligned like
/// those of any other office.
///
///     JournalLog own = journal_log(store);
///     LogInfo info = make_log_info(own.log, {});
///
/// A completed step is a row: its activity is the step's key, its start when the task was claimed
/// last (if it was), resource who completed it, role for whose post ("Plh. Kepala" for an acting
/// officer), and the outcome. A task that is claimed and not completed is a row without completion,
/// at the end of its case. Any other row's activity is "@" and the name of its kind of event
/// ("@waiting"). Beside these there are the columns tertib:task ("3#2"), tertib:standing,
/// tertib:surat (the letter of an acting officer) and tertib:recorded (where that is another moment
/// than the one at which it happened); of cases tertib:sop (the digest) and tertib:result. What was
/// erased is missing. It names people: personal data.
///
/// A wait is of one task, but a log has but one clock a case: its rows don't say which clocks stop.
namespace tertib {

/// Which events of a journal become rows.
enum class JournalRows : std::uint8_t {
    steps,           ///< steps that were completed or are in hand: for alignments
    steps_and_stops, ///< and a case's start, the stops of clocks and their ends: for checks
    all,             ///< and every other event but claims, which are the starts of steps
};

struct JournalLogOptions {
    JournalRows rows = JournalRows::steps_and_stops;
    Zone zone; ///< on whose clock stamps are shown
    LogLimits limits;
};

struct JournalLog {
    EventLog log;
    /// journal_map(), and as its people who held which post: what the office decided, and for other
    /// acting officers the days from their first to their last event, with the letter.
    LogMap map;
};

/// Which activities of a journal's log stop a clock, which let it go on, and which are no step.
[[nodiscard]] LogMap journal_map();

/// The log of all cases of a store, as of one moment. Throws Error(damaged) for an event that isn't
/// linked to the one before or can't be read, Error(limit) past a limit, and what the store throws.
[[nodiscard]] JournalLog journal_log(Store& store, const JournalLogOptions& options = {});

/// The log of an exported journal: of a store's export, or the event lines of one or several cases.
/// Links and bodies are checked; whether the export is whole only where its last line says so.
/// Throws, with the row in the position, Error(format) for a line that is none and for a store's
/// export that ends early, Error(damaged) for one that was changed or whose cases don't stand
/// together, Error(limit) past a limit.
[[nodiscard]] JournalLog read_journal_log(const LineSource& next,
                                          const JournalLogOptions& options = {});

/// Whether bytes begin like an exported journal: the readers of other logs would take it for a table.
[[nodiscard]] bool is_journal(std::string_view front) noexcept;

} // namespace tertib
