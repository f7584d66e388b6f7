// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// What the table must have: TAB-1, TAB-2, TAB-6.
[[nodiscard]] std::span<const BuiltinRule> table_rules();

} // namespace tertib::rules
