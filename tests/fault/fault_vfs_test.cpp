// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "fault_vfs.hpp"

#include "catch.hpp"
#include "scratch.hpp"

using namespace tertib;

namespace {

/// Opens, writes a table and closes; the first extended error code, or SQLITE_OK.
int work(const FaultVfs& vfs, const std::string& path) {
    sqlite3* database = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    int code = sqlite3_open_v2(path.c_str(), &database, flags, vfs.name().c_str());
    if (code == SQLITE_OK) {
        code = sqlite3_exec(database, "PRAGMA journal_mode = WAL; CREATE TABLE t (a);", nullptr,
                            nullptr, nullptr);
    }
    if (code != SQLITE_OK) {
        code = sqlite3_extended_errcode(database);
    }
    sqlite3_close(database);
    return code;
}

} // namespace

TEST_CASE("the fault VFS counts every call and fails none that it wasn't told to") {
    const ScratchFolder folder;
    FaultVfs vfs("tertib-fault-test");
    CHECK(work(vfs, folder.path("x.db")) == SQLITE_OK);
    CHECK(vfs.calls() > 30);
    CHECK_FALSE(vfs.failed());
    vfs.arm(100'000, Failing::once);
    CHECK(vfs.calls() == 0);
}

TEST_CASE("the fault VFS fails the call it was told to, with the code of its kind") {
    const ScratchFolder folder;
    const std::string path = folder.path("x.db");
    FaultVfs vfs("tertib-fault-test");
    REQUIRE(work(vfs, path) == SQLITE_OK);
    const std::size_t calls = vfs.calls();
    std::size_t noticed = 0;
    for (std::size_t nth = 1; nth <= calls; ++nth) {
        store_files(path, {});
        vfs.arm(nth, Failing::once);
        const int code = work(vfs, path);
        REQUIRE(vfs.failed());
        noticed += code != SQLITE_OK ? 1U : 0U;
        switch (*vfs.failed()) {
        case IoCall::write: CHECK((code == SQLITE_OK || code == SQLITE_IOERR_WRITE)); break;
        case IoCall::sync: CHECK((code == SQLITE_OK || code == SQLITE_IOERR_FSYNC)); break;
        case IoCall::open: CHECK((code == SQLITE_OK || (code & 0xff) == SQLITE_CANTOPEN)); break;
        default: break;
        }
    }
    CHECK(noticed > calls / 3);
}

TEST_CASE("a disk that is full from then on is said to be full") {
    const ScratchFolder folder;
    FaultVfs vfs("tertib-fault-test");
    vfs.arm(1'000'000, Failing::once);
    REQUIRE(work(vfs, folder.path("x.db")) == SQLITE_OK);
    bool full = false;
    const std::size_t calls = vfs.calls();
    for (std::size_t nth = 1; nth <= calls && !full; ++nth) {
        store_files(folder.path("x.db"), {});
        vfs.arm(nth, Failing::half_written);
        full = work(vfs, folder.path("x.db")) == SQLITE_FULL && vfs.failed() == IoCall::write;
    }
    CHECK(full);
}
