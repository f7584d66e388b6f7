// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"

#include "tertib/run/migration.hpp"
#include "tertib/run/timely.hpp"

namespace tertib::tool {

/// What another version would make of a case, or another calendar of its deadlines.
void add_plan(Page& page, const MigrationPlan& plan, Zone zone);
void add_plan(Page& page, const Recompute& plan, Zone zone);

} // namespace tertib::tool
