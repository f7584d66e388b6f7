/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "office.h"

#include <stdint.h>
#include <string.h>

static void a_command_is_written_or_refused(void) {
    struct office office = open_office();
    tertib_reply* reply =
        submit(&office, request(&office, "2025-17", "start", "2025-05-05T08:00", "", ""));
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK(tertib_reply_refused(reply) == 0);
    CHECK(tertib_reply_refusal(reply) == NULL);
    CHECK_TEXT(tertib_reply_case(reply), "2025-17");
    CHECK(tertib_reply_first(reply) == 1 && tertib_reply_last(reply) == 1);
    CHECK(strlen(tertib_reply_hash(reply)) == 64);
    CHECK(tertib_reply_repeated(reply) == 0);
    CHECK_DONE(tertib_reply_to_json(reply, &json, &error));
    CHECK(strstr(json.data, tertib_reply_hash(reply)) != NULL);
    tertib_buf_dispose(&json);
    tertib_reply_free(reply);

    reply = submit(&office, request(&office, "2025-17", "start", "2025-05-05T08:00", "", ""));
    CHECK(tertib_reply_refused(reply) == 1);
    CHECK_TEXT(tertib_finding_code(tertib_reply_refusal(reply)), "CASE-EXISTS");
    CHECK_TEXT(tertib_finding_message(tertib_reply_refusal(reply), TERTIB_LANGUAGE_ID),
               "Kasus 2025-17 sudah ada.");
    CHECK_TEXT(tertib_reply_case(reply), "");
    CHECK_TEXT(tertib_reply_hash(reply), "");
    CHECK(tertib_reply_first(reply) == 0 && tertib_reply_last(reply) == 0);
    close_office(&office);
    CHECK_DONE(tertib_reply_to_json(reply, &json, &error));
    CHECK(strstr(json.data, "CASE-EXISTS") != NULL);
    tertib_buf_dispose(&json);
    tertib_reply_free(reply);
}

static void a_case_runs_to_its_end(void) {
    struct office office = open_office();
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T08:00", "", "")), "");
    CHECK_TEXT(outcome(&office,
                       request(&office, "a", "claim", "2025-05-05T08:01", ", \"task\": \"1\"", "")),
               "");
    CHECK_TEXT(outcome(&office,
                       request(&office, "a", "claim", "2025-05-05T08:01", ", \"task\": \"1\"", "")),
               "TASK-YOURS");
    CHECK_TEXT(outcome(&office, request(&office, "a", "complete", "2025-05-05T08:02",
                                        ", \"task\": \"1\", \"produk\": [\"Tanda terima\"]", "")),
               "");
    CHECK_TEXT(outcome(&office, request(&office, "a", "complete", "2025-05-05T08:03",
                                        ", \"task\": \"2\", \"produk\": [\"Telaahan\"], "
                                        "\"result\": \"diterbitkan\"",
                                        "")),
               "");
    CHECK_TEXT(outcome(&office, request(&office, "a", "accept", "2025-05-05T08:04", "", "")),
               "CASE-ENDED");
    close_office(&office);
}

static void a_key_is_answered_as_the_first_time(void) {
    struct office office = open_office();
    tertib_reply* first =
        submit(&office, request(&office, "a", "start", "2025-05-05T08:00", "", ", \"key\": \"k\""));
    tertib_reply* again =
        submit(&office, request(&office, "a", "start", "2025-05-05T09:00", "", ", \"key\": \"k\""));
    CHECK(tertib_reply_repeated(again) == 1 && tertib_reply_refused(again) == 0);
    CHECK_TEXT(tertib_reply_hash(again), tertib_reply_hash(first));
    CHECK_TEXT(
        outcome(&office, request(&office, "a", "suspend", "2025-05-05T09:00", "", ", \"seen\": 0")),
        "CASE-STALE");
    close_office(&office);
    tertib_reply_free(first);
    tertib_reply_free(again);
}

