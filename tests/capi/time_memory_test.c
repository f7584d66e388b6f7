/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/* As memory_test.c, for calendars, deadlines and plans: the n-th request for memory fails, for every
 * n (see there). */
#include "memory.h"

static const char document[] = "Nama SOP\tMenelaah Berkas\n\n"
                               "No\tUraian\tPelaksana\tKelengkapan\tWaktu\tProduk\n"
                               "\t\tKadis\t\t\t\n"
                               "1.\tMenerima berkas\tv\tBerkas\t15 Menit\tTanda terima\n"
                               "2.\tMenelaah berkas\tv\tTanda terima\t1 Hari\tTelaahan\n";
static const int64_t start = INT64_C(1746406800000000); /* 2025-05-05T08:00+07:00 */
static const tertib_date first = {2025, 5, 5};
static const tertib_date last = {2025, 5, 16};

static tertib_sop* sop = NULL;
static tertib_calendar* calendar = NULL;
static tertib_calendar* other = NULL;
static tertib_deadline* deadline = NULL;
static tertib_plan* plan = NULL;
static tertib_buf calendar_json = TERTIB_BUF_INIT;

static tertib_status from_name(tertib_error** error) {
    tertib_calendar* out = NULL;
    const tertib_status status = tertib_calendar_from_name("contoh6@2025-01-01+09", &out, error);
    tertib_calendar_free(out);
    return status;
}

static tertib_status from_json(tertib_error** error) {
    tertib_calendar* out = NULL;
    const tertib_status status =
        tertib_calendar_from_json(calendar_json.data, calendar_json.size, &out, error);
    tertib_calendar_free(out);
    return status;
}

static tertib_status to_json(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_calendar_to_json(calendar, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status known_on(tertib_error** error) {
    tertib_calendar* out = NULL;
    const tertib_status status = tertib_calendar_as_known_on(calendar, first, &out, error);
    tertib_calendar_free(out);
    return status;
}

static tertib_status in_zone(tertib_error** error) {
    tertib_calendar* out = NULL;
    const tertib_status status = tertib_calendar_in_zone(calendar, 540, &out, error);
    tertib_calendar_free(out);
    return status;
}

static tertib_status year(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_calendar_year_to_json(calendar, 2025, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status diff(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status =
        tertib_calendar_diff_to_json(calendar, other, first, last, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status between(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status =
        tertib_calendar_between_to_json(calendar, start, start + 1, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status findings(tertib_error** error) {
    const tertib_date far = {2150, 1, 1};
    tertib_findings* out = NULL;
    const tertib_status status = tertib_calendar_findings(calendar, far, far, &out, error);
    tertib_findings_free(out);
    return status;
}

static tertib_status instant(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_instant_to_text(start, 420, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status make_allowance(tertib_error** error) {
    tertib_allowance* out = NULL;
    const tertib_status status =
        tertib_allowance_from_text("120 Menit / 3 Hari", NULL, &out, error);
    tertib_allowance_free(out);
    return status;
}

static tertib_status make_deadline(tertib_error** error) {
    tertib_deadline* out = NULL;
    const tertib_status status = tertib_deadline_create(
        calendar, start, "3 Hari {jeda 2025-05-06T14:00/2025-05-08T09:00}", NULL, &out, error);
    tertib_deadline_free(out);
    return status;
}

static tertib_status lines(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_deadline_lines(deadline, TERTIB_LANGUAGE_ID, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status letter(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status =
        tertib_deadline_paragraph(deadline, TERTIB_LANGUAGE_ID, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status write_deadline(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_deadline_to_json(deadline, TERTIB_WALK_TOLD, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static tertib_status late(tertib_error** error) {
    const int64_t done = start + INT64_C(86400000000) * 30;
    tertib_lateness* out = NULL;
    const tertib_status status = tertib_deadline_lateness(deadline, done, done, NULL, &out, error);
    tertib_lateness_free(out);
    return status;
}

static tertib_status make_plan(tertib_error** error) {
    tertib_plan* out = NULL;
    const tertib_status status = tertib_sop_plan(sop, calendar, start, NULL, &out, error);
    tertib_plan_free(out);
    return status;
}

static tertib_status write_plan(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    const tertib_status status = tertib_plan_to_json(plan, &out, error);
    tertib_buf_dispose(&out);
    return status;
}

static int made(void) {
    return tertib_sop_read(document, sizeof document - 1, NULL, &sop, NULL, NULL) == TERTIB_OK &&
           tertib_calendar_from_name("contoh6", &calendar, NULL) == TERTIB_OK &&
           tertib_calendar_from_name("id5", &other, NULL) == TERTIB_OK &&
           tertib_calendar_to_json(calendar, &calendar_json, NULL) == TERTIB_OK &&
           tertib_deadline_create(calendar, start, "3 Hari", NULL, &deadline, NULL) == TERTIB_OK &&
           tertib_sop_plan(sop, calendar, start, NULL, &plan, NULL) == TERTIB_OK;
}

int time_survives(void) {
    int good = made();
    good &= survives("calendar", from_name);
    good &= survives("from JSON", from_json);
    good &= survives("to JSON", to_json);
    good &= survives("known on", known_on);
    good &= survives("in zone", in_zone);
    good &= survives("year", year);
    good &= survives("diff", diff);
    good &= survives("between", between);
    good &= survives("findings", findings);
    good &= survives("instant", instant);
    good &= survives("allowance", make_allowance);
    good &= survives("deadline", make_deadline);
    good &= survives("lines", lines);
    good &= survives("letter", letter);
    good &= survives("to JSON", write_deadline);
    good &= survives("lateness", late);
    good &= survives("plan", make_plan);
    good &= survives("plan to JSON", write_plan);
    tertib_plan_free(plan);
    tertib_deadline_free(deadline);
    tertib_buf_dispose(&calendar_json);
    tertib_calendar_free(other);
    tertib_calendar_free(calendar);
    tertib_sop_free(sop);
    return good;
}
