// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// The names of things: ID-7, TAB-4.
[[nodiscard]] std::span<const BuiltinRule> naming_rules();

} // namespace tertib::rules
