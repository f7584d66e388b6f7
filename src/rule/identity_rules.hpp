// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// The identity page but for its names: ID-1 … ID-6, ID-8 … ID-13.
[[nodiscard]] std::span<const BuiltinRule> identity_rules();

} // namespace tertib::rules
