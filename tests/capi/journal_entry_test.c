/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "office.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/** A host that keeps one case: the bytes of its state. */
struct host {
    tertib_case_context* context;
    void* kept;
    size_t size;
};

static struct host open_host(void) {
    struct host made = {NULL, NULL, 0};
    tertib_sop* sop = running_sop();
    tertib_calendar* calendar = calendar_named("id5");
    CHECK_DONE(tertib_case_context_create(sop, calendar, NULL, &made.context, &error));
    tertib_calendar_free(calendar);
    tertib_sop_free(sop);
    return made;
}

static void close_host(struct host* host) {
    tertib_case_context_free(host->context);
    free(host->kept);
}

static tertib_journal_entry* decide(const struct host* host, const char* text) {
    tertib_journal_entry* entry = NULL;
    CHECK_DONE(tertib_case_decide(host->context, host->kept, host->size, text, strlen(text), &entry,
                                  &error));
    return entry;
}

static void keep(struct host* host, const tertib_journal_entry* entry) {
    size_t size = 0;
    const void* bytes = tertib_journal_entry_kept(entry, &size);
    free(host->kept);
    host->kept = malloc(size);
    host->size = size;
    memcpy(host->kept, bytes, size);
}

static void act(struct host* host, const char* text) {
    tertib_journal_entry* entry = decide(host, text);
    CHECK(tertib_journal_entry_refusal(entry) == NULL);
    CHECK(tertib_journal_entry_event_count(entry) == 1);
    keep(host, entry);
    tertib_journal_entry_free(entry);
}

static void a_host_keeps_a_case_by_itself(void) {
    struct host host = open_host();
    tertib_journal_entry* entry = decide(&host, command("a", "start", "2025-05-05T08:00", ""));
    tertib_buf line = TERTIB_BUF_INIT;
    size_t data_size = 0;
    size_t body_size = 0;
    const void* data = tertib_journal_entry_data_at(entry, 0, &data_size);
    const void* body = tertib_journal_entry_body_at(entry, 0, &body_size);
    CHECK(tertib_journal_entry_refusal(entry) == NULL);
    CHECK(tertib_journal_entry_event_count(entry) == 1);
    CHECK(tertib_journal_entry_number_at(entry, 0) == 1);
    CHECK(tertib_journal_entry_erased(entry) == 0);
    CHECK(tertib_journal_entry_next_due(entry) == instant_of("2025-05-05T08:15") + 1);
    CHECK_DONE(tertib_journal_line(data, data_size, body, body_size,
                                   tertib_journal_entry_hash_at(entry, 0), 420, &line, &error));
    CHECK(strstr(line.data, "\"tertib.journal/1\"") != NULL);
    CHECK(strstr(line.data, "Ani") != NULL && line.data[line.size - 1] == '\n');
    tertib_buf_dispose(&line);
    CHECK_DONE(tertib_journal_line(data, data_size, NULL, 0, tertib_journal_entry_hash_at(entry, 0),
                                   420, &line, &error));
    CHECK(strstr(line.data, "Ani") == NULL && strstr(line.data, "\"body\": null") != NULL);
    tertib_buf_dispose(&line);
    keep(&host, entry);
    tertib_journal_entry_free(entry);
    act(&host, command("a", "complete", "2025-05-05T08:05",
                       ", \"task\": \"1\", \"produk\": [\"Tanda terima\"]"));
    entry = decide(&host, command("a", "erase", "2025-05-05T08:06",
                                  ", \"event\": 1, \"dasar\": \"permohonan\""));
    CHECK(tertib_journal_entry_erased(entry) == 1);
    CHECK(tertib_journal_entry_number_at(entry, 0) == 3);
    tertib_journal_entry_free(entry);
    close_host(&host);
}

static void a_refusal_gives_back_the_bytes(void) {
    struct host host = open_host();
    tertib_journal_entry* entry = NULL;
    size_t size = 0;
    act(&host, command("a", "start", "2025-05-05T08:00", ""));
    entry = decide(&host, command("a", "start", "2025-05-05T08:00", ""));
    CHECK_TEXT(tertib_finding_code(tertib_journal_entry_refusal(entry)), "CASE-EXISTS");
    CHECK(tertib_journal_entry_event_count(entry) == 0);
    CHECK(memcmp(tertib_journal_entry_kept(entry, &size), host.kept, host.size) == 0);
    CHECK(size == host.size);
    CHECK(tertib_journal_entry_number_at(entry, 0) == 0);
    CHECK(tertib_journal_entry_data_at(entry, 0, &size) == NULL && size == 0);
    CHECK(tertib_journal_entry_body_at(entry, 0, NULL) == NULL);
    CHECK(tertib_journal_entry_hash_at(entry, 0) == NULL);
    tertib_journal_entry_free(entry);
    close_host(&host);
}

