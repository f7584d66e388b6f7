// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/model/sop.hpp"

#include <string>

namespace tertib {

/// The flow of an Sop as a drawing in Graphviz's DOT language.
///
///     std::string dot = to_dot(sop);   // dot -Tsvg draws it
///
/// Steps are boxes, decisions diamonds, start and end ovals, parallel gateways hexagons; an
/// outcome stands on its flow, a consultation is dashed. A step whose pelaksana is unknown has a
/// dashed border and says so. Each flow carries where it comes from as its class (drawn, stated,
/// documents, order, inferred, user) and its colour: what was only inferred from the order is grey,
/// what a sentence states is blue with the sentence as tooltip.
///
/// Nodes are named by their place (start, end, s1 …, g1 …) and never by words of the document,
/// which appear in quoted labels alone: no text can add to the drawing or have anything fetched.
/// Pure; same Sop, same text; ends in "\n". `language` is that of the few words added.
[[nodiscard]] std::string to_dot(const Sop& sop, Language language = Language::id);

} // namespace tertib
