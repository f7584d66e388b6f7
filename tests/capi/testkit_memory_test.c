/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/* As memory_test.c, for the test kit. A driver's call that fails may have written the step that it
 * was at, but never a part of one, and the store goes on as before. */
#include "failing_memory.h"
#include "memory.h"

#include <stdio.h>
#include <string.h>

static const char document[] = "Nama SOP\tMenelaah Berkas\n\n"
                               "No\tUraian\tPelaksana\tKelengkapan\tWaktu\tProduk\n"
                               "\t\tKadis\t\t\t\n"
                               "1.\tMenerima berkas\tv\tBerkas\t15 Menit\tTanda terima\n"
                               "2.\tMenelaah berkas\tv\tTanda terima\t1 Hari\tTelaahan\n";
static const char claim_json[] = "{\"verb\": \"claim\", \"task\": \"1\"}";
static const char release_json[] = "{\"verb\": \"release\", \"task\": \"1\"}";

static tertib_sop* sop = NULL;
static tertib_overlay* overlay = NULL;
static tertib_calendar* calendar = NULL;
static tertib_test_clock* moved = NULL;
static tertib_store* store = NULL;
static tertib_store* aside = NULL; /* where a roster is in use */
static tertib_case_driver* driver = NULL;
static tertib_coverage* coverage = NULL;
static tertib_replay* replay = NULL;
static tertib_events* events = NULL;
static tertib_buf journal = TERTIB_BUF_INIT;
static int hooked = 0;

static int32_t hook(const tertib_driven_step* step, void* user_data) {
    *(int*)user_data += tertib_driven_step_case(step) != NULL ? 1 : 0;
    return 0;
}

static tertib_status disposed(tertib_status status, tertib_buf* out) {
    tertib_buf_dispose(out);
    return status;
}

static tertib_status make_clock(tertib_error** error) {
    tertib_test_clock* out = NULL;
    const tertib_status status =
        tertib_test_clock_create(calendar, "2025-05-05T09:00", &out, error);
    tertib_test_clock_free(out);
    return status;
}

static tertib_status move_clock(tertib_error** error) {
    const int64_t before = tertib_test_clock_now(moved);
    tertib_status status = tertib_test_clock_set_text(moved, "2025-05-05T09:00", error);
    if (status == TERTIB_OK) {
        status = tertib_test_clock_advance_waktu(moved, "1 Hari Kerja", error);
    }
    return status == TERTIB_OK || tertib_test_clock_now(moved) <= before ? status
                                                                         : TERTIB_E_INTERNAL;
}

static tertib_status use_calendar(tertib_error** error) {
    tertib_calendar* east = NULL;
    tertib_status status = tertib_calendar_from_name("id5+09", &east, error);
    if (status == TERTIB_OK) {
        status = tertib_test_clock_use(moved, east, error);
    }
    tertib_calendar_free(east);
    return status;
}

static tertib_status open_test(tertib_error** error) {
    tertib_store* out = NULL;
    const tertib_status status = tertib_store_open_test(NULL, &out, error);
    tertib_store_free(out);
    return status;
}

static tertib_status find_paths(tertib_error** error) {
    tertib_paths* out = NULL;
    const tertib_status status = tertib_sop_paths(sop, NULL, &out, error);
    tertib_paths_free(out);
    return status;
}

static tertib_status make_driver(tertib_error** error) {
    const tertib_post_holding post = {"Ani",        "Kadis",   NULL,
                                      {2025, 1, 1}, {0, 0, 0}, TERTIB_POST_DEFINITIVE};
    tertib_case_driver_options options = TERTIB_CASE_DRIVER_OPTIONS_INIT;
    tertib_case_driver* out = NULL;
    tertib_status status = TERTIB_OK;
    int count = 0;
    options.overlay = overlay;
    options.posts = &post;
    options.post_count = 1;
    options.excuse = "tertinggal di arsip daerah";
    status = tertib_case_driver_create(aside, moved, sop, &options, &out, error);
    if (status == TERTIB_OK) {
        status = tertib_case_driver_before_step(out, hook, &count, NULL, error);
    }
    if (status == TERTIB_OK) {
        status = tertib_case_driver_after_step(out, hook, &count, NULL, error);
    }
    tertib_case_driver_free(out);
    return status;
}

static tertib_status share_sop(tertib_error** error) {
    tertib_sop* out = NULL;
    const tertib_status status = tertib_case_driver_sop(driver, &out, error);
    tertib_sop_free(out);
    return status;
}

static tertib_status walk(tertib_error** error) {
    static const char* const path[] = {"1", "2"};
    static int count = 0;
    tertib_step_orders last = TERTIB_STEP_ORDERS_INIT;
    tertib_events* out = NULL;
    tertib_status status = TERTIB_OK;
    char id[16];
    snprintf(id, sizeof id, "W-%d", ++count);
    last.result = "diterbitkan oleh Kepala Dinas";
    status = tertib_case_driver_walk(driver, id, path, 2, &last, &out, error);
    tertib_events_free(out);
    return status;
}

/* Started by one call and completed by another; asked again where memory ran out halfway. */
static tertib_status start_and_complete(tertib_error** error) {
    static int count = 0;
    tertib_step_orders orders = TERTIB_STEP_ORDERS_INIT;
    tertib_events* out = NULL;
    tertib_status status = TERTIB_OK;
    char id[16];
    snprintf(id, sizeof id, "S-%d", ++count);
    orders.dasar = "Standar Pelayanan 3";
    status = tertib_case_driver_start(driver, id, "3 Hari", NULL, &orders, &out, error);
    tertib_events_free(out);
    if (status == TERTIB_OK) {
        status = tertib_case_driver_complete(driver, id, "1", NULL, &out, error);
        tertib_events_free(out);
    }
    return status;
}

