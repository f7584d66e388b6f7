// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/fitness.hpp"

#include <string>

namespace tertib {

/// What `tertib align` prints: one JSON document, "tertib.align/1" (docs/schema/align.json).
/// Indented by two blanks, ends in "\n".
[[nodiscard]] std::string to_json(const LogFitness& fitness);

} // namespace tertib
