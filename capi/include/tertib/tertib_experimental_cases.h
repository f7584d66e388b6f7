/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** tertib in C: running cases; a part of tertib_experimental.h, whose rules and uncertainty are its
 *  own. Include that.
 *
 *     tertib_store* store = NULL;
 *     tertib_reply* reply = NULL;
 *     tertib_store_open("kasus.tertib", NULL, &store, NULL);
 *     tertib_store_register_sop(store, sop, NULL);
 *     tertib_store_register_calendar(store, office, NULL);
 *     tertib_store_submit(store, json, strlen(json), &reply, NULL);     // "tertib.request/1"
 *     if (tertib_reply_refused(reply))
 *         puts(tertib_finding_message(tertib_reply_refusal(reply), TERTIB_LANGUAGE_ID));
 *
 *  A refusal is an answer: the call returns TERTIB_OK and a reply that says why not, and nothing
 *  was changed. A call that failed changed nothing either, unless it is TERTIB_E_OUTCOME_UNKNOWN.
 *  docs/cases.md tells how cases run, docs/formats.md and docs/schema the JSON.
 *
 *  All @since 0.1 */
#ifndef TERTIB_TERTIB_EXPERIMENTAL_CASES_H
#define TERTIB_TERTIB_EXPERIMENTAL_CASES_H

#include "tertib/tertib_experimental.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- words of cases --------------------------------------------------------------------------- */

/** Who may do a step whose pelaksana is unknown: such an Sop isn't run, or everyone, and each event
 *  of such a step says so. */
enum { TERTIB_UNKNOWN_PELAKSANA_REFUSE = 0, TERTIB_UNKNOWN_PELAKSANA_EVERYONE = 1 };

/** How a file is opened: made where there is none, there already, or only read (for files of
 *  unknown origin). */
enum { TERTIB_OPEN_CREATE = 0, TERTIB_OPEN_WRITE = 1, TERTIB_OPEN_READ_ONLY = 2 };

/** What a commit survives: the loss of power, or only the end of the process (the last commits
 *  before a power loss may be gone although they were answered). */
enum { TERTIB_SYNCHRONOUS_FULL = 0, TERTIB_SYNCHRONOUS_NORMAL = 1 };

/** In what standing a person acts for a post. */
enum {
    TERTIB_POST_DEFINITIVE = 0,
    TERTIB_POST_PLT = 1,
    TERTIB_POST_PLH = 2,
    TERTIB_POST_AN = 3,
    TERTIB_POST_UB = 4
};

/** Takes one line, which ends in "\n" and a NUL that `size` doesn't count; it is gone when this
 *  returns. Returns 0 to go on, TERTIB_STOP to end without error, a negative number to fail: the
 *  call then returns TERTIB_E_USER, the number in its message. Called by the thread that made the
 *  call; it must not come back to the same store, nor leave by longjmp or an exception. */
typedef int32_t (*tertib_line_visitor)(const char* line, size_t size, void* user_data);

/* --- reply ------------------------------------------------------------------------------------ */

/** The answer to a request: what was written, or why nothing was; and a list of them. Immutable. */
typedef struct tertib_reply tertib_reply;
typedef struct tertib_replies tertib_replies;

/** 1 if the request was refused, 0 if its events are durable. */
TERTIB_API int32_t tertib_reply_refused(const tertib_reply* reply);
/** Why it was refused, NULL if it wasn't. Borrowed. */
TERTIB_API const tertib_finding* tertib_reply_refusal(const tertib_reply* reply);
/** The receipt: the case, the numbers of the first and the last event written, and the hash of the
 *  last, 64 hexadecimal digits. Refused: "", 0, 0, "". Texts borrowed. */
TERTIB_API const char* tertib_reply_case(const tertib_reply* reply);
TERTIB_API uint64_t tertib_reply_first(const tertib_reply* reply);
TERTIB_API uint64_t tertib_reply_last(const tertib_reply* reply);
TERTIB_API const char* tertib_reply_hash(const tertib_reply* reply);
/** 1 if its key was known: this is the answer that was given first. */
TERTIB_API int32_t tertib_reply_repeated(const tertib_reply* reply);
/** Everything as JSON, "tertib.reply/1".
 *  @param out  an empty buffer; clear with tertib_buf_dispose. */
