// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/model/sop.hpp"

#include <string>

namespace tertib {

/// The flow of an Sop as a Mermaid flowchart, which many wikis and editors draw in place.
///
///     std::string mermaid = to_mermaid(sop);   // begins with "flowchart TD"
///
/// Shapes, words and provenance are those of to_dot (write/dot.hpp): where a flow comes from is
/// told by its colour (linkStyle) and by a comment that lists the flows of each source.
///
/// Words of the document appear in quoted labels alone, with every character that Mermaid or HTML
/// gives a meaning written as an entity. Pure; same Sop, same text; ends in "\n".
[[nodiscard]] std::string to_mermaid(const Sop& sop, Language language = Language::id);

} // namespace tertib
