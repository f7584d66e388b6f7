// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/why.hpp"
#include "tertib/store/store.hpp"

#include <optional>
#include <string_view>

namespace tertib {

/// Why a case of a store is where it is, and the clock of its calendar.
struct CaseWhy {
    Why why;
    Zone zone;
};

/// As why() says (run/why.hpp), by what the store judges by. It offers to migrate where another
/// version has taken the place of the case's and is in force on the day of `now`, and to recompute
/// where `newer` is another calendar than the case's; nullptr: none is at hand. Nothing if there is
/// no such case. What the case runs by is read after the case: others may write meanwhile.
///
///     if (const auto found = why(store, "2025-17", {"Ani", "Kadis"}, now)) …
[[nodiscard]] std::optional<CaseWhy> why(Store& store, std::string_view case_id, const Actor& by,
                                         Instant now, const Calendar* newer = nullptr);

} // namespace tertib
