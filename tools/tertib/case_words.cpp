// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_words.hpp"

#include "plan_words.hpp"

#include "tertib/base/text.hpp"

#include <algorithm>
#include <chrono>

namespace tertib::tool {
namespace {

std::string zone_words(Zone zone) {
    if (zone == wib()) {
        return "";
    }
    return zone == wita() ? " WITA" : zone == wit() ? " WIT" : " " + zone.text();
}

/// A deadline counts as missed a microsecond after it: to the second both are the same.
std::string when(const std::optional<Instant>& instant, Zone zone) {
    return instant ? moment_words(*instant, zone) + zone_words(zone) : "–";
}

std::string_view code_of(CaseStatus status) {
    switch (status) {
    case CaseStatus::none: return "UI-CASE-NONE";
    case CaseStatus::running: return "UI-CASE-RUNNING";
    case CaseStatus::suspended: return "UI-CASE-SUSPENDED";
    case CaseStatus::ended: return "UI-CASE-ENDED";
    case CaseStatus::cancelled: return "UI-CASE-CANCELLED";
    }
    return "";
}

std::string status_words(const Page& page, CaseStatus status, const std::string& result) {
    const std::string words = page.text(code_of(status));
    return result.empty() ? words : words + ": " + result;
}

std::string state_words(const Page& page, TaskState state, const std::string& holder,
                        const Clock& clock) {
    const bool held = state == TaskState::claimed || state == TaskState::claimed_waiting;
    std::string words = page.text(held ? "UI-TASK-HELD" : "UI-TASK-READY",
                                  {{"holder", holder.empty() ? "–" : holder}});
    if (clock.stopped_since) {
        words += "; " + page.text("UI-TASK-WAITING");
    }
    if (clock.overdue) {
        words += "; " + page.text("UI-TASK-OVERDUE");
    }
    return words;
}

std::string joined(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) {
        all += all.empty() ? "" : ", ";
        all += part;
    }
    return all;
}

std::string pelaksana_words(const Sop& sop, const Task& task) {
    if (!task.pelaksana.empty()) {
        return task.pelaksana;
    }
    std::vector<std::string> names;
    for (const Mark& mark : sop.steps()[task.step].marks) {
        names.push_back(sop.pelaksana_name(mark.pelaksana));
    }
    return joined(names);
}

void add_fact(Page& page, std::string_view code, const std::string& value) {
    if (!value.empty()) {
        page.item(page.text(code) + ":", value, 2, Tone::plain);
    }
}

void add_service(Page& page, const Service& service, Zone zone) {
    if (service == Service{}) {
        return;
    }
    std::string words = service.waktu.empty() ? "–" : service.waktu;
    words += service.dasar.empty() ? "" : " (" + service.dasar + ")";
    words += ", " + (service.accepted ? page.text("UI-CASE-SERVICE-DUE",
                                                  {{"due", when(service.clock.due, zone)}})
                                      : page.text("UI-CASE-SERVICE-OPEN"));
    words += service.clock.stopped_since ? "; " + page.text("UI-TASK-WAITING") : "";
    words += service.clock.overdue ? "; " + page.text("UI-TASK-OVERDUE") : "";
    add_fact(page, "UI-CASE-SERVICE", words);
}

void add_steps(Page& page, const Sop& sop, const CaseState& state) {
    TextTable table;
    table.header = {page.text("UI-COLUMN-STEP"),   page.text("UI-COLUMN-URAIAN"),
                    page.text("UI-CASE-ARRIVALS"), page.text("UI-CASE-COMPLETIONS"),
                    page.text("UI-CASE-SKIPS"),    page.text("UI-COLUMN-PRODUK")};
    for (std::size_t at = 0; at < std::min(sop.steps().size(), state.steps.size()); ++at) {
        const Step& step = sop.steps()[at];
        const StepRecord& record = state.steps[at];
        std::vector<std::string> produk;
        produk.reserve(record.produk.size());
        for (const std::uint32_t place : record.produk) {
            produk.push_back(step.produk[place]);
        }
        table.rows.push_back({step.key, step.uraian, std::to_string(record.arrivals),
                              std::to_string(record.completions), std::to_string(record.skips),
                              joined(produk)});
    }
    page.heading(page.text("UI-CASE-STEPS"));
    page.table(table, 2);
}

void add_options(Page& page, const std::vector<Option>& options, std::size_t indent) {
    std::vector<std::string> possible;
    for (const Option& option : options) {
        if (option.chance == Chance::possible) {
            possible.emplace_back(option.verb);
        }
    }
    page.item(page.text("UI-WHY-POSSIBLE"), possible.empty() ? "–" : joined(possible), indent,
              Tone::good);
    for (const Option& option : options) {
        const std::optional<Finding>& refusal = option.refusal;
        if (refusal && option.chance != Chance::possible) {
            const bool wanting = option.chance == Chance::wanting;
            page.item(page.text(wanting ? "UI-WHY-WANTING" : "UI-WHY-REFUSED",
                                {{"verb", std::string(option.verb)}}),
                      message(*refusal, page.language()), indent,
                      wanting ? Tone::attention : Tone::faint);
        }
        if (!option.choices.empty()) {
            page.item(page.text("UI-WHY-CHOICES", {{"verb", std::string(option.verb)}}),
                      joined(option.choices), indent, Tone::faint);
        }
    }
}

/// How to ask for what comes after a page.
void add_after(Page& page, const std::string& after) {
    if (!after.empty()) {
        page.paragraph(page.text("UI-LIST-AFTER", {{"after", after}}), 0, Tone::faint);
    }
}

} // namespace

