// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/migrator.hpp"

#include "run/clocks.hpp"
#include "run/due_change.hpp"
#include "run/same_text.hpp"
#include "run/step_needs.hpp"
#include "run/token_flow.hpp"
#include "tertib/graph/landing.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace tertib {

namespace {

[[nodiscard]] bool among(const std::vector<std::string>& list, const std::string& wanted) {
    return std::ranges::any_of(list,
                               [&](const std::string& each) { return same_text(each, wanted); });
}

[[nodiscard]] std::string text_of(const Flow& flow) {
    return flow.from + " → " + flow.to;
}

} // namespace

Migrator::Migrator(const CaseContext& context, const CaseState& state, const Command& command)
    : context_(context),
      next_(context),
      state_(state),
      command_(command) {
    next_.sop = context.next_sop;
    next_.next_sop = nullptr;
}

std::optional<Finding> Migrator::run(const MigrateCase& action, Event& event) {
    event.sop_digest = new_sop().digest();
    if (new_sop().digest() == state_.sop_digest) {
        return make_finding("MIGRATE-SAME", {}, {{"case", state_.id}});
    }
    landed_.id = state_.id;
    landed_.status = state_.status;
    landed_.stops = state_.stops;
    landed_.steps.resize(new_sop().steps().size());
    Refusal refusal = map_steps(action);
    if (!refusal) {
        refusal = move_records(event);
    }
    if (!refusal) {
        refusal = move_tasks(event);
    }
    if (!refusal) {
        refusal = move_tokens();
    }
    if (!refusal) {
        refusal = land(event);
    }
    if (!refusal) {
        reckon(event);
    }
    return refusal;
}

Migrator::Refusal Migrator::map_steps(const MigrateCase& action) {
    const ReadySop& next = *context_.next_sop;
    to_.resize(old_sop().steps().size());
    for (std::size_t i = 0; i < to_.size(); ++i) {
        const Step& step = old_sop().steps()[i];
        const std::optional<std::uint32_t> same = next.find_step(step.key);
        if (same && same_text(new_sop().steps()[*same].uraian, step.uraian)) {
            to_[i] = StepGraph::step_node(*same);
        }
    }
    for (const auto& [from, to] : action.steps) {
        const std::optional<std::uint32_t> old_step = context_.sop->find_step(from);
        const std::optional<std::uint32_t> new_step = next.find_step(to);
        if (!old_step || (!new_step && to != end_node)) {
            return make_finding("STEP-UNKNOWN", {}, {{"step", old_step ? to : from}});
        }
        to_[*old_step] = new_step ? StepGraph::step_node(*new_step) : StepGraph::end();
    }
    return {};
}

Migrator::Refusal Migrator::move_records(Event& event) {
    std::map<std::uint32_t, std::pair<std::size_t, MovedRecord>> records; // by new step
    for (std::size_t i = 0; i < state_.steps.size(); ++i) {
        const StepRecord& old = state_.steps[i];
        if (old == StepRecord{}) {
            continue;
        }
        const Step& step = old_sop().steps()[i];
        const std::optional<std::size_t> new_step =
            context_.next_sop->graph().step_index(to_[i].value_or(StepGraph::end()));
        if (!new_step) {
            plan_.forgotten_steps.push_back(step.key);
            continue;
        }
        const auto place = static_cast<std::uint32_t>(*new_step);
        if (const auto taken = records.find(place); taken != records.end()) {
            return make_finding("MIGRATE-RECORDS", {.step = step.key},
                                {{"first", old_sop().steps()[taken->second.first].key},
                                 {"second", step.key},
                                 {"step", new_sop().steps()[place].key}});
        }
        MovedRecord record{place, old.arrivals, old.completions, old.skips, {}};
        for (const std::uint32_t produk : old.produk) {
            const std::vector<std::string>& list = new_sop().steps()[place].produk;
            const auto same = std::ranges::find_if(list, [&](const std::string& each) {
                return same_text(each, step.produk[produk]);
            });
            if (same == list.end()) {
                plan_.lost_produk.push_back({step.key, step.produk[produk]});
            } else {
                record.produk.push_back(static_cast<std::uint32_t>(same - list.begin()));
            }
        }
        std::ranges::sort(record.produk);
        record.produk.erase(std::ranges::unique(record.produk).begin(), record.produk.end());
        records.emplace(place, std::pair(i, std::move(record)));
    }
    for (auto& [place, record] : records) {
        const MovedRecord& moved = record.second;
        landed_.steps[place] = {moved.arrivals, moved.completions, moved.skips, moved.produk};
        event.records.push_back(std::move(record.second));
    }
    return {};
}

std::optional<NodeIndex> Migrator::successor(const std::string& old_node) const {
    if (const std::optional<std::uint32_t> step = context_.sop->find_step(old_node)) {
        return to_[*step];
    }
    // Start and gateways by their names.
    const StepGraph& next = context_.next_sop->graph();
    const std::optional<NodeIndex> node = next.find(old_node);
    return node && next.kind(*node) != NodeKind::step ? node : std::nullopt;
}

