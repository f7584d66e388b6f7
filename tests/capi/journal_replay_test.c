/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "desk.h"

#include <string.h>

/* A journal of a case on its way, and whether it was recorded. */
static tertib_buf recorded(const struct desk* desk) {
    static const char* const path[] = {"1", "2", "3", "4=Perlu perbaikan", "3"};
    tertib_buf journal = TERTIB_BUF_INIT;
    CHECK_DONE(tertib_case_driver_walk(desk->driver, "K-1", path, 5, NULL, NULL, &error));
    CHECK_DONE(tertib_store_record(desk->store, &journal, &error));
    CHECK(journal.size > 0);
    return journal;
}

struct visits {
    int events;
    int states;
    int32_t answer;
};

static int32_t count_visit(const tertib_event* event, const char* state, size_t size,
                           void* user_data) {
    struct visits* visits = user_data;
    ++visits->events;
    CHECK(tertib_event_number(event) == (uint64_t)visits->events);
    visits->states += strstr(state, "\"tertib.case/1\"") != NULL && strlen(state) == size ? 1 : 0;
    return visits->answer;
}

static void two_runs_of_one_test_are_recorded_alike(void) {
    struct desk one = open_desk();
    struct desk other = open_desk();
    tertib_buf first = recorded(&one);
    tertib_buf second = recorded(&other);
    tertib_replay* played = NULL;
    tertib_replay* again = NULL;
    CHECK_TEXT(first.data, second.data);
    CHECK_DONE(tertib_store_replay(one.store, first.data, first.size, NULL, &played, &error));
    CHECK_DONE(tertib_store_replay(other.store, second.data, second.size, NULL, &again, &error));
    CHECK(tertib_replay_equal(played, again) == 1);
    tertib_replay_free(again);
    CHECK_DONE(tertib_store_replay(other.store, second.data,
                                   (size_t)(strchr(second.data, '\n') + 1 - second.data), NULL,
                                   &again, &error));
    CHECK(tertib_replay_equal(played, again) == 0);
    tertib_replay_free(again);
    tertib_replay_free(played);
    tertib_buf_dispose(&first);
    tertib_buf_dispose(&second);
    close_desk(&one);
    close_desk(&other);
}

static void a_journal_is_played_again(void) {
    struct desk desk = open_desk();
    struct visits visits = {0, 0, 0};
    tertib_replay_options options = TERTIB_REPLAY_OPTIONS_INIT;
    tertib_buf journal = recorded(&desk);
    tertib_replay* replay = NULL;
    options.visit = count_visit;
    options.user_data = &visits;
    CHECK_DONE(
        tertib_store_replay(desk.store, journal.data, journal.size, &options, &replay, &error));
    CHECK(visits.events == 6 && visits.states == 6);
    CHECK(tertib_replay_event_count(replay) == 6 && tertib_replay_case_count(replay) == 1);
    CHECK_TEXT(tertib_replay_case_at(replay, 0), "K-1");
    CHECK(tertib_replay_case_at(replay, 1) == NULL);
    CHECK(strstr(tertib_replay_case_json(replay, "K-1"), "\"4#2\"") != NULL);
    CHECK(tertib_replay_case_json(replay, "K-2") == NULL);
    tertib_replay_free(replay);
    visits.events = 0;
    visits.answer = TERTIB_STOP;
    CHECK_DONE(
        tertib_store_replay(desk.store, journal.data, journal.size, &options, &replay, &error));
    CHECK(replay == NULL && visits.events == 1);
    visits.events = 0;
    visits.answer = -3;
    CHECK_FAILS(
        tertib_store_replay(desk.store, journal.data, journal.size, &options, &replay, &error),
        TERTIB_E_USER);
    tertib_buf_dispose(&journal);
    close_desk(&desk);
}

