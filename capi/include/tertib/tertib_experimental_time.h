/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** tertib in C: calendars, deadlines, lateness and plans; a part of tertib_experimental.h, whose
 *  rules and uncertainty are its own. Include that.
 *
 *     tertib_calendar* office = NULL;
 *     tertib_deadline* deadline = NULL;
 *     tertib_calendar_from_name("id5", &office, NULL);
 *     tertib_deadline_create(office, start, "3 Hari Kerja", NULL, &deadline, NULL);
 *
 *  All @since 0.1 */
#ifndef TERTIB_TERTIB_EXPERIMENTAL_TIME_H
#define TERTIB_TERTIB_EXPERIMENTAL_TIME_H

#include "tertib/tertib_experimental.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- time ------------------------------------------------------------------------------------- */

/* Instants are int64_t microseconds since 1970-01-01 00:00 UTC; so are amounts of time, elapsed or
 * worked. Questions reach from 1970 to 2200; outside there is no answer. */

/** What stands where there is no instant or amount: the least int64_t. */
#define TERTIB_NO_TIME INT64_MIN

/** A day of the civil calendar; {0, 0, 0} is none. */
typedef struct tertib_date {
    int32_t year;
    int32_t month; /**< 1 to 12 */
    int32_t day;   /**< 1 to 31 */
} tertib_date;

/** From a minute of the day until just before another: 0 <= from < to <= 1440; {0, 0} is none. */
typedef struct tertib_work_span {
    int32_t from;
    int32_t to;
} tertib_work_span;

/** Which end of a range ("1-3 Hari") is meant. */
enum { TERTIB_BOUND_UPPER = 0, TERTIB_BOUND_LOWER = 1 };

/** What a waktu was read as; OPEN and NONE have no deadline. */
enum {
    TERTIB_WAKTU_EXACT = 0,
    TERTIB_WAKTU_RANGE = 1,
    TERTIB_WAKTU_SUM = 2,
    TERTIB_WAKTU_ALTERNATIVES = 3,
    TERTIB_WAKTU_ELAPSED = 4,
    TERTIB_WAKTU_PER_ITEM = 5,
    TERTIB_WAKTU_OPEN = 6,
    TERTIB_WAKTU_NONE = 7
};

/** Whether the walk day by day is part of the JSON. */
enum { TERTIB_WALK_LEFT_OUT = 0, TERTIB_WALK_TOLD = 1 };

/** Whether a day of "Hari" ends with its date or at closing time. */
enum { TERTIB_DAY_END_DATE = 0, TERTIB_DAY_END_CLOSING = 1 };

/** Whether a step was late; UNDECIDABLE: the record allows both. */
enum {
    TERTIB_LATENESS_ON_TIME = 0,
    TERTIB_LATENESS_LATE = 1,
    TERTIB_LATENESS_NOT_APPLICABLE = 2,
    TERTIB_LATENESS_UNDECIDABLE = 3
};

/** Which run of a plan. */
enum { TERTIB_RUN_BEST = 0, TERTIB_RUN_MAIN = 1, TERTIB_RUN_WORST = 2 };

/** Reads ISO 8601: "2025-05-05", "2025-05-05T10", "2025-05-05T10:00:30.25+07:00" and what lies
 *  between. A text known only to the day or the hour gives its first and its last instant, else
 *  both are equal.
 *  @param zone      minutes east of UTC (420 is WIB), for a text that names no offset
 *  @param earliest,latest  the instants; TERTIB_NO_TIME when the call failed.
 *  Fails: TERTIB_E_ARGUMENT (no such text, or outside 1970 to 2200). */
TERTIB_API tertib_status tertib_stamp_read(const char* text, int32_t zone, int64_t* earliest,
                                           int64_t* latest, tertib_error** error);
/** Writes an instant as "2025-05-05T10:00:00+07:00"; the same zone and limits as above. */
TERTIB_API tertib_status tertib_instant_to_text(int64_t instant, int32_t zone, tertib_buf* out,
                                                tertib_error** error);

