/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** What the tests of running cases share: an office with a store, and requests as text. */
#ifndef TERTIB_TEST_OFFICE_H
#define TERTIB_TEST_OFFICE_H

#include "check.h"

#include <stdio.h>

/** A store in memory with the running SOP and id5 registered; free each. */
struct office {
    tertib_store* store;
    tertib_sop* sop;
    tertib_calendar* calendar;
};

struct office open_office(void);
void close_office(struct office* office);

/** "tertib.command/1" by Ani as Kadis. `more` is further members with a comma before them, or "".
 *  Both texts are good until the next call of the same function. */
const char* command(const char* case_id, const char* verb, const char* now, const char* more);
/** "tertib.request/1" with that command; `beside` as `more`. */
const char* request(const struct office* office, const char* case_id, const char* verb,
                    const char* now, const char* more, const char* beside);
/** The reply, or NULL after a check has failed. */
tertib_reply* submit(const struct office* office, const char* request);
/** The code of the refusal, "" if it was done; the reply is freed. Good until the next call. */
const char* outcome(const struct office* office, const char* request);

#endif
