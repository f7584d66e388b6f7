/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <string.h>

static tertib_plan* plan_of(const tertib_sop* sop, const tertib_plan_options* options) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_plan* plan = NULL;
    CHECK_DONE(
        tertib_sop_plan(sop, calendar, instant_of("2025-05-05T08:00"), options, &plan, &error));
    tertib_calendar_free(calendar);
    return plan;
}

static void a_plan_tells_when_a_case_is_finished(void) {
    tertib_sop* sop = read_small_sop();
    tertib_plan* plan = plan_of(sop, NULL);
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_sop_free(sop);
    CHECK(tertib_plan_finish(plan, TERTIB_RUN_MAIN) == instant_of("2025-05-06T16:00"));
    CHECK(tertib_plan_finish(plan, TERTIB_RUN_BEST) <= tertib_plan_finish(plan, TERTIB_RUN_WORST));
    CHECK(tertib_plan_work(plan, TERTIB_RUN_MAIN) == INT64_C(870) * 60000000);
    CHECK(tertib_plan_findings(plan) != NULL);
    CHECK_DONE(tertib_plan_to_json(plan, &json, &error));
    CHECK(strstr(json.data, "\"tertib.plan/1\"") != NULL);
    tertib_buf_dispose(&json);
    CHECK(tertib_plan_finish(plan, 3) == TERTIB_NO_TIME);
    CHECK(tertib_plan_work(plan, -1) == TERTIB_NO_TIME);
    tertib_plan_free(plan);
}

static void options_choose_outcomes_and_limits(void) {
    tertib_sop* sop = read_small_sop();
    tertib_calendar* calendar = calendar_named("id5");
    tertib_plan_options options = TERTIB_PLAN_OPTIONS_INIT;
    tertib_plan* plan = NULL;
    const tertib_given_outcome no_step = {"99", "Ya"};
    const tertib_given_outcome null_step = {NULL, "Ya"};
    const tertib_given_items items = {NULL, 2};
    options.items = &items;
    options.items_count = 1;
    options.rounds = 2;
    plan = plan_of(sop, &options);
    CHECK(plan != NULL);
    tertib_plan_free(plan);
    options.outcomes = &no_step;
    options.outcome_count = 1;
    CHECK_FAILS(tertib_sop_plan(sop, calendar, 0, &options, &plan, &error), TERTIB_E_ARGUMENT);
    options.outcomes = &null_step;
    CHECK_FAILS(tertib_sop_plan(sop, calendar, 0, &options, &plan, &error), TERTIB_E_ARGUMENT);
    options.outcomes = NULL;
    CHECK_FAILS(tertib_sop_plan(sop, calendar, 0, &options, &plan, &error), TERTIB_E_ARGUMENT);
    tertib_plan_options_init(&options);
    CHECK(options.rounds == 1 && options.outcome_count == 0);
    options.items_count = 1;
    CHECK_FAILS(tertib_sop_plan(sop, calendar, 0, &options, &plan, &error), TERTIB_E_ARGUMENT);
    tertib_plan_options_init(&options);
    options.max_visits = 1;
    CHECK_FAILS(tertib_sop_plan(sop, calendar, 0, &options, &plan, &error), TERTIB_E_LIMIT);
    options.struct_size = 0;
    CHECK_FAILS(tertib_sop_plan(sop, calendar, 0, &options, &plan, &error), TERTIB_E_ARGUMENT);
    CHECK(plan == NULL);
    tertib_plan_options_init(NULL);
    tertib_calendar_free(calendar);
    tertib_sop_free(sop);
}

static void wrong_plans_are_refused(void) {
    tertib_sop* sop = read_small_sop();
    tertib_calendar* calendar = calendar_named("id5");
    tertib_plan* plan = NULL;
    tertib_buf buf = TERTIB_BUF_INIT;
    CHECK_FAILS(tertib_sop_plan(NULL, calendar, 0, NULL, &plan, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_plan(sop, NULL, 0, NULL, &plan, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_plan(sop, calendar, 0, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_plan(sop, calendar, INT64_MAX, NULL, &plan, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_plan_to_json(NULL, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK(plan == NULL && buf.data == NULL);
    plan = plan_of(sop, NULL);
    CHECK_FAILS(tertib_plan_to_json(plan, NULL, &error), TERTIB_E_ARGUMENT);
    tertib_plan_free(plan);
    CHECK(tertib_plan_finish(NULL, TERTIB_RUN_MAIN) == TERTIB_NO_TIME);
    CHECK(tertib_plan_work(NULL, TERTIB_RUN_MAIN) == TERTIB_NO_TIME);
    CHECK(tertib_plan_findings(NULL) == NULL);
    tertib_plan_free(NULL);
    tertib_calendar_free(calendar);
    tertib_sop_free(sop);
}

void plan_tests(void) {
    a_plan_tells_when_a_case_is_finished();
    options_choose_outcomes_and_limits();
    wrong_plans_are_refused();
}
