// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/connection.hpp"
#include "tertib/store/sqlite.hpp"

#include <string>
#include <vector>

namespace tertib::sqlite {

/// "Trtb": says in the file's head whose it is.
inline constexpr std::int64_t application_id = 0x54727462;
/// The version of the tables; a newer one is refused, an older one would be migrated.
inline constexpr std::int64_t schema_version = 1;

/// A connection to a store whose tables are exactly ours: made where there were none, compared
/// before anything else is read.
[[nodiscard]] Handle open_connection(const std::string& path, const SqliteOptions& options);

/// Sees to it that our tables are in a host's main file, and exactly as ours are: made where there
/// are none. Nothing else of the host's is looked at or changed.
void join_host(const NamedTables& tables, OpenMode mode);
/// What is wrong with our tables in a host's file, in a line each.
[[nodiscard]] std::vector<std::string> check_tables(const NamedTables& tables);

/// Copies a store as of one moment to a file that isn't there yet.
void copy_store(const std::string& from, const std::string& to, const SqliteOptions& options);

/// What integrity_check and foreign_key_check find, in a line each.
[[nodiscard]] std::vector<std::string> check_database(sqlite3* database);

} // namespace tertib::sqlite
