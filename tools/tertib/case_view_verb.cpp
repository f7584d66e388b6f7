// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_view_verb.hpp"

#include "case_answer.hpp"
#include "case_words.hpp"
#include "page.hpp"
#include "store_file.hpp"

#include "tertib/run/case_state_json.hpp"
#include "tertib/run/why_json.hpp"
#include "tertib/store/case_list_json.hpp"
#include "tertib/store/tick_report_json.hpp"
#include "tertib/store/worklist_json.hpp"

namespace tertib::tool {
namespace {

/// A case with what it runs by.
struct FoundCase {
    CaseState state;
    std::shared_ptr<const ReadySop> sop;
    std::shared_ptr<const Calendar> calendar;
    std::shared_ptr<const Roster> roster;
};

/// Looks into a case; one that isn't there is refused as a command on it would be.
Outcome with_case(const CaseRequest& request, const Manner& manner,
                  const std::function<Outcome(const FoundCase&)>& work) {
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        const std::optional<CaseState> state = store.find_case(request.case_id);
        if (!state) {
            return refused(make_finding("CASE-UNKNOWN", {}, {{"case", request.case_id}}), manner);
        }
        return work({.state = *state,
                     .sop = store.sop(state->sop_digest),
                     .calendar = store.calendar(state->calendar_digest),
                     .roster = store.roster()});
    });
}

} // namespace

Outcome case_show_verb(const CaseRequest& request, const Manner& manner) {
    return with_case(request, manner, [&](const FoundCase& found) {
        const Zone zone = found.calendar->zone();
        Outcome outcome;
        if (manner.answer == Answer::json) {
            outcome.text = to_json(*found.sop, found.state, zone);
            return outcome;
        }
        Page page(manner.terminal, manner.language);
        add_case(page, *found.sop, found.state, zone);
        outcome.text = page.take();
        return outcome;
    });
}

Outcome case_why_verb(const CaseRequest& request, const Manner& manner) {
    return with_case(request, manner, [&](const FoundCase& found) {
        const Zone zone = found.calendar->zone();
        const CaseContext context{
            .sop = found.sop.get(), .calendar = found.calendar.get(), .roster = found.roster.get()};
        const Why reasons = why(context, found.state, {.person = request.by, .as = request.as},
                                now_of(request.now, zone));
        Outcome outcome;
        if (manner.answer == Answer::json) {
            outcome.text = to_json(reasons, zone);
            return outcome;
        }
        Page page(manner.terminal, manner.language);
        add_why(page, reasons, zone);
        outcome.text = page.take();
        return outcome;
    });
}

Outcome case_list_verb(const ListRequest& request, const Manner& manner) {
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        const CaseList list = list_cases(store, request.after, request.limit);
        Outcome outcome;
        if (manner.answer == Answer::json) {
            outcome.text = to_json(list);
            return outcome;
        }
        Page page(manner.terminal, manner.language);
        add_list(page, list);
        outcome.text = page.take();
        return outcome;
    });
}

Outcome worklist_verb(const ListRequest& request, const Manner& manner) {
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        const Worklist list = list_work(store, request.as, request.after, request.limit);
        Outcome outcome;
        if (manner.answer == Answer::json) {
            outcome.text = to_json(list);
            return outcome;
        }
        Page page(manner.terminal, manner.language);
        add_worklist(page, list);
        outcome.text = page.take();
        return outcome;
    });
}

Outcome case_tick_verb(const CaseRequest& request, const Manner& manner) {
    return with_store(request.store, OpenMode::write, [&](Store& store) {
        const std::optional<Zone> own = zone_of_store(store);
        const Zone zone = own.value_or(wib());
        const Instant now = now_of(request.now, zone);
        // An hour of one zone is another moment than that hour of another.
        if (!own && !request.now.empty() && exact_moment("--now", request.now, wita()) != now) {
            throw Failure(Exit::usage, "UI-USAGE-OFFSET", {{"text", request.now}});
        }
        const TickReport report = store.tick(now);
        Outcome outcome;
        if (manner.answer == Answer::json) {
            outcome.text = to_json(report, zone);
            return outcome;
        }
        Page page(manner.terminal, manner.language);
        add_tick(page, report, zone);
        outcome.text = page.take();
        return outcome;
    });
}

} // namespace tertib::tool
