// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"

#include "tertib/plan/plan.hpp"

#include <cstddef>

namespace tertib::tool {

/// A run as bars of text, one line for each visit, one column for each day (or hour, if the run is
/// short; or several, if it is long): work, slack, and where the office is closed. Fits `width`.
void add_gantt(Page& page, const PlannedRun& run, const Sop& sop, const Calendar& calendar,
               std::size_t width);

} // namespace tertib::tool
