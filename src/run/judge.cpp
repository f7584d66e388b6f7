// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/judge.hpp"

#include "run/authority.hpp"
#include "run/clocks.hpp"
#include "run/same_text.hpp"
#include "tertib/base/error.hpp"
#include "tertib/graph/token_move.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace tertib {

namespace {

[[nodiscard]] EventKind kind_of(const Action& action) {
    // In the order of Action's alternatives.
    constexpr std::array<EventKind, std::variant_size_v<Action>> kinds{
        EventKind::started,    EventKind::accepted,  EventKind::claimed,   EventKind::released,
        EventKind::completed,  EventKind::returned,  EventKind::waiting,   EventKind::resumed,
        EventKind::reassigned, EventKind::skipped,   EventKind::annotated, EventKind::attached,
        EventKind::suspended,  EventKind::cancelled, EventKind::reopened,  EventKind::erased,
        EventKind::recomputed, EventKind::migrated};
    return kinds.at(action.index());
}

/// Whether it may be done to a case that doesn't run.
[[nodiscard]] bool only_writes(const Action& action) {
    return std::holds_alternative<Annotate>(action) || std::holds_alternative<Attach>(action) ||
           std::holds_alternative<EraseBody>(action);
}

/// Whether it may be done to a task whose clock stands still.
[[nodiscard]] bool while_stopped(TaskCommand command) {
    return life_cycle(TaskState::ready_waiting, command, Relation::candidate).next.has_value();
}

[[nodiscard]] std::string open_tasks(const ReadySop& sop, const CaseState& state) {
    std::string list;
    for (const Task& task : state.tasks) {
        list += list.empty() ? "" : ", ";
        list += text(TaskId{sop.sop().steps()[task.step].key, task.number});
    }
    return list.empty() ? "-" : list;
}

void check_context(const CaseContext& context, const CaseState& state, const Command& command) {
    if (context.sop == nullptr || context.calendar == nullptr) {
        throw Error(ErrorCode::argument, "a command is judged by an Sop and a calendar");
    }
    if (state.status == CaseStatus::none) {
        return;
    }
    if (state.id != command.case_id) {
        throw Error(ErrorCode::argument, "the command is for the case " + command.case_id +
                                             ", the state that of " + state.id);
    }
    if (state.sop_digest != context.sop->sop().digest()) {
        throw Error(ErrorCode::argument,
                    "the case runs by the Sop " + state.sop_digest + ", not the one given");
    }
    if (state.calendar_digest != context.calendar->digest()) {
        throw Error(ErrorCode::argument, "the case's deadlines rest on the calendar " +
                                             state.calendar + " (" + state.calendar_digest +
                                             "), not the one given");
    }
}

} // namespace

Judge::Judge(const CaseContext& context, const CaseState& state, const Command& command)
    : context_(context),
      state_(state),
      command_(command),
      flow_(context, state) {}

Judgement Judge::decide() {
    check_context(context_, state_, command_);
    event_.case_id = command_.case_id;
    event_.number = state_.events + 1;
    event_.kind = kind_of(command_.action);
    event_.recorded = command_.now;
    event_.happened = happened();
    event_.as = command_.by.as;
    event_.dasar = command_.dasar;
    event_.body.person = command_.by.person;
    event_.body.reason = command_.reason;
    if (Refusal refusal = judge()) {
        judgement_.events.clear();
        judgement_.refusal = std::move(refusal);
    }
    return std::move(judgement_);
}

Judge::Refusal Judge::judge() {
    if (Refusal refusal = check_case()) {
        return refusal;
    }
    if (Refusal refusal = check_times()) {
        return refusal;
    }
    if (Refusal refusal = check_actor()) {
        return refusal;
    }
    return std::visit([this](const auto& action) { return act(action); }, command_.action);
}

Judge::Refusal Judge::refuse(std::string_view code,
                             std::initializer_list<Argument> arguments) const {
    Place where;
    if (task_ != nullptr) {
        where.step = step().key;
    }
    return make_finding(code, where, arguments);
}

Judge::Refusal Judge::check_case() const {
    const bool starts = std::holds_alternative<StartCase>(command_.action);
    const bool reopens = std::holds_alternative<ReopenCase>(command_.action);
    const auto name = [this] { return Argument{"case", command_.case_id}; };
    if (starts) {
        return state_.status == CaseStatus::none ? Refusal{} : refuse("CASE-EXISTS", {name()});
    }
    if (only_writes(command_.action) && state_.status != CaseStatus::none) {
        return {};
    }
    switch (state_.status) {
    case CaseStatus::none: return refuse("CASE-UNKNOWN", {name()});
    case CaseStatus::running: return reopens ? refuse("CASE-RUNNING", {name()}) : Refusal{};
    case CaseStatus::suspended:
        return reopens || std::holds_alternative<CancelCase>(command_.action)
                   ? Refusal{}
                   : refuse("CASE-SUSPENDED", {name()});
    case CaseStatus::ended: return refuse("CASE-ENDED", {name(), {"result", state_.result}});
    case CaseStatus::cancelled: return reopens ? Refusal{} : refuse("CASE-CANCELLED", {name()});
    }
    return {};
}

