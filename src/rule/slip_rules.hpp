// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// Slips of the keyboard: TYP-1.
[[nodiscard]] std::span<const BuiltinRule> slip_rules();

} // namespace tertib::rules
