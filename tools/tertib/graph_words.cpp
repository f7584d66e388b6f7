// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "graph_words.hpp"

#include "sop_words.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tertib::tool {
namespace {

std::string provenance_words(const Page& page, Provenance provenance) {
    switch (provenance) {
    case Provenance::inferred: return page.text("UI-PROVENANCE-INFERRED");
    case Provenance::order: return page.text("UI-PROVENANCE-ORDER");
    case Provenance::documents: return page.text("UI-PROVENANCE-DOCUMENTS");
    case Provenance::stated: return page.text("UI-PROVENANCE-STATED");
    case Provenance::drawn: return page.text("UI-PROVENANCE-DRAWN");
    case Provenance::user: return page.text("UI-PROVENANCE-USER");
    }
    return {};
}

std::string change_words(const Page& page, Change change) {
    switch (change) {
    case Change::none: return {};
    case Change::certain: return page.text("UI-CHANGE-CERTAIN");
    case Change::possible: return page.text("UI-CHANGE-POSSIBLE");
    case Change::unknown: return page.text("UI-CHANGE-UNKNOWN");
    }
    return {};
}

/// A node as people know it: its key, with Mulai and Selesai in words.
std::string node_words(const Page& page, std::string_view name) {
    if (name == start_node) {
        return page.text("UI-NODE-START");
    }
    return name == end_node ? page.text("UI-NODE-END") : std::string(name);
}

std::string node_list(const Page& page, const StepGraph& graph, std::span<const NodeIndex> nodes) {
    std::vector<std::string> names;
    for (const NodeIndex node : nodes) {
        names.push_back(node_words(page, graph.name(node)));
    }
    return names.empty() ? "-" : joined(names, ", ");
}

std::string flow_list(const Page& page, const StepGraph& graph, std::span<const EdgeIndex> edges) {
    std::vector<std::string> ways;
    for (const EdgeIndex edge : edges) {
        const Flow& flow = graph.flow(edge);
        std::string way = node_words(page, flow.from) + " → " + node_words(page, flow.to);
        way += flow.outcome ? " [" + *flow.outcome + "]" : "";
        ways.push_back(std::move(way));
    }
    return ways.empty() ? "-" : joined(ways, ", ");
}

std::string hands(const Page& page, const Sop& sop, std::span<const PelaksanaIndex> pelaksana) {
    std::vector<std::string> names;
    for (const PelaksanaIndex index : pelaksana) {
        names.push_back(sop.pelaksana_name(index));
    }
    return names.empty() ? page.text("UI-UNKNOWN") : joined(names, ", ");
}

std::string key_at(const Sop& sop, std::size_t step) {
    return sop.steps()[step].key;
}

std::string way_words(const Page& page, const StepGraph& graph, std::span<const Firing> firings) {
    std::vector<std::string> names;
    for (const Firing& firing : firings) {
        const NodeKind kind = graph.kind(firing.node);
        names.push_back(kind == NodeKind::start || kind == NodeKind::end
                            ? node_words(page, graph.name(firing.node))
                            : label(graph, firing));
    }
    return joined(names, " → ");
}

void add_document_list(Page& page, std::string_view code, const Sop& sop,
                       std::span<const DocumentAt> documents) {
    if (documents.empty()) {
        return;
    }
    page.paragraph(page.text(code), 2);
    TextTable table;
    for (const DocumentAt& each : documents) {
        table.rows.push_back({key_at(sop, each.step), each.text});
    }
    page.table(std::move(table), 4);
}

} // namespace