Judge::Refusal Judge::check_times() const {
    const Zone zone = context_.calendar->zone();
    const Instant now = command_.now;
    const LocalDay today = local_day(now, zone);
    if (today < first_day || today > last_day) {
        return refuse("NOW-OUTSIDE", {{"first", text(first_day)}, {"last", text(last_day)}});
    }
    if (state_.status != CaseStatus::none && now < state_.recorded) {
        return refuse("NOW-BACKWARDS",
                      {{"now", text(now, zone)}, {"last", text(state_.recorded, zone)}});
    }
    const Instant at = happened();
    // Made only where it is told: a moment's text costs more than all these comparisons.
    const auto said = [&] { return Argument{"at", text(at, zone)}; };
    if (at > now) {
        return refuse("AT-AFTER-NOW", {said(), {"now", text(now, zone)}});
    }
    if (state_.status != CaseStatus::none && at < state_.started) {
        return refuse("AT-BEFORE-CASE", {said(), {"start", text(state_.started, zone)}});
    }
    const LocalDay day = local_day(at, zone);
    if (day < first_day) {
        return refuse("NOW-OUTSIDE", {{"first", text(first_day)}, {"last", text(last_day)}});
    }
    if (!only_writes(command_.action)) {
        if (Refusal refusal = check_running(state_.stops)) {
            return refusal;
        }
    }
    const bool earlier = day < today && context_.calendar->table().is_working_day(day);
    return earlier && trim(command_.reason).empty() ? refuse("AT-NEEDS-REASON", {said()})
                                                    : Refusal{};
}

Judge::Refusal Judge::check_running(const std::vector<ClockStop>& stops) const {
    const ClockStop* stop = stop_around(stops, happened());
    const Zone zone = context_.calendar->zone();
    return stop == nullptr ? Refusal{}
                           : refuse("AT-WHILE-STOPPED", {{"at", text(happened(), zone)},
                                                         {"from", text(stop->from, zone)},
                                                         {"until", text(stop->until, zone)}});
}

Judge::Refusal Judge::check_actor() {
    Authority authority = authority_of(context_.roster, command_.by,
                                       local_day(happened(), context_.calendar->zone()));
    event_.standing = authority.standing;
    event_.surat = std::move(authority.surat);
    return std::move(authority.refusal);
}

Judge::Refusal Judge::need_reason() const {
    return trim(command_.reason).empty() ? refuse("REASON-NEEDED") : Refusal{};
}

Judge::Refusal Judge::need_dasar() const {
    return trim(command_.dasar).empty() ? refuse("DASAR-NEEDED") : Refusal{};
}

Relation Judge::relation(const Task& task) const {
    const Actor& by = command_.by;
    const bool own = task.pelaksana.empty() ? context_.sop->may_do(task.step, by.as)
                                            : same_text(task.pelaksana, by.as);
    const bool may = own || std::ranges::any_of(task.escalated_to, [&](const std::string& post) {
                         return same_text(post, by.as);
                     });
    if (!may) {
        return Relation::other;
    }
    const bool held = !task.holder.empty() && same_text(task.holder, by.person);
    return held ? Relation::holder : Relation::candidate;
}

Judge::Refusal Judge::find_open(const TaskName& name) {
    const ReadySop& sop = *context_.sop;
    const auto named = [&](const Task& task) { return sop.sop().steps()[task.step].key == name; };
    // The usual case, for which nothing has to be looked up: the key of one open task's step.
    const auto first = std::ranges::find_if(state_.tasks, named);
    if (first != state_.tasks.end() && std::none_of(first + 1, state_.tasks.end(), named)) {
        task_ = &*first;
        event_.task = {name, task_->number};
        return {};
    }
    const std::optional<std::uint32_t> by_key = sop.find_step(name);
    const std::optional<TaskId> id = by_key ? std::nullopt : task_id(name);
    const std::optional<std::uint32_t> step = by_key ? by_key
                                              : id   ? sop.find_step(id->step)
                                                     : std::nullopt;
    if (!step) {
        return refuse("STEP-UNKNOWN", {{"step", name}});
    }
    std::size_t found = 0;
    for (const Task& task : state_.tasks) {
        if (task.step == *step && (!id || task.number == id->number)) {
            task_ = &task;
            ++found;
        }
    }
    if (found == 1) {
        event_.task = {sop.sop().steps()[*step].key, task_->number};
        return {};
    }
    task_ = nullptr;
    const Argument open{"open", open_tasks(sop, state_)};
    return refuse(found == 0 ? "TASK-NOT-OPEN" : "TASK-SEVERAL", {{"task", name}, open});
}

