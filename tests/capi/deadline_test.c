/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const int64_t minute = INT64_C(60000000);

static int64_t due_of(const char* start, const char* waktu, const char* name) {
    tertib_calendar* calendar = calendar_named(name);
    tertib_deadline* deadline = NULL;
    int64_t due = 0;
    CHECK_DONE(tertib_deadline_create(calendar, instant_of(start), waktu, NULL, &deadline, &error));
    due = tertib_deadline_due(deadline);
    tertib_calendar_free(calendar);
    tertib_deadline_free(deadline);
    return due;
}

/** The next cell of a row of CSV, ended by NUL where the comma was; `*row` moves behind it. */
static char* next_cell(char** row) {
    char* cell = *row;
    char* end = NULL;
    if (*cell == '"') {
        ++cell;
        end = strchr(cell, '"');
        *row = end + 2;
    } else {
        end = cell + strcspn(cell, ",\n");
        *row = end + 1;
    }
    *end = '\0';
    return cell;
}

static void worked_examples_come_out(void) {
    char line[1024];
    int rows = 0;
    FILE* file = fopen("tests/data/golden_deadlines.csv", "rb");
    CHECK(file != NULL);
    while (file != NULL && fgets(line, sizeof line, file) != NULL) {
        char* row = line;
        const char* start = next_cell(&row);
        const char* waktu = next_cell(&row);
        const char* calendar = next_cell(&row);
        const char* wanted = next_cell(&row);
        if (rows++ == 0) {
            continue;
        }
        const int as_worked_out = due_of(start, waktu, calendar) ==
                                  (*wanted == '\0' ? TERTIB_NO_TIME : instant_of(wanted));
        if (!as_worked_out) {
            fprintf(stderr, "row %d, %s from %s\n", rows, waktu, start);
        }
        CHECK(as_worked_out);
    }
    CHECK(rows > 20);
    if (file != NULL) {
        fclose(file);
    }
}

static void an_allowance_serves_many_starts(void) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_allowance* allowance = NULL;
    int64_t column[3] = {instant_of("2025-05-09T16:00"), TERTIB_NO_TIME, INT64_MAX};
    const int64_t wanted = instant_of("2025-05-14T08:30");
    CHECK_DONE(tertib_allowance_from_text("1 jam 30 menit", NULL, &allowance, &error));
    CHECK(tertib_allowance_form(allowance) == TERTIB_WAKTU_SUM);
    CHECK(tertib_findings_count(tertib_allowance_findings(allowance)) == 0);
    CHECK(tertib_allowance_due(allowance, calendar, column[0]) == wanted);
    CHECK(tertib_allowance_due(allowance, calendar, TERTIB_NO_TIME) == TERTIB_NO_TIME);
    CHECK(tertib_allowance_due(allowance, calendar, INT64_MAX) == TERTIB_NO_TIME);
    CHECK_DONE(tertib_allowance_due_column(allowance, calendar, column, 3, column, &error));
    CHECK(column[0] == wanted);
    CHECK(column[1] == TERTIB_NO_TIME && column[2] == TERTIB_NO_TIME);
    CHECK_DONE(tertib_allowance_due_column(allowance, calendar, NULL, 0, NULL, &error));
    CHECK_FAILS(tertib_allowance_due_column(allowance, calendar, NULL, 3, column, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_allowance_due_column(allowance, calendar, column, 3, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_allowance_due_column(allowance, NULL, column, 3, column, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_allowance_due_column(NULL, calendar, column, 3, column, &error),
                TERTIB_E_ARGUMENT);
    CHECK(tertib_allowance_due(NULL, calendar, 0) == TERTIB_NO_TIME);
    CHECK(tertib_allowance_due(allowance, NULL, 0) == TERTIB_NO_TIME);
    tertib_calendar_free(calendar);
    tertib_allowance_free(allowance);
}

static void of_alternatives_the_later_counts(void) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_allowance* allowance = NULL;
    int64_t start = instant_of("2025-05-05T08:00");
    CHECK_DONE(tertib_allowance_from_text("120 Menit / 3 Hari", NULL, &allowance, &error));
    CHECK(tertib_allowance_form(allowance) == TERTIB_WAKTU_ALTERNATIVES);
    CHECK(tertib_allowance_due(allowance, calendar, start) == instant_of("2025-05-08T16:00"));
    CHECK_DONE(tertib_allowance_due_column(allowance, calendar, &start, 1, &start, &error));
    CHECK(start == instant_of("2025-05-08T16:00"));
    tertib_allowance_free(allowance);
    tertib_calendar_free(calendar);
}

static void a_negative_waktu_asks_backwards(void) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_allowance* allowance = NULL;
    CHECK_DONE(tertib_allowance_from_text("-90 Menit", NULL, &allowance, &error));
    CHECK(tertib_allowance_due(allowance, calendar, instant_of("2025-05-14T09:00")) ==
          instant_of("2025-05-14T07:30"));
    tertib_allowance_free(allowance);
    tertib_calendar_free(calendar);
}

