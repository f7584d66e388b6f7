/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <string.h>

static void a_flow_is_drawn_in_dot_and_mermaid(void) {
    tertib_buf dot = TERTIB_BUF_INIT;
    tertib_buf mermaid = TERTIB_BUF_INIT;
    tertib_sop* sop = read_small_sop();
    CHECK_DONE(tertib_sop_to_dot(sop, TERTIB_LANGUAGE_ID, &dot, &error));
    CHECK_DONE(tertib_sop_to_mermaid(sop, TERTIB_LANGUAGE_ID, &mermaid, &error));
    tertib_sop_free(sop);
    CHECK(dot.size == strlen(dot.data) && mermaid.size == strlen(mermaid.data));
    CHECK(strncmp(dot.data, "digraph sop {\n", 14) == 0);
    CHECK(strstr(dot.data, "\"s1\" -> \"s2\"") != NULL);
    CHECK(strncmp(mermaid.data, "flowchart TD\n", 13) == 0);
    CHECK(strstr(mermaid.data, "s1 --> s2") != NULL);
    tertib_buf_dispose(&dot);
    tertib_buf_dispose(&mermaid);
}

static void the_words_added_are_in_the_language_asked_for(void) {
    tertib_buf id = TERTIB_BUF_INIT;
    tertib_buf en = TERTIB_BUF_INIT;
    tertib_sop* sop = read_small_sop(); /* its second step has no pelaksana */
    CHECK_DONE(tertib_sop_to_dot(sop, TERTIB_LANGUAGE_ID, &id, &error));
    CHECK_DONE(tertib_sop_to_dot(sop, TERTIB_LANGUAGE_EN, &en, &error));
    CHECK(strstr(en.data, "pelaksana unknown") != NULL);
    CHECK(strstr(id.data, "pelaksana unknown") == NULL);
    tertib_buf_dispose(&id);
    tertib_buf_dispose(&en);
    tertib_sop_free(sop);
}

static void wrong_arguments_are_refused(void) {
    tertib_buf buf = TERTIB_BUF_INIT;
    tertib_sop* sop = read_small_sop();
    CHECK_FAILS(tertib_sop_to_dot(NULL, TERTIB_LANGUAGE_ID, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_to_dot(sop, 2, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_to_dot(sop, TERTIB_LANGUAGE_ID, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_to_mermaid(NULL, TERTIB_LANGUAGE_ID, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_to_mermaid(sop, -1, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_to_mermaid(sop, TERTIB_LANGUAGE_ID, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(buf.data == NULL && buf.size == 0);
    tertib_sop_free(sop);
}

void drawing_tests(void) {
    a_flow_is_drawn_in_dot_and_mermaid();
    the_words_added_are_in_the_language_asked_for();
    wrong_arguments_are_refused();
}
