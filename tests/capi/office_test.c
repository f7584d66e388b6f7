/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "office.h"

#include <string.h>

static const tertib_date any_day = {0, 0, 0};

/* The running SOP with more time for its second step. */
static tertib_sop* revised_sop(void) {
    tertib_sop* running = running_sop();
    tertib_sop* revised = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    char* waktu = NULL;
    CHECK_DONE(tertib_sop_to_json(running, NULL, TERTIB_PERSONAL_KEEP, &json, &error));
    waktu = strstr(json.data, "Menelaah berkas");
    CHECK(waktu != NULL);
    waktu[0] = 'm'; /* other words make another version */
    CHECK_DONE(tertib_sop_from_json(json.data, json.size, &revised, NULL, &error));
    CHECK(strcmp(tertib_sop_digest(running), tertib_sop_digest(revised)) != 0);
    tertib_buf_dispose(&json);
    tertib_sop_free(running);
    return revised;
}

/* "tertib.office_request/1" by Ani of the Sekretariat. Good until the next call. */
static const char* decision(const char* verb, const char* members, const char* beside) {
    static char text[2048];
    snprintf(text, sizeof text,
             "{\"schema\": \"tertib.office_request/1\"%s, \"command\": {\"schema\": "
             "\"tertib.office_command/1\", \"verb\": \"%s\", \"by\": \"Ani\", \"as\": "
             "\"Sekretariat\", \"now\": \"2025-05-05T08:00\", %s}}",
             beside, verb, members);
    return text;
}

/* The code of the refusal, "" if it was decided. Good until the next call. */
static const char* decided(const struct office* office, const char* request) {
    static char code[64];
    tertib_reply* reply = NULL;
    const tertib_finding* refusal = NULL;
    CHECK_DONE(tertib_store_submit_office(office->store, request, strlen(request), &reply, &error));
    refusal = tertib_reply_refusal(reply);
    snprintf(code, sizeof code, "%s", refusal != NULL ? tertib_finding_code(refusal) : "");
    if (refusal == NULL) {
        CHECK_TEXT(tertib_reply_case(reply), "@office");
    }
    tertib_reply_free(reply);
    return code;
}

/* 1 if what the office has decided, as of the day, says all the words. */
static int office_says(const struct office* office, tertib_date day, const char* words) {
    tertib_buf json = TERTIB_BUF_INIT;
    int found = 0;
    CHECK_DONE(tertib_store_office(office->store, day, &json, &error));
    CHECK(strstr(json.data, "\"tertib.office/1\"") != NULL);
    found = strstr(json.data, words) != NULL;
    tertib_buf_dispose(&json);
    return found;
}

static void the_office_says_who_holds_a_post(void) {
    struct office office = open_office();
    const tertib_date monday = {2025, 5, 5};
    const tertib_date next_monday = {2025, 5, 12};
    const char* plh = "\"person\": \"Budi\", \"pelaksana\": \"Kadis\", \"kind\": \"plh\", "
                      "\"from\": \"2025-05-05\", \"until\": \"2025-05-09\", \"surat\": \"800/1\"";
    CHECK(!office_says(&office, any_day, "Budi"));
    CHECK_TEXT(decided(&office, decision("delegate", plh, ", \"key\": \"surat-1\"")), "");
    CHECK_TEXT(decided(&office, decision("delegate", plh, ", \"key\": \"surat-1\"")), "");
    CHECK_TEXT(decided(&office, decision("delegate", plh, "")), "HOLDING-OVERLAPS");
    CHECK(office_says(&office, any_day, "Budi") && office_says(&office, monday, "Budi"));
    CHECK(!office_says(&office, next_monday, "Budi"));
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T08:00", "", "")),
               "ACTOR-NOT-HOLDER");
    close_office(&office);
}

static void the_office_says_which_version_is_in_force(void) {
    struct office office = open_office();
    const tertib_date june = {2025, 6, 2};
    char members[512];
    snprintf(members, sizeof members, "\"sop\": \"%s\", \"from\": \"2025-06-01\"",
             tertib_sop_digest(office.sop));
    CHECK_TEXT(decided(&office, decision("enforce", members, "")), "");
    CHECK(office_says(&office, june, tertib_sop_digest(office.sop)));
    CHECK(!office_says(&office, (tertib_date){2025, 5, 31}, tertib_sop_digest(office.sop)));
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T08:00", "", "")),
               "SOP-NOT-IN-FORCE");
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-06-02T08:00", "", "")), "");
    close_office(&office);
}

