/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/* As memory_test.c, for running cases: the n-th request for memory fails, for every n. Calls that
 * write must moreover have written all of it or nothing, and nothing where they say that there was
 * no memory; and the store must go on as before. */
#include "failing_memory.h"
#include "memory.h"

#include <stdio.h>
#include <string.h>

static const char document[] = "Nama SOP\tMenelaah Berkas\n\n"
                               "No\tUraian\tPelaksana\tKelengkapan\tWaktu\tProduk\n"
                               "\t\tKadis\t\t\t\n"
                               "1.\tMenerima berkas\tv\tBerkas\t15 Menit\tTanda terima\n"
                               "2.\tMenelaah berkas\tv\tTanda terima\t1 Hari\tTelaahan\n";
static const int64_t morning = INT64_C(1746406800000000); /* 2025-05-05T08:00+07:00 */
static const int64_t late = INT64_C(1746579600000000);    /* two days later */

static tertib_sop* sop = NULL;
static tertib_calendar* calendar = NULL;
static tertib_store* store = NULL;
static tertib_reply* reply = NULL;
static tertib_reply* refused = NULL;
static tertib_tick* tick = NULL;
static tertib_verification* verification = NULL;
static tertib_case_context* context = NULL;
static tertib_journal_entry* entry = NULL;
static const char* path = NULL;
static const char* copy = NULL;

static const char* command(const char* case_id, const char* verb, const char* more) {
    static char text[1024];
    snprintf(text, sizeof text,
             "{\"schema\": \"tertib.command/1\", \"case\": \"%s\", \"verb\": \"%s\", "
             "\"by\": \"Ani\", \"as\": \"Kadis\", \"now\": \"2025-05-05T08:00\"%s}",
             case_id, verb, more);
    return text;
}

static const char* request(const char* case_id, const char* verb, const char* more) {
    static char texts[2][2048];
    static int which = 0;
    which = 1 - which;
    snprintf(texts[which], sizeof texts[which],
             "{\"schema\": \"tertib.request/1\", \"sop\": \"%s\", \"calendar\": \"%s\", "
             "\"command\": %s}",
             tertib_sop_digest(sop), tertib_calendar_digest(calendar),
             command(case_id, verb, more));
    return texts[which];
}

/* --- calls that write ------------------------------------------------------------------------- */

static int32_t count_line(const char* line, size_t size, void* user_data) {
    (void)line;
    (void)size;
    ++*(int*)user_data;
    return 0;
}

/* How many events there are in the store. */
static int event_count(void) {
    int count = 0;
    return tertib_store_export(store, NULL, count_line, &count, NULL) == TERTIB_OK ? count : -1;
}

static int holds(void) {
    tertib_verification* found = NULL;
    const tertib_status status = tertib_store_verify(store, &found, NULL);
    const int held = tertib_verification_holds(found) == 1;
    tertib_verification_free(found);
    return status == TERTIB_OK && held;
}

/* A call that writes `events` events when it is done; `round` tells how often it was done. */
typedef struct writing {
    const char* name;
    int events;
    tertib_status (*call)(int round, tertib_error** error);
} writing;

/* 1 if, whichever request for memory fails, the call writes all or nothing. */
static int writes_all_or_nothing(const writing* call) {
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
        status = call->call(round, &error);
        failed = has_failed();
        fail_after(-1);
        tertib_error_free(error);
        now = event_count();
        if (status == TERTIB_OK ? now != before + call->events : now != before) {
            fprintf(stderr, "%s: request %ld failed, status %d, and %d events became %d\n",
                    call->name, n, (int)status, before, now);
            return 0;
        }
        if (status != TERTIB_OK && status != TERTIB_E_NOMEM) {
            fprintf(stderr, "%s: request %ld failed, status %d\n", call->name, n, (int)status);
            return 0;
        }
        round += status == TERTIB_OK ? 1 : 0;
        before = now;
        if (!failed) {
            printf("%-16s %6ld requests\n", call->name, n);
            return n > 0 && status == TERTIB_OK && holds();
        }
        n += n < 1000 ? 0 : n / 97;
    }
    fprintf(stderr, "%s: never succeeded\n", call->name);
    return 0;
}

