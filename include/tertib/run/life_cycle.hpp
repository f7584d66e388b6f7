// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/task.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace tertib {

/// What a person can ask of one task.
enum class TaskCommand : std::uint8_t {
    claim,
    release,
    complete,
    give_back, ///< "return": to an earlier step
    wait,
    resume,
    reassign,
    skip,
};
inline constexpr std::size_t task_command_count = 8;

/// How the person who asks stands to the task: has it, may have it (acts for one of the step's
/// pelaksana), or neither.
enum class Relation : std::uint8_t { holder, candidate, other };
inline constexpr std::size_t relation_count = 3;

/// What a command leads to: the task's next state, or the code of the refusal.
struct Move {
    std::optional<TaskState> next;
    std::string_view refusal; ///< code in the catalogue; "" if allowed

    friend bool operator==(const Move&, const Move&) = default;
};

/// The life cycle of a task, one table (docs/cases.md shows it). A reassigned task is ready again,
/// or claimed by the person named: the table says `claimed`, the command decides.
[[nodiscard]] Move life_cycle(TaskState state, TaskCommand command, Relation relation) noexcept;

/// "claim", "release", "complete", "return", "wait", "resume", "reassign", "skip"
[[nodiscard]] std::string_view name(TaskCommand command) noexcept;
/// "holder", "candidate", "other"
[[nodiscard]] std::string_view name(Relation relation) noexcept;

} // namespace tertib