TERTIB_API tertib_status tertib_reply_to_json(const tertib_reply* reply, tertib_buf* out,
                                              tertib_error** error);
TERTIB_API void tertib_reply_free(tertib_reply* reply);

TERTIB_API size_t tertib_replies_count(const tertib_replies* replies);
/** The reply at an index below the count. Borrowed: don't free it. */
TERTIB_API const tertib_reply* tertib_replies_at(const tertib_replies* replies, size_t index);
TERTIB_API void tertib_replies_free(tertib_replies* replies);

/* --- store ------------------------------------------------------------------------------------ */

/** Cases kept durably. Any thread, also several at once: they share commits. Not to be carried over
 *  a fork: the child opens its own. Free it when no call on it runs any more.
 *  Any call may fail with TERTIB_E_STORE (busy longer than allowed, disk full, or to be only read;
 *  nothing was changed), TERTIB_E_IO or TERTIB_E_DAMAGED. */
typedef struct tertib_store tertib_store;

/** How to open. Begin with TERTIB_STORE_OPTIONS_INIT or tertib_store_options_init. */
typedef struct tertib_store_options {
    uint32_t struct_size;      /**< sizeof(tertib_store_options) */
    int32_t mode;              /**< TERTIB_OPEN_… */
    int32_t synchronous;       /**< TERTIB_SYNCHRONOUS_… */
    int32_t unknown_pelaksana; /**< TERTIB_UNKNOWN_PELAKSANA_… */
    int32_t zone; /**< minutes east of UTC (420 is WIB), for instants in requests without offset */
    uint32_t
        busy_timeout; /**< milliseconds to wait for other writers; 0 takes the default, 10000 */
} tertib_store_options;

#define TERTIB_STORE_OPTIONS_INIT                                                                  \
    {(uint32_t)sizeof(tertib_store_options),                                                       \
     TERTIB_OPEN_CREATE,                                                                           \
     TERTIB_SYNCHRONOUS_FULL,                                                                      \
     TERTIB_UNKNOWN_PELAKSANA_REFUSE,                                                              \
     420,                                                                                          \
     0}

/** TERTIB_STORE_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_store_options_init(tertib_store_options* options);

/** Opens the store in one SQLite file, which many processes may share.
 *  @param path     a path, not one that begins with "file:"
 *  @param options  NULL: all defaults.
 *  @param out      free with tertib_store_free.
 *  Fails: TERTIB_E_IO (can't be opened), TERTIB_E_DAMAGED (no store, or holds what isn't ours),
 *  TERTIB_E_UNSUPPORTED (of a newer version). */
TERTIB_API tertib_status tertib_store_open(const char* path, const tertib_store_options* options,
                                           tertib_store** out, tertib_error** error);
/** A store that forgets everything when it is freed; options as above, as far as they concern it. */
TERTIB_API tertib_status tertib_store_open_memory(const tertib_store_options* options,
                                                  tertib_store** out, tertib_error** error);
TERTIB_API void tertib_store_free(tertib_store* store);

/** Keeps the SOP, or the calendar, for the cases that run by it. A request names it by its digest,
 *  tertib_sop_digest or tertib_calendar_digest. Doing it again changes nothing.
 *  Fails: TERTIB_E_ARGUMENT (cases of such an SOP can't be run: the message says why). */
TERTIB_API tertib_status tertib_store_register_sop(tertib_store* store, const tertib_sop* sop,
                                                   tertib_error** error);
TERTIB_API tertib_status tertib_store_register_calendar(tertib_store* store,
                                                        const tertib_calendar* calendar,
                                                        tertib_error** error);

/** Keeps an overrun policy for the cases that start with it: what the office does about tasks that run
 *  out of time. A request to start names it by its digest.
 *  @param policy,size  "tertib.overrun/1", UTF-8, needs no NUL at its end; NULL only with 0.
 *  @param digest       an empty buffer for its digest, 64 hexadecimal digits; clear it with
 *                      tertib_buf_dispose.
 *  Fails: TERTIB_E_FORMAT (no such JSON), TERTIB_E_ARGUMENT (a rule that can't be followed). */
