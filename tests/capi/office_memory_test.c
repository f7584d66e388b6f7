/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/* As memory_test.c, for what a store does beside cases. A decision of the office is moreover written
 * whole or not at all, and not at all where there was no memory. */
#include "failing_memory.h"
#include "memory.h"

#include <stdio.h>
#include <string.h>

static const char document[] = "Nama SOP\tMenelaah Berkas\n\n"
                               "No\tUraian\tPelaksana\tKelengkapan\tWaktu\tProduk\n"
                               "\t\tKadis\t\t\t\n"
                               "1.\tMenerima berkas\tv\tBerkas\t15 Menit\tTanda terima\n"
                               "2.\tMenelaah berkas\tv\tTanda terima\t1 Hari\tTelaahan\n";
static const char revised_document[] =
    "Nama SOP\tMenelaah Berkas\n\n"
    "No\tUraian\tPelaksana\tKelengkapan\tWaktu\tProduk\n"
    "\t\tKadis\t\t\t\n"
    "1.\tMenerima berkas\tv\tBerkas\t15 Menit\tTanda terima\n"
    "2.\tMenelaah berkas secara daring\tv\tTanda terima\t2 Hari\tTelaahan\n";
static const char overlay_json[] =
    "{\"schema\": \"tertib.overlay/1\", \"assign\": {\"2\": [\"Kadis\"]}}";
static const char policy_json[] =
    "{\"schema\": \"tertib.overrun/1\", \"name\": \"Loket pelayanan terpadu\", \"rules\": "
    "[{\"steps\": [\"1\"], \"side\": \"before\", \"waktu\": \"5 Menit\", \"do\": \"notify\"}]}";

static tertib_sop* sop = NULL;
static tertib_sop* revised = NULL;
static tertib_overlay* overlay = NULL;
static tertib_calendar* calendar = NULL;
static tertib_calendar* other = NULL;
static tertib_store* store = NULL;

static const char* command(const char* verb, const char* more) {
    static char text[512];
    snprintf(text, sizeof text,
             "{\"schema\": \"tertib.command/1\", \"case\": \"a\", \"verb\": \"%s\", "
             "\"by\": \"Ani\", \"as\": \"Kadis\", \"now\": \"2025-05-05T08:00\"%s}",
             verb, more);
    return text;
}

static tertib_status disposed(tertib_status status, tertib_buf* out) {
    tertib_buf_dispose(out);
    return status;
}

static int event_count(void) {
    tertib_verification* found = NULL;
    int count = -1;
    if (tertib_store_verify(store, &found, NULL) == TERTIB_OK &&
        tertib_verification_holds(found) == 1) {
        count = (int)tertib_verification_event_count(found);
    }
    tertib_verification_free(found);
    return count;
}

/* Another person each time. */
static tertib_status delegate(int round, tertib_error** error) {
    char text[1024];
    tertib_reply* out = NULL;
    tertib_status status = TERTIB_OK;
    snprintf(text, sizeof text,
             "{\"schema\": \"tertib.office_request/1\", \"command\": {\"schema\": "
             "\"tertib.office_command/1\", \"verb\": \"delegate\", \"by\": \"Ani\", \"as\": "
             "\"Sekretariat\", \"now\": \"2025-05-05T08:00\", \"person\": \"Pegawai ke-%d\", "
             "\"pelaksana\": \"Kepala Seksi Pelayanan\", \"kind\": \"plh\", \"from\": "
             "\"2025-05-05\", \"until\": \"2025-05-09\", \"surat\": \"800/%d/2025\"}}",
             round, round);
    status = tertib_store_submit_office(store, text, strlen(text), &out, error);
    if (status == TERTIB_OK && tertib_reply_refused(out) != 0) {
        status = TERTIB_E_INTERNAL;
    }
    tertib_reply_free(out);
    return status;
}

