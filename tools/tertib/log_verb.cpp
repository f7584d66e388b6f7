// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_verb.hpp"

#include "finding_list.hpp"
#include "page.hpp"

#include "tertib/log/log_info_json.hpp"
#include "tertib/log/log_map_json.hpp"
#include "tertib/log/log_proposal.hpp"
#include "tertib/time/date_words.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

namespace tertib::tool {
namespace {

std::string number(std::uint64_t count) {
    return std::to_string(count);
}

void add_summary(Page& page, const LogInfo& info) {
    TextTable table;
    const auto add = [&](std::string_view code, std::string value) {
        table.rows.push_back({page.text(code), std::move(value)});
    };
    add("UI-LOG-EVENTS", number(info.events));
    add("UI-LOG-CASES", number(info.cases));
    if (info.first && info.last) {
        add("UI-LOG-FROM", words(info.first->earliest, info.zone, page.language()));
        add("UI-LOG-UNTIL", words(info.last->latest, info.zone, page.language()));
    }
    add("UI-LOG-STARTS", number(info.with_start));
    add("UI-LOG-COMPLETES", number(info.with_complete));
    add("UI-LOG-DAYS", number(info.day_only));
    add("UI-LOG-VARIANTS", number(info.variants));
    if (!info.columns.empty()) {
        std::string list;
        for (const std::string& column : info.columns) {
            list += (list.empty() ? "" : ", ") + column;
        }
        add("UI-LOG-COLUMNS", list);
    }
    add("UI-LOG-DIGEST", info.digest);
    page.table(std::move(table), 2);
}

void add_counts(Page& page, std::string_view code, std::span<const TextCount> counts) {
    constexpr std::size_t most = 20;
    if (counts.empty()) {
        return;
    }
    page.heading(page.text(code, {{"count", number(counts.size())}}));
    TextTable table;
    for (const TextCount& count : counts.first(std::min(counts.size(), most))) {
        table.rows.push_back({number(count.events), count.text});
    }
    page.table(std::move(table), 2);
    if (counts.size() > most) {
        page.paragraph(page.text("UI-LOG-MORE", {{"count", number(counts.size() - most)}}), 2,
                       Tone::faint);
    }
}

void add_variants(Page& page, const LogInfo& info) {
    if (info.frequent.empty()) {
        return;
    }
    page.heading(page.text("UI-LOG-FREQUENT", {{"count", number(info.frequent.size())}}));
    for (const VariantCount& variant : info.frequent) {
        std::string list;
        for (const std::string& activity : variant.activities) {
            list += (list.empty() ? "" : " → ") + activity;
        }
        page.item(number(variant.cases), list.empty() ? "-" : list, 2);
    }
}

std::string text_of_info(const LogInfo& info, const std::string& path, const Manner& manner) {
    Page page(manner.terminal, manner.language);
    page.heading(path == "-" ? page.text("UI-LOG-TITLE") : path);
    add_summary(page, info);
    add_counts(page, "UI-LOG-ACTIVITIES", info.activities);
    add_counts(page, "UI-LOG-RESOURCES", info.resources);
    add_counts(page, "UI-LOG-ROLES", info.roles);
    add_counts(page, "UI-LOG-OUTCOMES", info.outcomes);
    add_variants(page, info);
    if (info.findings.empty()) {
        page.paragraph(page.text("UI-LOG-NO-FINDINGS"));
    } else {
        add_findings(page, info.findings, {});
    }
    return page.take();
}

/// What a person has still to say in the map.
void say_open(const LogMap& map, Language language) {
    const auto activities = std::ranges::count_if(
        map.activities, [](const MappedActivity& mapped) { return mapped.step.empty(); });
    const auto steps = std::ranges::count_if(
        map.wide, [](const WideStep& step) { return step.step.starts_with('?'); });
    const auto people = std::ranges::count_if(
        map.people, [](const MappedPerson& person) { return person.pelaksana.empty(); });
    const std::vector<Argument> counts = {{"activities", std::to_string(activities)},
                                          {"columns", std::to_string(steps)},
                                          {"people", std::to_string(people)}};
    say("tertib: " + text_of("UI-LOG-MAP-OPEN", language, counts));
}

} // namespace

Outcome log_info_verb(const LogRequest& request, const Manner& manner) {
    LogReading reading = load_log(request, load_map(request));
    const LogInfo info = make_log_info(reading.log, std::move(reading.findings));
    Outcome outcome;
    outcome.text =
        manner.answer == Answer::json ? to_json(info) : text_of_info(info, request.path, manner);
    return outcome;
}

Outcome log_map_verb(const LogMapRequest& request, const Manner& manner) {
    std::optional<Document> document;
    if (!request.sop.path.empty()) {
        document = load_documents(request.sop, manner.language).front();
    }
    const Sop* const sop = document ? &document->sop : nullptr;
    ProposedLog proposed = load_for_proposal(request.log, sop);
    const LogMap map = propose_map(proposed.reading.log, sop, std::move(proposed.map));
    say_open(map, manner.language);
    Outcome outcome;
    outcome.text = to_json(map);
    return outcome;
}

} // namespace tertib::tool
