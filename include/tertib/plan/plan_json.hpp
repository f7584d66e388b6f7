// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/sop.hpp"
#include "tertib/plan/plan.hpp"

#include <string>

namespace tertib {

/// The plan as JSON, schema tertib.plan/1 (docs/schema/plan.json); instants in ISO 8601 with the
/// calendar's offset, work in seconds. `sop` is the one it was made of.
[[nodiscard]] std::string to_json(const Plan& plan, const Sop& sop);

} // namespace tertib
