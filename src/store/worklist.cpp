// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/worklist.hpp"

#include "base/json_writer.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

namespace tertib {
namespace {

/// A row as text, "/1746414000000000/3#1/K-1": microseconds, task and case, escaped as the steps of
/// a JSON pointer are.
std::string after_text(const WorkRow& row) {
    return pointer_step(std::to_string(row.due.time_since_epoch().count())) +
           pointer_step(text(row.task)) + pointer_step(row.case_id);
}

std::string unescaped(std::string_view step) {
    std::string plain;
    for (std::size_t at = 0; at < step.size(); ++at) {
        const std::string_view two = step.substr(at, 2);
        const bool escape = two == "~0" || two == "~1";
        plain += two == "~1" ? '/' : step[at];
        at += escape ? 1 : 0;
    }
    return plain;
}

WorkRow row_of(std::string_view pelaksana, std::string_view after) {
    const std::vector<std::string_view> parts = split(after, '/');
    if (parts.size() == 4 && parts[0].empty()) {
        std::int64_t due = 0;
        const std::string_view digits = parts[1];
        const auto [rest, error] =
            std::from_chars(digits.data(), digits.data() + digits.size(), due);
        const std::optional<TaskId> task = task_id(unescaped(parts[2]));
        if (error == std::errc{} && rest == digits.data() + digits.size() && task) {
            return {.post = fold(pelaksana),
                    .due = Instant{std::chrono::microseconds{due}},
                    .case_id = unescaped(parts[3]),
                    .task = *task};
        }
    }
    throw Error(ErrorCode::argument,
                "\"" + std::string(after) + "\" isn't what a page of a worklist ended with");
}

/// Nothing if the task was closed since the list was read.
std::optional<WorkItem> item_of(Store& store, const WorkRow& row) {
    const std::optional<CaseState> state = store.find_case(row.case_id);
    if (!state) {
        return std::nullopt;
    }
    const auto ready = store.sop(state->sop_digest);
    const std::optional<std::uint32_t> found = ready->find_step(row.task.step);
    if (!found) {
        return std::nullopt;
    }
    const std::uint32_t place = *found;
    const auto task = std::ranges::find_if(state->tasks, [&](const Task& each) {
        return each.step == place && each.number == row.task.number;
    });
    if (task == state->tasks.end()) {
        return std::nullopt;
    }
    const Sop& sop = ready->sop();
    const Step& step = sop.steps()[place];
    return WorkItem{.case_id = row.case_id,
                    .task = row.task,
                    .no = step.no,
                    .uraian = step.uraian,
                    .nama = sop.identity().nama,
                    .zone = store.calendar(state->calendar_digest)->zone(),
                    .status = state->status,
                    .state = task->state,
                    .holder = task->holder,
                    .holder_as = task->holder_as,
                    .clock = task->clock};
}

} // namespace

Worklist list_work(Store& store, std::string_view pelaksana, std::string_view after,
                   std::size_t limit) {
    if (limit == 0) {
        throw Error(ErrorCode::argument, "a page of a list has at least one row, not 0");
    }
    const std::optional<WorkRow> from =
        after.empty() ? std::nullopt : std::optional(row_of(pelaksana, after));
    Worklist list{.pelaksana = std::string(pelaksana), .items = {}, .after = {}};
    const std::vector<WorkRow> rows = store.worklist(pelaksana, limit, from);
    list.items.reserve(rows.size());
    for (const WorkRow& row : rows) {
        if (std::optional<WorkItem> item = item_of(store, row)) {
            list.items.push_back(*std::move(item));
        }
    }
    if (rows.size() == limit && !store.worklist(pelaksana, 1, rows.back()).empty()) {
        list.after = after_text(rows.back());
    }
    return list;
}

} // namespace tertib
