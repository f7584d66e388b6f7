/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <string.h>

static const tertib_finding* find(const tertib_findings* findings, const char* code) {
    for (size_t i = 0; i < tertib_findings_count(findings); ++i) {
        const tertib_finding* each = tertib_findings_at(findings, i);
        if (strcmp(tertib_finding_code(each), code) == 0) {
            return each;
        }
    }
    return NULL;
}

static void a_finding_tells_all_of_itself(void) {
    tertib_findings* findings = NULL;
    tertib_sop* sop = example_sop(&findings);
    const tertib_finding* finding = find(findings, "READ-NO-PELAKSANA");
    tertib_sop_free(sop);
    CHECK(finding != NULL);
    CHECK(tertib_finding_severity(finding) == TERTIB_SEVERITY_WARNING);
    CHECK(tertib_finding_about(finding) == TERTIB_ABOUT_READING);
    CHECK(tertib_finding_row(finding) < 100);
    CHECK(tertib_finding_column(finding) < 100);
    CHECK(tertib_finding_step(finding) != NULL);
    CHECK(strstr(tertib_finding_message(finding, TERTIB_LANGUAGE_ID), "pelaksana") != NULL);
    CHECK(strcmp(tertib_finding_message(finding, TERTIB_LANGUAGE_ID),
                 tertib_finding_message(finding, TERTIB_LANGUAGE_EN)) != 0);
    CHECK(tertib_finding_message(finding, 2) == NULL);
    CHECK(tertib_finding_evidence(finding) != NULL);
    CHECK(tertib_finding_verdict(finding) == TERTIB_VERDICT_NONE);
    CHECK_TEXT(tertib_finding_source(finding), "");
    CHECK_TEXT(tertib_finding_remedy(finding, TERTIB_LANGUAGE_ID), "");
    CHECK(tertib_finding_remedy(finding, -1) == NULL);
    CHECK(tertib_finding_waived(finding) == 0);
    CHECK(tertib_findings_at(findings, tertib_findings_count(findings)) == NULL);
    CHECK(tertib_findings_at(findings, SIZE_MAX) == NULL);
    tertib_findings_free(findings);
}

static void nothing_answers_like_nothing(void) {
    CHECK(tertib_findings_count(NULL) == 0);
    CHECK(tertib_findings_at(NULL, 0) == NULL);
    CHECK(tertib_finding_code(NULL) == NULL);
    CHECK(tertib_finding_severity(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_finding_about(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_finding_row(NULL) == 0);
    CHECK(tertib_finding_column(NULL) == 0);
    CHECK(tertib_finding_step(NULL) == NULL);
    CHECK(tertib_finding_message(NULL, TERTIB_LANGUAGE_ID) == NULL);
    CHECK(tertib_finding_evidence(NULL) == NULL);
    CHECK(tertib_finding_verdict(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_finding_source(NULL) == NULL);
    CHECK(tertib_finding_remedy(NULL, TERTIB_LANGUAGE_ID) == NULL);
    CHECK(tertib_finding_waived(NULL) == TERTIB_E_ARGUMENT);
    tertib_findings_free(NULL);
}

void findings_tests(void) {
    a_finding_tells_all_of_itself();
    nothing_answers_like_nothing();
}
