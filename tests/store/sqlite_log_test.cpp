// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <chrono>
#include <filesystem>

using namespace tertib;

// How a store moves SQLite's log into its file: only while it has the write lock, by which SQLite's
// fault in beginning a log anew can't come about.
namespace {

/// A page of the log with its head, and how many make a log long.
constexpr std::uintmax_t page = 4'096 + 24;
constexpr std::uintmax_t long_log = 1'000;

/// Somebody else's connection to the file.
class Other {
public:
    explicit Other(const std::string& path) { sqlite3_open(path.c_str(), &database_); }
    Other(const Other&) = delete;
    Other& operator=(const Other&) = delete;
    ~Other() { sqlite3_close(database_); }
    void run(const char* sql) const {
        REQUIRE(sqlite3_exec(database_, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
    }

private:
    sqlite3* database_ = nullptr;
};

/// Writes about so many pages, a dozen a commit.
void write_pages(Counter& counter, std::uintmax_t pages) {
    const std::string note(45'000, 'n');
    for (std::uintmax_t written = 0; written < pages; written += 12) {
        REQUIRE(counter.code("K-1", Annotate{.task = {}, .note = note}).empty());
    }
}

std::uintmax_t size_of(const std::string& path) {
    return std::filesystem::file_size(path);
}

} // namespace

TEST_CASE("the log of a store that only writes stays short") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path));
    counter.start("K-1");
    write_pages(counter, 4 * long_log);
    CHECK(size_of(path + "-wal") < (long_log + 100) * page);
    CHECK(size_of(path) > 2 * long_log * page);
    CHECK(counter.store.verify().holds());
}

TEST_CASE("while somebody reads, the log grows and nobody waits; afterwards it is moved") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path));
    counter.start("K-1");
    const Other reader(path);
    reader.run("BEGIN; SELECT count(*) FROM events");
    const std::string before = file_bytes(path);
    const auto begin = std::chrono::steady_clock::now();
    write_pages(counter, 2 * long_log);
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds{9}); // the busy timeout
    CHECK(size_of(path + "-wal") > 2 * long_log * page);
    reader.run("COMMIT");
    write_pages(counter, long_log + 100);
    CHECK(file_bytes(path) != before);
    const std::uintmax_t most = size_of(path + "-wal");
    write_pages(counter, 2 * long_log);
    CHECK(size_of(path + "-wal") == most);
    CHECK(counter.store.verify().holds());
}

TEST_CASE("a log isn't moved while somebody else writes, not a page of it") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path, {.busy_timeout = std::chrono::milliseconds{40}}));
    counter.start("K-1");
    write_pages(counter, 100);
    const Other writer(path);
    writer.run("BEGIN IMMEDIATE");
    const std::string before = file_bytes(path);
    CHECK_THROWS_AS(counter.store.tidy(), Error);
    CHECK(file_bytes(path) == before);
    {
        // Control: what SQLite does by itself when it can't have the write lock.
        const Other naive(path);
        naive.run("PRAGMA wal_checkpoint(TRUNCATE)");
        CHECK(file_bytes(path) != before);
    }
    writer.run("ROLLBACK");
    write_pages(counter, 100);
    counter.store.tidy();
    CHECK(size_of(path + "-wal") == 0);
    CHECK(counter.store.verify().holds());
}
