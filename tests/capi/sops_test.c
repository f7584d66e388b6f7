/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <string.h>

static void all_sops_of_a_document_are_listed(void) {
    tertib_sops* sops = NULL;
    tertib_sop* kept = NULL;
    CHECK_DONE(tertib_sops_read(small_sop, small_sop_size, NULL, &sops, &error));
    CHECK(tertib_sops_count(sops) == 1);
    CHECK(tertib_sop_step_count(tertib_sops_at(sops, 0)) == 2);
    CHECK(tertib_findings_count(tertib_sops_findings_at(sops, 0)) > 0);
    CHECK(tertib_sops_at(sops, 1) == NULL);
    CHECK(tertib_sops_findings_at(sops, 1) == NULL);
    CHECK_DONE(tertib_sop_share(tertib_sops_at(sops, 0), &kept, &error));
    tertib_sops_free(sops);
    CHECK(tertib_sop_step_count(kept) == 2);
    tertib_sop_free(kept);
}

static void the_nth_sop_is_read(void) {
    tertib_read_options options = TERTIB_READ_OPTIONS_INIT;
    tertib_sop* sop = NULL;
    options.nth = 1;
    options.name = "text/tab-separated-values";
    CHECK_DONE(tertib_sop_read(small_sop, small_sop_size, &options, &sop, NULL, &error));
    tertib_sop_free(sop);
    options.nth = 2;
    CHECK_FAILS(tertib_sop_read(small_sop, small_sop_size, &options, &sop, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK(sop == NULL);
}

static void limits_are_kept(void) {
    tertib_read_options options = TERTIB_READ_OPTIONS_INIT;
    tertib_sop* sop = NULL;
    tertib_sops* sops = NULL;
    options.max_bytes = 10;
    CHECK_FAILS(tertib_sop_read(small_sop, small_sop_size, &options, &sop, NULL, &error),
                TERTIB_E_LIMIT);
    options.max_bytes = 0;
    options.max_steps = 1;
    CHECK_FAILS(tertib_sops_read(small_sop, small_sop_size, &options, &sops, &error),
                TERTIB_E_LIMIT);
}

static void bare_hari_counts_as_told(void) {
    tertib_read_options options = TERTIB_READ_OPTIONS_INIT;
    tertib_sop* sop = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    options.bare_hari = TERTIB_RECKONING_CALENDAR;
    CHECK_DONE(tertib_sop_read(small_sop, small_sop_size, &options, &sop, NULL, &error));
    CHECK_DONE(tertib_sop_to_json(sop, NULL, TERTIB_PERSONAL_OMIT, &json, &error));
    CHECK(strstr(json.data, "\"calendar\"") != NULL);
    tertib_buf_dispose(&json);
    tertib_sop_free(sop);
    options.bare_hari = 9;
    CHECK_FAILS(tertib_sop_read(small_sop, small_sop_size, &options, &sop, NULL, &error),
                TERTIB_E_ARGUMENT);
}

/** What a caller of the next version would pass. */
typedef struct newer_options {
    tertib_read_options known;
    uint64_t unknown;
} newer_options;

static tertib_status read_newer(const newer_options* options, tertib_error** error) {
    tertib_sop* sop = NULL;
    const tertib_status status =
        tertib_sop_read(small_sop, small_sop_size, &options->known, &sop, NULL, error);
    tertib_sop_free(sop);
    return status;
}

static void options_know_their_size(void) {
    newer_options options;
    memset(&options, 0, sizeof options);
    CHECK_FAILS(read_newer(&options, &error), TERTIB_E_ARGUMENT);
    tertib_read_options_init(&options.known);
    CHECK(options.known.struct_size == sizeof(tertib_read_options));
    CHECK_DONE(read_newer(&options, &error));
    options.known.struct_size = (uint32_t)sizeof options;
    CHECK_DONE(read_newer(&options, &error));
    options.unknown = 1;
    CHECK_FAILS(read_newer(&options, &error), TERTIB_E_UNSUPPORTED);
    options.known.struct_size = UINT32_MAX;
    CHECK_FAILS(read_newer(&options, &error), TERTIB_E_ARGUMENT);
    options.known.struct_size = 4;
    CHECK_FAILS(read_newer(&options, &error), TERTIB_E_ARGUMENT);
    tertib_read_options_init(NULL);
}

static void bad_input_is_refused(void) {
    tertib_read_options options = TERTIB_READ_OPTIONS_INIT;
    tertib_sop* sop = NULL;
    tertib_sops* sops = NULL;
    tertib_findings* findings = NULL;
    CHECK_FAILS(tertib_sop_read(NULL, 0, NULL, &sop, &findings, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_sop_read(NULL, 1, NULL, &sop, &findings, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_read(small_sop, SIZE_MAX, NULL, &sop, &findings, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_read(small_sop, small_sop_size, NULL, NULL, &findings, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sops_read(NULL, 1, NULL, &sops, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sops_read("halo", 4, NULL, &sops, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_sops_read(small_sop, small_sop_size, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    options.name = "\xc3\x28";
    CHECK_FAILS(tertib_sop_read(small_sop, small_sop_size, &options, &sop, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK(sop == NULL && sops == NULL && findings == NULL);
    CHECK(tertib_sops_count(NULL) == 0);
    CHECK(tertib_sops_at(NULL, 0) == NULL);
    CHECK(tertib_sops_findings_at(NULL, 0) == NULL);
    tertib_sops_free(NULL);
}

void sops_tests(void) {
    all_sops_of_a_document_are_listed();
    the_nth_sop_is_read();
    limits_are_kept();
    bare_hari_counts_as_told();
    options_know_their_size();
    bad_input_is_refused();
}
