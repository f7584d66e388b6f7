// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/timely.hpp"
#include "tertib/time/instant.hpp"

#include <string>

namespace tertib {

/// What another calendar would make of a case's deadlines, "tertib.recompute/1" (docs/formats.md,
/// docs/schema/recompute.json), instants on the clock of `zone`. No person is named. Pure; use it
/// from any thread.
///
///     std::string json = to_json(plan_recompute(context, state, command), newer.zone());
[[nodiscard]] std::string to_json(const Recompute& plan, Zone zone);

} // namespace tertib
