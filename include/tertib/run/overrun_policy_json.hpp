// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/overrun_policy.hpp"

#include <string>
#include <string_view>

namespace tertib {

/// The policy as one JSON document, "tertib.overrun/1" (docs/formats.md, docs/schema/overrun.json).
[[nodiscard]] std::string to_json(const OverrunPolicy& policy);

/// Reads it. Throws Error(format), beginning with the JSON pointer, for anything that is no policy,
/// Error(unsupported) for a newer version, Error(argument) for a rule that can't be followed.
[[nodiscard]] OverrunPolicy overrun_policy_from_json(std::string_view json);

} // namespace tertib
