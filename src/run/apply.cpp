// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/apply.hpp"

#include "run/clocks.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tertib {

namespace {

[[noreturn]] void damaged(const Event& event, const std::string& what) {
    throw Error(ErrorCode::format, "event " + std::to_string(event.number) + " of case " +
                                       event.case_id + ": " + what);
}

/// Takes one event into a state. Whatever can't follow is refused: a journal is untrusted input.
class Application {
public:
    Application(const ReadySop& sop, CaseState& state, const Event& event)
        : sop_(sop),
          state_(state),
          event_(event) {}

    void run();

private:
    void check_turn() const;
    void act();
    void start();
    void complete();
    void reassign();
    void wait();
    void resume();
    void reopen();
    void erase();
    void migrate();
    void follow_rule();
    void take_records();
    [[nodiscard]] Task moved_task(Task task, const MovedTask& moved) const;
    void settle_tokens();
    void set_dues();
    [[nodiscard]] Task& task() { return open_task(event_.task); }
    [[nodiscard]] Task& open_task(const TaskId& id);
    [[nodiscard]] std::uint32_t step_of(const std::string& key) const;
    [[nodiscard]] const std::string& key_of(std::uint32_t step) const {
        return sop_.sop().steps()[step].key;
    }
    /// The step to which the flow of a task that is opened leads.
    [[nodiscard]] std::uint32_t step_of(const OpenedTask& opened) const;
    /// The node to which a flow leads; nothing for a flow that the Sop lacks.
    [[nodiscard]] std::optional<NodeIndex> node_after(std::uint32_t flow) const;
    void leave(const Task& gone);
    void let_go(Task& task) const;
    void give(Task& task, const std::string& person, const std::string& as) const;
    /// The clock of the whole case stands still from when the first of those tasks waits for which
    /// it does, and goes on with the last of them.
    void stop_service();
    void service_goes_on(Instant stopped);

