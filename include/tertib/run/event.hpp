// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/command.hpp"
#include "tertib/run/task.hpp"
#include "tertib/time/due.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// What happened. The numbers are part of the journal's bytes (docs/journal.md): never changed,
/// never used again.
enum class EventKind : std::uint8_t {
    started = 1,
    accepted = 2,
    claimed = 3,
    released = 4,
    completed = 5,
    returned = 6,
    waiting = 7,
    resumed = 8,
    reassigned = 9,
    skipped = 10,
    annotated = 11,
    attached = 12,
    suspended = 13,
    cancelled = 14,
    reopened = 15,
    overdue = 16,         ///< a task's deadline has passed
    service_overdue = 17, ///< the deadline of the whole case has passed
    recomputed = 18,      ///< deadlines under a newer calendar
    erased = 19,          ///< the personal part of an earlier event was erased
    migrated = 20,        ///< the case goes on by another version of its Sop
    warned = 21,          ///< a rule of the overrun policy: only recorded
    escalated = 22,       ///< a rule of the overrun policy: another post may do the task as well
};
inline constexpr EventKind last_event_kind = EventKind::escalated;

/// How far it is known that the actor may act for the post. Numbers as in the journal.
enum class Standing : std::uint8_t {
    none = 0,       ///< nobody acted: the clock did (overdue)
    unverified = 1, ///< no roster says who holds the post: what the actor said was taken
    definitive = 2,
    plt = 3,
    plh = 4,
    an = 5,
    ub = 6,
};

/// A task that an event opens.
struct OpenedTask {
    TaskId id;
    std::uint32_t flow = 0;     ///< the flow its token came by: place in Sop::flow()
    Instant since{};            ///< when the token arrived
    std::optional<Instant> due; ///< nothing if the step's waktu names no time

    friend bool operator==(const OpenedTask&, const OpenedTask&) = default;
};

/// A token that waits before a gateway.
struct ParkedToken {
    std::uint32_t flow = 0; ///< place in Sop::flow()
    Instant since{};

    friend auto operator<=>(const ParkedToken&, const ParkedToken&) = default;
};

/// An open task in another version of the Sop.
struct MovedTask {
    TaskId from;
    std::uint32_t place = 0;          ///< of its step in the old version's steps
    TaskId to;                        ///< step "": its token is taken away
    std::uint32_t flow = 0;           ///< on which its token lies then
    bool let_go = false;              ///< nobody has it any more
    std::string pelaksana;            ///< to whose post it stays reassigned
    std::vector<std::string> done_by; ///< posts whose part stays done

    friend bool operator==(const MovedTask&, const MovedTask&) = default;
};

/// What is known of a step of the new version from before: see StepRecord.
struct MovedRecord {
    std::uint32_t step = 0; ///< place in the new version's steps
    std::uint32_t arrivals = 0;
    std::uint32_t completions = 0;
    std::uint32_t skips = 0;
    std::vector<std::uint32_t> produk; ///< places in the new step's list, ascending

    friend bool operator==(const MovedRecord&, const MovedRecord&) = default;
};

/// A deadline that an event sets anew; of the whole case where `task.step` is "".
struct ChangedDue {
    TaskId task;
    std::optional<Instant> due;

    friend bool operator==(const ChangedDue&, const ChangedDue&) = default;
};

/// The part of an event that can be erased: names of people and whatever they wrote freely.
struct EventBody {
    std::string person;    ///< who acted
    std::string recipient; ///< to whom a task was given
    std::string reason;
    std::string excuse;
    std::string note;
    std::string evidence;
    std::string location;

    [[nodiscard]] bool empty() const noexcept { return *this == EventBody{}; }
    friend bool operator==(const EventBody&, const EventBody&) = default;
};

/// One fact in a case's journal, with all that follows from it, so that a state is made from events
/// alone. A plain value; members that don't belong to its kind are empty.
struct Event {
    std::string case_id;
    std::uint64_t number = 0; ///< in the case, from 1
    EventKind kind = EventKind::started;
    Instant recorded{};
    Instant happened{};
    std::string as; ///< the pelaksana for whom the actor acted
    Standing standing = Standing::none;
    std::string surat; ///< the letter by which somebody acts for the holder
    TaskId task;       ///< step "" for the whole case

    std::vector<OpenedTask> opened;
    std::vector<ParkedToken> parked;     ///< tokens laid before gateways
    std::vector<std::uint32_t> released; ///< flows whose waiting tokens went on
    std::vector<ChangedDue> dues;
    bool ends_case = false; ///< no token is left
    bool partial = false;   ///< completed: others of the step's pelaksana still have to

    std::string sop_digest;      ///< started, migrated
    std::string calendar;        ///< started, recomputed: Calendar::label()
    std::string calendar_digest; ///< started, recomputed
    std::string waktu;           ///< started: of the whole case
    std::string dasar;
    std::string outcome;                ///< completed, skipped
    std::string target;                 ///< completed where not drawn, returned: step or "end"
    std::vector<std::uint32_t> produk;  ///< completed: places in the step's list
    std::vector<std::uint32_t> missing; ///< completed: places in the step's kelengkapan
    std::string result;                 ///< how the case ended
    std::string pelaksana; ///< reassigned, escalated: to whose post, "" for the step's own
    WaitScope scope = WaitScope::task;
    ResumeWith with = ResumeWith::rest;
    WorkDone work = WorkDone::kept;
    bool open_to_all = false; ///< the step's pelaksana is unknown, and the options let anybody
    bool given = false;       ///< reassigned: to one person, whom the body names
    std::string media_type;   ///< attached
    std::uint64_t size = 0;
    std::string sha256;
    std::uint64_t about = 0;          ///< erased: the number of the event whose body went
    std::string policy_digest;        ///< started: of the overrun policy
    std::uint32_t rule = 0;           ///< of the policy, from 1, that the clock followed
    std::vector<MovedTask> moved;     ///< migrated: every open task, in the state's order
    std::vector<MovedRecord> records; ///< migrated: every step with a past, ascending

    EventBody body;

    friend bool operator==(const Event&, const Event&) = default;
};

/// The names used in JSON and SQL: "started", "accepted" …; "none", "unverified", "definitive" ….
[[nodiscard]] std::string_view name(EventKind kind) noexcept;
[[nodiscard]] std::string_view name(Standing standing) noexcept;

} // namespace tertib
