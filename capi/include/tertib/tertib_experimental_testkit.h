/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** tertib in C: the test kit, for trying one's own code against cases of an SOP with no file, no
 *  network and no clock but the test's; a part of tertib_experimental.h, whose rules and uncertainty
 *  are its own. Include that.
 *
 *     const char* const path[] = {"1", "2=Tolak", "1", "2=Setuju", "3"};
 *     tertib_test_clock_create(office, "2025-05-05T09:00", &clock, NULL);
 *     tertib_store_open_test(NULL, &store, NULL);
 *     tertib_case_driver_create(store, clock, sop, NULL, &driver, NULL);
 *     tertib_case_driver_after_step(driver, my_portal_on_step, &portal, NULL, NULL);
 *     tertib_case_driver_walk(driver, "K-1", path, 5, NULL, NULL, NULL);
 *
 *  Here a refusal that nobody asked for is a failure, TERTIB_E_ARGUMENT, whose message names case,
 *  step, command and code. docs/testing.md tells more.
 *
 *  All @since 0.1 */
#ifndef TERTIB_TERTIB_EXPERIMENTAL_TESTKIT_H
#define TERTIB_TERTIB_EXPERIMENTAL_TESTKIT_H

#include "tertib/tertib_experimental.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- clock ------------------------------------------------------------------------------------ */

/** A clock that stands still until the test moves it, on the wall of an office. For one thread at a
 *  time. What fails leaves it as it was. */
typedef struct tertib_test_clock tertib_test_clock;

/** @param at   a moment such as "2025-05-05T09:00", without an offset on the calendar's clock
 *  @param out  free with tertib_test_clock_free.
 *  Fails: TERTIB_E_ARGUMENT (no moment, or outside 1970 to 2200). */
TERTIB_API tertib_status tertib_test_clock_create(const tertib_calendar* calendar, const char* at,
                                                  tertib_test_clock** out, tertib_error** error);
/** What it shows, in microseconds since 1970 UTC; of NULL TERTIB_NO_TIME. */
TERTIB_API int64_t tertib_test_clock_now(const tertib_test_clock* clock);
/** Any moment, also an earlier one: a clock that goes backwards is a thing to test. The text as
 *  above.  Fail as above. */
TERTIB_API tertib_status tertib_test_clock_set(tertib_test_clock* clock, int64_t at,
                                               tertib_error** error);
TERTIB_API tertib_status tertib_test_clock_set_text(tertib_test_clock* clock, const char* at,
                                                    tertib_error** error);
/** By microseconds on the wall; negative goes back.  Fails as above. */
TERTIB_API tertib_status tertib_test_clock_advance(tertib_test_clock* clock, int64_t microseconds,
                                                   tertib_error** error);
/** To the moment at which a waktu that starts now ends by the calendar: "2 Hari Kerja".
 *  Fails: TERTIB_E_ARGUMENT (it names no time, or counts items). */
TERTIB_API tertib_status tertib_test_clock_advance_waktu(tertib_test_clock* clock,
                                                         const char* waktu, tertib_error** error);
/** The same calendar as another date knows it, or another one: what the office learns overnight. */
TERTIB_API tertib_status tertib_test_clock_use(tertib_test_clock* clock,
                                               const tertib_calendar* calendar,
                                               tertib_error** error);
TERTIB_API void tertib_test_clock_free(tertib_test_clock* clock);

/* --- store ------------------------------------------------------------------------------------ */

/** A store in memory whose journal is the same in every run: hashes can be compared, and a journal
 *  kept as a file beside the test. Never for real cases: anybody can guess its salts. Parameters as
 *  of tertib_store_open_memory. */
TERTIB_API tertib_status tertib_store_open_test(const tertib_store_options* options,
                                                tertib_store** out, tertib_error** error);

/* --- events ----------------------------------------------------------------------------------- */

/** One fact in a case's journal, borrowed; an owned list of them. Immutable. */
typedef struct tertib_event tertib_event;
typedef struct tertib_events tertib_events;

TERTIB_API size_t tertib_events_count(const tertib_events* events);
/** The event at an index below the count. Borrowed. */
TERTIB_API const tertib_event* tertib_events_at(const tertib_events* events, size_t index);
TERTIB_API void tertib_events_free(tertib_events* events);