    const ReadySop& sop_;
    CaseState& state_;
    const Event& event_;
};

void Application::run() {
    check_turn();
    act();
    settle_tokens();
    set_dues();
    if (event_.ends_case) {
        state_.status = CaseStatus::ended;
        state_.result = event_.result;
    }
    state_.events = event_.number;
    state_.recorded = event_.recorded;
}

void Application::check_turn() const {
    if (event_.number != state_.events + 1) {
        damaged(event_, "event " + std::to_string(state_.events + 1) + " is next");
    }
    const bool starts = event_.kind == EventKind::started;
    if (starts != (state_.status == CaseStatus::none)) {
        damaged(event_, starts ? "the case has started before" : "the case has not started");
    }
    if (!starts && event_.case_id != state_.id) {
        damaged(event_, "it is no event of case " + state_.id);
    }
    const std::string& digest = sop_digest_for(state_, event_);
    if (digest != sop_.sop().digest()) {
        damaged(event_, "it runs by the Sop " + digest + ", not the one given");
    }
}

void Application::act() {
    switch (event_.kind) {
    case EventKind::started: start(); return;
    case EventKind::accepted:
        state_.service.accepted = true;
        state_.service.clock.since = event_.happened;
        state_.service.clock.stops = stops_since(state_, event_.happened);
        stop_service();
        return;
    case EventKind::claimed: give(task(), event_.body.person, event_.as); return;
    case EventKind::released: let_go(task()); return;
    case EventKind::completed: complete(); return;
    case EventKind::returned: leave(task()); return;
    case EventKind::waiting: wait(); return;
    case EventKind::resumed: resume(); return;
    case EventKind::reassigned: reassign(); return;
    case EventKind::skipped: {
        const Task& skipped = task();
        ++state_.steps[skipped.step].skips;
        leave(skipped);
        return;
    }
    case EventKind::annotated:
    case EventKind::attached: return;
    case EventKind::suspended:
        state_.status = CaseStatus::suspended;
        state_.stopped_since = event_.happened;
        return;
    case EventKind::cancelled:
        state_.status = CaseStatus::cancelled;
        state_.stopped_since = state_.stopped_since.value_or(event_.happened);
        return;
    case EventKind::reopened: reopen(); return;
    case EventKind::overdue: task().clock.overdue = true; return;
    case EventKind::service_overdue: state_.service.clock.overdue = true; return;
    case EventKind::recomputed:
        state_.calendar = event_.calendar;
        state_.calendar_digest = event_.calendar_digest;
        return;
    case EventKind::erased: erase(); return;
    case EventKind::migrated: migrate(); return;
    case EventKind::warned: follow_rule(); return;
    case EventKind::escalated:
        follow_rule();
        task().escalated_to.push_back(event_.pelaksana);
        return;
    }
}

void Application::start() {
    state_.status = CaseStatus::running;
    state_.id = event_.case_id;
    state_.sop_digest = event_.sop_digest;
    state_.calendar = event_.calendar;
    state_.calendar_digest = event_.calendar_digest;
    state_.policy_digest = event_.policy_digest;
    state_.started = event_.happened;
    state_.service.waktu = event_.waktu;
    state_.service.dasar = event_.waktu.empty() ? std::string() : event_.dasar;
    state_.steps.resize(sop_.sop().steps().size());
}

void Application::complete() {
    Task& done = task();
    for (const std::uint32_t produk : event_.produk) {
        if (produk >= sop_.sop().steps()[done.step].produk.size()) {
            damaged(event_, "step " + event_.task.step + " has no such produk");
        }
        std::vector<std::uint32_t>& delivered = state_.steps[done.step].produk;
        const auto at = std::ranges::lower_bound(delivered, produk);
        if (at == delivered.end() || *at != produk) {
            delivered.insert(at, produk);
        }
    }
    if (event_.partial) {
        done.done_by.push_back(event_.as);
        done.pelaksana.clear(); // its part is done; the others' parts are open to them
        let_go(done);
        return;
    }
    ++state_.steps[done.step].completions;
    leave(done);
}

void Application::reassign() {
    if (event_.rule != 0) {
        follow_rule();
    }
    Task& given = task();
    given.pelaksana = event_.pelaksana;
    if (event_.work == WorkDone::discarded) {
        given.done_by.clear();
    }
    let_go(given);
    if (event_.given) {
        give(given, event_.body.recipient, event_.pelaksana);
    }
}

void Application::wait() {
    Task& waiting = task();
    waiting.state =
        waiting.state == TaskState::claimed ? TaskState::claimed_waiting : TaskState::ready_waiting;
    waiting.clock.stopped_since = event_.happened;
    if (event_.scope == WaitScope::task_and_service) {
        waiting.stops_service = true;
        stop_service();
    }
}

void Application::resume() {
    Task& resumed = task();
    const Instant stopped = resumed.clock.stopped_since.value_or(event_.happened);
    if (std::exchange(resumed.stops_service, false)) {
        service_goes_on(stopped);
    }
    resumed.state =
        resumed.state == TaskState::claimed_waiting ? TaskState::claimed : TaskState::ready;
    resumed.clock.stopped_since.reset();
    if (event_.with == ResumeWith::whole) {
        resumed.clock.since = event_.happened;
        resumed.clock.stops = stops_since(state_, event_.happened);
        resumed.clock.overdue = false;
        resumed.rules.clear();
    } else {
        resumed.clock.stops = with_stop(resumed.clock, stopped, event_.happened);
    }
}

void Application::stop_service() {
    Clock& clock = state_.service.clock;
    clock.stopped_since.reset();
    for (const Task& each : state_.tasks) {
        if (state_.service.accepted && each.stops_service && each.clock.stopped_since) {
            const Instant from = std::max(*each.clock.stopped_since, clock.since);
            clock.stopped_since = std::min(clock.stopped_since.value_or(from), from);
        }
    }
}

void Application::service_goes_on(Instant stopped) {
    if (state_.service.accepted) {
        Clock& clock = state_.service.clock;
        clock.stops = with_stop(clock, stopped, event_.happened);
        stop_service();
    }
}

void Application::reopen() {
    const Instant stopped = state_.stopped_since.value_or(event_.happened);
    const auto add_stop = [&](Clock& clock) {
        clock.stops = with_stop(clock, stopped, event_.happened);
    };
    for (Task& each : state_.tasks) {
        add_stop(each.clock);
    }
    if (state_.service.accepted) {
        add_stop(state_.service.clock);
    }
    if (stopped < event_.happened) {
        state_.stops.push_back({stopped, event_.happened});
    }
    state_.status = CaseStatus::running;
    state_.stopped_since.reset();
}

void Application::erase() {
    for (Task& each : state_.tasks) {
        if (each.holder_event == event_.about) {
            each.holder.clear();
            each.holder_event = 0;
        }
    }
}

void Application::follow_rule() {
    std::vector<std::uint32_t>& rules = task().rules;
    const auto at = std::ranges::lower_bound(rules, event_.rule);
    if (event_.rule == 0 || (at != rules.end() && *at == event_.rule)) {
        damaged(event_, "a rule is followed twice, or none");
    }
    rules.insert(at, event_.rule);
}

void Application::migrate() {
    if (event_.moved.size() != state_.tasks.size()) {
        damaged(event_, "it doesn't say where every task goes");
    }
    take_records();
    state_.sop_digest = event_.sop_digest;
    state_.parked.clear();
    std::vector<Task> tasks = std::exchange(state_.tasks, {});
    std::vector<Instant> stopped; // those for which the whole case stood still, and that are gone
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const MovedTask& moved = event_.moved[i];
        if (moved.place != tasks[i].step || moved.from.number != tasks[i].number) {
            damaged(event_, "task " + text(moved.from) + " isn't open");
        }
        if (!moved.to.step.empty()) {
            state_.tasks.push_back(moved_task(std::move(tasks[i]), moved));
        } else if (const std::optional<Instant>& since = tasks[i].clock.stopped_since;
                   since && tasks[i].stops_service) {
            stopped.push_back(*since);
        }
    }
    const auto place = [](const Task& each) { return std::pair(each.step, each.number); };
    std::ranges::sort(state_.tasks, {}, place);
    if (std::ranges::adjacent_find(state_.tasks, {}, place) != state_.tasks.end()) {
        damaged(event_, "two tasks become one");
    }
    for (const Instant since : stopped) {
        service_goes_on(since);
    }
}

