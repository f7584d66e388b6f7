/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <string.h>

static void a_clock_moves_only_where_it_is_moved(void) {
    tertib_calendar* office = calendar_named("id5");
    tertib_calendar* east = calendar_named("id5+09");
    tertib_test_clock* clock = NULL;
    CHECK_DONE(tertib_test_clock_create(office, "2025-05-09T15:00", &clock, &error));
    CHECK(tertib_test_clock_now(clock) == instant_of("2025-05-09T15:00"));
    CHECK_DONE(tertib_test_clock_advance(clock, INT64_C(1200000000), &error));
    CHECK(tertib_test_clock_now(clock) == instant_of("2025-05-09T15:20"));
    CHECK_DONE(tertib_test_clock_advance(clock, INT64_C(-1200000000), &error));
    CHECK_DONE(tertib_test_clock_advance_waktu(clock, "2 Hari Kerja", &error));
    CHECK(tertib_test_clock_now(clock) == instant_of("2025-05-15T16:00"));
    CHECK_DONE(tertib_test_clock_set(clock, instant_of("2025-05-05T09:00"), &error));
    CHECK_DONE(tertib_test_clock_use(clock, east, &error));
    CHECK_DONE(tertib_test_clock_set_text(clock, "2025-05-05T11:00", &error));
    CHECK(tertib_test_clock_now(clock) == instant_of("2025-05-05T09:00"));
    tertib_calendar_free(office);
    tertib_calendar_free(east);
    CHECK_DONE(tertib_test_clock_advance_waktu(clock, "15 Menit", &error));
    CHECK(tertib_test_clock_now(clock) == instant_of("2025-05-05T09:15"));
    tertib_test_clock_free(clock);
}

static void a_clock_that_can_not_be_moved_stays(void) {
    tertib_calendar* office = calendar_named("id5");
    tertib_test_clock* clock = NULL;
    CHECK_FAILS(tertib_test_clock_create(office, "2025-05-05", &clock, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_create(office, "\xff", &clock, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_create(office, NULL, &clock, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_create(NULL, "2025-05-05T09:00", &clock, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_create(office, "2025-05-05T09:00", NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK(clock == NULL);
    CHECK_DONE(tertib_test_clock_create(office, "2025-05-05T09:00", &clock, &error));
    CHECK_FAILS(tertib_test_clock_set(clock, INT64_MAX, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_set(NULL, 0, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_set_text(clock, "nanti", &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_set_text(clock, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_set_text(NULL, "2025-05-05T09:00", &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_advance(clock, INT64_MAX, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_advance(clock, INT64_MIN, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_advance(NULL, 0, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_advance_waktu(clock, "kondisional", &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_advance_waktu(clock, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_advance_waktu(NULL, "1 Hari", &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_use(clock, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_test_clock_use(NULL, office, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_test_clock_now(clock) == instant_of("2025-05-05T09:00"));
    CHECK(tertib_test_clock_now(NULL) == TERTIB_NO_TIME);
    tertib_test_clock_free(NULL);
    tertib_test_clock_free(clock);
    tertib_calendar_free(office);
}

static void every_hard_day_can_be_put_on_a_clock(void) {
    tertib_hard_days* days = NULL;
    size_t i = 0;
    size_t each = 0;
    CHECK_DONE(tertib_hard_days_create(&days, &error));
    CHECK(tertib_hard_days_count(days) == 7);
    for (i = 0; i < tertib_hard_days_count(days); ++i) {
        const tertib_hard_day* day = tertib_hard_days_at(days, i);
        CHECK(tertib_hard_days_find(days, tertib_hard_day_name(day)) == day);
        CHECK(strlen(tertib_hard_day_text(day, TERTIB_LANGUAGE_ID)) > 20);
        CHECK(strlen(tertib_hard_day_text(day, TERTIB_LANGUAGE_EN)) > 20);
        CHECK(tertib_hard_day_calendar_count(day) > 0 && tertib_hard_day_moment_count(day) > 0);
        for (each = 0; each < tertib_hard_day_calendar_count(day); ++each) {
            tertib_calendar* office = calendar_named(tertib_hard_day_calendar_at(day, each));
            tertib_test_clock* clock = NULL;
            CHECK_DONE(tertib_test_clock_create(office, "2025-05-05T09:00", &clock, &error));
            CHECK_DONE(tertib_test_clock_set(clock, tertib_hard_day_moment_at(day, 0), &error));
            CHECK_DONE(tertib_test_clock_advance_waktu(clock, tertib_hard_day_waktu(day), &error));
            CHECK(tertib_test_clock_now(clock) > tertib_hard_day_moment_at(day, 0));
            tertib_test_clock_free(clock);
            tertib_calendar_free(office);
        }
    }
    tertib_hard_days_free(days);
}

static void a_hard_day_tells_who_holds_a_post(void) {
    tertib_hard_days* days = NULL;
    const tertib_hard_day* day = NULL;
    const tertib_post_holding* posts = NULL;
    size_t count = 17;
    CHECK_DONE(tertib_hard_days_create(&days, &error));
    day = tertib_hard_days_find(days, "plh-expires-mid-task");
    posts = tertib_hard_day_posts(day, &count);
    CHECK(count == 2);
    CHECK_TEXT(posts[0].pelaksana, "Kadis");
    CHECK(posts[0].kind == TERTIB_POST_DEFINITIVE && posts[0].until.year == 0);
    CHECK(posts[0].surat == NULL);
    CHECK(posts[1].kind == TERTIB_POST_PLH);
    CHECK(posts[1].until.year == 2025 && posts[1].until.month == 5 && posts[1].until.day == 9);
    CHECK(posts[1].surat != NULL);
    CHECK(tertib_hard_day_posts(tertib_hard_days_find(days, "friday-break"), &count) == NULL);
    CHECK(count == 0);
    CHECK(tertib_hard_day_posts(day, NULL) == posts);
    CHECK(tertib_hard_days_find(days, "sunday") == NULL);
    CHECK(tertib_hard_days_find(days, NULL) == NULL && tertib_hard_days_find(NULL, "x") == NULL);
    CHECK(tertib_hard_days_at(days, 7) == NULL && tertib_hard_days_count(NULL) == 0);
    CHECK(tertib_hard_day_text(day, 2) == NULL && tertib_hard_day_text(NULL, 0) == NULL);
    CHECK(tertib_hard_day_name(NULL) == NULL && tertib_hard_day_waktu(NULL) == NULL);
    CHECK(tertib_hard_day_calendar_at(day, 1) == NULL);
    CHECK(tertib_hard_day_calendar_count(NULL) == 0 && tertib_hard_day_moment_count(NULL) == 0);
    CHECK(tertib_hard_day_calendar_at(NULL, 0) == NULL);
    CHECK(tertib_hard_day_moment_at(day, 2) == TERTIB_NO_TIME);
    CHECK(tertib_hard_day_posts(NULL, NULL) == NULL);
    CHECK_FAILS(tertib_hard_days_create(NULL, &error), TERTIB_E_ARGUMENT);
    tertib_hard_days_free(days);
    tertib_hard_days_free(NULL);
}

void test_clock_tests(void) {
    a_clock_moves_only_where_it_is_moved();
    a_clock_that_can_not_be_moved_stays();
    every_hard_day_can_be_put_on_a_clock();
    a_hard_day_tells_who_holds_a_post();
}
