// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/model/sop.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

enum class Shape : std::uint8_t { terminator, process, decision, gateway };

/// A node as it is drawn. The name is safe in every language (start, end, s1 …, g1 …).
struct DrawnNode {
    std::string name;
    Shape shape = Shape::process;
    std::vector<std::string> lines; ///< of the label, clean of control characters
    bool unknown_pelaksana = false;
};

/// An arrow as it is drawn, by the names of its nodes.
struct DrawnArrow {
    std::string from;
    std::string to;
    std::string outcome; ///< "" if none
    bool consultation = false;
    Provenance provenance = Provenance::order;
    std::string evidence;
};

/// What every drawing of an Sop's flow shows, whatever the language it is written in. Hand-overs
/// inside one row are not drawn: the step's label names its pelaksana.
struct Drawing {
    std::string title;
    std::vector<DrawnNode> nodes;
    std::vector<DrawnArrow> flows;
};

[[nodiscard]] Drawing make_drawing(const Sop& sop, Language language);

/// The colour of a flow by where it comes from, as #rrggbb.
[[nodiscard]] std::string_view colour_of(Provenance provenance) noexcept;

} // namespace tertib
