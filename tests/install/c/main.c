/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include <tertib/tertib_experimental.h>

#include <stdio.h>

/* Needs the embedded catalogue and libcrypto, so that both must be in the library that is found. */
int main(void) {
    static const char document[] = "No\tUraian\tPelaksana\tKelengkapan\tWaktu\tProduk\n"
                                   "\t\tKadis\t\t\t\n"
                                   "1.\tMenelaah berkas\tv\tBerkas\t15 Menit\tTelaahan\n";
    tertib_error* error = NULL;
    tertib_findings* findings = NULL;
    tertib_sop* sop = NULL;
    if (tertib_sop_read(document, sizeof document - 1, NULL, &sop, &findings, &error) !=
        TERTIB_OK) {
        fprintf(stderr, "%s\n", tertib_error_message(error));
        tertib_error_free(error);
        return 1;
    }
    printf("tertib %s: %zu step, %zu findings, %s\n", tertib_version_string(),
           tertib_sop_step_count(sop), tertib_findings_count(findings), tertib_sop_digest(sop));
    const int good = tertib_sop_step_count(sop) == 1;
    tertib_findings_free(findings);
    tertib_sop_free(sop);
    return good ? 0 : 1;
}
