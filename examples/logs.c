/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include <tertib/tertib_experimental.h>

#include <stdio.h>

static tertib_sop* read_sop(const char* path, tertib_error** error) {
    static char bytes[1 << 16];
    FILE* file = fopen(path, "rb");
    const size_t size = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);
    tertib_sop* sop = NULL;
    if (file != NULL) {
        fclose(file);
    }
    tertib_sop_read(bytes, size, NULL, &sop, NULL, error);
    return sop;
}

int main(void) {
    tertib_error* error = NULL;
    tertib_log* log = NULL;
    tertib_net* net = NULL;
    tertib_alignment* found = NULL;
    tertib_sop* sop = read_sop("examples/sop/laporan-kinerja.txt", &error);
    int done = sop != NULL &&
               tertib_log_read_file("examples/log/laporan-kinerja.csv", NULL, &log, &error) == 0 &&
               tertib_sop_net(sop, &net, &error) == 0 &&
               tertib_alignment_create(net, log, NULL, &found, &error) == 0;
    if (done) {
        const size_t variant = tertib_alignment_find_case(found, "LK-2");
        printf("%zu kejadian, %zu kasus\n", tertib_log_event_count(log),
               tertib_log_case_count(log));
        printf("kecocokan %.3f; LK-2: %u selisih\n", tertib_alignment_log_fitness(found),
               (unsigned)tertib_alignment_variant_cost(found, variant));
    } else {
        fprintf(stderr, "%s\n", tertib_error_message(error));
    }
    tertib_alignment_free(found);
    tertib_net_free(net);
    tertib_log_free(log);
    tertib_sop_free(sop);
    tertib_error_free(error);
    return done ? 0 : 1;
}
