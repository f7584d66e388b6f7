// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/clocks.hpp"
#include "run/judge.hpp"
#include "run/same_text.hpp"
#include "run/step_needs.hpp"

#include <algorithm>
#include <utility>

// What a person asks of one task.
namespace tertib {

namespace {

[[nodiscard]] std::optional<std::uint32_t> find_text(const std::vector<std::string>& list,
                                                     const std::string& wanted) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (same_text(list[i], wanted)) {
            return static_cast<std::uint32_t>(i);
        }
    }
    return std::nullopt;
}

[[nodiscard]] std::string joined(const std::vector<std::string>& list) {
    std::string all;
    for (const std::string& each : list) {
        all += all.empty() ? "" : "; ";
        all += each;
    }
    return all.empty() ? "-" : all;
}

void keep_sorted(std::vector<std::uint32_t>& places, std::uint32_t place) {
    const auto at = std::ranges::lower_bound(places, place);
    if (at == places.end() || *at != place) {
        places.insert(at, place);
    }
}

} // namespace

Judge::Refusal Judge::act(const ClaimTask& action) {
    return find_task(action.task, TaskCommand::claim);
}

Judge::Refusal Judge::act(const ReleaseTask& action) {
    return find_task(action.task, TaskCommand::release);
}

Judge::Refusal Judge::act(const CompleteTask& action) {
    if (Refusal refusal = find_task(action.task, TaskCommand::complete)) {
        return refusal;
    }
    if (Refusal refusal = take_produk(action)) {
        return refusal;
    }
    if (Refusal refusal = take_kelengkapan(action)) {
        return refusal;
    }
    if (Refusal refusal = take_participation(action)) {
        return refusal;
    }
    event_.outcome = action.outcome;
    event_.body.excuse = action.excuse;
    if (event_.partial) {
        return finish_leaving(action.result);
    }
    const std::optional<std::string>& target = action.target;
    if (Refusal refusal = target ? jump(action.outcome, *target) : go_on(action.outcome)) {
        return refusal;
    }
    return finish_leaving(action.result);
}

Judge::Refusal Judge::take_produk(const CompleteTask& action) {
    for (const std::string& produk : action.produk) {
        const std::optional<std::uint32_t> place = find_text(step().produk, produk);
        if (!place) {
            return refuse(
                "PRODUK-UNKNOWN",
                {{"task", text(event_.task)}, {"produk", produk}, {"list", joined(step().produk)}});
        }
        keep_sorted(event_.produk, *place);
    }
    return {};
}

Judge::Refusal Judge::take_kelengkapan(const CompleteTask& action) {
    const Step& here = step();
    for (const std::string& missing : action.missing) {
        const std::optional<std::uint32_t> place = find_text(here.kelengkapan, missing);
        if (!place) {
            return refuse("KELENGKAPAN-UNKNOWN", {{"task", text(event_.task)},
                                                  {"kelengkapan", missing},
                                                  {"list", joined(here.kelengkapan)}});
        }
        keep_sorted(event_.missing, *place);
    }
    // For what a skipped step that isn't optional makes, an excuse says why the case goes on without.
    for (const std::uint32_t place : owed_kelengkapan(*context_.sop, state_, task_->step)) {
        keep_sorted(event_.missing, place);
    }
    if (event_.missing.empty() || !trim(action.excuse).empty()) {
        return {};
    }
    std::vector<std::string> names;
    names.reserve(event_.missing.size());
    for (const std::uint32_t place : event_.missing) {
        names.push_back(here.kelengkapan[place]);
    }
    return refuse("KELENGKAPAN-MISSING", {{"task", text(event_.task)}, {"list", joined(names)}});
}

Judge::Refusal Judge::take_participation(const CompleteTask& action) {
    if (step().participation != Participation::all) {
        return {};
    }
    std::vector<std::string> open = posts_left(sop(), step(), task_->done_by);
    const auto is_own = [this](const std::string& post) { return same_text(post, command_.by.as); };
    if (std::erase_if(open, is_own) == 0 && !step().marks.empty()) {
        return refuse("TASK-DONE-BY-POST", {{"task", text(event_.task)}, {"as", command_.by.as}});
    }
    event_.partial = !open.empty();
    if (event_.partial && (!action.outcome.empty() || action.target)) {
        return refuse("OUTCOME-TOO-EARLY", {{"task", text(event_.task)}, {"list", joined(open)}});
    }
    return {};
}

Judge::Refusal Judge::act(const ReturnTask& action) {
    Refusal refusal = find_task(action.task, TaskCommand::give_back);
    if (!refusal) {
        refusal = need_reason();
    }
    if (refusal) {
        return refusal;
    }
    const ReadySop& sop = *context_.sop;
    const std::optional<std::uint32_t> target = sop.find_step(action.target);
    if (!target) {
        return refuse("STEP-UNKNOWN", {{"step", action.target}});
    }
    const bool earlier = *target != task_->step && state_.steps[*target].arrivals > 0 &&
                         sop.leads_to(*target, task_->step);
    if (!earlier) {
        return refuse("RETURN-NOT-EARLIER",
                      {{"task", text(event_.task)}, {"target", action.target}});
    }
    return move_to(action.target, "RETURN-ELSEWHERE");
}

