// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/transaction.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace tertib {

/// How many rows are asked of a transaction at once: a page of them stays small in memory, and what a
/// question costs is spread over many.
inline constexpr std::size_t rows_at_once = 1'000;

/// What a Store and a Session read alike, within one transaction.
[[nodiscard]] std::vector<WorkRow> worklist_of(Transaction& transaction, std::string_view pelaksana,
                                               std::size_t limit,
                                               const std::optional<WorkRow>& after);
[[nodiscard]] std::optional<Instant> first_due(Transaction& transaction);
/// Every event of a case in order; for "" of the office, then of all cases.
void visit_events(Transaction& transaction, std::string_view case_id,
                  const std::function<void(const StoredEvent&)>& visit);

} // namespace tertib
