// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/sqlite.hpp"

#include "catch.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <fstream>
#include <thread>

using namespace tertib;

namespace {

ErrorCode error_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.code();
    }
    FAIL("no error was thrown");
    return ErrorCode::internal;
}

/// A store with a case of some length, closed.
std::string written_store(const ScratchFolder& folder) {
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path));
    counter.start("K-1");
    (void)counter.code("K-1", ClaimTask{"1"});
    (void)counter.done("K-1", "1");
    counter.start("K-2");
    counter.store.tidy();
    return path;
}

Verification verify(const std::string& path) {
    return Store(open_sqlite(path, {.mode = OpenMode::read_only})).verify();
}

} // namespace

TEST_CASE("a store that is opened again goes on where it was") {
    const ScratchFolder folder;
    const std::string path = written_store(folder);
    Counter counter(open_sqlite(path));
    counter.office.set("2025-05-06T09:00");
    CHECK(counter.done("K-1", "2", "Setuju").empty());
    CHECK(counter.store.find_case("K-1")->events == 4);
    CHECK(verify(path).holds());
}

TEST_CASE("a file that is no store of ours is refused before anything is done with it") {
    const ScratchFolder folder;
    CHECK(error_of([] { (void)open_sqlite("file:x?mode=memory"); }) == ErrorCode::argument);
    CHECK(error_of([] { (void)open_sqlite(""); }) == ErrorCode::argument);
    CHECK(error_of([&] { (void)open_sqlite(folder.path("none"), {.mode = OpenMode::write}); }) ==
          ErrorCode::io);
    std::ofstream(folder.path("text")) << "Kepada Yth. Kepala Dinas, dengan hormat kami sampaikan";
    CHECK(error_of([&] { (void)open_sqlite(folder.path("text")); }) == ErrorCode::damaged);
    tamper(folder.path("other"), "CREATE TABLE t(a)");
    CHECK(error_of([&] { (void)open_sqlite(folder.path("other")); }) == ErrorCode::damaged);
}

TEST_CASE("a file whose making lost its power is made anew, and its head holds no noise") {
    // The head's first 64 bytes had come to the disk, then noise; the journal says: undo it all.
    std::string head("SQLite format 3\0\x10\0\1\1\0\x40\x20\x20\0\0\0\0\0\0\0\1", 32);
    head.resize(64);
    head.resize(4096, '\x5a');
    std::string journal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8); // no page, of none before
    journal.resize(20);
    journal.append("\0\0\2\0\0\0\x10\0", 8); // sectors of 512 bytes, pages of 4,096
    journal.resize(512);
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    write_file(path, head);
    write_file(path + "-journal", journal);
    Store store(open_sqlite(path));
    CHECK(store.verify().holds());
    CHECK(file_bytes(path).substr(52, 16) ==
          std::string(4, '\0') + file_bytes(path).substr(56, 8) + std::string(4, '\0'));
}

TEST_CASE("foreign tables, views and triggers are refused, a newer version by its own code") {
    for (const std::string sql :
         {"CREATE TABLE extra(a)", "CREATE VIEW v_extra AS SELECT 1",
          "CREATE TRIGGER t AFTER INSERT ON events BEGIN DELETE FROM bodies; END",
          "CREATE INDEX i ON events(hash)", "DROP VIEW v_event"}) {
        INFO(sql);
        const ScratchFolder folder;
        const std::string path = written_store(folder);
        tamper(path, sql);
        CHECK(error_of([&] { (void)open_sqlite(path); }) == ErrorCode::damaged);
    }
    const ScratchFolder folder;
    const std::string path = written_store(folder);
    tamper(path, "PRAGMA user_version = 99");
    CHECK(error_of([&] { (void)open_sqlite(path); }) == ErrorCode::unsupported);
}

TEST_CASE("what was changed behind the library's back is found, and the first bad event named") {
    struct Change {
        std::string sql;
        JournalFault fault;
        std::uint64_t number;
    };
    for (const Change& change : std::vector<Change>{
             {"UPDATE events SET data = x'01' WHERE case_id = 'K-1' AND number = 2",
              JournalFault::link, 2},
             {"UPDATE events SET hash = zeroblob(32) WHERE case_id = 'K-1' AND number = 3",
              JournalFault::link, 3},
             {"DELETE FROM bodies WHERE case_id = 'K-1' AND number = 2", JournalFault::body_missing,
              2},
             {"UPDATE bodies SET bytes = x'00' WHERE case_id = 'K-1' AND number = 2",
              JournalFault::body, 2},
             {"DELETE FROM bodies WHERE number = 2 AND case_id = 'K-1';"
              "DELETE FROM events WHERE number = 2 AND case_id = 'K-1'",
              JournalFault::gap, 2},
             {"UPDATE cases SET status = 3 WHERE id = 'K-1'", JournalFault::projection, 0},
             {"UPDATE tasks SET due = due + 1 WHERE case_id = 'K-1'", JournalFault::projection, 0},
             {"DELETE FROM worklist", JournalFault::projection, 0},
             {"UPDATE deadlines SET missed_from = missed_from + 1", JournalFault::projection, 0},
             {"UPDATE events SET kind = 11 WHERE case_id = 'K-1' AND number = 2",
              JournalFault::database, 0},
             {"UPDATE events SET recorded = recorded + 1 WHERE number = 1", JournalFault::database,
              0},
             {"UPDATE events SET happened = 0 WHERE case_id = 'K-2'", JournalFault::database, 0},
             {"UPDATE sops SET json = replace(json, 'Langkah', 'langkah')", JournalFault::document,
              0}}) {
        INFO(change.sql);
        const ScratchFolder folder;
        const std::string path = written_store(folder);
        CHECK(verify(path).holds());
        tamper(path, change.sql);
        const Verification verified = verify(path);
        REQUIRE_FALSE(verified.holds());
        CHECK(verified.breaches.front().fault == change.fault);
        CHECK(verified.breaches.front().number == change.number);
    }
}

