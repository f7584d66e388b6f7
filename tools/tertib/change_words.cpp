// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "change_words.hpp"

#include "case_words.hpp"

#include <string>
#include <vector>

namespace tertib::tool {
namespace {

std::string task_words(const Page& page, const TaskId& task) {
    return task.step.empty() ? page.text("UI-TICK-WHOLE") : text(task);
}

void add_kept(Page& page, const std::vector<KeptDue>& kept) {
    for (const KeptDue& each : kept) {
        page.paragraph(message(each.why, page.language()), 0, Tone::attention);
    }
}

std::string notes_on(const Page& page, const MigratedTask& task) {
    std::string notes;
    const auto add = [&](const std::string& note) {
        notes += notes.empty() ? "" : "; ";
        notes += note;
    };
    if (task.let_go) {
        add(page.text("UI-MIGRATE-LET-GO"));
    }
    for (const std::string& post : task.undone) {
        add(page.text("UI-MIGRATE-UNDONE", {{"pelaksana", post}}));
    }
    if (!task.reassigned_no_longer.empty()) {
        add(page.text("UI-MIGRATE-NOT-REASSIGNED", {{"pelaksana", task.reassigned_no_longer}}));
    }
    return notes.empty() ? "–" : notes;
}

void add_tasks(Page& page, const std::vector<MigratedTask>& tasks, Zone zone) {
    if (tasks.empty()) {
        return;
    }
    TextTable table;
    table.header = {page.text("UI-CASE-TASK"), page.text("UI-MIGRATE-TO"),
                    page.text("UI-PLAN-OLD-DUE"), page.text("UI-PLAN-NEW-DUE"),
                    page.text("UI-COLUMN-KETERANGAN")};
    for (const MigratedTask& task : tasks) {
        const std::optional<TaskId>& to = task.to;
        table.rows.push_back({text(task.from), to ? text(*to) : page.text("UI-MIGRATE-TAKEN-AWAY"),
                              when_words(task.old_due, zone), when_words(task.new_due, zone),
                              notes_on(page, task)});
    }
    page.table(table);
}

} // namespace

void add_plan(Page& page, const MigrationPlan& plan, Zone zone) {
    add_tasks(page, plan.tasks, zone);
    for (const MigratedToken& token : plan.tokens) {
        page.paragraph(token.to.empty() ? page.text("UI-MIGRATE-TOKEN-GONE", {{"from", token.from}})
                                        : page.text("UI-MIGRATE-TOKEN",
                                                    {{"from", token.from}, {"to", token.to}}));
    }
    for (const TaskId& task : plan.opened) {
        page.paragraph(page.text("UI-MIGRATE-OPENED", {{"task", text(task)}}));
    }
    for (const std::string& step : plan.forgotten_steps) {
        page.paragraph(page.text("UI-MIGRATE-FORGOTTEN", {{"step", step}}), 0, Tone::attention);
    }
    for (const LostProduk& lost : plan.lost_produk) {
        page.paragraph(
            page.text("UI-MIGRATE-LOST-PRODUK", {{"step", lost.step}, {"produk", lost.produk}}), 0,
            Tone::attention);
    }
    add_kept(page, plan.kept);
    if (!plan.judgement.refused()) {
        page.paragraph(page.text("UI-DRY-RUN"), 0, Tone::faint);
    }
}

void add_plan(Page& page, const Recompute& plan, Zone zone) {
    if (!plan.changes.empty()) {
        TextTable table;
        table.header = {page.text("UI-CASE-TASK"), page.text("UI-PLAN-OLD-DUE"),
                        page.text("UI-PLAN-NEW-DUE")};
        for (const Recomputed& change : plan.changes) {
            table.rows.push_back({task_words(page, change.task), when_words(change.old_due, zone),
                                  when_words(change.new_due, zone)});
        }
        page.table(table);
    } else if (!plan.judgement.refused()) {
        page.paragraph(page.text("UI-RECOMPUTE-NONE"));
    }
    add_kept(page, plan.kept);
    if (!plan.judgement.refused()) {
        page.paragraph(page.text("UI-DRY-RUN"), 0, Tone::faint);
    }
}

} // namespace tertib::tool