static void a_waktu_that_names_no_time_has_no_deadline(void) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_allowance* allowance = NULL;
    tertib_deadline* deadline = NULL;
    tertib_lateness* lateness = NULL;
    int64_t start = 0;
    CHECK_DONE(tertib_allowance_from_text("Sesuai Kebutuhan", NULL, &allowance, &error));
    CHECK(tertib_allowance_form(allowance) == TERTIB_WAKTU_OPEN);
    CHECK(tertib_allowance_due(allowance, calendar, start) == TERTIB_NO_TIME);
    CHECK_DONE(tertib_allowance_due_column(allowance, calendar, &start, 1, &start, &error));
    CHECK(start == TERTIB_NO_TIME);
    CHECK_DONE(tertib_deadline_create(calendar, 0, "Sesuai Kebutuhan", NULL, &deadline, &error));
    CHECK(tertib_deadline_due(deadline) == TERTIB_NO_TIME);
    CHECK_DONE(tertib_deadline_lateness(deadline, 0, 0, NULL, &lateness, &error));
    CHECK(tertib_lateness_verdict(lateness) == TERTIB_LATENESS_NOT_APPLICABLE);
    tertib_lateness_free(lateness);
    tertib_deadline_free(deadline);
    tertib_allowance_free(allowance);
    tertib_calendar_free(calendar);
}

static void options_say_how_to_reckon(void) {
    tertib_calendar* calendar = calendar_named("id5");
    const int64_t start = instant_of("2025-05-05T15:00");
    const tertib_clock_stop stop = {start + 30 * minute, instant_of("2025-05-07T10:00")};
    tertib_deadline_options options = TERTIB_DEADLINE_OPTIONS_INIT;
    tertib_deadline* deadline = NULL;
    tertib_allowance* allowance = NULL;
    options.stops = &stop;
    options.stop_count = 1;
    CHECK_DONE(tertib_deadline_create(calendar, start, "180 Menit", &options, &deadline, &error));
    CHECK(tertib_deadline_due(deadline) == instant_of("2025-05-07T13:30"));
    tertib_deadline_free(deadline);
    CHECK_FAILS(tertib_allowance_from_text("180 Menit", &options, &allowance, &error),
                TERTIB_E_ARGUMENT);
    options.stop_count = 0;
    options.items = 4;
    CHECK_DONE(tertib_deadline_create(calendar, instant_of("2025-05-05T08:00"),
                                      "15 Menit per berkas", &options, &deadline, &error));
    CHECK(tertib_deadline_due(deadline) == instant_of("2025-05-05T09:00"));
    tertib_deadline_free(deadline);
    tertib_deadline_options_init(&options);
    CHECK(options.items == 0 && options.struct_size == sizeof options);
    options.bound = TERTIB_BOUND_LOWER;
    CHECK_DONE(tertib_deadline_create(calendar, start, "1-3 Hari", &options, &deadline, &error));
    CHECK(tertib_deadline_due(deadline) == instant_of("2025-05-06T16:00"));
    tertib_deadline_free(deadline);
    options.bare_hari = TERTIB_RECKONING_CALENDAR;
    CHECK_DONE(tertib_allowance_from_text("5 Hari", &options, &allowance, &error));
    CHECK(tertib_allowance_due(allowance, calendar, start) == instant_of("2025-05-14T16:00"));
    tertib_allowance_free(allowance);
    tertib_calendar_free(calendar);
}

