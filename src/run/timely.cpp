// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/timely.hpp"

#include "run/clocks.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <utility>

namespace tertib {

namespace {

/// The deadline of a clock that runs towards one.
[[nodiscard]] std::optional<Instant> running_due(const Clock& clock) {
    return clock.stopped_since || clock.overdue ? std::nullopt : clock.due;
}

void check_context(const CaseContext& context, const CaseState& state) {
    if (context.sop == nullptr || context.calendar == nullptr) {
        throw Error(ErrorCode::argument, "deadlines are reckoned by an Sop and a calendar");
    }
    if (state.status != CaseStatus::none && state.sop_digest != context.sop->sop().digest()) {
        throw Error(ErrorCode::argument,
                    "the case runs by the Sop " + state.sop_digest + ", not the one given");
    }
}

void add_change(Recompute& result, Event& event, const TaskId& task, const Clock& clock,
                std::optional<Instant> due) {
    if (due != clock.due) {
        result.changes.push_back({task, clock.due, due});
        event.dues.push_back({task, due});
    }
}

void reckon_again(const CaseContext& context, const CaseState& state, Recompute& result,
                  Event& event) {
    for (const Task& task : state.tasks) {
        add_change(result, event, {context.sop->sop().steps()[task.step].key, task.number},
                   task.clock, task_due(context, task.step, task.clock.since, task.clock.stops));
    }
    const Service& service = state.service;
    if (service.accepted) {
        add_change(result, event, {}, service.clock,
                   service_due(context, service, service.clock.since, service.clock.stops));
    }
}

[[nodiscard]] std::string name_of(const TaskId& task, const CaseState& state) {
    return task.step.empty() ? state.id : text(task);
}

/// Why a deadline may not be moved there.
[[nodiscard]] std::optional<Finding> judge_change(const CaseContext& context,
                                                  const CaseState& state, const Recomputed& change,
                                                  const Command& command) {
    if (!change.new_due || change.new_due == change.old_due) {
        return std::nullopt;
    }
    const Zone zone = context.calendar->zone();
    const Argument task{"task", name_of(change.task, state)};
    const Argument due{"due", text(*change.new_due, zone)};
    if (*change.new_due < command.now) {
        return make_finding("DUE-BEFORE-NOW", {.step = change.task.step},
                            {task, due, {"now", text(command.now, zone)}});
    }
    const bool earlier = change.old_due && *change.new_due < *change.old_due;
    if (earlier && trim(command.reason).empty()) {
        return make_finding("DUE-BEFORE-PROMISED", {.step = change.task.step},
                            {task, due, {"promised", text(*change.old_due, zone)}});
    }
    return std::nullopt;
}

} // namespace

std::vector<RunningDeadline> running_deadlines(const CaseContext& context, const CaseState& state) {
    check_context(context, state);
    std::vector<RunningDeadline> all;
    if (state.status != CaseStatus::running) {
        return all;
    }
    for (const Task& task : state.tasks) {
        if (const std::optional<Instant> due = running_due(task.clock)) {
            all.push_back({missed_from(context, context.sop->due_by(task.step), *due),
                           {context.sop->sop().steps()[task.step].key, task.number}});
        }
    }
    if (const std::optional<Instant> due = running_due(state.service.clock)) {
        all.push_back({missed_from(context, service_due_by(state.service), *due), {}});
    }
    std::ranges::sort(all);
    return all;
}

std::optional<Instant> next_due(const CaseContext& context, const CaseState& state) {
    const std::vector<RunningDeadline> all = running_deadlines(context, state);
    return all.empty() ? std::nullopt : std::optional(all.front().missed_from);
}

std::vector<Event> tick(const CaseContext& context, const CaseState& state, Instant now) {
    std::vector<RunningDeadline> all = running_deadlines(context, state);
    std::erase_if(all, [now](const RunningDeadline& each) { return each.missed_from > now; });
    std::vector<Event> events;
    events.reserve(all.size());
    for (RunningDeadline& each : all) {
        Event event;
        event.case_id = state.id;
        event.number = state.events + 1 + events.size();
        event.kind = each.task.step.empty() ? EventKind::service_overdue : EventKind::overdue;
        // A clock that went back must not make the journal do so.
        event.recorded = std::max(now, state.recorded);
        event.happened = each.missed_from;
        event.task = std::move(each.task);
        events.push_back(std::move(event));
    }
    return events;
}

Recompute recompute(const CaseContext& context, const CaseState& state, const Command& command) {
    check_context(context, state);
    Recompute result;
    if (state.status != CaseStatus::running) {
        result.judgement.refusal =
            make_finding("CASE-NOT-RUNNING", {}, {{"case", command.case_id}});
        return result;
    }
    if (command.now < state.recorded) {
        const Zone zone = context.calendar->zone();
        result.judgement.refusal =
            make_finding("NOW-BACKWARDS", {},
                         {{"now", text(command.now, zone)}, {"last", text(state.recorded, zone)}});
        return result;
    }
    Event event;
    event.case_id = state.id;
    event.number = state.events + 1;
    event.kind = EventKind::recomputed;
    event.recorded = command.now;
    event.happened = command.now;
    event.as = command.by.as;
    event.standing = command.by.person.empty() ? Standing::none : Standing::unverified;
    event.calendar = context.calendar->label();
    event.calendar_digest = context.calendar->digest();
    event.body.person = command.by.person;
    event.body.reason = command.reason;
    reckon_again(context, state, result, event);
    for (const Recomputed& change : result.changes) {
        if (std::optional<Finding> refusal = judge_change(context, state, change, command)) {
            result.judgement.refusal = std::move(refusal);
            return result;
        }
    }
    result.judgement.events.push_back(std::move(event));
    return result;
}

} // namespace tertib
