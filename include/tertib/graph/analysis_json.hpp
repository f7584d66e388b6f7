// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/analysis.hpp"

#include <string>

namespace tertib {

/// What `tertib graph` prints: one JSON document, "tertib.graph/1" (docs/schema/graph.json). Nodes
/// are named as in the Sop's JSON. Indented by two blanks, ends in "\n".
[[nodiscard]] std::string to_json(const GraphFacts& facts);

} // namespace tertib
