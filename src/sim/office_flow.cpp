// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "sim/office_flow.hpp"

#include "tertib/base/error.hpp"
#include "tertib/base/text.hpp"
#include "tertib/graph/soundness.hpp"
#include "tertib/time/waktu.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <string_view>

namespace tertib {
namespace {

/// What a waktu allows; nothing where it names no time, or too much to reckon with.
[[nodiscard]] std::vector<Allowance> time_for(const Waktu& waktu) {
    if (waktu.form == WaktuForm::per_item) {
        return {};
    }
    try {
        return allowance(waktu).alternatives;
    } catch (const Error& error) {
        if (error.code() != ErrorCode::argument) {
            throw;
        }
        return {};
    }
}

} // namespace

OfficeFlow::OfficeFlow(const Sop& sop)
    : graph_(sop),
      order_(find_order(graph_.digraph())),
      dominators_(graph_.digraph(), std::array{StepGraph::start()}),
      steps_(sop.steps().size()),
      choices_(graph_.node_count()) {
    if (check_soundness(graph_).verdict == SoundnessVerdict::unsound) {
        throw Error(ErrorCode::argument,
                    "the flow of the SOP isn't sound: by it no case can be made up");
    }
    if (sop.total()) {
        total_ = time_for(*sop.total());
    }
    read_steps();
    read_choices();
    find_always();
}

void OfficeFlow::read_steps() {
    const Sop& sop = graph_.sop();
    std::map<std::string, std::uint32_t, std::less<>> reasons;
    std::vector<std::size_t> in_component(order_.component_count, 0);
    for (const std::uint32_t component : order_.component) {
        ++in_component[component];
    }
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        const Step& given = sop.steps()[i];
        const NodeIndex node = StepGraph::step_node(i);
        OfficeStep& step = steps_[i];
        step.outside = !given.marks.empty() && std::ranges::all_of(given.marks, [&](Mark mark) {
            return sop.outside_office(mark.pelaksana);
        });
        step.returns = in_component[order_.component[position(node)]] > 1 ||
                       std::ranges::any_of(graph_.digraph().successors(node),
                                           [node](const Arc& arc) { return arc.node == node; });
        if (given.optional) {
            const auto count = static_cast<std::uint32_t>(reasons.size());
            step.reason = reasons.try_emplace(fold(*given.optional), count).first->second;
        }
        step.allowed = time_for(given.waktu);
    }
}

std::vector<OfficeWay> OfficeFlow::told_ways(const std::vector<EdgeIndex>& edges,
                                             NodeIndex node) const {
    const auto outcome = [this](EdgeIndex edge) {
        return fold(graph_.flow(edge).outcome.value_or(""));
    };
    std::vector<OfficeWay> ways;
    for (const EdgeIndex edge : edges) {
        const std::string own = outcome(edge);
        // An outcome that is drawn twice is taken for its last flow.
        const bool shadowed =
            std::ranges::any_of(graph_.digraph().successors(node), [&](const Arc& arc) {
                return arc.edge > edge && !own.empty() && outcome(arc.edge) == own;
            });
        if (!shadowed) {
            ways.push_back({.edge = edge, .told = !own.empty()});
        }
    }
    return ways;
}

void OfficeFlow::read_choices() {
    const Decisions decisions(graph_, order_, {});
    for (const Decision& each : decisions.all()) {
        Choice& choice = choices_[position(each.node)];
        choice.ways = told_ways(each.ways, each.node);
        choice.returns = told_ways(each.returns, each.node);
        if (choice.ways.empty()) {
            std::swap(choice.ways, choice.returns);
        }
    }
}

/// The largest sets that fit: what comes after a node is what comes after all of its flows, or,
/// where one is chosen, after each of them.
void OfficeFlow::find_always() {
    const std::size_t nodes = graph_.node_count();
    std::vector<std::vector<bool>> after(nodes, std::vector<bool>(nodes, true));
    for (std::size_t i = 0; i < nodes; ++i) {
        if (graph_.finishes(node_at(i))) {
            after[i].assign(nodes, false);
        }
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = order_.sequence.size(); i > 0; --i) {
            const NodeIndex node = order_.sequence[i - 1];
            const bool choice = graph_.exit(node) == Exit::choice;
            const std::span<const Arc> arcs = graph_.digraph().successors(node);
            if (arcs.empty()) {
                continue;
            }
            std::vector<bool> next(nodes, choice);
            for (const Arc& arc : arcs) {
                for (std::size_t other = 0; other < nodes; ++other) {
                    const bool here =
                        after[position(arc.node)][other] || other == position(arc.node);
                    next[other] = choice ? next[other] && here : next[other] || here;
                }
            }
            if (next != after[position(node)]) {
                after[position(node)] = std::move(next);
                changed = true;
            }
        }
    }
    for (std::size_t i = 0; i < steps_.size(); ++i) {
        steps_[i].always = !steps_[i].reason &&
                           after[position(StepGraph::start())][position(StepGraph::step_node(i))];
    }
}

const std::vector<OfficeWay>& OfficeFlow::ways(NodeIndex node) const {
    return choices_[position(node)].ways;
}

const std::vector<OfficeWay>& OfficeFlow::returns(NodeIndex node) const {
    return choices_[position(node)].returns;
}

bool OfficeFlow::leads_over(std::size_t earlier, std::size_t later) const {
    return dominators_.dominates(StepGraph::step_node(earlier), StepGraph::step_node(later));
}

} // namespace tertib