static tertib_status submit(const char* text, tertib_error** error) {
    tertib_reply* out = NULL;
    tertib_status status = tertib_store_submit(store, text, strlen(text), &out, error);
    if (status == TERTIB_OK && tertib_reply_refused(out) != 0) {
        status = TERTIB_E_INTERNAL;
    }
    tertib_reply_free(out);
    return status;
}

static tertib_status start(int round, tertib_error** error) {
    char name[16];
    snprintf(name, sizeof name, "s%d", round);
    return submit(request(name, "start", ""), error);
}

static tertib_status claim_or_release(int round, tertib_error** error) {
    return submit(request("a", round % 2 == 0 ? "claim" : "release", ", \"task\": \"1\""), error);
}

static tertib_status suspend_or_reopen(int round, tertib_error** error) {
    return submit(request("a", round % 2 == 0 ? "suspend" : "reopen", ", \"reason\": \"libur\""),
                  error);
}

static tertib_status submit_two(int round, tertib_error** error) {
    const char* verb = round % 2 == 0 ? "claim" : "release";
    char first[2048];
    char second[2048];
    const char* requests[2] = {first, second};
    tertib_replies* out = NULL;
    tertib_status status = TERTIB_OK;
    snprintf(first, sizeof first, "%s", request("a", verb, ", \"task\": \"1\""));
    snprintf(second, sizeof second, "%s", request("b", verb, ", \"task\": \"1\""));
    status = tertib_store_submit_all(store, requests, 2, &out, error);
    tertib_replies_free(out);
    return status;
}

/* Each missed deadline is recorded once: a case of its own for every round. */
static tertib_status tick_once(int round, tertib_error** error) {
    tertib_tick* out = NULL;
    const tertib_status status = tertib_store_tick(store, late + round, 0, &out, error);
    tertib_tick_free(out);
    return status;
}

static int open_store(const char* file) {
    tertib_store_options options = TERTIB_STORE_OPTIONS_INIT;
    options.synchronous = TERTIB_SYNCHRONOUS_NORMAL;
    tertib_store_free(store);
    store = NULL;
    return (file == NULL ? tertib_store_open_memory(NULL, &store, NULL)
                         : tertib_store_open(file, &options, &store, NULL)) == TERTIB_OK &&
           tertib_store_register_sop(store, sop, NULL) == TERTIB_OK &&
           tertib_store_register_calendar(store, calendar, NULL) == TERTIB_OK &&
           submit(request("a", "start", ""), NULL) == TERTIB_OK &&
           submit(request("b", "start", ""), NULL) == TERTIB_OK;
}

/* A tick that succeeds leaves nothing for the next: it is tried with a new store for each n. */
static int a_tick_is_whole(const char* file) {
    long n = 0;
    for (n = 0; n < 20000; ++n) {
        tertib_status status = TERTIB_OK;
        int failed = 0;
        int events = 0;
        fail_after(n);
        status = tick_once(0, NULL);
        failed = has_failed();
        fail_after(-1);
        events = event_count();
        if (status == TERTIB_OK ? events != 4 : events != 2) {
            fprintf(stderr, "tick: request %ld failed, status %d, %d events\n", n, (int)status,
                    events);
            return 0;
        }
        if (!failed) {
            printf("%-16s %6ld requests\n", "tick", n);
            return status == TERTIB_OK && holds();
        }
        if (status == TERTIB_OK) {
            if (file != NULL) {
                tertib_store_free(store);
                store = NULL;
                remove(file);
            }
            if (!open_store(file)) {
                return 0;
            }
        }
    }
    fprintf(stderr, "tick: never succeeded\n");
    return 0;
}

static int writing_survives(const char* file) {
    static const writing all[] = {{"start", 1, start},
                                  {"claim, release", 1, claim_or_release},
                                  {"suspend, reopen", 1, suspend_or_reopen},
                                  {"two at once", 2, submit_two}};
    size_t i = 0;
    int good = 1;
    for (i = 0; i < sizeof all / sizeof all[0]; ++i) {
        if (file != NULL) {
            tertib_store_free(store);
            store = NULL;
            remove(file);
        }
        good &= open_store(file) && writes_all_or_nothing(&all[i]);
    }
    if (file != NULL) {
        tertib_store_free(store);
        store = NULL;
        remove(file);
    }
    return good & open_store(file) && a_tick_is_whole(file);
}

