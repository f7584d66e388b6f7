// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite/named_tables.hpp"

#include "catch.hpp"

using tertib::sqlite::prefixed;

TEST_CASE("names of tables get a prefix wherever they stand, and nothing else does") {
    CHECK(prefixed("SELECT events FROM cases WHERE id = :id", "t_") ==
          "SELECT events FROM t_cases WHERE id = :id");
    CHECK(prefixed("SELECT e.x FROM events AS e LEFT JOIN bodies AS b ON b.x = e.x", "t_") ==
          "SELECT e.x FROM t_events AS e LEFT JOIN t_bodies AS b ON b.x = e.x");
    CHECK(prefixed("INSERT OR REPLACE INTO steps VALUES(:steps)", "t_") ==
          "INSERT OR REPLACE INTO t_steps VALUES(:steps)");
    CHECK(prefixed("INSERT INTO keys VALUES(1) ON CONFLICT(key) DO UPDATE SET keys = 1", "t_") ==
          "INSERT INTO t_keys VALUES(1) ON CONFLICT(key) DO UPDATE SET keys = 1");
    CHECK(prefixed("UPDATE cases SET events = 1", "t_") == "UPDATE t_cases SET events = 1");
    CHECK(prefixed("CREATE INDEX i ON events(case_id)", "t_") ==
          "CREATE INDEX t_i ON t_events(case_id)");
    CHECK(
        prefixed("CREATE TABLE a(b TEXT REFERENCES c(d)); -- FROM here\nCREATE VIEW v AS", "t_") ==
        "CREATE TABLE t_a(b TEXT REFERENCES t_c(d)); -- FROM here\nCREATE VIEW t_v AS");
    CHECK(prefixed("SELECT 'FROM x' FROM (SELECT y FROM z)", "t_") ==
          "SELECT 'FROM x' FROM (SELECT y FROM t_z)");
    CHECK(prefixed("SELECT 1 FROM sqlite_schema", "t_") == "SELECT 1 FROM sqlite_schema");
    CHECK(prefixed("SELECT 'open", "t_") == "SELECT 'open");
    CHECK(prefixed("SELECT events FROM cases", "") == "SELECT events FROM cases");
}
