// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/statements.hpp"
#include "tertib/store/transaction.hpp"

#include <memory>

namespace tertib::sqlite {

/// A transaction of our own on the connection, or a savepoint within the host's.
[[nodiscard]] std::unique_ptr<Transaction>
begin_transaction(sqlite3* database, Statements& statements, Access access, TransactionOwner owner);

} // namespace tertib::sqlite