static void a_dry_run_of_a_migration_says_what_the_real_one_does(void) {
    struct office office = open_office();
    tertib_sop* revised = revised_sop();
    tertib_sop* unknown = read_small_sop();
    tertib_buf json = TERTIB_BUF_INIT;
    char text[2048];
    const char* asked = NULL;
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T08:00", "", "")), "");
    asked = command("a", "migrate", "2025-05-05T09:00",
                    ", \"reason\": \"revisi SOP\", \"steps\": {\"2\": \"2\"}");
    CHECK_DONE(
        tertib_store_plan_migration(office.store, asked, strlen(asked), revised, &json, &error));
    CHECK(strstr(json.data, "\"tertib.migration/1\"") != NULL);
    CHECK(strstr(json.data, "\"refusal\": null") != NULL);
    CHECK(strstr(json.data, "\"from\": \"1#1\"") != NULL);
    tertib_buf_dispose(&json);
    CHECK_FAILS(
        tertib_store_plan_migration(office.store, asked, strlen(asked), unknown, &json, &error),
        TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_plan_migration(office.store, "{}", 2, revised, &json, &error),
                TERTIB_E_FORMAT);
    CHECK_FAILS(
        tertib_store_plan_migration(office.store, asked, strlen(asked), NULL, &json, &error),
        TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_plan_migration(NULL, asked, strlen(asked), revised, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(
        tertib_store_plan_migration(office.store, asked, strlen(asked), revised, NULL, &error),
        TERTIB_E_ARGUMENT);
    CHECK(json.data == NULL);
    CHECK_DONE(tertib_store_register_sop(office.store, revised, &error));
    snprintf(text, sizeof text,
             "{\"schema\": \"tertib.request/1\", \"sop\": \"%s\", \"command\": %s}",
             tertib_sop_digest(revised), asked);
    CHECK_TEXT(outcome(&office, text), "");
    CHECK_DONE(tertib_store_case(office.store, "a", &json, &error));
    CHECK(strstr(json.data, tertib_sop_digest(revised)) != NULL);
    tertib_buf_dispose(&json);
    tertib_sop_free(unknown);
    tertib_sop_free(revised);
    close_office(&office);
}

static void a_dry_run_of_another_calendar_says_what_the_real_one_does(void) {
    struct office office = open_office();
    tertib_calendar* other = calendar_named("contoh6");
    tertib_buf json = TERTIB_BUF_INIT;
    char text[2048];
    const char* asked = NULL;
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T15:55", "", "")), "");
    asked = command("a", "recompute", "2025-05-05T15:56", ", \"reason\": \"jam kerja baru\"");
    CHECK_DONE(
        tertib_store_plan_recompute(office.store, asked, strlen(asked), other, &json, &error));
    CHECK(strstr(json.data, "\"tertib.recompute/1\"") != NULL);
    CHECK(strstr(json.data, "\"task\": \"1#1\"") != NULL);
    tertib_buf_dispose(&json);
    CHECK_FAILS(
        tertib_store_plan_recompute(office.store, asked, strlen(asked), NULL, &json, &error),
        TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_plan_recompute(NULL, asked, strlen(asked), other, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_plan_recompute(office.store, asked, 5, other, &json, &error),
                TERTIB_E_FORMAT);
    CHECK_FAILS(
        tertib_store_plan_recompute(office.store, asked, strlen(asked), other, NULL, &error),
        TERTIB_E_ARGUMENT);
    CHECK_DONE(tertib_store_register_calendar(office.store, other, &error));
    snprintf(text, sizeof text,
             "{\"schema\": \"tertib.request/1\", \"calendar\": \"%s\", \"command\": %s}",
             tertib_calendar_digest(other), asked);
    CHECK_TEXT(outcome(&office, text), "");
    CHECK_DONE(tertib_store_case(office.store, "a", &json, &error));
    CHECK(strstr(json.data, "contoh6") != NULL);
    tertib_buf_dispose(&json);
    tertib_calendar_free(other);
    close_office(&office);
}

static void a_revision_names_the_cases_that_it_touches(void) {
    struct office office = open_office();
    tertib_sop* revised = revised_sop();
    tertib_overlay* overlay = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    const char* old = tertib_sop_digest(office.sop);
    char made_for[256];
    snprintf(made_for, sizeof made_for,
             "{\"schema\": \"tertib.overlay/1\", \"sop_digest\": \"%s\", \"assign\": {\"1\": "
             "\"Kadis\"}}",
             old);
    CHECK_DONE(tertib_overlay_from_json(made_for, strlen(made_for), &overlay, &error));
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T08:00", "", "")), "");
    CHECK_TEXT(outcome(&office, request(&office, "b", "start", "2025-05-05T08:00", "", "")), "");
    CHECK_DONE(tertib_store_revision(office.store, old, revised, overlay, NULL, 1, &json, &error));
    CHECK(strstr(json.data, "\"tertib.revision/1\"") != NULL);
    CHECK(strstr(json.data, "\"case\": \"a\"") != NULL);
    CHECK(strstr(json.data, "\"case\": \"b\"") == NULL);
    CHECK(strstr(json.data, "\"findings\": []") == NULL);
    tertib_buf_dispose(&json);
    CHECK_DONE(tertib_store_revision(office.store, old, revised, NULL, "a", 10, &json, &error));
    CHECK(strstr(json.data, "\"case\": \"b\"") != NULL);
    tertib_buf_dispose(&json);
    CHECK_FAILS(tertib_store_revision(office.store, "00", revised, NULL, NULL, 1, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_revision(office.store, old, revised, NULL, NULL, 0, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_revision(office.store, NULL, revised, NULL, NULL, 1, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_revision(office.store, old, NULL, NULL, NULL, 1, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_revision(NULL, old, revised, NULL, NULL, 1, &json, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_revision(office.store, old, revised, NULL, NULL, 1, NULL, &error),
                TERTIB_E_ARGUMENT);
    tertib_overlay_free(overlay);
    tertib_sop_free(revised);
    close_office(&office);
}

static void a_case_starts_with_an_overrun_policy(void) {
    static const char policy[] =
        "{\"schema\": \"tertib.overrun/1\", \"name\": \"Loket\", \"rules\": [{\"steps\": [\"1\"], "
        "\"side\": \"before\", \"waktu\": \"5 Menit\", \"do\": \"notify\"}]}";
    struct office office = open_office();
    tertib_buf digest = TERTIB_BUF_INIT;
    tertib_buf json = TERTIB_BUF_INIT;
    tertib_tick* tick = NULL;
    char beside[128];
    CHECK_DONE(
        tertib_store_register_policy(office.store, policy, sizeof policy - 1, &digest, &error));
    CHECK(digest.size == 64);
    snprintf(beside, sizeof beside, ", \"policy\": \"%s\"", digest.data);
    tertib_buf_dispose(&digest);
    CHECK_TEXT(outcome(&office, request(&office, "a", "start", "2025-05-05T08:00", "", beside)),
               "");
    CHECK_DONE(tertib_store_tick(office.store, instant_of("2025-05-05T08:12"), 0, &tick, &error));
    CHECK(tertib_tick_count(tick) == 0);
    CHECK_DONE(tertib_tick_to_json(tick, &json, &error));
    CHECK(strstr(json.data, "\"warned\"") != NULL);
    tertib_buf_dispose(&json);
    tertib_tick_free(tick);
    CHECK_FAILS(tertib_store_register_policy(office.store, "{}", 2, &digest, &error),
                TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_store_register_policy(office.store, NULL, 1, &digest, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_register_policy(NULL, policy, sizeof policy - 1, &digest, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_register_policy(office.store, policy, sizeof policy - 1, NULL, &error),
                TERTIB_E_ARGUMENT);
    CHECK(digest.data == NULL);
    close_office(&office);
}

static void wrong_decisions_are_refused(void) {
    struct office office = open_office();
    tertib_reply* reply = NULL;
    tertib_buf json = TERTIB_BUF_INIT;
    const tertib_date wrong = {2025, 2, 30};
    CHECK_FAILS(tertib_store_submit_office(office.store, "{}", 2, &reply, &error), TERTIB_E_FORMAT);
    CHECK_FAILS(tertib_store_submit_office(office.store, NULL, 2, &reply, &error),
                TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit_office(NULL, "{}", 2, &reply, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_submit_office(office.store, "{}", 2, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_office(office.store, wrong, &json, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_office(NULL, any_day, &json, &error), TERTIB_E_ARGUMENT);
    CHECK_FAILS(tertib_store_office(office.store, any_day, NULL, &error), TERTIB_E_ARGUMENT);
    CHECK(reply == NULL && json.data == NULL);
    close_office(&office);
}

void office_tests(void) {
    the_office_says_who_holds_a_post();
    the_office_says_which_version_is_in_force();
    a_dry_run_of_a_migration_says_what_the_real_one_does();
    a_dry_run_of_another_calendar_says_what_the_real_one_does();
    a_revision_names_the_cases_that_it_touches();
    a_case_starts_with_an_overrun_policy();
    wrong_decisions_are_refused();
}
