// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/digest.hpp"
#include "tertib/run/case_state_bytes.hpp"
#include "tertib/run/event.hpp"
#include "tertib/run/ready_sop.hpp"
#include "tertib/store/store.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// An event of a journal that was played again, and what it led to.
struct ReplayedEvent {
    std::int64_t row = 0;     ///< its line in the export, from 1
    std::string case_id;      ///< or office_id
    std::uint64_t number = 0; ///< in the case, from 1
    Sha256 hash{};            ///< its link
    /// Digest of the bytes of the case's state after it (to_bytes); zeros for the office's events.
    Sha256 state{};

    friend bool operator==(const ReplayedEvent&, const ReplayedEvent&) = default;
};

/// A recorded journal, played again: two that are equal led through the same states. A plain value.
///
///     JournalReplay was = replay_journal(recorded, sops_of(store));
///     was.cases.at("K-1").state.status;          // where each case ended up
///     for (const ReplayDifference& each : compare(was, store)) …
struct JournalReplay {
    std::vector<ReplayedEvent> events; ///< in the order of the lines
    std::map<std::string, CaseSnapshot, std::less<>> cases;
    StoredOffice office; ///< what the office had decided in the end

    friend bool operator==(const JournalReplay&, const JournalReplay&) = default;
};

/// The Sop of a digest, ready to run; nullptr if there is none.
using SopSource = std::function<std::shared_ptr<const ReadySop>(std::string_view digest)>;
/// Those registered in the store, which must outlive it.
[[nodiscard]] SopSource sops_of(Store& store);

struct ReplayOptions {
    std::size_t max_events = 1'000'000;
    /// Told of each event of a case and the state that it led to.
    std::function<void(const Event& event, const CaseState& state)> visit;
};

/// Plays an exported journal ("tertib.journal/1", docs/journal.md: one event a line, those of a
/// case in order) into states. Every link and every body is checked on the way. Throws Error that
/// begins with the line ("line 17: …", also in its position): format for a line that is none,
/// damaged for an event that isn't linked to the one before or can't follow it, or whose body is
/// neither there nor erased, argument for an Sop that isn't given, limit past max_events. Pure.
[[nodiscard]] JournalReplay replay_journal(std::string_view journal, const SopSource& sops,
                                           const ReplayOptions& options = {});

/// Where a store says something else than a journal.
struct ReplayDifference {
    std::int64_t row = 0; ///< the first line that differs; 0 where the journal has none
    std::string case_id;
    std::uint64_t number = 0; ///< of the event; 0 for the state of the case
    std::string detail;       ///< one line, in English

    friend bool operator==(const ReplayDifference&, const ReplayDifference&) = default;
};

/// The first difference of each case and of the office, by case: events by their links, then the
/// state that the store keeps. None if the store holds just what was recorded.
[[nodiscard]] std::vector<ReplayDifference> compare(const JournalReplay& replay, Store& store);

/// The journal of the office and of all cases in the store as it is exported, instants on the clock
/// of each case's calendar, the office's in WIB: to be kept beside a test, or played again.
[[nodiscard]] std::string record_journal(Store& store);

} // namespace tertib