void add_open_tasks(Page& page, const ReadySop& ready, const CaseState& state, Zone zone) {
    const Sop& sop = ready.sop();
    if (state.status != CaseStatus::running) {
        page.paragraph(status_words(page, state.status, state.result));
    }
    TextTable table;
    table.header = {page.text("UI-CASE-TASK"), page.text("UI-COLUMN-URAIAN"),
                    page.text("UI-CASE-PELAKSANA"), page.text("UI-CASE-STATE"),
                    page.text("UI-CASE-DUE")};
    for (const Task& task : state.tasks) {
        const Step& step = sop.steps()[task.step];
        table.rows.push_back(
            {text(TaskId{step.key, task.number}), step.uraian, pelaksana_words(sop, task),
             state_words(page, task.state, task.holder, task.clock), when(task.clock.due, zone)});
    }
    if (!table.rows.empty()) {
        page.table(table);
    }
    for (const ParkedToken& token : state.parked) {
        page.paragraph(page.text("UI-CASE-PARKED", {{"step", sop.flow()[token.flow].from},
                                                    {"since", when(token.since, zone)}}));
    }
}

void add_case(Page& page, const ReadySop& ready, const CaseState& state, Zone zone) {
    page.heading(
        page.text("UI-CASE", {{"case", state.id},
                              {"status", status_words(page, state.status, state.result)}}));
    add_fact(page, "UI-CASE-SOP",
             ready.sop().identity().nama + " (" + state.sop_digest.substr(0, 12) + ")");
    add_fact(page, "UI-CASE-CALENDAR", state.calendar);
    add_fact(page, "UI-CASE-STARTED", when(state.started, zone));
    add_fact(page, "UI-CASE-EVENTS",
             page.text("UI-CASE-EVENTS-LAST", {{"count", std::to_string(state.events)},
                                               {"recorded", when(state.recorded, zone)}}));
    add_service(page, state.service, zone);
    if (!state.tasks.empty() || !state.parked.empty()) {
        page.heading(page.text("UI-CASE-OPEN"));
        add_open_tasks(page, ready, state, zone);
    }
    add_steps(page, ready.sop(), state);
}

void add_why(Page& page, const Why& why, Zone zone) {
    page.heading(page.text(
        "UI-CASE", {{"case", why.case_id}, {"status", status_words(page, why.status, "")}}));
    for (const TaskReason& task : why.tasks) {
        page.heading(text(task.task) + "  " + squeeze(task.uraian));
        const Clock clock{.stopped_since = task.waiting_since};
        add_fact(page, "UI-CASE-STATE", state_words(page, task.state, task.holder, clock));
        add_fact(page, "UI-CASE-PELAKSANA", joined(task.pelaksana));
        add_fact(page, "UI-WHY-SINCE", when(task.since, zone));
        add_fact(page, "UI-CASE-DUE", when(task.due, zone));
        add_fact(page, "UI-WHY-MISSING", joined(task.missing));
        add_options(page, task.options, 2);
    }
    if (!why.parked.empty()) {
        page.paragraph(page.text("UI-WHY-PARKED", {{"steps", joined(why.parked)}}));
    }
    page.heading(page.text("UI-WHY-CASE"));
    add_options(page, why.options, 2);
}

