// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

struct sqlite3;

namespace tertib::sqlite {

/// Moves what was committed from a store's log (SQLite's WAL) into its file, and never while another
/// process writes.
///
/// SQLite before 3.51.3 loses pages when one connection begins the log anew just after another, that
/// checkpoints, has read how long the log was. Whoever begins it anew holds SQLite's write lock, so
/// all is well if a checkpoint holds it too, from before it looks at the log until it is done. FULL
/// and TRUNCATE checkpoints do that, in whichever process they run; the automatic ones don't, so
/// those are switched off. Where the write lock isn't to be had in time, FULL and TRUNCATE would go
/// on without it: then they are interrupted before they copy anything. The checkpoint by which the
/// last connection closes has the file for itself. All these locks are the kernel's, and go with a
/// process that is killed.
///
///     LogMover log(database, std::chrono::seconds{10});
///     … COMMIT …
///     log.after_commit();
class LogMover {
public:
    /// From now on nothing else moves the connection's log. It is used by one thread, and must
    /// outlive this.
    LogMover(sqlite3* database, std::chrono::milliseconds busy_timeout);
    LogMover(const LogMover&) = delete;
    LogMover(LogMover&&) = delete;
    LogMover& operator=(const LogMover&) = delete;
    LogMover& operator=(LogMover&&) = delete;
    ~LogMover();

    /// Moves the log if it has become long. What was committed is safe in the log, so nobody waits
    /// for others here but for a moment, and no failure is told: a later commit tries again.
    void after_commit() noexcept;
    /// Moves all of the log and empties it. Throws Error(store) while others are in the way.
    void empty();

private:
    enum class Left : bool { nothing, something };
    [[nodiscard]] Left move(const char* checkpoint, std::chrono::milliseconds patience) const;

    static int note_pages(void* self, sqlite3* database, const char* schema, int pages) noexcept;

    sqlite3* database_;
    std::chrono::milliseconds busy_timeout_;
    int pages_ = 0;    ///< in the log, after the last commit
    int worth_moving_; ///< so many pages
};

} // namespace tertib::sqlite
