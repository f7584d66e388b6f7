// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/reference_case.hpp"

#include "run/reference_words.hpp"
#include "tertib/base/digest.hpp"

#include <algorithm>

namespace tertib::test {

namespace {

/// Whether a deadline follows from a waktu by itself.
[[nodiscard]] bool tells_time(const Waktu& waktu) {
    return waktu.form != WaktuForm::per_item && waktu.form != WaktuForm::open &&
           waktu.form != WaktuForm::none;
}

} // namespace

std::string ReferenceCase::ask(const Command& command) {
    reasons_.clear();
    const ReferenceCase before = *this;
    happened_ = command.at.value_or(command.now);
    std::string code = judge_case(command);
    if (code.empty()) {
        code = judge_times(command);
    }
    if (code.empty()) {
        code = judge_actor(command);
    }
    if (code.empty()) {
        ++events_;
        code = std::visit([&](const auto& action) { return act(action, command); }, command.action);
    }
    if (!code.empty()) {
        const std::set<std::string> reasons = std::exchange(reasons_, {});
        *this = before;
        reasons_ = reasons;
        return code;
    }
    recorded_ = command.now;
    return {};
}

std::string ReferenceCase::judge_case(const Command& command) const {
    const Action& action = command.action;
    if (std::holds_alternative<StartCase>(action)) {
        return status_ == CaseStatus::none ? "" : "CASE-EXISTS";
    }
    if (status_ == CaseStatus::none) {
        return "CASE-UNKNOWN";
    }
    if (std::holds_alternative<Annotate>(action) || std::holds_alternative<Attach>(action) ||
        std::holds_alternative<EraseBody>(action)) {
        return "";
    }
    const bool reopens = std::holds_alternative<ReopenCase>(action);
    if (status_ == CaseStatus::ended) {
        return "CASE-ENDED";
    }
    if (status_ == CaseStatus::running) {
        return reopens ? "CASE-RUNNING" : "";
    }
    if (status_ == CaseStatus::cancelled) {
        return reopens ? "" : "CASE-CANCELLED";
    }
    return reopens || std::holds_alternative<CancelCase>(action) ? "" : "CASE-SUSPENDED";
}

std::string ReferenceCase::judge_times(const Command& command) const {
    const LocalDay today = local_day(command.now, calendar_->zone());
    const LocalDay day = local_day(happened_, calendar_->zone());
    if (today < first_day || today > last_day) {
        return "NOW-OUTSIDE";
    }
    if (status_ != CaseStatus::none && command.now < recorded_) {
        return "NOW-BACKWARDS";
    }
    if (happened_ > command.now) {
        return "AT-AFTER-NOW";
    }
    if (status_ != CaseStatus::none && happened_ < started_) {
        return "AT-BEFORE-CASE";
    }
    if (day < first_day) {
        return "NOW-OUTSIDE";
    }
    const Action& action = command.action;
    const bool writes = std::holds_alternative<Annotate>(action) ||
                        std::holds_alternative<Attach>(action) ||
                        std::holds_alternative<EraseBody>(action);
    if (!writes && in_the_midst(stops_, happened_)) {
        return "AT-WHILE-STOPPED";
    }
    const bool late = day < today && calendar_->table().is_working_day(day);
    return late && blank(command.reason) ? "AT-NEEDS-REASON" : "";
}

std::vector<ClockStop> ReferenceCase::stopped_after(Instant since) const {
    std::vector<ClockStop> stops;
    for (const ClockStop& each : stops_) {
        stops = stood_still(since, stops, each.from, each.until);
    }
    return stops;
}

std::string ReferenceCase::judge_actor(const Command& command) const {
    const Actor& by = command.by;
    if (blank(by.person) || blank(by.as)) {
        return "ACTOR-NEEDED";
    }
    bool covered = false;
    bool holds = false;
    bool held = false;
    const LocalDay day = local_day(happened_, calendar_->zone());
    for (const PostHolding& each :
         roster_ == nullptr ? std::span<const PostHolding>{} : roster_->holdings()) {
        if (same(each.pelaksana, by.as)) {
            covered = true;
            const bool own = same(each.person, by.person);
            holds = holds || (own && each.from <= day && (!each.until || *each.until >= day));
            held = held || (own && each.until && *each.until < day);
        }
    }
    if (!covered || holds) {
        return "";
    }
    return held ? "ACTOR-POST-ENDED" : "ACTOR-NOT-HOLDER";
}

std::string ReferenceCase::find(const std::string& name) {
    std::string key = name;
    std::size_t number = 0;
    if (!sop_->step(name)) {
        const std::optional<TaskId> id = task_id(name);
        if (!id || !sop_->step(id->step)) {
            return "STEP-UNKNOWN";
        }
        key = id->step;
        number = id->number;
    }
    std::size_t found = 0;
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        const bool meant = sop_->sop().steps()[tasks_[i].step].key == key &&
                           (number == 0 || number == tasks_[i].number);
        if (meant) {
            meant_ = i;
            ++found;
        }
    }
    if (found == 1) {
        return "";
    }
    return found == 0 ? "TASK-NOT-OPEN" : "TASK-SEVERAL";
}

