// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/sim/truth.hpp"

#include <string>

namespace tertib {

/// The truth as JSON, `tertib.truth/1` (docs/schema/truth.json), times with the office's offset.
[[nodiscard]] std::string to_json(const Truth& truth, Zone zone);

} // namespace tertib