/** The case; its number in the case, from 1; what happened ("started", "completed", "overdue" …). */
TERTIB_API const char* tertib_event_case(const tertib_event* event);
TERTIB_API uint64_t tertib_event_number(const tertib_event* event);
TERTIB_API const char* tertib_event_kind(const tertib_event* event);
/** The step's key, and the task ("3#2"); "" for the whole case. Borrowed. */
TERTIB_API const char* tertib_event_step(const tertib_event* event);
TERTIB_API const char* tertib_event_task(const tertib_event* event);
/** The outcome of a decision, "" if none; how the case ended, "" if it wasn't said. Borrowed. */
TERTIB_API const char* tertib_event_outcome(const tertib_event* event);
TERTIB_API const char* tertib_event_result(const tertib_event* event);
/** 1 if the case has ended with it, else 0. */
TERTIB_API int32_t tertib_event_ends_case(const tertib_event* event);
/** Everything as JSON, "tertib.event/1", instants in the zone of the case's calendar. */
TERTIB_API tertib_status tertib_event_to_json(const tertib_event* event, tertib_buf* out,
                                              tertib_error** error);

/* --- paths ------------------------------------------------------------------------------------ */

/* An item of a path is a text: a step's key ("3"), or a task ("3#2"), and behind "=" the outcome of a
 * decision ("3=Ya"; "3=" is the exit without one). "start=Online" comes first where the flow begins
 * with a choice. */

/** Every way of a case from its start to its end. Immutable. */
typedef struct tertib_paths tertib_paths;

/** Begin with TERTIB_PATHS_OPTIONS_INIT or tertib_paths_options_init. 0 takes the default. */
typedef struct tertib_paths_options {
    uint32_t struct_size; /**< sizeof(tertib_paths_options) */
    uint32_t max_visits;  /**< of one step by the same work; 2, the default: each loop once round */
    uint64_t max_paths;   /**< 1000 */
    uint64_t max_moves;   /**< steps of the search in all; 1000000 */
} tertib_paths_options;

#define TERTIB_PATHS_OPTIONS_INIT {(uint32_t)sizeof(tertib_paths_options), 0, 0, 0}

/** TERTIB_PATHS_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_paths_options_init(tertib_paths_options* options);

/** Each choice that is drawn, each loop not at all and once round; of the orders in which parallel
 *  branches can be done one.
 *  @param options  NULL: all defaults.
 *  @param out      free with tertib_paths_free.
 *  Fails: TERTIB_E_ARGUMENT (its flow isn't sound), TERTIB_E_LIMIT (named by the message). */
TERTIB_API tertib_status tertib_sop_paths(const tertib_sop* sop,
                                          const tertib_paths_options* options, tertib_paths** out,
                                          tertib_error** error);
TERTIB_API size_t tertib_paths_count(const tertib_paths* paths);
/** The items of the path at an index below the count, as tertib_case_driver_walk takes them.
 *  @param count  how many there are, may be NULL. Borrowed. */
TERTIB_API const char* const* tertib_paths_items_at(const tertib_paths* paths, size_t index,
                                                    size_t* count);
/** The same as one text: "1 → 2=Setuju → 3". Borrowed. */
TERTIB_API const char* tertib_paths_text_at(const tertib_paths* paths, size_t index);
TERTIB_API void tertib_paths_free(tertib_paths* paths);

/* --- driver ----------------------------------------------------------------------------------- */

/** Walks cases of one SOP along given paths, as the people of an office would. It keeps its store and
 *  clock alive; the clock moves only where the test moves it, in a hook too. For one thread at a
 *  time, and not again from within its own hooks.
 *
 *  Each step is completed by somebody of its pelaksana (the holder, if it is claimed; each of them in
 *  turn, where all must), with all of its produk; where a step is open more than once, the task that
 *  came first. Cases run by the clock's calendar.
 *
 *  A call that fails leaves written what it had done by then: the items before the one that was
 *  refused, and where memory ran out perhaps that one too. */
typedef struct tertib_case_driver tertib_case_driver;

