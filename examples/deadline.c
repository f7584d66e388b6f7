/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include <tertib/tertib_experimental.h>

#include <stdio.h>

int main(void) {
    tertib_calendar* office = NULL;
    tertib_deadline* deadline = NULL;
    tertib_buf letter = TERTIB_BUF_INIT;
    tertib_error* error = NULL;
    int64_t start = TERTIB_NO_TIME;
    int64_t latest = TERTIB_NO_TIME;
    int failed =
        tertib_calendar_from_name("id5", &office, &error) != TERTIB_OK ||
        tertib_stamp_read("2025-05-09T16:00", tertib_calendar_zone(office), &start, &latest,
                          &error) != TERTIB_OK ||
        tertib_deadline_create(office, start, "3 Hari Kerja", NULL, &deadline, &error) !=
            TERTIB_OK ||
        tertib_deadline_paragraph(deadline, TERTIB_LANGUAGE_ID, &letter, &error) != TERTIB_OK;
    if (failed) {
        fprintf(stderr, "%s\n", tertib_error_message(error));
    } else {
        puts(letter.data);
    }
    tertib_buf_dispose(&letter);
    tertib_deadline_free(deadline);
    tertib_calendar_free(office);
    tertib_error_free(error);
    return failed;
}
