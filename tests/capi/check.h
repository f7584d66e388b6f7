/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** A few macros to test C from C. Each test is a function without parameters; a check that fails is
 *  printed with its place, and the program ends with 1. */
#ifndef TERTIB_TEST_CHECK_H
#define TERTIB_TEST_CHECK_H

#include <tertib/tertib_experimental.h>

#include <stddef.h>

extern int failures;
extern int checks;

void check_true(int truth, const char* text, const char* file, int line);
void check_text(const char* found, const char* wanted, const char* text, const char* file,
                int line);

#define CHECK(truth) check_true((truth) ? 1 : 0, #truth, __FILE__, __LINE__)
#define CHECK_TEXT(found, wanted) check_text((found), (wanted), #found, __FILE__, __LINE__)

/** Checks that a call fails with that status, and that its error says the same in one line. */
#define CHECK_FAILS(call, status)                                                                  \
    do {                                                                                           \
        tertib_error* error = NULL;                                                                \
        CHECK((call) == (status));                                                                 \
        check_error(error, (status), #call, __FILE__, __LINE__);                                   \
        tertib_error_free(error);                                                                  \
    } while (0)
#define CHECK_DONE(call)                                                                           \
    do {                                                                                           \
        tertib_error* error = NULL;                                                                \
        CHECK((call) == TERTIB_OK);                                                                \
        CHECK(error == NULL);                                                                      \
        tertib_error_free(error);                                                                  \
    } while (0)

void check_error(const tertib_error* error, tertib_status status, const char* text,
                 const char* file, int line);

/** The path of a file of that name in the folder for such files; good until the next call but one. */
const char* scratch_path(const char* name);

/** A table of two steps, the second without pelaksana. */
extern const char small_sop[];
extern const size_t small_sop_size;
/** A built-in calendar; free with tertib_calendar_free. */
tertib_calendar* calendar_named(const char* name);
/** The instant of an exact text, without an offset WIB. */
int64_t instant_of(const char* text);
/** The example document of the repository; free with tertib_sop_free. */
tertib_sop* example_sop(tertib_findings** findings);
/** The small one. */
tertib_sop* read_small_sop(void);
/** The log of a table; free with tertib_log_free. */
tertib_log* log_of(const char* text);
/** The small one with Kadis in both steps, so that cases of it run. */
tertib_sop* running_sop(void);

void alignment_tests(void);
void base_tests(void);
void calendar_tests(void);
void case_context_tests(void);
void case_driver_tests(void);
void coverage_tests(void);
void deadline_tests(void);
void drawing_tests(void);
void findings_tests(void);
void graph_tests(void);
void journal_entry_tests(void);
void journal_replay_tests(void);
void lint_tests(void);
void log_tests(void);
void office_tests(void);
void overlay_tests(void);
void plan_tests(void);
void report_tests(void);
void sop_tests(void);
void sops_tests(void);
void store_tests(void);
void store_reading_tests(void);
void test_clock_tests(void);

#endif
