// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// Waktu: WKT-1, WKT-2, WKT-3.
[[nodiscard]] std::span<const BuiltinRule> waktu_rules();

} // namespace tertib::rules