static void a_store_that_says_otherwise_is_told(void) {
    struct desk desk = open_desk();
    tertib_buf journal = recorded(&desk);
    tertib_replay* replay = NULL;
    tertib_differences* found = NULL;
    CHECK_DONE(tertib_store_replay(desk.store, journal.data, journal.size, NULL, &replay, &error));
    CHECK_DONE(tertib_replay_compare(replay, desk.store, &found, &error));
    CHECK(tertib_differences_count(found) == 0);
    tertib_differences_free(found);
    CHECK_DONE(tertib_case_driver_complete(desk.driver, "K-1", "4=Sesuai", NULL, NULL, &error));
    CHECK_DONE(tertib_replay_compare(replay, desk.store, &found, &error));
    CHECK(tertib_differences_count(found) == 1);
    CHECK(tertib_differences_row_at(found, 0) == 0);
    CHECK_TEXT(tertib_differences_case_at(found, 0), "K-1");
    CHECK(tertib_differences_number_at(found, 0) == 7);
    CHECK_TEXT(tertib_differences_detail_at(found, 0),
               "the store has events that weren't recorded");
    CHECK(tertib_differences_case_at(found, 1) == NULL);
    CHECK(tertib_differences_detail_at(found, 1) == NULL);
    CHECK(tertib_differences_row_at(found, 1) == 0 && tertib_differences_number_at(found, 1) == 0);
    tertib_differences_free(found);
    CHECK_FAILS(tertib_replay_compare(replay, NULL, &found, &error), TERTIB_E_ARGUMENT);
    CHECK(found == NULL);
    CHECK_FAILS(tertib_replay_compare(NULL, desk.store, &found, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_replay_compare(replay, desk.store, NULL, &error), TERTIB_E_ARGUMENT);
    tertib_replay_free(replay);
    tertib_buf_dispose(&journal);
    close_desk(&desk);
}

static void what_is_no_journal_is_refused_by_its_line(void) {
    struct desk desk = open_desk();
    struct desk empty = open_desk();
    tertib_replay_options options = TERTIB_REPLAY_OPTIONS_INIT;
    tertib_buf journal = recorded(&desk);
    tertib_buf none = TERTIB_BUF_INIT;
    tertib_store* bare = NULL;
    tertib_replay* replay = NULL;
    tertib_error* why = NULL;
    char* second = strchr(journal.data, '\n') + 1;
    CHECK(tertib_store_replay(desk.store, second, strlen(second), NULL, &replay, &why) ==
          TERTIB_E_DAMAGED);
    CHECK(strncmp(tertib_error_message(why), "line 1: ", 8) == 0 && tertib_error_row(why) == 1);
    tertib_error_free(why);
    CHECK_FAILS(tertib_store_replay(desk.store, "{}", 2, NULL, &replay, &error), TERTIB_E_FORMAT);
    options.max_events = 3;
    CHECK_FAILS(
        tertib_store_replay(desk.store, journal.data, journal.size, &options, &replay, &error),
        TERTIB_E_LIMIT);
    CHECK_DONE(tertib_store_open_test(NULL, &bare, &error));
    CHECK_FAILS(tertib_store_replay(bare, journal.data, journal.size, NULL, &replay, &error),
                TERTIB_E_ARGUMENT);
    options.struct_size = 0;
    CHECK_FAILS(
        tertib_store_replay(desk.store, journal.data, journal.size, &options, &replay, &error),
        TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_replay(desk.store, NULL, 1, NULL, &replay, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_replay(NULL, NULL, 0, NULL, &replay, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_replay(desk.store, NULL, 0, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(replay == NULL);
    CHECK_DONE(tertib_store_record(empty.store, &none, &error));
    CHECK(none.data == NULL);
    CHECK_FAILS(tertib_store_record(NULL, &none, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_record(empty.store, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_DONE(tertib_store_replay(bare, NULL, 0, NULL, &replay, &error));
    CHECK(tertib_replay_event_count(replay) == 0 && tertib_replay_case_count(replay) == 0);
    tertib_replay_free(replay);
    tertib_store_free(bare);
    tertib_buf_dispose(&journal);
    close_desk(&desk);
    close_desk(&empty);
}

static void nothing_is_asked_of_null(void) {
    tertib_replay_options options;
    tertib_store_options wrong = TERTIB_STORE_OPTIONS_INIT;
    tertib_store* store = NULL;
    tertib_replay_options_init(&options);
    tertib_replay_options_init(NULL);
    CHECK(options.struct_size == sizeof options && options.visit == NULL);
    CHECK(tertib_replay_event_count(NULL) == 0 && tertib_replay_case_count(NULL) == 0);
    CHECK(tertib_replay_case_at(NULL, 0) == NULL);
    CHECK(tertib_replay_case_json(NULL, "K-1") == NULL);
    CHECK(tertib_replay_equal(NULL, NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_differences_count(NULL) == 0 && tertib_differences_row_at(NULL, 0) == 0);
    CHECK(tertib_differences_case_at(NULL, 0) == NULL);
    CHECK(tertib_differences_number_at(NULL, 0) == 0);
    CHECK(tertib_differences_detail_at(NULL, 0) == NULL);
    tertib_replay_free(NULL);
    tertib_differences_free(NULL);
    CHECK_FAILS(tertib_store_open_test(NULL, NULL, &error), TERTIB_E_ARGUMENT);
    wrong.mode = 17;
    CHECK_FAILS(tertib_store_open_test(&wrong, &store, &error), TERTIB_E_ARGUMENT);
    CHECK(store == NULL);
}

void journal_replay_tests(void) {
    two_runs_of_one_test_are_recorded_alike();
    a_journal_is_played_again();
    a_store_that_says_otherwise_is_told();
    what_is_no_journal_is_refused_by_its_line();
    nothing_is_asked_of_null();
}
