// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/connection.hpp"
#include "store/sqlite/schema_steps.hpp"
#include "tertib/store/sqlite.hpp"

#include <string>
#include <vector>

namespace tertib::sqlite {

/// "Trtb": says in the file's head whose it is.
inline constexpr std::int64_t application_id = 0x54727462;

/// A connection to a store whose tables are exactly those that the steps make: made where there were
/// none, brought up to date where they are an earlier version's (unless nothing may be written), and
/// compared before anything else is read.
[[nodiscard]] Handle open_connection(const std::string& path, const SqliteOptions& options,
                                     SchemaSteps steps);

/// Sees to it that our tables are in a host's main file, and exactly as ours are: made where there
/// are none, brought up to date where they are an earlier version's. Nothing else of the host's is
/// looked at or changed.
void join_host(const NamedTables& tables, OpenMode mode, SchemaSteps steps);
/// What is wrong with our tables in a host's file, in a line each.
[[nodiscard]] std::vector<std::string> check_tables(const NamedTables& tables);

/// Copies a store as of one moment to a file that isn't there yet.
void copy_store(const std::string& from, const std::string& to, const SqliteOptions& options);

/// What integrity_check and foreign_key_check find, in a line each.
[[nodiscard]] std::vector<std::string> check_database(sqlite3* database);

} // namespace tertib::sqlite
