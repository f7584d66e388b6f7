/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include <tertib/tertib_experimental.h>

#include <stdio.h>

int main(void) {
    static char bytes[1 << 16];
    FILE* file = fopen("examples/sop/laporan-kinerja.txt", "rb");
    size_t size = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);
    tertib_sop* sop = NULL;
    tertib_error* error = NULL;
    if (tertib_sop_read(bytes, size, NULL, &sop, NULL, &error) != 0) {
        fprintf(stderr, "%s\n", tertib_error_message(error));
    }
    for (size_t i = 0; i < tertib_sop_step_count(sop); ++i) {
        const tertib_step* step = tertib_sop_step_at(sop, i);
        printf("%s. %s (%s)\n", tertib_step_key(step), tertib_step_uraian(step),
               tertib_step_waktu(step));
    }
    int failed = sop == NULL;
    tertib_sop_free(sop);
    tertib_error_free(error);
    return file == NULL || fclose(file) != 0 || failed;
}