/** Begin with TERTIB_CASE_DRIVER_OPTIONS_INIT or tertib_case_driver_options_init. */
typedef struct tertib_case_driver_options {
    uint32_t struct_size;             /**< sizeof(tertib_case_driver_options) */
    const tertib_overlay* overlay;    /**< added to the SOP, may be NULL; not kept */
    const tertib_post_holding* posts; /**< post_count of them: who holds a post; not kept */
    size_t post_count;                /**< at most 100000 */
    const char* excuse; /**< said where a kelengkapan that an earlier step owes isn't there, as on a
                             path past the step that makes it; NULL: that is refused */
} tertib_case_driver_options;

#define TERTIB_CASE_DRIVER_OPTIONS_INIT                                                            \
    {(uint32_t)sizeof(tertib_case_driver_options), NULL, NULL, 0, NULL}

/** TERTIB_CASE_DRIVER_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_case_driver_options_init(tertib_case_driver_options* options);

/** Registers the SOP in the store.
 *  @param options  NULL: all defaults.
 *  @param out      free with tertib_case_driver_free.
 *  Fails: TERTIB_E_ARGUMENT (cases of such an SOP can't be run, an entry of the overlay fits nothing,
 *  or such a post can't be held), TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_case_driver_create(tertib_store* store, tertib_test_clock* clock,
                                                   const tertib_sop* sop,
                                                   const tertib_case_driver_options* options,
                                                   tertib_case_driver** out, tertib_error** error);
/** A handle of one's own to the SOP that the cases run by, with the overlay.
 *  @param out  free with tertib_sop_free. */
TERTIB_API tertib_status tertib_case_driver_sop(const tertib_case_driver* driver, tertib_sop** out,
                                                tertib_error** error);
TERTIB_API void tertib_case_driver_free(tertib_case_driver* driver);

/** An item of a path that is being done, or has been: what a hook is told. */
typedef struct tertib_driven_step tertib_driven_step;

/** The case; "start" or the step's key; its outcome, "" if none; who does it and as what. Borrowed. */
TERTIB_API const char* tertib_driven_step_case(const tertib_driven_step* step);
TERTIB_API const char* tertib_driven_step_step(const tertib_driven_step* step);
TERTIB_API const char* tertib_driven_step_outcome(const tertib_driven_step* step);
TERTIB_API const char* tertib_driven_step_person(const tertib_driven_step* step);
TERTIB_API const char* tertib_driven_step_as(const tertib_driven_step* step);
/** When, in microseconds since 1970 UTC; of NULL TERTIB_NO_TIME. */
TERTIB_API int64_t tertib_driven_step_now(const tertib_driven_step* step);
/** The events that were written; none before the step. Borrowed. */
TERTIB_API const tertib_events* tertib_driven_step_events(const tertib_driven_step* step);

/** Told of a step, which is gone when this returns. Returns 0 to go on, TERTIB_STOP to end the call
 *  without error, a negative number to fail: the call then returns TERTIB_E_USER, the number in its
 *  message. Called by the thread that made the call; it may use the store and the clock, but not the
 *  driver, nor leave by longjmp or an exception. */
typedef int32_t (*tertib_step_hook)(const tertib_driven_step* step, void* user_data);

/** Has the hook called before, or after, each step that the driver does (also "start"), in the order
 *  given.
 *  @param user_data_free  called with user_data when the driver is freed, may be NULL; not called if
 *                         this fails. */
TERTIB_API tertib_status tertib_case_driver_before_step(tertib_case_driver* driver,
                                                        tertib_step_hook hook, void* user_data,
                                                        void (*user_data_free)(void*),
                                                        tertib_error** error);
TERTIB_API tertib_status tertib_case_driver_after_step(tertib_case_driver* driver,
                                                       tertib_step_hook hook, void* user_data,
                                                       void (*user_data_free)(void*),
                                                       tertib_error** error);

/** How a step is done where it isn't done as usual. Begin with TERTIB_STEP_ORDERS_INIT or
 *  tertib_step_orders_init. Nothing in it is kept; a text may be NULL. */
