/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int failures = 0;
int checks = 0;
static const char* scratch = ".";

const char small_sop[] = "Nama SOP\tMenelaah Berkas\n\n"
                         "No\tUraian\tPelaksana\t\tMutu Baku\t\t\tKeterangan\n"
                         "\t\tKadis\tStaf\tKelengkapan\tWaktu\tProduk\t\n"
                         "1.\tMenerima berkas\t\t\xe2\x97\x8f\tBerkas\t15 Menit\tTanda terima\t\n"
                         "2.\tMenelaah berkas\t\t\tTanda terima\t1 Hari\tTelaahan\t\n";
const size_t small_sop_size = sizeof small_sop - 1;

void check_true(int truth, const char* text, const char* file, int line) {
    ++checks;
    if (!truth) {
        ++failures;
        fprintf(stderr, "%s:%d: not so: %s\n", file, line, text);
    }
}

void check_text(const char* found, const char* wanted, const char* text, const char* file,
                int line) {
    ++checks;
    if (found == NULL || strcmp(found, wanted) != 0) {
        ++failures;
        fprintf(stderr, "%s:%d: %s is \"%s\", not \"%s\"\n", file, line, text,
                found == NULL ? "(NULL)" : found, wanted);
    }
}

void check_error(const tertib_error* error, tertib_status status, const char* text,
                 const char* file, int line) {
    const char* message = tertib_error_message(error);
    check_true(error != NULL && tertib_error_code(error) == status, text, file, line);
    check_true(message != NULL && message[0] != '\0' && strchr(message, '\n') == NULL,
               "the message is one line", file, line);
}

static char* read_file(const char* path, size_t* size) {
    FILE* file = fopen(path, "rb");
    char* data = malloc(1 << 20);
    *size = 0;
    if (file != NULL && data != NULL) {
        *size = fread(data, 1, 1 << 20, file);
    }
    if (file != NULL) {
        fclose(file);
    }
    return data;
}

tertib_sop* example_sop(tertib_findings** findings) {
    tertib_sop* sop = NULL;
    size_t size = 0;
    char* data = read_file("examples/sop/laporan-kinerja.txt", &size);
    CHECK(size > 0);
    CHECK_DONE(tertib_sop_read(data, size, NULL, &sop, findings, &error));
    free(data);
    return sop;
}

tertib_sop* read_small_sop(void) {
    tertib_sop* sop = NULL;
    CHECK_DONE(tertib_sop_read(small_sop, small_sop_size, NULL, &sop, NULL, &error));
    return sop;
}

tertib_sop* running_sop(void) {
    static const char json[] =
        "{\"schema\": \"tertib.overlay/1\", \"assign\": {\"1\": [\"Kadis\"], \"2\": [\"Kadis\"]}}";
    tertib_sop* sop = read_small_sop();
    tertib_sop* running = NULL;
    tertib_overlay* overlay = NULL;
    CHECK_DONE(tertib_overlay_from_json(json, sizeof json - 1, &overlay, &error));
    CHECK_DONE(tertib_sop_apply_overlay(sop, overlay, &running, NULL, &error));
    tertib_overlay_free(overlay);
    tertib_sop_free(sop);
    return running;
}

const char* scratch_path(const char* name) {
    static char path[2][1024];
    static int which = 0;
    which = 1 - which;
    snprintf(path[which], sizeof path[which], "%s/%s", scratch, name);
    return path[which];
}

/* The folder for files of the tests is the one argument. */
int main(int count, char** arguments) {
    scratch = count > 1 ? arguments[1] : ".";
    alignment_tests();
    base_tests();
    calendar_tests();
    case_context_tests();
    case_driver_tests();
    coverage_tests();
    deadline_tests();
    drawing_tests();
    findings_tests();
    graph_tests();
    journal_entry_tests();
    journal_replay_tests();
    lint_tests();
    log_tests();
    office_tests();
    overlay_tests();
    plan_tests();
    report_tests();
    sop_tests();
    sops_tests();
    store_tests();
    store_reading_tests();
    test_clock_tests();
    printf("%d checks, %d failed\n", checks, failures);
    return failures == 0 ? 0 : 1;
}