Judge::Refusal Judge::find_task(const TaskName& name, TaskCommand command) {
    if (Refusal refusal = find_open(name)) {
        return refusal;
    }
    const Zone zone = context_.calendar->zone();
    if (happened() < task_->clock.since) {
        return refuse("AT-BEFORE-TASK", {{"task", text(event_.task)},
                                         {"at", text(happened(), zone)},
                                         {"since", text(task_->clock.since, zone)}});
    }
    event_.open_to_all = step().marks.empty();
    const Move move = life_cycle(task_->state, command, relation(*task_));
    if (!move.next) {
        return refuse(move.refusal, {{"task", text(event_.task)},
                                     {"as", command_.by.as},
                                     {"holder_as", task_->holder_as},
                                     {"open", open_tasks(*context_.sop, state_)}});
    }
    return while_stopped(command) ? Refusal{} : check_running(task_->clock.stops);
}

Judge::Refusal Judge::about_task(const TaskName& name) {
    return name.empty() ? Refusal{} : find_open(name);
}

Judge::Refusal Judge::go_on(const std::string& outcome) {
    const StepGraph& graph = context_.sop->graph();
    const NodeIndex node = StepGraph::step_node(task_->step);
    if (context_.sop->chooses(node)) {
        const std::optional<EdgeIndex> exit = context_.sop->exit_of(node, outcome);
        if (!exit) {
            return refuse("OUTCOME-NEEDED", {{"task", text(event_.task)},
                                             {"outcome", outcome},
                                             {"outcomes", outcomes_of(graph, node)}});
        }
        flow_.put(*exit, happened(), event_);
        return {};
    }
    if (!outcome.empty()) {
        return refuse("OUTCOME-NOT-DRAWN", {{"task", text(event_.task)}, {"outcome", outcome}});
    }
    for (const Arc& arc : graph.digraph().successors(node)) {
        flow_.put(arc.edge, happened(), event_);
    }
    return {};
}

Judge::Refusal Judge::jump(const std::string& outcome, const std::string& target) {
    const NodeIndex node = StepGraph::step_node(task_->step);
    if (trim(outcome).empty()) {
        return refuse("OUTCOME-NEEDED", {{"task", text(event_.task)},
                                         {"outcome", outcome},
                                         {"outcomes", outcomes_of(context_.sop->graph(), node)}});
    }
    const bool drawn =
        context_.sop->chooses(node) && context_.sop->exit_of(node, outcome).has_value();
    if (drawn) {
        return refuse("OUTCOME-DRAWN", {{"task", text(event_.task)}, {"outcome", outcome}});
    }
    const Refusal refusal = need_reason();
    return refusal ? refusal : move_to(target, "TARGET-ELSEWHERE");
}

Judge::Refusal Judge::move_to(const std::string& target, std::string_view elsewhere) {
    const ReadySop& sop = *context_.sop;
    const std::optional<std::uint32_t> step = sop.find_step(target);
    if (!step && target != end_node) {
        return refuse("STEP-UNKNOWN", {{"step", target}});
    }
    const NodeIndex to = step ? StepGraph::step_node(*step) : StepGraph::end();
    const TokenMove move =
        move_token(sop.graph(), flow_.marking(), sop.edge_of(task_->flow).value_or(EdgeIndex{}), to,
                   sop.budget());
    switch (move.fit) {
    case TokenFit::fits: break;
    case TokenFit::elsewhere:
        return refuse(elsewhere, {{"task", text(event_.task)}, {"target", target}});
    case TokenFit::not_decided:
        return refuse("TARGET-NOT-DECIDED", {{"task", text(event_.task)}, {"target", target}});
    }
    event_.target = target;
    if (move.edge) {
        flow_.open(*move.edge, happened(), event_);
    }
    return {};
}

Judge::Refusal Judge::finish_leaving(const std::string& result) {
    event_.ends_case = !event_.partial && flow_.none_left(event_, task_);
    if (!result.empty() && !event_.ends_case) {
        return refuse("CASE-NOT-ENDING", {{"result", result}});
    }
    event_.result = result;
    return {};
}

Judgement decide(const CaseContext& context, const CaseState& state, const Command& command) {
    return Judge(context, state, command).decide();
}

} // namespace tertib
