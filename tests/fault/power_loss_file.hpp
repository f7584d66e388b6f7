// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "power_loss_vfs.hpp"

#include <cstddef>
#include <memory>
#include <sqlite3.h>
#include <string>

namespace tertib {

/// An open file. The masks are locks of shared memory, one bit for each.
struct PowerLossHandle {
    PowerLossVfs* vfs = nullptr;
    std::shared_ptr<PowerLossVfs::MemoryFile> file;
    std::string name; ///< "" of a temporary file
    std::size_t life = 0;
    bool syncs_folder = false;
    bool removes_at_close = false;
    int level = SQLITE_LOCK_NONE;
    unsigned shared = 0;
    unsigned exclusive = 0;

    [[nodiscard]] bool is_dead() const { return life != vfs->life(); }
};

/// What SQLite sees of it.
struct PowerLossFile {
    sqlite3_file base;
    PowerLossHandle* handle; ///< owned: from xOpen to xClose
};

[[nodiscard]] const sqlite3_io_methods& power_loss_methods();

} // namespace tertib
