// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/reference_words.hpp"
#include "run/twice_told.hpp"

#include <algorithm>

// What a plan to migrate must have told of what becomes of a case.
namespace tertib::test {

namespace {

[[nodiscard]] const Task* find(const CaseState& state, const Sop& sop, const TaskId& id) {
    const auto found = std::ranges::find_if(state.tasks, [&](const Task& task) {
        return sop.steps()[task.step].key == id.step && task.number == id.number;
    });
    return found == state.tasks.end() ? nullptr : &*found;
}

[[nodiscard]] std::string told_of(const MigratedTask& moved, const Task& before,
                                  const CaseState& after, const Sop& next) {
    const std::string task = text(moved.from);
    if (moved.old_due != before.clock.due) {
        return task + ": another old deadline";
    }
    if (!moved.to) {
        return "";
    }
    const Task* there = find(after, next, *moved.to);
    if (there == nullptr) {
        return task + " isn't where the plan says";
    }
    if (moved.new_due != there->clock.due) {
        return task + ": another new deadline";
    }
    const bool lost_it = !before.holder_as.empty() && there->holder_as.empty();
    if (moved.let_go != lost_it || (!lost_it && there->holder != before.holder)) {
        return task + ": its holder";
    }
    if (moved.reassigned_no_longer.empty() != (before.pelaksana == there->pelaksana)) {
        return task + ": the post it was reassigned to";
    }
    for (const std::string& post : before.done_by) {
        if (among(moved.undone, post) == among(there->done_by, post)) {
            return task + ": the part of " + post;
        }
    }
    const bool same_clock = there->clock.since == before.clock.since &&
                            there->clock.stops == before.clock.stops &&
                            there->clock.stopped_since == before.clock.stopped_since;
    return same_clock && there->rules == before.rules ? "" : task + ": its clock";
}

/// Every token is somewhere, or was told to be taken away or to have gone on.
[[nodiscard]] std::string told_of_tokens(const MigrationPlan& plan, const CaseState& before,
                                         const CaseState& after) {
    if (plan.tasks.size() != before.tasks.size() || plan.tokens.size() != before.parked.size()) {
        return "a token of which nothing is told";
    }
    const auto landed = static_cast<std::size_t>(std::ranges::count_if(
        plan.tasks, [](const MigratedTask& each) { return each.to.has_value(); }));
    const auto waiting = static_cast<std::size_t>(std::ranges::count_if(
        plan.tokens, [](const MigratedToken& each) { return !each.to.empty(); }));
    if (landed + plan.opened.size() != after.tasks.size()) {
        return "not as many tasks as the plan says";
    }
    // Tokens that go on together may wait before another gateway.
    return waiting <= after.parked.size() ? "" : "not as many waiting tokens as the plan says";
}

[[nodiscard]] std::string told_of_produk(const MigrationPlan& plan, const CaseState& before,
                                         const Sop& old, const CaseState& after, const Sop& next) {
    std::vector<std::string> there;
    for (std::size_t i = 0; i < after.steps.size(); ++i) {
        for (const std::uint32_t place : after.steps[i].produk) {
            there.push_back(next.steps()[i].produk[place]);
        }
    }
    for (std::size_t i = 0; i < before.steps.size(); ++i) {
        const Step& step = old.steps()[i];
        for (const std::uint32_t place : before.steps[i].produk) {
            const LostProduk lost{step.key, step.produk[place]};
            const bool told = std::ranges::count(plan.lost_produk, lost) > 0 ||
                              among(plan.forgotten_steps, step.key);
            if (!told && !among(there, lost.produk)) {
                return "the produk " + lost.produk + " of step " + step.key + " is lost untold";
            }
        }
    }
    return "";
}

} // namespace

std::string untold(const MigrationPlan& plan, const CaseState& before, const Sop& old,
                   const CaseState& after, const Sop& next) {
    std::string found = told_of_tokens(plan, before, after);
    for (std::size_t i = 0; i < before.tasks.size() && found.empty(); ++i) {
        found = told_of(plan.tasks[i], before.tasks[i], after, next);
    }
    if (found.empty()) {
        found = told_of_produk(plan, before, old, after, next);
    }
    // The deadline of the whole case stays, but that its clock goes on where nothing holds it.
    const Clock& was = before.service.clock;
    const Clock& is = after.service.clock;
    const bool stays = was.since == is.since && was.promised == is.promised &&
                       was.overdue == is.overdue && before.service.waktu == after.service.waktu &&
                       (was.due == is.due || was.stops != is.stops);
    return found.empty() && !stays ? "the deadline of the whole case" : found;
}

} // namespace tertib::test