static void wrong_options_are_refused(void) {
    tertib_deadline_options options = TERTIB_DEADLINE_OPTIONS_INIT;
    tertib_allowance* out = NULL;
    CHECK_FAILS(tertib_allowance_from_text("15 Menit per berkas", NULL, &out, &error),
                TERTIB_E_ARGUMENT);
    options.items = -1;
    CHECK_FAILS(tertib_allowance_from_text("1 Hari", &options, &out, &error), TERTIB_E_ARGUMENT);
    tertib_deadline_options_init(&options);
    options.bound = 7;
    CHECK_FAILS(tertib_allowance_from_text("1 Hari", &options, &out, &error), TERTIB_E_ARGUMENT);
    tertib_deadline_options_init(&options);
    options.bare_hari = 7;
    CHECK_FAILS(tertib_allowance_from_text("1 Hari", &options, &out, &error), TERTIB_E_ARGUMENT);
    tertib_deadline_options_init(&options);
    options.stop_count = 1;
    CHECK_FAILS(tertib_allowance_from_text("1 Hari", &options, &out, &error), TERTIB_E_ARGUMENT);
    options.struct_size = 0;
    CHECK_FAILS(tertib_allowance_from_text("1 Hari", &options, &out, &error), TERTIB_E_ARGUMENT);
    options.struct_size = 8;
    CHECK_FAILS(tertib_allowance_from_text("1 Hari", &options, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_allowance_from_text(NULL, NULL, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_allowance_from_text("\xff", NULL, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_allowance_from_text("1 Hari", NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(out == NULL);
    CHECK(tertib_allowance_form(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_allowance_findings(NULL) == NULL);
    tertib_deadline_options_init(NULL);
    tertib_allowance_free(NULL);
}

static void a_deadline_explains_itself_without_its_calendar(void) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_deadline* deadline = NULL;
    tertib_buf lines = TERTIB_BUF_INIT;
    tertib_buf letter = TERTIB_BUF_INIT;
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK_DONE(tertib_deadline_create(calendar, instant_of("2025-05-09T16:00"), "3 Hari Kerja",
                                      NULL, &deadline, &error));
    tertib_calendar_free(calendar);
    CHECK(tertib_deadline_findings(deadline) != NULL);
    CHECK_DONE(tertib_deadline_lines(deadline, TERTIB_LANGUAGE_ID, &lines, &error));
    CHECK(strstr(lines.data, "Waisak") != NULL);
    CHECK(lines.size > 0 && lines.data[lines.size - 1] == '\n');
    CHECK_DONE(tertib_deadline_paragraph(deadline, TERTIB_LANGUAGE_EN, &letter, &error));
    CHECK(strstr(letter.data, "Waisak") != NULL);
    CHECK_DONE(tertib_deadline_to_json(deadline, TERTIB_WALK_LEFT_OUT, &json, &error));
    CHECK(strstr(json.data, "\"tertib.deadline/1\"") != NULL);
    CHECK(strstr(json.data, "\"days\"") == NULL);
    tertib_buf_dispose(&json);
    CHECK_DONE(tertib_deadline_to_json(deadline, TERTIB_WALK_TOLD, &json, &error));
    CHECK(strstr(json.data, "\"days\"") != NULL);
    tertib_buf_dispose(&lines);
    tertib_buf_dispose(&letter);
    tertib_buf_dispose(&json);
    CHECK_FAILS(tertib_deadline_lines(deadline, 9, &lines, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_lines(deadline, 0, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_lines(NULL, 0, &lines, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_paragraph(deadline, -1, &lines, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_paragraph(NULL, 0, &lines, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_to_json(deadline, 2, &lines, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_to_json(NULL, 0, &lines, &error), TERTIB_E_ARGUMENT);
    CHECK(lines.data == NULL);
    tertib_deadline_free(deadline);
}

static void what_can_not_be_reckoned_is_refused(void) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_deadline* out = NULL;
    CHECK_FAILS(tertib_deadline_create(calendar, 0, "15 Menit per berkas", NULL, &out, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_create(calendar, INT64_MIN, "1 Hari", NULL, &out, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_create(calendar, INT64_MAX, "1 Hari", NULL, &out, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_create(calendar, 0, "900 Tahun", NULL, &out, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_create(NULL, 0, "1 Hari", NULL, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_create(calendar, 0, NULL, NULL, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_create(calendar, 0, "\xff", NULL, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_create(calendar, 0, "1 Hari", NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK(out == NULL);
    CHECK(tertib_deadline_due(NULL) == TERTIB_NO_TIME);
    CHECK(tertib_deadline_findings(NULL) == NULL);
    tertib_deadline_free(NULL);
    tertib_calendar_free(calendar);
}

static void lateness_is_told_in_days_and_working_time(void) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_deadline* deadline = NULL;
    tertib_lateness* lateness = NULL;
    int64_t first = 0;
    int64_t last = 0;
    CHECK_DONE(tertib_deadline_create(calendar, instant_of("2025-05-05T08:00"), "1 Hari", NULL,
                                      &deadline, &error));
    tertib_calendar_free(calendar);
    first = instant_of("2025-05-07T08:30");
    CHECK_DONE(tertib_deadline_lateness(deadline, first, first, NULL, &lateness, &error));
    tertib_deadline_free(deadline);
    CHECK(tertib_lateness_verdict(lateness) == TERTIB_LATENESS_LATE);
    CHECK(tertib_lateness_least_days(lateness) == 1);
    CHECK(tertib_lateness_most_days(lateness) == 1);
    CHECK(tertib_lateness_least(lateness) == 60 * minute);
    CHECK(tertib_lateness_most(lateness) == 60 * minute);
    tertib_lateness_free(lateness);

    calendar = calendar_named("id5");
    CHECK_DONE(tertib_deadline_create(calendar, instant_of("2025-05-05T08:00"), "60 Menit", NULL,
                                      &deadline, &error));
    tertib_calendar_free(calendar);
    CHECK_DONE(tertib_stamp_read("2025-05-05", 420, &first, &last, &error));
    CHECK_DONE(tertib_deadline_lateness(deadline, first, last, NULL, &lateness, &error));
    CHECK(tertib_lateness_verdict(lateness) == TERTIB_LATENESS_UNDECIDABLE);
    CHECK(tertib_lateness_least_days(lateness) == TERTIB_NO_TIME);
    tertib_lateness_free(lateness);
    tertib_deadline_free(deadline);
}

static void a_day_may_end_at_closing_time(void) {
    tertib_calendar* calendar = calendar_named("id5");
    tertib_deadline* deadline = NULL;
    tertib_lateness* lateness = NULL;
    tertib_lateness_options options = TERTIB_LATENESS_OPTIONS_INIT;
    const int64_t evening = instant_of("2025-05-06T20:00");
    CHECK_DONE(tertib_deadline_create(calendar, instant_of("2025-05-05T08:00"), "1 Hari", NULL,
                                      &deadline, &error));
    CHECK_DONE(tertib_deadline_lateness(deadline, evening, evening, &options, &lateness, &error));
    CHECK(tertib_lateness_verdict(lateness) == TERTIB_LATENESS_ON_TIME);
    CHECK_TEXT(tertib_finding_code(tertib_findings_at(tertib_lateness_findings(lateness), 0)),
               "AFTER-CLOSING");
    tertib_lateness_free(lateness);
    options.day_end = TERTIB_DAY_END_CLOSING;
    CHECK_DONE(tertib_deadline_lateness(deadline, evening, evening, &options, &lateness, &error));
    CHECK(tertib_lateness_verdict(lateness) == TERTIB_LATENESS_LATE);
    tertib_lateness_free(lateness);
    options.day_end = 2;
    CHECK_FAILS(tertib_deadline_lateness(deadline, evening, evening, &options, &lateness, &error),
                TERTIB_E_ARGUMENT);
    tertib_lateness_options_init(&options);
    CHECK(options.day_end == TERTIB_DAY_END_DATE);
    options.struct_size = 0;
    CHECK_FAILS(tertib_deadline_lateness(deadline, evening, evening, &options, &lateness, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_lateness(deadline, 1, 0, NULL, &lateness, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_lateness(deadline, 0, INT64_MAX, NULL, &lateness, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_lateness(NULL, 0, 0, NULL, &lateness, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_deadline_lateness(deadline, 0, 0, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(lateness == NULL);
    CHECK(tertib_lateness_verdict(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_lateness_least(NULL) == 0 && tertib_lateness_most(NULL) == 0);
    CHECK(tertib_lateness_least_days(NULL) == TERTIB_NO_TIME);
    CHECK(tertib_lateness_most_days(NULL) == TERTIB_NO_TIME);
    CHECK(tertib_lateness_findings(NULL) == NULL);
    tertib_lateness_options_init(NULL);
    tertib_lateness_free(NULL);
    tertib_deadline_free(deadline);
    tertib_calendar_free(calendar);
}

void deadline_tests(void) {
    worked_examples_come_out();
    an_allowance_serves_many_starts();
    of_alternatives_the_later_counts();
    a_negative_waktu_asks_backwards();
    a_waktu_that_names_no_time_has_no_deadline();
    options_say_how_to_reckon();
    wrong_options_are_refused();
    a_deadline_explains_itself_without_its_calendar();
    what_can_not_be_reckoned_is_refused();
    lateness_is_told_in_days_and_working_time();
    a_day_may_end_at_closing_time();
}
