// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/dot.hpp"

#include "write/drawing.hpp"

#include <string_view>

namespace tertib {
namespace {

/// The text inside a quoted string of DOT: quotes and backslashes (\N, \L … are escapes there)
/// are doubled up, and & is an entity because Graphviz resolves entities in labels.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '&': out += "&amp;"; break;
        default: out += c;
        }
    }
    return out;
}

std::string quoted(std::string_view text) {
    return "\"" + escaped(text) + "\"";
}

std::string_view shape_of(Shape shape) {
    switch (shape) {
    case Shape::terminator: return "oval";
    case Shape::process: return "box";
    case Shape::decision: return "diamond";
    case Shape::gateway: return "hexagon";
    }
    return "box";
}

std::string node_line(const DrawnNode& node) {
    std::string label;
    for (const std::string& line : node.lines) {
        label += label.empty() ? "" : "\\n";
        label += escaped(line);
    }
    std::string out = "  " + quoted(node.name) + " [shape=";
    out += shape_of(node.shape);
    out += ", label=\"" + label + "\"";
    if (node.unknown_pelaksana) {
        out += ", style=dashed, class=\"pelaksana-unknown\"";
    }
    return out + "];\n";
}

std::string flow_line(const DrawnArrow& flow) {
    std::string out = "  " + quoted(flow.from) + " -> " + quoted(flow.to) + " [class=\"";
    out += name(flow.provenance);
    out += flow.consultation ? " consultation\"" : "\"";
    out += ", color=\"" + std::string(colour_of(flow.provenance)) + "\"";
    if (!flow.outcome.empty()) {
        out += ", label=" + quoted(flow.outcome);
    }
    if (!flow.evidence.empty()) {
        out += ", tooltip=" + quoted(flow.evidence);
    }
    if (flow.consultation) {
        out += ", style=dashed, constraint=false";
    }
    return out + "];\n";
}

} // namespace

std::string to_dot(const Sop& sop, Language language) {
    const Drawing drawing = make_drawing(sop, language);
    std::string out = "digraph sop {\n";
    if (!drawing.title.empty()) {
        out += "  label=" + quoted(drawing.title) + ";\n  labelloc=t;\n";
    }
    out += "  rankdir=TB;\n  node [fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];\n";
    for (const DrawnNode& node : drawing.nodes) {
        out += node_line(node);
    }
    for (const DrawnArrow& flow : drawing.flows) {
        out += flow_line(flow);
    }
    return out + "}\n";
}

} // namespace tertib