/* --- calendar --------------------------------------------------------------------------------- */

/** When an office works, as known on a date. */
typedef struct tertib_calendar tertib_calendar;

/** A built-in calendar: "id5", "jabar5" or "contoh6", then "@2023-06-10" (as known on that date)
 *  and "+08" or "+09" (WITA, WIT) if wanted. Takes some milliseconds: keep it.
 *  Fails: TERTIB_E_ARGUMENT (no such calendar; the message names those that there are). */
TERTIB_API tertib_status tertib_calendar_from_name(const char* name, tertib_calendar** out,
                                                   tertib_error** error);
/** Reads "tertib.calendar/1". With a "base" it adds to a built-in calendar.
 *  @param json,size  UTF-8, needs no NUL at its end; not kept. NULL only with 0.
 *  Fails: TERTIB_E_FORMAT (no such JSON), TERTIB_E_ARGUMENT (facts that can't be),
 *  TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_calendar_from_json(const char* json, size_t size,
                                                   tertib_calendar** out, tertib_error** error);
/** Writes all its facts, so that the JSON stands alone.
 *  @param out  an empty buffer; clear with tertib_buf_dispose. */
TERTIB_API tertib_status tertib_calendar_to_json(const tertib_calendar* calendar, tertib_buf* out,
                                                 tertib_error** error);
/** The calendar as it stood on that date: what was decreed later isn't there. Fails as above. */
TERTIB_API tertib_status tertib_calendar_as_known_on(const tertib_calendar* calendar,
                                                     tertib_date date, tertib_calendar** out,
                                                     tertib_error** error);
/** The calendar of an office elsewhere.
 *  @param offset  minutes east of UTC, -1080 to 1080; 420, 480 and 540 are WIB, WITA and WIT */
TERTIB_API tertib_status tertib_calendar_in_zone(const tertib_calendar* calendar, int32_t offset,
                                                 tertib_calendar** out, tertib_error** error);
TERTIB_API void tertib_calendar_free(tertib_calendar* calendar);

/** Its name and version, SHA-256 of all that changes an answer, and what tertib_calendar_from_name
 *  would read ("id5@2023-06-10+09"). Borrowed. */
TERTIB_API const char* tertib_calendar_name(const tertib_calendar* calendar);
TERTIB_API const char* tertib_calendar_version(const tertib_calendar* calendar);
TERTIB_API const char* tertib_calendar_digest(const tertib_calendar* calendar);
TERTIB_API const char* tertib_calendar_label(const tertib_calendar* calendar);
/** The date as of which its facts are known; {0, 0, 0}: all that it holds. */
TERTIB_API tertib_date tertib_calendar_known_on(const tertib_calendar* calendar);
/** Its zone in minutes east of UTC. */
TERTIB_API int32_t tertib_calendar_zone(const tertib_calendar* calendar);
/** 1 if two calendars answer every question alike, else 0. */
TERTIB_API int32_t tertib_calendar_equal(const tertib_calendar* calendar,
                                         const tertib_calendar* other);

/** 1 if the office works on that day, else 0; TERTIB_E_ARGUMENT for no date of 1970 to 2200. */
TERTIB_API int32_t tertib_calendar_is_working_day(const tertib_calendar* calendar,
                                                  tertib_date date);
/** Its hours on that day, in order; none on a day off. */
TERTIB_API size_t tertib_calendar_hours_count(const tertib_calendar* calendar, tertib_date date);
TERTIB_API tertib_work_span tertib_calendar_hours_at(const tertib_calendar* calendar,
                                                     tertib_date date, size_t index);
/** Microseconds worked from one instant until just before another, negative if `until` comes first;
 *  TERTIB_NO_TIME if one lies outside 1970 to 2200. */
TERTIB_API int64_t tertib_calendar_between(const tertib_calendar* calendar, int64_t from,
                                           int64_t until);
/** The same for n pairs.
 *  @param from,until  n instants each, TERTIB_NO_TIME among them if need be; NULL only with 0.
 *  @param out         n amounts; may be the same memory as one of the others. */