static tertib_status claim_and_release(tertib_error** error) {
    tertib_events* out = NULL;
    tertib_reply* reply = NULL;
    tertib_status status = tertib_case_driver_ask(driver, "K-1", claim_json, sizeof claim_json - 1,
                                                  NULL, &reply, error);
    tertib_reply_free(reply);
    if (status == TERTIB_OK) {
        status = tertib_case_driver_ask(driver, "K-1", release_json, sizeof release_json - 1, NULL,
                                        &reply, error);
        tertib_reply_free(reply);
    }
    if (status == TERTIB_OK) {
        static const char note[] = "{\"verb\": \"annotate\", \"note\": \"berkas tebal sekali\"}";
        status = tertib_case_driver_act(driver, "K-1", note, sizeof note - 1, NULL, &out, error);
        tertib_events_free(out);
    }
    return status;
}

static tertib_status event_json(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_event_to_json(tertib_events_at(events, 0), &out, error), &out);
}

static tertib_status count_coverage(tertib_error** error) {
    tertib_coverage* out = NULL;
    const tertib_status status = tertib_sop_coverage(sop, store, &out, error);
    tertib_coverage_free(out);
    return status;
}

static tertib_status merge_coverage(tertib_error** error) {
    tertib_coverage* out = NULL;
    const tertib_status status = tertib_coverage_merge(coverage, coverage, &out, error);
    tertib_coverage_free(out);
    return status;
}

static tertib_status coverage_json(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_coverage_to_json(coverage, &out, error), &out);
}

static tertib_status record(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_store_record(store, &out, error), &out);
}

static int32_t visit(const tertib_event* event, const char* state, size_t size, void* user_data) {
    *(int*)user_data += tertib_event_number(event) > 0 && strlen(state) == size ? 1 : 0;
    return 0;
}

static tertib_status play(tertib_error** error) {
    tertib_replay_options options = TERTIB_REPLAY_OPTIONS_INIT;
    tertib_replay* out = NULL;
    tertib_status status = TERTIB_OK;
    int count = 0;
    options.visit = visit;
    options.user_data = &count;
    status = tertib_store_replay(store, journal.data, journal.size, &options, &out, error);
    tertib_replay_free(out);
    return status;
}

static tertib_status compare(tertib_error** error) {
    tertib_differences* out = NULL;
    const tertib_status status = tertib_replay_compare(replay, store, &out, error);
    tertib_differences_free(out);
    return status;
}

static tertib_status hard_days(tertib_error** error) {
    tertib_hard_days* out = NULL;
    const tertib_status status = tertib_hard_days_create(&out, error);
    tertib_hard_days_free(out);
    return status;
}

static int made(void) {
    static const char overlay_json[] =
        "{\"schema\": \"tertib.overlay/1\", \"assign\": {\"2\": [\"Kadis\"]}}";
    return tertib_sop_read(document, sizeof document - 1, NULL, &sop, NULL, NULL) == TERTIB_OK &&
           tertib_overlay_from_json(overlay_json, sizeof overlay_json - 1, &overlay, NULL) ==
               TERTIB_OK &&
           tertib_calendar_from_name("id5", &calendar, NULL) == TERTIB_OK &&
           tertib_test_clock_create(calendar, "2025-05-05T09:00", &moved, NULL) == TERTIB_OK &&
           tertib_store_open_test(NULL, &store, NULL) == TERTIB_OK &&
           tertib_store_open_test(NULL, &aside, NULL) == TERTIB_OK &&
           tertib_case_driver_create(store, moved, sop, NULL, &driver, NULL) == TERTIB_OK &&
           tertib_case_driver_after_step(driver, hook, &hooked, NULL, NULL) == TERTIB_OK &&
           tertib_case_driver_start(driver, "K-1", NULL, NULL, NULL, &events, NULL) == TERTIB_OK &&
           tertib_sop_coverage(sop, store, &coverage, NULL) == TERTIB_OK &&
           tertib_store_record(store, &journal, NULL) == TERTIB_OK &&
           tertib_store_replay(store, journal.data, journal.size, NULL, &replay, NULL) == TERTIB_OK;
}

/* Every event that was written is whole. */
static int holds(void) {
    tertib_verification* found = NULL;
    const int held = tertib_store_verify(store, &found, NULL) == TERTIB_OK &&
                     tertib_verification_holds(found) == 1;
    tertib_verification_free(found);
    return held;
}

static int values_survive(void) {
    int good = 1;
    good &= survives("clock", make_clock);
    good &= survives("advance", move_clock);
    good &= survives("use", use_calendar);
    good &= survives("test store", open_test);
    good &= survives("paths", find_paths);
    good &= survives("driver", make_driver);
    good &= survives("driver's SOP", share_sop);
    good &= survives("event", event_json);
    good &= survives("coverage", count_coverage);
    good &= survives("merge", merge_coverage);
    good &= survives("coverage JSON", coverage_json);
    good &= survives("record", record);
    good &= survives("replay", play);
    good &= survives("compare", compare);
    good &= survives("hard days", hard_days);
    return good;
}

int testkit_survives(void) {
    int good = made() && values_survive();
    good = good && survives("walk", walk) && holds();
    good = good && survives("start", start_and_complete) && holds();
    good = good && survives("act, ask", claim_and_release) && holds();
    tertib_buf_dispose(&journal);
    tertib_events_free(events);
    tertib_replay_free(replay);
    tertib_coverage_free(coverage);
    tertib_case_driver_free(driver);
    tertib_store_free(store);
    tertib_store_free(aside);
    tertib_test_clock_free(moved);
    tertib_calendar_free(calendar);
    tertib_overlay_free(overlay);
    tertib_sop_free(sop);
    return good;
}
