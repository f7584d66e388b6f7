// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/sqlite.hpp"
#include "tertib/store/transaction.hpp"

#include <memory>

struct sqlite3;

namespace tertib {

/// A store among the tables of a host, in the host's own transaction: a portal's row and the case
/// that belongs to it are committed together, or neither is.
///
///     sqlite3_exec(portal, "BEGIN IMMEDIATE", …);
///     sqlite3_exec(portal, "INSERT INTO permohonan …", …);
///     Reply reply = store.submit({…});                    // Store store(borrow_sqlite(portal,
///     sqlite3_exec(portal, "COMMIT", …);                  //     sqlite3_libversion()));
///
/// What is written is durable when the host's COMMIT has succeeded and not before, whatever the
/// reply says; others see it from then on. After ROLLBACK, also of a savepoint, it never was; the
/// store keeps nothing at hand that would remember it. A command that is refused or fails takes
/// back what it did itself and leaves the host's work alone.
///
/// Our tables, views and indexes stand in the host's main file, and their names begin with
/// "tertib_". They are made where there are none (`mode` create), outside a transaction. Writing
/// outside a transaction of the host is refused: Error(argument). Reading isn't. tidy() and backup()
/// are the host's to do: Error(unsupported). Settings of the connection stay as they are: that
/// commits survive the loss of power, and foreign keys, are the host's to see to.
///
/// `library` is what sqlite3_libversion() gives to the host, as it gives it and not a copy: two
/// copies of SQLite in one process must never use one file, since the one would drop the other's
/// locks. Each copy has that text at a place of its own, so the place is compared, and thereby the
/// version: Error(unsupported) for another copy. Whether `database` was opened with it can't be
/// seen.
///
/// The connection must outlive the store and is used only within calls of the store, by the thread
/// that calls: the host must not use it in another one at that time. Throws Error(damaged) where
/// something of a name that begins with "tertib_" isn't ours, Error(argument) for nullptr.
[[nodiscard]] std::unique_ptr<Database> borrow_sqlite(sqlite3* database, const char* library,
                                                      OpenMode mode = OpenMode::create);

} // namespace tertib