TERTIB_API tertib_status tertib_calendar_between_column(const tertib_calendar* calendar,
                                                        const int64_t* from, const int64_t* until,
                                                        size_t n, int64_t* out,
                                                        tertib_error** error);

/** What is to be said of an answer that rests on the days from first to last (both included), such
 *  as CAL-ESTIMATE: not yet decreed.
 *  @param out  free with tertib_findings_free. */
TERTIB_API tertib_status tertib_calendar_findings(const tertib_calendar* calendar,
                                                  tertib_date first, tertib_date last,
                                                  tertib_findings** out, tertib_error** error);
/** A year of it as JSON, "tertib.calendar_year/1". */
TERTIB_API tertib_status tertib_calendar_year_to_json(const tertib_calendar* calendar, int32_t year,
                                                      tertib_buf* out, tertib_error** error);
/** The days from first to last whose hours differ, as JSON, "tertib.calendar_diff/1". */
TERTIB_API tertib_status tertib_calendar_diff_to_json(const tertib_calendar* before,
                                                      const tertib_calendar* after,
                                                      tertib_date first, tertib_date last,
                                                      tertib_buf* out, tertib_error** error);
/** The time and days worked between two instants with findings, as JSON, "tertib.between/1".
 *  Fails: TERTIB_E_ARGUMENT (outside 1970 to 2200). */
TERTIB_API tertib_status tertib_calendar_between_to_json(const tertib_calendar* calendar,
                                                         int64_t from, int64_t until,
                                                         tertib_buf* out, tertib_error** error);

/* --- deadline --------------------------------------------------------------------------------- */

/** A waktu made ready to reckon with, for many starts. */
typedef struct tertib_allowance tertib_allowance;

/** Waiting for the applicant: nothing counts from `from` until just before `until`. */
typedef struct tertib_clock_stop {
    int64_t from;
    int64_t until;
} tertib_clock_stop;

/** How to reckon. Begin with TERTIB_DEADLINE_OPTIONS_INIT or tertib_deadline_options_init. */
typedef struct tertib_deadline_options {
    uint32_t struct_size;           /**< sizeof(tertib_deadline_options) */
    int32_t bound;                  /**< TERTIB_BOUND_… */
    int32_t bare_hari;              /**< TERTIB_RECKONING_…: what "3 Hari" means */
    uint32_t max_days;              /**< days told in an explanation; 0 takes the default */
    int64_t items;                  /**< how many, for "per berkas"; 0: not given */
    const tertib_clock_stop* stops; /**< stop_count of them, in any order; not kept */
    size_t stop_count;
} tertib_deadline_options;

#define TERTIB_DEADLINE_OPTIONS_INIT                                                               \
    {(uint32_t)sizeof(tertib_deadline_options),                                                    \
     TERTIB_BOUND_UPPER,                                                                           \
     TERTIB_RECKONING_WORKING,                                                                     \
     0,                                                                                            \
     0,                                                                                            \
     NULL,                                                                                         \
     0}

/** TERTIB_DEADLINE_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_deadline_options_init(tertib_deadline_options* options);

/** Reads a waktu ("2,5 Jam", "15 Menit per berkas [4 berkas]", "-90 Menit") to reckon with.
 *  @param options  NULL: all defaults. Clock stops belong to one case: here they are refused.
 *  @param out      free with tertib_allowance_free.
 *  Fails: TERTIB_E_ARGUMENT ("per berkas" without items, a number too large, clock stops). */
TERTIB_API tertib_status tertib_allowance_from_text(const char* waktu,
                                                    const tertib_deadline_options* options,
                                                    tertib_allowance** out, tertib_error** error);
TERTIB_API void tertib_allowance_free(tertib_allowance* allowance);
/** TERTIB_WAKTU_… */
TERTIB_API int32_t tertib_allowance_form(const tertib_allowance* allowance);
/** What was noticed while reading it. Borrowed: don't free it. */
TERTIB_API const tertib_findings* tertib_allowance_findings(const tertib_allowance* allowance);
/** The deadline of one start; TERTIB_NO_TIME if the waktu has none, or it lies outside 1970 to
 *  2200. Makes nothing: some tens of nanoseconds. */
