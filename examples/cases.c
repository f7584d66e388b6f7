/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/* A case of the example SOP in C: started, refused, worked on, told, verified. The document names no
 * pelaksana for its steps; the one given here is an example, not what the SOP says.
 *
 *     example_cases_c [FILE]     keeps the cases in FILE, else in memory */
#include <tertib/tertib_experimental.h>

#include <stdio.h>
#include <string.h>

/** What an application holds on to; all of it may be NULL. */
struct office {
    tertib_sop* sop;
    tertib_calendar* calendar;
    tertib_store* store;
    tertib_error* error;
};

static int read_sop(struct office* office) {
    static const char overlay_json[] =
        "{\"schema\": \"tertib.overlay/1\", \"by\": \"contoh; bukan isi SOP\", \"assign\": {"
        "\"1\": \"Kadis\", \"2\": \"Kadis\", \"3\": \"Kadis\", \"4\": \"Kadis\", \"5\": \"Kadis\","
        "\"6\": \"Kadis\", \"7\": \"Kadis\"}}";
    static char bytes[1 << 16];
    FILE* file = fopen("examples/sop/laporan-kinerja.txt", "rb");
    const size_t size = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);
    tertib_sop* bare = NULL;
    tertib_overlay* overlay = NULL;
    const int done =
        tertib_sop_read(bytes, size, NULL, &bare, NULL, &office->error) == TERTIB_OK &&
        tertib_overlay_from_json(overlay_json, sizeof overlay_json - 1, &overlay, &office->error) ==
            TERTIB_OK &&
        tertib_sop_apply_overlay(bare, overlay, &office->sop, NULL, &office->error) == TERTIB_OK;
    tertib_overlay_free(overlay);
    tertib_sop_free(bare);
    return (file == NULL || fclose(file) == 0) && done;
}

static int open_office(struct office* office, const char* path) {
    return read_sop(office) &&
           tertib_calendar_from_name("id5", &office->calendar, &office->error) == TERTIB_OK &&
           (path != NULL
                ? tertib_store_open(path, NULL, &office->store, &office->error)
                : tertib_store_open_memory(NULL, &office->store, &office->error)) == TERTIB_OK &&
           tertib_store_register_sop(office->store, office->sop, &office->error) == TERTIB_OK &&
           tertib_store_register_calendar(office->store, office->calendar, &office->error) ==
               TERTIB_OK;
}

/** Asks, and tells what came of it. `task` is NULL for the case itself. */
static int submit(struct office* office, const char* verb, const char* task, const char* now) {
    static const char form[] =
        "{\"schema\": \"tertib.request/1\", \"sop\": \"%s\", \"calendar\": \"%s\", \"command\": {"
        "\"schema\": \"tertib.command/1\", \"case\": \"2023-17\", \"verb\": \"%s\"%s%s%s, "
        "\"by\": \"Pegawai contoh\", \"as\": \"Kadis\", \"now\": \"%s\"}}";
    char request[1024];
    tertib_reply* reply = NULL;
    snprintf(request, sizeof request, form, tertib_sop_digest(office->sop),
             tertib_calendar_digest(office->calendar), verb, task != NULL ? ", \"task\": \"" : "",
             task != NULL ? task : "", task != NULL ? "\"" : "", now);
    if (tertib_store_submit(office->store, request, strlen(request), &reply, &office->error) !=
        TERTIB_OK) {
        return 0;
    }
    if (tertib_reply_refused(reply) == 1) {
        printf("%s: %s\n", verb,
               tertib_finding_message(tertib_reply_refusal(reply), TERTIB_LANGUAGE_ID));
    } else {
        printf("%s: peristiwa %d\n", verb, (int)tertib_reply_last(reply));
    }
    tertib_reply_free(reply);
    return 1;
}

static int tell(struct office* office) {
    tertib_buf work = TERTIB_BUF_INIT;
    tertib_verification* found = NULL;
    const int done = tertib_store_worklist(office->store, "Kadis", NULL, 100, &work,
                                           &office->error) == TERTIB_OK &&
                     tertib_store_verify(office->store, &found, &office->error) == TERTIB_OK;
    if (done) {
        puts(work.data);
        printf("jurnal %s\n", tertib_verification_holds(found) == 1 ? "utuh" : "tidak utuh");
    }
    tertib_verification_free(found);
    tertib_buf_dispose(&work);
    return done;
}

int main(int count, char** arguments) {
    struct office office = {NULL, NULL, NULL, NULL};
    const int done = open_office(&office, count > 1 ? arguments[1] : NULL) &&
                     submit(&office, "start", NULL, "2023-06-27T13:00") &&
                     submit(&office, "start", NULL, "2023-06-27T13:05") &&
                     submit(&office, "claim", "1", "2023-06-27T13:10") && tell(&office);
    if (!done) {
        fprintf(stderr, "%s\n", office.error != NULL ? tertib_error_message(office.error) : "?");
    }
    tertib_store_free(office.store);
    tertib_calendar_free(office.calendar);
    tertib_sop_free(office.sop);
    tertib_error_free(office.error);
    return done ? 0 : 1;
}
