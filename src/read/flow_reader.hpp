// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/step_reader.hpp"
#include "tertib/base/finding.hpp"
#include "tertib/model/flow.hpp"
#include "tertib/model/layout.hpp"
#include "tertib/model/step.hpp"
#include "tertib/read/grid.hpp"

#include <span>
#include <vector>

namespace tertib {

/// The flow of an SOP, with what it makes of the steps (decisions, outcomes, optional steps).
struct FlowReading {
    std::vector<Step> steps;
    std::vector<Flow> flow;
    std::vector<Gateway> gateways;
    std::vector<ConnectorPair> connectors;
    std::vector<Place> lone_connectors;
    std::vector<Finding> findings;
};

/// Makes the flow: from the drawn arrows where there are any, else from what sentences state and
/// the order of the rows. Every flow says where it comes from.
[[nodiscard]] FlowReading read_flow(const StepsReading& steps, std::span<const GridArrow> arrows);

} // namespace tertib
