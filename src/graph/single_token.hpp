// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/soundness.hpp"

#include <optional>

namespace tertib {

/// The answer for a flow in which no token is ever split, so that a case is one token all along:
/// linear in the flow. Nothing if a parallel split can be reached.
[[nodiscard]] std::optional<Soundness> check_single_token(const StepGraph& graph);

} // namespace tertib
