// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "power_loss_file.hpp"

#include <algorithm>
#include <cstring>
#include <utility>

namespace tertib {

namespace {

using Kind = DiskOperation::Kind;

PowerLossHandle& handle_of(sqlite3_file* file) {
    return *reinterpret_cast<PowerLossFile*>(file)->handle;
}

int close_file(sqlite3_file* file) {
    const std::unique_ptr<PowerLossHandle> handle(&handle_of(file));
    std::erase(handle->file->handles, handle.get());
    if (handle->removes_at_close && !handle->name.empty() && !handle->is_dead()) {
        handle->vfs->remove(handle->name);
    }
    return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
    const PowerLossHandle& handle = handle_of(file);
    if (handle.is_dead()) {
        return SQLITE_IOERR_READ;
    }
    const std::string& all = handle.file->bytes;
    const auto wanted = static_cast<std::size_t>(size);
    const std::size_t begin = std::min(static_cast<std::size_t>(offset), all.size());
    const std::size_t found = std::min(wanted, all.size() - begin);
    std::memcpy(bytes, all.data() + begin, found);
    std::memset(static_cast<char*>(bytes) + found, 0, wanted - found);
    return found == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    const PowerLossHandle& handle = handle_of(file);
    const auto begin = static_cast<std::size_t>(offset);
    const auto count = static_cast<std::size_t>(size);
    const char* first = static_cast<const char*>(bytes);
    if (handle.is_dead() ||
        !handle.vfs->record(
            *handle.file,
            {.kind = Kind::write, .place = begin, .bytes = std::string(first, count)})) {
        return SQLITE_IOERR_WRITE;
    }
    std::string& all = handle.file->bytes;
    all.resize(std::max(all.size(), begin + count));
    std::memcpy(all.data() + begin, first, count);
    return SQLITE_OK;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    const PowerLossHandle& handle = handle_of(file);
    const auto place = static_cast<std::size_t>(size);
    if (handle.is_dead() ||
        !handle.vfs->record(*handle.file, {.kind = Kind::truncate, .place = place})) {
        return SQLITE_IOERR_TRUNCATE;
    }
    handle.file->bytes.resize(place);
    return SQLITE_OK;
}

int sync_file(sqlite3_file* file, int /*flags*/) {
    PowerLossHandle& handle = handle_of(file);
    if (handle.is_dead() || !handle.vfs->record(*handle.file, {.kind = Kind::sync})) {
        return SQLITE_IOERR_FSYNC;
    }
    if (std::exchange(handle.syncs_folder, false) &&
        !handle.vfs->record(*handle.file, {.kind = Kind::sync_folder})) {
        return SQLITE_IOERR_DIR_FSYNC;
    }
    return SQLITE_OK;
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    *size = static_cast<sqlite3_int64>(handle_of(file).file->bytes.size());
    return handle_of(file).is_dead() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

/// The highest level at which another connection holds the file.
int others_level(const PowerLossHandle& handle) {
    int level = SQLITE_LOCK_NONE;
    for (const PowerLossHandle* other : handle.file->handles) {
        if (other != &handle && !other->is_dead()) {
            level = std::max(level, other->level);
        }
    }
    return level;
}

int lock_file(sqlite3_file* file, int level) {
    PowerLossHandle& handle = handle_of(file);
    if (handle.is_dead()) {
        return SQLITE_IOERR_LOCK;
    }
    if (handle.level >= level) {
        return SQLITE_OK;
    }
    const int others = others_level(handle);
    if (level == SQLITE_LOCK_SHARED ? others >= SQLITE_LOCK_PENDING
                                    : others >= SQLITE_LOCK_RESERVED) {
        return SQLITE_BUSY;
    }
    if (level == SQLITE_LOCK_EXCLUSIVE && others >= SQLITE_LOCK_SHARED) {
        handle.level = SQLITE_LOCK_PENDING;
        return SQLITE_BUSY;
    }
    handle.level = level;
    return SQLITE_OK;
}

int unlock_file(sqlite3_file* file, int level) {
    handle_of(file).level = std::min(handle_of(file).level, level);
    return SQLITE_OK;
}

int check_reserved_lock(sqlite3_file* file, int* held) {
    const PowerLossHandle& handle = handle_of(file);
    *held = std::max(handle.level, others_level(handle)) >= SQLITE_LOCK_RESERVED ? 1 : 0;
    return SQLITE_OK;
}

int file_control(sqlite3_file* /*file*/, int /*what*/, void* /*argument*/) {
    return SQLITE_NOTFOUND;
}

int sector_size(sqlite3_file* /*file*/) {
    return 4096;
}

int device_characteristics(sqlite3_file* /*file*/) {
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    const PowerLossHandle& handle = handle_of(file);
    *memory = nullptr;
    if (handle.is_dead()) {
        return SQLITE_IOERR_SHMMAP;
    }
    auto& regions = handle.file->shared_memory;
    const auto wanted = static_cast<std::size_t>(region);
    while (regions.size() <= wanted && extend != 0) {
        regions.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    }
    if (wanted < regions.size()) {
        *memory = regions[wanted].get();
    }
    return SQLITE_OK;
}

int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    PowerLossHandle& handle = handle_of(file);
    const unsigned mask = ((1U << static_cast<unsigned>(count)) - 1)
                          << static_cast<unsigned>(offset);
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        handle.shared &= ~mask;
        handle.exclusive &= ~mask;
        return SQLITE_OK;
    }
    if (handle.is_dead()) {
        return SQLITE_IOERR_SHMLOCK;
    }
    unsigned taken = 0;
    for (const PowerLossHandle* other : handle.file->handles) {
        if (other != &handle && !other->is_dead()) {
            taken |= other->exclusive | ((flags & SQLITE_SHM_EXCLUSIVE) != 0 ? other->shared : 0U);
        }
    }
    if ((taken & mask) != 0) {
        return SQLITE_BUSY;
    }
    ((flags & SQLITE_SHM_EXCLUSIVE) != 0 ? handle.exclusive : handle.shared) |= mask;
    return SQLITE_OK;
}

void shm_barrier(sqlite3_file* /*file*/) {}

int shm_unmap(sqlite3_file* file, int remove) {
    PowerLossHandle& handle = handle_of(file);
    handle.shared = handle.exclusive = 0;
    if (remove != 0 && !handle.is_dead()) {
        handle.file->shared_memory.clear();
    }
    return SQLITE_OK;
}

constexpr sqlite3_io_methods methods = {
    .iVersion = 2,
    .xClose = close_file,
    .xRead = read_file,
    .xWrite = write_file,
    .xTruncate = truncate_file,
    .xSync = sync_file,
    .xFileSize = file_size,
    .xLock = lock_file,
    .xUnlock = unlock_file,
    .xCheckReservedLock = check_reserved_lock,
    .xFileControl = file_control,
    .xSectorSize = sector_size,
    .xDeviceCharacteristics = device_characteristics,
    .xShmMap = shm_map,
    .xShmLock = shm_lock,
    .xShmBarrier = shm_barrier,
    .xShmUnmap = shm_unmap,
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

} // namespace

const sqlite3_io_methods& power_loss_methods() {
    return methods;
}

} // namespace tertib
