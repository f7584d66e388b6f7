/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** tertib in C: logs checked against SOPs; a part of tertib_experimental.h, whose rules and
 *  uncertainty are its own. Include that.
 *
 *     tertib_check_version version = {sop, {0, 0, 0}, {0, 0, 0}};
 *     tertib_report* report = NULL;
 *     tertib_check(&version, 1, office, log, NULL, &report, NULL);
 *     tertib_report_to_json(report, TERTIB_PEOPLE_ROLES, &json, NULL);
 *
 *  All @since 0.1 */
#ifndef TERTIB_TERTIB_EXPERIMENTAL_CHECK_H
#define TERTIB_TERTIB_EXPERIMENTAL_CHECK_H

#include "tertib/tertib_experimental_logs.h"

#ifdef __cplusplus
extern "C" {
#endif

/** When a step's clock starts: when the last step before it was completed, or at its own start. */
enum { TERTIB_MEASURED_FROM_READY = 0, TERTIB_MEASURED_FROM_STARTED = 1 };

/** By which knowledge of the calendar deadlines are reckoned: at `now`, when the clock started, or
 *  when the step was completed. */
enum { TERTIB_KNOWN_NOW = 0, TERTIB_KNOWN_PROMISED = 1, TERTIB_KNOWN_COMPLETED = 2 };

/** Whether a version must be in force when the case began, or at each event. */
enum { TERTIB_VERSION_AT_CASE_BEGIN = 0, TERTIB_VERSION_AT_EVENT = 1 };

/** By what cases are grouped, and by which of their ends they belong to a group of time. */
enum {
    TERTIB_PERIOD_NONE = 0,
    TERTIB_PERIOD_MONTH = 1,
    TERTIB_PERIOD_QUARTER = 2,
    TERTIB_PERIOD_SEMESTER = 3,
    TERTIB_PERIOD_UNIT_KERJA = 4
};
enum { TERTIB_COUNT_BY_END = 0, TERTIB_COUNT_BY_START = 1 };

/** How people appear: as posts, as numbers that are the same throughout a report, by name. */
enum { TERTIB_PEOPLE_ROLES = 0, TERTIB_PEOPLE_PSEUDONYMS = 1, TERTIB_PEOPLE_NAMES = 2 };

/** Whether a check could be judged: in some case, in none, or it wasn't asked for. */
enum { TERTIB_CHECK_JUDGED = 0, TERTIB_CHECK_UNDECIDABLE = 1, TERTIB_CHECK_OFF = 2 };

/** One version of an SOP, with its overlays applied, and from when to when it is in force (the last
 *  day included; {0, 0, 0}: as its identity page says, until the next version). */
typedef struct tertib_check_version {
    const tertib_sop* sop;
    tertib_date from;
    tertib_date until;
} tertib_check_version;

/** How to check. Begin with TERTIB_CHECK_OPTIONS_INIT or tertib_check_options_init. */
typedef struct tertib_check_options {
    uint32_t struct_size;          /**< sizeof(tertib_check_options) */
    uint32_t threads;              /**< 0 or 1: one; the report is the same for any number */
    int64_t now;                   /**< TERTIB_NO_TIME: open cases aren't judged for lateness */
    const tertib_map* map;         /**< how the log is to be understood, may be NULL */
    const tertib_map* people;      /**< whose people hold which post; NULL: those of `map` */
    const tertib_overlay* overlay; /**< whose waivers and four eyes count, may be NULL */
    const char* service_waktu;     /**< of the whole case, may be NULL */
    int32_t measured_from;         /**< TERTIB_MEASURED_FROM_… */
    int32_t known;                 /**< TERTIB_KNOWN_… */
    int32_t version_at;            /**< TERTIB_VERSION_AT_… */
    int32_t day_end;               /**< TERTIB_DAY_END_… */
    int32_t judge_by;              /**< version for cases that began while none was in force; -1 */
    int32_t by;                    /**< TERTIB_PERIOD_… */
    int32_t count_by;              /**< TERTIB_COUNT_BY_… */
    tertib_date from;              /**< only cases counted on these days; {0, 0, 0}: open */
    tertib_date until;             /**< the last day, included */
    tertib_watch watch;            /**< may be NULL; what it ends leaves the cases judged so far */
    void* user_data;               /**< for it */
} tertib_check_options;

#define TERTIB_CHECK_OPTIONS_INIT                                                                  \
    {(uint32_t)sizeof(tertib_check_options),                                                       \
     0,                                                                                            \
     TERTIB_NO_TIME,                                                                               \
     NULL,                                                                                         \
     NULL,                                                                                         \
     NULL,                                                                                         \
     NULL,                                                                                         \
     TERTIB_MEASURED_FROM_READY,                                                                   \
     TERTIB_KNOWN_NOW,                                                                             \
     TERTIB_VERSION_AT_CASE_BEGIN,                                                                 \
     TERTIB_DAY_END_DATE,                                                                          \
     -1,                                                                                           \
     TERTIB_PERIOD_NONE,                                                                           \
     TERTIB_COUNT_BY_END,                                                                          \
     {0, 0, 0},                                                                                    \
     {0, 0, 0},                                                                                    \
     NULL,                                                                                         \
     NULL}

/** TERTIB_CHECK_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_check_options_init(tertib_check_options* options);

/** What came out of checking a log. Immutable; keeps alive whatever it needs. */
typedef struct tertib_report tertib_report;

/** Checks every case of a log against the versions of an SOP.
 *  @param versions  version_count of them, at least one; not kept.
 *  @param options   NULL: all defaults.
 *  @param out       free with tertib_report_free.
 *  Fails: TERTIB_E_ARGUMENT (no version; the map names a step that an SOP lacks; a post that can't
 *  be held), TERTIB_E_LIMIT, TERTIB_E_USER (the watch asked for it). */
TERTIB_API tertib_status tertib_check(const tertib_check_version* versions, size_t version_count,
                                      const tertib_calendar* calendar, const tertib_log* log,
                                      const tertib_check_options* options, tertib_report** out,
                                      tertib_error** error);
/** Cases and events that were checked; cases in which nothing of severity error or warning is
 *  violated; lines of the table of what was found. */
TERTIB_API uint64_t tertib_report_case_count(const tertib_report* report);
TERTIB_API uint64_t tertib_report_event_count(const tertib_report* report);
TERTIB_API uint64_t tertib_report_cases_in_order(const tertib_report* report);
TERTIB_API size_t tertib_report_row_count(const tertib_report* report);
/** 1 if a check of severity error is violated in a case and not waived, else 0. */
TERTIB_API int32_t tertib_report_came_out_negative(const tertib_report* report);
/** The checks in their order, below their count: "STEP-UNKNOWN" … (borrowed); TERTIB_SEVERITY_… of a
 *  violation; TERTIB_CHECK_…; how many cases came to a TERTIB_VERDICT_… (the four add up to all
 *  cases); in how many of those violated all of it is waived. */
TERTIB_API size_t tertib_report_check_count(const tertib_report* report);
TERTIB_API const char* tertib_report_check_code(const tertib_report* report, size_t index);
TERTIB_API int32_t tertib_report_check_severity(const tertib_report* report, size_t index);
TERTIB_API int32_t tertib_report_check_state(const tertib_report* report, size_t index);
TERTIB_API uint64_t tertib_report_check_case_count(const tertib_report* report, size_t index,
                                                   int32_t verdict);
TERTIB_API uint64_t tertib_report_check_waived_count(const tertib_report* report, size_t index);
/** What is odd about the log, its reading and its activities. Borrowed: don't free it. */
TERTIB_API const tertib_findings* tertib_report_findings(const tertib_report* report);
/** Everything as JSON, "tertib.check/1".
 *  @param people  TERTIB_PEOPLE_… */
TERTIB_API tertib_status tertib_report_to_json(const tertib_report* report, int32_t people,
                                               tertib_buf* out, tertib_error** error);
TERTIB_API void tertib_report_free(tertib_report* report);

#ifdef __cplusplus
}
#endif

#endif
