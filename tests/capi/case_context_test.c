/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "office.h"

#include <stdint.h>
#include <string.h>

static const char* start(const tertib_case_context* context) {
    static char code[64];
    const char* text = command("a", "start", "2025-05-05T08:00", "");
    tertib_journal_entry* entry = NULL;
    const tertib_finding* refusal = NULL;
    CHECK_DONE(tertib_case_decide(context, NULL, 0, text, strlen(text), &entry, &error));
    refusal = tertib_journal_entry_refusal(entry);
    snprintf(code, sizeof code, "%s", refusal != NULL ? tertib_finding_code(refusal) : "");
    tertib_journal_entry_free(entry);
    return code;
}

static void posts_say_who_may_act(void) {
    tertib_sop* sop = running_sop();
    tertib_calendar* calendar = calendar_named("id5");
    tertib_case_context_options options = TERTIB_CASE_CONTEXT_OPTIONS_INIT;
    tertib_post_holding posts[2] = {
        {"Budi", "Kadis", NULL, {2025, 1, 1}, {0, 0, 0}, TERTIB_POST_DEFINITIVE},
        {"Ani", "Kadis", "800/1", {2025, 5, 1}, {2025, 5, 4}, TERTIB_POST_PLH}};
    tertib_case_context* context = NULL;
    options.posts = posts;
    options.post_count = 1;
    CHECK_DONE(tertib_case_context_create(sop, calendar, &options, &context, &error));
    CHECK_TEXT(start(context), "ACTOR-NOT-HOLDER");
    tertib_case_context_free(context);
    options.post_count = 2;
    CHECK_DONE(tertib_case_context_create(sop, calendar, &options, &context, &error));
    CHECK_TEXT(start(context), "ACTOR-POST-ENDED");
    tertib_case_context_free(context);
    posts[1].until.day = 5;
    CHECK_DONE(tertib_case_context_create(sop, calendar, &options, &context, &error));
    tertib_calendar_free(calendar);
    tertib_sop_free(sop);
    CHECK_TEXT(start(context), "");
    tertib_case_context_free(context);
}

static void wrong_contexts_are_refused(void) {
    tertib_sop* sop = running_sop();
    tertib_sop* unknown = read_small_sop();
    tertib_calendar* calendar = calendar_named("id5");
    tertib_case_context_options options = TERTIB_CASE_CONTEXT_OPTIONS_INIT;
    tertib_post_holding post = {"Ani", "Kadis", "", {2025, 1, 1}, {0, 0, 0}, TERTIB_POST_UB};
    tertib_case_context* context = NULL;
    tertib_error* why = NULL;
    CHECK(tertib_case_context_create(unknown, calendar, NULL, &context, &why) == TERTIB_E_ARGUMENT);
    CHECK(strstr(tertib_error_message(why), "PELAKSANA-UNKNOWN") != NULL);
    tertib_error_free(why);
    options.unknown_pelaksana = TERTIB_UNKNOWN_PELAKSANA_EVERYONE;
    CHECK_DONE(tertib_case_context_create(unknown, calendar, &options, &context, &error));
    tertib_case_context_free(context);
    options.unknown_pelaksana = 2;
    CHECK_FAILS(tertib_case_context_create(sop, calendar, &options, &context, &error),
                TERTIB_E_ARGUMENT);
    tertib_case_context_options_init(&options);
    options.post_count = 1;
    CHECK_FAILS(tertib_case_context_create(sop, calendar, &options, &context, &error),
                TERTIB_E_ARGUMENT);
    options.posts = &post;
    post.kind = 5;
    CHECK_FAILS(tertib_case_context_create(sop, calendar, &options, &context, &error),
                TERTIB_E_ARGUMENT);
    post.kind = TERTIB_POST_AN;
    post.from.month = 13;
    CHECK_FAILS(tertib_case_context_create(sop, calendar, &options, &context, &error),
                TERTIB_E_ARGUMENT);
    post.from.month = 1;
    post.until.year = 2024;
    CHECK_FAILS(tertib_case_context_create(sop, calendar, &options, &context, &error),
                TERTIB_E_ARGUMENT);
    post.until.year = 0;
    post.person = NULL;
    CHECK_FAILS(tertib_case_context_create(sop, calendar, &options, &context, &error),
                TERTIB_E_ARGUMENT);
    post.person = "\xff";
    CHECK_FAILS(tertib_case_context_create(sop, calendar, &options, &context, &error),
                TERTIB_E_ARGUMENT);
    options.post_count = SIZE_MAX;
    CHECK_FAILS(tertib_case_context_create(sop, calendar, &options, &context, &error),
                TERTIB_E_LIMIT);
    options.struct_size = 0;
    CHECK_FAILS(tertib_case_context_create(sop, calendar, &options, &context, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_context_create(NULL, calendar, NULL, &context, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_context_create(sop, NULL, NULL, &context, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_context_create(sop, calendar, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(context == NULL);
    tertib_case_context_options_init(NULL);
    tertib_case_context_free(NULL);
    tertib_calendar_free(calendar);
    tertib_sop_free(unknown);
    tertib_sop_free(sop);
}

void case_context_tests(void) {
    posts_say_who_may_act();
    wrong_contexts_are_refused();
}
