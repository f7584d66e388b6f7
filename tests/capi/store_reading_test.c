/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "office.h"

#include <stdint.h>
#include <string.h>

/** What a visitor of lines does and has seen. */
typedef struct visit {
    int lines;
    int32_t answer; /**< given from the second line on */
    char first[4096];
} visit;

static int32_t take_line(const char* line, size_t size, void* user_data) {
    visit* seen = user_data;
    CHECK(strlen(line) == size && line[size - 1] == '\n');
    if (seen->lines == 0) {
        snprintf(seen->first, sizeof seen->first, "%s", line);
    }
    ++seen->lines;
    return seen->lines > 1 ? seen->answer : 0;
}

static struct office two_cases(void) {
    struct office made = open_office();
    CHECK_TEXT(outcome(&made, request(&made, "a", "start", "2025-05-05T08:00", "", "")), "");
    CHECK_TEXT(outcome(&made, request(&made, "b", "start", "2025-05-05T08:05", "", "")), "");
    CHECK_TEXT(
        outcome(&made, request(&made, "a", "claim", "2025-05-05T08:06", ", \"task\": \"1\"", "")),
        "");
    return made;
}

static void lists_come_in_pages(void) {
    struct office office = two_cases();
    tertib_buf page = TERTIB_BUF_INIT;
    CHECK_DONE(tertib_store_cases(office.store, NULL, 1, &page, &error));
    CHECK(strstr(page.data, "\"tertib.cases/1\"") != NULL);
    CHECK(strstr(page.data, "\"after\": \"a\"") != NULL);
    tertib_buf_dispose(&page);
    CHECK_DONE(tertib_store_cases(office.store, "a", SIZE_MAX, &page, &error));
    CHECK(strstr(page.data, "\"case\": \"b\"") != NULL);
    CHECK(strstr(page.data, "\"after\": null") != NULL);
    tertib_buf_dispose(&page);
    CHECK_DONE(tertib_store_worklist(office.store, "KADIS", "", 10, &page, &error));
    CHECK(strstr(page.data, "\"tertib.worklist/1\"") != NULL);
    CHECK(strstr(page.data, "\"holder\": \"Ani\"") != NULL);
    tertib_buf_dispose(&page);
    CHECK_DONE(tertib_store_worklist(office.store, "Staf", NULL, 10, &page, &error));
    CHECK(strstr(page.data, "\"holder\"") == NULL);
    tertib_buf_dispose(&page);
    CHECK_FAILS(tertib_store_worklist(office.store, "Kadis", "x", 10, &page, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_worklist(office.store, NULL, "", 10, &page, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_worklist(office.store, "Kadis", "", 0, &page, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_worklist(NULL, "Kadis", "", 1, &page, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_worklist(office.store, "\xff", "", 1, &page, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_cases(office.store, "", 0, &page, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_cases(office.store, "", 1, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_cases(NULL, "", 1, &page, &error), TERTIB_E_ARGUMENT);
    CHECK(page.data == NULL);
    close_office(&office);
}

static void a_case_is_told_and_why_it_is_there(void) {
    struct office office = two_cases();
    const int64_t now = instant_of("2025-05-05T09:00");
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK_DONE(tertib_store_case(office.store, "a", &json, &error));
    CHECK(strstr(json.data, "\"tertib.case/1\"") != NULL);
    tertib_buf_dispose(&json);
    CHECK_DONE(tertib_store_why(office.store, "a", "Ani", "Kadis", now, &json, &error));
    CHECK(strstr(json.data, "\"tertib.why/1\"") != NULL);
    CHECK(strstr(json.data, "\"possible\"") != NULL);
    tertib_buf_dispose(&json);
    CHECK_DONE(tertib_store_why(office.store, "a", NULL, NULL, now, &json, &error));
    CHECK(strstr(json.data, "ACTOR-NEEDED") != NULL);
    tertib_buf_dispose(&json);
    CHECK_DONE(tertib_store_case(office.store, "c", &json, &error));
    CHECK(json.data == NULL && json.size == 0);
    CHECK_DONE(tertib_store_why(office.store, "c", "Ani", "Kadis", now, &json, &error));
    CHECK(json.data == NULL);
    CHECK_FAILS(tertib_store_case(office.store, NULL, &json, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_case(NULL, "a", &json, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_case(office.store, "a", NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_case(office.store, "\xff", &json, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_why(office.store, NULL, "", "", now, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_why(office.store, "a", "", "", INT64_MIN, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_why(office.store, "a", "\xff", "", now, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_why(NULL, "a", "", "", now, &json, &error), TERTIB_E_ARGUMENT);
    CHECK(json.data == NULL);
    close_office(&office);
}

static void the_journal_is_exported_line_by_line(void) {
    struct office office = two_cases();
    visit seen = {0, 0, ""};
    tertib_error* why = NULL;
    CHECK_DONE(tertib_store_export(office.store, NULL, take_line, &seen, &error));
    CHECK(seen.lines == 3);
    CHECK(strstr(seen.first, "\"tertib.journal/1\"") != NULL);
    CHECK(strstr(seen.first, "\"case\": \"a\"") != NULL);
    CHECK(strstr(seen.first, "T08:00:00+07:00") != NULL);
    seen.lines = 0;
    CHECK_DONE(tertib_store_export(office.store, "b", take_line, &seen, &error));
    CHECK(seen.lines == 1);
    seen.lines = 0;
    seen.answer = TERTIB_STOP;
    CHECK_DONE(tertib_store_export(office.store, "", take_line, &seen, &error));
    CHECK(seen.lines == 2);
    seen.lines = 0;
    seen.answer = -7;
    CHECK(tertib_store_export(office.store, "", take_line, &seen, &why) == TERTIB_E_USER);
    CHECK(seen.lines == 2);
    CHECK_TEXT(tertib_error_message(why), "the callback returned -7");
    tertib_error_free(why);
    seen.lines = 0;
    CHECK_DONE(tertib_store_export(office.store, "c", take_line, &seen, &error));
    CHECK(seen.lines == 0);
    CHECK_FAILS(tertib_store_export(NULL, "", take_line, &seen, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_export(office.store, "", NULL, &seen, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_export(office.store, "\xff", take_line, &seen, &error),
                TERTIB_E_ARGUMENT);
    /* The store goes on as before. */
    CHECK_TEXT(outcome(&office, request(&office, "b", "suspend", "2025-05-05T09:00",
                                        ", \"reason\": \"libur\"", "")),
               "");
    close_office(&office);
}

static void a_store_is_verified(void) {
    struct office office = two_cases();
    tertib_verification* found = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK_DONE(tertib_store_verify(office.store, &found, &error));
    close_office(&office);
    CHECK(tertib_verification_holds(found) == 1);
    CHECK(tertib_verification_breach_count(found) == 0);
    CHECK(tertib_verification_case_count(found) == 2);
    CHECK(tertib_verification_event_count(found) == 3);
    CHECK_DONE(tertib_verification_to_json(found, &json, &error));
    CHECK(strstr(json.data, "\"holds\": true") != NULL);
    tertib_buf_dispose(&json);
    CHECK_FAILS(tertib_verification_to_json(found, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_verification_to_json(NULL, &json, &error), TERTIB_E_ARGUMENT);
    tertib_verification_free(found);
    CHECK_FAILS(tertib_store_verify(NULL, &found, &error), TERTIB_E_ARGUMENT);
    CHECK(found == NULL);
    CHECK(tertib_verification_holds(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_verification_breach_count(NULL) == 0);
    CHECK(tertib_verification_case_count(NULL) == 0);
    CHECK(tertib_verification_event_count(NULL) == 0);
    tertib_verification_free(NULL);
}

static void what_concerns_files_is_refused_where_there_is_none(void) {
    struct office office = open_office();
    tertib_verification* found = NULL;
    CHECK_FAILS(tertib_store_backup(office.store, scratch_path("none.tertib"), &error),
                TERTIB_E_UNSUPPORTED);
    CHECK_FAILS(tertib_store_backup(office.store, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_backup(office.store, "\xff", &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_backup(NULL, "x", &error), TERTIB_E_ARGUMENT);
    CHECK_DONE(tertib_store_tidy(office.store, &error));
    CHECK_FAILS(tertib_store_tidy(NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_verify(office.store, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(found == NULL);
    close_office(&office);
}

void store_reading_tests(void) {
    lists_come_in_pages();
    a_case_is_told_and_why_it_is_there();
    the_journal_is_exported_line_by_line();
    a_store_is_verified();
    what_concerns_files_is_refused_where_there_is_none();
}
