// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/task.hpp"

#include <charconv>
#include <system_error>

namespace tertib {

std::string text(const TaskId& task) {
    return task.step + "#" + std::to_string(task.number);
}

std::optional<TaskId> task_id(std::string_view text) {
    const std::size_t sign = text.rfind('#');
    if (sign == std::string_view::npos || sign == 0) {
        return std::nullopt;
    }
    const std::string_view digits = text.substr(sign + 1);
    TaskId task{.step = std::string(text.substr(0, sign))};
    const auto [end, error] =
        std::from_chars(digits.data(), digits.data() + digits.size(), task.number);
    const bool whole = error == std::errc{} && end == digits.data() + digits.size();
    if (!whole || task.number == 0 || digits.front() == '0') {
        return std::nullopt;
    }
    return task;
}

std::string_view name(TaskState state) noexcept {
    switch (state) {
    case TaskState::ready: return "ready";
    case TaskState::claimed: return "claimed";
    case TaskState::ready_waiting: return "ready_waiting";
    case TaskState::claimed_waiting: return "claimed_waiting";
    case TaskState::completed: return "completed";
    case TaskState::returned: return "returned";
    case TaskState::skipped: return "skipped";
    case TaskState::withdrawn: return "withdrawn";
    }
    return "";
}

} // namespace tertib
