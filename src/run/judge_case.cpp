// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/clocks.hpp"
#include "run/due_change.hpp"
#include "run/judge.hpp"
#include "run/migrator.hpp"
#include "tertib/base/digest.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/time/waktu.hpp"

#include <utility>

// What a person asks of the whole case.
namespace tertib {

namespace {

/// Whether a deadline follows from it without knowing anything else.
[[nodiscard]] bool names_time(const Waktu& waktu) {
    switch (waktu.form) {
    case WaktuForm::exact:
    case WaktuForm::range:
    case WaktuForm::sum:
    case WaktuForm::alternatives:
    case WaktuForm::elapsed: return true;
    case WaktuForm::per_item:
    case WaktuForm::open:
    case WaktuForm::none: break;
    }
    return false;
}

} // namespace

Judge::Refusal Judge::act(const StartCase& action) {
    if (trim(command_.case_id).empty() || command_.case_id.front() == '@') {
        return refuse("CASE-NAME", {{"case", command_.case_id}});
    }
    if (Refusal refusal = need_in_force(sop())) {
        return refusal;
    }
    event_.sop_digest = sop().digest();
    event_.calendar = context_.calendar->label();
    event_.calendar_digest = context_.calendar->digest();
    if (Refusal refusal = take_service(action.waktu)) {
        return refusal;
    }
    if (Refusal refusal = take_policy()) {
        return refusal;
    }
    const StepGraph& graph = context_.sop->graph();
    const bool chooses = context_.sop->chooses(StepGraph::start());
    const std::optional<EdgeIndex> chosen =
        chooses ? context_.sop->exit_of(StepGraph::start(), action.outcome) : std::nullopt;
    if (chooses && !chosen) {
        return refuse("OUTCOME-NEEDED", {{"task", "start"},
                                         {"outcome", action.outcome},
                                         {"outcomes", outcomes_of(graph, StepGraph::start())}});
    }
    if (!chooses && !action.outcome.empty()) {
        return refuse("OUTCOME-NOT-DRAWN", {{"task", "start"}, {"outcome", action.outcome}});
    }
    event_.outcome = action.outcome;
    for (const Arc& arc : graph.digraph().successors(StepGraph::start())) {
        if (!chosen || arc.edge == *chosen) {
            flow_.put(arc.edge, happened(), event_);
        }
    }
    // An outcome at the counter may lead straight to the end.
    return finish_leaving({});
}

Judge::Refusal Judge::need_in_force(const Sop& version) const {
    const LocalDay day = local_day(happened(), context_.calendar->zone());
    return why_not_in_force(context_.versions, version.digest(), day);
}

Judge::Refusal Judge::take_policy() {
    if (context_.policy == nullptr) {
        return {};
    }
    for (const OverrunRule& rule : context_.policy->rules()) {
        for (const std::string& step : rule.steps) {
            if (!context_.sop->find_step(step)) {
                return refuse("STEP-UNKNOWN", {{"step", step}});
            }
        }
        const std::string& post = rule.pelaksana;
        const bool known = post.empty() || sop().find_pelaksana(post).has_value() ||
                           (context_.roster != nullptr && context_.roster->covers(post));
        if (!known) {
            return refuse("PELAKSANA-NOT-LISTED", {{"pelaksana", post}});
        }
    }
    event_.policy_digest = context_.policy->digest();
    return {};
}

Judge::Refusal Judge::take_service(const std::string& waktu) {
    if (waktu.empty()) {
        const std::optional<Waktu>& total = sop().total();
        if (total && names_time(*total)) {
            event_.waktu = total->text;
            event_.dasar = command_.dasar.empty() ? sop().identity().nomor : command_.dasar;
        }
        return {};
    }
    if (!names_time(read_waktu(waktu).waktu)) {
        return refuse("WAKTU-UNREADABLE", {{"waktu", waktu}});
    }
    event_.waktu = waktu;
    return need_dasar();
}

Judge::Refusal Judge::act(const AcceptCase&) {
    if (state_.service.accepted) {
        return refuse("CASE-ACCEPTED", {{"case", command_.case_id}});
    }
    if (!state_.service.waktu.empty()) {
        event_.dues.push_back(
            {{},
             service_due(context_, state_.service, happened(), stops_since(state_, happened()))});
    }
    return {};
}

Judge::Refusal Judge::act(const Annotate& action) {
    if (trim(action.note).empty()) {
        return refuse("NOTE-NEEDED");
    }
    event_.body.note = action.note;
    return about_task(action.task);
}

Judge::Refusal Judge::act(const Attach& action) {
    if (trim(action.evidence).empty()) {
        return refuse("EVIDENCE-NEEDED");
    }
    if (!sha256_from_hex(action.sha256)) {
        return refuse("EVIDENCE-DIGEST", {{"sha256", action.sha256}});
    }
    event_.body.evidence = action.evidence;
    event_.body.location = action.location;
    event_.media_type = action.media_type;
    event_.size = action.size;
    event_.sha256 = action.sha256;
    return about_task(action.task);
}

Judge::Refusal Judge::act(const SuspendCase&) {
    return need_reason();
}

Judge::Refusal Judge::act(const CancelCase&) {
    return need_reason();
}

Judge::Refusal Judge::act(const ReopenCase&) {
    const Instant stopped = state_.stopped_since.value_or(happened());
    if (happened() < stopped) {
        const Zone zone = context_.calendar->zone();
        return refuse("AT-BEFORE-SUSPENSION",
                      {{"at", text(happened(), zone)}, {"since", text(stopped, zone)}});
    }
    // A clock that stands still for another reason too has both stops, whichever began first.
    for (const Task& task : state_.tasks) {
        const std::optional<Instant> due = task_due(context_, task.step, task.clock.since,
                                                    with_stop(task.clock, stopped, happened()));
        event_.dues.push_back(
            {{sop().steps()[task.step].key, task.number}, due_going_on(task.clock, due)});
    }
    const Clock& service = state_.service.clock;
    if (state_.service.accepted) {
        const std::optional<Instant> due = service_due(context_, state_.service, service.since,
                                                       with_stop(service, stopped, happened()));
        event_.dues.push_back({{}, due_going_on(service, due)});
    }
    return need_reason();
}

Judge::Refusal Judge::act(const EraseBody& action) {
    if (action.event == 0 || action.event > state_.events) {
        return refuse("EVENT-UNKNOWN", {{"event", std::to_string(action.event)},
                                        {"events", std::to_string(state_.events)}});
    }
    event_.about = action.event;
    return need_dasar();
}

Judge::Refusal Judge::act(const RecomputeCase&) {
    if (context_.next_calendar == nullptr) {
        throw Error(ErrorCode::argument, "deadlines are recomputed by a calendar that is given");
    }
    CaseContext newer = context_;
    newer.calendar = context_.next_calendar;
    Recompute lists;
    reckon_anew(newer, state_, command_, context_.calendar, lists);
    event_.calendar = newer.calendar->label();
    event_.calendar_digest = newer.calendar->digest();
    for (const Recomputed& change : lists.changes) {
        event_.dues.push_back({change.task, change.new_due});
    }
    return std::move(lists.judgement.refusal);
}

Judge::Refusal Judge::act(const MigrateCase& action) {
    if (context_.next_sop == nullptr) {
        throw Error(ErrorCode::argument, "a case migrates to a version of its Sop that is given");
    }
    if (Refusal refusal = need_reason()) {
        return refusal;
    }
    if (Refusal refusal = need_in_force(context_.next_sop->sop())) {
        return refusal;
    }
    return Migrator(context_, state_, command_).run(action, event_);
}

} // namespace tertib
