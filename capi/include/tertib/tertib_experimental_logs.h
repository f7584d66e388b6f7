/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** tertib in C: event logs, maps, nets, alignments and token replay; a part of
 *  tertib_experimental.h, whose rules and uncertainty are its own. Include that.
 *
 *     tertib_log* log = NULL;
 *     tertib_net* net = NULL;
 *     tertib_alignment* found = NULL;
 *     tertib_log_read_file("permohonan.csv", NULL, &log, NULL);
 *     tertib_sop_net(sop, &net, NULL);
 *     tertib_alignment_create(net, log, NULL, &found, NULL);
 *     printf("%f\n", tertib_alignment_log_fitness(found));
 *
 *  All @since 0.1 */
#ifndef TERTIB_TERTIB_EXPERIMENTAL_LOGS_H
#define TERTIB_TERTIB_EXPERIMENTAL_LOGS_H

#include "tertib/tertib_experimental.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- words ------------------------------------------------------------------------------------ */

/** The format of a log; ANY: told by the bytes. Each may be compressed by gzip. */
enum { TERTIB_LOG_FORMAT_ANY = 0, TERTIB_LOG_FORMAT_CSV = 1, TERTIB_LOG_FORMAT_XES = 2 };

/** What becomes of the events of an XES log that neither start nor complete an activity. */
enum { TERTIB_OTHER_TRANSITIONS_SET_ASIDE = 0, TERTIB_OTHER_TRANSITIONS_KEPT = 1 };

/** Whether an alignment tells its moves. */
enum { TERTIB_ALIGN_MOVES_LEFT_OUT = 0, TERTIB_ALIGN_MOVES_KEPT = 1 };

/** What the log and a run of the net do at one point of an alignment: both the same (cost 0), the
 *  log alone (1), the run alone with what an event should tell of (1), or silently (0). */
enum {
    TERTIB_ALIGN_MOVE_SYNCHRONOUS = 0,
    TERTIB_ALIGN_MOVE_LOG = 1,
    TERTIB_ALIGN_MOVE_MODEL = 2,
    TERTIB_ALIGN_MOVE_SILENT = 3
};

/** How a case fared on a net: some run tells just its events; an activity is none of the net's; no
 *  run goes on with an event; all are told, but no run ends there; a limit came before the answer. */
enum {
    TERTIB_TOKEN_REPLAY_FITS = 0,
    TERTIB_TOKEN_REPLAY_UNKNOWN = 1,
    TERTIB_TOKEN_REPLAY_NOT_POSSIBLE = 2,
    TERTIB_TOKEN_REPLAY_UNFINISHED = 3,
    TERTIB_TOKEN_REPLAY_NOT_DECIDED = 4
};

/** Asked every so often during long work, by the thread that made the call: how much is done, of
 *  how much (0: not known). Returns 0 to go on, TERTIB_STOP to end early without error, a negative
 *  number to fail: the call then returns TERTIB_E_USER, the number in its message. It must not
 *  leave by longjmp or an exception. */
typedef int32_t (*tertib_watch)(uint64_t done, uint64_t total, void* user_data);

/** An event log, read whole; and how its columns, activities and people are to be understood. */
typedef struct tertib_log tertib_log;
typedef struct tertib_map tertib_map;

/* --- log -------------------------------------------------------------------------------------- */

/** How to read. Begin with TERTIB_LOG_OPTIONS_INIT or tertib_log_options_init. */
typedef struct tertib_log_options {
    uint32_t struct_size;  /**< sizeof(tertib_log_options) */
    int32_t format;        /**< TERTIB_LOG_FORMAT_… that it must have */
    const tertib_map* map; /**< may be NULL */
    int32_t zone;         /**< minutes east of UTC, of stamps that name none; a map's comes first */
    int32_t delimiter;    /**< of a table, a character; 0: found out */
    int32_t transitions;  /**< TERTIB_OTHER_TRANSITIONS_… */
    uint32_t max_columns; /**< limits; 0 takes the default */
    uint64_t max_events;
    uint64_t max_bytes; /**< of what a compressed log holds */
} tertib_log_options;

