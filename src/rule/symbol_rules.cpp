// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/symbol_rules.hpp"

#include "tertib/base/text.hpp"
#include "tertib/graph/analysis.hpp"

#include <algorithm>
#include <array>
#include <set>

// What is drawn: a flowchart of five symbols, each for its own meaning, downwards, with named
// exits (Lampiran BAB II B.2). A copy without shapes or arrows can't tell.

namespace tertib::rules {
namespace {

RuleResult flowchart(const RuleContext& context) {
    const Sop& sop = context.sop;
    if (sop.steps().empty()) {
        return not_applicable();
    }
    const bool drawn = std::ranges::any_of(
        sop.flow(), [](const Flow& flow) { return flow.provenance == Provenance::drawn; });
    if (drawn) {
        return satisfied();
    }
    return shows_arrows(sop) ? violated() : undecidable();
}

bool has(const Step& step, Symbol symbol) {
    return std::ranges::find(step.marks, symbol, &Mark::symbol) != step.marks.end();
}

RuleResult five_symbols(const RuleContext& context) {
    const Sop& sop = context.sop;
    if (sop.steps().empty()) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    std::vector<std::string> shapeless;
    for (const Step& step : sop.steps()) {
        if (has(step, Symbol::other)) {
            observations.push_back({.where = place_of(sop, step),
                                    .arguments = {{"step", step.key}},
                                    .evidence = step.uraian});
        }
        if (has(step, Symbol::unspecified)) {
            shapeless.push_back(step.key);
        }
    }
    if (const std::optional<Layout>& layout = sop.layout()) {
        for (const UnknownSymbol& unknown : layout->unknown_symbols) {
            observations.push_back({.text = "FLOW-2/4/unknown",
                                    .where = unknown.where,
                                    .arguments = {{"symbol", squeeze(unknown.text)}},
                                    .evidence = unknown.text});
        }
    }
    if (!shows_shapes(sop)) {
        observations.push_back({.verdict = Verdict::undecidable});
    } else if (!shapeless.empty()) {
        observations.push_back({.verdict = Verdict::undecidable,
                                .text = "FLOW-2/4/shapeless",
                                .arguments = {{"steps", joined(shapeless, ", ")}}});
    }
    return conclude(std::move(observations));
}

/// The named exits of a step: of its flows, and those that have no target.
std::set<std::string> exits_of(const StepGraph& graph, std::size_t index) {
    std::set<std::string> exits;
    for (const std::string& outcome : graph.sop().steps()[index].outcomes) {
        exits.insert(fold(outcome));
    }
    for (const Arc& arc : graph.digraph().successors(StepGraph::step_node(index))) {
        if (const std::optional<std::string>& outcome = graph.flow(arc.edge).outcome) {
            exits.insert(fold(*outcome));
        }
    }
    return exits;
}

bool is_decision(const StepGraph& graph, std::size_t index) {
    return graph.sop().steps()[index].kind == StepKind::decision || !exits_of(graph, index).empty();
}

/// FLOW-3 of one step, where its symbols don't say what it is.
void compare_symbol(const StepGraph& graph, std::size_t index, std::vector<Observation>& found) {
    const Step& step = graph.sop().steps()[index];
    if (step.marks.empty()) {
        return; // TAB-6 tells it
    }
    Observation observation{.where = place_of(graph.sop(), step),
                            .arguments = {{"step", step.key}},
                            .evidence = step.uraian};
    const bool drawn_decision = has(step, Symbol::decision);
    const bool decides = is_decision(graph, index);
    if (drawn_decision && !decides) {
        observation.text = "FLOW-3/activity";
        found.push_back(std::move(observation));
        return;
    }
    if (drawn_decision) {
        return;
    }
    const std::vector<std::string> first = words(step.uraian);
    const bool says_so = !first.empty() && first.front() == "memutuskan";
    if (!decides && !says_so) {
        return;
    }
    if (has(step, Symbol::unspecified)) {
        observation.verdict = Verdict::undecidable;
    } else if (!decides) {
        observation.text = "FLOW-3/words";
        observation.at_most = Severity::warning;
    }
    found.push_back(std::move(observation));
}

RuleResult own_meaning(const RuleContext& context) {
    const Sop& sop = context.sop;
    if (sop.steps().empty()) {
        return not_applicable();
    }
    if (!shows_shapes(sop)) {
        return undecidable();
    }
    std::vector<Observation> observations;
    for (std::size_t i = 0; i < sop.steps().size(); ++i) {
        compare_symbol(context.graph.graph, i, observations);
    }
    return conclude(std::move(observations));
}

RuleResult downwards(const RuleContext& context) {
    const Sop& sop = context.sop;
    const StepGraph& graph = context.graph.graph;
    if (sop.steps().empty()) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    for (std::size_t i = 0; i < graph.edge_count(); ++i) {
        const Flow& flow = graph.flow(edge_at(i));
        const Edge& edge = graph.digraph().edge(edge_at(i));
        const std::optional<std::size_t> from = graph.step_index(edge.from);
        const std::optional<std::size_t> to = graph.step_index(edge.to);
        // The exit of a decision that sends work back has to go up; FLOW-13 tells of the loop.
        const bool upwards = from && to && *to < *from && !flow.outcome;
        if (upwards && flow.provenance == Provenance::drawn) {
            observations.push_back({.where = place_of(sop, sop.steps()[*from]),
                                    .arguments = {{"from", flow.from}, {"to", flow.to}}});
        }
    }
    if (const std::optional<Layout>& layout = sop.layout()) {
        for (const Place& lone : layout->lone_connectors) {
            observations.push_back({.text = "FLOW-5/connector", .where = lone});
        }
    }
    if (!shows_arrows(sop)) {
        observations.push_back({.verdict = Verdict::undecidable});
    }
    return conclude(std::move(observations));
}

RuleResult named_exits(const RuleContext& context) {
    const Sop& sop = context.sop;
    const StepGraph& graph = context.graph.graph;
    std::vector<Observation> observations;
    bool any = false;
    for (std::size_t i = 0; i < sop.steps().size(); ++i) {
        if (!is_decision(graph, i)) {
            continue;
        }
        any = true;
        const std::set<std::string> exits = exits_of(graph, i);
        if (exits.size() >= 2) {
            continue;
        }
        const auto arcs = graph.digraph().successors(StepGraph::step_node(i));
        const bool drawn = std::ranges::any_of(arcs, [&](const Arc& arc) {
            return graph.flow(arc.edge).provenance >= Provenance::drawn;
        });
        const Step& step = sop.steps()[i];
        const std::vector<std::string> names(exits.begin(), exits.end());
        observations.push_back(
            {.verdict = drawn || shows_arrows(sop) ? Verdict::violated : Verdict::undecidable,
             .where = place_of(sop, step),
             .arguments = {{"step", step.key},
                           {"count", std::to_string(exits.size())},
                           {"exits", names.empty() ? "-" : joined(names, ", ")}},
             .evidence = step.uraian});
    }
    return any ? conclude(std::move(observations)) : not_applicable();
}

RuleResult one_symbol(const RuleContext& context) {
    const Sop& sop = context.sop;
    if (sop.steps().empty()) {
        return not_applicable();
    }
    if (!shows_shapes(sop)) {
        return undecidable();
    }
    std::vector<Observation> observations;
    for (const Step& step : sop.steps()) {
        const auto main = std::ranges::count_if(
            step.marks, [](const Mark& mark) { return mark.symbol != Symbol::connector; });
        if (main > 1) {
            observations.push_back(
                {.where = place_of(sop, step),
                 .arguments = {{"step", step.key}, {"count", std::to_string(main)}},
                 .evidence = step.uraian});
        }
    }
    return conclude(std::move(observations));
}

} // namespace

std::span<const BuiltinRule> symbol_rules() {
    static constexpr std::array table{
        BuiltinRule{"FLOW-1", flowchart},   BuiltinRule{"FLOW-2/4", five_symbols},
        BuiltinRule{"FLOW-3", own_meaning}, BuiltinRule{"FLOW-5", downwards},
        BuiltinRule{"FLOW-7", named_exits}, BuiltinRule{"FLOW-9", one_symbol}};
    return table;
}

} // namespace tertib::rules