static void what_fell_due_is_an_entry_without_a_body(void) {
    struct host host = open_host();
    const int64_t late = instant_of("2025-05-06T08:00");
    tertib_journal_entry* entry = NULL;
    size_t size = 1;
    CHECK_DONE(tertib_case_tick(host.context, NULL, 0, late, &entry, &error));
    CHECK(tertib_journal_entry_event_count(entry) == 0);
    CHECK(tertib_journal_entry_kept(entry, &size) == NULL && size == 0);
    CHECK(tertib_journal_entry_next_due(entry) == TERTIB_NO_TIME);
    tertib_journal_entry_free(entry);
    act(&host, command("a", "start", "2025-05-05T08:00", ""));
    CHECK_DONE(tertib_case_tick(host.context, host.kept, host.size, late, &entry, &error));
    CHECK(tertib_journal_entry_event_count(entry) == 1);
    CHECK(tertib_journal_entry_body_at(entry, 0, &size) == NULL && size == 0);
    CHECK(tertib_journal_entry_next_due(entry) == TERTIB_NO_TIME);
    tertib_journal_entry_free(entry);
    CHECK_FAILS(tertib_case_tick(host.context, host.kept, host.size, INT64_MAX, &entry, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_tick(NULL, host.kept, host.size, late, &entry, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_tick(host.context, host.kept, host.size, late, NULL, &error),
                TERTIB_E_ARGUMENT);
    close_host(&host);
}

static void a_kept_case_is_told(void) {
    struct host host = open_host();
    const int64_t now = instant_of("2025-05-05T08:05");
    tertib_buf json = TERTIB_BUF_INIT;
    CHECK_DONE(tertib_case_to_json(host.context, NULL, 0, &json, &error));
    CHECK(json.data == NULL);
    CHECK_DONE(tertib_case_why(host.context, NULL, 0, "Ani", "Kadis", now, &json, &error));
    CHECK(json.data == NULL);
    act(&host, command("a", "start", "2025-05-05T08:00", ""));
    CHECK_DONE(tertib_case_to_json(host.context, host.kept, host.size, &json, &error));
    CHECK(strstr(json.data, "\"tertib.case/1\"") != NULL);
    tertib_buf_dispose(&json);
    CHECK_DONE(
        tertib_case_why(host.context, host.kept, host.size, "Ani", "Kadis", now, &json, &error));
    CHECK(strstr(json.data, "\"tertib.why/1\"") != NULL);
    tertib_buf_dispose(&json);
    CHECK_FAILS(tertib_case_to_json(NULL, NULL, 0, &json, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_to_json(host.context, "x", 1, &json, &error), TERTIB_E_UNSUPPORTED);
    CHECK_FAILS(tertib_case_to_json(host.context, NULL, 0, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_why(NULL, NULL, 0, "", "", now, &json, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_why(host.context, host.kept, host.size, "\xff", "", now, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(
        tertib_case_why(host.context, host.kept, host.size, NULL, NULL, INT64_MIN, &json, &error),
        TERTIB_E_ARGUMENT);
    close_host(&host);
}

static void wrong_bytes_and_commands_are_refused(void) {
    struct host host = open_host();
    const uint8_t hash[32] = {0};
    const char* text = command("a", "start", "2025-05-05T08:00", "");
    tertib_journal_entry* entry = NULL;
    tertib_buf line = TERTIB_BUF_INIT;
    const size_t size = strlen(text);
    CHECK_FAILS(tertib_case_decide(NULL, NULL, 0, text, size, &entry, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_decide(host.context, NULL, 1, text, size, &entry, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_decide(host.context, "\1", SIZE_MAX, text, size, &entry, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_decide(host.context, "\1", 1, text, size, &entry, &error),
                TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_case_decide(host.context, NULL, 0, NULL, 1, &entry, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_decide(host.context, NULL, 0, "\xff", 1, &entry, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_case_decide(host.context, NULL, 0, "{}", 2, &entry, &error),
                TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_case_decide(host.context, NULL, 0, text, size, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK(entry == NULL);
    CHECK_FAILS(tertib_journal_line(NULL, 0, NULL, 0, hash, 420, &line, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_journal_line("x", 1, NULL, 0, NULL, 420, &line, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_journal_line("x", 1, NULL, 0, hash, 420, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_journal_line("x", 1, NULL, 1, hash, 420, &line, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_journal_line("\1", 1, NULL, 0, hash, 420, &line, &error), TERTIB_E_FORMAT);
    CHECK(line.data == NULL);
    CHECK(tertib_journal_entry_refusal(NULL) == NULL);
    CHECK(tertib_journal_entry_kept(NULL, NULL) == NULL);
    CHECK(tertib_journal_entry_event_count(NULL) == 0);
    CHECK(tertib_journal_entry_number_at(NULL, 0) == 0);
    CHECK(tertib_journal_entry_data_at(NULL, 0, NULL) == NULL);
    CHECK(tertib_journal_entry_body_at(NULL, 0, NULL) == NULL);
    CHECK(tertib_journal_entry_hash_at(NULL, 0) == NULL);
    CHECK(tertib_journal_entry_erased(NULL) == 0);
    CHECK(tertib_journal_entry_next_due(NULL) == TERTIB_NO_TIME);
    tertib_journal_entry_free(NULL);
    close_host(&host);
}

void journal_entry_tests(void) {
    a_host_keeps_a_case_by_itself();
    a_refusal_gives_back_the_bytes();
    what_fell_due_is_an_entry_without_a_body();
    a_kept_case_is_told();
    wrong_bytes_and_commands_are_refused();
}
