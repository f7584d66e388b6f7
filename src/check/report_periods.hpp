// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_report.hpp"

#include <optional>
#include <vector>

namespace tertib {

/// The cases of a part in the groups that the head names, sorted by label.
[[nodiscard]] std::vector<ReportPeriod> report_periods(const ReportHead& head, const EventLog& log,
                                                       const CheckPlan& plan,
                                                       const CheckPart& part);

/// Whether a case belongs to the days of the head. One whose time isn't known does: it is counted
/// apart, not left out.
[[nodiscard]] bool counted_within(const ReportHead& head, const std::optional<Instant>& now,
                                  const CaseVerdicts& verdicts);

} // namespace tertib