#define TERTIB_LOG_OPTIONS_INIT                                                                    \
    {(uint32_t)sizeof(tertib_log_options),                                                         \
     TERTIB_LOG_FORMAT_ANY,                                                                        \
     NULL,                                                                                         \
     420,                                                                                          \
     0,                                                                                            \
     TERTIB_OTHER_TRANSITIONS_SET_ASIDE,                                                           \
     0,                                                                                            \
     0,                                                                                            \
     0}

/** TERTIB_LOG_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_log_options_init(tertib_log_options* options);

/** Reads a log from memory.
 *  @param data,size  the file's bytes; not kept. NULL only with 0.
 *  @param options    NULL: all defaults.
 *  @param out        free with tertib_log_free.
 *  Fails: TERTIB_E_FORMAT (no log, or no column says the case or the activity; the message says
 *  which and where), TERTIB_E_LIMIT, TERTIB_E_UNSUPPORTED (an encoding). */
TERTIB_API tertib_status tertib_log_read(const void* data, size_t size,
                                         const tertib_log_options* options, tertib_log** out,
                                         tertib_error** error);
/** The same from a file, piece by piece: its text need not fit into memory.
 *  Fails as above, and: TERTIB_E_IO (it can't be opened or read). */
TERTIB_API tertib_status tertib_log_read_file(const char* path, const tertib_log_options* options,
                                              tertib_log** out, tertib_error** error);
/** Events, and cases (those without an event included). */
TERTIB_API size_t tertib_log_event_count(const tertib_log* log);
TERTIB_API size_t tertib_log_case_count(const tertib_log* log);
/** What was noticed while it was read. Borrowed: don't free it. */
TERTIB_API const tertib_findings* tertib_log_findings(const tertib_log* log);
/** Its activities that match no step of an SOP, each with the nearest steps.
 *  @param map  may be NULL.
 *  @param out  free with tertib_findings_free.
 *  Fails: TERTIB_E_ARGUMENT (the map names a step that the SOP lacks). */
TERTIB_API tertib_status tertib_log_unknown_activities(const tertib_log* log, const tertib_sop* sop,
                                                       const tertib_map* map, tertib_findings** out,
                                                       tertib_error** error);
/** Writes it as TERTIB_LOG_FORMAT_CSV or …_XES, which alone keeps everything.
 *  @param out  an empty buffer; clear with tertib_buf_dispose. */
TERTIB_API tertib_status tertib_log_write(const tertib_log* log, int32_t format, tertib_buf* out,
                                          tertib_error** error);
/** Writes it to a file, piece by piece. Its name ends in .csv, .xes, .csv.gz or .xes.gz; a file of
 *  that name is replaced.
 *  Fails: TERTIB_E_ARGUMENT (another ending), TERTIB_E_IO (what was written may be cut off). */
TERTIB_API tertib_status tertib_log_save(const tertib_log* log, const char* path,
                                         tertib_error** error);
TERTIB_API void tertib_log_free(tertib_log* log);

/** What a log holds, for people. Immutable; doesn't need its log. */
typedef struct tertib_log_info tertib_log_info;

/** @param out  free with tertib_log_info_free. */
TERTIB_API tertib_status tertib_log_info_create(const tertib_log* log, tertib_log_info** out,
                                                tertib_error** error);
/** SHA-256 of what the log says, 64 hexadecimal digits. Borrowed. */
TERTIB_API const char* tertib_log_info_digest(const tertib_log_info* info);
/** Different sequences of activities. */
TERTIB_API size_t tertib_log_info_variant_count(const tertib_log_info* info);
/** The first instant of the earliest stamp and the last one of the latest, TERTIB_NO_TIME if no
 *  event has a stamp. */
