/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "desk.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

/* What a hook has been told, and what it answers. */
struct ear {
    char heard[256];
    int32_t answer;
    tertib_case_driver* driver; /* to come back to, NULL for not */
    tertib_test_clock* clock;   /* to move on, NULL for not */
    int freed;
};

static int32_t listen(const tertib_driven_step* step, void* user_data) {
    struct ear* ear = user_data;
    const size_t used = strlen(ear->heard);
    snprintf(ear->heard + used, sizeof ear->heard - used, "%s:%s:%d ",
             tertib_driven_step_step(step), tertib_driven_step_outcome(step),
             (int)tertib_events_count(tertib_driven_step_events(step)));
    CHECK_TEXT(tertib_driven_step_case(step), "K-1");
    CHECK_TEXT(tertib_driven_step_as(step), "Kadis");
    CHECK(strlen(tertib_driven_step_person(step)) > 0);
    CHECK(tertib_driven_step_now(step) >= instant_of("2025-05-05T09:00"));
    if (ear->clock != NULL) {
        CHECK_DONE(tertib_test_clock_advance(ear->clock, INT64_C(60000000), &error));
    }
    if (ear->driver != NULL) {
        CHECK_FAILS(tertib_case_driver_complete(ear->driver, "K-1", "1", NULL, NULL, &error),
                    TERTIB_E_ARGUMENT);
        CHECK_FAILS(tertib_case_driver_after_step(ear->driver, listen, ear, NULL, &error),
                    TERTIB_E_ARGUMENT);
    }
    return ear->answer;
}

static void let_go(void* user_data) {
    ++((struct ear*)user_data)->freed;
}

static void a_case_is_walked_and_hooks_are_told(void) {
    static const char* const first[] = {"1", "2", "3", "4=Perlu perbaikan"};
    static const char* const rest[] = {"3", "4=Sesuai", "5", "6", "7"};
    struct desk desk = open_desk();
    struct ear before = {"", 0, NULL, NULL, 0};
    struct ear after = {"", 0, NULL, NULL, 0};
    tertib_step_orders last = TERTIB_STEP_ORDERS_INIT;
    tertib_events* events = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    before.driver = desk.driver;
    before.clock = desk.clock;
    CHECK_DONE(tertib_case_driver_before_step(desk.driver, listen, &before, let_go, &error));
    CHECK_DONE(tertib_case_driver_after_step(desk.driver, listen, &after, let_go, &error));
    CHECK_DONE(tertib_case_driver_walk(desk.driver, "K-1", first, 4, NULL, &events, &error));
    CHECK_TEXT(before.heard, "start::0 1::0 2::0 3::0 4:Perlu perbaikan:0 ");
    CHECK_TEXT(after.heard, "start::1 1::1 2::1 3::1 4:Perlu perbaikan:1 ");
    CHECK(tertib_test_clock_now(desk.clock) == instant_of("2025-05-05T09:05"));
    CHECK_TEXT(tertib_event_outcome(tertib_events_at(events, 4)), "Perlu perbaikan");
    CHECK_TEXT(tertib_event_task(tertib_events_at(events, 4)), "4#1");
    CHECK_TEXT(tertib_event_step(tertib_events_at(events, 4)), "4");
    CHECK_TEXT(tertib_event_case(tertib_events_at(events, 4)), "K-1");
    CHECK_TEXT(tertib_event_task(tertib_events_at(events, 0)), "");
    CHECK(tertib_event_number(tertib_events_at(events, 4)) == 5);
    CHECK(tertib_event_ends_case(tertib_events_at(events, 4)) == 0);
    CHECK_DONE(tertib_event_to_json(tertib_events_at(events, 4), &json, &error));
    CHECK(strstr(json.data, "\"tertib.event/1\"") != NULL || strstr(json.data, "\"kind\"") != NULL);
    CHECK(strstr(json.data, "2025-05-05T09:05:00+07:00") != NULL);
    tertib_buf_dispose(&json);
    CHECK_TEXT(kinds_of(events), "started completed completed completed completed ");
    last.result = "diterbitkan";
    CHECK_DONE(tertib_case_driver_walk(desk.driver, "K-1", rest, 5, &last, &events, &error));
    CHECK(tertib_event_ends_case(tertib_events_at(events, 4)) == 1);
    CHECK_TEXT(tertib_event_result(tertib_events_at(events, 4)), "diterbitkan");
    tertib_events_free(events);
    close_desk(&desk);
    CHECK(before.freed == 1 && after.freed == 1);
}

