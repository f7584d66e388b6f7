// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/named_tables.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tertib::sqlite {

/// How a store's tables came to be what they are: SQL, a text for each version. The first makes them
/// in an empty file, the n-th makes version n of version n - 1; a new store is made by all of them,
/// an older one is brought up to date by those that it hasn't had. So both are the same, and a file
/// of any version can be compared with what that version was.
///
/// A step that was released is never edited. A change of the tables is a .sql file more and a line
/// more in schema_steps(); a store that it was tried on is kept in tests/store/fixtures.
using SchemaSteps = std::span<const std::string_view>;

[[nodiscard]] SchemaSteps schema_steps();

/// Runs them in order, in the transaction that is open.
void run_steps(const NamedTables& tables, SchemaSteps steps);

/// Every table, index, view and trigger whose table's name begins with the prefix, with its text.
[[nodiscard]] std::string schema_of(sqlite3* database, std::string_view prefix);
/// The same as these steps make it in an empty file.
[[nodiscard]] std::string schema_at(SchemaSteps steps, std::string_view prefix);

} // namespace tertib::sqlite
