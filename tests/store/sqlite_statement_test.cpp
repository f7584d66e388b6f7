// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/connection.hpp"

#include "catch.hpp"

#include <sqlite3.h>

using namespace tertib;
using namespace tertib::sqlite;

namespace {

/// A database in memory with one table, t(a, b, c).
Handle small_database() {
    sqlite3* opened = nullptr;
    REQUIRE(sqlite3_open(":memory:", &opened) == SQLITE_OK);
    Handle database(opened);
    execute(database.get(), "CREATE TABLE t(a, b, c)");
    return database;
}

std::string rows_of(sqlite3* database) {
    std::string all;
    Statement rows(database, "SELECT a || '-' || b || '-' || c FROM t ORDER BY rowid");
    while (rows.step()) {
        all += rows.text(0) + " ";
    }
    return all;
}

} // namespace

TEST_CASE("parameters are bound by their names, in whatever order and however often") {
    const Handle database = small_database();
    Statement add(database.get(), "INSERT INTO t VALUES(:one, :two, :one)");
    add.bind(":one", "a");
    add.bind(":two", "b");
    add.run();
    add.bind(":two", std::int64_t{2});
    add.bind(":one", std::int64_t{3});
    add.bind(":one", std::int64_t{4});
    add.run();
    add.bind(":one", "x");
    add.bind_blob(":two", "y");
    add.run();
    CHECK(rows_of(database.get()) == "a-b-a 4-2-4 x-y-x ");
}

TEST_CASE("a statement that SQLite prepares anew still knows its parameters") {
    const Handle database = small_database();
    Statement add(database.get(), "INSERT INTO t VALUES(:one, :two, :three)");
    for (const char* change : {"CREATE TABLE u(a)", "DROP TABLE u", "CREATE INDEX i ON t(a)"}) {
        execute(database.get(), change);
        add.bind(":three", "3");
        add.bind(":one", "1");
        add.bind(":two", "2");
        add.run();
    }
    CHECK(rows_of(database.get()) == "1-2-3 1-2-3 1-2-3 ");
}

TEST_CASE("a parameter that a statement lacks is refused") {
    const Handle database = small_database();
    Statement add(database.get(), "INSERT INTO t VALUES(:one, :two, :two)");
    CHECK_THROWS_AS(add.bind(":three", std::int64_t{3}), Error);
    CHECK_THROWS_AS(add.bind("one", std::int64_t{3}), Error);
    add.bind(":two", "2");
    add.bind(":one", "1");
    add.run();
    CHECK(rows_of(database.get()) == "1-2-2 ");
}
