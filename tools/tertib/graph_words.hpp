// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"

#include "tertib/graph/analysis.hpp"

namespace tertib::tool {

/// The facts of a graph as people read them, part by part.
void add_levels(Page& page, const GraphFacts& facts);
void add_flows(Page& page, const GraphFacts& facts);
void add_loops(Page& page, const GraphFacts& facts);
void add_documents(Page& page, const GraphFacts& facts);
void add_handovers(Page& page, const GraphFacts& facts);
void add_soundness(Page& page, const GraphFacts& facts);

} // namespace tertib::tool
