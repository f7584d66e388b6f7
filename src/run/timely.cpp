// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/timely.hpp"

#include "run/clocks.hpp"
#include "run/due_change.hpp"
#include "tertib/base/error.hpp"

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
    reckon_anew(context, state, command, result);
    if (result.judgement.refusal) {
        return result;
    }
    for (const Recomputed& change : result.changes) {
        event.dues.push_back({change.task, change.new_due});
    }
    result.judgement.events.push_back(std::move(event));
    return result;
}

} // namespace tertib
