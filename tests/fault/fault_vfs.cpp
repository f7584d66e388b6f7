// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "fault_vfs.hpp"

#include <stdexcept>
#include <utility>

namespace tertib {

namespace {

/// SQLite reserves szOsFile bytes for it; the file of the VFS below follows right behind.
struct FaultFile {
    sqlite3_file base;
    FaultVfs* vfs;
};
constexpr int fault_file_size = (sizeof(FaultFile) + 15) / 16 * 16;

FaultVfs& vfs_of(sqlite3_vfs* vfs) {
    return *static_cast<FaultVfs*>(vfs->pAppData);
}

FaultVfs& vfs_of(sqlite3_file* file) {
    return *reinterpret_cast<FaultFile*>(file)->vfs;
}

sqlite3_file* below(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<char*>(file) + fault_file_size);
}

bool fails(sqlite3_file* file, IoCall call) {
    return vfs_of(file).count(call) != FaultVfs::Outcome::works;
}

int close_file(sqlite3_file* file) {
    return below(file)->pMethods->xClose(below(file));
}

int read_file(sqlite3_file* file, void* bytes, int size, sqlite3_int64 offset) {
    return fails(file, IoCall::read)
               ? SQLITE_IOERR_READ
               : below(file)->pMethods->xRead(below(file), bytes, size, offset);
}

int write_file(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    const FaultVfs::Outcome outcome = vfs_of(file).count(IoCall::write);
    if (outcome == FaultVfs::Outcome::fails) {
        return vfs_of(file).write_code();
    }
    const int written = outcome == FaultVfs::Outcome::works ? size : size / 2;
    const int code = below(file)->pMethods->xWrite(below(file), bytes, written, offset);
    return code == SQLITE_OK && written < size ? SQLITE_FULL : code;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
    return fails(file, IoCall::truncate) ? SQLITE_IOERR_TRUNCATE
                                         : below(file)->pMethods->xTruncate(below(file), size);
}

int sync_file(sqlite3_file* file, int flags) {
    return fails(file, IoCall::sync) ? SQLITE_IOERR_FSYNC
                                     : below(file)->pMethods->xSync(below(file), flags);
}

int file_size(sqlite3_file* file, sqlite3_int64* size) {
    return fails(file, IoCall::file_size) ? SQLITE_IOERR_FSTAT
                                          : below(file)->pMethods->xFileSize(below(file), size);
}

int lock_file(sqlite3_file* file, int level) {
    return fails(file, IoCall::lock) ? SQLITE_IOERR_LOCK
                                     : below(file)->pMethods->xLock(below(file), level);
}

int unlock_file(sqlite3_file* file, int level) {
    return fails(file, IoCall::unlock) ? SQLITE_IOERR_UNLOCK
                                       : below(file)->pMethods->xUnlock(below(file), level);
}

int check_reserved_lock(sqlite3_file* file, int* held) {
    return fails(file, IoCall::check_reserved_lock)
               ? SQLITE_IOERR_CHECKRESERVEDLOCK
               : below(file)->pMethods->xCheckReservedLock(below(file), held);
}

int file_control(sqlite3_file* file, int what, void* argument) {
    return below(file)->pMethods->xFileControl(below(file), what, argument);
}

int sector_size(sqlite3_file* file) {
    return below(file)->pMethods->xSectorSize(below(file));
}

int device_characteristics(sqlite3_file* file) {
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}

int shm_map(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    if (fails(file, IoCall::shm_map)) {
        *memory = nullptr;
        return SQLITE_IOERR_SHMMAP;
    }
    return below(file)->pMethods->xShmMap(below(file), region, size, extend, memory);
}

int shm_lock(sqlite3_file* file, int offset, int count, int flags) {
    if ((flags & SQLITE_SHM_LOCK) != 0 && fails(file, IoCall::shm_lock)) {
        return SQLITE_IOERR_SHMLOCK;
    }
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}

void shm_barrier(sqlite3_file* file) {
    below(file)->pMethods->xShmBarrier(below(file));
}

int shm_unmap(sqlite3_file* file, int remove) {
    return below(file)->pMethods->xShmUnmap(below(file), remove);
}

/// Version 2: with shared memory, without mapped pages, so that every read is a call.
constexpr sqlite3_io_methods fault_methods = {
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
    FaultVfs& fault = vfs_of(vfs);
    auto* opened = reinterpret_cast<FaultFile*>(file);
    opened->base.pMethods = nullptr; // xClose isn't called for it
    opened->vfs = &fault;
    if (fault.count(IoCall::open) != FaultVfs::Outcome::works) {
        return SQLITE_CANTOPEN;
    }
    const int code = fault.base()->xOpen(fault.base(), path, below(file), flags, out_flags);
    if (below(file)->pMethods != nullptr) {
        opened->base.pMethods = &fault_methods;
    }
    return code;
}

int remove_file(sqlite3_vfs* vfs, const char* path, int sync_directory) {
    FaultVfs& fault = vfs_of(vfs);
    return fault.count(IoCall::remove) == FaultVfs::Outcome::works
               ? fault.base()->xDelete(fault.base(), path, sync_directory)
               : SQLITE_IOERR_DELETE;
}

int access_file(sqlite3_vfs* vfs, const char* path, int flags, int* result) {
    FaultVfs& fault = vfs_of(vfs);
    return fault.count(IoCall::access) == FaultVfs::Outcome::works
               ? fault.base()->xAccess(fault.base(), path, flags, result)
               : SQLITE_IOERR_ACCESS;
}

int full_pathname(sqlite3_vfs* vfs, const char* path, int size, char* full) {
    FaultVfs& fault = vfs_of(vfs);
    return fault.count(IoCall::full_pathname) == FaultVfs::Outcome::works
               ? fault.base()->xFullPathname(fault.base(), path, size, full)
               : SQLITE_CANTOPEN;
}

int randomness(sqlite3_vfs* vfs, int size, char* bytes) {
    sqlite3_vfs* base = vfs_of(vfs).base();
    return base->xRandomness(base, size, bytes);
}

/// Nobody else will give the lock back while this thread waits.
int sleep_not(sqlite3_vfs* /*vfs*/, int microseconds) {
    return microseconds;
}

int current_time(sqlite3_vfs* vfs, double* days) {
    sqlite3_vfs* base = vfs_of(vfs).base();
    return base->xCurrentTime(base, days);
}

} // namespace