Judge::Refusal Judge::act(const WaitTask& action) {
    if (Refusal refusal = find_task(action.task, TaskCommand::wait)) {
        return refusal;
    }
    event_.scope = action.scope;
    return need_reason();
}

Judge::Refusal Judge::act(const ResumeTask& action) {
    Refusal refusal = find_task(action.task, TaskCommand::resume);
    if (!refusal && action.with == ResumeWith::whole) {
        refusal = need_dasar();
    }
    if (refusal) {
        return refusal;
    }
    const Zone zone = context_.calendar->zone();
    const Instant stopped = task_->clock.stopped_since.value_or(task_->clock.since);
    if (happened() < stopped) {
        return refuse("AT-BEFORE-TASK", {{"task", text(event_.task)},
                                         {"at", text(happened(), zone)},
                                         {"since", text(stopped, zone)}});
    }
    event_.with = action.with;
    const bool whole = action.with == ResumeWith::whole;
    const Clock& clock = task_->clock;
    const Instant since = whole ? happened() : clock.since;
    const std::vector<ClockStop> stops =
        whole ? stops_since(state_, since) : with_stop(clock, stopped, happened());
    const std::optional<Instant> due = task_due(context_, task_->step, since, stops);
    event_.dues.push_back({event_.task, whole ? due : due_going_on(clock, due)});
    add_service_due();
    return {};
}

void Judge::add_service_due() {
    if (task_->stops_service && state_.service.accepted && task_->clock.stopped_since) {
        const Clock& clock = state_.service.clock;
        const std::optional<Instant> due =
            service_due(context_, state_.service, clock.since,
                        with_stop(clock, *task_->clock.stopped_since, happened()));
        event_.dues.push_back({{}, due_going_on(clock, due)});
    }
}

Judge::Refusal Judge::act(const ReassignTask& action) {
    Refusal refusal = find_task(action.task, TaskCommand::reassign);
    if (!refusal) {
        refusal = need_reason();
    }
    if (!refusal) {
        refusal = find_recipient(action);
    }
    event_.work = action.work;
    return refusal;
}

Judge::Refusal Judge::find_recipient(const ReassignTask& action) {
    std::vector<std::string> posts = posts_of(sop(), step());
    if (!action.pelaksana.empty()) {
        const std::optional<PelaksanaIndex> known = sop().find_pelaksana(action.pelaksana);
        const bool listed = context_.roster != nullptr && context_.roster->covers(action.pelaksana);
        if (!known && !listed) {
            return refuse("PELAKSANA-NOT-LISTED", {{"pelaksana", action.pelaksana}});
        }
        event_.pelaksana = known ? sop().pelaksana_name(*known) : action.pelaksana;
        posts = {event_.pelaksana};
    }
    if (Refusal refusal = check_part(action)) {
        return refusal;
    }
    event_.given = !trim(action.person).empty();
    event_.body.recipient = action.person;
    if (!event_.given || context_.roster == nullptr) {
        return {};
    }
    const LocalDay day = local_day(happened(), context_.calendar->zone());
    const bool may = posts.empty() || std::ranges::any_of(posts, [&](const std::string& post) {
                         return !context_.roster->covers(post) ||
                                context_.roster->find(action.person, post, day) != nullptr;
                     });
    return may ? Refusal{}
               : refuse("RECIPIENT-NOT-HOLDER", {{"list", joined(posts)}, {"day", text(day)}});
}

Judge::Refusal Judge::check_part(const ReassignTask& action) const {
    if (event_.pelaksana.empty() || step().participation != Participation::all ||
        step().marks.empty()) {
        return {};
    }
    const std::vector<std::string> left = posts_left(
        sop(), step(), action.work == WorkDone::kept ? task_->done_by : std::vector<std::string>{});
    return find_text(left, event_.pelaksana)
               ? Refusal{}
               : refuse("TASK-DONE-BY-POST",
                        {{"task", text(event_.task)}, {"as", event_.pelaksana}});
}

Judge::Refusal Judge::act(const SkipTask& action) {
    Refusal refusal = find_task(action.task, TaskCommand::skip);
    if (refusal) {
        return refusal;
    }
    // Who has it leaves an optional step out, and anybody of its pelaksana while nobody has it.
    const bool claimed =
        task_->state == TaskState::claimed || task_->state == TaskState::claimed_waiting;
    const Relation asks = relation(*task_);
    const bool own = step().optional.has_value() &&
                     (asks == Relation::holder || (asks == Relation::candidate && !claimed));
    const bool founded = !trim(command_.reason).empty() && !trim(command_.dasar).empty();
    if (!own && !founded) {
        return refuse("SKIP-NEEDS-DASAR", {{"task", text(event_.task)}});
    }
    event_.outcome = action.outcome;
    add_service_due();
    refusal = go_on(action.outcome);
    return refusal ? refusal : finish_leaving({});
}

} // namespace tertib
