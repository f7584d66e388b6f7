// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/ready_sop.hpp"

#include "run/sop_remedy.hpp"
#include "tertib/base/text.hpp"
#include "tertib/graph/documents.hpp"
#include "tertib/graph/net.hpp"
#include "tertib/graph/reach.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tertib {

namespace {

void add(std::string& list, std::string_view item) {
    list += list.empty() ? "" : ", ";
    list += item;
}

/// The way to where nothing can go on; to where the end is out of reach if it goes on for ever.
[[nodiscard]] std::string way(const StepGraph& graph, const Soundness& soundness) {
    std::vector<Firing> firings = soundness.witness;
    firings.insert(firings.end(), soundness.continuation.begin(), soundness.continuation.end());
    std::string text;
    for (const Firing& firing : firings) {
        text += text.empty() ? "" : " → ";
        text += label(graph, firing);
    }
    return text.empty() ? std::string(start_node) : text;
}

[[nodiscard]] std::string_view code_of(SoundnessProblem problem) {
    switch (problem) {
    case SoundnessProblem::no_steps: return "SOP-UNSOUND-NO-STEPS";
    case SoundnessProblem::unsafe: return "SOP-UNSOUND-UNSAFE";
    case SoundnessProblem::deadlock: return "SOP-UNSOUND-DEADLOCK";
    case SoundnessProblem::livelock: return "SOP-UNSOUND-LIVELOCK";
    case SoundnessProblem::dead_step: return "SOP-UNSOUND-DEAD-STEP";
    }
    return {};
}

[[nodiscard]] std::optional<Finding> judge_flow(const StepGraph& graph,
                                                const SoundnessOptions& budget) {
    const Soundness soundness = check_soundness(graph, budget);
    switch (soundness.verdict) {
    case SoundnessVerdict::sound: return std::nullopt;
    case SoundnessVerdict::not_decided:
        return make_finding("SOP-NOT-DECIDED", {}, {{"states", std::to_string(soundness.states)}});
    case SoundnessVerdict::unsound: break;
    }
    std::string steps;
    for (const NodeIndex node : soundness.dead_steps) {
        add(steps, graph.name(node));
    }
    return make_finding(code_of(soundness.problem.value_or(SoundnessProblem::no_steps)), {},
                        {{"witness", way(graph, soundness)}, {"steps", steps}});
}

[[nodiscard]] std::optional<Finding> judge_choices(const StepGraph& graph) {
    const std::string choices = ambiguous_choices(graph);
    return choices.empty()
               ? std::nullopt
               : std::optional(make_finding("SOP-AMBIGUOUS", {}, {{"choices", choices}}));
}

[[nodiscard]] std::string words_of(const Overlay& overlay) {
    std::string words;
    for (const OverlayFlow& flow : overlay.flow) {
        add(words, flow.from + " → " + flow.to + (flow.outcome ? " [" + *flow.outcome + "]" : ""));
    }
    for (const auto& [step, pelaksana] : overlay.assign) {
        add(words, "assign " + step);
    }
    return words;
}

/// The steps whose pelaksana a person has to name, and the flow if that can be mended.
void add_remedy(const ReadySop& sop, ReadySopResult& result) {
    const auto is = [&](std::string_view code) {
        return std::ranges::any_of(result.refusals,
                                   [&](const Finding& each) { return each.code == code; });
    };
    const bool nameless = is("PELAKSANA-UNKNOWN");
    const bool flow = result.refusals.size() > (nameless ? 1U : 0U);
    std::optional<Overlay> remedy =
        flow ? find_flow_remedy(sop.sop(), sop.budget()) : std::optional(Overlay{});
    if (!remedy) {
        result.findings.push_back(make_finding("SOP-NO-REMEDY"));
        return;
    }
    remedy->sop_digest = sop.sop().digest();
    for (const Step& step : sop.sop().steps()) {
        if (nameless && step.marks.empty()) {
            remedy->assign[step.key];
        }
    }
    result.findings.push_back(make_finding("SOP-REMEDY", {}, {{"overlay", words_of(*remedy)}}));
    result.remedy = std::move(remedy);
}

[[nodiscard]] std::optional<Finding> judge_pelaksana(const Sop& sop, UnknownPelaksana unknown) {
    std::string steps;
    for (const Step& step : sop.steps()) {
        if (step.marks.empty()) {
            add(steps, step.key);
        }
    }
    if (steps.empty() || (unknown == UnknownPelaksana::everyone && !sop.pelaksana().empty())) {
        return std::nullopt;
    }
    return make_finding("PELAKSANA-UNKNOWN", {}, {{"steps", steps}});
}

} // namespace

ReadySop::ReadySop(std::shared_ptr<const Sop> sop, const ReadySopOptions& options)
    : sop_(std::move(sop)),
      graph_(*sop_),
      unknown_(options.unknown_pelaksana),
      budget_(options.soundness) {
    number_flows();
    link_documents();
    folded_pelaksana_.reserve(sop_->pelaksana().size());
    for (const std::string& each : sop_->pelaksana()) {
        folded_pelaksana_.push_back(fold(each));
    }
}

void ReadySop::number_flows() {
    const Flow* first = sop_->flow().data();
    edge_of_.assign(sop_->flow().size(), 0);
    flow_of_.reserve(graph_.edge_count());
    for (std::size_t i = 0; i < graph_.edge_count(); ++i) {
        const auto flow = static_cast<std::uint32_t>(&graph_.flow(edge_at(i)) - first);
        flow_of_.push_back(flow);
        edge_of_[flow] = static_cast<std::uint32_t>(i + 1);
    }
}

