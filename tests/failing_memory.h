/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** Memory that runs out at the n-th request, for tests in C and C++. A program that links
 *  tertib_failing_memory has its operator new replaced, also inside the library; malloc isn't, so
 *  that SQLite's own requests aren't counted. One thread. */
#ifndef TERTIB_TEST_FAILING_MEMORY_H
#define TERTIB_TEST_FAILING_MEMORY_H

#ifdef __cplusplus
extern "C" {
#endif

/** From now on so many requests are granted and then none; negative: all. */
void fail_after(long requests);

/** 1 if the request that was to fail was made. */
int has_failed(void);

#ifdef __cplusplus
}
#endif

#endif
