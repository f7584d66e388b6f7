// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/sop.hpp"

#include <span>
#include <vector>

namespace tertib {

/// What of a reading's findings is still open in an Sop to which overlays were applied.
///
///     OverlayResult result = apply_overlay(reading.sop, overlay);
///     std::vector<Finding> open = open_findings(reading.findings, result.sop);
///
/// A question that the Sop now answers is left out (a step's pelaksana, the target of an outcome,
/// where the flow goes on); one that is answered in part is cut down to the rest. What is a fact of
/// the document or of its copy stays, whatever a person adds, and so does everything that was found
/// when this very Sop was read. Pure; in the given order.
[[nodiscard]] std::vector<Finding> open_findings(std::span<const Finding> findings, const Sop& sop);

} // namespace tertib
