// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/explanation.hpp"

#include <cstdint>
#include <string>

namespace tertib {

/// Whether the walk day by day is part of the JSON.
enum class WalkInJson : std::uint8_t { left_out, told };

/// A deadline with all that is needed to reckon it again, and if wanted the walk that led to it,
/// as JSON: schema tertib.deadline/1 (docs/schema/deadline.json).
[[nodiscard]] std::string to_json(const Explanation& explanation,
                                  WalkInJson walk = WalkInJson::told);

} // namespace tertib
