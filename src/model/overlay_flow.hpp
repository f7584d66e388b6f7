// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/overlay.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace tertib {

struct FlowSetting {
    SopParts parts;
    std::vector<Finding> findings;
};

/// Whether a flow is a way out of its node, for an overlay to replace: consultations and what is
/// handed on within a row are not.
[[nodiscard]] bool leads_out(const Flow& flow);

/// The parts with the outgoing flows of each node that a person names replaced by hers. An entry
/// without target is not yet filled in and changes nothing. Gateways that the reader had inferred
/// and that nothing leads to or from any more go away.
[[nodiscard]] FlowSetting set_flow(SopParts parts, std::span<const OverlayFlow> flow,
                                   std::string_view by);

} // namespace tertib
