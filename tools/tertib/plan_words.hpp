// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"

#include "tertib/plan/plan.hpp"

#include <cstddef>
#include <string>

namespace tertib::tool {

/// A plan as people read it, part by part: on what it rests and the days for a receipt; the steps
/// of the main run; the three runs; the load of each pelaksana, those outside the office apart.
void add_basis(Page& page, const Plan& plan, const Sop& sop);
/// Where `width` is small, day and time stand below each other.
void add_steps(Page& page, const Plan& plan, const Sop& sop, std::size_t width);
void add_runs(Page& page, const Plan& plan, const Sop& sop);
void add_load(Page& page, const Plan& plan, const Sop& sop);

/// The step as printed, with its turn if it isn't the first: "3.", "3. (2)".
[[nodiscard]] std::string visit_words(const PlannedVisit& visit, const Sop& sop);
/// "2025-05-05 08:00", local, with seconds only where there are some.
[[nodiscard]] std::string moment_words(Instant instant, Zone zone);

} // namespace tertib::tool