TEST_CASE("a document that was changed is told once, with the cases that run by it") {
    for (const std::string table : {"sops", "calendars"}) {
        INFO(table);
        const ScratchFolder folder;
        const std::string path = written_store(folder);
        tamper(path, "UPDATE " + table + " SET json = json || ' '");
        const Verification verified = verify(path);
        REQUIRE(verified.breaches.size() == 1);
        CHECK(verified.breaches[0].fault == JournalFault::document);
        CHECK(verified.breaches[0].detail.find("was changed; cases that run by it: 2, the first is "
                                               "K-1") != std::string::npos);
    }
}

TEST_CASE("a task of a step that the Sop lacks is damage, for whoever asks for its case") {
    const ScratchFolder folder;
    const std::string path = written_store(folder);
    tamper(path, "UPDATE tasks SET step = 99 WHERE case_id = 'K-1'");
    Store store(open_sqlite(path));
    try {
        (void)store.find_case("K-1");
        FAIL("it was read");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::damaged);
    }
}

TEST_CASE("an erased needle is gone from the file and from its log") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter counter(open_sqlite(path));
    counter.start("K-1");
    const std::string needle = "jarum-dalam-jerami";
    (void)counter.code("K-1", Annotate{.task = {}, .note = needle});
    CHECK(file_bytes(path + "-wal").find(needle) != std::string::npos);
    counter.office.dasar = "UU 27/2022";
    CHECK(counter.code("K-1", EraseBody{2}).empty());
    counter.store.tidy();
    CHECK(file_bytes(path).find(needle) == std::string::npos);
    CHECK(file_bytes(path + "-wal").find(needle) == std::string::npos);
}

TEST_CASE("an erased body that was put back is found") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    std::string body;
    {
        Counter counter(open_sqlite(path));
        counter.start("K-1");
        (void)counter.code("K-1", Annotate{.task = {}, .note = "catatan"});
        const StoredEvent noted = counter.store.events("K-1", 2, 1)[0];
        for (const char byte : noted.sealed.body) {
            constexpr std::string_view digits = "0123456789abcdef";
            body += digits[static_cast<unsigned char>(byte) >> 4U];
            body += digits[static_cast<unsigned char>(byte) & 15U];
        }
        counter.office.dasar = "UU 27/2022";
        (void)counter.code("K-1", EraseBody{2});
    }
    CHECK(verify(path).holds());
    tamper(path, "INSERT INTO bodies VALUES('K-1', 2, x'" + body + "')");
    const Verification verified = verify(path);
    REQUIRE_FALSE(verified.holds());
    CHECK(verified.breaches.front().fault == JournalFault::body);
    CHECK(verified.breaches.front().number == 2);
}

TEST_CASE("a store that was opened to be read only isn't written") {
    const ScratchFolder folder;
    const std::string path = written_store(folder);
    Store store(open_sqlite(path, {.mode = OpenMode::read_only}));
    CHECK(store.find_case("K-1")->events == 3);
    CHECK(error_of([&] { (void)store.tick(Instant{}); }) == ErrorCode::store);
}

TEST_CASE("a copy that is made while others write is a store of one moment") {
    const ScratchFolder folder;
    Counter counter(open_sqlite(folder.path("kasus.tertib")));
    std::atomic<bool> enough{false};
    std::thread writer([&] {
        for (int i = 0; !enough; ++i) {
            counter.start("K-" + std::to_string(i));
        }
    });
    while (counter.store.cases("", 3).size() < 3) {
        std::this_thread::yield();
    }
    const std::string copy = folder.path("salinan.tertib");
    counter.store.backup(copy);
    enough = true;
    writer.join();
    const Verification verified = verify(copy);
    CHECK(verified.holds());
    CHECK(verified.cases >= 3);
    CHECK(verified.cases <= counter.store.verify().cases);
    CHECK(error_of([&] { counter.store.backup(copy); }) == ErrorCode::argument);
    CHECK(error_of([] { Store(open_memory()).backup("x"); }) == ErrorCode::unsupported);
}

TEST_CASE("two stores on one file see each other's writes") {
    const ScratchFolder folder;
    const std::string path = folder.path("kasus.tertib");
    Counter one(open_sqlite(path));
    Counter two(open_sqlite(path));
    one.start("K-1");
    CHECK(two.store.find_case("K-1")->events == 1);
    CHECK(two.code("K-1", ClaimTask{"1"}).empty());
    CHECK(one.code("K-1", ClaimTask{"1"}) == "TASK-YOURS");
    CHECK(one.store.verify().holds());
}

TEST_CASE("a store that is carried over a fork says so") {
    const ScratchFolder folder;
    Counter counter(open_sqlite(folder.path("kasus.tertib")));
    const pid_t child = fork();
    if (child == 0) {
        int code = 1;
        try {
            (void)counter.store.find_case("K-1");
        } catch (const Error& error) {
            code = error.code() == ErrorCode::argument ? 0 : 2;
        }
        _exit(code);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    CHECK(WEXITSTATUS(status) == 0);
}