static void several_requests_commit_together(void) {
    struct office office = open_office();
    char texts[3][2048];
    const char* requests[3] = {texts[0], texts[1], texts[2]};
    tertib_replies* replies = NULL;
    tertib_verification* found = NULL;
    int i = 0;
    for (i = 0; i < 3; ++i) {
        snprintf(texts[i], sizeof texts[i], "%s",
                 request(&office,
                         i == 1   ? "a"
                         : i == 0 ? "a"
                                  : "b",
                         "start", "2025-05-05T08:00", "", ""));
    }
    CHECK_DONE(tertib_store_submit_all(office.store, requests, 3, &replies, &error));
    CHECK(tertib_replies_count(replies) == 3);
    CHECK(tertib_reply_refused(tertib_replies_at(replies, 0)) == 0);
    CHECK(tertib_reply_refused(tertib_replies_at(replies, 1)) == 1);
    CHECK_TEXT(tertib_reply_case(tertib_replies_at(replies, 2)), "b");
    CHECK(tertib_replies_at(replies, 3) == NULL && tertib_replies_at(NULL, 0) == NULL);
    tertib_replies_free(replies);
    CHECK_DONE(tertib_store_submit_all(office.store, NULL, 0, &replies, &error));
    CHECK(tertib_replies_count(replies) == 0);
    tertib_replies_free(replies);
    /* One that can't be read, or names no SOP, keeps all of them from being written. */
    snprintf(texts[0], sizeof texts[0], "%s",
             request(&office, "c", "start", "2025-05-05T08:00", "", ""));
    requests[1] = "{}";
    CHECK_FAILS(tertib_store_submit_all(office.store, requests, 2, &replies, &error),
                TERTIB_E_FORMAT);
    requests[1] = "{\"schema\": \"tertib.request/1\", \"command\": {\"schema\": "
                  "\"tertib.command/1\", \"case\": \"d\", \"verb\": \"start\", \"by\": \"Ani\", "
                  "\"as\": \"Kadis\", \"now\": \"2025-05-05T08:00\"}}";
    CHECK_FAILS(tertib_store_submit_all(office.store, requests, 2, &replies, &error),
                TERTIB_E_ARGUMENT);
    CHECK(replies == NULL);
    CHECK_DONE(tertib_store_verify(office.store, &found, &error));
    CHECK(tertib_verification_case_count(found) == 2);
    tertib_verification_free(found);
    requests[1] = NULL;
    CHECK_FAILS(tertib_store_submit_all(office.store, requests, 2, &replies, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit_all(office.store, requests, SIZE_MAX, &replies, &error),
                TERTIB_E_LIMIT);
    CHECK_FAILS(tertib_store_submit_all(office.store, NULL, 1, &replies, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit_all(NULL, requests, 1, &replies, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit_all(office.store, requests, 1, NULL, &error),
                TERTIB_E_ARGUMENT);
    close_office(&office);
}

static void instants_without_offset_are_in_the_zone_of_the_options(void) {
    struct office office = open_office();
    tertib_store_options options = TERTIB_STORE_OPTIONS_INIT;
    tertib_buf json = TERTIB_BUF_INIT;
    options.zone = 540;
    tertib_store_free(office.store);
    CHECK_DONE(tertib_store_open_memory(&options, &office.store, &error));
    CHECK_DONE(tertib_store_register_sop(office.store, office.sop, &error));
    CHECK_DONE(tertib_store_register_calendar(office.store, office.calendar, &error));
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T10:00", "", "")), "");
    CHECK_DONE(tertib_store_case(office.store, "a", &json, &error));
    CHECK(strstr(json.data, "\"2025-05-05T08:00:00+07:00\"") != NULL);
    tertib_buf_dispose(&json);
    close_office(&office);
}

static void what_fell_due_is_recorded_once(void) {
    struct office office = open_office();
    tertib_tick* tick = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    int64_t due = 0;
    CHECK_DONE(tertib_store_next_due(office.store, &due, &error));
    CHECK(due == TERTIB_NO_TIME);
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T08:00", "", "")), "");
    CHECK_DONE(tertib_store_next_due(office.store, &due, &error));
    CHECK(due == instant_of("2025-05-05T08:15") + 1);
    CHECK_DONE(tertib_store_tick(office.store, due - 1, 0, &tick, &error));
    CHECK(tertib_tick_count(tick) == 0 && tertib_tick_next_due(tick) == due);
    tertib_tick_free(tick);
    CHECK_DONE(tertib_store_tick(office.store, due, 1, &tick, &error));
    CHECK(tertib_tick_count(tick) == 1 && tertib_tick_next_due(tick) == TERTIB_NO_TIME);
    CHECK_DONE(tertib_tick_to_json(tick, &json, &error));
    CHECK(strstr(json.data, "\"1#1\"") != NULL);
    tertib_buf_dispose(&json);
    CHECK_FAILS(tertib_tick_to_json(tick, NULL, &error), TERTIB_E_ARGUMENT);
    tertib_tick_free(tick);
    CHECK_DONE(tertib_store_tick(office.store, due, SIZE_MAX, &tick, &error));
    CHECK(tertib_tick_count(tick) == 0);
    tertib_tick_free(tick);
    CHECK_FAILS(tertib_store_tick(office.store, INT64_MAX, 0, &tick, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_tick(office.store, INT64_MIN, 0, &tick, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_tick(NULL, due, 0, &tick, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_tick(office.store, due, 0, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_next_due(NULL, &due, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_next_due(office.store, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(due == TERTIB_NO_TIME);
    CHECK_FAILS(tertib_tick_to_json(NULL, &json, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_tick_count(NULL) == 0 && tertib_tick_next_due(NULL) == TERTIB_NO_TIME);
    tertib_tick_free(NULL);
    close_office(&office);
}

static void what_can_not_be_run_is_not_registered(void) {
    struct office office = open_office();
    tertib_store_options options = TERTIB_STORE_OPTIONS_INIT;
    tertib_sop* unknown = read_small_sop();
    tertib_error* why = NULL;
    CHECK(tertib_store_register_sop(office.store, unknown, &why) == TERTIB_E_ARGUMENT);
    CHECK(strstr(tertib_error_message(why), "PELAKSANA-UNKNOWN") != NULL);
    tertib_error_free(why);
    tertib_store_free(office.store);
    options.unknown_pelaksana = TERTIB_UNKNOWN_PELAKSANA_EVERYONE;
    CHECK_DONE(tertib_store_open_memory(&options, &office.store, &error));
    CHECK_DONE(tertib_store_register_sop(office.store, unknown, &error));
    CHECK_FAILS(tertib_store_register_sop(office.store, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_register_sop(NULL, unknown, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_register_calendar(office.store, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_register_calendar(NULL, office.calendar, &error), TERTIB_E_ARGUMENT);
    tertib_sop_free(unknown);
    close_office(&office);
}

static void wrong_requests_are_refused(void) {
    struct office office = open_office();
    tertib_reply* reply = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    const char* text = request(&office, "a", "start", "2025-05-05T08:00", "", "");
    CHECK_FAILS(tertib_store_submit(NULL, text, strlen(text), &reply, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit(office.store, text, strlen(text), NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit(office.store, NULL, 1, &reply, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit(office.store, NULL, 0, &reply, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_store_submit(office.store, text, SIZE_MAX, &reply, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit(office.store, text, PTRDIFF_MAX, &reply, &error),
                TERTIB_E_LIMIT);
    CHECK_FAILS(tertib_store_submit(office.store, "\xff", 1, &reply, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit(office.store, "{}", 2, &reply, &error), TERTIB_E_FORMAT);
    CHECK(reply == NULL);
    CHECK(tertib_reply_refused(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_reply_repeated(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_reply_refusal(NULL) == NULL && tertib_reply_case(NULL) == NULL);
    CHECK(tertib_reply_hash(NULL) == NULL && tertib_reply_first(NULL) == 0);
    CHECK(tertib_reply_last(NULL) == 0 && tertib_replies_count(NULL) == 0);
    CHECK_FAILS(tertib_reply_to_json(NULL, &json, &error), TERTIB_E_ARGUMENT);
    reply = submit(&office, text);
    CHECK_FAILS(tertib_reply_to_json(reply, NULL, &error), TERTIB_E_ARGUMENT);
    tertib_reply_free(reply);
    tertib_reply_free(NULL);
    tertib_replies_free(NULL);
    tertib_store_free(NULL);
    close_office(&office);
}

static void wrong_options_are_refused(void) {
    tertib_store_options options = TERTIB_STORE_OPTIONS_INIT;
    tertib_store* store = NULL;
    struct {
        tertib_store_options known;
        int64_t more;
    } newer = {TERTIB_STORE_OPTIONS_INIT, 1};
    options.mode = 3;
    CHECK_FAILS(tertib_store_open_memory(&options, &store, &error), TERTIB_E_ARGUMENT);
    tertib_store_options_init(&options);
    options.synchronous = -1;
    CHECK_FAILS(tertib_store_open_memory(&options, &store, &error), TERTIB_E_ARGUMENT);
    tertib_store_options_init(&options);
    options.unknown_pelaksana = 7;
    CHECK_FAILS(tertib_store_open_memory(&options, &store, &error), TERTIB_E_ARGUMENT);
    tertib_store_options_init(&options);
    options.zone = 100000;
    CHECK_FAILS(tertib_store_open_memory(&options, &store, &error), TERTIB_E_ARGUMENT);
    options.struct_size = 0;
    CHECK_FAILS(tertib_store_open_memory(&options, &store, &error), TERTIB_E_ARGUMENT);
    newer.known.struct_size = (uint32_t)sizeof newer;
    CHECK_FAILS(tertib_store_open_memory(&newer.known, &store, &error), TERTIB_E_UNSUPPORTED);
    CHECK_FAILS(tertib_store_open_memory(NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_open(NULL, NULL, &store, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_open("x.tertib", NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_open("file:x.tertib", NULL, &store, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_open("\xff", NULL, &store, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_open("no/such/folder/x.tertib", NULL, &store, &error), TERTIB_E_IO);
    tertib_store_options_init(NULL);
    CHECK(store == NULL);
}

static void a_store_in_a_file_is_there_again(void) {
    const char* path = scratch_path("capi_store_test.tertib");
    const char* copy = scratch_path("capi_store_test_copy.tertib");
    tertib_store_options options = TERTIB_STORE_OPTIONS_INIT;
    struct office office = open_office();
    remove(path);
    remove(copy);
    tertib_store_free(office.store);
    options.mode = TERTIB_OPEN_WRITE;
    CHECK_FAILS(tertib_store_open(path, &options, &office.store, &error), TERTIB_E_IO);
    options.mode = TERTIB_OPEN_CREATE;
    options.synchronous = TERTIB_SYNCHRONOUS_NORMAL;
    options.busy_timeout = 10;
    CHECK_DONE(tertib_store_open(path, &options, &office.store, &error));
    CHECK_DONE(tertib_store_register_sop(office.store, office.sop, &error));
    CHECK_DONE(tertib_store_register_calendar(office.store, office.calendar, &error));
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T08:00", "", "")), "");
    CHECK_DONE(tertib_store_backup(office.store, copy, &error));
    CHECK_FAILS(tertib_store_backup(office.store, copy, &error), TERTIB_E_ARGUMENT);
    CHECK_DONE(tertib_store_tidy(office.store, &error));
    tertib_store_free(office.store);
    options.mode = TERTIB_OPEN_READ_ONLY;
    CHECK_DONE(tertib_store_open(copy, &options, &office.store, &error));
    CHECK_FAILS(tertib_store_register_sop(office.store, office.sop, &error), TERTIB_E_STORE);
    tertib_store_free(office.store);
    options.mode = TERTIB_OPEN_WRITE;
    CHECK_DONE(tertib_store_open(path, &options, &office.store, &error));
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T08:00", "", "")),
               "CASE-EXISTS");
    close_office(&office);
    remove(path);
    remove(copy);
}

void store_tests(void) {
    a_command_is_written_or_refused();
    a_case_runs_to_its_end();
    a_key_is_answered_as_the_first_time();
    several_requests_commit_together();
    instants_without_offset_are_in_the_zone_of_the_options();
    what_fell_due_is_recorded_once();
    what_can_not_be_run_is_not_registered();
    wrong_requests_are_refused();
    wrong_options_are_refused();
    a_store_in_a_file_is_there_again();
}
