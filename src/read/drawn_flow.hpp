// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "read/step_reader.hpp"
#include "tertib/base/finding.hpp"
#include "tertib/model/flow.hpp"
#include "tertib/model/layout.hpp"
#include "tertib/read/grid.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <vector>

namespace tertib {

/// The off-page connectors of a table: in each lane, two that follow each other are one break.
struct Connectors {
    std::vector<ConnectorPair> pairs;
    std::vector<Place> lone;
    std::map<std::uint32_t, std::uint32_t> partner; ///< drawn mark's id → the other one's
};

[[nodiscard]] Connectors pair_connectors(std::span<const PlacedMark> marks);

struct DrawnFlow {
    std::vector<Flow> flow;
    std::vector<Finding> findings;
};

/// The step graph as the projection of the drawn arrows, which join marks: pairs of connectors are
/// looked through, arrows inside a row are its hand-overs, equal flows are one, dashed arrows are
/// consultations. Terminators are read as design says: alone in a row they add start → step or
/// step → end, beside other marks they are the end.
[[nodiscard]] DrawnFlow draw_flow(const StepsReading& steps, const Connectors& connectors,
                                  std::span<const GridArrow> arrows);

} // namespace tertib