TERTIB_API int64_t tertib_log_info_first(const tertib_log_info* info);
TERTIB_API int64_t tertib_log_info_last(const tertib_log_info* info);
/** What was noticed while it was read, and behind it what is odd about its data. Borrowed: don't
 *  free it. */
TERTIB_API const tertib_findings* tertib_log_info_findings(const tertib_log_info* info);
/** Everything as JSON, "tertib.log_info/1". Names persons: personal data. */
TERTIB_API tertib_status tertib_log_info_to_json(const tertib_log_info* info, tertib_buf* out,
                                                 tertib_error** error);
TERTIB_API void tertib_log_info_free(tertib_log_info* info);

/* --- map -------------------------------------------------------------------------------------- */

/** Reads a map from its JSON, "tertib.map/1"; NULL only with 0.
 *  Fails: TERTIB_E_FORMAT (the message names the member), TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_map_from_json(const char* json, size_t size, tertib_map** out,
                                              tertib_error** error);
TERTIB_API tertib_status tertib_map_to_json(const tertib_map* map, tertib_buf* out,
                                            tertib_error** error);
/** Proposes a map for a person to complete: it fills in what the log shows and leaves open what only
 *  a person can say. Takes a log in memory, also one that can't be read without a map.
 *  @param options  its map is kept as it is; NULL: all defaults.
 *  @param sop      by which activities are matched, may be NULL.
 *  @param out      free with tertib_map_free.
 *  Fails as tertib_log_read does. */
TERTIB_API tertib_status tertib_map_propose(const void* data, size_t size,
                                            const tertib_log_options* options,
                                            const tertib_sop* sop, tertib_map** out,
                                            tertib_error** error);
/** The same from a file. Fails as tertib_log_read_file does. */
TERTIB_API tertib_status tertib_map_propose_file(const char* path,
                                                 const tertib_log_options* options,
                                                 const tertib_sop* sop, tertib_map** out,
                                                 tertib_error** error);
TERTIB_API void tertib_map_free(tertib_map* map);

/* --- net -------------------------------------------------------------------------------------- */

/** What a log is held against: a Petri net with an end. Immutable. */
typedef struct tertib_net tertib_net;

/** The net of an SOP; the log's activities are matched to its steps. It keeps the SOP alive.
 *  @param out  free with tertib_net_free.
 *  Fails: TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_sop_net(const tertib_sop* sop, tertib_net** out,
                                        tertib_error** error);
/** Reads a net in PNML; the log's activities are those of its transitions with just that name.
 *  @param data,size  the file's bytes; not kept. NULL only with 0.
 *  Fails: TERTIB_E_FORMAT, TERTIB_E_UNSUPPORTED (inhibitor or reset arcs, several nets),
 *  TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_net_from_pnml(const void* data, size_t size, tertib_net** out,
                                              tertib_error** error);
TERTIB_API size_t tertib_net_place_count(const tertib_net* net);
TERTIB_API size_t tertib_net_transition_count(const tertib_net* net);
/** The different activities that its transitions name; of an SOP, the keys of steps. Borrowed. */
TERTIB_API size_t tertib_net_label_count(const tertib_net* net);
TERTIB_API const char* tertib_net_label_at(const tertib_net* net, size_t index);
TERTIB_API void tertib_net_free(tertib_net* net);

/* --- alignment -------------------------------------------------------------------------------- */

/** How well a log fits a net, by the least changes that each case would need. Immutable; needs
 *  neither log nor net any more. */
typedef struct tertib_alignment tertib_alignment;

/** How to align. Begin with TERTIB_ALIGNMENT_OPTIONS_INIT or tertib_alignment_options_init. */
typedef struct tertib_alignment_options {
    uint32_t struct_size;  /**< sizeof(tertib_alignment_options) */
    int32_t moves;         /**< TERTIB_ALIGN_MOVES_… */
    const tertib_map* map; /**< what activities mean, for the net of an SOP; may be NULL */
    uint64_t max_states;   /**< for one sequence; 0 takes the default */
    uint64_t max_bytes;    /**< in all; 0 takes the default */
    tertib_watch watch;    /**< may be NULL; what it ends gets bounds */
    void* user_data;       /**< for it */
} tertib_alignment_options;

