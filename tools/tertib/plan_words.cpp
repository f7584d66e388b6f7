// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "plan_words.hpp"

#include "tertib/base/text.hpp"
#include "tertib/plan/receipt.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>

namespace tertib::tool {
namespace {

/// Whole minutes, the rest dropped.
std::string minutes(Work work) {
    return std::to_string(std::chrono::floor<std::chrono::minutes>(work.time).count());
}

std::string work_words(const Page& page, Work work) {
    const auto all = std::chrono::floor<std::chrono::minutes>(work.time).count();
    const Argument hours{"hours", std::to_string(all / 60)};
    const Argument rest{"minutes", std::to_string(all % 60)};
    if (all < 60) {
        return page.text("UI-PLAN-MINUTES", {rest});
    }
    return all % 60 == 0 ? page.text("UI-PLAN-HOURS", {hours})
                         : page.text("UI-PLAN-HOURS-MINUTES", {hours, rest});
}

std::string pelaksana_of(const Page& page, const Step& step, const Sop& sop) {
    std::string names;
    for (const Mark& mark : step.marks) {
        const std::string& each = sop.pelaksana_name(mark.pelaksana);
        if (("\n" + names + "\n").find("\n" + each + "\n") == std::string::npos) {
            names += (names.empty() ? "" : "\n") + each;
        }
    }
    return names.empty() ? page.text("UI-UNKNOWN") : names;
}

/// Below this width a moment takes two lines of its cell.
constexpr std::size_t narrow = 110;

std::string moment_cell(Instant instant, Zone zone, std::size_t width) {
    std::string words = moment_words(instant, zone);
    if (width < narrow) {
        words[10] = '\n';
    }
    return words;
}

std::string due_words(const Page& page, const PlannedVisit& visit, Zone zone, std::size_t width) {
    if (visit.open) {
        return page.text("UI-PLAN-OPEN");
    }
    return visit.skipped ? page.text("UI-PLAN-SKIPPED")
                         : moment_cell(visit.earliest_finish, zone, width);
}

std::string run_words(const Page& page, RunKind kind) {
    switch (kind) {
    case RunKind::best: return page.text("UI-PLAN-BEST");
    case RunKind::main: return page.text("UI-PLAN-MAIN");
    case RunKind::worst: return page.text("UI-PLAN-WORST");
    }
    return {};
}

std::string outcome_words(const PlannedRun& run) {
    std::string words;
    for (const GivenOutcome& each : run.outcomes) {
        words += words.empty() ? "" : ", ";
        words += each.step + "=" + each.outcome;
    }
    return words.empty() ? "–" : words;
}

enum class Place : std::uint8_t { office, outside };

void add_load_of(Page& page, const Plan& plan, const Sop& sop, Place place,
                 std::string_view heading) {
    TextTable table{.header = {page.text("UI-PLAN-PELAKSANA"), page.text("UI-PLAN-ALONE"),
                               page.text("UI-PLAN-SHARED"), page.text("UI-PLAN-ALLOWED"),
                               page.text("UI-PLAN-VISITS"), page.text("UI-PLAN-OPEN-VISITS"),
                               page.text("UI-PLAN-WORST-ALONE")}};
    for (const PlannedLoad& each : plan.load) {
        const auto worst =
            std::ranges::find(plan.worst_load, each.pelaksana, &PlannedLoad::pelaksana);
        if (each.outside_office != (place == Place::outside)) {
            continue;
        }
        const std::string who =
            each.pelaksana ? sop.pelaksana_name(*each.pelaksana) : page.text("UI-UNKNOWN");
        table.rows.push_back({who, minutes(each.alone), minutes(each.shared), minutes(each.allowed),
                              std::to_string(each.visits), std::to_string(each.open_visits),
                              worst == plan.worst_load.end() ? "–" : minutes(worst->alone)});
    }
    if (!table.rows.empty()) {
        page.heading(page.text(heading));
        page.table(std::move(table), 2);
    }
}

} // namespace

std::string visit_words(const PlannedVisit& visit, const Sop& sop) {
    const Step& step = sop.steps()[visit.step];
    const std::string name = step.no.empty() ? step.key : squeeze(step.no);
    return visit.round == 0 ? name : name + " (" + std::to_string(visit.round + 1) + ")";
}

std::string moment_words(Instant instant, Zone zone) {
    std::string words = text(std::chrono::floor<std::chrono::seconds>(instant), zone).substr(0, 19);
    words[10] = ' ';
    return words.ends_with(":00") ? words.substr(0, 16) : words;
}

void add_basis(Page& page, const Plan& plan, const Sop& sop) {
    page.paragraph(page.text("UI-PLAN-BASIS", {{"start", moment_words(plan.start, plan.zone)},
                                               {"zone", plan.zone.text()},
                                               {"calendar", plan.calendar},
                                               {"version", plan.calendar_version}}));
    page.blank();
    page.paragraph(receipt_text(plan, sop, page.language()), 0, Tone::strong);
}

void add_steps(Page& page, const Plan& plan, const Sop& sop, std::size_t width) {
    const PlannedRun& run = plan.main;
    TextTable table{.header = {page.text("UI-PLAN-STEP"), page.text("UI-PLAN-URAIAN"),
                               page.text("UI-PLAN-PELAKSANA"), page.text("UI-PLAN-START"),
                               page.text("UI-PLAN-DUE"), page.text("UI-PLAN-SLACK"),
                               page.text("UI-PLAN-CRITICAL")}};
    std::vector<bool> critical(run.visits.size(), false);
    for (const std::size_t place : run.critical_path) {
        critical[place] = true;
    }
    for (std::size_t i = 0; i < run.visits.size(); ++i) {
        const PlannedVisit& visit = run.visits[i];
        const Step& step = sop.steps()[visit.step];
        table.rows.push_back(
            {visit_words(visit, sop), squeeze(step.uraian), pelaksana_of(page, step, sop),
             moment_cell(visit.earliest_start, plan.zone, width),
             due_words(page, visit, plan.zone, width), work_words(page, visit.slack),
             critical[i] ? page.text("UI-PLAN-YES") : ""});
    }
    page.heading(page.text("UI-PLAN-STEPS"));
    page.table(std::move(table), 2);
}

void add_runs(Page& page, const Plan& plan, const Sop& sop) {
    TextTable table{.header = {page.text("UI-PLAN-RUN"), page.text("UI-PLAN-FINISH"),
                               page.text("UI-PLAN-WORK"), page.text("UI-PLAN-VISITS"),
                               page.text("UI-PLAN-OUTCOMES"), page.text("UI-PLAN-PATH")}};
    for (const PlannedRun* run : {&plan.best, &plan.main, &plan.worst}) {
        std::string path;
        for (const std::size_t place : run->critical_path) {
            path += (path.empty() ? "" : " ") + sop.steps()[run->visits[place].step].key;
        }
        table.rows.push_back(
            {run_words(page, run->kind),
             run->stuck ? page.text("UI-PLAN-STUCK") : moment_words(run->finish, plan.zone),
             work_words(page, run->work), std::to_string(run->visits.size()), outcome_words(*run),
             path});
    }
    page.heading(page.text("UI-PLAN-RUNS"));
    page.table(std::move(table), 2);
}

void add_load(Page& page, const Plan& plan, const Sop& sop) {
    add_load_of(page, plan, sop, Place::office, "UI-PLAN-LOAD");
    add_load_of(page, plan, sop, Place::outside, "UI-PLAN-LOAD-OUTSIDE");
}

} // namespace tertib::tool
