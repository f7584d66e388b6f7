// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/plan/plan.hpp"

#include "calendar.hpp"
#include "findings.hpp"
#include "guard.hpp"
#include "options.hpp"
#include "sop.hpp"

#include "tertib/base/error.hpp"
#include "tertib/plan/plan_json.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

using namespace tertib::capi;

struct tertib_plan {
    std::shared_ptr<const tertib::Sop> sop;
    tertib::Plan plan;
    tertib_findings findings;
};

namespace {

tertib::PlanOptions plan_options(const tertib_plan_options* options) {
    const auto own = own_options(options, tertib_plan_options TERTIB_PLAN_OPTIONS_INIT,
                                 "TERTIB_PLAN_OPTIONS_INIT");
    tertib::PlanOptions made;
    made.rounds = own.rounds;
    if (own.outcome_count > 0) {
        require(own.outcomes, "outcomes");
    }
    for (std::size_t i = 0; i < own.outcome_count; ++i) {
        require(own.outcomes[i].step, "the step of an outcome");
        made.outcomes.push_back({std::string(text_of_c(own.outcomes[i].step, "a step")),
                                 std::string(text_of_c(own.outcomes[i].outcome, "an outcome"))});
    }
    if (own.items_count > 0) {
        require(own.items, "items");
    }
    for (std::size_t i = 0; i < own.items_count; ++i) {
        made.items.push_back(
            {std::string(text_of_c(own.items[i].step, "a step")), own.items[i].items});
    }
    set_limit(made.max_runs, own.max_runs);
    set_limit(made.max_visits, own.max_visits);
    set_limit(made.max_tried_visits, own.max_tried_visits);
    return made;
}

const tertib::PlannedRun* run_of(const tertib_plan* plan, std::int32_t run) noexcept {
    if (plan == nullptr) {
        return nullptr;
    }
    switch (run) {
    case TERTIB_RUN_BEST: return &plan->plan.best;
    case TERTIB_RUN_MAIN: return &plan->plan.main;
    case TERTIB_RUN_WORST: return &plan->plan.worst;
    default: return nullptr;
    }
}

} // namespace

void tertib_plan_options_init(tertib_plan_options* options) {
    if (options != nullptr) {
        *options = TERTIB_PLAN_OPTIONS_INIT;
    }
}

tertib_status tertib_sop_plan(const tertib_sop* sop, const tertib_calendar* calendar, int64_t start,
                              const tertib_plan_options* options, tertib_plan** out,
                              tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(calendar, "calendar");
        require(out, "out");
        tertib::Plan plan =
            tertib::make_plan(*sop->sop, calendar->calendar, require_instant(start, "the start"),
                              plan_options(options));
        tertib_findings findings = findings_of(plan.findings);
        *out = new_handle(tertib_plan{sop->sop, std::move(plan), std::move(findings)});
    });
}

void tertib_plan_free(tertib_plan* plan) {
    free_handle(plan);
}

int64_t tertib_plan_finish(const tertib_plan* plan, int32_t run) {
    const tertib::PlannedRun* found = run_of(plan, run);
    return found != nullptr ? found->finish.time_since_epoch().count() : TERTIB_NO_TIME;
}

int64_t tertib_plan_work(const tertib_plan* plan, int32_t run) {
    const tertib::PlannedRun* found = run_of(plan, run);
    return found != nullptr ? found->work.time.count() : TERTIB_NO_TIME;
}

const tertib_findings* tertib_plan_findings(const tertib_plan* plan) {
    return plan != nullptr ? &plan->findings : nullptr;
}

tertib_status tertib_plan_to_json(const tertib_plan* plan, tertib_buf* out, tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(plan, "plan");
        require(out, "out");
        fill(out, tertib::to_json(plan->plan, *plan->sop));
    });
}
