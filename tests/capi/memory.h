/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** What the tests with failing memory share. */
#ifndef TERTIB_TEST_MEMORY_H
#define TERTIB_TEST_MEMORY_H

#include <tertib/tertib_experimental.h>

/** 1 if the call, which frees what it gave, fails cleanly or succeeds however little memory there
 *  is; else says what is wrong. */
int survives(const char* name, tertib_status (*call)(tertib_error**));

int time_survives(void);
/** Takes the folder for files of the tests. */
int cases_survive(const char* folder);
int logs_survive(const char* folder);
int office_survives(void);
int testkit_survives(void);

#endif
