/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** tertib in C: SOPs, findings, overlays, lint, graphs; and by the headers that it includes,
 *  calendars, deadlines and plans (tertib_experimental_time.h), running cases
 *  (tertib_experimental_cases.h), event logs (tertib_experimental_logs.h), checks of them
 *  (tertib_experimental_check.h) and the test kit (tertib_experimental_testkit.h). It works and is tested, but anything in it may still change in
 *  any release (VERSIONING.md). tertib.h tells what all calls have in common: who owns what, how
 *  calls fail, what threads may do.  All @since 0.1 */
#ifndef TERTIB_TERTIB_EXPERIMENTAL_H
#define TERTIB_TERTIB_EXPERIMENTAL_H

#include "tertib/tertib.h"

#ifdef __cplusplus
extern "C" {
#endif

/* --- words ------------------------------------------------------------------------------------ */

/** The language of a text for people. */
enum { TERTIB_LANGUAGE_ID = 0, TERTIB_LANGUAGE_EN = 1 };

/** How much a finding matters: catatan, perlu diperiksa, perlu diperbaiki. */
enum {
    TERTIB_SEVERITY_NONE = 0,
    TERTIB_SEVERITY_INFO = 1,
    TERTIB_SEVERITY_WARNING = 2,
    TERTIB_SEVERITY_ERROR = 3
};

/** What a finding is about: what the office wrote, what this copy can't carry, what we made of it.
 */
enum { TERTIB_ABOUT_DOCUMENT = 0, TERTIB_ABOUT_COPY = 1, TERTIB_ABOUT_READING = 2 };

/** What a rule came to; NONE for a finding that is no rule's. */
enum {
    TERTIB_VERDICT_NONE = 0,
    TERTIB_VERDICT_SATISFIED = 1,
    TERTIB_VERDICT_VIOLATED = 2,
    TERTIB_VERDICT_NOT_APPLICABLE = 3,
    TERTIB_VERDICT_UNDECIDABLE = 4
};

enum { TERTIB_STEP_ACTIVITY = 0, TERTIB_STEP_DECISION = 1 };

/** How the amount of a bare "Hari" is counted: in the office's working time, or on the calendar. */
enum { TERTIB_RECKONING_WORKING = 0, TERTIB_RECKONING_CALENDAR = 1 };

/** Whether a text for others holds personal data (name and NIP of who signed). */
enum { TERTIB_PERSONAL_KEEP = 0, TERTIB_PERSONAL_OMIT = 1 };

/** Whether every case can finish. */
enum { TERTIB_SOUNDNESS_SOUND = 0, TERTIB_SOUNDNESS_UNSOUND = 1, TERTIB_SOUNDNESS_NOT_DECIDED = 2 };

/* --- findings --------------------------------------------------------------------------------- */

/** Things to tell about a document: an owned list of them, or one borrowed from its list. */
typedef struct tertib_findings tertib_findings;
typedef struct tertib_finding tertib_finding;

TERTIB_API size_t tertib_findings_count(const tertib_findings* findings);
/** The finding at an index below the count. Borrowed. */
TERTIB_API const tertib_finding* tertib_findings_at(const tertib_findings* findings, size_t index);
TERTIB_API void tertib_findings_free(tertib_findings* findings);

/** Its stable code ("READ-NO-PELAKSANA", or a rule's id such as "ID-6"). Borrowed. */
TERTIB_API const char* tertib_finding_code(const tertib_finding* finding);
/** TERTIB_SEVERITY_… */
TERTIB_API int32_t tertib_finding_severity(const tertib_finding* finding);
/** TERTIB_ABOUT_… */
TERTIB_API int32_t tertib_finding_about(const tertib_finding* finding);
/** Its place in the source: row and column from 1 (0: no single place), key of the step ("": none;
 *  borrowed). */
TERTIB_API uint32_t tertib_finding_row(const tertib_finding* finding);
TERTIB_API uint32_t tertib_finding_column(const tertib_finding* finding);
TERTIB_API const char* tertib_finding_step(const tertib_finding* finding);
/** Its sentence in a TERTIB_LANGUAGE_…; NULL for another language. Borrowed. */
TERTIB_API const char* tertib_finding_message(const tertib_finding* finding, int32_t language);
/** The document's words that led to it, "" if none. Borrowed. */
TERTIB_API const char* tertib_finding_evidence(const tertib_finding* finding);
/** TERTIB_VERDICT_… */
TERTIB_API int32_t tertib_finding_verdict(const tertib_finding* finding);
/** The article that its rule comes from, "" if it is no rule's. Borrowed. */
TERTIB_API const char* tertib_finding_source(const tertib_finding* finding);
/** What would mend it, "" if nothing is known or needed. Language as above. Borrowed. */
TERTIB_API const char* tertib_finding_remedy(const tertib_finding* finding, int32_t language);
/** 1 if someone answers for it (dikecualikan), else 0. */
TERTIB_API int32_t tertib_finding_waived(const tertib_finding* finding);

/* --- sop -------------------------------------------------------------------------------------- */

/** One SOP document; one of its steps, borrowed from it; all SOPs of one document. */
typedef struct tertib_sop tertib_sop;
typedef struct tertib_step tertib_step;
typedef struct tertib_sops tertib_sops;

/** How to read. Begin with TERTIB_READ_OPTIONS_INIT or tertib_read_options_init. */
typedef struct tertib_read_options {
    uint32_t struct_size; /**< sizeof(tertib_read_options) */
    uint32_t nth;         /**< tertib_sop_read: which SOP of the document, from 1; 0: the first */
    const char* name;     /**< a file name or media type as a hint, may be NULL */
    int32_t bare_hari;    /**< TERTIB_RECKONING_…: what "3 Hari" means */
    uint32_t max_columns; /**< limits; 0 takes the default */
    uint64_t max_bytes;
    uint64_t max_text; /**< of one cell, in bytes */
    uint64_t max_steps;
    uint64_t max_cells;
    uint64_t max_flows;
    uint64_t max_sops;
} tertib_read_options;

#define TERTIB_READ_OPTIONS_INIT                                                                   \
    {(uint32_t)sizeof(tertib_read_options), 0, NULL, TERTIB_RECKONING_WORKING, 0, 0, 0, 0, 0, 0, 0}

/** TERTIB_READ_OPTIONS_INIT for languages without macros. NULL is passed over. */
TERTIB_API void tertib_read_options_init(tertib_read_options* options);

/** Reads one SOP from a document in memory: tab-separated text, HTML, Markdown, or our JSON.
 *  @param data,size  the file's bytes; not kept. NULL only with 0.
 *  @param options    NULL: all defaults.
 *  @param out        the SOP; free with tertib_sop_free.
 *  @param findings   what was noticed, may be NULL; free with tertib_findings_free.
 *  Fails: TERTIB_E_FORMAT (no SOP table found), TERTIB_E_LIMIT, TERTIB_E_ARGUMENT (no nth SOP). */
TERTIB_API tertib_status tertib_sop_read(const void* data, size_t size,
                                         const tertib_read_options* options, tertib_sop** out,
                                         tertib_findings** findings, tertib_error** error);

/** Reads every SOP of a document; parameters as above, `nth` doesn't count.
 *  Fails: TERTIB_E_FORMAT, TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_sops_read(const void* data, size_t size,
                                          const tertib_read_options* options, tertib_sops** out,
                                          tertib_error** error);
TERTIB_API size_t tertib_sops_count(const tertib_sops* sops);
/** The SOP at an index below the count, and what was noticed while reading it. Borrowed. */
TERTIB_API const tertib_sop* tertib_sops_at(const tertib_sops* sops, size_t index);
TERTIB_API const tertib_findings* tertib_sops_findings_at(const tertib_sops* sops, size_t index);
TERTIB_API void tertib_sops_free(tertib_sops* sops);

/** A handle of one's own to the same SOP, to outlive the list it was borrowed from. Copies no data.
 *  @param out  free with tertib_sop_free. */
TERTIB_API tertib_status tertib_sop_share(const tertib_sop* sop, tertib_sop** out,
                                          tertib_error** error);

/** Reads an SOP from its JSON, "tertib.sop/1".
 *  @param json,size  UTF-8, needs no NUL at its end; not kept. NULL only with 0.
 *  @param findings   those that were written with it, may be NULL.
 *  Fails: TERTIB_E_FORMAT (no such JSON; the message says where), TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_sop_from_json(const char* json, size_t size, tertib_sop** out,
                                              tertib_findings** findings, tertib_error** error);
/** Writes it as JSON.
 *  @param findings  to be written with it, may be NULL.
 *  @param personal  TERTIB_PERSONAL_…
 *  @param out       an empty buffer; clear with tertib_buf_dispose. */
TERTIB_API tertib_status tertib_sop_to_json(const tertib_sop* sop, const tertib_findings* findings,
                                            int32_t personal, tertib_buf* out,
                                            tertib_error** error);
TERTIB_API void tertib_sop_free(tertib_sop* sop);

/** SHA-256 of the canonical model, 64 hexadecimal digits. Borrowed. */
TERTIB_API const char* tertib_sop_digest(const tertib_sop* sop);
/** SHA-256 of the document's bytes, "" if it came from none. Borrowed. */
TERTIB_API const char* tertib_sop_source_sha256(const tertib_sop* sop);
/** Nomor SOP and Nama SOP, "" if not stated. Borrowed. */
TERTIB_API const char* tertib_sop_nomor(const tertib_sop* sop);
TERTIB_API const char* tertib_sop_nama(const tertib_sop* sop);
/** 1 if two SOPs are equal in everything, else 0. */
TERTIB_API int32_t tertib_sop_equal(const tertib_sop* sop, const tertib_sop* other);

/** The columns of Pelaksana in the form's order. Borrowed. */
TERTIB_API size_t tertib_sop_pelaksana_count(const tertib_sop* sop);
TERTIB_API const char* tertib_sop_pelaksana_at(const tertib_sop* sop, size_t index);

/** The steps in the form's order. Borrowed. */
TERTIB_API size_t tertib_sop_step_count(const tertib_sop* sop);
TERTIB_API const tertib_step* tertib_sop_step_at(const tertib_sop* sop, size_t index);
/** The step of that key, NULL if there is none. */
TERTIB_API const tertib_step* tertib_sop_step_find(const tertib_sop* sop, const char* key);

/** The step's key ("3"), the number as printed ("3."), and the other cells of its row. All
 * borrowed;
 *  "" for an empty cell. */
TERTIB_API const char* tertib_step_key(const tertib_step* step);
TERTIB_API const char* tertib_step_no(const tertib_step* step);
TERTIB_API const char* tertib_step_uraian(const tertib_step* step);
/** Its waktu as written ("180 Menit"). */
TERTIB_API const char* tertib_step_waktu(const tertib_step* step);
TERTIB_API const char* tertib_step_keterangan(const tertib_step* step);
/** The sentence or person by which not every case needs it, NULL if every case does. */
TERTIB_API const char* tertib_step_optional(const tertib_step* step);
/** TERTIB_STEP_… */
TERTIB_API int32_t tertib_step_kind(const tertib_step* step);
/** The names of those marked in its row; none: unknown. */
TERTIB_API size_t tertib_step_pelaksana_count(const tertib_step* step);
TERTIB_API const char* tertib_step_pelaksana_at(const tertib_step* step, size_t index);
TERTIB_API size_t tertib_step_kelengkapan_count(const tertib_step* step);
TERTIB_API const char* tertib_step_kelengkapan_at(const tertib_step* step, size_t index);
TERTIB_API size_t tertib_step_produk_count(const tertib_step* step);
TERTIB_API const char* tertib_step_produk_at(const tertib_step* step, size_t index);
/** The named exits of a decision. */
TERTIB_API size_t tertib_step_outcome_count(const tertib_step* step);
TERTIB_API const char* tertib_step_outcome_at(const tertib_step* step, size_t index);

/* --- overlay ---------------------------------------------------------------------------------- */

/** What a person adds to a document: pelaksana, flows, waivers, with names and reasons. */
typedef struct tertib_overlay tertib_overlay;

/** Reads an overlay from its JSON, "tertib.overlay/1"; NULL only with 0.
 *  Fails: TERTIB_E_FORMAT (the message names the member), TERTIB_E_LIMIT. */
TERTIB_API tertib_status tertib_overlay_from_json(const char* json, size_t size,
                                                  tertib_overlay** out, tertib_error** error);
TERTIB_API tertib_status tertib_overlay_to_json(const tertib_overlay* overlay, tertib_buf* out,
                                                tertib_error** error);
TERTIB_API void tertib_overlay_free(tertib_overlay* overlay);

/** A template that lists everything unknown in the SOP. */
TERTIB_API tertib_status tertib_sop_overlay_template(const tertib_sop* sop, tertib_overlay** out,
                                                     tertib_error** error);
/** A new SOP: the old one with the overlay's additions.
 *  @param findings  entries that fit nothing and were not applied, may be NULL. */
TERTIB_API tertib_status tertib_sop_apply_overlay(const tertib_sop* sop,
                                                  const tertib_overlay* overlay, tertib_sop** out,
                                                  tertib_findings** findings, tertib_error** error);
/** What of the findings of reading is still open in an SOP to which overlays were applied: without
 *  the questions that it answers, and with what is left of those that it answers in part.
 *  @param findings  of reading the SOP as it was before; not changed.
 *  @param out       a list of its own; free with tertib_findings_free. */
TERTIB_API tertib_status tertib_sop_open_findings(const tertib_sop* sop,
                                                  const tertib_findings* findings,
                                                  tertib_findings** out, tertib_error** error);

/* --- lint ------------------------------------------------------------------------------------- */

/** An SOP against the rules of a profile. */
typedef struct tertib_lint tertib_lint;

/** Checks an SOP against the regulation.
 *  @param profile  the name of a built-in profile, or the JSON of one's own ("tertib.profile/1");
 *                  NULL: "permenpan35".
 *  @param waivers  an overlay whose waivers count, may be NULL.
 *  Fails: TERTIB_E_ARGUMENT (no such profile), TERTIB_E_FORMAT (its JSON). */
TERTIB_API tertib_status tertib_sop_lint(const tertib_sop* sop, const char* profile,
                                         const tertib_overlay* waivers, tertib_lint** out,
                                         tertib_error** error);
/** The profile's name. Borrowed. */
TERTIB_API const char* tertib_lint_profile(const tertib_lint* lint);
/** The heaviest severity of a finding that isn't waived, TERTIB_SEVERITY_NONE if there is none. */
TERTIB_API int32_t tertib_lint_worst(const tertib_lint* lint);
/** What was found, in the order of the rules. Borrowed: don't free it. */
TERTIB_API const tertib_findings* tertib_lint_findings(const tertib_lint* lint);
/** Every rule with its id, verdict (TERTIB_VERDICT_…) and one sentence; texts borrowed. */
TERTIB_API size_t tertib_lint_rule_count(const tertib_lint* lint);
TERTIB_API const char* tertib_lint_rule_id(const tertib_lint* lint, size_t index);
TERTIB_API int32_t tertib_lint_rule_verdict(const tertib_lint* lint, size_t index);
TERTIB_API const char* tertib_lint_rule_title(const tertib_lint* lint, size_t index,
                                              int32_t language);
/** The report as JSON, "tertib.lint/1". */
TERTIB_API tertib_status tertib_lint_to_json(const tertib_lint* lint, tertib_buf* out,
                                             tertib_error** error);
TERTIB_API void tertib_lint_free(tertib_lint* lint);

/* --- graph ------------------------------------------------------------------------------------ */

/** What the flow of an SOP tells. It keeps its SOP alive. */
typedef struct tertib_graph tertib_graph;

TERTIB_API tertib_status tertib_sop_graph(const tertib_sop* sop, tertib_graph** out,
                                          tertib_error** error);
/** Nodes (start and end among them), flows, rework loops, and produk that are later kelengkapan. */
TERTIB_API size_t tertib_graph_node_count(const tertib_graph* graph);
TERTIB_API size_t tertib_graph_flow_count(const tertib_graph* graph);
TERTIB_API size_t tertib_graph_loop_count(const tertib_graph* graph);
TERTIB_API size_t tertib_graph_document_link_count(const tertib_graph* graph);
/** TERTIB_SOUNDNESS_… */
TERTIB_API int32_t tertib_graph_soundness(const tertib_graph* graph);
/** Everything as JSON, "tertib.graph/1": witness, levels, loops, documents, hand-overs. */
TERTIB_API tertib_status tertib_graph_to_json(const tertib_graph* graph, tertib_buf* out,
                                              tertib_error** error);
TERTIB_API void tertib_graph_free(tertib_graph* graph);

/** The flow of an SOP as a drawing, in Graphviz's DOT language or as a Mermaid flowchart. Words of
 *  the document stand in quoted labels alone.
 *  @param language  TERTIB_LANGUAGE_…, that of the few words added.
 *  @param out       an empty buffer; clear with tertib_buf_dispose. */
TERTIB_API tertib_status tertib_sop_to_dot(const tertib_sop* sop, int32_t language, tertib_buf* out,
                                           tertib_error** error);
TERTIB_API tertib_status tertib_sop_to_mermaid(const tertib_sop* sop, int32_t language,
                                               tertib_buf* out, tertib_error** error);

#ifdef __cplusplus
}
#endif

#include "tertib/tertib_experimental_time.h"

#endif
