/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdint.h>
#include <string.h>

static void the_example_reads_to_its_steps(void) {
    tertib_findings* findings = NULL;
    tertib_sop* sop = example_sop(&findings);
    const tertib_step* third = tertib_sop_step_at(sop, 2);
    CHECK(strlen(tertib_sop_digest(sop)) == 64);
    CHECK(strlen(tertib_sop_source_sha256(sop)) == 64);
    CHECK_TEXT(tertib_sop_nomor(sop), "62/ 1687 / DATIN /2023");
    CHECK_TEXT(tertib_sop_nama(sop), "Penyusunan Laporan Kinerja PTSPdan PPB");
    CHECK(tertib_sop_pelaksana_count(sop) == 3);
    CHECK_TEXT(tertib_sop_pelaksana_at(sop, 2), "Tim Urusan Datin");
    CHECK(tertib_sop_step_count(sop) == 7);
    CHECK_TEXT(tertib_step_key(third), "3");
    CHECK_TEXT(tertib_step_no(third), "3.");
    CHECK_TEXT(tertib_step_uraian(third),
               "Melakukan input data/ pemenuhan evidence kedalam Aplikasi Penkin");
    CHECK_TEXT(tertib_step_waktu(third), "1 Bulan");
    CHECK_TEXT(tertib_step_keterangan(third), "");
    CHECK(tertib_step_optional(third) == NULL);
    CHECK(tertib_step_kind(third) == TERTIB_STEP_ACTIVITY);
    CHECK(tertib_step_pelaksana_count(third) == 0);
    CHECK(tertib_step_kelengkapan_count(third) == 1);
    CHECK_TEXT(tertib_step_kelengkapan_at(third, 0),
               "Pedoman proses Penilaian Kinerja PTSP dan PPB");
    CHECK(tertib_step_produk_count(third) == 1);
    CHECK_TEXT(tertib_step_produk_at(third, 0), "Kelengkapan data Penilaian Kinerja");
    CHECK(tertib_step_outcome_count(third) == 0);
    CHECK(tertib_sop_step_find(sop, "3") == third);
    CHECK(tertib_findings_count(findings) > 0);
    tertib_findings_free(findings);
    tertib_sop_free(sop);
}

static void a_mark_names_its_pelaksana(void) {
    tertib_sop* sop = read_small_sop();
    const tertib_step* first = tertib_sop_step_at(sop, 0);
    CHECK(tertib_step_pelaksana_count(first) == 1);
    CHECK_TEXT(tertib_step_pelaksana_at(first, 0), "Staf");
    CHECK(tertib_step_pelaksana_at(first, 1) == NULL);
    tertib_sop_free(sop);
}

static void a_decision_has_outcomes(void) {
    static const char json[] =
        "{\"schema\": \"tertib.sop/1\", \"pelaksana\": [\"Kadis\"], \"steps\": [{\"key\": \"1\", "
        "\"uraian\": \"Memutuskan\", \"kind\": \"decision\", \"outcomes\": [\"Ya\", \"Tidak\"], "
        "\"optional\": \"bila perlu\"}], \"flow\": []}";
    tertib_sop* sop = NULL;
    const tertib_step* step = NULL;
    CHECK_DONE(tertib_sop_from_json(json, sizeof json - 1, &sop, NULL, &error));
    step = tertib_sop_step_at(sop, 0);
    CHECK(tertib_step_kind(step) == TERTIB_STEP_DECISION);
    CHECK(tertib_step_outcome_count(step) == 2);
    CHECK_TEXT(tertib_step_outcome_at(step, 1), "Tidak");
    CHECK(tertib_step_outcome_at(step, 2) == NULL);
    CHECK_TEXT(tertib_step_optional(step), "bila perlu");
    tertib_sop_free(sop);
}

static void json_there_and_back_is_equal(void) {
    tertib_findings* findings = NULL;
    tertib_findings* again_findings = NULL;
    tertib_sop* again = NULL;
    tertib_sop* small = read_small_sop();
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_sop* sop = example_sop(&findings);
    CHECK_DONE(tertib_sop_to_json(sop, findings, TERTIB_PERSONAL_KEEP, &json, &error));
    CHECK_DONE(tertib_sop_from_json(json.data, json.size, &again, &again_findings, &error));
    tertib_buf_dispose(&json);
    CHECK(tertib_sop_equal(sop, again) == 1);
    CHECK(tertib_sop_equal(sop, small) == 0);
    CHECK_TEXT(tertib_sop_digest(again), tertib_sop_digest(sop));
    CHECK(tertib_findings_count(again_findings) == tertib_findings_count(findings));
    tertib_findings_free(again_findings);
    tertib_findings_free(findings);
    tertib_sop_free(again);
    tertib_sop_free(sop);
    tertib_sop_free(small);
}

