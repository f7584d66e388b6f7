// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/timely.hpp"

#include "run/clocks.hpp"
#include "run/due_change.hpp"
#include "run/step_needs.hpp"
#include "tertib/base/error.hpp"
#include "tertib/run/apply.hpp"

#include <algorithm>
#include <utility>
#include <variant>

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
    const std::string policy = context.policy != nullptr ? context.policy->digest() : "";
    if (state.status != CaseStatus::none && state.policy_digest != policy) {
        throw Error(ErrorCode::argument, "the case runs by the overrun policy \"" +
                                             state.policy_digest + "\", not the one given");
    }
}

/// Where each post has its own part, a part can't go to a post without one: nobody could complete it.
[[nodiscard]] bool may_be_given(const Sop& sop, const CaseState& state, const TaskId& id,
                                const std::string& post) {
    const Step* step = sop.step(id.step);
    if (step == nullptr || step->participation != Participation::all || step->marks.empty()) {
        return true;
    }
    for (const Task& task : state.tasks) {
        if (&sop.steps()[task.step] == step && task.number == id.number) {
            const std::vector<std::string> left = posts_left(sop, *step, task.done_by);
            return std::ranges::find(left, post) != left.end();
        }
    }
    return false;
}

/// The rules of the policy that are still to be followed for a task.
void add_rules(const CaseContext& context, const Task& task, const TaskId& id,
               std::vector<RunningDeadline>& all) {
    const std::optional<Instant>& due = task.clock.due;
    if (context.policy == nullptr || !due || task.clock.stopped_since) {
        return;
    }
    const OverrunPolicy& policy = *context.policy;
    const Instant missed = missed_from(context, context.sop->due_by(task.step), *due);
    for (std::uint32_t rule = 0; rule < policy.rules().size(); ++rule) {
        const bool started = task.state != TaskState::ready;
        if ((started && policy.rules()[rule].when == OverrunWhen::not_started) ||
            !policy.is_for(rule, id.step) || std::ranges::binary_search(task.rules, rule + 1)) {
            continue;
        }
        if (const auto moment = policy.moment(rule, *context.calendar, *due, missed)) {
            all.push_back({std::max(*moment, task.clock.since), id, rule + 1});
        }
    }
}

/// What the clock does when a deadline is missed or the moment of a rule has come.
[[nodiscard]] Event event_of(const CaseContext& context, const CaseState& state,
                             const RunningDeadline& due) {
    Event event;
    event.case_id = state.id;
    event.number = state.events + 1;
    event.happened = due.missed_from;
    event.task = due.task;
    event.rule = due.rule;
    if (due.rule == 0) {
        event.kind = due.task.step.empty() ? EventKind::service_overdue : EventKind::overdue;
        return event;
    }
    const OverrunRule& rule = context.policy->rules()[due.rule - 1];
    const Sop& sop = context.sop->sop();
    const std::optional<PelaksanaIndex> known = sop.find_pelaksana(rule.pelaksana);
    const std::string post = known ? sop.pelaksana_name(*known) : rule.pelaksana;
    event.kind = EventKind::warned;
    switch (rule.what) {
    case OverrunAct::notify: break;
    case OverrunAct::escalate:
        event.kind = EventKind::escalated;
        event.pelaksana = post;
        break;
    case OverrunAct::reassign:
        if (may_be_given(sop, state, due.task, post)) {
            event.kind = EventKind::reassigned;
            event.pelaksana = post;
            event.given = !rule.person.empty();
            event.body.recipient = rule.person;
        }
        break;
    }
    return event;
}

} // namespace

std::vector<RunningDeadline> running_deadlines(const CaseContext& context, const CaseState& state) {
    check_context(context, state);
    std::vector<RunningDeadline> all;
    if (state.status != CaseStatus::running) {
        return all;
    }
    for (const Task& task : state.tasks) {
        const TaskId id{context.sop->sop().steps()[task.step].key, task.number};
        if (const std::optional<Instant> due = running_due(task.clock)) {
            all.push_back({missed_from(context, context.sop->due_by(task.step), *due), id});
        }
        add_rules(context, task, id, all);
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
    std::vector<Event> events;
    // What a rule does may make another one's moment come.
    CaseState then = state;
    for (bool more = true; more;) {
        std::vector<RunningDeadline> all = running_deadlines(context, then);
        std::erase_if(all, [now](const RunningDeadline& each) { return each.missed_from > now; });
        more = context.policy != nullptr && !all.empty();
        if (more) {
            all.resize(1);
        }
        for (const RunningDeadline& each : all) {
            events.push_back(event_of(context, then, each));
            Event& event = events.back();
            event.number = state.events + events.size();
            // A clock that went back must not make the journal do so.
            event.recorded = std::max(now, state.recorded);
            if (more) {
                then = apply(*context.sop, std::move(then), event);
            }
        }
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
    reckon_anew(context, state, command, nullptr, result);
    if (result.judgement.refusal) {
        return result;
    }
    for (const Recomputed& change : result.changes) {
        event.dues.push_back({change.task, change.new_due});
    }
    result.judgement.events.push_back(std::move(event));
    return result;
}

Recompute plan_recompute(const CaseContext& context, const CaseState& state,
                         const Command& command) {
    if (!std::holds_alternative<RecomputeCase>(command.action) ||
        context.next_calendar == nullptr) {
        throw Error(ErrorCode::argument,
                    "deadlines are planned for a command to recompute and the calendar for it");
    }
    Judgement judgement = decide(context, state, command);
    Recompute plan;
    // Where something else was refused there is no plan.
    const std::optional<Finding>& refusal = judgement.refusal;
    if (!refusal || refusal->code.starts_with("DUE-")) {
        CaseContext newer = context;
        newer.calendar = context.next_calendar;
        reckon_anew(newer, state, command, context.calendar, plan);
    }
    plan.judgement = std::move(judgement);
    return plan;
}

} // namespace tertib
