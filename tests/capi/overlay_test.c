/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <string.h>

static tertib_overlay* overlay_of(const char* json) {
    tertib_overlay* overlay = NULL;
    CHECK_DONE(tertib_overlay_from_json(json, strlen(json), &overlay, &error));
    return overlay;
}

static void an_overlay_supplies_a_pelaksana(void) {
    tertib_overlay* overlay =
        overlay_of("{\"schema\": \"tertib.overlay/1\", \"by\": \"Sekretariat\","
                   " \"assign\": {\"2\": [\"Kadis\"], \"9\": [\"Staf\"]}}");
    tertib_sop* before = read_small_sop();
    tertib_sop* after = NULL;
    tertib_findings* findings = NULL;
    CHECK_DONE(tertib_sop_apply_overlay(before, overlay, &after, &findings, &error));
    tertib_overlay_free(overlay);
    CHECK(tertib_step_pelaksana_count(tertib_sop_step_at(before, 1)) == 0);
    tertib_sop_free(before);
    CHECK_TEXT(tertib_step_pelaksana_at(tertib_sop_step_at(after, 1), 0), "Kadis");
    CHECK(tertib_findings_count(findings) >= 1);
    tertib_sop_free(after);
    tertib_findings_free(findings);
}

static void a_template_lists_what_is_unknown(void) {
    tertib_overlay* overlay = NULL;
    tertib_overlay* again = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_sop* sop = read_small_sop();
    CHECK_DONE(tertib_sop_overlay_template(sop, &overlay, &error));
    CHECK_DONE(tertib_overlay_to_json(overlay, &json, &error));
    CHECK(strstr(json.data, tertib_sop_digest(sop)) != NULL);
    CHECK_DONE(tertib_overlay_from_json(json.data, json.size, &again, &error));
    tertib_sop_free(sop);
    tertib_buf_dispose(&json);
    tertib_overlay_free(overlay);
    tertib_overlay_free(again);
}

static void wrong_arguments_are_refused(void) {
    tertib_overlay* overlay = overlay_of("{\"schema\": \"tertib.overlay/1\"}");
    tertib_overlay* out = NULL;
    tertib_findings* findings = NULL;
    tertib_buf buf = TERTIB_BUF_INIT;
    tertib_sop* sop = read_small_sop();
    tertib_sop* after = NULL;
    CHECK_FAILS(tertib_overlay_from_json("[]", 2, &out, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_overlay_from_json(NULL, 2, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_overlay_from_json("\xff", 1, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_overlay_from_json("{}", SIZE_MAX, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_overlay_from_json("{}", 2, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_overlay_to_json(NULL, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_overlay_to_json(overlay, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_overlay_template(NULL, &out, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_overlay_template(sop, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_apply_overlay(NULL, overlay, &after, &findings, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_apply_overlay(sop, NULL, &after, &findings, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_apply_overlay(sop, overlay, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(out == NULL && after == NULL && findings == NULL && buf.data == NULL);
    tertib_overlay_free(overlay);
    tertib_overlay_free(NULL);
    tertib_sop_free(sop);
}

void overlay_tests(void) {
    an_overlay_supplies_a_pelaksana();
    a_template_lists_what_is_unknown();
    wrong_arguments_are_refused();
}