typedef struct tertib_step_orders {
    uint32_t struct_size; /**< sizeof(tertib_step_orders) */
    const char* by;       /**< NULL, with `as`: somebody who may, found by the driver */
    const char* as;
    const char* const*
        produk;          /**< produk_count of them, delivered; NULL: all that the step names */
    size_t produk_count; /**< at most 10000; 0 with produk not NULL: none of them */
    const char* target;  /**< for an outcome that isn't drawn: a step's key or "end" */
    const char* const* missing; /**< missing_count of them: kelengkapan from outside not there */
    size_t missing_count;       /**< at most 10000 */
    const char* excuse;         /**< NULL: the driver's, where a kelengkapan is owed */
    const char* result;         /**< how the case ends */
    const char* reason;
    const char* dasar;
    int64_t at; /**< when it happened, microseconds since 1970 UTC; TERTIB_NO_TIME: now */
} tertib_step_orders;

#define TERTIB_STEP_ORDERS_INIT                                                                    \
    {(uint32_t)sizeof(tertib_step_orders),                                                         \
     NULL,                                                                                         \
     NULL,                                                                                         \
     NULL,                                                                                         \
     0,                                                                                            \
     NULL,                                                                                         \
     NULL,                                                                                         \
     0,                                                                                            \
     NULL,                                                                                         \
     NULL,                                                                                         \
     NULL,                                                                                         \
     NULL,                                                                                         \
     TERTIB_NO_TIME}

/** TERTIB_STEP_ORDERS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_step_orders_init(tertib_step_orders* orders);

/** Starts a case.
 *  @param waktu    the service deadline of the whole case, NULL: the total that the SOP states
 *  @param outcome  where the flow begins with a choice, else NULL
 *  @param orders   NULL: as usual.
 *  @param out      the events that were written, may be NULL; free with tertib_events_free.
 *  Fails: TERTIB_E_ARGUMENT (refused), TERTIB_E_USER (a hook asked for it). */
TERTIB_API tertib_status tertib_case_driver_start(tertib_case_driver* driver, const char* case_id,
                                                  const char* waktu, const char* outcome,
                                                  const tertib_step_orders* orders,
                                                  tertib_events** out, tertib_error** error);
/** Does one item of a path; orders->by for a task that all must complete: by this one alone.
 *  Fails as above. */
TERTIB_API tertib_status tertib_case_driver_complete(tertib_case_driver* driver,
                                                     const char* case_id, const char* item,
                                                     const tertib_step_orders* orders,
                                                     tertib_events** out, tertib_error** error);
/** Does every item of a path, the first after starting the case if it isn't there.
 *  @param items  `count` texts, none of them NULL; NULL only with 0
 *  @param count  at most 100000
 *  @param last   orders for the last one. NULL: as usual.
 *  Fails as above, TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_case_driver_walk(tertib_case_driver* driver, const char* case_id,
                                                 const char* const* items, size_t count,
                                                 const tertib_step_orders* last,
                                                 tertib_events** out, tertib_error** error);
/** Any other command, by somebody who may as far as the driver can tell. No hooks are called.
 *  @param action,size  its verb and members as in "tertib.command/1", without case, person and
 *                      times: {"verb": "claim", "task": "3"}
 *  Fails: TERTIB_E_FORMAT (no such JSON; the message names the member), TERTIB_E_ARGUMENT (refused). */
TERTIB_API tertib_status tertib_case_driver_act(tertib_case_driver* driver, const char* case_id,
                                                const char* action, size_t size,
                                                const tertib_step_orders* orders,
                                                tertib_events** out, tertib_error** error);
/** The same where a refusal is an answer: for testing what is refused.
 *  @param out  the reply; free with tertib_reply_free. */
TERTIB_API tertib_status tertib_case_driver_ask(tertib_case_driver* driver, const char* case_id,
                                                const char* action, size_t size,
                                                const tertib_step_orders* orders,
                                                tertib_reply** out, tertib_error** error);

/* --- coverage --------------------------------------------------------------------------------- */

/** What of an SOP the cases of a test run have tried: a step is covered once it was completed, a flow
 *  once it was taken as it is drawn. Immutable. */
typedef struct tertib_coverage tertib_coverage;

/** Of all cases in the store that run by the SOP.
 *  @param out  free with tertib_coverage_free.
 *  Fails: TERTIB_E_ARGUMENT (such an SOP can't be run). */
TERTIB_API tertib_status tertib_sop_coverage(const tertib_sop* sop, tertib_store* store,
                                             tertib_coverage** out, tertib_error** error);
