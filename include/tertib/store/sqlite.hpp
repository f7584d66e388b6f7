// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/transaction.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

namespace tertib {

/// How safe a commit is. With `full` it survives the loss of power; with `normal` it survives
/// kill -9, but the last commits before a power loss may be gone although they were answered.
enum class Synchronous : std::uint8_t { full, normal };

enum class OpenMode : std::uint8_t {
    create,    ///< makes the store where there is none
    write,     ///< it must be there
    read_only, ///< nothing is written; for looking into files of unknown origin
};

struct SqliteOptions {
    OpenMode mode = OpenMode::create;
    Synchronous synchronous = Synchronous::full;
    std::chrono::milliseconds busy_timeout{10'000}; ///< how long to wait for other writers
    std::string vfs; ///< SQLite's own name of another file layer, for tests; "": the default one
};

/// A store in one SQLite file (WAL; many processes may share it). Throws Error(io) for a file that
/// can't be opened, Error(damaged) for one that is no store or holds anything that this library
/// didn't put there, Error(unsupported) for a newer version's store (an older one's is brought up
/// to date, but not read_only), Error(argument) for a path that begins with "file:".
///
/// Not to be carried over a fork: the child must open its own.
[[nodiscard]] std::unique_ptr<Database> open_sqlite(const std::string& path,
                                                    const SqliteOptions& options = {});

} // namespace tertib