TERTIB_API tertib_status tertib_store_register_policy(tertib_store* store, const char* policy,
                                                      size_t size, tertib_buf* digest,
                                                      tertib_error** error);

/** Judges a command and writes its events, all or none. A refusal is TERTIB_OK too.
 *  @param request,size  "tertib.request/1", UTF-8, needs no NUL at its end; NULL only with 0.
 *  @param out           the reply, durable if not refused; free with tertib_reply_free.
 *  Fails: TERTIB_E_FORMAT (no such JSON; the message names the member), TERTIB_E_ARGUMENT (starts a
 *  case of an SOP or calendar that isn't registered), TERTIB_E_OUTCOME_UNKNOWN (ask again with the
 *  same key). */
TERTIB_API tertib_status tertib_store_submit(tertib_store* store, const char* request, size_t size,
                                             tertib_reply** out, tertib_error** error);
/** The same for several in one commit, each judged by what those before it left; refused ones don't
 *  stand in the way of the others.
 *  @param requests  `count` texts that end in NUL, none of them NULL; NULL only with 0.
 *  @param count     at most 100000
 *  @param out       as many replies, in that order; free with tertib_replies_free.
 *  Fails as above, TERTIB_E_LIMIT; then nothing of any of them is written. Only TERTIB_E_NOMEM may
 *  come too late for that, where some are refused: with keys, asking again is safe. */
TERTIB_API tertib_status tertib_store_submit_all(tertib_store* store, const char* const* requests,
                                                 size_t count, tertib_replies** out,
                                                 tertib_error** error);

/** The same for what the office decides: who holds which post, which versions of its SOPs are in
 *  force. A version whose document is registered, but not in the journal, is recorded as registered
 *  first. From then on commands are judged by it.
 *  @param request,size  "tertib.office_request/1", UTF-8, needs no NUL at its end; NULL only with 0.
 *                       Without a zone: that of the store's options.
 *  @param out           the reply, its case "@office"; free with tertib_reply_free.
 *  Fails: TERTIB_E_FORMAT, TERTIB_E_OUTCOME_UNKNOWN. */
TERTIB_API tertib_status tertib_store_submit_office(tertib_store* store, const char* request,
                                                    size_t size, tertib_reply** out,
                                                    tertib_error** error);

/** What a tick recorded. Immutable. */
typedef struct tertib_tick tertib_tick;

/** Records what fell due by `now`, earliest first: each missed deadline once, however late it is
 *  called. The library has no timers of its own.
 *  @param now    microseconds since 1970 UTC
 *  @param limit  deadlines at most (but all of the cases that they belong to); 0: 10000
 *  @param out    free with tertib_tick_free.
 *  Fails: TERTIB_E_ARGUMENT (outside 1970 to 2200), TERTIB_E_OUTCOME_UNKNOWN (tick again). */
TERTIB_API tertib_status tertib_store_tick(tertib_store* store, int64_t now, size_t limit,
                                           tertib_tick** out, tertib_error** error);
/** How many deadlines were recorded as missed. */
TERTIB_API size_t tertib_tick_count(const tertib_tick* tick);
/** From when on the earliest deadline that still runs counts as missed, TERTIB_NO_TIME if none
 *  does; not after `now` where the limit was met. */
TERTIB_API int64_t tertib_tick_next_due(const tertib_tick* tick);
/** Everything as JSON, "tertib.tick/1", instants in the zone of the store's options. */
TERTIB_API tertib_status tertib_tick_to_json(const tertib_tick* tick, tertib_buf* out,
                                             tertib_error** error);
TERTIB_API void tertib_tick_free(tertib_tick* tick);

/** From when on the earliest running deadline counts as missed: when to tick next.
 *  @param out  the instant; TERTIB_NO_TIME if none runs, or the call failed. */
TERTIB_API tertib_status tertib_store_next_due(tertib_store* store, int64_t* out,
                                               tertib_error** error);

/* In these, a page of a list has at most `limit` rows (1 or more) and tells as "after" what the next
 * one comes after; NULL or "" begins at the first. `out` is an empty buffer; clear it with
 * tertib_buf_dispose. */

