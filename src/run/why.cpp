// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/why.hpp"

#include "run/step_needs.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tertib {

namespace {

/// Refusals that ask for more to be said, not for something else to be done.
[[nodiscard]] bool asks_for_more(std::string_view code) {
    constexpr std::array<std::string_view, 9> wants{
        "DASAR-NEEDED",     "EVIDENCE-NEEDED", "KELENGKAPAN-MISSING",
        "NOTE-NEEDED",      "OUTCOME-NEEDED",  "REASON-NEEDED",
        "SKIP-NEEDS-DASAR", "EVIDENCE-DIGEST", "DUE-BEFORE-PROMISED"};
    return std::ranges::find(wants, code) != wants.end();
}

class Asking {
public:
    Asking(const CaseContext& context, const CaseState& state, const Actor& by, Instant now)
        : context_(context),
          state_(state) {
        probe_.case_id = state.id;
        probe_.by = by;
        probe_.now = now;
    }

    [[nodiscard]] Why answer();

private:
    [[nodiscard]] Option ask(Action action);
    [[nodiscard]] Option migrate();
    [[nodiscard]] TaskReason task(const Task& open);
    [[nodiscard]] std::vector<Option> task_options(const Task& open, const std::string& name);
    [[nodiscard]] std::vector<std::string> outcomes(const Task& open) const;
    [[nodiscard]] std::vector<std::string> returns(const std::string& name);
    [[nodiscard]] std::vector<std::string> owed(const Task& open) const;
    [[nodiscard]] const Sop& sop() const { return context_.sop->sop(); }

    const CaseContext& context_;
    const CaseState& state_;
    Command probe_;
};

Option Asking::ask(Action action) {
    Option option;
    option.verb = verb(action);
    probe_.action = std::move(action);
    Judgement judgement = decide(context_, state_, probe_);
    option.refusal = std::move(judgement.refusal);
    if (option.refusal) {
        option.chance = asks_for_more(option.refusal->code) ? Chance::wanting : Chance::refused;
    }
    return option;
}

/// Whether everything has its place in the other version is asked before the reason.
Option Asking::migrate() {
    probe_.reason = "-";
    Option option = ask(MigrateCase{});
    probe_.reason.clear();
    if (!option.refusal) {
        option = ask(MigrateCase{});
    }
    return option;
}

std::vector<std::string> Asking::outcomes(const Task& open) const {
    const StepGraph& graph = context_.sop->graph();
    const NodeIndex node = StepGraph::step_node(open.step);
    std::vector<std::string> all;
    if (context_.sop->chooses(node)) {
        for (const Arc& arc : graph.digraph().successors(node)) {
            all.push_back(graph.flow(arc.edge).outcome.value_or(""));
        }
    }
    return all;
}

std::vector<std::string> Asking::returns(const std::string& name) {
    std::vector<std::string> targets;
    probe_.reason = "-";
    for (std::size_t step = 0; step < state_.steps.size(); ++step) {
        if (state_.steps[step].arrivals == 0) {
            continue;
        }
        const std::string& key = sop().steps()[step].key;
        if (ask(ReturnTask{.task = name, .target = key}).chance == Chance::possible) {
            targets.push_back(key);
        }
    }
    probe_.reason.clear();
    return targets;
}

std::vector<std::string> Asking::owed(const Task& open) const {
    std::vector<std::string> missing;
    for (const std::uint32_t place : owed_kelengkapan(*context_.sop, state_, open.step)) {
        missing.push_back(sop().steps()[open.step].kelengkapan[place]);
    }
    return missing;
}

std::vector<Option> Asking::task_options(const Task& open, const std::string& name) {
    std::vector<Option> options;
    options.push_back(ask(ClaimTask{name}));
    options.push_back(ask(ReleaseTask{name}));
    options.push_back(ask(CompleteTask{.task = name}));
    options.back().choices = outcomes(open);
    // Whether work can go back depends on where to: any step that it came from will do.
    Option back{
        .verb = "return", .chance = Chance::wanting, .refusal = {}, .choices = returns(name)};
    if (back.choices.empty()) {
        back = ask(ReturnTask{.task = name, .target = sop().steps()[open.step].key});
        back.chance = Chance::refused;
    } else {
        back.refusal = ask(ReturnTask{.task = name, .target = back.choices.front()}).refusal;
    }
    options.push_back(std::move(back));
    options.push_back(ask(WaitTask{.task = name}));
    options.push_back(ask(ResumeTask{.task = name}));
    options.push_back(ask(ReassignTask{.task = name}));
    options.push_back(ask(SkipTask{.task = name}));
    options.back().choices = outcomes(open);
    return options;
}

TaskReason Asking::task(const Task& open) {
    const TaskId id{sop().steps()[open.step].key, open.number};
    return {.task = id,
            .uraian = sop().steps()[open.step].uraian,
            .state = open.state,
            .holder = open.holder,
            .pelaksana = posts_for(*context_.sop, open),
            .since = open.clock.since,
            .due = open.clock.due,
            .waiting_since = open.clock.stopped_since,
            .missing = owed(open),
            .options = task_options(open, text(id))};
}

Why Asking::answer() {
    Why result;
    result.case_id = state_.id;
    result.by = probe_.by;
    result.now = probe_.now;
    result.status = state_.status;
    for (const Task& open : state_.tasks) {
        result.tasks.push_back(task(open));
    }
    for (const ParkedToken& token : state_.parked) {
        result.parked.push_back(sop().flow()[token.flow].from);
    }
    result.options.push_back(ask(AcceptCase{}));
    result.options.push_back(ask(Annotate{}));
    result.options.push_back(ask(Attach{}));
    result.options.push_back(ask(SuspendCase{}));
    result.options.push_back(ask(CancelCase{}));
    result.options.push_back(ask(ReopenCase{}));
    if (context_.next_calendar != nullptr) {
        result.options.push_back(ask(RecomputeCase{}));
    }
    if (context_.next_sop != nullptr) {
        result.options.push_back(migrate());
    }
    return result;
}

} // namespace

Why why(const CaseContext& context, const CaseState& state, const Actor& by, Instant now) {
    return Asking(context, state, by, now).answer();
}

std::string_view name(Chance chance) noexcept {
    switch (chance) {
    case Chance::possible: return "possible";
    case Chance::wanting: return "wanting";
    case Chance::refused: return "refused";
    }
    return "";
}

} // namespace tertib
