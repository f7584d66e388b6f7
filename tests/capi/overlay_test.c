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

static size_t findings_with(const tertib_findings* findings, const char* code) {
    size_t count = 0;
    for (size_t i = 0; i < tertib_findings_count(findings); ++i) {
        count += strcmp(tertib_finding_code(tertib_findings_at(findings, i)), code) == 0 ? 1 : 0;
    }
    return count;
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

static void what_an_overlay_answers_is_no_longer_open(void) {
    tertib_overlay* overlay = overlay_of(
        "{\"schema\": \"tertib.overlay/1\", \"by\": \"X\", \"assign\": {\"2\": [\"Kadis\"]}}");
    tertib_sop* before = NULL;
    tertib_sop* after = NULL;
    tertib_findings* findings = NULL;
    tertib_findings* open = NULL;
    tertib_findings* unchanged = NULL;
    CHECK_DONE(tertib_sop_read(small_sop, small_sop_size, NULL, &before, &findings, &error));
    CHECK(findings_with(findings, "READ-NO-PELAKSANA") == 1);
    CHECK_DONE(tertib_sop_apply_overlay(before, overlay, &after, NULL, &error));
    CHECK_DONE(tertib_sop_open_findings(after, findings, &open, &error));
    CHECK_DONE(tertib_sop_open_findings(before, findings, &unchanged, &error));
    CHECK(tertib_findings_count(unchanged) == tertib_findings_count(findings));
    CHECK(tertib_findings_count(open) == tertib_findings_count(findings) - 1);
    CHECK(findings_with(open, "READ-NO-PELAKSANA") == 0);
    tertib_findings_free(findings);
    tertib_sop_free(after);
    CHECK(findings_with(unchanged, "READ-NO-PELAKSANA") == 1);
    tertib_sop_free(before);
    tertib_overlay_free(overlay);
    tertib_findings_free(open);
    tertib_findings_free(unchanged);
}

static void findings_of_rules_stay_open(void) {
    tertib_lint* lint = NULL;
    tertib_findings* open = NULL;
    tertib_sop* sop = read_small_sop();
    CHECK_DONE(tertib_sop_lint(sop, NULL, NULL, &lint, &error));
    CHECK_DONE(tertib_sop_open_findings(sop, tertib_lint_findings(lint), &open, &error));
    CHECK(tertib_findings_count(open) > 0);
    CHECK(tertib_findings_count(open) == tertib_findings_count(tertib_lint_findings(lint)));
    CHECK(tertib_finding_verdict(tertib_findings_at(open, 0)) != TERTIB_VERDICT_NONE);
    tertib_findings_free(open);
    tertib_lint_free(lint);
    tertib_sop_free(sop);
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
    tertib_sop* after = NULL;
    tertib_findings* noticed = NULL;
    tertib_sop* sop = example_sop(&noticed);
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
    CHECK_FAILS(tertib_sop_open_findings(NULL, NULL, &findings, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_open_findings(sop, NULL, &findings, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_open_findings(sop, noticed, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(out == NULL && after == NULL && findings == NULL && buf.data == NULL);
    tertib_findings_free(noticed);
    tertib_overlay_free(overlay);
    tertib_overlay_free(NULL);
    tertib_sop_free(sop);
}

void overlay_tests(void) {
    an_overlay_supplies_a_pelaksana();
    what_an_overlay_answers_is_no_longer_open();
    findings_of_rules_stay_open();
    a_template_lists_what_is_unknown();
    wrong_arguments_are_refused();
}