/** The cases by id, as JSON, "tertib.cases/1". */
TERTIB_API tertib_status tertib_store_cases(tertib_store* store, const char* after, size_t limit,
                                            tertib_buf* out, tertib_error** error);
/** The open tasks that somebody of the pelaksana may do, those due first in front, as JSON,
 *  "tertib.worklist/1". Names who has them: personal data.
 *  Fails: TERTIB_E_ARGUMENT (`after` is no page's). */
TERTIB_API tertib_status tertib_store_worklist(tertib_store* store, const char* pelaksana,
                                               const char* after, size_t limit, tertib_buf* out,
                                               tertib_error** error);
/** Where a case stands, as JSON, "tertib.case/1"; the buffer stays empty (data NULL) if there is no
 *  such case. Names who holds its tasks: personal data. */
TERTIB_API tertib_status tertib_store_case(tertib_store* store, const char* case_id,
                                           tertib_buf* out, tertib_error** error);
/** Why it is there, what is missing, and which commands this person can give now, as JSON,
 *  "tertib.why/1": a screen's buttons. Empty as above.
 *  @param by,as  the person, and the pelaksana for whom they act; NULL is ""
 *  @param now    microseconds since 1970 UTC
 *  Fails: TERTIB_E_ARGUMENT (outside 1970 to 2200). */
TERTIB_API tertib_status tertib_store_why(tertib_store* store, const char* case_id, const char* by,
                                          const char* as, int64_t now, tertib_buf* out,
                                          tertib_error** error);
/** What the office has decided, as JSON, "tertib.office/1": who holds which post, which versions are
 *  in force. Names holders: personal data.
 *  @param day  only the holdings and versions of that day; {0, 0, 0}: all that there were
 *  Fails: TERTIB_E_ARGUMENT (no day from 1970 to 2200). */
TERTIB_API tertib_status tertib_store_office(tertib_store* store, tertib_date day, tertib_buf* out,
                                             tertib_error** error);

/* Dry runs: what would become of cases. They are judged as the real command is, and write nothing;
 * the SOP or calendar needn't be registered. The real one is a request whose command is "migrate" or
 * "recompute" and which names the digest of the registered SOP or calendar. */

/** What another version would do to a case, as JSON, "tertib.migration/1".
 *  @param command,size  a "tertib.command/1" whose verb is "migrate", UTF-8, needs no NUL
 *  @param next          the version to go on by
 *  Fails: TERTIB_E_FORMAT, TERTIB_E_ARGUMENT (another verb; cases of such an SOP can't be run). */
TERTIB_API tertib_status tertib_store_plan_migration(tertib_store* store, const char* command,
                                                     size_t size, const tertib_sop* next,
                                                     tertib_buf* out, tertib_error** error);
/** What another calendar would make of a case's deadlines, as JSON, "tertib.recompute/1".
 *  @param command,size  a "tertib.command/1" whose verb is "recompute", UTF-8, needs no NUL
 *  Fails: TERTIB_E_FORMAT, TERTIB_E_ARGUMENT (another verb). */
TERTIB_API tertib_status tertib_store_plan_recompute(tertib_store* store, const char* command,
                                                     size_t size, const tertib_calendar* next,
                                                     tertib_buf* out, tertib_error** error);
/** What a revision of an SOP touches, as JSON, "tertib.revision/1": a page of the open cases of the
 *  old version, and what an overlay that was made for it loses.
 *  @param old_digest  of the old version, which is registered
 *  @param revised     may be one that can't be run yet
 *  @param overlay     NULL: none to look at
 *  Fails: TERTIB_E_ARGUMENT (no SOP of the old digest is registered). */
TERTIB_API tertib_status tertib_store_revision(tertib_store* store, const char* old_digest,
                                               const tertib_sop* revised,
                                               const tertib_overlay* overlay, const char* after,
                                               size_t limit, tertib_buf* out, tertib_error** error);

/** Gives every event of a case as a line of JSON, "tertib.journal/1", in order and as of one moment:
 *  what a verifier outside reads. Others wait meanwhile. Holds personal data.
 *  @param case_id  NULL or "": the office, then all cases, by id; "@office": the office alone
 *  Fails: TERTIB_E_USER (the visitor asked for it). */