std::vector<EdgeIndex> Migrator::flows_into(NodeIndex step, const Flow& old_flow) const {
    const StepGraph& next = context_.next_sop->graph();
    const std::optional<NodeIndex> from = successor(old_flow.from);
    std::vector<EdgeIndex> like;
    std::vector<EdgeIndex> other;
    for (const Arc& arc : next.digraph().predecessors(step)) {
        (from == arc.node ? like : other).push_back(arc.edge);
    }
    like.insert(like.end(), other.begin(), other.end());
    return like;
}

std::vector<EdgeIndex> Migrator::flows_like(NodeIndex from, const Flow& old_flow) const {
    const StepGraph& next = context_.next_sop->graph();
    const std::string outcome = old_flow.outcome.value_or("");
    std::vector<EdgeIndex> like;
    std::vector<EdgeIndex> other;
    for (const Arc& arc : next.digraph().successors(from)) {
        const bool same = same_text(next.flow(arc.edge).outcome.value_or(""), outcome);
        if (same && arc.node != StepGraph::end()) {
            (next.name(arc.node) == old_flow.to ? like : other).push_back(arc.edge);
        }
    }
    like.insert(like.end(), other.begin(), other.end());
    return like;
}

std::string Migrator::shown(std::uint32_t new_flow) const {
    return text_of(new_sop().flow()[new_flow]);
}

void Migrator::move_people(const Task& task, std::uint32_t step, MovedTask& moved,
                           MigratedTask& told) {
    const Step& next = new_sop().steps()[step];
    const std::vector<std::string> posts = posts_of(new_sop(), next);
    const bool parts = next.participation == Participation::all && !posts.empty();
    for (const std::string& post : task.done_by) {
        if (parts && among(posts, post)) {
            moved.done_by.push_back(post);
        }
    }
    const auto done = [&](const std::string& post) { return among(moved.done_by, post); };
    if (std::ranges::all_of(posts, done)) {
        moved.done_by.clear(); // nobody could complete it
    }
    for (const std::string& post : task.done_by) {
        if (!done(post)) {
            told.undone.push_back(post);
        }
    }
    const bool known = new_sop().find_pelaksana(task.pelaksana).has_value() ||
                       (context_.roster != nullptr && context_.roster->covers(task.pelaksana));
    const bool has_part = !parts || (among(posts, task.pelaksana) && !done(task.pelaksana));
    if (known && has_part) {
        moved.pelaksana = task.pelaksana;
    } else {
        told.reassigned_no_longer = task.pelaksana;
    }
    const bool own = moved.pelaksana.empty() ? context_.next_sop->may_do(step, task.holder_as)
                                             : same_text(moved.pelaksana, task.holder_as);
    const bool may = own || among(task.escalated_to, task.holder_as);
    moved.let_go = !task.holder_as.empty() && !may;
    told.let_go = moved.let_go;
}

Migrator::Refusal Migrator::move_tasks(Event& event) {
    for (const Task& task : state_.tasks) {
        MovedTask moved{.from = {old_sop().steps()[task.step].key, task.number},
                        .place = task.step};
        MigratedTask told{.from = moved.from, .old_due = task.clock.due};
        const std::optional<NodeIndex>& to = to_[task.step];
        if (!to) {
            return make_finding("MIGRATE-NOWHERE", {.step = moved.from.step},
                                {{"task", text(moved.from)}});
        }
        if (const std::optional<std::size_t> step = context_.next_sop->graph().step_index(*to)) {
            const auto place = static_cast<std::uint32_t>(*step);
            places_.push_back(place);
            moved.to = {new_sop().steps()[place].key, task.number};
            told.to = moved.to;
            told.new_due = task.clock.due;
            move_people(task, place, moved, told);
            flows_.push_back(flows_into(*to, old_sop().flow()[task.flow]));
        }
        places_.resize(event.moved.size() + 1); // the end has no place
        plan_.tasks.push_back(std::move(told));
        event.moved.push_back(std::move(moved));
    }
    return {};
}

Migrator::Refusal Migrator::move_tokens() {
    for (std::size_t i = 0; i < state_.parked.size(); ++i) {
        const Flow& flow = old_sop().flow()[state_.parked[i].flow];
        plan_.tokens.push_back({text_of(flow), {}});
        const std::optional<NodeIndex> from = successor(flow.from);
        if (from == StepGraph::end()) {
            continue;
        }
        std::vector<EdgeIndex> flows = from ? flows_like(*from, flow) : std::vector<EdgeIndex>{};
        if (flows.empty()) {
            return make_finding("MIGRATE-NOWHERE", {}, {{"task", text_of(flow)}});
        }
        flows_.push_back(std::move(flows));
        parked_.push_back(i);
    }
    return {};
}