static void a_hook_ends_the_call_or_fails_it(void) {
    static const char* const path[] = {"1", "2"};
    struct desk desk = open_desk();
    struct ear ear = {"", TERTIB_STOP, NULL, NULL, 0};
    tertib_events* events = NULL;
    CHECK_DONE(tertib_case_driver_after_step(desk.driver, listen, &ear, NULL, &error));
    CHECK_DONE(tertib_case_driver_walk(desk.driver, "K-1", path, 2, NULL, &events, &error));
    CHECK_TEXT(kinds_of(events), "started ");
    ear.answer = -17;
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "K-1", "1", NULL, &events, &error),
                TERTIB_E_USER);
    CHECK(events == NULL);
    ear.answer = 0;
    CHECK_DONE(tertib_case_driver_complete(desk.driver, "K-1", "2", NULL, &events, &error));
    CHECK_TEXT(kinds_of(events), "completed ");
    CHECK_FAILS(tertib_case_driver_before_step(desk.driver, NULL, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_before_step(NULL, listen, &ear, let_go, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_after_step(NULL, listen, &ear, let_go, &error),
                TERTIB_E_ARGUMENT);
    CHECK(ear.freed == 0);
    close_desk(&desk);
}

static void a_refusal_that_nobody_asked_for_is_a_failure(void) {
    static const char claim[] = " {\"verb\": \"claim\", \"task\": \"1\"}";
    struct desk desk = open_desk();
    tertib_step_orders orders = TERTIB_STEP_ORDERS_INIT;
    tertib_events* events = NULL;
    tertib_reply* reply = NULL;
    tertib_error* why = NULL;
    orders.dasar = "SP 3";
    CHECK_DONE(
        tertib_case_driver_start(desk.driver, "K-1", "5 Hari", NULL, &orders, &events, &error));
    CHECK_TEXT(kinds_of(events), "started ");
    CHECK(tertib_case_driver_start(desk.driver, "K-1", NULL, NULL, NULL, &events, &why) ==
          TERTIB_E_ARGUMENT);
    CHECK(strstr(tertib_error_message(why), "case K-1") != NULL);
    CHECK(strstr(tertib_error_message(why), "CASE-EXISTS") != NULL);
    tertib_error_free(why);
    orders.by = "Ani";
    orders.as = "Kadis";
    CHECK_DONE(tertib_case_driver_act(desk.driver, "K-1", claim, sizeof claim - 1, &orders, &events,
                                      &error));
    CHECK_TEXT(kinds_of(events), "claimed ");
    CHECK_DONE(tertib_case_driver_ask(desk.driver, "K-1", claim, sizeof claim - 1, &orders, &reply,
                                      &error));
    CHECK_TEXT(tertib_finding_code(tertib_reply_refusal(reply)), "TASK-YOURS");
    tertib_reply_free(reply);
    CHECK_FAILS(tertib_case_driver_act(desk.driver, "K-1", claim, sizeof claim - 1, &orders,
                                       &events, &error),
                TERTIB_E_ARGUMENT);
    close_desk(&desk);
}

static void orders_say_how_a_step_is_done(void) {
    static const char* const none[] = {NULL};
    static const char* const produk[] = {"Surat Tugas"};
    static const char* const path[] = {"1", "2", "3"};
    struct desk desk = open_desk();
    tertib_step_orders orders = TERTIB_STEP_ORDERS_INIT;
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK_DONE(tertib_case_driver_walk(desk.driver, "K-1", path, 3, NULL, NULL, &error));
    orders.by = "Ani";
    orders.as = "Kadis";
    orders.produk = none; /* none of them */
    orders.target = "6";
    orders.reason = "kebijakan pimpinan";
    orders.dasar = "SP 3";
    orders.at = instant_of("2025-05-05T08:30");
    CHECK_DONE(tertib_test_clock_set_text(desk.clock, "2025-05-05T10:00", &error));
    orders.at = instant_of("2025-05-05T09:30");
    CHECK_DONE(
        tertib_case_driver_complete(desk.driver, "K-1", "4=Tidak lazim", &orders, NULL, &error));
    CHECK_DONE(tertib_store_case(desk.store, "K-1", &json, &error));
    CHECK(strstr(json.data, "\"6#1\"") != NULL);
    tertib_buf_dispose(&json);
    orders.produk = NULL;
    orders.produk_count = 1;
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "K-1", "6", &orders, NULL, &error),
                TERTIB_E_ARGUMENT);
    orders.produk = none;
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "K-1", "6", &orders, NULL, &error),
                TERTIB_E_ARGUMENT);
    orders.produk = produk;
    orders.produk_count = SIZE_MAX;
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "K-1", "6", &orders, NULL, &error),
                TERTIB_E_LIMIT);
    orders.produk_count = 0;
    orders.missing_count = 1;
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "K-1", "6", &orders, NULL, &error),
                TERTIB_E_ARGUMENT);
    orders.missing_count = 0;
    orders.excuse = "\xff";
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "K-1", "6", &orders, NULL, &error),
                TERTIB_E_ARGUMENT);
    orders.excuse = NULL;
    orders.at = INT64_MAX;
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "K-1", "6", &orders, NULL, &error),
                TERTIB_E_ARGUMENT);
    orders.struct_size = 0;
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "K-1", "6", &orders, NULL, &error),
                TERTIB_E_ARGUMENT);
    tertib_step_orders_init(&orders);
    CHECK(orders.struct_size == sizeof orders && orders.at == TERTIB_NO_TIME);
    tertib_step_orders_init(NULL);
    close_desk(&desk);
}