void ReferenceCase::lay(std::size_t flow, Instant since) {
    const std::string& node = sop_->sop().flow()[flow].to;
    if (node == end_node) {
        return;
    }
    if (const std::optional<std::size_t> step = sop_->step(node)) {
        OpenTask task;
        task.step = *step;
        task.number = ++counts_[*step].arrivals;
        task.flow = flow;
        task.timer.since = since;
        task.timer.stops = stopped_after(since);
        task.timer.promised = reckon(task.timer, sop_->waktu(*step));
        tasks_.push_back(std::move(task));
        return;
    }
    parked_.emplace(flow, since);
    Instant last = since;
    const std::vector<std::size_t> needed = sop_->in(node);
    for (const std::size_t each : needed) {
        if (!parked_.contains(each)) {
            return;
        }
        last = std::max(last, parked_[each]);
    }
    for (const std::size_t each : needed) {
        parked_.erase(each);
    }
    for (const std::size_t each : sop_->out(node)) {
        lay(each, last);
    }
}

std::string ReferenceCase::go(const std::string& node, const std::string& outcome) {
    const std::vector<std::size_t> flows = sop_->leaving(node, outcome);
    if (sop_->chooses(node) && flows.empty()) {
        return "OUTCOME-NEEDED";
    }
    if (!sop_->chooses(node) && !outcome.empty()) {
        return "OUTCOME-NOT-DRAWN";
    }
    for (const std::size_t flow : flows) {
        lay(flow, happened_);
    }
    return "";
}

std::uint64_t ReferenceCase::marking() const {
    std::uint64_t all = 0;
    for (const OpenTask& each : tasks_) {
        all |= std::uint64_t{1} << each.flow;
    }
    for (const auto& [flow, since] : parked_) {
        all |= std::uint64_t{1} << flow;
    }
    return all;
}

ReferenceCase::Landing ReferenceCase::landing(const std::string& target) const {
    const std::uint64_t rest = marking() & ~(std::uint64_t{1} << tasks_[meant_].flow);
    if (target == end_node) {
        return {sop_->can_stand(rest), std::nullopt};
    }
    for (const std::size_t flow : sop_->in(target)) {
        const std::uint64_t bit = std::uint64_t{1} << flow;
        if ((rest & bit) == 0 && sop_->can_stand(rest | bit)) {
            return {true, flow};
        }
    }
    return {};
}

void ReferenceCase::end_service_stop(const OpenTask& task, Instant when) {
    if (task.stops_service && accepted_) {
        service_.stops = stood_still(service_.since, service_.stops, *task.waiting_since, when);
        go_on_with(service_, ready_waktu_);
    }
}

void ReferenceCase::leave(Instant when) {
    end_service_stop(task(), when);
    tasks_.erase(tasks_.begin() + static_cast<std::ptrdiff_t>(meant_));
}

