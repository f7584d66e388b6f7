// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/log_mover.hpp"
#include "store/sqlite/statements.hpp"
#include "tertib/store/transaction.hpp"

#include <memory>

namespace tertib::sqlite {

/// A transaction of our own on the connection; the log is moved when it has become long.
[[nodiscard]] std::unique_ptr<Transaction>
begin_transaction(sqlite3* database, Statements& statements, Access access, LogMover& log);

/// A savepoint within the host's transaction.
[[nodiscard]] std::unique_ptr<Transaction> begin_in_host(sqlite3* database, Statements& statements,
                                                         Access access);

} // namespace tertib::sqlite
