// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "deadline_verb.hpp"

#include "calendar_file.hpp"
#include "finding_list.hpp"
#include "page.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/date_words.hpp"
#include "tertib/time/deadline_json.hpp"
#include "tertib/time/waktu_request.hpp"

namespace tertib::tool {
namespace {

ClockStop read_stop(const std::string& written, Zone zone) {
    const std::size_t slash = written.find('/');
    const std::string_view text = written;
    if (slash != std::string::npos) {
        const std::optional<Stamp> from = read_stamp(text.substr(0, slash), zone);
        const std::optional<Stamp> until = read_stamp(text.substr(slash + 1), zone);
        if (from && until) {
            return {from->earliest, until->earliest};
        }
    }
    throw Failure(Exit::usage, "UI-USAGE-STOP", {{"text", written}});
}

WaktuRequest read_waktu_of(const DeadlineRequest& request, Zone zone) {
    WaktuRequest wanted = read_waktu_request(request.waktu, zone);
    for (const std::string& stop : request.stops) {
        wanted.options.stops.push_back(read_stop(stop, zone));
    }
    if (request.items) {
        wanted.options.items = request.items;
    }
    return wanted;
}

Explanation explained(const Calendar& calendar, Instant start, const WaktuRequest& wanted) {
    try {
        return explain(calendar, start, wanted.waktu, {.deadline = wanted.options});
    } catch (const Error& error) {
        throw Failure(Exit::usage, "UI-USAGE-OTHER", {{"reason", error.what()}});
    }
}

void add_deadline(Page& page, const Deadline& deadline) {
    if (!deadline.due) {
        page.paragraph(page.text("UI-DEADLINE-NONE", {{"waktu", deadline.waktu.text}}));
        return;
    }
    // The bare instant first: a script takes the first line.
    page.paragraph(text(*deadline.due, deadline.zone), 0, Tone::strong);
    const bool forward = deadline.direction == TimeDirection::forward;
    page.paragraph(page.text(forward ? "UI-DEADLINE" : "UI-DEADLINE-LATEST",
                             {{"moment", words(*deadline.due, deadline.zone, page.language())}}));
    page.paragraph(page.text(forward ? "UI-DEADLINE-OF" : "UI-DEADLINE-UNTIL",
                             {{"waktu", deadline.waktu.text},
                              {"start", words(deadline.start, deadline.zone, page.language())}}));
}

void add_walk(Page& page, const Explanation& explanation) {
    page.heading(page.text("UI-DEADLINE-WALK"));
    for (const std::string& line : lines(explanation, page.language())) {
        page.paragraph(line, 2);
    }
    page.heading(page.text("UI-DEADLINE-LETTER"));
    page.paragraph(paragraph(explanation, page.language()), 2);
}

} // namespace

Outcome deadline_verb(const DeadlineRequest& request, const Manner& manner) {
    if (request.from.empty() || request.waktu.empty()) {
        throw Failure(Exit::usage, "UI-USAGE-DEADLINE");
    }
    const Calendar calendar = load_calendar(request.calendar);
    const Stamp start = read_moment("--from", request.from, calendar.zone());
    const Explanation explanation =
        explained(calendar, start.earliest, read_waktu_of(request, calendar.zone()));
    Outcome outcome;
    if (manner.answer == Answer::json) {
        outcome.text =
            to_json(explanation, request.explain ? WalkInJson::told : WalkInJson::left_out);
        return outcome;
    }
    Page page(manner.terminal, manner.language);
    add_deadline(page, explanation.deadline);
    page.paragraph(calendar_words(page, calendar, request.calendar));
    if (start.earliest != start.latest) {
        page.paragraph(page.text("UI-DEADLINE-EARLIEST", {{"text", request.from}}), 0,
                       Tone::attention);
    }
    if (request.explain && explanation.deadline.due) {
        add_walk(page, explanation);
    }
    if (!explanation.deadline.findings.empty()) {
        add_findings(page, explanation.deadline.findings, {});
    }
    outcome.text = page.take();
    return outcome;
}

} // namespace tertib::tool
