// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/log/event_log.hpp"

#include <chrono>
#include <cstddef>
#include <vector>

namespace tertib {

/// From when on a pattern counts as odd.
struct LogFindingOptions {
    /// A case with so many different activities stamped within that time was entered in bulk.
    std::size_t bulk_activities = 4;
    std::chrono::minutes bulk_within{5};
    /// A resource of so many roles, or of so great a part of a log with so many activities, is an
    /// account that people share.
    std::size_t shared_roles = 3;
    std::size_t shared_percent = 90;
    std::size_t shared_activities = 4;
};

/// What a log's data are worth, looked at before anything is judged by them. Nothing of the log is
/// changed.
struct LogQuality {
    std::vector<Finding> findings;     ///< codes LOG-…, one each, with counts and the first place
    std::vector<Code> bulk_cases;      ///< ascending: checks of time on them are undecidable
    std::vector<Code> shared_accounts; ///< ascending: checks of persons on them are undecidable
};

/// Looks for rows without case, activity, stamp or resource, rows that come twice, stamps that are
/// equal within a case, against the order of the source, upside down, or days only, several zones,
/// bulk entry and shared accounts. Linear in the rows, but for sorting within each case.
[[nodiscard]] LogQuality find_log_quality(const EventLog& log,
                                          const LogFindingOptions& options = {});

} // namespace tertib