#define TERTIB_ALIGNMENT_OPTIONS_INIT                                                              \
    {(uint32_t)sizeof(tertib_alignment_options),                                                   \
     TERTIB_ALIGN_MOVES_LEFT_OUT,                                                                  \
     NULL,                                                                                         \
     0,                                                                                            \
     0,                                                                                            \
     NULL,                                                                                         \
     NULL}

/** TERTIB_ALIGNMENT_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_alignment_options_init(tertib_alignment_options* options);

/** Aligns every case of a log with a net. A case past a limit gets bounds: never a guess.
 *  @param options  NULL: all defaults.
 *  @param out      free with tertib_alignment_free.
 *  Fails: TERTIB_E_ARGUMENT (no run of the net ends; the map names a step that the SOP lacks),
 *  TERTIB_E_LIMIT (not even one run was found), TERTIB_E_USER (the watch asked for it). */
TERTIB_API tertib_status tertib_alignment_create(const tertib_net* net, const tertib_log* log,
                                                 const tertib_alignment_options* options,
                                                 tertib_alignment** out, tertib_error** error);
/** Cases, events; cases that cost nothing. */
TERTIB_API uint64_t tertib_alignment_case_count(const tertib_alignment* alignment);
TERTIB_API uint64_t tertib_alignment_event_count(const tertib_alignment* alignment);
TERTIB_API uint64_t tertib_alignment_perfect_count(const tertib_alignment* alignment);
/** The sum of the cases' costs, and what it can't be below; equal where every case is optimal. */
TERTIB_API uint64_t tertib_alignment_cost(const tertib_alignment* alignment);
TERTIB_API uint64_t tertib_alignment_cost_lower(const tertib_alignment* alignment);
/** The cost of a case without events. */
TERTIB_API uint32_t tertib_alignment_min_model_cost(const tertib_alignment* alignment);
/** From 0 to 1: the mean of the cases' fitness, and that of all costs together; -1 for NULL. */
TERTIB_API double tertib_alignment_average_fitness(const tertib_alignment* alignment);
TERTIB_API double tertib_alignment_log_fitness(const tertib_alignment* alignment);
/** How much of what the net allows the log makes use of, from 0 to 1; -1 where that isn't known:
 *  for NULL, without moves, or with a case past its limit. */
TERTIB_API double tertib_alignment_precision(const tertib_alignment* alignment);
/** The different sequences of activities, sorted by them: how many cases show one, its cost (of the
 *  best that was found) and what that can't be below. */
TERTIB_API size_t tertib_alignment_variant_count(const tertib_alignment* alignment);
TERTIB_API uint64_t tertib_alignment_variant_case_count(const tertib_alignment* alignment,
                                                        size_t variant);
TERTIB_API uint32_t tertib_alignment_variant_cost(const tertib_alignment* alignment,
                                                  size_t variant);
TERTIB_API uint32_t tertib_alignment_variant_cost_lower(const tertib_alignment* alignment,
                                                        size_t variant);
/** The sequence of a case, by the case's name; SIZE_MAX if there is no such case. */
TERTIB_API size_t tertib_alignment_find_case(const tertib_alignment* alignment,
                                             const char* case_id);
/** The moves of a sequence, if they were kept: TERTIB_ALIGN_MOVE_…; the activity of the log, NULL
 *  where the run moves alone; the label of the net (of an SOP, the key of the step), NULL where the
 *  log moves alone, or silently. Borrowed. */
TERTIB_API size_t tertib_alignment_move_count(const tertib_alignment* alignment, size_t variant);
TERTIB_API int32_t tertib_alignment_move_kind(const tertib_alignment* alignment, size_t variant,
                                              size_t index);
