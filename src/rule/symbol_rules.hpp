// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// What is drawn: FLOW-1, FLOW-2/4, FLOW-3, FLOW-5, FLOW-7, FLOW-9.
[[nodiscard]] std::span<const BuiltinRule> symbol_rules();

} // namespace tertib::rules
