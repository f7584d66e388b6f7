// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/store.hpp"
#include "tertib/time/instant.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A case as a list of cases shows it. A plain value.
struct CaseItem {
    CaseRow row;
    std::string nama;         ///< of its Sop
    Zone zone;                ///< of its calendar
    std::vector<TaskId> open; ///< tasks
    /// The earliest of its deadlines whose clock runs, missed or not; nothing if none does.
    std::optional<Instant> due;
    bool overdue = false; ///< one of its open tasks, or the case itself, is recorded as missed

    friend bool operator==(const CaseItem&, const CaseItem&) = default;
};

/// A page of the list of cases, by id.
///
///     CaseList page = list_cases(store, "", 100);
///     while (!page.after.empty()) page = list_cases(store, page.after, 100);
///
/// A plain value; personal data isn't in it.
struct CaseList {
    std::vector<CaseItem> items;
    std::string after; ///< what the next page comes after; "": this was the last one

    friend bool operator==(const CaseList&, const CaseList&) = default;
};

/// Each case as of one moment, the page not: others may write meanwhile. Throws Error(argument)
/// for a limit of 0.
[[nodiscard]] CaseList list_cases(Store& store, std::string_view after, std::size_t limit);

} // namespace tertib