/* --- calls that write nothing, or the same again ---------------------------------------------- */

static tertib_status open_memory(tertib_error** error) {
    tertib_store* out = NULL;
    const tertib_status status = tertib_store_open_memory(NULL, &out, error);
    tertib_store_free(out);
    return status;
}

static tertib_status open_file(tertib_error** error) {
    tertib_store* out = NULL;
    const tertib_status status = tertib_store_open(path, NULL, &out, error);
    tertib_store_free(out);
    return status;
}

static tertib_status register_sop(tertib_error** error) {
    return tertib_store_register_sop(store, sop, error);
}

static tertib_status register_calendar(tertib_error** error) {
    return tertib_store_register_calendar(store, calendar, error);
}

static tertib_status refuse(tertib_error** error) {
    tertib_reply* out = NULL;
    const char* text = request("a", "start", "");
    const tertib_status status = tertib_store_submit(store, text, strlen(text), &out, error);
    tertib_reply_free(out);
    return status;
}

static tertib_status next_due(tertib_error** error) {
    int64_t due = 0;
    return tertib_store_next_due(store, &due, error);
}

static tertib_status disposed(tertib_status status, tertib_buf* out) {
    tertib_buf_dispose(out);
    return status;
}

static tertib_status cases(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_store_cases(store, NULL, 10, &out, error), &out);
}

static tertib_status worklist(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_store_worklist(store, "Kadis", NULL, 1, &out, error), &out);
}

static tertib_status one_case(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_store_case(store, "a", &out, error), &out);
}

static tertib_status why(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_store_why(store, "a", "Ani", "Kadis", morning, &out, error), &out);
}

static tertib_status export_lines(tertib_error** error) {
    int count = 0;
    return tertib_store_export(store, NULL, count_line, &count, error);
}

static tertib_status verify(tertib_error** error) {
    tertib_verification* out = NULL;
    const tertib_status status = tertib_store_verify(store, &out, error);
    tertib_verification_free(out);
    return status;
}

static tertib_status backup(tertib_error** error) {
    const tertib_status status = tertib_store_backup(store, copy, error);
    remove(copy);
    return status;
}

static tertib_status tidy(tertib_error** error) {
    return tertib_store_tidy(store, error);
}

static tertib_status reply_json(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_reply_to_json(reply, &out, error), &out);
}

static tertib_status refusal_json(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_reply_to_json(refused, &out, error), &out);
}

static tertib_status tick_json(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_tick_to_json(tick, &out, error), &out);
}

static tertib_status verification_json(tertib_error** error) {
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_verification_to_json(verification, &out, error), &out);
}

static tertib_status make_context(tertib_error** error) {
    const tertib_post_holding post = {"Ani",        "Kadis",        "800/1",
                                      {2025, 1, 1}, {2025, 12, 31}, TERTIB_POST_PLT};
    tertib_case_context_options options = TERTIB_CASE_CONTEXT_OPTIONS_INIT;
    tertib_case_context* out = NULL;
    tertib_status status = TERTIB_OK;
    options.posts = &post;
    options.post_count = 1;
    status = tertib_case_context_create(sop, calendar, &options, &out, error);
    tertib_case_context_free(out);
    return status;
}

static tertib_status decided(const char* text, tertib_error** error) {
    size_t size = 0;
    const void* kept = tertib_journal_entry_kept(entry, &size);
    tertib_journal_entry* out = NULL;
    const tertib_status status =
        tertib_case_decide(context, kept, size, text, strlen(text), &out, error);
    tertib_journal_entry_free(out);
    return status;
}

static tertib_status decide(tertib_error** error) {
    return decided(command("a", "claim", ", \"task\": \"1\""), error);
}

static tertib_status decide_not(tertib_error** error) {
    return decided(command("a", "start", ""), error);
}

