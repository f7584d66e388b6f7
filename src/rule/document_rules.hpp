// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// Documents between steps: OUT-1, OUT-2.
[[nodiscard]] std::span<const BuiltinRule> document_rules();

} // namespace tertib::rules
