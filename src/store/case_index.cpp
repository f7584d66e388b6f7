// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/case_index.hpp"

#include "run/step_needs.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace tertib {

namespace {

/// The posts on whose lists a task stands, folded, each once.
[[nodiscard]] std::vector<std::string> folded_posts(const ReadySop& sop, const Task& task) {
    std::vector<std::string> posts = posts_for(sop, task);
    std::ranges::transform(posts, posts.begin(),
                           [](const std::string& post) { return fold(post); });
    std::ranges::sort(posts);
    posts.erase(std::ranges::unique(posts).begin(), posts.end());
    return posts;
}

template <typename Row>
void compare(const std::vector<Row>& before, const std::vector<Row>& after, std::vector<Row>& gone,
             std::vector<Row>& fresh) {
    std::ranges::set_difference(before, after, std::back_inserter(gone));
    std::ranges::set_difference(after, before, std::back_inserter(fresh));
}

void compare_tasks(const Sop& sop, const std::vector<Task>& before, const std::vector<Task>& after,
                   CaseChange& change) {
    const auto place = [](const Task& task) { return std::pair(task.step, task.number); };
    const auto row = [&sop](const Task& task) {
        return TaskRow{.task = &task, .step = sop.steps()[task.step].key};
    };
    auto old = before.begin();
    for (const Task& task : after) {
        while (old != before.end() && place(*old) < place(task)) {
            change.tasks_gone.push_back(row(*old++));
        }
        if (old == before.end() || place(*old) != place(task)) {
            change.tasks_new.push_back(row(task));
            continue;
        }
        if (*old != task) {
            change.tasks_other.push_back(row(task));
        }
        ++old;
    }
    for (; old != before.end(); ++old) {
        change.tasks_gone.push_back(row(*old));
    }
}

void compare_steps(const std::vector<StepRecord>& before, const std::vector<StepRecord>& after,
                   CaseChange& change) {
    for (std::size_t i = 0; i < after.size(); ++i) {
        const bool same = i < before.size() ? before[i] == after[i] : after[i] == StepRecord{};
        if (!same) {
            change.steps.push_back(static_cast<std::uint32_t>(i));
        }
    }
    for (std::size_t i = after.size(); i < before.size(); ++i) {
        change.steps_gone.push_back(static_cast<std::uint32_t>(i));
    }
}

} // namespace

CaseIndex index_of(const CaseContext& context, const CaseState& state) {
    CaseIndex index;
    if (state.status != CaseStatus::running) {
        return index;
    }
    for (RunningDeadline& each : running_deadlines(context, state)) {
        index.deadlines.push_back({each.missed_from, state.id, std::move(each.task), each.rule});
    }
    for (const Task& task : state.tasks) {
        const TaskId id{context.sop->sop().steps()[task.step].key, task.number};
        for (std::string& post : folded_posts(*context.sop, task)) {
            index.work.push_back(
                {std::move(post), task.clock.due.value_or(Instant::max()), state.id, id});
        }
    }
    std::ranges::sort(index.work);
    return index;
}

CaseChange change_of(const CaseContext& old_context, const StoredCase* before,
                     const CaseContext& context, const StoredCase& after) {
    const CaseState none;
    const CaseState& old = before != nullptr ? before->state : none;
    CaseChange change;
    change.before = before;
    change.after = &after;
    if (old_context.sop == context.sop) {
        compare_tasks(context.sop->sop(), old.tasks, after.state.tasks, change);
    } else {
        // One place is another step now.
        compare_tasks(old_context.sop->sop(), old.tasks, {}, change);
        compare_tasks(context.sop->sop(), {}, after.state.tasks, change);
    }
    compare_steps(old.steps, after.state.steps, change);
    compare(old.parked, after.state.parked, change.parked_gone, change.parked_new);
    const CaseIndex was = index_of(old_context, old);
    const CaseIndex is = index_of(context, after.state);
    compare(was.deadlines, is.deadlines, change.deadlines_gone, change.deadlines_new);
    compare(was.work, is.work, change.work_gone, change.work_new);
    return change;
}

} // namespace tertib
