// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/case_driver.hpp"

#include "run/step_needs.hpp"
#include "tertib/base/catalogue.hpp"
#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"

#include <algorithm>
#include <span>
#include <utility>
#include <variant>

namespace tertib {

namespace {

[[nodiscard]] Sop with_overlay(const Sop& sop, const std::optional<Overlay>& overlay) {
    if (!overlay) {
        return sop;
    }
    OverlayResult result = apply_overlay(sop, *overlay);
    for (const Finding& finding : result.findings) {
        if (finding.severity == Severity::error) {
            throw Error(ErrorCode::argument, "the overlay doesn't fit the Sop: " + finding.code +
                                                 ": " + message(finding, Language::en));
        }
    }
    return std::move(result.sop);
}

/// The task that a command is about, "" for the whole case.
[[nodiscard]] TaskName task_of(const Action& action) {
    return std::visit(
        [](const auto& each) -> TaskName {
            if constexpr (requires { each.task; }) {
                return each.task;
            } else {
                return {};
            }
        },
        action);
}

[[nodiscard]] bool is_partial(const std::vector<Event>& events) {
    return !events.empty() && events.back().partial;
}

} // namespace

CaseDriver::CaseDriver(Store& store, TestClock& clock, const Sop& sop, DriverOptions options)
    : store_(&store),
      clock_(&clock),
      options_(std::move(options)) {
    sop_ = store_->sop(store_->register_sop(with_overlay(sop, options_.overlay)));
    if (options_.roster) {
        store_->use_roster(options_.roster);
    }
}

std::vector<Event> CaseDriver::start(const std::string& case_id, const StartCase& action,
                                     const StepOrders& orders) {
    DrivenStep step{.case_id = case_id,
                    .step = std::string(start_node),
                    .outcome = action.outcome,
                    .by = orders.by.value_or(actor_for(case_id, {})),
                    .now = clock_->now(),
                    .events = {}};
    for (const StepHook& hook : before_) {
        hook(step);
    }
    // A hook may have moved the clock, and who holds a post depends on the day.
    const Command command = this->command(case_id, action, orders);
    step.by = command.by;
    step.now = command.now;
    step.events = done(command, step.step);
    for (const StepHook& hook : after_) {
        hook(step);
    }
    return step.events;
}

std::vector<Event> CaseDriver::complete(const std::string& case_id, std::string_view item,
                                        const StepOrders& orders) {
    const PathItem read = read_path_item(sop(), item);
    if (read.task == start_node) {
        return start(case_id, {.waktu = {}, .outcome = read.outcome}, orders);
    }
    std::vector<Event> events = one_post(case_id, read, orders);
    std::vector<Event> all = events;
    while (is_partial(events) && !orders.by) {
        events = one_post(case_id, read, orders);
        all.insert(all.end(), events.begin(), events.end());
    }
    return all;
}

/// Completes a task for one of its posts, and tells the hooks.
std::vector<Event> CaseDriver::one_post(const std::string& case_id, const PathItem& item,
                                        const StepOrders& orders) {
    const std::optional<TaskId> id = task_id(item.task);
    DrivenStep step{.case_id = case_id,
                    .step = id && sop().step(item.task) == nullptr ? id->step : item.task,
                    .outcome = item.outcome,
                    .by = orders.by.value_or(actor_for(case_id, item.task)),
                    .now = clock_->now(),
                    .events = {}};
    for (const StepHook& hook : before_) {
        hook(step);
    }
    const CompleteTask action = completion(case_id, item, orders);
    const Command command = this->command(case_id, action, orders);
    step.outcome = action.outcome;
    step.by = command.by;
    step.now = command.now;
    step.events =
        done(command, item.task + (item.outcome.empty() ? std::string() : "=" + item.outcome));
    for (const StepHook& hook : after_) {
        hook(step);
    }
    return step.events;
}

CompleteTask CaseDriver::completion(const std::string& case_id, const PathItem& item,
                                    const StepOrders& orders) const {
    CompleteTask action{.task = item.task,
                        .produk = orders.produk.value_or(std::vector<std::string>{}),
                        .outcome = item.outcome,
                        .target = orders.target,
                        .missing = orders.missing,
                        .excuse = orders.excuse,
                        .result = orders.result};
    const std::optional<CaseState> state = store_->find_case(case_id);
    if (!state) {
        return action; // it will be refused, and that is told
    }
    const Task* task = find_task(*state, item.task);
    if (task == nullptr) {
        return action;
    }
    const Step& step = sop().steps()[task->step];
    action.task = text(TaskId{step.key, task->number});
    if (!orders.produk) {
        action.produk = step.produk;
    }
    if (action.excuse.empty() && !owed_kelengkapan(*sop_, *state, task->step).empty()) {
        action.excuse = options_.excuse;
    }
    // What follows is said by the last of those who all have to complete it.
    if (step.participation == Participation::all &&
        posts_of(sop(), step).size() > task->done_by.size() + 1) {
        action.outcome.clear();
        action.target.reset();
        action.result.clear();
    }
    return action;
}

CaseState CaseDriver::walk(const std::string& case_id, const CasePath& path,
                           const StepOrders& last) {
    std::span<const std::string> items(path.items);
    const bool starts = !items.empty() && read_path_item(sop(), items.front()).task == start_node;
    if (!starts && !store_->find_case(case_id)) {
        (void)start(case_id);
    }
    while (!items.empty()) {
        (void)complete(case_id, items.front(), items.size() == 1 ? last : StepOrders{});
        items = items.subspan(1);
    }
    return state(case_id);
}

std::vector<Event> CaseDriver::act(const std::string& case_id, Action action,
                                   const StepOrders& orders) {
    const TaskName task = task_of(action);
    return done(command(case_id, std::move(action), orders), task);
}

Reply CaseDriver::ask(const std::string& case_id, Action action, const StepOrders& orders) {
    return submit(command(case_id, std::move(action), orders));
}

CaseState CaseDriver::state(const std::string& case_id) const {
    std::optional<CaseState> found = store_->find_case(case_id);
    if (!found) {
        throw Error(ErrorCode::argument, "there is no case " + case_id);
    }
    return std::move(*found);
}

Command CaseDriver::command(const std::string& case_id, Action action,
                            const StepOrders& orders) const {
    const TaskName task = task_of(action);
    return {.case_id = case_id,
            .by = orders.by ? *orders.by : actor_for(case_id, task),
            .now = clock_->now(),
            .at = orders.at,
            .reason = orders.reason,
            .dasar = orders.dasar,
            .action = std::move(action)};
}

Reply CaseDriver::submit(Command command) {
    // Only a start names a calendar; registering one is no small thing.
    const std::string calendar = std::holds_alternative<StartCase>(command.action)
                                     ? store_->register_calendar(clock_->calendar())
                                     : std::string();
    return store_->submit({.command = std::move(command),
                           .key = {},
                           .seen = {},
                           .sop = sop().digest(),
                           .calendar = calendar});
}

/// Submits what must not be refused.
std::vector<Event> CaseDriver::done(const Command& command, const std::string& item) {
    const Reply reply = submit(command);
    if (const std::optional<Finding>& refusal = reply.refusal) {
        std::string where = "case " + command.case_id;
        if (!item.empty()) {
            where += ", step " + item;
        }
        throw Error(ErrorCode::argument, where + ": " + std::string(verb(command.action)) +
                                             " is refused, " + refusal->code + ": " +
                                             message(*refusal, Language::en));
    }
    std::vector<Event> events;
    if (const std::optional<Receipt>& receipt = reply.receipt) {
        const std::size_t count = receipt->last - receipt->first + 1;
        for (const StoredEvent& each : store_->events(command.case_id, receipt->first, count)) {
            events.push_back(unseal(each.sealed.data, each.sealed.body));
        }
    }
    return events;
}

/// The open task of that name; of a step that is open more than once the one that came first.
const Task* CaseDriver::find_task(const CaseState& state, const TaskName& task) const {
    const std::optional<std::uint32_t> key = sop_->find_step(task);
    const std::optional<TaskId> id = key ? std::nullopt : task_id(task);
    const std::optional<std::uint32_t> step = id ? sop_->find_step(id->step) : key;
    for (const Task& each : state.tasks) {
        if (step && each.step == *step && (!id || each.number == id->number)) {
            return &each;
        }
    }
    return nullptr;
}

/// Somebody who may do the task; for the whole case, or a task that isn't open, somebody.
Actor CaseDriver::actor_for(const std::string& case_id, const TaskName& name) const {
    const std::optional<CaseState> state = store_->find_case(case_id);
    const Task* task = state ? find_task(*state, name) : nullptr;
    if (task == nullptr) {
        const Step* step = sop().step(name);
        const std::vector<std::string> posts =
            step == nullptr ? std::vector<std::string>{} : posts_of(sop(), *step);
        return holder_of(posts.empty()
                             ? std::vector(sop().pelaksana().begin(), sop().pelaksana().end())
                             : posts);
    }
    std::vector<std::string> posts = posts_for(*sop_, *task);
    std::erase_if(posts, [&](const std::string& post) {
        return std::ranges::any_of(
            task->done_by, [&](const std::string& other) { return fold(post) == fold(other); });
    });
    if (!task->holder.empty()) {
        // Given to a person, it doesn't say for which of the posts.
        return {.person = task->holder,
                .as = task->holder_as.empty() ? post_of(task->holder, posts) : task->holder_as};
    }
    return holder_of(posts);
}

/// The first of the posts that the person holds today; else the first one.
std::string CaseDriver::post_of(const std::string& person,
                                const std::vector<std::string>& posts) const {
    const LocalDay today = local_day(clock_->now(), clock_->zone());
    for (const std::string& post : posts) {
        if (options_.roster && options_.roster->find(person, post, today) != nullptr) {
            return post;
        }
    }
    return posts.empty() ? "?" : posts.front();
}

/// Who holds the first of the posts that anybody holds today; else a made-up person of the first.
Actor CaseDriver::holder_of(const std::vector<std::string>& posts) const {
    const LocalDay today = local_day(clock_->now(), clock_->zone());
    for (const std::string& post : posts) {
        const std::span<const PostHolding> holdings =
            options_.roster ? options_.roster->holdings() : std::span<const PostHolding>{};
        for (const PostHolding& holding : holdings) {
            if (fold(holding.pelaksana) == fold(post) &&
                options_.roster->find(holding.person, post, today) != nullptr) {
                return {.person = holding.person, .as = post};
            }
        }
    }
    const std::string first = posts.empty() ? "?" : posts.front();
    return {.person = "Pegawai " + first, .as = first};
}

} // namespace tertib
