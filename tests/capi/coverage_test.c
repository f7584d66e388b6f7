/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "desk.h"

#include <stdio.h>
#include <string.h>

static void every_path_is_walked_and_covered(void) {
    struct desk desk = open_desk();
    tertib_paths* paths = NULL;
    tertib_coverage* coverage = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    size_t i = 0;
    CHECK_DONE(tertib_sop_paths(desk.sop, NULL, &paths, &error));
    CHECK(tertib_paths_count(paths) == 2);
    CHECK_TEXT(tertib_paths_text_at(paths, 0),
               "1 \xe2\x86\x92 2 \xe2\x86\x92 3 \xe2\x86\x92 4=Sesuai \xe2\x86\x92 5 \xe2\x86\x92 "
               "6 \xe2\x86\x92 7");
    for (i = 0; i < tertib_paths_count(paths); ++i) {
        char id[16];
        size_t count = 0;
        const char* const* items = tertib_paths_items_at(paths, i, &count);
        CHECK(count >= 7);
        CHECK_TEXT(items[0], "1");
        snprintf(id, sizeof id, "K-%d", (int)i);
        CHECK_DONE(tertib_case_driver_walk(desk.driver, id, items, count, NULL, NULL, &error));
        CHECK_DONE(tertib_sop_coverage(desk.sop, desk.store, &coverage, &error));
        CHECK(tertib_coverage_case_count(coverage) == i + 1);
        CHECK((tertib_coverage_percent(coverage) == 100) == (i == 1));
        if (i == 0) {
            CHECK(tertib_coverage_step_never_count(coverage) == 0);
            CHECK(tertib_coverage_flow_never_count(coverage) == 1);
            CHECK_TEXT(tertib_coverage_flow_never_at(coverage, 0),
                       "4 \xe2\x86\x92 3 [Perlu perbaikan]");
            CHECK(tertib_coverage_flow_never_at(coverage, 1) == NULL);
        }
        CHECK_DONE(tertib_coverage_to_json(coverage, &json, &error));
        CHECK(strstr(json.data, "\"tertib.coverage/1\"") != NULL);
        tertib_buf_dispose(&json);
        tertib_coverage_free(coverage);
    }
    tertib_paths_free(paths);
    close_desk(&desk);
}

static void coverages_of_two_stores_are_put_together(void) {
    static const char* const some[] = {"1", "2"};
    struct desk one = open_desk();
    struct desk other = open_desk();
    tertib_sop* running = running_sop();
    tertib_coverage* first = NULL;
    tertib_coverage* second = NULL;
    tertib_coverage* foreign = NULL;
    tertib_coverage* both = NULL;
    CHECK_DONE(tertib_case_driver_walk(one.driver, "K-1", some, 2, NULL, NULL, &error));
    CHECK_DONE(tertib_case_driver_walk(other.driver, "K-1", some, 1, NULL, NULL, &error));
    CHECK_DONE(tertib_sop_coverage(one.sop, one.store, &first, &error));
    CHECK_DONE(tertib_sop_coverage(other.sop, other.store, &second, &error));
    CHECK_DONE(tertib_sop_coverage(running, other.store, &foreign, &error));
    CHECK_DONE(tertib_coverage_merge(first, second, &both, &error));
    CHECK(tertib_coverage_case_count(both) == 2 && tertib_coverage_case_count(foreign) == 0);
    CHECK(tertib_coverage_percent(both) == tertib_coverage_percent(first));
    CHECK(tertib_coverage_step_never_count(both) == 5);
    CHECK_TEXT(tertib_coverage_step_never_at(both, 0), "3");
    CHECK(strstr(tertib_coverage_text(both, TERTIB_LANGUAGE_ID), "2 kasus") != NULL);
    CHECK(tertib_coverage_text(both, TERTIB_LANGUAGE_EN) != NULL);
    CHECK(tertib_coverage_text(both, 2) == NULL);
    tertib_coverage_free(both);
    CHECK_FAILS(tertib_coverage_merge(first, foreign, &both, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_coverage_merge(NULL, first, &both, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_coverage_merge(first, NULL, &both, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_coverage_merge(first, second, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(both == NULL);
    tertib_coverage_free(first);
    tertib_coverage_free(second);
    tertib_coverage_free(foreign);
    tertib_sop_free(running);
    close_desk(&one);
    close_desk(&other);
}

static void more_paths_than_wanted_are_refused(void) {
    struct desk desk = open_desk();
    tertib_paths_options options = TERTIB_PATHS_OPTIONS_INIT;
    tertib_paths* paths = NULL;
    tertib_error* why = NULL;
    options.max_paths = 1;
    CHECK(tertib_sop_paths(desk.sop, &options, &paths, &why) == TERTIB_E_LIMIT);
    CHECK(strstr(tertib_error_message(why), "max_paths") != NULL && paths == NULL);
    tertib_error_free(why);
    options.max_visits = 1;
    CHECK_DONE(tertib_sop_paths(desk.sop, &options, &paths, &error));
    CHECK(tertib_paths_count(paths) == 1);
    CHECK(tertib_paths_items_at(paths, 1, NULL) == NULL && tertib_paths_text_at(paths, 1) == NULL);
    CHECK(tertib_paths_items_at(paths, 0, NULL) != NULL);
    tertib_paths_free(paths);
    options.struct_size = 0;
    CHECK_FAILS(tertib_sop_paths(desk.sop, &options, &paths, &error), TERTIB_E_ARGUMENT);
    tertib_paths_options_init(&options);
    tertib_paths_options_init(NULL);
    CHECK(options.struct_size == sizeof options && options.max_paths == 0);
    close_desk(&desk);
}

static void wrong_arguments_are_refused(void) {
    struct desk desk = open_desk();
    tertib_paths* paths = NULL;
    tertib_coverage* coverage = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    size_t count = 17;
    CHECK_FAILS(tertib_sop_paths(NULL, NULL, &paths, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_paths(desk.sop, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_paths_count(NULL) == 0 && tertib_paths_text_at(NULL, 0) == NULL);
    CHECK(tertib_paths_items_at(NULL, 0, &count) == NULL && count == 0);
    tertib_paths_free(NULL);
    CHECK_FAILS(tertib_sop_coverage(NULL, desk.store, &coverage, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_coverage(desk.sop, NULL, &coverage, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_coverage(desk.sop, desk.store, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_coverage_to_json(NULL, &json, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_coverage_percent(NULL) == 0 && tertib_coverage_case_count(NULL) == 0);
    CHECK(tertib_coverage_step_never_count(NULL) == 0);
    CHECK(tertib_coverage_step_never_at(NULL, 0) == NULL);
    CHECK(tertib_coverage_flow_never_count(NULL) == 0);
    CHECK(tertib_coverage_flow_never_at(NULL, 0) == NULL);
    CHECK(tertib_coverage_text(NULL, TERTIB_LANGUAGE_ID) == NULL);
    tertib_coverage_free(NULL);
    close_desk(&desk);
}

void coverage_tests(void) {
    every_path_is_walked_and_covered();
    coverages_of_two_stores_are_put_together();
    more_paths_than_wanted_are_refused();
    wrong_arguments_are_refused();
}