void add_list(Page& page, const CaseList& list) {
    if (list.items.empty()) {
        page.paragraph(page.text("UI-LIST-NONE"));
        return;
    }
    TextTable table;
    table.header = {page.text("UI-CASE-CASE"), page.text("UI-CASE-STATE"),
                    page.text("UI-CASE-SOP"),  page.text("UI-CASE-OPEN"),
                    page.text("UI-CASE-DUE"),  page.text("UI-CASE-STARTED")};
    for (const CaseItem& item : list.items) {
        std::vector<std::string> open;
        open.reserve(item.open.size());
        for (const TaskId& task : item.open) {
            open.push_back(text(task));
        }
        std::string status = status_words(page, item.row.status, item.row.result);
        status += item.overdue ? "; " + page.text("UI-TASK-OVERDUE") : "";
        table.rows.push_back({item.row.id, status, squeeze(item.nama),
                              open.empty() ? "–" : joined(open), when(item.due, item.zone),
                              when(item.row.started, item.zone)});
    }
    page.table(table);
    add_after(page, list.after);
}

void add_worklist(Page& page, const Worklist& list) {
    if (list.items.empty()) {
        page.paragraph(page.text("UI-WORKLIST-NONE", {{"pelaksana", list.pelaksana}}));
        return;
    }
    TextTable table;
    table.header = {page.text("UI-CASE-CASE"), page.text("UI-CASE-TASK"),
                    page.text("UI-COLUMN-URAIAN"), page.text("UI-CASE-STATE"),
                    page.text("UI-CASE-DUE")};
    for (const WorkItem& item : list.items) {
        table.rows.push_back({item.case_id, text(item.task), item.uraian,
                              state_words(page, item.state, item.holder, item.clock),
                              when(item.clock.due, item.zone)});
    }
    page.table(table);
    add_after(page, list.after);
}

[[nodiscard]] std::string_view did(EventKind kind) {
    switch (kind) {
    case EventKind::reassigned: return "UI-TICK-REASSIGNED";
    case EventKind::escalated: return "UI-TICK-ESCALATED";
    default: return "UI-TICK-WARNED";
    }
}

void add_tick(Page& page, const TickReport& report, Zone zone) {
    if (report.missed.empty()) {
        page.paragraph(page.text("UI-TICK-NONE", {{"now", when(report.now, zone)}}));
    } else {
        TextTable table;
        table.header = {page.text("UI-CASE-CASE"), page.text("UI-CASE-TASK"),
                        page.text("UI-TICK-MISSED")};
        for (const DeadlineRow& row : report.missed) {
            table.rows.push_back(
                {row.case_id, row.task.step.empty() ? page.text("UI-TICK-WHOLE") : text(row.task),
                 when(row.missed_from, zone)});
        }
        page.paragraph(page.text("UI-TICK", {{"count", std::to_string(report.missed.size())}}), 0,
                       Tone::strong);
        page.table(table);
    }
    if (!report.rules.empty()) {
        TextTable table;
        table.header = {page.text("UI-CASE-CASE"), page.text("UI-CASE-TASK"),
                        page.text("UI-TICK-RULE"), page.text("UI-TICK-DID"),
                        page.text("UI-TICK-AT")};
        for (const FollowedRule& each : report.rules) {
            table.rows.push_back({each.moment.case_id, text(each.moment.task),
                                  std::to_string(each.moment.rule), page.text(did(each.kind)),
                                  when(each.moment.missed_from, zone)});
        }
        page.paragraph(page.text("UI-TICK-RULES", {{"count", std::to_string(report.rules.size())}}),
                       0, Tone::strong);
        page.table(table);
    }
    if (report.next_due) {
        page.paragraph(page.text("UI-TICK-NEXT", {{"next", when(report.next_due, zone)}}));
    }
}

} // namespace tertib::tool
