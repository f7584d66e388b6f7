// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "power_loss_vfs.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <utility>

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

namespace {

using Kind = DiskOperation::Kind;

struct PowerLossFile {
    sqlite3_file base;
    PowerLossHandle* handle; ///< owned: from xOpen to xClose
};

PowerLossVfs& vfs_of(sqlite3_vfs* vfs) {
    return *static_cast<PowerLossVfs*>(vfs->pAppData);
}

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

constexpr sqlite3_io_methods power_loss_methods = {
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
    file->pMethods = &power_loss_methods;
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

void PowerLossVfs::load(const DiskImage& image) {
    kill();
    files_.clear();
    log_.clear();
    next_number_ = 0;
    for (const auto& [name, bytes] : image) {
        auto file = std::make_shared<MemoryFile>();
        file->number = next_number_++;
        file->bytes = bytes;
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
        file->handles.clear();
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