void Application::take_records() {
    state_.steps.assign(sop_.sop().steps().size(), {});
    for (const MovedRecord& record : event_.records) {
        const bool known = record.step < state_.steps.size();
        const std::size_t produk = known ? sop_.sop().steps()[record.step].produk.size() : 0;
        const auto made = [produk](std::uint32_t each) { return each < produk; };
        if (!known || !std::ranges::all_of(record.produk, made)) {
            damaged(event_, "the Sop has no step or produk of that place");
        }
        state_.steps[record.step] = {record.arrivals, record.completions, record.skips,
                                     record.produk};
    }
}

Task Application::moved_task(Task task, const MovedTask& moved) const {
    task.step = step_of(moved.to.step);
    task.number = moved.to.number;
    task.flow = moved.flow;
    if (node_after(moved.flow) != StepGraph::step_node(task.step) || task.number == 0 ||
        task.number > state_.steps[task.step].arrivals) {
        damaged(event_, "task " + text(moved.to) + " can't be there");
    }
    task.pelaksana = moved.pelaksana;
    task.done_by = moved.done_by;
    if (moved.let_go) {
        let_go(task);
    }
    return task;
}

void Application::settle_tokens() {
    for (const std::uint32_t flow : event_.released) {
        if (std::erase_if(state_.parked, [&](const ParkedToken& p) { return p.flow == flow; }) !=
            1) {
            damaged(event_, "no token waits on flow " + std::to_string(flow));
        }
    }
    for (const ParkedToken& token : event_.parked) {
        const std::optional<NodeIndex> before = node_after(token.flow);
        if (!before || sop_.graph().kind(*before) != NodeKind::gateway) {
            damaged(event_, "no token waits on flow " + std::to_string(token.flow) + " of the Sop");
        }
        state_.parked.insert(std::ranges::upper_bound(state_.parked, token), token);
    }
    for (const OpenedTask& opened : event_.opened) {
        const std::uint32_t step = step_of(opened);
        ++state_.steps[step].arrivals;
        const auto place = [](const Task& each) { return std::pair(each.step, each.number); };
        Task& task = *state_.tasks.emplace(
            std::ranges::upper_bound(state_.tasks, std::pair(step, opened.id.number), {}, place));
        task.step = step;
        task.number = opened.id.number;
        task.flow = opened.flow;
        task.clock.since = opened.since;
        task.clock.stops = stops_since(state_, opened.since);
        task.clock.due = opened.due;
        task.clock.promised = opened.due;
    }
}

