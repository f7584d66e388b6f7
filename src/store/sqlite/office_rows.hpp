// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/statements.hpp"
#include "tertib/store/transaction.hpp"

namespace tertib::sqlite {

/// The office from its rows; as before its first decision where there are none. Throws
/// Error(damaged) for rows that can't be.
[[nodiscard]] StoredOffice read_office(Statements& statements);
[[nodiscard]] Sha256 read_office_head(Statements& statements);

/// Writes the rows that a decision changed.
void write_office(Statements& statements, const OfficeChange& change);

} // namespace tertib::sqlite
