// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/borrowed_sqlite.hpp"

#include "catch.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <thread>

using namespace tertib;

namespace {

/// A portal's connection with a table of its own, and one that is named as ours are elsewhere.
class Portal {
public:
    explicit Portal(const std::string& path) {
        REQUIRE(sqlite3_open(path.c_str(), &database) == SQLITE_OK);
        run("PRAGMA journal_mode = WAL");
        run("PRAGMA foreign_keys = ON");
        run("CREATE TABLE IF NOT EXISTS permohonan(id TEXT PRIMARY KEY)");
        run("CREATE TABLE IF NOT EXISTS lampiran(id TEXT REFERENCES permohonan(id) DEFERRABLE "
            "INITIALLY DEFERRED)");
        run("CREATE TABLE IF NOT EXISTS cases(anything TEXT)");
    }
    Portal(const Portal&) = delete;
    Portal& operator=(const Portal&) = delete;
    ~Portal() { CHECK(sqlite3_close(database) == SQLITE_OK); }

    int try_run(const std::string& sql) const {
        return sqlite3_exec(database, sql.c_str(), nullptr, nullptr, nullptr);
    }
    void run(const std::string& sql) const {
        INFO(sql << ": " << sqlite3_errmsg(database));
        REQUIRE(try_run(sql) == SQLITE_OK);
    }
    [[nodiscard]] std::int64_t number(const std::string& sql) const {
        sqlite3_stmt* row = nullptr;
        REQUIRE(sqlite3_prepare_v2(database, sql.c_str(), -1, &row, nullptr) == SQLITE_OK);
        REQUIRE(sqlite3_step(row) == SQLITE_ROW);
        const std::int64_t number = sqlite3_column_int64(row, 0);
        sqlite3_finalize(row);
        return number;
    }
    [[nodiscard]] std::int64_t rows() const { return number("SELECT count(*) FROM permohonan"); }

    sqlite3* database = nullptr;
};

std::unique_ptr<Database> borrow(const Portal& portal, OpenMode mode = OpenMode::create) {
    return borrow_sqlite(portal.database, sqlite3_libversion(), mode);
}

/// A counter over the portal's connection; what it registers is committed.
struct PortalOffice {
    explicit PortalOffice(const Portal& portal) : database(borrow(portal)) {
        portal.run("BEGIN");
        counter = std::make_unique<Counter>(std::move(database));
        counter->calendar = counter->store.register_calendar(small_calendar());
        portal.run("COMMIT");
    }
    Counter* operator->() const { return counter.get(); }

    std::unique_ptr<Database> database;
    std::unique_ptr<Counter> counter;
};

ErrorCode error_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.code();
    }
    FAIL("no error was thrown");
    return ErrorCode::internal;
}

} // namespace

TEST_CASE("a portal's row and its case are committed together") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const Portal screen(folder.path("portal.db"));
    const PortalOffice office(portal);
    Store beside(borrow(screen, OpenMode::read_only));
    portal.run("BEGIN IMMEDIATE");
    portal.run("INSERT INTO permohonan VALUES('P-1')");
    CHECK(office->code("K-1", StartCase{}).empty());
    CHECK(office->code("K-1", ClaimTask{"1"}).empty());
    CHECK(office->store.find_case("K-1")->events == 2); // its own reads see it
    CHECK_FALSE(beside.find_case("K-1"));               // nobody else's do
    portal.run("COMMIT");
    CHECK(beside.find_case("K-1")->events == 2);
    CHECK(screen.rows() == 1);
    const Verification found = office->store.verify();
    CHECK(found.holds());
    CHECK(found.events == 2);
}

