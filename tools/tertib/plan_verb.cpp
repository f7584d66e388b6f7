// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "plan_verb.hpp"

#include "calendar_file.hpp"
#include "finding_list.hpp"
#include "gantt.hpp"
#include "page.hpp"
#include "plan_words.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/plan/plan.hpp"
#include "tertib/plan/plan_json.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace tertib::tool {
namespace {

std::optional<std::int64_t> whole_number(std::string_view text) {
    std::int64_t number = 0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = rest == text.data() + text.size();
    return error == std::errc{} && whole && number >= 0 ? std::optional(number) : std::nullopt;
}

GivenOutcome outcome_of(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw Failure(Exit::usage, "UI-USAGE-OUTCOME", {{"text", text}});
    }
    return {std::string(trim(text.substr(0, equals))), text.substr(equals + 1)};
}

GivenItems items_of(const std::string& text) {
    const std::size_t equals = text.find('=');
    const bool every = equals == std::string::npos;
    const std::optional<std::int64_t> count =
        whole_number(every ? std::string_view(text) : std::string_view(text).substr(equals + 1));
    if (!count || equals == 0) {
        throw Failure(Exit::usage, "UI-USAGE-ITEMS", {{"text", text}});
    }
    return {every ? "" : std::string(trim(text.substr(0, equals))), *count};
}

Instant start_of(const PlanRequest& request, const Calendar& calendar) {
    if (request.start.empty()) {
        throw Failure(Exit::usage, "UI-USAGE-START-MISSING");
    }
    return read_moment("--start", request.start, calendar.zone()).earliest;
}

PlanOptions options_of(const PlanRequest& request, const Sop& sop) {
    PlanOptions options{.rounds = request.rounds};
    std::ranges::transform(request.outcomes, std::back_inserter(options.outcomes), outcome_of);
    std::ranges::transform(request.items, std::back_inserter(options.items), items_of);
    for (const Step& step : sop.steps()) {
        const bool counted = std::ranges::any_of(options.items, [&](const GivenItems& each) {
            return each.step.empty() || each.step == step.key;
        });
        if (step.waktu.form == WaktuForm::per_item && !counted) {
            throw Failure(Exit::usage, "UI-USAGE-ITEMS-MISSING",
                          {{"step", step.key}, {"waktu", squeeze(step.waktu.text)}});
        }
    }
    return options;
}

std::string plan_as_text(const Plan& plan, const Calendar& calendar, const Document& document,
                         const Manner& manner) {
    const Sop& sop = document.sop;
    Page page(manner.terminal, manner.language);
    page.heading(sop.identity().nama.empty() ? page.text("UI-NO-NAME") : sop.identity().nama);
    add_basis(page, plan, sop);
    add_steps(page, plan, sop, manner.terminal.width);
    add_gantt(page, plan.main, sop, calendar, manner.terminal.width);
    add_runs(page, plan, sop);
    add_load(page, plan, sop);
    if (!plan.findings.empty()) {
        add_findings(page, plan.findings, document.waivers);
    }
    return page.take();
}

} // namespace

Outcome plan_verb(const PlanRequest& request, const Manner& manner) {
    const Calendar calendar = load_calendar(request.calendar);
    const Instant start = start_of(request, calendar);
    const Document document = load_documents(request.document, manner.language).front();
    const PlanOptions options = options_of(request, document.sop);
    Outcome outcome;
    outcome.exit = tell_overlays(document, manner.language);
    try {
        const Plan plan = make_plan(document.sop, calendar, start, options);
        outcome.text = manner.answer == Answer::json
                           ? to_json(plan, document.sop)
                           : plan_as_text(plan, calendar, document, manner);
    } catch (const Error& error) {
        if (error.code() != ErrorCode::argument && error.code() != ErrorCode::limit) {
            throw;
        }
        throw Failure(Exit::usage, "UI-USAGE-PLAN", {{"reason", error.what()}});
    }
    return outcome;
}

} // namespace tertib::tool
