// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "power_loss_vfs.hpp"

#include "power_loss_file.hpp"

#include <stdexcept>
#include <utility>

namespace tertib {

namespace {

using Kind = DiskOperation::Kind;

PowerLossVfs& vfs_of(sqlite3_vfs* vfs) {
    return *static_cast<PowerLossVfs*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, sqlite3_filename path, sqlite3_file* file, int flags,
              int* out_flags) {
    PowerLossVfs& power = vfs_of(vfs);
    auto handle = std::make_unique<PowerLossHandle>();
    file->pMethods = nullptr; // xClose isn't called for it
    handle->vfs = &power;
    handle->name = path == nullptr ? "" : path;
    handle->removes_at_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    handle->file = handle->name.empty() ? nullptr : power.find(handle->name);
    if (handle->file == nullptr) {
        if ((flags & SQLITE_OPEN_CREATE) == 0) {
            return SQLITE_CANTOPEN;
        }
        handle->file =
            power.create(handle->name.empty() ? std::nullopt : std::optional(handle->name));
    }
    // As in SQLite's unix VFS, also where the file was there: its maker may have been killed before
    // its name was synced.
    handle->syncs_folder =
        (flags & SQLITE_OPEN_CREATE) != 0 &&
        (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
    if (handle->file == nullptr) {
        return SQLITE_CANTOPEN; // killed by it
    }
    handle->life = power.life();
    handle->file->handles.push_back(handle.get());
    reinterpret_cast<PowerLossFile*>(file)->handle = handle.release();
    file->pMethods = &power_loss_methods();
    if (out_flags != nullptr) {
        *out_flags = flags;
    }
    return SQLITE_OK;
}

int remove_file(sqlite3_vfs* vfs, const char* path, int sync_folder) {
    PowerLossVfs& power = vfs_of(vfs);
    const auto file = power.find(path);
    if (file == nullptr) {
        return SQLITE_IOERR_DELETE_NOENT;
    }
    const std::size_t life = power.life();
    power.remove(path);
    if (sync_folder != 0 && life == power.life()) {
        static_cast<void>(power.record(*file, {.kind = Kind::sync_folder}));
    }
    return life == power.life() ? SQLITE_OK : SQLITE_IOERR_DELETE;
}

int access_file(sqlite3_vfs* vfs, const char* path, int /*flags*/, int* result) {
    const auto file = vfs_of(vfs).find(path);
    *result = file != nullptr && !file->bytes.empty() ? 1 : 0;
    return SQLITE_OK;
}

int full_pathname(sqlite3_vfs* /*vfs*/, const char* path, int size, char* full) {
    return sqlite3_snprintf(size, full, "%s", path) != nullptr ? SQLITE_OK : SQLITE_CANTOPEN;
}

int randomness(sqlite3_vfs* vfs, int size, char* bytes) {
    for (int i = 0; i < size; ++i) {
        bytes[i] = static_cast<char>(vfs_of(vfs).dice().below(256));
    }
    return size;
}

int sleep_not(sqlite3_vfs* /*vfs*/, int microseconds) {
    return microseconds;
}

int current_time(sqlite3_vfs* /*vfs*/, double* days) {
    *days = 2460000.5; // Julian, 2023-02-25
    return SQLITE_OK;
}

} // namespace

PowerLossVfs::PowerLossVfs(std::string name, std::uint64_t seed, Log log)
    : name_(std::move(name)),
      dice_(seed),
      keeps_(log) {
    vfs_.iVersion = 1;
    vfs_.szOsFile = sizeof(PowerLossFile);
    vfs_.mxPathname = 512;
    vfs_.zName = name_.c_str();
    vfs_.pAppData = this;
    vfs_.xOpen = open_file;
    vfs_.xDelete = remove_file;
    vfs_.xAccess = access_file;
    vfs_.xFullPathname = full_pathname;
    vfs_.xRandomness = randomness;
    vfs_.xSleep = sleep_not;
    vfs_.xCurrentTime = current_time;
    if (sqlite3_vfs_register(&vfs_, 0) != SQLITE_OK) {
        throw std::runtime_error("SQLite refuses the VFS " + name_);
    }
}

PowerLossVfs::~PowerLossVfs() {
    sqlite3_vfs_unregister(&vfs_);
}

void PowerLossVfs::load(DiskImage image) {
    ++life_;
    left_.reset();
    files_.clear();
    log_.clear();
    next_number_ = 0;
    for (auto& [name, bytes] : image) {
        auto file = std::make_shared<MemoryFile>();
        file->number = next_number_++;
        file->bytes = std::move(bytes);
        files_.emplace(name, std::move(file));
    }
}

DiskImage PowerLossVfs::files() const {
    DiskImage image;
    for (const auto& [name, file] : files_) {
        image.emplace(name, file->bytes);
    }
    return image;
}

void PowerLossVfs::kill() {
    ++life_;
    left_.reset();
    for (const auto& [name, file] : files_) {
        // A dead connection may still hold addresses into the old regions until it is destroyed.
        auto copy = std::make_shared<MemoryFile>();
        copy->number = file->number;
        copy->bytes = file->bytes;
        files_[name] = std::move(copy);
    }
}

std::shared_ptr<PowerLossVfs::MemoryFile> PowerLossVfs::find(const std::string& name) const {
    const auto found = files_.find(name);
    return found == files_.end() ? nullptr : found->second;
}

std::shared_ptr<PowerLossVfs::MemoryFile>
PowerLossVfs::create(const std::optional<std::string>& name) {
    auto file = std::make_shared<MemoryFile>();
    file->recorded = name.has_value();
    if (name) {
        file->number = next_number_++;
        if (!record(*file, {.kind = Kind::create, .name = *name})) {
            return nullptr;
        }
        files_[*name] = file;
    }
    return file;
}

void PowerLossVfs::remove(const std::string& name) {
    const std::shared_ptr<MemoryFile> file = find(name);
    if (file != nullptr && record(*file, {.kind = Kind::remove, .name = name})) {
        files_.erase(name);
    }
}

bool PowerLossVfs::record(const MemoryFile& file, DiskOperation operation) {
    if (!file.recorded) {
        return true;
    }
    if (left_ && (*left_)-- == 0) {
        kill();
        return false;
    }
    if (keeps_ == Log::kept) {
        operation.file = file.number;
        log_.push_back(std::move(operation));
    }
    return true;
}

} // namespace tertib
