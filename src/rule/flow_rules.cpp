// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "rule/flow_rules.hpp"

#include "tertib/base/text.hpp"
#include "tertib/graph/analysis.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

// What the flow does: it can be begun, gone through and ended, its loops, and whether it says what
// the sentences say.

namespace tertib::rules {
namespace {

/// Whether the flow is only the order of the rows, in a copy that couldn't show another one.
bool only_assumed(const Sop& sop) {
    const bool read = std::ranges::any_of(
        sop.flow(), [](const Flow& flow) { return flow.provenance >= Provenance::stated; });
    return !read && !shows_arrows(sop);
}

Observation at_node(const StepGraph& graph, NodeIndex node, std::string text) {
    Observation observation{.text = std::move(text),
                            .arguments = {{"step", std::string(graph.name(node))}}};
    if (const Step* step = graph.step(node)) {
        observation.where = place_of(graph.sop(), *step);
        observation.evidence = step->uraian;
    }
    return observation;
}

RuleResult start_to_end(const RuleContext& context) {
    const StepGraph& graph = context.graph.graph;
    if (context.sop.steps().empty()) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    std::set<NodeIndex> first;
    std::vector<std::string> names;
    for (const Arc& arc : graph.digraph().successors(StepGraph::start())) {
        if (first.insert(arc.node).second) {
            names.emplace_back(graph.name(arc.node));
        }
    }
    if (first.empty()) {
        observations.push_back({.text = "FLOW-8/no-start"});
    } else if (first.size() > 1) {
        observations.push_back(
            {.text = "FLOW-8/starts", .arguments = {{"steps", joined(names, ", ")}}});
    }
    for (const NodeIndex node : context.graph.reachability.unreachable) {
        observations.push_back(at_node(graph, node, ""));
    }
    for (const NodeIndex node : context.graph.reachability.without_an_end) {
        observations.push_back(at_node(graph, node, "FLOW-8/no-end"));
    }
    if (observations.empty() && only_assumed(context.sop)) {
        return undecidable();
    }
    return conclude(std::move(observations));
}

RuleResult drawn_end(const RuleContext& context) {
    if (context.sop.steps().empty() || only_assumed(context.sop)) {
        return not_applicable(); // FLOW-8 tells that no arrow is known
    }
    std::vector<Observation> observations;
    observations.reserve(context.graph.implicit_ends.size());
    for (const NodeIndex node : context.graph.implicit_ends) {
        observations.push_back(at_node(context.graph.graph, node, ""));
    }
    return conclude(std::move(observations));
}

/// "start → 1 → 2 [Ya] → 4"
std::string way(const StepGraph& graph, std::span<const Firing> firings) {
    std::vector<std::string> names;
    for (const Firing& firing : firings) {
        names.push_back(label(graph, firing));
    }
    return joined(names, " → ");
}

std::string_view text_for(SoundnessProblem problem) {
    switch (problem) {
    case SoundnessProblem::unsafe: return "FLOW-12/unsafe";
    case SoundnessProblem::deadlock: return "FLOW-12/deadlock";
    case SoundnessProblem::livelock: return "FLOW-12/livelock";
    case SoundnessProblem::dead_step: return "FLOW-12/dead_step";
    case SoundnessProblem::no_steps: break; // not asked here
    }
    return "FLOW-12";
}

RuleResult sound(const RuleContext& context) {
    const Soundness& soundness = context.graph.soundness;
    const StepGraph& graph = context.graph.graph;
    if (context.sop.steps().empty()) {
        return not_applicable();
    }
    if (soundness.verdict == SoundnessVerdict::not_decided) {
        return undecidable({.text = "FLOW-12/budget", .about = About::reading});
    }
    if (soundness.verdict == SoundnessVerdict::sound) {
        return only_assumed(context.sop) ? undecidable() : satisfied();
    }
    const SoundnessProblem problem = soundness.problem.value_or(SoundnessProblem::deadlock);
    const bool unreachable = !context.graph.reachability.unreachable.empty();
    const bool endless = !context.graph.reachability.without_an_end.empty();
    if (graph.digraph().successors(StepGraph::start()).empty() ||
        (problem == SoundnessProblem::dead_step && unreachable) ||
        (problem == SoundnessProblem::livelock && endless)) {
        return not_applicable(); // FLOW-8 tells it: a flow without way in or out isn't run at all
    }
    std::vector<Firing> firings = soundness.witness;
    firings.insert(firings.end(), soundness.continuation.begin(), soundness.continuation.end());
    Observation observation{.text = std::string(text_for(problem)),
                            .arguments = {{"witness", way(graph, firings)}}};
    std::vector<std::string> dead;
    dead.reserve(soundness.dead_steps.size());
    for (const NodeIndex node : soundness.dead_steps) {
        dead.emplace_back(graph.name(node));
    }
    observation.arguments.push_back({"steps", dead.empty() ? "-" : joined(dead, ", ")});
    observation.evidence = observation.arguments.front().value;
    return violated(std::move(observation));
}

RuleResult loops(const RuleContext& context) {
    const StepGraph& graph = context.graph.graph;
    if (context.sop.steps().empty()) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    for (const Loop& loop : context.graph.loops) {
        std::vector<std::string> steps;
        steps.reserve(loop.nodes.size());
        for (const NodeIndex node : loop.nodes) {
            steps.emplace_back(graph.name(node));
        }
        std::vector<std::string> back;
        std::string evidence;
        for (const EdgeIndex edge : loop.back) {
            const Flow& flow = graph.flow(edge);
            back.push_back(flow.from + " → " + flow.to +
                           (flow.outcome ? " [" + *flow.outcome + "]" : ""));
            evidence = evidence.empty() ? flow.evidence : evidence;
        }
        Observation observation{
            .arguments = {{"steps", joined(steps, ", ")}, {"back", joined(back, ", ")}},
            .evidence = std::move(evidence)};
        if (const Step* step = graph.step(loop.entries.empty() ? loop.nodes[0] : loop.entries[0])) {
            observation.where = place_of(context.sop, *step);
        }
        observations.push_back(std::move(observation));
    }
    if (observations.empty() && only_assumed(context.sop)) {
        return undecidable();
    }
    return conclude(std::move(observations));
}

/// A sentence of the document that names where the work goes on.
struct Target {
    std::size_t from = 0;
    std::string to; ///< as named, a key if it is one
    std::string sentence;
};

bool names_row(std::string_view word) {
    constexpr std::array<std::string_view, 12> nouns{"langkah", "tahap",    "tahapan",   "nomor",
                                                     "no",      "proses",   "butir",     "poin",
                                                     "point",   "kegiatan", "aktivitas", "angka"};
    return std::ranges::find(nouns, word) != nouns.end();
}

bool is_number(std::string_view word) {
    return !word.empty() && word.size() <= 4 &&
           std::ranges::all_of(word, [](char c) { return c >= '0' && c <= '9'; });
}

/// "… ke langkah 3", "… ke proses awal" in one cell.
void find_targets(const Sop& sop, std::size_t from, const std::string& text,
                  std::vector<Target>& found) {
    const std::vector<std::string> all = words(text);
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
        if (all[i] != "ke" || !names_row(all[i + 1])) {
            continue;
        }
        if (is_number(all[i + 2])) {
            found.push_back({from, all[i + 2], text});
        } else if (all[i + 2] == "awal" || all[i + 2] == "pertama") {
            found.push_back({from, sop.steps().front().key, text});
        }
    }
}

std::vector<Target> stated_targets(const RuleContext& context) {
    const Sop& sop = context.sop;
    const StepGraph& graph = context.graph.graph;
    std::vector<Target> found;
    for (std::size_t i = 0; i < sop.steps().size(); ++i) {
        find_targets(sop, i, sop.steps()[i].keterangan, found);
        find_targets(sop, i, sop.steps()[i].uraian, found);
    }
    for (const Flow& flow : sop.flow()) {
        const std::optional<NodeIndex> from = graph.find(flow.from);
        const std::optional<std::size_t> step = from ? graph.step_index(*from) : std::nullopt;
        if (flow.provenance == Provenance::stated && step) {
            found.push_back({*step, flow.to, flow.evidence});
        }
    }
    return found;
}

/// Whether an arrow, through gateways or not, is drawn from the step to the target.
bool is_drawn(const StepGraph& graph, std::size_t from, NodeIndex to) {
    for (const Arc& arc : graph.digraph().successors(StepGraph::step_node(from))) {
        const bool sure = graph.flow(arc.edge).provenance >= Provenance::drawn;
        if (sure && arc.node == to) {
            return true;
        }
        if (graph.kind(arc.node) == NodeKind::gateway) {
            for (const Arc& behind : graph.digraph().successors(arc.node)) {
                if (behind.node == to) {
                    return true;
                }
            }
        }
    }
    return false;
}

RuleResult says_what_is_drawn(const RuleContext& context) {
    const Sop& sop = context.sop;
    if (!has_sure_flow(sop)) {
        return not_applicable();
    }
    const std::vector<Target> targets = stated_targets(context);
    if (targets.empty()) {
        return not_applicable();
    }
    std::vector<Observation> observations;
    std::set<std::pair<std::size_t, std::string>> told;
    for (const Target& target : targets) {
        const std::optional<NodeIndex> node = context.graph.graph.find(target.to);
        if (node && is_drawn(context.graph.graph, target.from, *node)) {
            continue;
        }
        if (!told.insert({target.from, target.to}).second) {
            continue;
        }
        const Step& step = sop.steps()[target.from];
        observations.push_back({.text = node ? "" : "FLOW-14/unknown",
                                .where = place_of(sop, step),
                                .arguments = {{"step", step.key}, {"target", target.to}},
                                .evidence = target.sentence});
    }
    return conclude(std::move(observations));
}

} // namespace

std::span<const BuiltinRule> flow_rules() {
    static constexpr std::array table{BuiltinRule{"FLOW-8", start_to_end},
                                      BuiltinRule{"FLOW-8i", drawn_end},
                                      BuiltinRule{"FLOW-12", sound}, BuiltinRule{"FLOW-13", loops},
                                      BuiltinRule{"FLOW-14", says_what_is_drawn}};
    return table;
}

} // namespace tertib::rules
