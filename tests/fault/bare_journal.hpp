// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subject.hpp"

namespace tertib {

/// What a bare journal may do wrong on purpose, for the controls: a harness that doesn't find it
/// proves nothing.
enum class Flaw {
    none,
    acknowledges_early,  ///< answers before the commit, which comes with the next call
    swallows_errors,     ///< acknowledges what failed
    denies_unknown,      ///< calls a failed commit a plain refusal
    forgets_keys,        ///< a retry is a second event
    trusts_what_it_reads ///< acknowledges a retry that it finds, without a synced write of its own
};

/// The plainest journal that can keep the promises: rows with a hash chain for each case and a
/// unique key, on SQLite's C API, in WAL mode; each append is one BEGIN IMMEDIATE … COMMIT. It shows
/// that the harnesses work and is the floor that the library's store is measured against.
///
///     const std::unique_ptr<Subject> journal = bare_journal()({.path = "cases.db"});
///
/// A retry that finds its rows still commits a write: after a kill they may lie in the WAL unsynced,
/// and an acknowledgement must wait for them to be synced.
[[nodiscard]] OpenSubject bare_journal(Flaw flaw = Flaw::none);

} // namespace tertib
