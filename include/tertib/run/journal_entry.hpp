// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/run/case_state_bytes.hpp"
#include "tertib/run/decide.hpp"
#include "tertib/run/event_bytes.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Cases without a store: the host keeps them in a database of its own, together with its own rows
/// and in its own transaction. Of each case it keeps the bytes of its state, and of each event the
/// three byte strings of a SealedEvent.
///
///     begin transaction
///     JournalEntry entry = enter(context, kept, command, salt);
///     if (entry.refusal) roll back, and tell message(*entry.refusal, Language::id)
///     add entry.sealed, put entry.kept in place of the old bytes, delete the body of entry.erased
///     commit
///
/// Whoever writes two entries of one case from the same bytes breaks its chain: read them within
/// the transaction, locked, or let (case, event number) be a unique key. Asking again after a
/// commit whose fate isn't known is the host's to make safe, by a key of its own.
///
/// Pure functions but for the salt; use them from any thread. Borrowed: what the context names.
namespace tertib {

/// What a command, or the clock, adds to a case; or the refusal, which changes nothing.
struct JournalEntry {
    std::optional<Finding> refusal;
    std::vector<Event> events;       ///< in order; none if refused, or if nothing fell due
    std::vector<SealedEvent> sealed; ///< of each of the events, the bytes to be kept
    CaseState after;                 ///< the case then
    /// What to keep of the case from now on: to_bytes() of it with its link. Without events, the
    /// bytes that were given.
    std::string kept;
    /// The number of an earlier event whose body is to be deleted with this; 0: none.
    std::uint64_t erased = 0;
    /// From when on the earliest deadline of the case counts as missed: it then wants
    /// enter_missed(). Nothing if none runs.
    std::optional<Instant> next_due;

    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// Judges the command by the case as it was kept, "" for one that isn't there yet. Throws what
/// decide() and kept_case() throw.
[[nodiscard]] JournalEntry enter(const CaseContext& context, std::string_view kept,
                                 const Command& command, const SaltSource& salt);
/// Records what fell due by `now`, as tick() finds it: however late it is called, each deadline
/// once. Throws Error(argument) for another calendar than the case's, and what kept_case() throws.
[[nodiscard]] JournalEntry enter_missed(const CaseContext& context, std::string_view kept,
                                        Instant now, const SaltSource& salt);

/// Reads what was kept of a case; "" gives a case that isn't there. Throws what case_from_bytes()
/// throws, Error(argument) for a case of another Sop, and Error(damaged) for one that can't stand
/// like that in this Sop: a place that it lacks.
[[nodiscard]] CaseSnapshot kept_case(const ReadySop& sop, std::string_view kept);

/// The lines of the entry's events in a journal's export ("tertib.journal/1"). They hold the
/// personal parts: to export later, make them anew from the bytes that are still there.
[[nodiscard]] std::string journal_lines(const JournalEntry& entry, Zone zone);

} // namespace tertib
