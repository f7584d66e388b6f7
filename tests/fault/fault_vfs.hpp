// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// The calls of SQLite to its VFS that are counted, and can fail. Not counted are those whose
/// failure SQLite has no way to notice: xClose, giving back a lock of shared memory, hints.
enum class IoCall {
    open,
    remove,
    access,
    full_pathname,
    read,
    write,
    truncate,
    sync,
    file_size,
    lock,
    unlock,
    check_reserved_lock,
    shm_map,
    shm_lock
};

[[nodiscard]] std::string_view word(IoCall call);

enum class Failing {
    once,         ///< the n-th call, doing nothing; a write says SQLITE_IOERR_WRITE
    from_then_on, ///< and all later ones; a write says SQLITE_FULL
    half_written  ///< once, a write puts down its first half and says SQLITE_FULL
};

/// A VFS over the default one that fails the n-th call.
///
///     FaultVfs vfs("tertib-fault");          // registered with SQLite until destroyed
///     vfs.arm(7, Failing::once);             // counts from here
///     … open the file with that VFS, work …
///     vfs.calls(); vfs.failed();             // how many, and which kind failed first, if any
///
/// It must outlive every connection that uses it. One thread.
class FaultVfs {
public:
    explicit FaultVfs(std::string name);
    FaultVfs(const FaultVfs&) = delete;
    FaultVfs& operator=(const FaultVfs&) = delete;
    ~FaultVfs();

    [[nodiscard]] const std::string& name() const { return name_; }

    /// The n-th call from now (from 1) fails.
    void arm(std::size_t nth, Failing failing);
    /// All calls work again; counting starts anew.
    void disarm();

    [[nodiscard]] std::size_t calls() const { return trace_.size(); }
    [[nodiscard]] const std::vector<IoCall>& trace() const { return trace_; }
    [[nodiscard]] std::optional<IoCall> failed() const { return failed_; }

    // For the functions that SQLite calls.
    enum class Outcome { works, fails, fails_half };
    [[nodiscard]] Outcome count(IoCall call);
    [[nodiscard]] int write_code() const;
    [[nodiscard]] sqlite3_vfs* base() const { return base_; }

private:
    std::string name_;
    sqlite3_vfs* base_; ///< SQLite's
    sqlite3_vfs vfs_{};
    std::size_t nth_ = 0; ///< 0: none fails
    Failing failing_ = Failing::once;
    std::vector<IoCall> trace_;
    std::optional<IoCall> failed_;
};

} // namespace tertib