static void an_action_holds_a_verb_and_its_members_alone(void) {
    static const char* const wrong[] = {
        "{}",
        "",
        "{",
        "claim",
        "{\"verb\": \"claim\"}",
        "{\"verb\": \"claim\", \"task\": 1}",
        "{\"verb\": \"claim\", \"task\": \"1\", \"case\": \"K-2\"}"};
    static const char person[] = "{\"verb\": \"claim\", \"task\": \"1\", \"by\": \"Ani\"}";
    struct desk desk = open_desk();
    tertib_reply* reply = NULL;
    size_t i = 0;
    CHECK_DONE(tertib_case_driver_start(desk.driver, "K-1", NULL, NULL, NULL, NULL, &error));
    for (i = 0; i < sizeof wrong / sizeof wrong[0]; ++i) {
        CHECK_FAILS(tertib_case_driver_act(desk.driver, "K-1", wrong[i], strlen(wrong[i]), NULL,
                                           NULL, &error),
                    TERTIB_E_FORMAT);
        CHECK_FAILS(tertib_case_driver_ask(desk.driver, "K-1", wrong[i], strlen(wrong[i]), NULL,
                                           &reply, &error),
                    TERTIB_E_FORMAT);
    }
    CHECK_FAILS(
        tertib_case_driver_act(desk.driver, "K-1", person, sizeof person - 1, NULL, NULL, &error),
        TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_act(desk.driver, "K-1", NULL, 1, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_ask(desk.driver, "K-1", person, 0, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK(reply == NULL);
    close_desk(&desk);
}

static void a_roster_says_who_does_it(void) {
    struct desk desk = open_desk();
    const tertib_post_holding post = {"Ani",        "Kadis",   NULL,
                                      {2025, 1, 1}, {0, 0, 0}, TERTIB_POST_DEFINITIVE};
    tertib_case_driver_options options = TERTIB_CASE_DRIVER_OPTIONS_INIT;
    tertib_case_driver* driver = NULL;
    tertib_events* events = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    options.posts = &post;
    options.post_count = 1;
    CHECK_DONE(
        tertib_case_driver_create(desk.store, desk.clock, desk.sop, &options, &driver, &error));
    CHECK_DONE(tertib_case_driver_start(driver, "K-1", NULL, NULL, NULL, &events, &error));
    CHECK_DONE(tertib_event_to_json(tertib_events_at(events, 0), &json, &error));
    CHECK(strstr(json.data, "\"Ani\"") != NULL && strstr(json.data, "definitive") != NULL);
    tertib_buf_dispose(&json);
    tertib_events_free(events);
    tertib_case_driver_free(driver);
    options.posts = NULL;
    CHECK_FAILS(
        tertib_case_driver_create(desk.store, desk.clock, desk.sop, &options, &driver, &error),
        TERTIB_E_ARGUMENT);
    options.posts = &post;
    options.post_count = SIZE_MAX;
    CHECK_FAILS(
        tertib_case_driver_create(desk.store, desk.clock, desk.sop, &options, &driver, &error),
        TERTIB_E_LIMIT);
    close_desk(&desk);
}

static void wrong_arguments_are_refused(void) {
    static const char* const hole[] = {"1", NULL};
    struct desk desk = open_desk();
    tertib_sop* unknown = read_small_sop();
    tertib_case_driver_options options = TERTIB_CASE_DRIVER_OPTIONS_INIT;
    tertib_case_driver* driver = NULL;
    tertib_sop* sop = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK_FAILS(tertib_case_driver_create(desk.store, desk.clock, unknown, NULL, &driver, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_create(NULL, desk.clock, desk.sop, NULL, &driver, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_create(desk.store, NULL, desk.sop, NULL, &driver, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_create(desk.store, desk.clock, NULL, NULL, &driver, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_create(desk.store, desk.clock, desk.sop, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    options.struct_size = 0;
    CHECK_FAILS(
        tertib_case_driver_create(desk.store, desk.clock, desk.sop, &options, &driver, &error),
        TERTIB_E_ARGUMENT);
    tertib_case_driver_options_init(&options);
    tertib_case_driver_options_init(NULL);
    CHECK(options.struct_size == sizeof options && driver == NULL);
    CHECK_FAILS(tertib_case_driver_sop(NULL, &sop, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_sop(desk.driver, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_start(NULL, "K-1", NULL, NULL, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_start(desk.driver, NULL, NULL, NULL, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "K-1", NULL, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_complete(desk.driver, "\xff", "1", NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_walk(desk.driver, "K-1", NULL, 1, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_driver_walk(desk.driver, "K-1", hole, SIZE_MAX, NULL, NULL, &error),
                TERTIB_E_LIMIT);
    CHECK_FAILS(tertib_case_driver_walk(desk.driver, "K-1", hole, 2, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_event_to_json(NULL, &json, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_event_case(NULL) == NULL && tertib_event_kind(NULL) == NULL);
    CHECK(tertib_event_step(NULL) == NULL && tertib_event_task(NULL) == NULL);
    CHECK(tertib_event_outcome(NULL) == NULL && tertib_event_result(NULL) == NULL);
    CHECK(tertib_event_number(NULL) == 0 && tertib_event_ends_case(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_events_count(NULL) == 0 && tertib_events_at(NULL, 0) == NULL);
    CHECK(tertib_driven_step_case(NULL) == NULL && tertib_driven_step_step(NULL) == NULL);
    CHECK(tertib_driven_step_outcome(NULL) == NULL && tertib_driven_step_person(NULL) == NULL);
    CHECK(tertib_driven_step_as(NULL) == NULL && tertib_driven_step_events(NULL) == NULL);
    CHECK(tertib_driven_step_now(NULL) == TERTIB_NO_TIME);
    tertib_events_free(NULL);
    tertib_case_driver_free(NULL);
    tertib_sop_free(unknown);
    close_desk(&desk);
}

void case_driver_tests(void) {
    a_case_is_walked_and_hooks_are_told();
    a_hook_ends_the_call_or_fails_it();
    a_refusal_that_nobody_asked_for_is_a_failure();
    orders_say_how_a_step_is_done();
    an_action_holds_a_verb_and_its_members_alone();
    a_roster_says_who_does_it();
    wrong_arguments_are_refused();
}
