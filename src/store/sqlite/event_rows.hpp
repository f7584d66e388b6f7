// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "store/sqlite/statements.hpp"
#include "tertib/store/transaction.hpp"

#include <string>
#include <vector>

namespace tertib::sqlite {

/// Writes an event with its body. What its bytes say of its kind and its times stands in columns of
/// their own beside them, so that other programs can ask for it.
void write_event(Statements& statements, const StoredEvent& event);

/// The events whose columns say something else than their bytes, in a line each.
void add_wrong_columns(const NamedTables& tables, std::vector<std::string>& damage);

} // namespace tertib::sqlite