TERTIB_API int64_t tertib_allowance_due(const tertib_allowance* allowance,
                                        const tertib_calendar* calendar, int64_t start);
/** The same for n starts.
 *  @param starts  n instants, TERTIB_NO_TIME among them if need be; NULL only with 0.
 *  @param out     n deadlines; may be the same memory as the starts. */
TERTIB_API tertib_status tertib_allowance_due_column(const tertib_allowance* allowance,
                                                     const tertib_calendar* calendar,
                                                     const int64_t* starts, size_t n, int64_t* out,
                                                     tertib_error** error);

/** A deadline with all that is needed to reckon it again. */
typedef struct tertib_deadline tertib_deadline;

/** Reckons the deadline of a waktu that starts at an instant. The text may hold clock stops and a
 *  number of items too: "3 Hari {jeda 2025-05-06T14:00/2025-05-08T09:00}".
 *  @param options  NULL: all defaults.
 *  @param out      free with tertib_deadline_free.
 *  Fails: TERTIB_E_ARGUMENT ("per berkas" without items, a stop that ends before it begins, outside
 *  1970 to 2200). */
TERTIB_API tertib_status tertib_deadline_create(const tertib_calendar* calendar, int64_t start,
                                                const char* waktu,
                                                const tertib_deadline_options* options,
                                                tertib_deadline** out, tertib_error** error);
TERTIB_API void tertib_deadline_free(tertib_deadline* deadline);
/** The instant; TERTIB_NO_TIME for a waktu without a deadline. */
TERTIB_API int64_t tertib_deadline_due(const tertib_deadline* deadline);
/** What was noticed: of the waktu, its stops, and the calendar's days passed. Borrowed. */
TERTIB_API const tertib_findings* tertib_deadline_findings(const tertib_deadline* deadline);
/** One line for each day that it passed over and why, each ended by "\n".
 *  @param language  TERTIB_LANGUAGE_… */
TERTIB_API tertib_status tertib_deadline_lines(const tertib_deadline* deadline, int32_t language,
                                               tertib_buf* out, tertib_error** error);
/** The same as one paragraph to paste into a letter. */
TERTIB_API tertib_status tertib_deadline_paragraph(const tertib_deadline* deadline,
                                                   int32_t language, tertib_buf* out,
                                                   tertib_error** error);
/** Everything as JSON, "tertib.deadline/1".
 *  @param walk  TERTIB_WALK_… */
TERTIB_API tertib_status tertib_deadline_to_json(const tertib_deadline* deadline, int32_t walk,
                                                 tertib_buf* out, tertib_error** error);

/** Late or not, and by how much. */
typedef struct tertib_lateness tertib_lateness;

/** How to compare. Begin with TERTIB_LATENESS_OPTIONS_INIT or tertib_lateness_options_init. */
typedef struct tertib_lateness_options {
    uint32_t struct_size; /**< sizeof(tertib_lateness_options) */
    int32_t day_end;      /**< TERTIB_DAY_END_… */
} tertib_lateness_options;

#define TERTIB_LATENESS_OPTIONS_INIT                                                               \
    {(uint32_t)sizeof(tertib_lateness_options), TERTIB_DAY_END_DATE}

/** TERTIB_LATENESS_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_lateness_options_init(tertib_lateness_options* options);

/** Compares a deadline with when the step was done: at some instant from `earliest` to `latest`,
 *  both included (equal for an exact record; see tertib_stamp_read).
 *  @param out  free with tertib_lateness_free.
 *  Fails: TERTIB_E_ARGUMENT (latest before earliest, outside 1970 to 2200). */
TERTIB_API tertib_status tertib_deadline_lateness(const tertib_deadline* deadline, int64_t earliest,
                                                  int64_t latest,
                                                  const tertib_lateness_options* options,
                                                  tertib_lateness** out, tertib_error** error);
