// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/flow.hpp"
#include "tertib/model/step.hpp"

#include <span>
#include <vector>

namespace tertib {

struct Joins {
    std::vector<Flow> flow;
    std::vector<Gateway> gateways;
    std::vector<Finding> findings;
};

/// Puts a parallel gateway before each step at which branches of one parallel split meet again
/// (design: flow, 3): forms draw the split but have no symbol for the join. Ways back are left
/// aside. Where branches meet so that no gateway would be right, a finding says so instead.
[[nodiscard]] Joins infer_joins(std::span<const Step> steps, std::vector<Flow> flow);

} // namespace tertib
