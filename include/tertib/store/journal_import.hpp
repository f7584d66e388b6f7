// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/ready_sop.hpp"
#include "tertib/store/transaction.hpp"
#include "tertib/store/verification.hpp"

#include <functional>
#include <optional>
#include <string>

namespace tertib {

/// Gives the next line without its end, nothing after the last one.
using LineSource = std::function<std::optional<std::string>()>;

/// Reads an export (Store::export_journal) into a store that is empty, in one transaction: its
/// documents, its events, its seals, the answers given to keys; all other tables are made anew from
/// the events. Everything is verified before it is committed, and what it held is told.
///
///     auto database = open_sqlite("pulih.tertib");
///     import_journal(*database, [&]() -> std::optional<std::string> { … });
///     Store store(std::move(database));
///
/// Throws Error(format) or Error(damaged), with the row in its position, for an export that was
/// changed or cut off; Error(argument) for a store that isn't empty, or for an Sop that may not run
/// by `unknown`. Then nothing was written.
Verification import_journal(Database& database, const LineSource& next,
                            UnknownPelaksana unknown = UnknownPelaksana::refuse);

} // namespace tertib