TERTIB_API void tertib_lateness_free(tertib_lateness* lateness);
/** TERTIB_LATENESS_… */
TERTIB_API int32_t tertib_lateness_verdict(const tertib_lateness* lateness);
/** Microseconds worked after the deadline, at least and at most; 0 if none. */
TERTIB_API int64_t tertib_lateness_least(const tertib_lateness* lateness);
TERTIB_API int64_t tertib_lateness_most(const tertib_lateness* lateness);
/** Days after the deadline's date, working or civil as the waktu counts; TERTIB_NO_TIME where it
 *  isn't in days. */
TERTIB_API int64_t tertib_lateness_least_days(const tertib_lateness* lateness);
TERTIB_API int64_t tertib_lateness_most_days(const tertib_lateness* lateness);
/** What is to be said of it, such as AFTER-CLOSING. Borrowed: don't free it. */
TERTIB_API const tertib_findings* tertib_lateness_findings(const tertib_lateness* lateness);

/* --- plan ------------------------------------------------------------------------------------- */

/** An SOP laid over an office's calendar: its best, main and worst run. It keeps its SOP alive. */
typedef struct tertib_plan tertib_plan;

/** An outcome that a decision is to have, and how many items a step has to do. Texts aren't kept. */
typedef struct tertib_given_outcome {
    const char* step; /**< key of the decision */
    const char* outcome;
} tertib_given_outcome;
typedef struct tertib_given_items {
    const char* step; /**< key; NULL or "" for every step */
    int64_t items;
} tertib_given_items;

/** How to plan. Begin with TERTIB_PLAN_OPTIONS_INIT or tertib_plan_options_init. */
typedef struct tertib_plan_options {
    uint32_t struct_size; /**< sizeof(tertib_plan_options) */
    uint32_t rounds;      /**< how often the worst run takes each loop again; usually 1 */
    const tertib_given_outcome* outcomes; /**< outcome_count of them */
    size_t outcome_count;
    const tertib_given_items* items; /**< items_count of them */
    size_t items_count;
    uint64_t max_runs; /**< limits; 0 takes the default */
    uint64_t max_visits;
    uint64_t max_tried_visits;
} tertib_plan_options;

#define TERTIB_PLAN_OPTIONS_INIT                                                                   \
    {(uint32_t)sizeof(tertib_plan_options), 1, NULL, 0, NULL, 0, 0, 0, 0}

/** TERTIB_PLAN_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_plan_options_init(tertib_plan_options* options);

/** Plans one case that starts at an instant.
 *  @param options  NULL: all defaults.
 *  @param out      free with tertib_plan_free.
 *  Fails: TERTIB_E_ARGUMENT (no such step or outcome, "per berkas" without items, outside 1970 to
 *  2200), TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_sop_plan(const tertib_sop* sop, const tertib_calendar* calendar,
                                         int64_t start, const tertib_plan_options* options,
                                         tertib_plan** out, tertib_error** error);
TERTIB_API void tertib_plan_free(tertib_plan* plan);
/** When a run is finished, and what it takes in microseconds worked; TERTIB_NO_TIME for no run.
 *  @param run  TERTIB_RUN_… */
TERTIB_API int64_t tertib_plan_finish(const tertib_plan* plan, int32_t run);
TERTIB_API int64_t tertib_plan_work(const tertib_plan* plan, int32_t run);
/** What is to be said of it. Borrowed: don't free it. */
TERTIB_API const tertib_findings* tertib_plan_findings(const tertib_plan* plan);
/** Everything as JSON, "tertib.plan/1": each visit with its slack, loads, the dates to tell. */
TERTIB_API tertib_status tertib_plan_to_json(const tertib_plan* plan, tertib_buf* out,
                                             tertib_error** error);

#ifdef __cplusplus
}
#endif

/* Cases and logs need the times above. */
#include "tertib/tertib_experimental_cases.h"
#include "tertib/tertib_experimental_logs.h"

#endif
