// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "case_change_verb.hpp"

#include "calendar_file.hpp"
#include "case_answer.hpp"
#include "change_words.hpp"
#include "sop_source.hpp"
#include "store_file.hpp"

#include "tertib/run/migration_json.hpp"
#include "tertib/run/recompute_json.hpp"
#include "tertib/store/dry_run.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

namespace tertib::tool {
namespace {

/// Opens the store as the run needs it and looks the case up; one that isn't there is refused.
Outcome with_state(const CaseRequest& request, Run run, const Manner& manner,
                   const std::function<Outcome(Store&, const CaseState&)>& work) {
    const OpenMode mode = run == Run::dry ? OpenMode::read_only : OpenMode::write;
    return with_store(request.store, mode, [&](Store& store) {
        const std::optional<CaseState> state = store.find_case(request.case_id);
        if (!state) {
            return refused(make_finding("CASE-UNKNOWN", {}, {{"case", request.case_id}}), manner);
        }
        return work(store, *state);
    });
}

/// A dry run's answer: the plan, and as the command itself would end.
template <typename Plan>
Outcome shown(const Plan& plan, Zone zone, const Manner& manner) {
    Outcome outcome;
    const std::optional<Finding>& refusal = plan.judgement.refusal;
    outcome.exit = refusal ? Exit::negative : Exit::done;
    if (manner.answer == Answer::json) {
        outcome.text = to_json(plan, zone);
        return outcome;
    }
    Page page(manner.terminal, manner.language);
    add_plan(page, plan, zone);
    if (refusal) {
        say("tertib: " + refusal->code + ": " + message(*refusal, manner.language));
    }
    outcome.text = page.take();
    return outcome;
}

/// The calendar that is named, or the case's own as it is known by now.
Calendar newer_calendar(const std::string& named, const CaseState& state) {
    if (!named.empty()) {
        return load_calendar(named);
    }
    std::optional<Calendar> own = known_now(state.calendar);
    if (!own) {
        throw Failure(Exit::usage, "UI-USAGE-MISSING", {{"text", "--calendar"}});
    }
    return *std::move(own);
}

std::map<std::string, std::string> steps_in(const std::vector<std::string>& written) {
    std::map<std::string, std::string> steps;
    for (const std::string& pair : written) {
        const std::size_t equals = pair.find('=');
        const bool whole = equals != std::string::npos && equals != 0 && equals + 1 < pair.size();
        if (!whole || !steps.emplace(pair.substr(0, equals), pair.substr(equals + 1)).second) {
            throw Failure(Exit::usage, "UI-USAGE-STEPS", {{"text", pair}});
        }
    }
    return steps;
}

void keep_calendar(Store& store, const Calendar& calendar) {
    const std::vector<std::string> known = store.calendars();
    if (!std::ranges::binary_search(known, calendar.digest())) {
        (void)store.register_calendar(calendar);
    }
}

} // namespace

Outcome case_recompute_verb(const CaseRequest& request, const RecomputeRequest& recompute,
                            const Manner& manner) {
    return with_state(request, recompute.run, manner, [&](Store& store, const CaseState& state) {
        const Calendar newer = newer_calendar(recompute.calendar, state);
        if (recompute.calendar.empty()) {
            const Page page(manner.terminal, manner.language);
            say("tertib: " + page.text("UI-RECOMPUTE-CALENDAR", {{"calendar", newer.label()},
                                                                 {"version", newer.version()}}));
        }
        const Zone zone = store.calendar(state.calendar_digest)->zone();
        Request asked = request_of(request, RecomputeCase{}, zone);
        if (recompute.run == Run::dry) {
            return shown(plan_recompute(store, asked.command, newer), zone, manner);
        }
        keep_calendar(store, newer);
        asked.calendar = newer.digest();
        return answer(store, store.submit(asked), manner);
    });
}

Outcome case_migrate_verb(const CaseRequest& request, const MigrateRequest& migrate,
                          const Manner& manner) {
    const MigrateCase action{.steps = steps_in(migrate.steps)};
    return with_state(request, migrate.run, manner, [&](Store& store, const CaseState& state) {
        const SopSource source = find_sop(store, migrate.sop, manner.language);
        const std::optional<Finding>& refusal = source.refusal;
        if (refusal) {
            return refused(*refusal, manner);
        }
        if (!source.sop) {
            throw Failure(Exit::usage, "UI-USAGE-SOP", {{"text", migrate.sop.path}});
        }
        const Zone zone = store.calendar(state.calendar_digest)->zone();
        Request asked = request_of(request, action, zone);
        if (migrate.run == Run::dry) {
            const ReadySopResult next = ready_sop(source.sop);
            return shown(plan_migration(store, asked.command, *next.sop), zone, manner);
        }
        register_sop(store, *source.sop, manner);
        asked.sop = source.digest;
        return answer(store, store.submit(asked), manner);
    });
}

} // namespace tertib::tool
