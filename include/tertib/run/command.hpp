// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/task.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tertib {

/// Who asks, and for which pelaksana's post. Both may be "" where nobody needs to be named (tick).
struct Actor {
    std::string person;
    std::string as; ///< a pelaksana's name, compared folded

    friend bool operator==(const Actor&, const Actor&) = default;
};

/// A step's key ("3", its one open task is meant) or a task ("3#2"). A step whose key itself looks
/// like a task is taken as the step.
using TaskName = std::string;

/// Opens the case.
struct StartCase {
    /// The service deadline of the whole case, counted from `accept`, with `Command::dasar` for
    /// what it rests on; "": the total that the SOP states, if any.
    std::string waktu;
    std::string outcome; ///< where the flow begins with a choice

    friend bool operator==(const StartCase&, const StartCase&) = default;
};
/// Berkas lengkap: the service deadline starts.
struct AcceptCase {
    friend bool operator==(const AcceptCase&, const AcceptCase&) = default;
};
struct ClaimTask {
    TaskName task;

    friend bool operator==(const ClaimTask&, const ClaimTask&) = default;
};
struct ReleaseTask {
    TaskName task;

    friend bool operator==(const ReleaseTask&, const ReleaseTask&) = default;
};
struct CompleteTask {
    TaskName task;
    std::vector<std::string> produk;   ///< those delivered, as the step names them, compared folded
    std::string outcome;               ///< of a decision
    std::optional<std::string> target; ///< a step's key or "end", for an outcome that isn't drawn
    std::vector<std::string> missing;  ///< kelengkapan from outside that aren't there
    std::string excuse;                ///< why it is done although a kelengkapan is missing
    std::string result;                ///< how the case ended, if it ends now: "diterbitkan"

    friend bool operator==(const CompleteTask&, const CompleteTask&) = default;
};
struct ReturnTask {
    TaskName task;
    std::string target; ///< the earlier step's key

    friend bool operator==(const ReturnTask&, const ReturnTask&) = default;
};
/// Which clocks a wait stops.
enum class WaitScope : std::uint8_t { task, task_and_service };
struct WaitTask {
    TaskName task;
    WaitScope scope = WaitScope::task;

    friend bool operator==(const WaitTask&, const WaitTask&) = default;
};
/// Whether a clock goes on with what was left, or its whole waktu begins again.
enum class ResumeWith : std::uint8_t { rest, whole };
struct ResumeTask {
    TaskName task;
    ResumeWith with = ResumeWith::rest; ///< whole: `Command::dasar` must say on what basis

    friend bool operator==(const ResumeTask&, const ResumeTask&) = default;
};
/// Whether the one who had the task keeps counting as having worked on it.
enum class WorkDone : std::uint8_t { kept, discarded };
struct ReassignTask {
    TaskName task;
    std::string person;    ///< "": to whoever of the pelaksana takes it
    std::string pelaksana; ///< "": the step's own
    WorkDone work = WorkDone::kept;

    friend bool operator==(const ReassignTask&, const ReassignTask&) = default;
};
/// Leaves a step out. One that isn't optional needs a reason and `Command::dasar`.
struct SkipTask {
    TaskName task;
    std::string outcome; ///< of a decision

    friend bool operator==(const SkipTask&, const SkipTask&) = default;
};
struct Annotate {
    TaskName task; ///< "": the case
    std::string note;

    friend bool operator==(const Annotate&, const Annotate&) = default;
};
/// Evidence: what it is and where it lies. The file itself stays where it is.
struct Attach {
    TaskName task; ///< "": the case
    std::string evidence;
    std::string media_type;
    std::uint64_t size = 0; ///< in bytes
    std::string sha256;     ///< 64 hexadecimal digits
    std::string location;

    friend bool operator==(const Attach&, const Attach&) = default;
};
struct SuspendCase {
    friend bool operator==(const SuspendCase&, const SuspendCase&) = default;
};
struct CancelCase {
    friend bool operator==(const CancelCase&, const CancelCase&) = default;
};
/// Goes on with a suspended or cancelled case; the time between is a stop of all its clocks.
struct ReopenCase {
    friend bool operator==(const ReopenCase&, const ReopenCase&) = default;
};
/// Erases the personal part of an earlier event; `Command::dasar` must say on what basis.
struct EraseBody {
    std::uint64_t event = 0; ///< its number in the case

    friend bool operator==(const EraseBody&, const EraseBody&) = default;
};

/// Deadlines by a newer calendar, which comes with the context.
struct RecomputeCase {
    friend bool operator==(const RecomputeCase&, const RecomputeCase&) = default;
};
/// Goes on by another version of the Sop, which comes with the context.
struct MigrateCase {
    /// Old step → the step of the new version that stands for it, or "end" where its work is taken
    /// away. Steps that aren't named: the one of the same key and uraian.
    std::map<std::string, std::string> steps;

    friend bool operator==(const MigrateCase&, const MigrateCase&) = default;
};

using Action =
    std::variant<StartCase, AcceptCase, ClaimTask, ReleaseTask, CompleteTask, ReturnTask, WaitTask,
                 ResumeTask, ReassignTask, SkipTask, Annotate, Attach, SuspendCase, CancelCase,
                 ReopenCase, EraseBody, RecomputeCase, MigrateCase>;

/// What somebody wants done with a case. A plain value.
///
///     Command command{.case_id = "2025-17", .by = {"Ani", "Kadis"}, .now = now,
///                     .action = CompleteTask{.task = "3", .produk = {"Laporan"}}};
struct Command {
    std::string case_id;
    Actor by;
    Instant now{};             ///< when it is recorded
    std::optional<Instant> at; ///< when it happened, not after now; nothing: now
    std::string reason;
    std::string dasar; ///< the letter or rule that it rests on, where one is needed
    Action action;

    friend bool operator==(const Command&, const Command&) = default;
};

/// The verb that a person types: "start", "accept", "claim" … "return" … "erase", "recompute", "migrate".
[[nodiscard]] std::string_view verb(const Action& action) noexcept;

/// The names used in JSON: "task", "task_and_service"; "rest", "whole"; "kept", "discarded".
[[nodiscard]] std::string_view name(WaitScope scope) noexcept;
[[nodiscard]] std::string_view name(ResumeWith with) noexcept;
[[nodiscard]] std::string_view name(WorkDone work) noexcept;

} // namespace tertib