TERTIB_API tertib_status tertib_store_export(tertib_store* store, const char* case_id,
                                             tertib_line_visitor visit, void* user_data,
                                             tertib_error** error);

/** What verifying found. Immutable. */
typedef struct tertib_verification tertib_verification;

/** Plays the whole journal again: every link, every body, every registered document, and every table
 *  against one made anew. A journal that doesn't hold is TERTIB_OK too.
 *  @param out  free with tertib_verification_free. */
TERTIB_API tertib_status tertib_store_verify(tertib_store* store, tertib_verification** out,
                                             tertib_error** error);
/** 1 if all of it holds, else 0; how many breaches, cases and events there are. */
TERTIB_API int32_t tertib_verification_holds(const tertib_verification* verification);
TERTIB_API size_t tertib_verification_breach_count(const tertib_verification* verification);
TERTIB_API uint64_t tertib_verification_case_count(const tertib_verification* verification);
TERTIB_API uint64_t tertib_verification_event_count(const tertib_verification* verification);
/** Everything as JSON, "tertib.verification/1", each breach with its first bad event. */
TERTIB_API tertib_status tertib_verification_to_json(const tertib_verification* verification,
                                                     tertib_buf* out, tertib_error** error);
TERTIB_API void tertib_verification_free(tertib_verification* verification);

/** Copies the whole store, as of one moment, to a file that isn't there yet; nobody waits for it.
 *  Fails: TERTIB_E_ARGUMENT (it is there), TERTIB_E_IO, TERTIB_E_UNSUPPORTED (in memory). */
TERTIB_API tertib_status tertib_store_backup(tertib_store* store, const char* path,
                                             tertib_error** error);
/** Moves what was written into its final place: after erasing, the erased bytes can't be read from
 *  the file any more.  Fails: TERTIB_E_STORE (others are in the way; try again). */
TERTIB_API tertib_status tertib_store_tidy(tertib_store* store, tertib_error** error);

/* --- cases without a store -------------------------------------------------------------------- */

/* The host keeps its cases in a database of its own, in its own transaction: of each case the bytes
 * of its state ("kept" below, NULL with 0 for a case that isn't there), of each event the three byte
 * strings data, body and hash. (case, number of the event) should be a unique key: of two entries
 * made from the same bytes only one may be written. */

/** What cases are judged by: an SOP made ready, a calendar, and who holds which post. It keeps its
 *  own copy of all. Immutable. */
typedef struct tertib_case_context tertib_case_context;

/** A person and a post, from a day to a day. Texts aren't kept. */
typedef struct tertib_post_holding {
    const char* person;
    const char* pelaksana;
    const char* surat; /**< number of the letter it rests on, NULL if none is known */
    tertib_date from;
    tertib_date until; /**< the last day; {0, 0, 0}: until further notice */
    int32_t kind;      /**< TERTIB_POST_… */
} tertib_post_holding;

/** Begin with TERTIB_CASE_CONTEXT_OPTIONS_INIT or tertib_case_context_options_init. */
typedef struct tertib_case_context_options {
    uint32_t struct_size;             /**< sizeof(tertib_case_context_options) */
    int32_t unknown_pelaksana;        /**< TERTIB_UNKNOWN_PELAKSANA_… */
    const tertib_post_holding* posts; /**< post_count of them; not kept */
    size_t post_count;                /**< at most 100000; of posts not named nobody is verified */
} tertib_case_context_options;

#define TERTIB_CASE_CONTEXT_OPTIONS_INIT                                                           \
    {(uint32_t)sizeof(tertib_case_context_options), TERTIB_UNKNOWN_PELAKSANA_REFUSE, NULL, 0}

/** TERTIB_CASE_CONTEXT_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_case_context_options_init(tertib_case_context_options* options);

/** @param options  NULL: all defaults.
 *  @param out      free with tertib_case_context_free. Keep it: its SOP was checked.
 *  Fails: TERTIB_E_ARGUMENT (cases of such an SOP can't be run, or such a post can't be held; the
 *  message says why), TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_case_context_create(const tertib_sop* sop,
                                                    const tertib_calendar* calendar,
                                                    const tertib_case_context_options* options,
                                                    tertib_case_context** out,
                                                    tertib_error** error);
TERTIB_API void tertib_case_context_free(tertib_case_context* context);

/** What a command, or the clock, adds to a case; or the refusal. Immutable. */
typedef struct tertib_journal_entry tertib_journal_entry;

