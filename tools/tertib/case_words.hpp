// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"

#include "tertib/run/case_state.hpp"
#include "tertib/run/ready_sop.hpp"
#include "tertib/run/why.hpp"
#include "tertib/store/case_list.hpp"
#include "tertib/store/tick_report.hpp"
#include "tertib/store/worklist.hpp"

#include <optional>
#include <string>

namespace tertib::tool {

// Running cases as people read them, part by part. Moments are local; where the clock isn't WIB's
// its name or offset stands behind them.

/// A moment, with its zone where that isn't WIB; "–" for none.
[[nodiscard]] std::string when_words(const std::optional<Instant>& instant, Zone zone);
/// What is open: a line for each task, and what waits to meet other branches. "Selesai" and how for
/// a case that has ended.
void add_open_tasks(Page& page, const ReadySop& sop, const CaseState& state, Zone zone);
/// The whole case: where it stands, its open tasks, what each step has seen.
void add_case(Page& page, const ReadySop& sop, const CaseState& state, Zone zone);
/// Who holds each task and what the one who asks can do with it, or why not.
void add_why(Page& page, const Why& why, Zone zone);
void add_list(Page& page, const CaseList& list);
void add_worklist(Page& page, const Worklist& list);
void add_tick(Page& page, const TickReport& report, Zone zone);

} // namespace tertib::tool