void ReadySop::read_waktu(std::vector<Finding>& findings) {
    for (const Step& step : sop_->steps()) {
        ReadyWaktu ready_one;
        if (step.waktu.form == WaktuForm::per_item) {
            // How many items a case has is known to nobody here: no deadline, and it is said.
            findings.push_back(
                make_finding("STEP-PER-ITEM", {.step = step.key}, {{"waktu", step.waktu.text}}));
        } else {
            ready_one = ready(WaktuRequest{.waktu = step.waktu});
        }
        for (Finding& finding : ready_one.findings) {
            finding.where.step = step.key;
            findings.push_back(std::move(finding));
        }
        ready_one.findings.clear();
        due_by_.push_back(ready_one.alternatives.empty()
                              ? DueBy::instant
                              : tertib::due_by(ready_one.alternatives[0]));
        waktu_.push_back(std::move(ready_one));
    }
}

void ReadySop::link_documents() {
    first_own_.assign(sop_->steps().size() + 1, 0);
    for (const DocumentLink& link : find_document_links(sop_->steps())) {
        const Step& taker = sop_->steps()[link.to];
        const Step& maker = sop_->steps()[link.from];
        const auto needed = std::ranges::find(taker.kelengkapan, link.kelengkapan);
        const auto made = std::ranges::find(maker.produk, link.produk);
        own_.push_back({static_cast<std::uint32_t>(needed - taker.kelengkapan.begin()),
                        static_cast<std::uint32_t>(link.from),
                        static_cast<std::uint32_t>(made - maker.produk.begin())});
        first_own_[link.to + 1] = static_cast<std::uint32_t>(own_.size());
    }
    for (std::size_t i = 1; i < first_own_.size(); ++i) {
        first_own_[i] = std::max(first_own_[i], first_own_[i - 1]);
    }
}

std::optional<std::uint32_t> ReadySop::find_step(std::string_view key) const noexcept {
    const std::optional<NodeIndex> node = graph_.find(key);
    const std::optional<std::size_t> step = node ? graph_.step_index(*node) : std::nullopt;
    return step ? std::optional(static_cast<std::uint32_t>(*step)) : std::nullopt;
}

std::optional<EdgeIndex> ReadySop::edge_of(std::uint32_t flow) const {
    if (flow >= edge_of_.size() || edge_of_[flow] == 0) {
        return std::nullopt;
    }
    return edge_at(edge_of_[flow] - 1);
}

bool ReadySop::may_do(std::uint32_t step, std::string_view pelaksana) const {
    const std::vector<Mark>& marks = sop_->steps()[step].marks;
    const auto is = [&](const Mark& mark) {
        return sop_->pelaksana_name(mark.pelaksana) == pelaksana;
    };
    if (std::ranges::any_of(marks, is)) {
        return true;
    }
    const std::string folded = fold(pelaksana);
    if (marks.empty()) {
        return std::ranges::find(folded_pelaksana_, folded) != folded_pelaksana_.end();
    }
    return std::ranges::any_of(marks, [&](const Mark& mark) {
        return folded_pelaksana_[static_cast<std::size_t>(mark.pelaksana)] == folded;
    });
}

std::span<const OwnKelengkapan> ReadySop::own_kelengkapan(std::uint32_t step) const {
    const std::span all(own_);
    return all.subspan(first_own_[step], first_own_[step + 1] - first_own_[step]);
}

bool ReadySop::chooses(NodeIndex node) const {
    const std::span<const Arc> ways = graph_.digraph().successors(node);
    return graph_.exit(node) == Exit::choice ||
           (ways.size() == 1 && graph_.flow(ways[0].edge).outcome.has_value());
}

std::optional<EdgeIndex> ReadySop::exit_of(NodeIndex node, std::string_view outcome) const {
    const std::string wanted = fold(outcome);
    for (const Arc& arc : graph_.digraph().successors(node)) {
        if (fold(graph_.flow(arc.edge).outcome.value_or("")) == wanted) {
            return arc.edge;
        }
    }
    return std::nullopt;
}

bool ReadySop::leads_to(std::uint32_t from, std::uint32_t to) const {
    const NodeIndex first = StepGraph::step_node(from);
    const NodeIndex last = StepGraph::step_node(to);
    if (from != to) {
        return reach(graph_.digraph(), first).contains(last);
    }
    // Only a loop leads from a step to itself.
    std::vector<NodeIndex> next;
    for (const Arc& arc : graph_.digraph().successors(first)) {
        next.push_back(arc.node);
    }
    return reach(graph_.digraph(), next).contains(last);
}

ReadySopResult ready_sop(std::shared_ptr<const Sop> sop, const ReadySopOptions& options) {
    ReadySopResult result;
    const auto ready_one = std::shared_ptr<ReadySop>(new ReadySop(std::move(sop), options));
    ready_one->read_waktu(result.findings);
    if (std::optional<Finding> refusal = judge_flow(ready_one->graph(), options.soundness)) {
        result.refusals.push_back(std::move(*refusal));
    }
    if (std::optional<Finding> refusal = judge_choices(ready_one->graph())) {
        result.refusals.push_back(std::move(*refusal));
    }
    if (std::optional<Finding> refusal =
            judge_pelaksana(ready_one->sop(), options.unknown_pelaksana)) {
        result.refusals.push_back(std::move(*refusal));
    }
    if (result.refusals.empty()) {
        result.sop = ready_one;
    } else {
        add_remedy(*ready_one, result);
    }
    return result;
}

} // namespace tertib
