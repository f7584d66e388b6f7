/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "desk.h"

#include <stdio.h>
#include <string.h>

const char desk_overlay[] =
    "{\"schema\": \"tertib.overlay/1\", \"by\": \"contoh\", \"assign\": {"
    "\"1\": \"Kadis\", \"2\": \"Kadis\", \"3\": \"Kadis\", \"4\": \"Kadis\", \"5\": \"Kadis\","
    "\"6\": \"Kadis\", \"7\": \"Kadis\"}, \"flow\": ["
    "{\"from\": \"4\", \"to\": \"5\", \"outcome\": \"Sesuai\"},"
    "{\"from\": \"4\", \"to\": \"3\", \"outcome\": \"Perlu perbaikan\"}]}";

struct desk open_desk(void) {
    struct desk made = {NULL, NULL, NULL, NULL, NULL};
    tertib_case_driver_options options = TERTIB_CASE_DRIVER_OPTIONS_INIT;
    tertib_overlay* overlay = NULL;
    tertib_sop* bare = example_sop(NULL);
    CHECK_DONE(tertib_overlay_from_json(desk_overlay, strlen(desk_overlay), &overlay, &error));
    options.overlay = overlay;
    made.calendar = calendar_named("id5");
    CHECK_DONE(tertib_test_clock_create(made.calendar, "2025-05-05T09:00", &made.clock, &error));
    CHECK_DONE(tertib_store_open_test(NULL, &made.store, &error));
    CHECK_DONE(
        tertib_case_driver_create(made.store, made.clock, bare, &options, &made.driver, &error));
    CHECK_DONE(tertib_case_driver_sop(made.driver, &made.sop, &error));
    tertib_overlay_free(overlay);
    tertib_sop_free(bare);
    return made;
}

void close_desk(struct desk* desk) {
    tertib_store_free(desk->store);
    tertib_case_driver_free(desk->driver);
    tertib_test_clock_free(desk->clock);
    tertib_sop_free(desk->sop);
    tertib_calendar_free(desk->calendar);
}

const char* kinds_of(tertib_events* events) {
    static char text[512];
    size_t i = 0;
    text[0] = '\0';
    for (i = 0; i < tertib_events_count(events); ++i) {
        const size_t used = strlen(text);
        snprintf(text + used, sizeof text - used, "%s ",
                 tertib_event_kind(tertib_events_at(events, i)));
    }
    tertib_events_free(events);
    return text;
}