void add_levels(Page& page, const GraphFacts& facts) {
    const StepGraph& graph = facts.graph;
    std::vector<NodeIndex> nodes;
    nodes.reserve(graph.node_count());
    for (std::size_t i = 0; i < graph.node_count(); ++i) {
        nodes.push_back(node_at(i));
    }
    std::ranges::stable_sort(nodes, {},
                             [&](NodeIndex node) { return facts.order.level[position(node)]; });
    TextTable table{.header = {page.text("UI-COLUMN-LEVEL"), page.text("UI-COLUMN-STEP"),
                               page.text("UI-COLUMN-URAIAN"), page.text("UI-PELAKSANA")},
                    .rows = {}};
    for (const NodeIndex node : nodes) {
        const std::string level = std::to_string(facts.order.level[position(node)]);
        if (const Step* step = graph.step(node)) {
            table.rows.push_back(
                {level, step->key, step->uraian, pelaksana_words(page, graph.sop(), *step)});
        } else if (graph.kind(node) == NodeKind::gateway) {
            table.rows.push_back(
                {level, std::string(graph.name(node)), page.text("UI-NODE-GATEWAY"), ""});
        } else {
            table.rows.push_back({level, node_words(page, graph.name(node)), "", ""});
        }
    }
    page.heading(page.text("UI-GRAPH-LEVELS"));
    page.table(std::move(table), 2);
    if (!facts.reachability.unreachable.empty()) {
        page.paragraph(
            page.text("UI-GRAPH-UNREACHABLE",
                      {{"steps", node_list(page, graph, facts.reachability.unreachable)}}),
            2, Tone::attention);
    }
    if (!facts.reachability.without_an_end.empty()) {
        page.paragraph(
            page.text("UI-GRAPH-ENDLESS",
                      {{"steps", node_list(page, graph, facts.reachability.without_an_end)}}),
            2, Tone::attention);
    }
}

void add_flows(Page& page, const GraphFacts& facts) {
    const Sop& sop = facts.graph.sop();
    TextTable table{.header = {page.text("UI-COLUMN-FROM"), page.text("UI-COLUMN-TO"),
                               page.text("UI-COLUMN-OUTCOME"), page.text("UI-COLUMN-PROVENANCE"),
                               page.text("UI-COLUMN-EVIDENCE")},
                    .rows = {}};
    for (const Flow& flow : sop.flow()) {
        std::string source = provenance_words(page, flow.provenance);
        if (flow.kind == FlowKind::consultation) {
            source += ", " + page.text("UI-CONSULTATION");
        }
        table.rows.push_back({node_words(page, flow.from), node_words(page, flow.to),
                              flow.outcome.value_or(""), std::move(source), flow.evidence});
    }
    page.heading(page.text("UI-GRAPH-FLOWS", {{"count", std::to_string(sop.flow().size())}}));
    const bool assumed = std::ranges::all_of(
        sop.flow(), [](const Flow& flow) { return flow.provenance < Provenance::stated; });
    if (assumed) {
        page.paragraph(page.text("UI-GRAPH-ASSUMED"), 2, Tone::attention);
    }
    page.table(std::move(table), 2);
}

void add_loops(Page& page, const GraphFacts& facts) {
    page.heading(page.text("UI-GRAPH-LOOPS", {{"count", std::to_string(facts.loops.size())}}));
    for (const Loop& loop : facts.loops) {
        page.paragraph(
            page.text("UI-GRAPH-LOOP", {{"steps", node_list(page, facts.graph, loop.nodes)},
                                        {"back", flow_list(page, facts.graph, loop.back)},
                                        {"entries", node_list(page, facts.graph, loop.entries)},
                                        {"exits", flow_list(page, facts.graph, loop.exits)}}),
            2);
    }
    if (facts.loops.empty()) {
        page.paragraph(page.text("UI-GRAPH-NO-LOOP"), 2);
    }
}

void add_documents(Page& page, const GraphFacts& facts) {
    const Sop& sop = facts.graph.sop();
    const Documents& documents = facts.documents;
    TextTable table{.header = {page.text("UI-COLUMN-MADE-BY"), page.text("UI-COLUMN-TAKEN-BY"),
                               page.text("UI-COLUMN-DOCUMENT"), page.text("UI-COLUMN-SIMILARITY")},
                    .rows = {}};
    for (const DocumentLink& link : documents.links) {
        const std::string text =
            link.produk == link.kelengkapan ? link.produk : link.produk + "\n→ " + link.kelengkapan;
        table.rows.push_back({key_at(sop, link.from), key_at(sop, link.to), text,
                              std::to_string(std::lround(link.similarity * 100)) + "%"});
    }
    page.heading(
        page.text("UI-GRAPH-DOCUMENTS", {{"count", std::to_string(documents.links.size())}}));
    if (!documents.links.empty()) {
        page.table(std::move(table), 2);
    }
    add_document_list(page, "UI-GRAPH-FROM-OUTSIDE", sop, documents.from_outside);
    add_document_list(page, "UI-GRAPH-LEAVING", sop, documents.leaving);
}

