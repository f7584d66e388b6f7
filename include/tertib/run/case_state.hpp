// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/event.hpp"
#include "tertib/run/task.hpp"
#include "tertib/time/due.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Where a case stands. `none`: no event yet.
enum class CaseStatus : std::uint8_t { none, running, suspended, ended, cancelled };

/// A clock that runs in working time: when it began, when it stood still, when it ends.
struct Clock {
    Instant since{};
    std::vector<ClockStop> stops;         ///< over, in order
    std::optional<Instant> stopped_since; ///< it stands still now
    std::optional<Instant> due;           ///< by the calendar of the case; nothing if none follows
    std::optional<Instant> promised;      ///< the first `due` that was said
    bool overdue = false;                 ///< recorded as missed

    friend bool operator==(const Clock&, const Clock&) = default;
};

/// An open task of a case.
struct Task {
    std::uint32_t step = 0;   ///< place in Sop::steps()
    std::uint32_t number = 0; ///< which arrival at the step, from 1
    std::uint32_t flow = 0;   ///< the flow that its token lies on: place in Sop::flow()
    TaskState state = TaskState::ready;
    std::string holder;             ///< who has it; "" if nobody, or if the name was erased
    std::string holder_as;          ///< for whose post
    std::uint64_t holder_event = 0; ///< the event whose body names the holder, 0 if none
    std::string pelaksana;          ///< to whose post it was reassigned, "" for the step's own
    bool stops_service = false; ///< while it waits, the clock of the whole case stands still too
    Clock clock;
    std::vector<std::string> done_by; ///< posts that completed it, where all of them must
    std::vector<std::uint32_t>
        rules; ///< of the overrun policy that were followed, from 1, ascending
    std::vector<std::string> escalated_to; ///< posts that may do it as well

    friend bool operator==(const Task&, const Task&) = default;
};

/// What is known of a step in this case beside its open tasks.
struct StepRecord {
    std::uint32_t arrivals = 0;
    std::uint32_t completions = 0;
    std::uint32_t skips = 0;
    std::vector<std::uint32_t> produk; ///< delivered: places in the step's list, ascending

    friend bool operator==(const StepRecord&, const StepRecord&) = default;
};

/// The deadline of the whole case.
struct Service {
    std::string waktu; ///< "" if none was set
    std::string dasar;
    bool accepted = false; ///< berkas lengkap: the clock runs
    Clock clock;

    friend bool operator==(const Service&, const Service&) = default;
};

/// One case as its events have made it. A plain value whose size depends on the Sop and on what is
/// open, not on how long the case has been running. Places are those of the Sop with `sop_digest`.
struct CaseState {
    CaseStatus status = CaseStatus::none;
    std::string id;
    std::string sop_digest;
    std::string calendar; ///< Calendar::label()
    std::string calendar_digest;
    std::string policy_digest; ///< of the overrun policy, "" if there is none
    std::uint64_t events = 0;  ///< how many were applied
    Instant started{};
    Instant recorded{};                   ///< of the last event
    std::string result;                   ///< how it ended
    std::optional<Instant> stopped_since; ///< suspended or cancelled since
    std::vector<ClockStop> stops;         ///< times of it that are over, as they were recorded
    Service service;
    std::vector<Task> tasks;         ///< open, by step and number
    std::vector<ParkedToken> parked; ///< before gateways, ascending
    std::vector<StepRecord> steps;   ///< one for each of the Sop

    friend bool operator==(const CaseState&, const CaseState&) = default;
};

/// The names used in JSON and SQL: "none", "running", "suspended", "ended", "cancelled".
[[nodiscard]] std::string_view name(CaseStatus status) noexcept;

} // namespace tertib
