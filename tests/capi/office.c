/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */
#include "office.h"

#include <string.h>

struct office open_office(void) {
    struct office made = {NULL, NULL, NULL};
    made.sop = running_sop();
    made.calendar = calendar_named("id5");
    CHECK_DONE(tertib_store_open_memory(NULL, &made.store, &error));
    CHECK_DONE(tertib_store_register_sop(made.store, made.sop, &error));
    CHECK_DONE(tertib_store_register_calendar(made.store, made.calendar, &error));
    return made;
}

void close_office(struct office* office) {
    tertib_sop_free(office->sop);
    tertib_store_free(office->store);
    tertib_calendar_free(office->calendar);
}

const char* command(const char* case_id, const char* verb, const char* now, const char* more) {
    static char text[1024];
    snprintf(text, sizeof text,
             "{\"schema\": \"tertib.command/1\", \"case\": \"%s\", \"verb\": \"%s\", "
             "\"by\": \"Ani\", \"as\": \"Kadis\", \"now\": \"%s\"%s}",
             case_id, verb, now, more);
    return text;
}

const char* request(const struct office* office, const char* case_id, const char* verb,
                    const char* now, const char* more, const char* beside) {
    static char text[2048];
    snprintf(text, sizeof text,
             "{\"schema\": \"tertib.request/1\", \"sop\": \"%s\", \"calendar\": \"%s\"%s, "
             "\"command\": %s}",
             tertib_sop_digest(office->sop), tertib_calendar_digest(office->calendar), beside,
             command(case_id, verb, now, more));
    return text;
}

tertib_reply* submit(const struct office* office, const char* request) {
    tertib_reply* reply = NULL;
    CHECK_DONE(tertib_store_submit(office->store, request, strlen(request), &reply, &error));
    return reply;
}

const char* outcome(const struct office* office, const char* request) {
    static char code[64];
    tertib_reply* reply = submit(office, request);
    const tertib_finding* refusal = tertib_reply_refusal(reply);
    snprintf(code, sizeof code, "%s", refusal != NULL ? tertib_finding_code(refusal) : "");
    tertib_reply_free(reply);
    return code;
}
