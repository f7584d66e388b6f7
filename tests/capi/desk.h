/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** What the tests of the test kit share: a desk at which cases are driven. */
#ifndef TERTIB_TEST_DESK_H
#define TERTIB_TEST_DESK_H

#include "check.h"

/** A store for tests, a clock on Monday 2025-05-05 at 09:00 by id5, and a driver on the example
 *  document with an overlay that names pelaksana and makes step 4 a decision. */
struct desk {
    tertib_calendar* calendar;
    tertib_test_clock* clock;
    tertib_store* store;
    tertib_sop* sop; /**< with the overlay */
    tertib_case_driver* driver;
};

struct desk open_desk(void);
void close_desk(struct desk* desk);

/** The overlay of the example document. */
extern const char desk_overlay[];

/** The kinds of the events, each with a space behind; they are freed. Good until the next call. */
const char* kinds_of(tertib_events* events);

#endif
