// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/drawing.hpp"

#include "write/plain_text.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace tertib {
namespace {

std::string names_of_pelaksana(const Sop& sop, const Step& step) {
    std::vector<PelaksanaIndex> seen;
    std::string names;
    for (const Mark& mark : step.marks) {
        if (std::ranges::find(seen, mark.pelaksana) != seen.end()) {
            continue;
        }
        seen.push_back(mark.pelaksana);
        names += names.empty() ? "" : ", ";
        names += plain_line(sop.pelaksana_name(mark.pelaksana));
    }
    return names;
}

DrawnNode drawn_step(const Sop& sop, const Step& step, std::size_t place, Language language) {
    DrawnNode node{.name = "s" + std::to_string(place + 1)};
    node.shape = step.kind == StepKind::decision ? Shape::decision : Shape::process;
    const std::string uraian = plain_line(step.uraian);
    node.lines.push_back(plain_line(step.key) + (uraian.empty() ? "" : ". " + uraian));
    std::string names = names_of_pelaksana(sop, step);
    node.unknown_pelaksana = names.empty();
    node.lines.push_back(node.unknown_pelaksana ? text_of("UI-PELAKSANA-UNKNOWN", language)
                                                : std::move(names));
    if (step.optional) {
        node.lines.push_back(text_of("UI-OPTIONAL", language));
    }
    return node;
}

class Drawer {
public:
    Drawer(const Sop& sop, Language language) : sop_(sop), language_(language) {}

    Drawing draw() {
        drawing_.title = plain_line(sop_.identity().nama);
        add(std::string(start_node), {.name = "start",
                                      .shape = Shape::terminator,
                                      .lines = {text_of("UI-NODE-START", language_)}});
        for (std::size_t i = 0; i < sop_.steps().size(); ++i) {
            add(sop_.steps()[i].key, drawn_step(sop_, sop_.steps()[i], i, language_));
        }
        for (const Gateway& gateway : sop_.gateways()) {
            add(gateway.key, {.name = "g" + std::to_string(++gateways_),
                              .shape = Shape::gateway,
                              .lines = {text_of("UI-NODE-GATEWAY", language_)}});
        }
        add(std::string(end_node), {.name = "end",
                                    .shape = Shape::terminator,
                                    .lines = {text_of("UI-NODE-END", language_)}});
        for (const Flow& flow : sop_.flow()) {
            add(flow);
        }
        return std::move(drawing_);
    }

private:
    void add(std::string key, DrawnNode node) {
        names_.emplace(std::move(key), node.name);
        drawing_.nodes.push_back(std::move(node));
    }

    void add(const Flow& flow) {
        const bool in_row = flow.from == flow.to && !flow.outcome && flow.from_pelaksana &&
                            flow.to_pelaksana && flow.from_pelaksana != flow.to_pelaksana;
        if (in_row) {
            return;
        }
        drawing_.flows.push_back(
            {.from = names_.find(flow.from)->second,
             .to = names_.find(flow.to)->second,
             .outcome = flow.outcome ? plain_line(*flow.outcome) : std::string(),
             .consultation = flow.kind == FlowKind::consultation,
             .provenance = flow.provenance,
             .evidence = plain_line(flow.evidence)});
    }

    const Sop& sop_;
    Language language_;
    Drawing drawing_;
    std::map<std::string, std::string, std::less<>> names_; ///< by the node's key
    std::size_t gateways_ = 0;
};

} // namespace

Drawing make_drawing(const Sop& sop, Language language) {
    return Drawer(sop, language).draw();
}

std::string_view colour_of(Provenance provenance) noexcept {
    switch (provenance) {
    case Provenance::inferred: return "#a0a0a0";
    case Provenance::order: return "#808080";
    case Provenance::documents: return "#2e7d32";
    case Provenance::stated: return "#1565c0";
    case Provenance::drawn: return "#000000";
    case Provenance::user: return "#6a1b9a";
    }
    return "#000000";
}

} // namespace tertib