/** Judges a command ("tertib.command/1"; instants without offset are in the calendar's zone) by the
 *  case as it was kept. Writes nothing: that is the host's. A refusal is TERTIB_OK too.
 *  @param out  free with tertib_journal_entry_free.
 *  Fails: TERTIB_E_FORMAT (no such JSON, or no such bytes), TERTIB_E_ARGUMENT (bytes of another
 *  case, SOP or calendar), TERTIB_E_DAMAGED (bytes that can't be of this SOP). */
TERTIB_API tertib_status tertib_case_decide(const tertib_case_context* context, const void* kept,
                                            size_t kept_size, const char* command, size_t size,
                                            tertib_journal_entry** out, tertib_error** error);
/** What fell due by `now` (microseconds since 1970 UTC): an entry without events if nothing did.
 *  Fails as above. */
TERTIB_API tertib_status tertib_case_tick(const tertib_case_context* context, const void* kept,
                                          size_t kept_size, int64_t now, tertib_journal_entry** out,
                                          tertib_error** error);
/** As tertib_store_case and tertib_store_why; a case that isn't there gives an empty buffer.
 *  Fail as above. */
TERTIB_API tertib_status tertib_case_to_json(const tertib_case_context* context, const void* kept,
                                             size_t kept_size, tertib_buf* out,
                                             tertib_error** error);
TERTIB_API tertib_status tertib_case_why(const tertib_case_context* context, const void* kept,
                                         size_t kept_size, const char* by, const char* as,
                                         int64_t now, tertib_buf* out, tertib_error** error);

/** Why nothing follows, NULL if it wasn't refused. Borrowed. */
TERTIB_API const tertib_finding* tertib_journal_entry_refusal(const tertib_journal_entry* entry);
/** What to keep of the case in place of the old bytes; without events the bytes that were given.
 *  Borrowed. Names who holds its tasks: personal data. */
TERTIB_API const void* tertib_journal_entry_kept(const tertib_journal_entry* entry, size_t* size);
/** The events to add. Of the one at an index below the count: its number in the case; data; the
 *  body, NULL if it has none; the hash, 32 bytes. Borrowed. */
TERTIB_API size_t tertib_journal_entry_event_count(const tertib_journal_entry* entry);
TERTIB_API uint64_t tertib_journal_entry_number_at(const tertib_journal_entry* entry, size_t index);
TERTIB_API const void* tertib_journal_entry_data_at(const tertib_journal_entry* entry, size_t index,
                                                    size_t* size);
TERTIB_API const void* tertib_journal_entry_body_at(const tertib_journal_entry* entry, size_t index,
                                                    size_t* size);
TERTIB_API const void* tertib_journal_entry_hash_at(const tertib_journal_entry* entry,
                                                    size_t index);
/** The number of an earlier event whose body is to be deleted with this, 0 if none. */
TERTIB_API uint64_t tertib_journal_entry_erased(const tertib_journal_entry* entry);
/** From when on the earliest running deadline of the case counts as missed, TERTIB_NO_TIME if none
 *  runs: a column to find by it which cases want tertib_case_tick. */
TERTIB_API int64_t tertib_journal_entry_next_due(const tertib_journal_entry* entry);
TERTIB_API void tertib_journal_entry_free(tertib_journal_entry* entry);

/** An event that the host kept as a line of a journal's export, "tertib.journal/1", with "\n".
 *  @param data,body  NULL only with 0; a body that was erased, or never was, is of size 0
 *  @param hash       32 bytes
 *  @param zone       minutes east of UTC, in which its instants are shown
 *  Fails: TERTIB_E_FORMAT (no event's bytes). */
TERTIB_API tertib_status tertib_journal_line(const void* data, size_t data_size, const void* body,
                                             size_t body_size, const void* hash, int32_t zone,
                                             tertib_buf* out, tertib_error** error);

#ifdef __cplusplus
}
#endif

/* The test kit drives cases. */
#include "tertib/tertib_experimental_testkit.h"

#endif
