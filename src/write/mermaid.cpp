// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/mermaid.hpp"

#include "write/drawing.hpp"

#include <array>
#include <string_view>
#include <vector>

namespace tertib {
namespace {

/// The text inside a quoted label. Besides quotes and HTML's own characters these mean something
/// to Mermaid: # begins an entity, ` Markdown, %% a comment or directive, : and ; end a style.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
        case '"': out += "#quot;"; break;
        case '#': out += "#35;"; break;
        case '&': out += "#amp;"; break;
        case '<': out += "#lt;"; break;
        case '>': out += "#gt;"; break;
        case '`': out += "#96;"; break;
        case '%': out += "#37;"; break;
        case ':': out += "#58;"; break;
        case ';': out += "#59;"; break;
        case '\\': out += "#92;"; break;
        default: out += c;
        }
    }
    return out;
}

/// "end" is a keyword of Mermaid.
std::string id_of(std::string_view name) {
    return name == "end" ? "finish" : std::string(name);
}

std::string node_line(const DrawnNode& node) {
    std::string label;
    for (const std::string& line : node.lines) {
        label += label.empty() ? "" : "<br/>";
        label += escaped(line);
    }
    const std::string quoted = "\"" + label + "\"";
    const auto shaped = [&]() -> std::string {
        switch (node.shape) {
        case Shape::terminator: return "([" + quoted + "])";
        case Shape::process: return "[" + quoted + "]";
        case Shape::decision: return "{" + quoted + "}";
        case Shape::gateway: return "{{" + quoted + "}}";
        }
        return "[" + quoted + "]";
    };
    return "  " + id_of(node.name) + shaped() + (node.unknown_pelaksana ? ":::unknown" : "") + "\n";
}

std::string flow_line(const DrawnArrow& flow) {
    std::string out = "  " + id_of(flow.from) + (flow.consultation ? " -.->" : " -->");
    if (!flow.outcome.empty()) {
        out += "|\"" + escaped(flow.outcome) + "\"|";
    }
    return out + " " + id_of(flow.to) + "\n";
}

/// For each source of flows: a comment and the style of its arrows, by their numbers.
std::string styles(const Drawing& drawing) {
    constexpr std::array<Provenance, 6> all = {Provenance::inferred,  Provenance::order,
                                               Provenance::documents, Provenance::stated,
                                               Provenance::drawn,     Provenance::user};
    std::string out;
    for (const Provenance provenance : all) {
        std::string numbers;
        for (std::size_t i = 0; i < drawing.flows.size(); ++i) {
            if (drawing.flows[i].provenance == provenance) {
                numbers += numbers.empty() ? "" : ",";
                numbers += std::to_string(i);
            }
        }
        if (!numbers.empty()) {
            out += "  %% provenance " + std::string(name(provenance)) + "\n  linkStyle " + numbers +
                   " stroke:" + std::string(colour_of(provenance)) + "\n";
        }
    }
    return out;
}

} // namespace

std::string to_mermaid(const Sop& sop, Language language) {
    const Drawing drawing = make_drawing(sop, language);
    std::string out = "flowchart TD\n";
    if (!drawing.title.empty()) {
        out += "  %% " + escaped(drawing.title) + "\n";
    }
    bool unknown = false;
    for (const DrawnNode& node : drawing.nodes) {
        out += node_line(node);
        unknown = unknown || node.unknown_pelaksana;
    }
    for (const DrawnArrow& flow : drawing.flows) {
        out += flow_line(flow);
    }
    if (unknown) {
        out += "  classDef unknown stroke-dasharray:4\n";
    }
    return out + styles(drawing);
}

} // namespace tertib
