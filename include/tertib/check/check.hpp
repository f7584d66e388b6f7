// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/watch.hpp"
#include "tertib/check/check_plan.hpp"
#include "tertib/check/check_report.hpp"
#include "tertib/log/event_log.hpp"
#include "tertib/log/log_findings.hpp"
#include "tertib/log/log_map.hpp"
#include "tertib/time/calendar.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace tertib {

/// What a log is checked against, and how the log is to be understood.
struct CheckSetup {
    /// Their step_of_activity is found out from the log and the map.
    std::vector<CheckVersion> versions;
    Calendar calendar;
    Roster roster;
    LogMap map;
    /// For the cases they name; those for cases that the log lacks count for nothing.
    std::vector<Waiver> waivers;
    /// Columns of documents and waivers are added to these.
    CheckOptions options;
    LogFindingOptions quality;
    std::vector<Finding> reading; ///< what the log's reader noticed: stands first in the head
};

/// How much of a log is checked, and how its cases are counted.
struct CheckRange {
    PeriodBy by = PeriodBy::none;
    CountBy count_by = CountBy::end;
    std::optional<LocalDay> from; ///< see ReportHead
    std::optional<LocalDay> until;
    /// Only cases of these codes, both included: parts of one log, for merged().
    Code first_case = 1;
    Code last_case = UINT32_MAX;
    unsigned threads = 1; ///< at least 1; the report is the same for any number
    Watch watch;          ///< asked every few thousand rows, from the calling thread; counts rows
};

/// The plan to judge a log's cases by: activities are matched to the steps of each version, texts
/// and columns are the log's. Throws as CheckPlan and match_step do.
[[nodiscard]] CheckPlan make_check_plan(const EventLog& log, const CheckSetup& setup);

/// Checks each case of a log.
///
///     CheckReport report = check(log, {.versions = {{.sop = sop}},
///                                      .calendar = builtin_calendar("id5").value(),
///                                      .options = {.now = now}});
///
/// Events without a case belong to none and are only told of in the head. Steps that wait or resume
/// by the map stop the clock; times of a case entered in bulk and persons behind a shared account
/// are undecidable. A document's cell means that it was there unless it is empty (not known) or says
/// no ("tidak ada", "belum", "0").
/// A Watch that stops it leaves a report of the cases judged so far, and the head says so.
/// Throws as make_check_plan does. Any thread; pure.
[[nodiscard]] CheckReport check(std::shared_ptr<const EventLog> log, const CheckSetup& setup,
                                const CheckRange& range = {});

} // namespace tertib