void ReferenceCase::end_if_empty(const std::string& result) {
    if (tasks_.empty() && parked_.empty()) {
        status_ = CaseStatus::ended;
        result_ = result;
    }
}

std::string ReferenceCase::act(const StartCase& action, const Command& command) {
    if (blank(command.case_id) || command.case_id.front() == '@') {
        return "CASE-NAME";
    }
    const std::optional<Waktu>& total = sop_->sop().total();
    waktu_ = action.waktu;
    dasar_ = waktu_.empty() ? "" : command.dasar;
    if (waktu_.empty() && total && tells_time(*total)) {
        waktu_ = total->text;
        dasar_ = command.dasar.empty() ? sop_->sop().identity().nomor : command.dasar;
    }
    if (!action.waktu.empty()) {
        if (!tells_time(read_waktu(action.waktu).waktu)) {
            return "WAKTU-UNREADABLE";
        }
        if (blank(command.dasar)) {
            return "DASAR-NEEDED";
        }
    }
    ready_waktu_ = ready(WaktuRequest{.waktu = read_waktu(waktu_).waktu});
    id_ = command.case_id;
    status_ = CaseStatus::running;
    started_ = happened_;
    if (std::string code = go(std::string(start_node), action.outcome); !code.empty()) {
        return code;
    }
    end_if_empty("");
    return "";
}

std::string ReferenceCase::act(const AcceptCase&, const Command&) {
    if (accepted_) {
        return "CASE-ACCEPTED";
    }
    accepted_ = true;
    service_.since = happened_;
    service_.stops = stopped_after(happened_);
    service_.promised = reckon(service_, ready_waktu_);
    return "";
}

std::string ReferenceCase::act(const Annotate& action, const Command&) {
    if (blank(action.note)) {
        return "NOTE-NEEDED";
    }
    return action.task.empty() ? "" : find(action.task);
}

std::string ReferenceCase::act(const Attach& action, const Command&) {
    if (blank(action.evidence)) {
        return "EVIDENCE-NEEDED";
    }
    if (!sha256_from_hex(action.sha256)) {
        return "EVIDENCE-DIGEST";
    }
    return action.task.empty() ? "" : find(action.task);
}

std::string ReferenceCase::act(const SuspendCase&, const Command& command) {
    if (blank(command.reason)) {
        return "REASON-NEEDED";
    }
    status_ = CaseStatus::suspended;
    stopped_since_ = happened_;
    return "";
}

std::string ReferenceCase::act(const CancelCase&, const Command& command) {
    if (blank(command.reason)) {
        return "REASON-NEEDED";
    }
    status_ = CaseStatus::cancelled;
    stopped_since_ = stopped_since_.value_or(happened_);
    return "";
}

std::string ReferenceCase::act(const ReopenCase&, const Command& command) {
    if (happened_ < *stopped_since_) {
        return "AT-BEFORE-SUSPENSION";
    }
    if (blank(command.reason)) {
        return "REASON-NEEDED";
    }
    for (OpenTask& each : tasks_) {
        each.timer.stops =
            stood_still(each.timer.since, each.timer.stops, *stopped_since_, happened_);
        go_on_with(each.timer, sop_->waktu(each.step));
    }
    if (accepted_) {
        service_.stops = stood_still(service_.since, service_.stops, *stopped_since_, happened_);
        go_on_with(service_, ready_waktu_);
    }
    stops_ = stood_still(*stopped_since_, stops_, *stopped_since_, happened_);
    status_ = CaseStatus::running;
    stopped_since_.reset();
    return "";
}

std::string ReferenceCase::act(const EraseBody& action, const Command& command) {
    if (action.event == 0 || action.event >= events_) {
        return "EVENT-UNKNOWN";
    }
    if (blank(command.dasar)) {
        return "DASAR-NEEDED";
    }
    for (OpenTask& each : tasks_) {
        if (each.claimed && each.holder_event == action.event) {
            each.holder = "";
        }
    }
    return "";
}

