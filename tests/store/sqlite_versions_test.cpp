// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "catch.hpp"
#include "store/sqlite/schema.hpp"
#include "store/store_file.hpp"
#include "tertib/base/error.hpp"

#include <array>

using namespace tertib;

// Promise 16: a store of every released version opens and goes on, a newer one is refused. The
// fixtures were made by store_fixture.cpp when their version was new, and are never changed.
namespace {

std::string fixture(const ScratchFolder& folder, const std::string& name) {
    const std::string bytes = file_bytes("tests/store/fixtures/" + name);
    REQUIRE(bytes.size() > 10'000);
    CHECK(bytes.size() < 200'000);
    const std::string path = folder.path("lama.tertib");
    write_file(path, bytes);
    return path;
}

Error error_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error;
    }
    FAIL("no error was thrown");
    return Error(ErrorCode::internal, "");
}

/// The steps of this library and made-up ones after them.
std::array<std::string_view, 3> more_steps() {
    return {sqlite::schema_steps()[0],
            "ALTER TABLE cases ADD COLUMN loket TEXT NOT NULL DEFAULT 'satu';",
            "CREATE VIEW v_loket(case_id, loket) AS SELECT id, loket FROM cases;"};
}

std::int64_t version_there(const std::string& path, sqlite::SchemaSteps steps) {
    const sqlite::Handle database = sqlite::open_connection(path, {}, steps);
    return sqlite::number_of(database.get(), "PRAGMA user_version");
}

} // namespace

TEST_CASE("a store of version 1 verifies, tells what it told, and goes on") {
    const ScratchFolder folder;
    const std::string path = fixture(folder, "version-1.tertib");
    {
        Store store(open_sqlite(path, {.mode = OpenMode::read_only}));
        const Verification verified = store.verify();
        CHECK(verified.holds());
        CHECK(verified.cases == 8);
        CHECK(verified.seals == 2);
        CHECK(verified.erased == 2);
        std::string all;
        for (const CaseRow& row : store.cases("", 100)) {
            all += row.id + ' ' + std::string(name(row.status)) + ' ' + std::to_string(row.events) +
                   '\n';
        }
        CHECK(all == "K-1 running 4\nK-2 running 4\nK-3 ended 5\nK-cancelled cancelled 2\n"
                     "K-late running 4\nK-long suspended 10\nK-skipped running 2\n"
                     "K-unsealed running 1\n");
        CHECK(store.roster()->holdings().size() == 1);
        CHECK(store.versions().size() == 1);
    }
    Counter counter(open_sqlite(path));
    counter.office.set("2025-06-02T09:00");
    CHECK(counter.done("K-1", "2", "Setuju").empty());
    counter.office.reason = "lanjut";
    CHECK(counter.code("K-long", ReopenCase{}).empty());
    CHECK(counter.ask("K-late", StartCase{}, "kunci-1").repeated);
    CHECK_FALSE(counter.store.tick(counter.office.moment("2025-07-01T09:00")).missed.empty());
    (void)counter.store.seal(counter.office.moment("2025-07-01T09:00"));
    CHECK(counter.store.verify().holds());
}

TEST_CASE("a store of a newer version is refused, and the error says so") {
    const ScratchFolder folder;
    const std::string path = fixture(folder, "version-1.tertib");
    const auto steps = more_steps();
    CHECK(version_there(path, steps) == 3);
    for (const OpenMode mode : {OpenMode::create, OpenMode::write, OpenMode::read_only}) {
        const Error error = error_of([&] { (void)open_sqlite(path, {.mode = mode}); });
        CHECK(error.code() == ErrorCode::unsupported);
        CHECK(std::string(error.what())
                  .find("newer version of tertib (tables 3, this library "
                        "knows 1)") != std::string::npos);
    }
}

TEST_CASE("a store of an older version is brought up to date by the steps that it hasn't had") {
    const ScratchFolder folder;
    const std::string path = fixture(folder, "version-1.tertib");
    const auto steps = more_steps();
    const sqlite::SchemaSteps two(steps.data(), 2);
    const Error error =
        error_of([&] { (void)sqlite::open_connection(path, {.mode = OpenMode::read_only}, two); });
    CHECK(error.code() == ErrorCode::unsupported);
    CHECK(std::string(error.what()).find("older version of tertib") != std::string::npos);
    CHECK(version_there(path, two) == 2);
    CHECK(version_there(path, two) == 2); // nothing is left to do
    CHECK(version_there(path, steps) == 3);
    const sqlite::Handle database = sqlite::open_connection(path, {}, steps);
    CHECK(sqlite::number_of(database.get(), "SELECT count(*) FROM v_loket "
                                            "WHERE loket = 'satu'") == 8);
    // What isn't just what the steps make is refused, however new it says that it is.
    tamper(path, "CREATE TABLE lain(x)");
    CHECK(error_of([&] { (void)sqlite::open_connection(path, {}, steps); }).code() ==
          ErrorCode::damaged);
}

TEST_CASE("a step that fails leaves the store as it was") {
    const ScratchFolder folder;
    const std::string path = fixture(folder, "version-1.tertib");
    auto steps = more_steps();
    steps[2] = "CREATE TABLE lain(x); CREATE TABLE cases(x);";
    CHECK(error_of([&] { (void)sqlite::open_connection(path, {}, steps); }).code() ==
          ErrorCode::store);
    CHECK(version_there(path, sqlite::schema_steps()) == 1);
    CHECK(Store(open_sqlite(path)).verify().holds());
}

TEST_CASE("tables among a host's are brought up to date outside its transactions") {
    const ScratchFolder folder;
    sqlite3* opened = nullptr;
    REQUIRE(sqlite3_open(folder.path("portal.db").c_str(), &opened) == SQLITE_OK);
    const sqlite::Handle portal(opened);
    const sqlite::NamedTables tables{.database = opened, .prefix = "tertib_"};
    const auto steps = more_steps();
    sqlite::join_host(tables, OpenMode::create, sqlite::schema_steps());
    CHECK(error_of([&] { sqlite::join_host(tables, OpenMode::read_only, steps); }).code() ==
          ErrorCode::unsupported);
    sqlite::execute(opened, "BEGIN");
    CHECK(error_of([&] { sqlite::join_host(tables, OpenMode::write, steps); }).code() ==
          ErrorCode::argument);
    sqlite::execute(opened, "COMMIT");
    sqlite::join_host(tables, OpenMode::write, steps);
    CHECK(sqlite::number_of(opened, "SELECT count(*) FROM tertib_v_loket") == 0);
    CHECK(error_of([&] {
              sqlite::join_host(tables, OpenMode::create, sqlite::schema_steps());
          }).code() == ErrorCode::damaged);
}
