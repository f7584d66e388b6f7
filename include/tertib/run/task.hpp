// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace tertib {

/// One arrival of a token at a step: the step's key and which arrival it is, from 1. A plain value.
///
///     text(TaskId{"3", 2});        // "3#2"
///     task_id("3#2")->number;      // 2
struct TaskId {
    std::string step;
    std::uint32_t number = 0;

    friend auto operator<=>(const TaskId&, const TaskId&) = default;
};

/// "3#2"; a key with a number sign of its own keeps it: "3#2#1" is the first arrival at "3#2".
[[nodiscard]] std::string text(const TaskId& task);
/// Reads it back; nothing for any other text.
[[nodiscard]] std::optional<TaskId> task_id(std::string_view text);

/// Where a task stands. The first four are open, the others its ends.
enum class TaskState : std::uint8_t {
    ready,           ///< somebody of the step's pelaksana may take it
    claimed,         ///< a person has it
    ready_waiting,   ///< its clock is stopped, nobody has it
    claimed_waiting, ///< its clock is stopped, a person has it
    completed,
    returned,  ///< sent back to an earlier step
    skipped,   ///< left out, with a reason
    withdrawn, ///< a migration took its token elsewhere
};
[[nodiscard]] constexpr bool is_open(TaskState state) noexcept {
    return state <= TaskState::claimed_waiting;
}
[[nodiscard]] constexpr bool is_waiting(TaskState state) noexcept {
    return state == TaskState::ready_waiting || state == TaskState::claimed_waiting;
}

/// "ready", "claimed", "ready_waiting" …
[[nodiscard]] std::string_view name(TaskState state) noexcept;

} // namespace tertib