TEST_CASE("a host's rollback undoes both, and nothing is remembered") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const PortalOffice office(portal);
    portal.run("BEGIN");
    portal.run("INSERT INTO permohonan VALUES('P-1')");
    CHECK(office->code("K-1", StartCase{}, "klik-1").empty());
    portal.run("ROLLBACK");
    CHECK(portal.rows() == 0);
    CHECK_FALSE(office->store.find_case("K-1"));
    CHECK(office->store.worklist("Kadis", 10).empty());

    portal.run("BEGIN");
    // The key wasn't kept either: it is done again, and not answered as repeated.
    const Reply again = office->ask("K-1", StartCase{}, "klik-1");
    CHECK(again.receipt);
    CHECK_FALSE(again.repeated);
    CHECK(office->code("K-1", ClaimTask{"1"}).empty());
    portal.run("COMMIT");
    portal.run("BEGIN");
    CHECK(office->code("K-1", ReleaseTask{"1"}).empty());
    portal.run("ROLLBACK");
    portal.run("BEGIN");
    CHECK(office->code("K-1", ClaimTask{"1"}) == "TASK-YOURS"); // not released after all
    portal.run("COMMIT");
    CHECK(office->store.verify().holds());
}

TEST_CASE("a decision of the office that the host rolled back is forgotten") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const PortalOffice office(portal);
    const Delegate plh{.person = "Budi",
                       .pelaksana = "Kepala",
                       .kind = PostKind::plh,
                       .from = *read_day("2025-05-05"),
                       .until = {},
                       .surat = "800/1"};
    portal.run("BEGIN");
    CHECK(office->decided(plh).empty());
    CHECK(office->store.office().holdings.size() == 1);
    portal.run("ROLLBACK");
    CHECK(office->store.office() == OfficeState{});
    CHECK(office->store.roster()->holdings().empty());

    portal.run("BEGIN");
    CHECK(office->decided(plh).empty()); // and not HOLDING-OVERLAPS
    portal.run("COMMIT");
    CHECK(office->store.office().holdings.size() == 1);
    CHECK(portal.number("SELECT count(*) FROM tertib_v_holding WHERE person = 'Budi'") == 1);
    CHECK(office->store.verify().holds());
    portal.run("DELETE FROM tertib_office");
    CHECK_FALSE(office->store.verify().holds());
}

TEST_CASE("a host's savepoint takes a case back and keeps the rest") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const PortalOffice office(portal);
    portal.run("BEGIN");
    CHECK(office->code("K-1", StartCase{}).empty());
    portal.run("SAVEPOINT satu");
    CHECK(office->code("K-1", ClaimTask{"1"}).empty());
    CHECK(office->code("K-2", StartCase{}).empty());
    portal.run("ROLLBACK TO satu");
    CHECK(office->store.find_case("K-1")->events == 1);
    CHECK_FALSE(office->store.find_case("K-2"));
    CHECK(office->code("K-1", ClaimTask{"1"}).empty());
    portal.run("RELEASE satu");
    portal.run("COMMIT");
    CHECK(office->store.find_case("K-1")->events == 2);
    CHECK(office->store.verify().holds());
}

TEST_CASE("a commit of the host that fails leaves neither the row nor the case") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const PortalOffice office(portal);
    portal.run("BEGIN");
    portal.run("INSERT INTO lampiran VALUES('there is no such permohonan')");
    CHECK(office->code("K-1", StartCase{}).empty());
    CHECK(portal.try_run("COMMIT") == SQLITE_CONSTRAINT);
    portal.run("ROLLBACK");
    CHECK_FALSE(office->store.find_case("K-1"));
    CHECK(office->store.verify().holds());
}

TEST_CASE("a document whose registration was rolled back is not used") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    portal.run("PRAGMA foreign_keys = OFF");
    std::unique_ptr<Database> database = borrow(portal);
    portal.run("BEGIN");
    Counter counter(std::move(database));
    CHECK(counter.code("K-1", StartCase{}).empty());
    portal.run("ROLLBACK");
    portal.run("BEGIN");
    CHECK(error_of([&] { (void)counter.ask("K-1", StartCase{}); }) == ErrorCode::argument);
    portal.run("COMMIT");
}

