/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdio.h>

static void versions_agree(void) {
    char text[64];
    snprintf(text, sizeof text, "%d.%d.%d", TERTIB_VERSION_MAJOR, TERTIB_VERSION_MINOR,
             TERTIB_VERSION_PATCH);
    CHECK_TEXT(tertib_version_string(), text);
    CHECK(tertib_version_number() == TERTIB_VERSION_NUMBER);
    CHECK(tertib_abi_version() == 0);
}

static void statuses_are_pinned(void) {
    CHECK(TERTIB_OK == 0);
    CHECK(TERTIB_E_ARGUMENT == -1);
    CHECK(TERTIB_E_UNSUPPORTED == -2);
    CHECK(TERTIB_E_LIMIT == -3);
    CHECK(TERTIB_E_FORMAT == -20);
    CHECK(TERTIB_E_NOMEM == -40);
    CHECK(TERTIB_E_IO == -41);
    CHECK(TERTIB_E_STORE == -50);
    CHECK(TERTIB_E_DAMAGED == -51);
    CHECK(TERTIB_E_OUTCOME_UNKNOWN == -52);
    CHECK(TERTIB_E_INTERNAL == -60);
}

static void an_error_says_what_and_where(void) {
    tertib_error* error = NULL;
    tertib_sop* sop = NULL;
    CHECK(tertib_sop_read("x", 1, NULL, &sop, NULL, &error) == TERTIB_E_FORMAT);
    CHECK(sop == NULL);
    CHECK(tertib_error_code(error) == TERTIB_E_FORMAT);
    CHECK(tertib_error_message(error)[0] != '\0');
    CHECK_TEXT(tertib_error_file(error), "");
    CHECK(tertib_error_row(error) >= 0);
    CHECK(tertib_error_column(error) >= 0);
    tertib_error_free(error);
    CHECK(tertib_sop_read("x", 1, NULL, &sop, NULL, NULL) == TERTIB_E_FORMAT);
}

static void no_error_answers_like_none(void) {
    CHECK(tertib_error_code(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_error_message(NULL) == NULL);
    CHECK(tertib_error_file(NULL) == NULL);
    CHECK(tertib_error_row(NULL) == 0);
    CHECK(tertib_error_column(NULL) == 0);
    tertib_error_free(NULL);
}

static void a_buffer_is_emptied(void) {
    tertib_buf buf = TERTIB_BUF_INIT;
    tertib_sop* sop = read_small_sop();
    tertib_buf_dispose(&buf);
    tertib_buf_dispose(NULL);
    CHECK_DONE(tertib_sop_to_json(sop, NULL, TERTIB_PERSONAL_KEEP, &buf, &error));
    CHECK(buf.size > 0 && buf.data[buf.size] == '\0');
    tertib_buf_dispose(&buf);
    CHECK(buf.data == NULL && buf.size == 0);
    tertib_buf_dispose(&buf);
    tertib_sop_free(sop);
}

void base_tests(void) {
    versions_agree();
    statuses_are_pinned();
    an_error_says_what_and_where();
    no_error_answers_like_none();
    a_buffer_is_emptied();
}
