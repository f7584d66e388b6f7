/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

static void lint_gives_findings_and_verdicts(void) {
    tertib_lint* lint = NULL;
    const tertib_findings* findings = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_sop* sop = example_sop(NULL);
    size_t violated = 0;
    CHECK_DONE(tertib_sop_lint(sop, NULL, NULL, &lint, &error));
    tertib_sop_free(sop);
    CHECK_TEXT(tertib_lint_profile(lint), "permenpan35");
    CHECK(tertib_lint_worst(lint) >= TERTIB_SEVERITY_WARNING);
    findings = tertib_lint_findings(lint);
    CHECK(tertib_findings_count(findings) > 0);
    for (size_t i = 0; i < tertib_findings_count(findings); ++i) {
        const tertib_finding* each = tertib_findings_at(findings, i);
        const int32_t verdict = tertib_finding_verdict(each);
        CHECK(verdict == TERTIB_VERDICT_VIOLATED || verdict == TERTIB_VERDICT_UNDECIDABLE);
        CHECK(tertib_finding_source(each)[0] != '\0');
        CHECK(tertib_finding_message(each, TERTIB_LANGUAGE_EN)[0] != '\0');
        CHECK(tertib_finding_remedy(each, TERTIB_LANGUAGE_ID) != NULL);
    }
    for (size_t i = 0; i < tertib_lint_rule_count(lint); ++i) {
        CHECK(tertib_lint_rule_id(lint, i)[0] != '\0');
        CHECK(tertib_lint_rule_title(lint, i, TERTIB_LANGUAGE_ID)[0] != '\0');
        CHECK(tertib_lint_rule_title(lint, i, 5) == NULL);
        violated += tertib_lint_rule_verdict(lint, i) == TERTIB_VERDICT_VIOLATED ? 1 : 0;
    }
    CHECK(violated > 0 && violated < tertib_lint_rule_count(lint));
    CHECK_DONE(tertib_lint_to_json(lint, &json, &error));
    CHECK(strstr(json.data, "tertib.lint/1") != NULL);
    tertib_buf_dispose(&json);
    tertib_lint_free(lint);
}

static void a_waiver_marks_its_findings(void) {
    char json[256];
    tertib_overlay* overlay = NULL;
    tertib_lint* lint = NULL;
    const tertib_finding* first = NULL;
    tertib_sop* sop = example_sop(NULL);
    CHECK_DONE(tertib_sop_lint(sop, "permenpan35", NULL, &lint, &error));
    first = tertib_findings_at(tertib_lint_findings(lint), 0);
    CHECK(tertib_finding_waived(first) == 0);
    snprintf(json, sizeof json,
             "{\"schema\": \"tertib.overlay/1\", \"waivers\": [{\"code\": \"%s\", "
             "\"reason\": \"masa peralihan\", \"by\": \"Sekretariat\"}]}",
             tertib_finding_code(first));
    tertib_lint_free(lint);
    CHECK_DONE(tertib_overlay_from_json(json, strlen(json), &overlay, &error));
    CHECK_DONE(tertib_sop_lint(sop, NULL, overlay, &lint, &error));
    tertib_overlay_free(overlay);
    tertib_sop_free(sop);
    CHECK(tertib_finding_waived(tertib_findings_at(tertib_lint_findings(lint), 0)) == 1);
    tertib_lint_free(lint);
}

static void a_profile_of_ones_own_counts(void) {
    static const char profile[] = "{\"schema\": \"tertib.profile/1\", \"name\": \"rumah\", "
                                  "\"base\": \"permenpan35\"}";
    tertib_lint* lint = NULL;
    tertib_sop* sop = read_small_sop();
    CHECK_DONE(tertib_sop_lint(sop, profile, NULL, &lint, &error));
    CHECK_TEXT(tertib_lint_profile(lint), "rumah");
    tertib_lint_free(lint);
    CHECK_FAILS(tertib_sop_lint(sop, "{\"schema\": 1}", NULL, &lint, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_sop_lint(sop, "tidak-ada", NULL, &lint, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_lint(sop, "\xff", NULL, &lint, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_lint(sop, NULL, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_lint(NULL, NULL, NULL, &lint, &error), TERTIB_E_ARGUMENT);
    CHECK(lint == NULL);
    tertib_sop_free(sop);
}

static void nothing_answers_like_nothing(void) {
    tertib_buf buf = TERTIB_BUF_INIT;
    tertib_lint* lint = NULL;
    tertib_sop* sop = read_small_sop();
    CHECK_DONE(tertib_sop_lint(sop, NULL, NULL, &lint, &error));
    CHECK_FAILS(tertib_lint_to_json(NULL, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_lint_to_json(lint, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(tertib_lint_rule_id(lint, SIZE_MAX) == NULL);
    CHECK(tertib_lint_rule_verdict(lint, SIZE_MAX) == TERTIB_E_ARGUMENT);
    CHECK(tertib_lint_rule_title(lint, SIZE_MAX, TERTIB_LANGUAGE_ID) == NULL);
    tertib_lint_free(lint);
    tertib_sop_free(sop);
    CHECK(tertib_lint_profile(NULL) == NULL);
    CHECK(tertib_lint_worst(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_lint_findings(NULL) == NULL);
    CHECK(tertib_lint_rule_count(NULL) == 0);
    CHECK(tertib_lint_rule_id(NULL, 0) == NULL);
    CHECK(tertib_lint_rule_verdict(NULL, 0) == TERTIB_E_ARGUMENT);
    CHECK(tertib_lint_rule_title(NULL, 0, TERTIB_LANGUAGE_ID) == NULL);
    tertib_lint_free(NULL);
}

void lint_tests(void) {
    lint_gives_findings_and_verdicts();
    a_waiver_marks_its_findings();
    a_profile_of_ones_own_counts();
    nothing_answers_like_nothing();
}