TEST_CASE("what a command could not do is taken back, and the host's work stays") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const PortalOffice office(portal);
    portal.run("BEGIN");
    portal.run("INSERT INTO permohonan VALUES('P-1')");
    std::vector<Request> batch{office->request("K-1", StartCase{}),
                               office->request("K-2", StartCase{})};
    batch[1].sop = std::string(64, '0');
    CHECK(error_of([&] { (void)office->store.submit(batch); }) == ErrorCode::argument);
    CHECK(office->code("K-9", ClaimTask{"1"}) == "CASE-UNKNOWN");
    portal.run("COMMIT");
    CHECK(portal.rows() == 1);
    CHECK_FALSE(office->store.find_case("K-1"));
}

TEST_CASE("writing outside a transaction of the host is refused, reading is not") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const PortalOffice office(portal);
    CHECK(error_of([&] { office->start("K-1"); }) == ErrorCode::argument);
    CHECK(office->store.cases("", 10).empty());
    CHECK(sqlite3_get_autocommit(portal.database) != 0);
    CHECK(error_of([&] { office->store.tidy(); }) == ErrorCode::unsupported);
    CHECK(error_of([&] { office->store.backup("x"); }) == ErrorCode::unsupported);
    Store reading(borrow(portal, OpenMode::read_only));
    portal.run("BEGIN");
    CHECK(error_of([&] { (void)reading.tick(Instant{}); }) == ErrorCode::store);
    portal.run("ROLLBACK");
}

TEST_CASE("another copy of SQLite is refused, and so is what isn't ours under our names") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const std::string copy = sqlite3_libversion();
    CHECK(error_of([&] { (void)borrow_sqlite(portal.database, copy.c_str()); }) ==
          ErrorCode::unsupported);
    CHECK(error_of([&] { (void)borrow_sqlite(nullptr, sqlite3_libversion()); }) ==
          ErrorCode::argument);
    CHECK(error_of([&] { (void)borrow(portal, OpenMode::write); }) == ErrorCode::damaged);
    portal.run("BEGIN");
    CHECK(error_of([&] { (void)borrow(portal); }) == ErrorCode::argument);
    portal.run("ROLLBACK");
    {
        const PortalOffice made(portal);
    }
    for (const std::string change :
         {"CREATE TRIGGER bad AFTER INSERT ON tertib_events BEGIN DELETE FROM tertib_bodies; END",
          "CREATE TABLE tertib_extra(a)", "CREATE TEMP TABLE tertib_events(a)"}) {
        INFO(change);
        portal.run(change);
        CHECK(error_of([&] { (void)borrow(portal); }) == ErrorCode::damaged);
        portal.run(change.find("TRIGGER") != std::string::npos ? "DROP TRIGGER bad"
                   : change.find("TEMP") != std::string::npos  ? "DROP TABLE temp.tertib_events"
                                                               : "DROP TABLE tertib_extra");
        CHECK_NOTHROW(borrow(portal));
    }
}

TEST_CASE("what is changed in a host's file is found") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const PortalOffice office(portal);
    portal.run("BEGIN");
    office->start("K-1");
    const Seal seal = office->store.seal(office->office.now);
    portal.run("COMMIT");
    CHECK(office->store.verify({}, {&seal, 1}).holds());
    portal.run("PRAGMA foreign_keys = OFF");
    portal.run("DELETE FROM tertib_bodies WHERE case_id = 'K-1'");
    const Verification found = office->store.verify({}, {&seal, 1});
    REQUIRE_FALSE(found.holds());
    CHECK(found.breaches.front().fault == JournalFault::body_missing);
    CHECK(portal.number("SELECT count(*) FROM tertib_v_case") == 1);
}

TEST_CASE("threads take turns in a host's transaction, and none commits for another") {
    const ScratchFolder folder;
    const Portal portal(folder.path("portal.db"));
    const PortalOffice office(portal);
    portal.run("BEGIN");
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&, thread] {
            for (int i = 0; i < 5; ++i) {
                const std::string id = std::to_string(thread) + "/" + std::to_string(i);
                (void)office->store.submit(office->request(id, StartCase{}));
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    CHECK(sqlite3_get_autocommit(portal.database) == 0);
    portal.run("COMMIT");
    CHECK(office->store.cases("", 100).size() == 20);
}
