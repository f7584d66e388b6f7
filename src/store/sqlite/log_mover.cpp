// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/log_mover.hpp"

#include "store/sqlite/connection.hpp"
#include "tertib/base/error.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <limits>

namespace tertib::sqlite {

namespace {

using std::chrono::milliseconds;

/// Pages of 4 KiB: as many as SQLite's own automatic checkpoints wait for.
constexpr int long_log = 1'000;
/// How long a commit that is done waits for those who use the log.
constexpr milliseconds moment{20};
constexpr milliseconds longest_pause{64};

/// While it lives, the connection waits for others as long as `patience` says. Whoever has waited in
/// vain is interrupted, lest a checkpoint goes on without the write lock. Time is counted by the
/// pauses made, as SQLite counts it.
class Waiting {
public:
    Waiting(sqlite3* database, milliseconds patience, milliseconds afterwards)
        : database_(database),
          left_(patience),
          afterwards_(afterwards) {
        sqlite3_busy_handler(database_, wait, this);
        sqlite3_file_control(database_, "main", SQLITE_FCNTL_VFS_POINTER,
                             static_cast<void*>(&vfs_));
    }
    Waiting(const Waiting&) = delete;
    Waiting(Waiting&&) = delete;
    Waiting& operator=(const Waiting&) = delete;
    Waiting& operator=(Waiting&&) = delete;
    ~Waiting() { set_busy_timeout(database_, afterwards_); }

    [[nodiscard]] bool in_vain() const noexcept { return in_vain_; }

private:
    static int wait(void* context, int /*times*/) noexcept {
        auto& self = *static_cast<Waiting*>(context);
        if (self.left_ <= milliseconds{0} || self.vfs_ == nullptr) {
            self.in_vain_ = true;
            sqlite3_interrupt(self.database_);
            return 0;
        }
        const milliseconds pause = std::min(self.pause_, self.left_);
        constexpr int micros = 1'000;
        self.vfs_->xSleep(self.vfs_, static_cast<int>(pause.count()) * micros);
        self.left_ -= pause;
        self.pause_ = std::min(2 * pause, longest_pause);
        return 1;
    }

    sqlite3* database_;
    sqlite3_vfs* vfs_ = nullptr;
    milliseconds left_;
    milliseconds pause_{1};
    milliseconds afterwards_;
    bool in_vain_ = false;
};

} // namespace

LogMover::LogMover(sqlite3* database, milliseconds busy_timeout)
    : database_(database),
      busy_timeout_(busy_timeout),
      worth_moving_(long_log) {
    // SQLite has one such hook: its own, which checkpoints, goes.
    sqlite3_wal_hook(database_, note_pages, this);
}

LogMover::~LogMover() {
    sqlite3_wal_hook(database_, nullptr, nullptr);
}

int LogMover::note_pages(void* self, sqlite3* /*database*/, const char* /*schema*/,
                         int pages) noexcept {
    auto& log = *static_cast<LogMover*>(self);
    if (pages < log.pages_) {
        log.worth_moving_ = long_log; // it was begun anew
    }
    log.pages_ = pages;
    return SQLITE_OK;
}

void LogMover::after_commit() noexcept {
    if (pages_ < worth_moving_) {
        return;
    }
    // Somebody who reads for minutes would make every commit wait: the next try is as far away as
    // the first was.
    worth_moving_ =
        pages_ < std::numeric_limits<int>::max() - long_log ? pages_ + long_log : pages_;
    try {
        if (move("PRAGMA wal_checkpoint(FULL)", moment) == Left::nothing) {
            worth_moving_ = long_log;
        }
    } catch (...) {
        return; // the log is as it was
    }
}

void LogMover::empty() {
    if (move("PRAGMA wal_checkpoint(TRUNCATE)", busy_timeout_) != Left::nothing) {
        throw Error(ErrorCode::store,
                    "others are using the store: what was written stays in its log for now");
    }
    pages_ = 0;
    worth_moving_ = long_log;
}

LogMover::Left LogMover::move(const char* checkpoint, milliseconds patience) const {
    const Waiting waiting(database_, patience, busy_timeout_);
    try {
        // Its answer says whether somebody was in the way; that is no error to SQLite.
        return number_of(database_, checkpoint) == 0 ? Left::nothing : Left::something;
    } catch (const Error&) {
        if (waiting.in_vain()) {
            return Left::something;
        }
        throw;
    }
}

} // namespace tertib::sqlite