Migrator::Refusal Migrator::land(Event& event) {
    const ReadySop& next = *context_.next_sop;
    const Landing landing = land_tokens(next.graph(), flows_, next.budget());
    switch (landing.fit) {
    case TokenFit::fits: break;
    case TokenFit::elsewhere: return make_finding("MIGRATE-UNREACHABLE", {}, {{"case", state_.id}});
    case TokenFit::not_decided:
        return make_finding("MIGRATE-NOT-DECIDED", {}, {{"case", state_.id}});
    }
    std::size_t token = 0;
    for (std::size_t i = 0; i < event.moved.size(); ++i) {
        MovedTask& moved = event.moved[i];
        if (moved.to.step.empty()) {
            continue;
        }
        moved.flow = next.flow_of(landing.edges[token++]);
        landed_.tasks.push_back(state_.tasks[i]);
        landed_.tasks.back().step = places_[i];
        landed_.tasks.back().flow = moved.flow;
    }
    std::vector<LandedToken> parked;
    parked.reserve(parked_.size());
    for (const std::size_t i : parked_) {
        parked.push_back({landing.edges[token++], state_.parked[i].since});
        plan_.tokens[i].to = shown(next.flow_of(parked.back().edge));
    }
    settle(parked, event);
    const bool over = landed_.tasks.empty() && event.opened.empty() && event.parked.empty();
    return over ? Refusal(make_finding("MIGRATE-ENDS", {}, {{"case", state_.id}})) : Refusal{};
}

/// Lets the tokens go on that nothing holds up in the new version.
void Migrator::settle(const std::vector<LandedToken>& parked, Event& event) {
    const ReadySop& next = *context_.next_sop;
    const TokenFlow flow(next_, landed_);
    for (const LandedToken& token : parked) {
        const NodeIndex to = next.graph().digraph().edge(token.edge).to;
        if (next.graph().kind(to) == NodeKind::gateway) {
            landed_.parked.push_back({next.flow_of(token.edge), token.since});
        } else {
            flow.open(token.edge, event.happened, event);
        }
    }
    std::ranges::sort(landed_.parked);
    flow.settle(event);
    for (const ParkedToken& token : landed_.parked) {
        if (std::ranges::find(event.released, token.flow) == event.released.end()) {
            event.parked.push_back(token);
        }
    }
    std::ranges::sort(event.parked);
    event.released.clear();
    for (MigratedToken& told : plan_.tokens) {
        const bool waits = std::ranges::any_of(
            event.parked, [&](const ParkedToken& token) { return shown(token.flow) == told.to; });
        told.to = waits ? told.to : ""; // else it is taken away, or goes on
    }
    for (OpenedTask& opened : event.opened) {
        opened.since = event.happened; // its work comes with the migration
        if (const std::optional<std::uint32_t> step = next.find_step(opened.id.step)) {
            opened.due = task_due(next_, *step, opened.since, stops_since(state_, opened.since));
        }
        plan_.opened.push_back(opened.id);
    }
}

void Migrator::reckon(Event& event) {
    const DueGround ground{
        .now = command_.now, .zone = context_.calendar->zone(), .reasoned = true};
    for (std::size_t i = 0; i < event.moved.size(); ++i) {
        const MovedTask& moved = event.moved[i];
        if (moved.to.step.empty()) {
            continue;
        }
        const Clock& clock = state_.tasks[i].clock;
        const std::optional<Instant> due = task_due(next_, places_[i], clock.since, clock.stops);
        Recompute lists;
        // Whoever has the task isn't late by the change alone.
        const bool past = take_due(ground, text(moved.to), moved.to, clock, due, lists).has_value();
        if (past && due) {
            plan_.kept.push_back(
                {{moved.to, clock.due, due},
                 make_finding("DUE-KEPT-AHEAD", {.step = moved.to.step},
                              {{"task", text(moved.to)},
                               {"due", text(*due, ground.zone)},
                               {"old", clock.due ? text(*clock.due, ground.zone) : "-"}})});
        }
        plan_.kept.insert(plan_.kept.end(), lists.kept.begin(), lists.kept.end());
        for (const Recomputed& change : lists.changes) {
            event.dues.push_back({change.task, change.new_due});
            plan_.tasks[i].new_due = change.new_due;
        }
    }
    add_service_due(event);
}

/// The clock of the whole case goes on where a task is taken away for which it stood still.
void Migrator::add_service_due(Event& event) const {
    Clock clock = state_.service.clock;
    bool goes_on = false;
    for (std::size_t i = 0; i < event.moved.size(); ++i) {
        const Task& task = state_.tasks[i];
        const std::optional<Instant>& since = task.clock.stopped_since;
        if (event.moved[i].to.step.empty() && task.stops_service && since) {
            clock.stops = with_stop(clock, *since, event.happened);
            goes_on = true;
        }
    }
    if (goes_on && state_.service.accepted) {
        const std::optional<Instant> due =
            service_due(context_, state_.service, clock.since, clock.stops);
        event.dues.emplace_back().due = due_going_on(clock, due);
    }
}

} // namespace tertib
