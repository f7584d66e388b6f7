/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <string.h>

static const tertib_date monday = {2025, 5, 5};
static const tertib_date waisak = {2025, 5, 12};
static const tertib_date no_day = {2025, 2, 29};

tertib_calendar* calendar_named(const char* name) {
    tertib_calendar* calendar = NULL;
    CHECK_DONE(tertib_calendar_from_name(name, &calendar, &error));
    return calendar;
}

int64_t instant_of(const char* text) {
    int64_t earliest = TERTIB_NO_TIME;
    int64_t latest = TERTIB_NO_TIME;
    CHECK_DONE(tertib_stamp_read(text, 420, &earliest, &latest, &error));
    CHECK(earliest == latest);
    return earliest;
}

static void stamps_are_read_and_written(void) {
    int64_t earliest = 0;
    int64_t latest = 0;
    tertib_buf text = TERTIB_BUF_INIT;
    CHECK_DONE(tertib_stamp_read("1970-01-02", 0, &earliest, &latest, &error));
    CHECK(earliest == INT64_C(86400000000));
    CHECK(latest == INT64_C(172800000000) - 1);
    CHECK(instant_of("1970-01-01T07:00:00.000001") == 1);
    CHECK_DONE(tertib_instant_to_text(1, 480, &text, &error));
    CHECK_TEXT(text.data, "1970-01-01T08:00:00.000001+08:00");
    tertib_buf_dispose(&text);
    CHECK_FAILS(tertib_stamp_read("kemarin", 420, &earliest, &latest, &error), TERTIB_E_ARGUMENT);
    CHECK(earliest == TERTIB_NO_TIME && latest == TERTIB_NO_TIME);
    CHECK_FAILS(tertib_stamp_read("2201-01-01", 420, &earliest, &latest, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_stamp_read("\xff", 420, &earliest, &latest, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_stamp_read("2025-05-05", 1081, &earliest, &latest, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_stamp_read(NULL, 0, &earliest, &latest, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_stamp_read("2025-05-05", 0, NULL, &latest, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_stamp_read("2025-05-05", 0, &earliest, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_instant_to_text(TERTIB_NO_TIME, 0, &text, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_instant_to_text(0, -1081, &text, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_instant_to_text(0, 0, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(text.data == NULL);
}

static void a_built_in_calendar_tells_what_it_is(void) {
    tertib_calendar* calendar = calendar_named("id5@2023-06-10+09");
    CHECK_TEXT(tertib_calendar_name(calendar), "id5");
    CHECK_TEXT(tertib_calendar_label(calendar), "id5@2023-06-10+09");
    CHECK(strlen(tertib_calendar_version(calendar)) > 0);
    CHECK(strlen(tertib_calendar_digest(calendar)) == 64);
    CHECK(tertib_calendar_zone(calendar) == 540);
    CHECK(tertib_calendar_known_on(calendar).year == 2023);
    CHECK(tertib_calendar_known_on(calendar).month == 6);
    CHECK(tertib_calendar_known_on(calendar).day == 10);
    tertib_calendar_free(calendar);
}

static void a_day_has_its_hours(void) {
    tertib_calendar* calendar = calendar_named("id5");
    CHECK(tertib_calendar_is_working_day(calendar, monday) == 1);
    CHECK(tertib_calendar_is_working_day(calendar, waisak) == 0);
    CHECK(tertib_calendar_is_working_day(calendar, no_day) == TERTIB_E_ARGUMENT);
    CHECK(tertib_calendar_hours_count(calendar, monday) == 2);
    CHECK(tertib_calendar_hours_at(calendar, monday, 1).from == 13 * 60);
    CHECK(tertib_calendar_hours_at(calendar, monday, 1).to == 16 * 60);
    CHECK(tertib_calendar_hours_at(calendar, monday, 2).to == 0);
    CHECK(tertib_calendar_hours_count(calendar, waisak) == 0);
    CHECK(tertib_calendar_hours_count(calendar, no_day) == 0);
    CHECK(tertib_calendar_known_on(calendar).year == 0);
    tertib_calendar_free(calendar);
}

static void working_time_between_is_exact(void) {
    tertib_calendar* calendar = calendar_named("id5");
    const int64_t hour = INT64_C(3600000000);
    const int64_t from[3] = {instant_of("2025-05-05T11:30"), TERTIB_NO_TIME, INT64_MAX};
    int64_t until[3] = {instant_of("2025-05-05T13:30"), instant_of("2025-05-05T13:30"), 0};
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK(tertib_calendar_between(calendar, from[0], until[0]) == hour);
    CHECK(tertib_calendar_between(calendar, until[0], from[0]) == -hour);
    CHECK(tertib_calendar_between(calendar, TERTIB_NO_TIME, until[0]) == TERTIB_NO_TIME);
    CHECK(tertib_calendar_between(calendar, INT64_MAX, INT64_MAX) == TERTIB_NO_TIME);
    CHECK_DONE(tertib_calendar_between_to_json(calendar, from[0], until[0], &json, &error));
    CHECK(strstr(json.data, "\"working_minutes\": 60") != NULL);
    tertib_buf_dispose(&json);
    CHECK_DONE(tertib_calendar_between_column(calendar, from, until, 3, until, &error));
    CHECK(until[0] == hour && until[1] == TERTIB_NO_TIME && until[2] == TERTIB_NO_TIME);
    CHECK_DONE(tertib_calendar_between_column(calendar, NULL, NULL, 0, NULL, &error));
    CHECK_FAILS(tertib_calendar_between_column(calendar, NULL, until, 3, until, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_between_column(calendar, from, NULL, 3, until, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_between_column(calendar, from, until, 3, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_between_column(NULL, from, until, 3, until, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_between_to_json(calendar, INT64_MAX, 0, &json, &error),
                TERTIB_E_ARGUMENT);
    tertib_calendar_free(calendar);
}

static void a_calendar_is_derived_and_outlives_its_origin(void) {
    tertib_calendar* now = calendar_named("id5");
    tertib_calendar* then = NULL;
    tertib_calendar* east = NULL;
    tertib_calendar* read = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    const tertib_date june = {2023, 6, 10};
    const tertib_date added = {2023, 6, 30};
    CHECK_DONE(tertib_calendar_as_known_on(now, june, &then, &error));
    CHECK(tertib_calendar_is_working_day(now, added) == 0);
    CHECK(tertib_calendar_equal(now, then) == 0);
    CHECK_DONE(tertib_calendar_to_json(then, &json, &error));
    CHECK_DONE(tertib_calendar_from_json(json.data, json.size, &read, &error));
    CHECK(tertib_calendar_equal(then, read) == 1);
    CHECK_DONE(tertib_calendar_in_zone(then, 540, &east, &error));
    tertib_buf_dispose(&json);
    tertib_calendar_free(now);
    tertib_calendar_free(then);
    CHECK(tertib_calendar_is_working_day(read, added) == 1);
    CHECK_TEXT(tertib_calendar_label(east), "id5@2023-06-10+09");
    tertib_calendar_free(east);
    tertib_calendar_free(read);
}

static void an_office_adds_days_of_its_own(void) {
    static const char json[] =
        "{\"schema\": \"tertib.calendar/1\", \"name\": \"kami\", \"version\": \"1\","
        " \"base\": \"id5\", \"facts\": [{\"layer\": \"unit\", \"kind\": \"libur\","
        " \"first\": \"2025-05-05\", \"last\": \"2025-05-05\", \"name\": \"Hari jadi kota\","
        " \"source\": \"SE 1/2025\"}]}";
    tertib_calendar* own = NULL;
    tertib_calendar* base = calendar_named("id5");
    tertib_buf diff = TERTIB_BUF_INIT;
    tertib_buf year = TERTIB_BUF_INIT;
    const tertib_date first = {2025, 1, 1};
    const tertib_date last = {2025, 12, 31};
    CHECK_DONE(tertib_calendar_from_json(json, sizeof json - 1, &own, &error));
    CHECK(tertib_calendar_is_working_day(own, monday) == 0);
    CHECK_DONE(tertib_calendar_diff_to_json(base, own, first, last, &diff, &error));
    CHECK(strstr(diff.data, "Hari jadi kota") != NULL);
    CHECK_DONE(tertib_calendar_year_to_json(own, 2025, &year, &error));
    CHECK(strstr(year.data, "\"tertib.calendar_year/1\"") != NULL);
    tertib_buf_dispose(&diff);
    tertib_buf_dispose(&year);
    CHECK_FAILS(tertib_calendar_diff_to_json(base, NULL, first, last, &diff, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_diff_to_json(base, own, no_day, last, &diff, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_year_to_json(own, 3000, &year, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_year_to_json(own, INT32_MIN, &year, &error), TERTIB_E_ARGUMENT);
    tertib_calendar_free(own);
    tertib_calendar_free(base);
}

static void what_is_not_decreed_yet_is_told(void) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_findings* findings = NULL;
    const tertib_date first = {2150, 1, 1};
    const tertib_date last = {2150, 12, 31};
    CHECK_DONE(tertib_calendar_findings(calendar, first, last, &findings, &error));
    CHECK(tertib_findings_count(findings) >= 1);
    CHECK_TEXT(tertib_finding_code(tertib_findings_at(findings, 0)), "CAL-COVERAGE");
    tertib_calendar_free(calendar);
    CHECK(strlen(tertib_finding_message(tertib_findings_at(findings, 0), TERTIB_LANGUAGE_ID)) > 0);
    tertib_findings_free(findings);
}

static void wrong_calendars_are_refused(void) {
    tertib_calendar* out = NULL;
    tertib_findings* findings = NULL;
    tertib_buf buf = TERTIB_BUF_INIT;
    tertib_calendar* calendar = calendar_named("contoh6");
    CHECK_FAILS(tertib_calendar_from_name("tidak-ada", &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_from_name(NULL, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_from_name("\xc3\x28", &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_from_name("id5", NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_from_json("[]", 2, &out, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_calendar_from_json(NULL, 2, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_from_json("\xff", 1, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_from_json("{}", SIZE_MAX, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_from_json("{}", 2, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_as_known_on(calendar, no_day, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_as_known_on(NULL, monday, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_as_known_on(calendar, monday, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_in_zone(calendar, INT32_MAX, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_in_zone(NULL, 420, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_in_zone(calendar, 420, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_to_json(NULL, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_to_json(calendar, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_year_to_json(NULL, 2025, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_between_to_json(NULL, 0, 0, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_diff_to_json(NULL, calendar, monday, monday, &buf, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_findings(calendar, monday, no_day, &findings, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_findings(NULL, monday, monday, &findings, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_calendar_findings(calendar, monday, monday, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK(out == NULL && findings == NULL && buf.data == NULL);
    tertib_calendar_free(calendar);
}

static void nothing_is_asked_of_no_calendar(void) {
    tertib_calendar* calendar = calendar_named("id5");
    CHECK(tertib_calendar_name(NULL) == NULL);
    CHECK(tertib_calendar_version(NULL) == NULL);
    CHECK(tertib_calendar_digest(NULL) == NULL);
    CHECK(tertib_calendar_label(NULL) == NULL);
    CHECK(tertib_calendar_zone(NULL) == 0);
    CHECK(tertib_calendar_known_on(NULL).year == 0);
    CHECK(tertib_calendar_equal(NULL, calendar) == TERTIB_E_ARGUMENT);
    CHECK(tertib_calendar_equal(calendar, NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_calendar_is_working_day(NULL, monday) == TERTIB_E_ARGUMENT);
    CHECK(tertib_calendar_hours_count(NULL, monday) == 0);
    CHECK(tertib_calendar_hours_at(NULL, monday, 0).to == 0);
    CHECK(tertib_calendar_between(NULL, 0, 0) == TERTIB_NO_TIME);
    tertib_calendar_free(NULL);
    tertib_calendar_free(calendar);
}

void calendar_tests(void) {
    stamps_are_read_and_written();
    a_built_in_calendar_tells_what_it_is();
    a_day_has_its_hours();
    working_time_between_is_exact();
    a_calendar_is_derived_and_outlives_its_origin();
    an_office_adds_days_of_its_own();
    what_is_not_decreed_yet_is_told();
    wrong_calendars_are_refused();
    nothing_is_asked_of_no_calendar();
}
