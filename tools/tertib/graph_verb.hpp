// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "verb.hpp"

namespace tertib::tool {

/// As facts (text or JSON, as the manner says), or as a drawing.
enum class GraphForm : std::uint8_t { facts, dot, mermaid };

struct GraphRequest {
    DocumentRequest document;
    GraphForm form = GraphForm::facts;
};

/// `tertib graph`: levels, flows, loops, documents, hand-overs and soundness with its witness.
/// Facts aren't judged here (lint's FLOW rules do that), so only an overlay that doesn't fit makes
/// the answer negative.
[[nodiscard]] Outcome graph_verb(const GraphRequest& request, const Manner& manner);

} // namespace tertib::tool