void add_handovers(Page& page, const GraphFacts& facts) {
    const Sop& sop = facts.graph.sop();
    const Handovers& all = facts.handovers;
    page.heading(page.text("UI-GRAPH-HANDOVERS"));
    page.paragraph(
        page.text("UI-GRAPH-HANDOVER-COUNTS", {{"certain", std::to_string(all.certain)},
                                               {"possible", std::to_string(all.possible)},
                                               {"unknown", std::to_string(all.unknown)},
                                               {"unchanged", std::to_string(all.unchanged)}}),
        2);
    TextTable table;
    for (const Handover& each : all.between) {
        table.rows.push_back({hands(page, sop, each.from), "→ " + hands(page, sop, each.to),
                              change_words(page, each.change),
                              flow_list(page, facts.graph, each.flows)});
    }
    for (const RowHandover& each : all.in_row) {
        table.rows.push_back({sop.pelaksana_name(each.from), "→ " + sop.pelaksana_name(each.to),
                              page.text("UI-CHANGE-IN-ROW"),
                              std::string(facts.graph.name(each.step))});
    }
    page.table(std::move(table), 2);
    if (!all.complete) {
        page.paragraph(page.text("UI-GRAPH-HANDOVERS-CUT"), 2, Tone::attention);
    }
}

void add_soundness(Page& page, const GraphFacts& facts) {
    const Soundness& soundness = facts.soundness;
    page.heading(page.text("UI-GRAPH-SOUNDNESS"));
    switch (soundness.verdict) {
    case SoundnessVerdict::sound: page.paragraph(page.text("UI-SOUND"), 2, Tone::good); return;
    case SoundnessVerdict::not_decided:
        page.paragraph(
            page.text("UI-SOUND-NOT-DECIDED", {{"states", std::to_string(soundness.states)}}), 2,
            Tone::attention);
        return;
    case SoundnessVerdict::unsound: break;
    }
    const SoundnessProblem problem = soundness.problem.value_or(SoundnessProblem::deadlock);
    const auto words = [&]() -> std::string {
        const std::string dead = node_list(page, facts.graph, soundness.dead_steps);
        switch (problem) {
        case SoundnessProblem::no_steps: return page.text("UI-UNSOUND-NO-STEPS");
        case SoundnessProblem::unsafe: return page.text("UI-UNSOUND-UNSAFE");
        case SoundnessProblem::deadlock: return page.text("UI-UNSOUND-DEADLOCK");
        case SoundnessProblem::livelock: return page.text("UI-UNSOUND-LIVELOCK");
        case SoundnessProblem::dead_step:
            return page.text("UI-UNSOUND-DEAD-STEP", {{"steps", dead}});
        }
        return {};
    };
    page.paragraph(words(), 2, Tone::attention);
    if (!soundness.witness.empty()) {
        const std::string way = way_words(page, facts.graph, soundness.witness);
        page.paragraph(page.text("UI-UNSOUND-WITNESS", {{"way", way}}), 2);
        page.paragraph(page.text("UI-UNSOUND-MARKING",
                                 {{"flows", flow_list(page, facts.graph, soundness.marking)}}),
                       2);
    }
    if (!soundness.continuation.empty()) {
        const std::string way = way_words(page, facts.graph, soundness.continuation);
        page.paragraph(
            page.text(
                "UI-UNSOUND-CONTINUATION",
                {{"way", way}, {"flows", flow_list(page, facts.graph, soundness.stuck_marking)}}),
            2);
    }
}

} // namespace tertib::tool
