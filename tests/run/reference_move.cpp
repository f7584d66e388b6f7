// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/reference_case.hpp"
#include "run/reference_words.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

// How a case goes on by another version of its Sop.
namespace tertib::test {

ReferenceCase::Successors ReferenceCase::successors(const MigrateCase& action) {
    Successors to{{std::string(start_node), std::string(start_node)}};
    for (const Step& step : sop_->sop().steps()) {
        const std::optional<std::size_t> next = next_sop_->step(step.key);
        const bool same_one = next && same(next_sop_->sop().steps()[*next].uraian, step.uraian);
        to[step.key] = same_one ? step.key : "";
    }
    for (const Gateway& gateway : sop_->sop().gateways()) {
        to[gateway.key] = next_sop_->is_gateway(gateway.key) ? gateway.key : "";
    }
    for (const auto& [from, name] : action.steps) {
        if (!sop_->step(from) || (!next_sop_->step(name) && name != end_node)) {
            reasons_.insert("STEP-UNKNOWN");
        }
        to[from] = name;
    }
    std::map<std::string, std::size_t> with_past;
    for (std::size_t i = 0; i < sop_->sop().steps().size(); ++i) {
        const std::string& name = to[sop_->sop().steps()[i].key];
        const bool past = counts_.contains(i) && counts_[i].arrivals > 0;
        if (past && next_sop_->step(name) && ++with_past[name] > 1) {
            reasons_.insert("MIGRATE-RECORDS");
        }
    }
    return to;
}

/// The flows on which each token may lie: of the tasks, then of what waits before gateways. Those
/// like the one on which it lies come first.
std::vector<std::vector<std::size_t>> ReferenceCase::places(const Successors& to) {
    std::vector<std::vector<std::size_t>> all;
    const auto add = [&](const std::vector<std::size_t>& flows, const auto& like) {
        std::vector<std::size_t>& liked = all.emplace_back();
        std::ranges::copy_if(flows, std::back_inserter(liked), like);
        std::ranges::copy_if(flows, std::back_inserter(liked),
                             [&](std::size_t flow) { return !like(flow); });
    };
    const std::span<const Flow> next = next_sop_->sop().flow();
    for (const OpenTask& task : tasks_) {
        const std::string& step = to.at(sop_->sop().steps()[task.step].key);
        const std::string& from = to.at(sop_->sop().flow()[task.flow].from);
        if (step.empty()) {
            reasons_.insert("MIGRATE-NOWHERE");
        } else if (step != end_node) {
            add(next_sop_->in(step), [&](std::size_t i) { return next[i].from == from; });
        }
    }
    for (const auto& [lies_on, since] : parked_) {
        const Flow& old = sop_->sop().flow()[lies_on];
        const std::string& from = to.at(old.from);
        if (from == end_node) {
            continue;
        }
        std::vector<std::size_t> flows = next_sop_->out(from);
        std::erase_if(flows, [&](std::size_t i) {
            return next[i].to == end_node ||
                   !same(next[i].outcome.value_or(""), old.outcome.value_or(""));
        });
        if (flows.empty()) {
            reasons_.insert("MIGRATE-NOWHERE");
        }
        add(flows, [&](std::size_t i) { return next[i].to == old.to; });
    }
    return all;
}

/// Tries them all, the last token's flows soonest.
ReferenceCase::Landed
ReferenceCase::first_landing(const std::vector<std::vector<std::size_t>>& places) const {
    std::vector<std::size_t> chosen(places.size(), 0);
    while (true) {
        Landed landed;
        std::uint64_t marking = 0;
        bool apart = true;
        for (std::size_t i = 0; i < places.size(); ++i) {
            landed.flows.push_back(places[i][chosen[i]]);
            const std::uint64_t bit = std::uint64_t{1} << landed.flows.back();
            apart = apart && (marking & bit) == 0;
            marking |= bit;
        }
        landed.fits = apart && next_sop_->can_come_to_stand(marking);
        if (landed.fits) {
            return landed;
        }
        std::size_t token = places.size();
        while (token > 0 && ++chosen[token - 1] == places[token - 1].size()) {
            chosen[--token] = 0;
        }
        if (token == 0) {
            return {};
        }
    }
}

void ReferenceCase::move_records(const Successors& to) {
    std::map<std::size_t, Counts> counts;
    std::set<std::pair<std::size_t, std::size_t>> delivered;
    for (std::size_t i = 0; i < sop_->sop().steps().size(); ++i) {
        const Step& step = sop_->sop().steps()[i];
        const std::optional<std::size_t> next = next_sop_->step(to.at(step.key));
        if (!next || !counts_.contains(i) || counts_[i].arrivals == 0) {
            continue;
        }
        counts[*next] = counts_[i];
        const std::vector<std::string>& makes = next_sop_->sop().steps()[*next].produk;
        for (std::size_t old = 0; old < step.produk.size(); ++old) {
            const auto place = std::ranges::find_if(
                makes, [&](const std::string& each) { return same(each, step.produk[old]); });
            if (delivered_.contains({i, old}) && place != makes.end()) {
                delivered.insert({*next, static_cast<std::size_t>(place - makes.begin())});
            }
        }
    }
    counts_ = std::move(counts);
    delivered_ = std::move(delivered);
}

/// Who has it and for whom, as far as the new step's pelaksana let them. `sop_` is the new one.
void ReferenceCase::move_people(OpenTask& task) const {
    const Step& step = sop_->sop().steps()[task.step];
    const bool parts = step.participation == Participation::all && !step.marks.empty();
    OpenTask anew = task;
    anew.done_by.clear();
    const std::vector<std::string> posts = posts_left(anew);
    for (const std::string& post : task.done_by) {
        if (parts && among(posts, post)) {
            anew.done_by.push_back(post);
        }
    }
    if (posts_left(anew).empty()) {
        anew.done_by.clear(); // else nobody could complete it
    }
    bool known = sop_->sop().find_pelaksana(task.post).has_value();
    for (const PostHolding& each :
         roster_ == nullptr ? std::span<const PostHolding>{} : roster_->holdings()) {
        known = known || same(each.pelaksana, task.post);
    }
    if (!known || (parts && !among(posts_left(anew), task.post))) {
        anew.post.clear();
    }
    const bool of_a_post = anew.claimed && !anew.holder_as.empty();
    if (of_a_post && !may(anew, {.person = anew.holder, .as = anew.holder_as})) {
        anew.claimed = false;
        anew.holder = anew.holder_as = "";
    }
    task = std::move(anew);
}

void ReferenceCase::move_tasks(const Successors& to, const std::vector<std::size_t>& flows,
                               const Command& command) {
    const std::vector<OpenTask> old_tasks = std::exchange(tasks_, {});
    const ReferenceSop& old_sop = *std::exchange(sop_, next_sop_);
    for (const OpenTask& old : old_tasks) {
        const std::string& key = to.at(old_sop.sop().steps()[old.step].key);
        if (key == end_node) {
            end_service_stop(old, happened_);
            continue;
        }
        OpenTask task = old;
        task.step = *sop_->step(key);
        task.flow = flows[tasks_.size()];
        move_people(task);
        // Whoever has it isn't late by the change alone.
        (void)set_anew(task.timer, {.old = due_of(old.timer, old_sop.waktu(old.step)),
                                    .fresh = reckon(old.timer, sop_->waktu(task.step)),
                                    .now = old.waiting_since.value_or(command.now),
                                    .reasoned = true,
                                    .if_past = IfPast::keep});
        tasks_.push_back(std::move(task));
    }
}

/// What waited before gateways waits there, or goes on at once; its work comes only now.
void ReferenceCase::move_tokens(const Sop& old_sop, const Successors& to,
                                const std::vector<std::size_t>& flows) {
    const std::map<std::size_t, Instant> old = std::exchange(parked_, {});
    const std::size_t before = tasks_.size();
    std::size_t token = before;
    for (const auto& [lies_on, since] : old) {
        if (to.at(old_sop.flow()[lies_on].from) == end_node) {
            continue;
        }
        const std::size_t flow = flows[token++];
        if (sop_->is_gateway(sop_->sop().flow()[flow].to)) {
            parked_.emplace(flow, since);
        } else {
            lay(flow, happened_);
        }
    }
    for (const Gateway& gateway : sop_->sop().gateways()) {
        const std::vector<std::size_t> needed = sop_->in(gateway.key);
        const bool full = !needed.empty() && std::ranges::all_of(needed, [&](std::size_t flow) {
            return parked_.contains(flow);
        });
        Instant last{};
        for (const std::size_t flow : full ? needed : std::vector<std::size_t>{}) {
            last = std::max(last, parked_[flow]);
            parked_.erase(flow);
        }
        for (const std::size_t flow : full ? sop_->out(gateway.key) : std::vector<std::size_t>{}) {
            lay(flow, last);
        }
    }
    for (std::size_t i = before; i < tasks_.size(); ++i) {
        Timer& timer = tasks_[i].timer;
        timer.since = happened_;
        timer.stops = stopped_after(happened_);
        timer.promised = reckon(timer, sop_->waktu(tasks_[i].step));
    }
}

std::string ReferenceCase::act(const MigrateCase& action, const Command& command) {
    if (blank(command.reason)) {
        reasons_.insert("REASON-NEEDED");
    }
    if (next_sop_->sop().digest() == sop_->sop().digest()) {
        reasons_.insert("MIGRATE-SAME");
    }
    // As they are told: by step and arrival.
    std::ranges::sort(tasks_, {},
                      [](const OpenTask& task) { return std::pair(task.step, task.number); });
    const Successors to = successors(action);
    if (reasons_.contains("STEP-UNKNOWN")) {
        return *reasons_.begin();
    }
    const std::vector<std::vector<std::size_t>> possible = places(to);
    if (possible.empty()) {
        reasons_.insert("MIGRATE-ENDS");
    }
    const Landed landed = reasons_.empty() ? first_landing(possible) : Landed{};
    if (reasons_.empty() && !landed.fits) {
        reasons_.insert("MIGRATE-UNREACHABLE");
    }
    if (!reasons_.empty()) {
        return *reasons_.begin();
    }
    const Sop& old = sop_->sop();
    move_records(to);
    move_tasks(to, landed.flows, command);
    move_tokens(old, to, landed.flows);
    if (tasks_.empty() && parked_.empty()) {
        reasons_.insert("MIGRATE-ENDS");
        return "MIGRATE-ENDS";
    }
    return "";
}

} // namespace tertib::test
