/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <string.h>

/* A case in order, one without its first step, one that hasn't ended. */
static const char table[] = "Kasus,Kegiatan,Petugas,Jabatan,Selesai\n"
                            "R-1,1,ani,Kadis,2025-05-05T08:10:00\n"
                            "R-1,2,ani,Kadis,2025-05-05T09:00:00\n"
                            "R-2,2,ani,Kadis,2025-05-06T09:00:00\n"
                            "R-3,1,budi,Staf,2025-05-07T08:10:00\n";

typedef struct check_parts {
    tertib_check_version version;
    tertib_sop* sop;
    tertib_calendar* office;
    tertib_log* log;
} check_parts;

static check_parts parts_of(const char* text) {
    check_parts parts = {{NULL, {2020, 1, 1}, {0, 0, 0}}, NULL, NULL, NULL};
    parts.sop = running_sop();
    parts.version.sop = parts.sop;
    parts.office = calendar_named("id5");
    parts.log = log_of(text);
    return parts;
}

static void free_parts(check_parts* parts) {
    tertib_log_free(parts->log);
    tertib_calendar_free(parts->office);
    tertib_sop_free(parts->sop);
}

static tertib_report* report_with(const tertib_check_options* options) {
    tertib_report* report = NULL;
    check_parts parts = parts_of(table);
    CHECK_DONE(tertib_check(&parts.version, 1, parts.office, parts.log, options, &report, &error));
    free_parts(&parts);
    return report;
}

static size_t index_of(const tertib_report* report, const char* code) {
    for (size_t i = 0; i < tertib_report_check_count(report); ++i) {
        if (strcmp(tertib_report_check_code(report, i), code) == 0) {
            return i;
        }
    }
    return SIZE_MAX;
}

static uint64_t violated(const tertib_report* report, const char* code) {
    return tertib_report_check_case_count(report, index_of(report, code), TERTIB_VERDICT_VIOLATED);
}

static void a_report_counts_every_case_of_every_check(void) {
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_report* report = report_with(NULL);
    CHECK(tertib_report_case_count(report) == 3);
    CHECK(tertib_report_event_count(report) == 4);
    CHECK(tertib_report_check_count(report) == 16);
    for (size_t i = 0; i < tertib_report_check_count(report); ++i) {
        CHECK(tertib_report_check_case_count(report, i, TERTIB_VERDICT_SATISFIED) +
                  tertib_report_check_case_count(report, i, TERTIB_VERDICT_VIOLATED) +
                  tertib_report_check_case_count(report, i, TERTIB_VERDICT_UNDECIDABLE) +
                  tertib_report_check_case_count(report, i, TERTIB_VERDICT_NOT_APPLICABLE) ==
              3);
        CHECK(tertib_report_check_case_count(report, i, 9) == 0);
        CHECK(tertib_report_check_severity(report, i) >= TERTIB_SEVERITY_INFO);
        CHECK(tertib_report_check_state(report, i) >= TERTIB_CHECK_JUDGED);
        CHECK(tertib_report_check_state(report, i) <= TERTIB_CHECK_OFF);
        CHECK(tertib_report_check_waived_count(report, i) == 0);
    }
    CHECK(violated(report, "STEP-MISSING") == 1);
    CHECK(violated(report, "INCOMPLETE") == 1);
    CHECK(tertib_report_check_state(report, index_of(report, "FOUR-EYES")) == TERTIB_CHECK_OFF);
    CHECK(tertib_report_row_count(report) >= 2);
    CHECK(tertib_report_cases_in_order(report) <= 2);
    CHECK(tertib_report_came_out_negative(report) == 1);
    CHECK(tertib_report_findings(report) != NULL);
    CHECK_DONE(tertib_report_to_json(report, TERTIB_PEOPLE_ROLES, &json, &error));
    CHECK(strstr(json.data, "tertib.check/1") != NULL);
    CHECK(strstr(json.data, "budi") == NULL);
    tertib_buf_dispose(&json);
    tertib_report_free(report);
}

