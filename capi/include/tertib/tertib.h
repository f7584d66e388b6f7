/* SPDX-FileCopyrightText: 2026 The tertib authors
 * SPDX-License-Identifier: Apache-2.0 */

/** tertib in C: what every call has in common. Stable; the rest is in tertib_experimental.h.
 *
 *     tertib_error* error = NULL;
 *     tertib_sop* sop = NULL;
 *     if (tertib_sop_read(data, size, NULL, &sop, NULL, &error) != TERTIB_OK) {
 *         fprintf(stderr, "%s\n", tertib_error_message(error));
 *         tertib_error_free(error);
 *         return 1;
 *     }
 *     puts(tertib_sop_nama(sop));
 *     tertib_sop_free(sop);
 *
 *  Handles. What comes through a `**out` is yours: release it with tertib_<noun>_free, which takes
 *  NULL and never fails. `*out` is NULL whenever the call failed. Handles may be freed in any
 * order. Whatever is returned as `const …*` is borrowed: it lives as long as the handle it came
 * from.
 *
 *  Failures. A call that can fail returns a tertib_status and takes a `tertib_error**` (NULL: not
 *  wanted) last. Any of them fails with TERTIB_E_ARGUMENT for a NULL where none is allowed, text
 * that is not UTF-8, or a wrong index, and with TERTIB_E_NOMEM; comments name what else. Calls that
 *  return a value can't fail; asked of NULL, or of an index past the end, they return NULL for a
 *  text or handle, 0 for a count or number, TERTIB_E_ARGUMENT for an enumerator or a yes/no.
 *  A document in bad order is no failure: it gives findings.
 *
 *  Text is UTF-8 and ends in NUL. Threads: there is no global state, and every handle is immutable
 *  (or, a store, takes its callers in turn): use it from many threads at once, free it from one. Nothing is printed, no environment or locale
 *  is read, no exception leaves the library. */
#ifndef TERTIB_TERTIB_H
#define TERTIB_TERTIB_H

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define TERTIB_API __attribute__((visibility("default")))
#else
#define TERTIB_API
#endif

#if defined(__GNUC__)
#define TERTIB_DEPRECATED(text) __attribute__((deprecated(text)))
#else
#define TERTIB_DEPRECATED(text)
#endif

#define TERTIB_VERSION_MAJOR 0
#define TERTIB_VERSION_MINOR 1
#define TERTIB_VERSION_PATCH 0
#define TERTIB_VERSION_NUMBER                                                                      \
    (TERTIB_VERSION_MAJOR * 1000000 + TERTIB_VERSION_MINOR * 1000 + TERTIB_VERSION_PATCH)

#ifdef __cplusplus
extern "C" {
#endif

/** The version of the library that runs: "major.minor.patch", and as one number like
 *  TERTIB_VERSION_NUMBER; the binary interface's number (SOVERSION).  @since 0.1 */
TERTIB_API const char* tertib_version_string(void);
TERTIB_API int32_t tertib_version_number(void);
TERTIB_API int32_t tertib_abi_version(void);

/** How a call went: 0 done, negative failed. A number is never given another meaning. */
typedef int32_t tertib_status;
enum {
    TERTIB_OK = 0,
    /* the call */
    TERTIB_E_ARGUMENT = -1,    /**< what was passed can't be meant */
    TERTIB_E_UNSUPPORTED = -2, /**< made by a newer version, or outside what is offered */
    TERTIB_E_LIMIT = -3,       /**< a limit was passed; the message names it */
    TERTIB_E_USER = -4,        /**< a callback of the caller's asked to fail */
    /* the data */
    TERTIB_E_FORMAT = -20, /**< in no known format, or without an SOP table */
    /* the system */
    TERTIB_E_NOMEM = -40, /**< out of memory; nothing was changed */
    TERTIB_E_IO = -41,    /**< a file or the system failed */
    /* a store of cases */
    TERTIB_E_STORE = -50,           /**< the store is busy or failed; nothing was changed */
    TERTIB_E_DAMAGED = -51,         /**< what a store holds contradicts itself, or isn't ours */
    TERTIB_E_OUTCOME_UNKNOWN = -52, /**< a commit may or may not have taken place: ask again with
                                         the same key */
    /* the library */
    TERTIB_E_INTERNAL = -60 /**< a promise of this library was broken: please report it */
};

/** What a callback returns to end a call early, without error. */
#define TERTIB_STOP 1

/** Why a call failed. Immutable. */
typedef struct tertib_error tertib_error;

/** The status that the call returned.  @since 0.1 */
TERTIB_API tertib_status tertib_error_code(const tertib_error* error);
/** What is wrong, in one line of English. Borrowed.  @since 0.1 */
TERTIB_API const char* tertib_error_message(const tertib_error* error);
/** The file it is about, "" if none. Borrowed.  @since 0.1 */
TERTIB_API const char* tertib_error_file(const tertib_error* error);
/** Where in it, counting from 1; 0 if unknown.  @since 0.1 */
TERTIB_API int64_t tertib_error_row(const tertib_error* error);
TERTIB_API int64_t tertib_error_column(const tertib_error* error);
/** Frees the error; NULL is fine.  @since 0.1 */
TERTIB_API void tertib_error_free(tertib_error* error);

/** Bytes that the library made for you: begin with TERTIB_BUF_INIT, clear by tertib_buf_dispose
 *  before it is used again. `data` ends in a NUL that `size` doesn't count. */
typedef struct tertib_buf {
    char* data;
    size_t size;
} tertib_buf;

#define TERTIB_BUF_INIT {NULL, 0}

/** Frees what is inside and makes it empty; NULL and an empty one are fine.  @since 0.1 */
TERTIB_API void tertib_buf_dispose(tertib_buf* buf);

#ifdef __cplusplus
}
#endif

#endif