TERTIB_API const char* tertib_alignment_move_activity(const tertib_alignment* alignment,
                                                      size_t variant, size_t index);
TERTIB_API const char* tertib_alignment_move_label(const tertib_alignment* alignment,
                                                   size_t variant, size_t index);
/** The figures as JSON, "tertib.align/1". */
TERTIB_API tertib_status tertib_alignment_to_json(const tertib_alignment* alignment,
                                                  tertib_buf* out, tertib_error** error);
TERTIB_API void tertib_alignment_free(tertib_alignment* alignment);

/* --- token replay ----------------------------------------------------------------------------- */

/** Which cases of a log a net can tell, exactly. Immutable; needs neither log nor net any more. */
typedef struct tertib_token_replay tertib_token_replay;

/** How to replay. Begin with TERTIB_TOKEN_REPLAY_OPTIONS_INIT or tertib_token_replay_options_init. */
typedef struct tertib_token_replay_options {
    uint32_t struct_size;  /**< sizeof(tertib_token_replay_options) */
    const tertib_map* map; /**< what activities mean, for the net of an SOP; may be NULL */
    uint64_t max_states;   /**< 0 takes the default */
    tertib_watch watch;    /**< may be NULL; what it ends isn't decided */
    void* user_data;       /**< for it */
} tertib_token_replay_options;

#define TERTIB_TOKEN_REPLAY_OPTIONS_INIT                                                           \
    {(uint32_t)sizeof(tertib_token_replay_options), NULL, 0, NULL, NULL}

/** TERTIB_TOKEN_REPLAY_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_token_replay_options_init(tertib_token_replay_options* options);

/** Replays every case of a log on a net.
 *  @param options  NULL: all defaults.
 *  @param out      free with tertib_token_replay_free.
 *  Fails: TERTIB_E_ARGUMENT (the map names a step that the SOP lacks), TERTIB_E_LIMIT, TERTIB_E_USER
 *  (the watch asked for it). */
TERTIB_API tertib_status tertib_token_replay_create(const tertib_net* net, const tertib_log* log,
                                                    const tertib_token_replay_options* options,
                                                    tertib_token_replay** out,
                                                    tertib_error** error);
/** Cases, those of a TERTIB_TOKEN_REPLAY_… alone (0 for another number), and events. */
TERTIB_API uint64_t tertib_token_replay_case_count(const tertib_token_replay* replay);
TERTIB_API uint64_t tertib_token_replay_verdict_count(const tertib_token_replay* replay,
                                                      int32_t verdict);
TERTIB_API uint64_t tertib_token_replay_event_count(const tertib_token_replay* replay);
/** The different sequences of activities, sorted by them: how many cases show one; its
 *  TERTIB_TOKEN_REPLAY_…; the place from 0 of the event that the verdict is about, SIZE_MAX if it is
 *  about none. */
TERTIB_API size_t tertib_token_replay_variant_count(const tertib_token_replay* replay);
TERTIB_API uint64_t tertib_token_replay_variant_case_count(const tertib_token_replay* replay,
                                                           size_t variant);
TERTIB_API int32_t tertib_token_replay_variant_verdict(const tertib_token_replay* replay,
                                                       size_t variant);
TERTIB_API size_t tertib_token_replay_variant_event(const tertib_token_replay* replay,
                                                    size_t variant);
/** The sequence of a case, by the case's name; SIZE_MAX if there is no such case. */
TERTIB_API size_t tertib_token_replay_find_case(const tertib_token_replay* replay,
                                                const char* case_id);
/** The counts as JSON, "tertib.token_replay/1". */
TERTIB_API tertib_status tertib_token_replay_to_json(const tertib_token_replay* replay,
                                                     tertib_buf* out, tertib_error** error);
TERTIB_API void tertib_token_replay_free(tertib_token_replay* replay);

#ifdef __cplusplus
}
#endif

#include "tertib/tertib_experimental_check.h"

#endif