static int decides_whole_or_not_at_all(void) {
    const long most = 20000;
    int round = 0;
    int before = event_count();
    long n = 0;
    for (n = 0; n < most; ++n) {
        tertib_error* error = NULL;
        tertib_status status = TERTIB_OK;
        int failed = 0;
        int now = 0;
        fail_after(n);
        status = delegate(round, &error);
        failed = has_failed();
        fail_after(-1);
        tertib_error_free(error);
        now = event_count();
        if ((status != TERTIB_OK && status != TERTIB_E_NOMEM) ||
            now != before + (status == TERTIB_OK ? 1 : 0)) {
            fprintf(stderr, "decide: request %ld failed, status %d, and %d events became %d\n", n,
                    (int)status, before, now);
            return 0;
        }
        round += status == TERTIB_OK ? 1 : 0;
        before = now;
        if (!failed) {
            printf("%-16s %6ld requests\n", "decide", n);
            return n > 0 && status == TERTIB_OK;
        }
        n += n < 1000 ? 0 : n / 97;
    }
    fprintf(stderr, "decide: never succeeded\n");
    return 0;
}

static tertib_status register_policy(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(
        tertib_store_register_policy(store, policy_json, sizeof policy_json - 1, &out, error),
        &out);
}

static tertib_status tell_office(tertib_error** error) {
    const tertib_date day = {2025, 5, 6};
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_store_office(store, day, &out, error), &out);
}

static tertib_status plan_migration(tertib_error** error) {
    const char* text = command("migrate", ", \"reason\": \"revisi SOP tahun 2025\"");
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_store_plan_migration(store, text, strlen(text), revised, &out, error),
                    &out);
}

static tertib_status plan_recompute(tertib_error** error) {
    const char* text = command("recompute", ", \"reason\": \"hari kerja yang lain\"");
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_store_plan_recompute(store, text, strlen(text), other, &out, error),
                    &out);
}

static tertib_status look_at_revision(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_store_revision(store, tertib_sop_digest(sop), revised, overlay, NULL, 10,
                                          &out, error),
                    &out);
}

static int made(void) {
    char text[1024];
    tertib_reply* out = NULL;
    int good =
        tertib_sop_read(document, sizeof document - 1, NULL, &sop, NULL, NULL) == TERTIB_OK &&
        tertib_sop_read(revised_document, sizeof revised_document - 1, NULL, &revised, NULL,
                        NULL) == TERTIB_OK &&
        tertib_overlay_from_json(overlay_json, sizeof overlay_json - 1, &overlay, NULL) ==
            TERTIB_OK &&
        tertib_calendar_from_name("id5", &calendar, NULL) == TERTIB_OK &&
        tertib_calendar_from_name("contoh6", &other, NULL) == TERTIB_OK &&
        tertib_store_open_memory(NULL, &store, NULL) == TERTIB_OK &&
        tertib_store_register_sop(store, sop, NULL) == TERTIB_OK &&
        tertib_store_register_calendar(store, calendar, NULL) == TERTIB_OK;
    if (good) {
        snprintf(text, sizeof text,
                 "{\"schema\": \"tertib.request/1\", \"sop\": \"%s\", \"calendar\": \"%s\", "
                 "\"command\": %s}",
                 tertib_sop_digest(sop), tertib_calendar_digest(calendar), command("start", ""));
        good = tertib_store_submit(store, text, strlen(text), &out, NULL) == TERTIB_OK &&
               tertib_reply_refused(out) == 0;
        tertib_reply_free(out);
    }
    return good;
}

int office_survives(void) {
    int good = made();
    good = good && survives("policy", register_policy);
    good = good && survives("migration", plan_migration);
    good = good && survives("recompute", plan_recompute);
    good = good && survives("revision", look_at_revision);
    good = good && decides_whole_or_not_at_all();
    good = good && survives("office", tell_office);
    tertib_store_free(store);
    tertib_calendar_free(other);
    tertib_calendar_free(calendar);
    tertib_overlay_free(overlay);
    tertib_sop_free(revised);
    tertib_sop_free(sop);
    return good;
}