/** Both together, as of two stores.  Fails: TERTIB_E_ARGUMENT (they are of different SOPs). */
TERTIB_API tertib_status tertib_coverage_merge(const tertib_coverage* one,
                                               const tertib_coverage* other, tertib_coverage** out,
                                               tertib_error** error);
/** How many of all steps and flows are covered, rounded down: 100 only if all are; how many cases
 *  were counted. */
TERTIB_API uint32_t tertib_coverage_percent(const tertib_coverage* coverage);
TERTIB_API uint64_t tertib_coverage_case_count(const tertib_coverage* coverage);
/** Keys of the steps that were never completed. Borrowed. */
TERTIB_API size_t tertib_coverage_step_never_count(const tertib_coverage* coverage);
TERTIB_API const char* tertib_coverage_step_never_at(const tertib_coverage* coverage, size_t index);
/** The flows that were never taken, as "2 → 3 [Setuju]". Borrowed. */
TERTIB_API size_t tertib_coverage_flow_never_count(const tertib_coverage* coverage);
TERTIB_API const char* tertib_coverage_flow_never_at(const tertib_coverage* coverage, size_t index);
/** A few lines for people: how much, and what was never tried. NULL for what is no
 *  TERTIB_LANGUAGE_…. Borrowed. */
TERTIB_API const char* tertib_coverage_text(const tertib_coverage* coverage, int32_t language);
/** Everything as JSON, "tertib.coverage/1". */
TERTIB_API tertib_status tertib_coverage_to_json(const tertib_coverage* coverage, tertib_buf* out,
                                                 tertib_error** error);
TERTIB_API void tertib_coverage_free(tertib_coverage* coverage);

/* --- recorded journals ------------------------------------------------------------------------ */

/** The journal of the office and of all cases in the store as it is exported, "tertib.journal/1": to
 *  be kept beside a test, or played again. Holds personal data.
 *  @param out  an empty buffer; clear with tertib_buf_dispose; stays empty (data NULL) where there
 *              is no event. */
TERTIB_API tertib_status tertib_store_record(tertib_store* store, tertib_buf* out,
                                             tertib_error** error);

/** A recorded journal, played again: two that are equal led through the same states. Immutable. */
typedef struct tertib_replay tertib_replay;

/** Takes an event of a case and the state that it led to, "tertib.case/1" with a NUL that `size`
 *  doesn't count; both are gone when this returns. Returns as a tertib_step_hook does. */
typedef int32_t (*tertib_replay_visitor)(const tertib_event* event, const char* state, size_t size,
                                         void* user_data);

/** Begin with TERTIB_REPLAY_OPTIONS_INIT or tertib_replay_options_init. */
typedef struct tertib_replay_options {
    uint32_t struct_size;        /**< sizeof(tertib_replay_options) */
    uint64_t max_events;         /**< 0 takes the default, 1000000 */
    tertib_replay_visitor visit; /**< may be NULL */
    void* user_data;             /**< for it */
} tertib_replay_options;

#define TERTIB_REPLAY_OPTIONS_INIT {(uint32_t)sizeof(tertib_replay_options), 0, NULL, NULL}

/** TERTIB_REPLAY_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_replay_options_init(tertib_replay_options* options);

/** Plays an exported journal (one event a line, those of a case in order) into states, by the SOPs
 *  that are registered in the store. Every link and every body is checked on the way. A message
 *  begins with the line, which tertib_error_row tells too.
 *  @param journal,size  UTF-8, needs no NUL at its end; NULL only with 0.
 *  @param options       NULL: all defaults.
 *  @param out           free with tertib_replay_free; NULL where the visitor stopped it.
 *  Fails: TERTIB_E_FORMAT (a line is none), TERTIB_E_DAMAGED (an event isn't linked to the one
 *  before, can't follow it, or its body is neither there nor erased), TERTIB_E_ARGUMENT (of an SOP
 *  that isn't registered), TERTIB_E_LIMIT, TERTIB_E_USER. */
TERTIB_API tertib_status tertib_store_replay(tertib_store* store, const char* journal, size_t size,
                                             const tertib_replay_options* options,
                                             tertib_replay** out, tertib_error** error);
