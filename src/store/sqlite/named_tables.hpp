// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

struct sqlite3;

namespace tertib::sqlite {

/// A connection, and what stands before the name of each of our tables, views and indexes in it: ""
/// in a file of our own, "tertib_" among the tables of a host, which may have a table `cases` too.
struct NamedTables {
    sqlite3* database = nullptr;
    std::string_view prefix;
};

/// Our SQL with the prefix before each name of a table, view or index: those are what follows FROM,
/// JOIN, INTO, UPDATE, TABLE, VIEW, INDEX and REFERENCES, and ON in CREATE INDEX. SQLite's own
/// tables keep their names. For SQL that we wrote ourselves: it doesn't know every dialect.
[[nodiscard]] std::string prefixed(std::string_view sql, std::string_view prefix);

} // namespace tertib::sqlite