void Application::set_dues() {
    for (const ChangedDue& changed : event_.dues) {
        Clock* clock = &state_.service.clock;
        if (!changed.task.step.empty()) {
            clock = &open_task(changed.task).clock;
        }
        clock->due = changed.due;
        // Only ever moved to what is still to come: it can be missed again.
        const bool ahead = event_.kind == EventKind::recomputed ||
                           (event_.kind == EventKind::migrated && !changed.task.step.empty());
        clock->overdue = clock->overdue && !ahead;
        if (!clock->promised) {
            clock->promised = changed.due;
        }
    }
}

/// Few tasks are open, so their keys are compared before any is looked up.
Task& Application::open_task(const TaskId& id) {
    for (Task& each : state_.tasks) {
        if (each.number == id.number && key_of(each.step) == id.step) {
            return each;
        }
    }
    (void)step_of(id.step);
    damaged(event_, "task " + text(id) + " isn't open");
}

std::uint32_t Application::step_of(const OpenedTask& opened) const {
    const std::optional<NodeIndex> node = node_after(opened.flow);
    const std::optional<std::size_t> place = node ? sop_.graph().step_index(*node) : std::nullopt;
    if (place && sop_.sop().steps()[*place].key == opened.id.step &&
        opened.id.number == state_.steps[*place].arrivals + 1) {
        return static_cast<std::uint32_t>(*place);
    }
    (void)step_of(opened.id.step);
    damaged(event_, "task " + text(opened.id) + " can't be opened");
}

std::uint32_t Application::step_of(const std::string& key) const {
    const std::optional<std::uint32_t> step = sop_.find_step(key);
    if (!step) {
        damaged(event_, "the Sop has no step " + key);
    }
    return *step;
}

std::optional<NodeIndex> Application::node_after(std::uint32_t flow) const {
    const std::optional<EdgeIndex> edge = sop_.edge_of(flow);
    return edge ? std::optional(sop_.graph().digraph().edge(*edge).to) : std::nullopt;
}

void Application::leave(const Task& gone) {
    const std::optional<Instant> stopped =
        gone.stops_service ? gone.clock.stopped_since : std::nullopt;
    state_.tasks.erase(state_.tasks.begin() + (&gone - state_.tasks.data()));
    if (stopped) {
        service_goes_on(*stopped);
    }
}

void Application::let_go(Task& task) const {
    task.state = is_waiting(task.state) ? TaskState::ready_waiting : TaskState::ready;
    task.holder.clear();
    task.holder_as.clear();
    task.holder_event = 0;
}

void Application::give(Task& task, const std::string& person, const std::string& as) const {
    task.state = is_waiting(task.state) ? TaskState::claimed_waiting : TaskState::claimed;
    task.holder = person;
    task.holder_as = as;
    task.holder_event = event_.number;
}

} // namespace

const std::string& sop_digest_for(const CaseState& state, const Event& event) noexcept {
    const bool names_it = event.kind == EventKind::started || event.kind == EventKind::migrated;
    return names_it ? event.sop_digest : state.sop_digest;
}

CaseState apply(const ReadySop& sop, CaseState&& state, const Event& event) {
    Application(sop, state, event).run();
    return std::move(state);
}

} // namespace tertib