std::optional<Instant> ReferenceCase::reckon(const Timer& timer, const ReadyWaktu& waktu,
                                             const Calendar& calendar) {
    if (waktu.alternatives.empty()) {
        return std::nullopt;
    }
    ReadyWaktu with_stops = waktu;
    with_stops.stops = merged(timer.stops);
    return due(calendar.table(), calendar.zone(), timer.since, with_stops);
}

Task ReferenceCase::shown(const OpenTask& open) const {
    Task task;
    task.step = static_cast<std::uint32_t>(open.step);
    task.number = static_cast<std::uint32_t>(open.number);
    task.flow = static_cast<std::uint32_t>(open.flow);
    task.state = open.claimed
                     ? (open.waiting_since ? TaskState::claimed_waiting : TaskState::claimed)
                     : (open.waiting_since ? TaskState::ready_waiting : TaskState::ready);
    task.holder = open.holder;
    task.holder_as = open.holder_as;
    task.holder_event = open.holder.empty() ? 0 : open.holder_event;
    task.pelaksana = open.post;
    task.stops_service = open.stops_service;
    task.done_by = open.done_by;
    task.clock.since = open.timer.since;
    task.clock.stops = merged(open.timer.stops);
    task.clock.stopped_since = open.waiting_since;
    task.clock.due = due_of(open.timer, sop_->waktu(open.step));
    task.clock.promised = open.timer.promised;
    task.clock.overdue = open.timer.missed;
    task.rules.assign(open.followed.begin(), open.followed.end());
    task.escalated_to = open.escalated;
    return task;
}

Service ReferenceCase::shown_service() const {
    Service service;
    service.waktu = waktu_;
    service.dasar = dasar_;
    service.accepted = accepted_;
    if (!accepted_) {
        return service;
    }
    service.clock.since = service_.since;
    service.clock.stops = merged(service_.stops);
    service.clock.due = due_of(service_, ready_waktu_);
    service.clock.promised = service_.promised;
    service.clock.overdue = service_.missed;
    service.clock.stopped_since = service_stopped();
    return service;
}

/// It stands still while any task that stops it waits.
std::optional<Instant> ReferenceCase::service_stopped() const {
    std::optional<Instant> since;
    for (const OpenTask& each : tasks_) {
        if (accepted_ && each.stops_service) {
            const Instant from = std::max(*each.waiting_since, service_.since);
            since = std::min(since.value_or(from), from);
        }
    }
    return since;
}

CaseState ReferenceCase::state() const {
    CaseState state;
    state.status = status_;
    if (status_ == CaseStatus::none) {
        return state;
    }
    state.id = id_;
    state.sop_digest = sop_->sop().digest();
    state.calendar = calendar_->label();
    state.calendar_digest = calendar_->digest();
    state.policy_digest = policy_ == nullptr ? "" : policy_->digest();
    state.events = events_;
    state.started = started_;
    state.recorded = recorded_;
    state.result = result_;
    state.stopped_since = stopped_since_;
    state.stops = stops_;
    state.service = shown_service();
    for (const OpenTask& each : tasks_) {
        state.tasks.push_back(shown(each));
    }
    for (const auto& [flow, since] : parked_) {
        state.parked.push_back({static_cast<std::uint32_t>(flow), since});
    }
    for (std::size_t i = 0; i < sop_->sop().steps().size(); ++i) {
        const auto counts = counts_.find(i);
        StepRecord& record = state.steps.emplace_back();
        if (counts != counts_.end()) {
            record = {static_cast<std::uint32_t>(counts->second.arrivals),
                      static_cast<std::uint32_t>(counts->second.completions),
                      static_cast<std::uint32_t>(counts->second.skips),
                      {}};
        }
    }
    for (const auto& [step, place] : delivered_) {
        state.steps[step].produk.push_back(static_cast<std::uint32_t>(place));
    }
    std::ranges::sort(state.tasks, {},
                      [](const Task& task) { return std::pair(task.step, task.number); });
    return state;
}

} // namespace tertib::test
