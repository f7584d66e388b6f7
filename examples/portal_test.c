/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/* How a portal's developers try their own code in C against cases of an SOP with tertib's test kit:
 * no file, no network, and a clock that only the test moves. The portal's module here is made up: it
 * counts the letters that go out when something happens in a case. docs/testing.md tells more. */
#include <tertib/tertib_experimental.h>

#include <stdio.h>
#include <string.h>

/* --- the portal's module --- */

/** Writes the letters of a portal. It is told of events, from wherever they come. */
struct letter_desk {
    int letters;
    char last[128];
};

static void on_event(struct letter_desk* desk, const tertib_event* event) {
    const char* text = NULL;
    if (strcmp(tertib_event_outcome(event), "Perlu perbaikan") == 0) {
        text = "mohon melengkapi data";
    } else if (strcmp(tertib_event_kind(event), "overdue") == 0) {
        text = "lewat batas waktu";
    } else if (tertib_event_ends_case(event) == 1) {
        text = "selesai";
    }
    if (text != NULL) {
        ++desk->letters;
        snprintf(desk->last, sizeof desk->last, "%s: %s", tertib_event_case(event), text);
    }
}

/* --- its tests --- */

/** The document names no pelaksana for its steps, and no decision: contoh; bukan isi SOP. */
static const char overlay_json[] =
    "{\"schema\": \"tertib.overlay/1\", \"by\": \"contoh\", \"assign\": {"
    "\"1\": \"Kadis\", \"2\": \"Kadis\", \"3\": \"Kadis\", \"4\": \"Kadis\", \"5\": \"Kadis\","
    "\"6\": \"Kadis\", \"7\": \"Kadis\"}, \"flow\": ["
    "{\"from\": \"4\", \"to\": \"5\", \"outcome\": \"Sesuai\"},"
    "{\"from\": \"4\", \"to\": \"3\", \"outcome\": \"Perlu perbaikan\"}]}";

/** A portal with its letters, on a store and a clock of the test. */
struct portal {
    tertib_sop* sop;
    tertib_overlay* overlay;
    tertib_calendar* calendar;
    tertib_test_clock* clock;
    tertib_store* store;
    tertib_case_driver* driver;
    tertib_error* error;
    struct letter_desk desk;
};

static int32_t on_step(const tertib_driven_step* step, void* user_data) {
    const tertib_events* events = tertib_driven_step_events(step);
    size_t i = 0;
    for (i = 0; i < tertib_events_count(events); ++i) {
        on_event(user_data, tertib_events_at(events, i));
    }
    return 0;
}

static int read_sop(struct portal* portal) {
    static char bytes[1 << 16];
    FILE* file = fopen("examples/sop/laporan-kinerja.txt", "rb");
    const size_t size = file == NULL ? 0 : fread(bytes, 1, sizeof bytes, file);
    const int done =
        tertib_sop_read(bytes, size, NULL, &portal->sop, NULL, &portal->error) == TERTIB_OK &&
        tertib_overlay_from_json(overlay_json, sizeof overlay_json - 1, &portal->overlay,
                                 &portal->error) == TERTIB_OK;
    return (file == NULL || fclose(file) == 0) && done;
}

static int open_portal(struct portal* portal) {
    tertib_case_driver_options options = TERTIB_CASE_DRIVER_OPTIONS_INIT;
    if (!read_sop(portal)) {
        return 0;
    }
    options.overlay = portal->overlay;
    return tertib_calendar_from_name("id5", &portal->calendar, &portal->error) == TERTIB_OK &&
           tertib_test_clock_create(portal->calendar, "2025-05-05T09:00", &portal->clock,
                                    &portal->error) == TERTIB_OK &&
           tertib_store_open_test(NULL, &portal->store, &portal->error) == TERTIB_OK &&
           tertib_case_driver_create(portal->store, portal->clock, portal->sop, &options,
                                     &portal->driver, &portal->error) == TERTIB_OK &&
           tertib_case_driver_after_step(portal->driver, on_step, &portal->desk, NULL,
                                         &portal->error) == TERTIB_OK;
}

static void close_portal(struct portal* portal) {
    tertib_case_driver_free(portal->driver);
    tertib_store_free(portal->store);
    tertib_test_clock_free(portal->clock);
    tertib_calendar_free(portal->calendar);
    tertib_overlay_free(portal->overlay);
    tertib_sop_free(portal->sop);
    tertib_error_free(portal->error);
}

static int a_letter_goes_out_when_data_must_be_mended(struct portal* portal) {
    static const char* const path[] = {"1", "2", "3", "4=Perlu perbaikan"};
    return tertib_case_driver_walk(portal->driver, "K-1", path, 4, NULL, NULL, &portal->error) ==
               TERTIB_OK &&
           portal->desk.letters == 1 &&
           strcmp(portal->desk.last, "K-1: mohon melengkapi data") == 0;
}

static int every_path_ends_with_a_letter(struct portal* portal) {
    tertib_sop* sop = NULL; /* with the overlay */
    tertib_paths* paths = NULL;
    tertib_coverage* coverage = NULL;
    size_t i = 0;
    int done = tertib_case_driver_sop(portal->driver, &sop, &portal->error) == TERTIB_OK &&
               tertib_sop_paths(sop, NULL, &paths, &portal->error) == TERTIB_OK;
    for (i = 0; done && i < tertib_paths_count(paths); ++i) {
        char id[32];
        size_t count = 0;
        const char* const* items = tertib_paths_items_at(paths, i, &count);
        snprintf(id, sizeof id, "P-%d", (int)i);
        done = tertib_case_driver_walk(portal->driver, id, items, count, NULL, NULL,
                                       &portal->error) == TERTIB_OK &&
               strstr(portal->desk.last, ": selesai") != NULL;
    }
    done = done &&
           tertib_sop_coverage(sop, portal->store, &coverage, &portal->error) == TERTIB_OK &&
           tertib_coverage_percent(coverage) == 100;
    if (done) {
        printf("%s", tertib_coverage_text(coverage, TERTIB_LANGUAGE_ID));
    }
    tertib_coverage_free(coverage);
    tertib_paths_free(paths);
    tertib_sop_free(sop);
    return done;
}

int main(void) {
    static int (*const tests[])(struct portal*) = {a_letter_goes_out_when_data_must_be_mended,
                                                   every_path_ends_with_a_letter};
    size_t i = 0;
    int failed = 0;
    for (i = 0; i < sizeof tests / sizeof tests[0]; ++i) {
        struct portal portal = {NULL, NULL, NULL, NULL, NULL, NULL, NULL, {0, ""}};
        if (!open_portal(&portal) || !tests[i](&portal)) {
            fprintf(stderr, "test %d: %s\n", (int)i + 1,
                    portal.error != NULL ? tertib_error_message(portal.error) : "not as expected");
            ++failed;
        }
        close_portal(&portal);
    }
    return failed == 0 ? 0 : 1;
}