std::string_view word(IoCall call) {
    switch (call) {
    case IoCall::open: return "xOpen";
    case IoCall::remove: return "xDelete";
    case IoCall::access: return "xAccess";
    case IoCall::full_pathname: return "xFullPathname";
    case IoCall::read: return "xRead";
    case IoCall::write: return "xWrite";
    case IoCall::truncate: return "xTruncate";
    case IoCall::sync: return "xSync";
    case IoCall::file_size: return "xFileSize";
    case IoCall::lock: return "xLock";
    case IoCall::unlock: return "xUnlock";
    case IoCall::check_reserved_lock: return "xCheckReservedLock";
    case IoCall::shm_map: return "xShmMap";
    case IoCall::shm_lock: return "xShmLock";
    }
    return {};
}

FaultVfs::FaultVfs(std::string name) : name_(std::move(name)), base_(sqlite3_vfs_find(nullptr)) {
    vfs_.iVersion = 1;
    vfs_.szOsFile = fault_file_size + base_->szOsFile;
    vfs_.mxPathname = base_->mxPathname;
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

FaultVfs::~FaultVfs() {
    sqlite3_vfs_unregister(&vfs_);
}

void FaultVfs::arm(std::size_t nth, Failing failing) {
    disarm();
    nth_ = nth;
    failing_ = failing;
}

void FaultVfs::disarm() {
    nth_ = 0;
    trace_.clear();
    failed_.reset();
}

FaultVfs::Outcome FaultVfs::count(IoCall call) {
    trace_.push_back(call);
    if (nth_ == 0 || calls() < nth_ || (calls() > nth_ && failing_ != Failing::from_then_on)) {
        return Outcome::works;
    }
    if (failing_ == Failing::half_written && call != IoCall::write) {
        return Outcome::works; // that call has its turns with the other kinds
    }
    failed_ = failed_.value_or(call);
    return failing_ == Failing::half_written ? Outcome::fails_half : Outcome::fails;
}

int FaultVfs::write_code() const {
    return failing_ == Failing::from_then_on ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

} // namespace tertib