static tertib_status case_tick(tertib_error** error) {
    size_t size = 0;
    const void* kept = tertib_journal_entry_kept(entry, &size);
    tertib_journal_entry* out = NULL;
    const tertib_status status = tertib_case_tick(context, kept, size, late, &out, error);
    tertib_journal_entry_free(out);
    return status;
}

static tertib_status case_json(tertib_error** error) {
    size_t size = 0;
    const void* kept = tertib_journal_entry_kept(entry, &size);
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_case_to_json(context, kept, size, &out, error), &out);
}

static tertib_status case_why(tertib_error** error) {
    size_t size = 0;
    const void* kept = tertib_journal_entry_kept(entry, &size);
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_case_why(context, kept, size, "Ani", "Kadis", morning, &out, error),
                    &out);
}

static tertib_status line(tertib_error** error) {
    size_t data = 0;
    size_t body = 0;
    const void* data_bytes = tertib_journal_entry_data_at(entry, 0, &data);
    const void* body_bytes = tertib_journal_entry_body_at(entry, 0, &body);
    tertib_buf out = TERTIB_BUF_INIT;
    return disposed(tertib_journal_line(data_bytes, data, body_bytes, body,
                                        tertib_journal_entry_hash_at(entry, 0), 420, &out, error),
                    &out);
}

static int made(void) {
    const char* text = request("c", "start", "");
    const char* again = request("a", "start", "");
    const char* bare = command("a", "start", "");
    return tertib_store_submit(store, text, strlen(text), &reply, NULL) == TERTIB_OK &&
           tertib_store_submit(store, again, strlen(again), &refused, NULL) == TERTIB_OK &&
           tertib_reply_refused(refused) == 1 &&
           tertib_store_tick(store, late, 0, &tick, NULL) == TERTIB_OK &&
           tertib_store_verify(store, &verification, NULL) == TERTIB_OK &&
           tertib_case_context_create(sop, calendar, NULL, &context, NULL) == TERTIB_OK &&
           tertib_case_decide(context, NULL, 0, bare, strlen(bare), &entry, NULL) == TERTIB_OK;
}

static int reading_survives(void) {
    int good = 1;
    good &= survives("open memory", open_memory);
    good &= survives("open file", open_file);
    good &= survives("register SOP", register_sop);
    good &= survives("register cal.", register_calendar);
    good &= survives("refuse", refuse);
    good &= survives("cases", cases);
    good &= survives("worklist", worklist);
    good &= survives("case", one_case);
    good &= survives("why", why);
    good &= survives("export", export_lines);
    good &= survives("verify", verify);
    good &= survives("backup", backup);
    good &= survives("next due", next_due);
    good &= survives("tidy", tidy);
    return good & holds();
}

static int values_survive(void) {
    int good = 1;
    good &= survives("reply", reply_json);
    good &= survives("refusal", refusal_json);
    good &= survives("tick", tick_json);
    good &= survives("verification", verification_json);
    good &= survives("context", make_context);
    good &= survives("decide", decide);
    good &= survives("decide not", decide_not);
    good &= survives("tick a case", case_tick);
    good &= survives("case", case_json);
    good &= survives("why", case_why);
    good &= survives("line", line);
    return good;
}

int cases_survive(const char* folder) {
    static char names[2][1024];
    int good =
        tertib_sop_read(document, sizeof document - 1, NULL, &sop, NULL, NULL) == TERTIB_OK &&
        tertib_calendar_from_name("id5", &calendar, NULL) == TERTIB_OK;
    snprintf(names[0], sizeof names[0], "%s/capi_memory_test.tertib", folder);
    snprintf(names[1], sizeof names[1], "%s/capi_memory_test_copy.tertib", folder);
    path = names[0];
    copy = names[1];
    remove(path);
    remove(copy);
    good = good && writing_survives(NULL) && writing_survives(path) && made();
    good = good && reading_survives() && values_survive();
    tertib_journal_entry_free(entry);
    tertib_case_context_free(context);
    tertib_verification_free(verification);
    tertib_tick_free(tick);
    tertib_reply_free(refused);
    tertib_reply_free(reply);
    tertib_store_free(store);
    tertib_calendar_free(calendar);
    tertib_sop_free(sop);
    remove(path);
    return good;
}
