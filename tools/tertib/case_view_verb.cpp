// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_view_verb.hpp"

#include "calendar_file.hpp"
#include "case_answer.hpp"
#include "case_words.hpp"
#include "page.hpp"
#include "store_file.hpp"

#include "tertib/run/case_state_json.hpp"
#include "tertib/run/why_json.hpp"
#include "tertib/store/case_list_json.hpp"
#include "tertib/store/case_why.hpp"
#include "tertib/store/tick_report_json.hpp"
#include "tertib/store/worklist_json.hpp"

namespace tertib::tool {
namespace {

/// A case with what it runs by.
struct FoundCase {
    CaseState state;
    std::shared_ptr<const ReadySop> sop;
    std::shared_ptr<const Calendar> calendar;
};

/// Looks into a case; one that isn't there is refused as a command on it would be.
Outcome with_case(const CaseRequest& request, const Manner& manner,
                  const std::function<Outcome(Store&, const FoundCase&)>& work) {
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        const std::optional<CaseState> state = store.find_case(request.case_id);
        if (!state) {
            return refused(make_finding("CASE-UNKNOWN", {}, {{"case", request.case_id}}), manner);
        }
        return work(store, {.state = *state,
                            .sop = store.sop(state->sop_digest),
                            .calendar = store.calendar(state->calendar_digest)});
    });
}

/// The answer as JSON, or as `words` put it on a page.
template <typename Json, typename Words>
Outcome shown(const Manner& manner, const Json& json, const Words& words) {
    Outcome outcome;
    if (manner.answer == Answer::json) {
        outcome.text = json();
        return outcome;
    }
    Page page(manner.terminal, manner.language);
    words(page);
    outcome.text = page.take();
    return outcome;
}

} // namespace

Outcome case_show_verb(const CaseRequest& request, const Manner& manner) {
    return with_case(request, manner, [&](Store&, const FoundCase& found) {
        const Zone zone = found.calendar->zone();
        return shown(
            manner, [&] { return to_json(*found.sop, found.state, zone); },
            [&](Page& page) { add_case(page, *found.sop, found.state, zone); });
    });
}

Outcome case_why_verb(const CaseRequest& request, const Manner& manner) {
    return with_case(request, manner, [&](Store& store, const FoundCase& found) {
        const Instant now = now_of(request.now, found.calendar->zone());
        const std::optional<Calendar> newer = known_now(found.state.calendar);
        const std::optional<CaseWhy> reasons =
            why(store, request.case_id, {.person = request.by, .as = request.as}, now,
                newer ? &*newer : nullptr);
        return shown(
            manner, [&] { return to_json(reasons.value().why, reasons.value().zone); },
            [&](Page& page) { add_why(page, reasons.value().why, reasons.value().zone); });
    });
}

Outcome case_list_verb(const ListRequest& request, const Manner& manner) {
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        const CaseList list = list_cases(store, request.after, request.limit);
        return shown(
            manner, [&] { return to_json(list); }, [&](Page& page) { add_list(page, list); });
    });
}

Outcome worklist_verb(const ListRequest& request, const Manner& manner) {
    return with_store(request.store, OpenMode::read_only, [&](Store& store) {
        const Worklist list = list_work(store, request.as, request.after, request.limit);
        return shown(
            manner, [&] { return to_json(list); }, [&](Page& page) { add_worklist(page, list); });
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
        return shown(
            manner, [&] { return to_json(report, zone); },
            [&](Page& page) { add_tick(page, report, zone); });
    });
}

} // namespace tertib::tool
