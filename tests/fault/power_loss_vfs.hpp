// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dice.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <sqlite3.h>
#include <string>
#include <vector>

namespace tertib {

/// The files of a disk by name, as a restart would find them.
using DiskImage = std::map<std::string, std::string>;

/// What was done to a disk, in order. A file keeps its number when its name is removed.
struct DiskOperation {
    enum class Kind { create, remove, write, truncate, sync, sync_folder };

    Kind kind = Kind::write;
    std::size_t file = 0;
    std::string name;        ///< of create and remove
    std::uint64_t place = 0; ///< of a write its offset, of truncate the size, in bytes
    std::string bytes;       ///< of a write
};

/// A VFS whose files lie in memory and whose every change is recorded, so that PowerLoss can say
/// what a disk may hold if the power fails at any point (power_loss_image.hpp).
///
///     PowerLossVfs vfs("tertib-power", 1);
///     … open "/j.db" with that VFS, work …
///     vfs.log();                     // from the load() before
///     vfs.load(image);               // other files, log empty
///
/// Like SQLite's own unix VFS it promises that a write touches no byte outside of it, and syncs the
/// folder with the first sync of a new WAL or journal. Several connections of one thread may use a
/// file; their locks work. Random numbers and the clock are replayable. It must outlive every
/// connection.
class PowerLossVfs {
public:
    enum class Log { kept, not_kept };

    PowerLossVfs(std::string name, std::uint64_t seed, Log log = Log::kept);
    PowerLossVfs(const PowerLossVfs&) = delete;
    PowerLossVfs& operator=(const PowerLossVfs&) = delete;
    ~PowerLossVfs();

    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] const std::vector<DiskOperation>& log() const { return log_; }

    /// Other files; what was open is dead.
    void load(DiskImage image);
    /// All files as a process sees them, synced or not.
    [[nodiscard]] DiskImage files() const;

    /// As kill -9 does: what is open now can do nothing more, and its locks and shared memory are
    /// gone; what was written stays, synced or not.
    void kill();
    /// The same by itself after so many more changes (0: at the next one).
    void kill_after(std::size_t changes) { left_ = changes; }

    // For the functions that SQLite calls.
    struct MemoryFile {
        std::size_t number = 0;
        bool recorded = true; ///< temporary files aren't
        std::string bytes;
        std::vector<std::unique_ptr<char[]>> shared_memory;
        std::vector<struct PowerLossHandle*> handles;
    };

    [[nodiscard]] std::shared_ptr<MemoryFile> find(const std::string& name) const;
    [[nodiscard]] std::shared_ptr<MemoryFile> create(const std::optional<std::string>& name);
    void remove(const std::string& name);
    /// False if the killing came first.
    [[nodiscard]] bool record(const MemoryFile& file, DiskOperation operation);
    [[nodiscard]] std::size_t life() const { return life_; }
    [[nodiscard]] Dice& dice() { return dice_; }

private:
    std::string name_;
    Dice dice_;
    sqlite3_vfs vfs_{};
    std::map<std::string, std::shared_ptr<MemoryFile>> files_;
    Log keeps_;
    std::vector<DiskOperation> log_;
    std::size_t next_number_ = 0;
    std::size_t life_ = 0; ///< raised by each killing; handles of earlier lives are dead
    std::optional<std::size_t> left_;
};

} // namespace tertib