static void a_shared_handle_outlives_the_first(void) {
    tertib_sop* second = NULL;
    tertib_sop* first = read_small_sop();
    CHECK_DONE(tertib_sop_share(first, &second, &error));
    tertib_sop_free(first);
    CHECK_TEXT(tertib_sop_nama(second), "Menelaah Berkas");
    CHECK_TEXT(tertib_step_uraian(tertib_sop_step_find(second, "2")), "Menelaah berkas");
    tertib_sop_free(second);
}

static void wrong_arguments_are_refused(void) {
    tertib_sop* sop = read_small_sop();
    tertib_sop* out = sop;
    tertib_findings* findings = NULL;
    tertib_buf buf = TERTIB_BUF_INIT;
    CHECK_FAILS(tertib_sop_share(NULL, &out, &error), TERTIB_E_ARGUMENT);
    CHECK(out == NULL);
    CHECK_FAILS(tertib_sop_share(sop, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_from_json(NULL, 1, &out, &findings, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_from_json(NULL, 0, &out, &findings, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_sop_from_json("{}", 2, NULL, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_from_json("{}", 2, &out, NULL, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_sop_from_json("\xff", 1, &out, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_from_json("{}", SIZE_MAX, &out, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_to_json(NULL, NULL, TERTIB_PERSONAL_KEEP, &buf, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_to_json(sop, NULL, TERTIB_PERSONAL_KEEP, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_sop_to_json(sop, NULL, 7, &buf, &error), TERTIB_E_ARGUMENT);
    CHECK(out == NULL && findings == NULL && buf.data == NULL);
    CHECK(tertib_sop_pelaksana_at(sop, 2) == NULL);
    CHECK(tertib_sop_pelaksana_at(sop, SIZE_MAX) == NULL);
    CHECK(tertib_sop_step_at(sop, 2) == NULL);
    CHECK(tertib_sop_step_at(sop, SIZE_MAX) == NULL);
    CHECK(tertib_sop_step_find(sop, "99") == NULL);
    CHECK(tertib_sop_step_find(sop, NULL) == NULL);
    CHECK(tertib_step_kelengkapan_at(tertib_sop_step_at(sop, 0), 9) == NULL);
    CHECK(tertib_step_produk_at(tertib_sop_step_at(sop, 0), 9) == NULL);
    tertib_sop_free(sop);
}

static void nothing_answers_like_nothing(void) {
    CHECK(tertib_sop_digest(NULL) == NULL);
    CHECK(tertib_sop_source_sha256(NULL) == NULL);
    CHECK(tertib_sop_nomor(NULL) == NULL);
    CHECK(tertib_sop_nama(NULL) == NULL);
    CHECK(tertib_sop_equal(NULL, NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_sop_pelaksana_count(NULL) == 0);
    CHECK(tertib_sop_pelaksana_at(NULL, 0) == NULL);
    CHECK(tertib_sop_step_count(NULL) == 0);
    CHECK(tertib_sop_step_at(NULL, 0) == NULL);
    CHECK(tertib_sop_step_find(NULL, "1") == NULL);
    CHECK(tertib_step_key(NULL) == NULL);
    CHECK(tertib_step_no(NULL) == NULL);
    CHECK(tertib_step_uraian(NULL) == NULL);
    CHECK(tertib_step_waktu(NULL) == NULL);
    CHECK(tertib_step_keterangan(NULL) == NULL);
    CHECK(tertib_step_optional(NULL) == NULL);
    CHECK(tertib_step_kind(NULL) == TERTIB_E_ARGUMENT);
    CHECK(tertib_step_pelaksana_count(NULL) == 0);
    CHECK(tertib_step_pelaksana_at(NULL, 0) == NULL);
    CHECK(tertib_step_kelengkapan_count(NULL) == 0);
    CHECK(tertib_step_kelengkapan_at(NULL, 0) == NULL);
    CHECK(tertib_step_produk_count(NULL) == 0);
    CHECK(tertib_step_produk_at(NULL, 0) == NULL);
    CHECK(tertib_step_outcome_count(NULL) == 0);
    CHECK(tertib_step_outcome_at(NULL, 0) == NULL);
    tertib_sop_free(NULL);
}

void sop_tests(void) {
    the_example_reads_to_its_steps();
    a_mark_names_its_pelaksana();
    a_decision_has_outcomes();
    json_there_and_back_is_equal();
    a_shared_handle_outlives_the_first();
    wrong_arguments_are_refused();
    nothing_answers_like_nothing();
}