static void what_is_asked_for_counts(void) {
    static const char overlay_json[] =
        "{\"schema\": \"tertib.overlay/1\", "
        "\"four_eyes\": [{\"steps\": [\"1\", \"2\"], \"basis\": \"pedoman\"}], "
        "\"waivers\": [{\"code\": \"STEP-MISSING\", \"reason\": \"peralihan\", \"by\": "
        "\"Sekretariat\"}]}";
    static const char map_json[] = "{\"schema\": \"tertib.map/1\", \"people\": [{\"person\": "
                                   "\"ani\", \"pelaksana\": \"Kadis\"}]}";
    tertib_check_options options = TERTIB_CHECK_OPTIONS_INIT;
    tertib_overlay* overlay = NULL;
    tertib_map* people = NULL;
    tertib_report* report = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK_DONE(tertib_overlay_from_json(overlay_json, sizeof overlay_json - 1, &overlay, &error));
    CHECK_DONE(tertib_map_from_json(map_json, sizeof map_json - 1, &people, &error));
    options.overlay = overlay;
    options.people = people;
    options.now = instant_of("2025-06-30T16:00:00");
    options.by = TERTIB_PERIOD_MONTH;
    options.count_by = TERTIB_COUNT_BY_START;
    options.measured_from = TERTIB_MEASURED_FROM_STARTED;
    options.known = TERTIB_KNOWN_PROMISED;
    options.version_at = TERTIB_VERSION_AT_EVENT;
    options.day_end = TERTIB_DAY_END_CLOSING;
    options.service_waktu = "5 Hari";
    options.judge_by = 0;
    options.threads = 2;
    options.until = (tertib_date){2025, 5, 31};
    report = report_with(&options);
    tertib_overlay_free(overlay);
    tertib_map_free(people);
    CHECK(violated(report, "FOUR-EYES") == 1);
    CHECK(violated(report, "STEP-MISSING") == 1);
    CHECK(tertib_report_check_waived_count(report, index_of(report, "STEP-MISSING")) == 1);
    CHECK_DONE(tertib_report_to_json(report, TERTIB_PEOPLE_NAMES, &json, &error));
    CHECK(strstr(json.data, "2025-05") != NULL);
    CHECK(strstr(json.data, "ani") != NULL);
    tertib_buf_dispose(&json);
    CHECK_FAILS(tertib_report_to_json(report, 9, &json, &error), TERTIB_E_ARGUMENT);
    tertib_report_free(report);
}

static void refuse_options(const tertib_check_options* options) {
    check_parts parts = parts_of(table);
    tertib_report* report = NULL;
    CHECK_FAILS(tertib_check(&parts.version, 1, parts.office, parts.log, options, &report, &error),
                TERTIB_E_ARGUMENT);
    CHECK(report == NULL);
    free_parts(&parts);
}

static void options_that_cannot_be_meant_are_refused(void) {
    tertib_check_options wrong[11];
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; ++i) {
        tertib_check_options_init(&wrong[i]);
    }
    wrong[0].struct_size = 0;
    wrong[1].measured_from = 9;
    wrong[2].known = 9;
    wrong[3].version_at = 9;
    wrong[4].day_end = 9;
    wrong[5].by = 9;
    wrong[6].count_by = 9;
    wrong[7].judge_by = 1;
    wrong[8].from.month = 13;
    wrong[9].threads = 100000;
    wrong[10].now = INT64_MAX;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; ++i) {
        refuse_options(&wrong[i]);
    }
    tertib_check_options_init(NULL);
}

static void wrong_arguments_are_refused(void) {
    check_parts parts = parts_of(table);
    const tertib_check_version* one = &parts.version;
    const tertib_check_version none = {NULL, {0, 0, 0}, {0, 0, 0}};
    tertib_report* report = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK_FAILS(tertib_check(NULL, 1, parts.office, parts.log, NULL, &report, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_check(one, 0, parts.office, parts.log, NULL, &report, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_check(&none, 1, parts.office, parts.log, NULL, &report, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_check(one, 1, NULL, parts.log, NULL, &report, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_check(one, 1, parts.office, NULL, NULL, &report, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_check(one, 1, parts.office, parts.log, NULL, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_report_to_json(NULL, TERTIB_PEOPLE_ROLES, &json, &error), TERTIB_E_ARGUMENT);
    CHECK_DONE(tertib_check(one, 1, parts.office, parts.log, NULL, &report, &error));
    CHECK_FAILS(tertib_report_to_json(report, TERTIB_PEOPLE_ROLES, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK(tertib_report_check_code(report, SIZE_MAX) == NULL);
    CHECK(tertib_report_check_severity(report, SIZE_MAX) == TERTIB_E_ARGUMENT);
    CHECK(tertib_report_check_state(report, SIZE_MAX) == TERTIB_E_ARGUMENT);
    CHECK(tertib_report_check_case_count(report, SIZE_MAX, TERTIB_VERDICT_VIOLATED) == 0);
    CHECK(tertib_report_check_waived_count(report, SIZE_MAX) == 0);
    tertib_report_free(report);
    free_parts(&parts);
}

static void nothing_answers_like_nothing(void) {
    CHECK(tertib_report_case_count(NULL) == 0);
    CHECK(tertib_report_event_count(NULL) == 0);
    CHECK(tertib_report_cases_in_order(NULL) == 0);
    CHECK(tertib_report_row_count(NULL) == 0);
    CHECK(tertib_report_came_out_negative(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_report_check_count(NULL) == 0);
    CHECK(tertib_report_check_code(NULL, 0) == NULL);
    CHECK(tertib_report_check_severity(NULL, 0) == TERTIB_E_ARGUMENT);
    CHECK(tertib_report_check_state(NULL, 0) == TERTIB_E_ARGUMENT);
    CHECK(tertib_report_check_case_count(NULL, 0, TERTIB_VERDICT_VIOLATED) == 0);
    CHECK(tertib_report_check_waived_count(NULL, 0) == 0);
    CHECK(tertib_report_findings(NULL) == NULL);
    tertib_report_free(NULL);
}

void report_tests(void) {
    a_report_counts_every_case_of_every_check();
    what_is_asked_for_counts();
    options_that_cannot_be_meant_are_refused();
    wrong_arguments_are_refused();
    nothing_answers_like_nothing();
}
