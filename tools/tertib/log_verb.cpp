// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log_verb.hpp"

#include "failure.hpp"
#include "finding_list.hpp"
#include "page.hpp"

#include "tertib/base/error.hpp"
#include "tertib/log/log_info_json.hpp"
#include "tertib/log/log_map_json.hpp"
#include "tertib/log/log_proposal.hpp"
#include "tertib/log/step_match.hpp"
#include "tertib/time/date_words.hpp"

#include <algorithm>
#include <iterator>
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

std::optional<Document> document_of(const LogVerbRequest& request, const Manner& manner) {
    if (request.sop.path.empty()) {
        return std::nullopt;
    }
    return load_documents(request.sop, manner.language).front();
}

/// What the library says of a map that doesn't fit the SOP, in the user's words.
std::vector<Finding> unknown_in(const EventLog& log, const Sop& sop, const LogMap& map,
                                const LogRequest& request) {
    try {
        return unknown_activities(log, match_steps(log, sop, map));
    } catch (const Error& error) {
        throw Failure(Exit::unreadable, "UI-INPUT-JSON",
                      {{"file", request.map}, {"reason", error.what()}});
    }
}

} // namespace

Outcome log_info_verb(const LogVerbRequest& request, const Manner& manner) {
    const std::optional<Document> document = document_of(request, manner);
    auto [reading, map] = load_log(request.log, LogUse::looked);
    LogInfo info = make_log_info(reading.log, std::move(reading.findings));
    if (document) {
        std::ranges::move(unknown_in(reading.log, document->sop, map, request.log),
                          std::back_inserter(info.findings));
    }
    Outcome outcome;
    outcome.text = manner.answer == Answer::json ? to_json(info)
                                                 : text_of_info(info, request.log.path, manner);
    return outcome;
}

Outcome log_map_verb(const LogVerbRequest& request, const Manner& manner) {
    const std::optional<Document> document = document_of(request, manner);
    const Sop* const sop = document ? &document->sop : nullptr;
    LoadedLog proposed = load_for_proposal(request.log, sop);
    LogMap map;
    try {
        map = propose_map(proposed.reading.log, sop, std::move(proposed.map));
    } catch (const Error& error) {
        throw Failure(Exit::unreadable, "UI-INPUT-JSON",
                      {{"file", request.log.map}, {"reason", error.what()}});
    }
    say_open(map, manner.language);
    Outcome outcome;
    outcome.text = to_json(map);
    return outcome;
}

} // namespace tertib::tool
