// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// How an uraian is worded: TAB-3, FLOW-6.
[[nodiscard]] std::span<const BuiltinRule> wording_rules();

} // namespace tertib::rules