TERTIB_API size_t tertib_replay_event_count(const tertib_replay* replay);
/** The cases by id. Borrowed. */
TERTIB_API size_t tertib_replay_case_count(const tertib_replay* replay);
TERTIB_API const char* tertib_replay_case_at(const tertib_replay* replay, size_t index);
/** Where a case ended up, as JSON, "tertib.case/1". NULL if it isn't in the journal. Borrowed. */
TERTIB_API const char* tertib_replay_case_json(const tertib_replay* replay, const char* case_id);
/** 1 if both led through the same states, event by event, else 0. */
TERTIB_API int32_t tertib_replay_equal(const tertib_replay* replay, const tertib_replay* other);
TERTIB_API void tertib_replay_free(tertib_replay* replay);

/** Where a store says something else than a journal. Immutable. */
typedef struct tertib_differences tertib_differences;

/** The first difference of each case and of the office, by case: events by their links, then the
 *  state that the store keeps. None if the store holds just what was recorded.
 *  @param out  free with tertib_differences_free. */
TERTIB_API tertib_status tertib_replay_compare(const tertib_replay* replay, tertib_store* store,
                                               tertib_differences** out, tertib_error** error);
TERTIB_API size_t tertib_differences_count(const tertib_differences* differences);
/** Of the one at an index below the count: the first line that differs (0 where the journal has
 *  none), the case, the number of the event (0 for the state of the case), and one line of English.
 *  Texts borrowed. */
TERTIB_API int64_t tertib_differences_row_at(const tertib_differences* differences, size_t index);
TERTIB_API const char* tertib_differences_case_at(const tertib_differences* differences,
                                                  size_t index);
TERTIB_API uint64_t tertib_differences_number_at(const tertib_differences* differences,
                                                 size_t index);
TERTIB_API const char* tertib_differences_detail_at(const tertib_differences* differences,
                                                    size_t index);
TERTIB_API void tertib_differences_free(tertib_differences* differences);

/* --- hard days -------------------------------------------------------------------------------- */

/** Situations in an office's calendar on which software for offices tends to fail, in a fixed order;
 *  one of them, borrowed. Immutable. */
typedef struct tertib_hard_days tertib_hard_days;
typedef struct tertib_hard_day tertib_hard_day;

/** All of them.
 *  @param out  free with tertib_hard_days_free. */
TERTIB_API tertib_status tertib_hard_days_create(tertib_hard_days** out, tertib_error** error);
TERTIB_API size_t tertib_hard_days_count(const tertib_hard_days* days);
/** The one at an index below the count, or of that name ("friday-break"), NULL if there is none.
 *  Borrowed. */
TERTIB_API const tertib_hard_day* tertib_hard_days_at(const tertib_hard_days* days, size_t index);
TERTIB_API const tertib_hard_day* tertib_hard_days_find(const tertib_hard_days* days,
                                                        const char* name);
TERTIB_API void tertib_hard_days_free(tertib_hard_days* days);

/** Its name; what is hard about it, NULL for what is no TERTIB_LANGUAGE_…; the waktu on which it is
 *  seen. Borrowed. */
TERTIB_API const char* tertib_hard_day_name(const tertib_hard_day* day);
TERTIB_API const char* tertib_hard_day_text(const tertib_hard_day* day, int32_t language);
TERTIB_API const char* tertib_hard_day_waktu(const tertib_hard_day* day);
/** Calendars, as tertib_calendar_from_name reads them; with two, they answer differently. Borrowed. */
TERTIB_API size_t tertib_hard_day_calendar_count(const tertib_hard_day* day);
TERTIB_API const char* tertib_hard_day_calendar_at(const tertib_hard_day* day, size_t index);
/** Moments, in microseconds since 1970 UTC: with two, either the same question is answered
 *  differently at each, or the first is when it begins and the second when it has become hard; the
 *  text says which. Past the end TERTIB_NO_TIME. */
TERTIB_API size_t tertib_hard_day_moment_count(const tertib_hard_day* day);
TERTIB_API int64_t tertib_hard_day_moment_at(const tertib_hard_day* day, size_t index);
/** Who holds which post, as options take it; NULL where it isn't about that.
 *  @param count  how many there are, may be NULL. Borrowed. */
TERTIB_API const tertib_post_holding* tertib_hard_day_posts(const tertib_hard_day* day,
                                                            size_t* count);

#ifdef __cplusplus
}
#endif

#endif
