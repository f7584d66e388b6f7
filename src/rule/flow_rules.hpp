// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// What the flow does: FLOW-8, FLOW-8i, FLOW-12, FLOW-13, FLOW-14.
[[nodiscard]] std::span<const BuiltinRule> flow_rules();

} // namespace tertib::rules
