// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "rule/builtin_rules.hpp"

#include <span>

namespace tertib::rules {

/// What an office asks for by its profile: OWN-1.
[[nodiscard]] std::span<const BuiltinRule> own_rules();

} // namespace tertib::rules
