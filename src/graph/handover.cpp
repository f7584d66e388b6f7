// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/handover.hpp"

#include "graph/hands.hpp"

#include <algorithm>
#include <iterator>

namespace tertib {

namespace {

Change compare(const std::vector<PelaksanaIndex>& from, const std::vector<PelaksanaIndex>& to) {
    if (from.empty() || to.empty()) {
        return Change::unknown;
    }
    if (from == to && from.size() == 1) {
        return Change::none;
    }
    std::vector<PelaksanaIndex> both;
    std::ranges::set_intersection(from, to, std::back_inserter(both));
    return both.empty() ? Change::certain : Change::possible;
}

/// Goes over all ways of work from step to step and groups them by who does the two.
class Finder {
public:
    Finder(const StepGraph& graph, const HandoverOptions& options)
        : graph_(graph),
          options_(options),
          seen_(graph.node_count(), 0) {
        steps_.reserve(graph.sop().steps().size());
        for (const Step& step : graph.sop().steps()) {
            steps_.push_back(hands_.id(step.marks));
        }
    }

    Handovers find() {
        for (std::size_t i = 0; i < graph_.edge_count(); ++i) {
            const Edge& edge = graph_.digraph().edge(edge_at(i));
            if (graph_.kind(edge.to) != NodeKind::step) {
                continue;
            }
            if (graph_.kind(edge.from) == NodeKind::gateway) {
                through_gateways(edge_at(i));
            } else if (graph_.kind(edge.from) == NodeKind::step) {
                add(edge_at(i), edge_at(i));
            }
        }
        find_in_row();
        finish();
        return std::move(result_);
    }

private:
    Hands::Id hands_before(EdgeIndex edge) {
        const Flow& flow = graph_.flow(edge);
        const NodeIndex step = graph_.digraph().edge(edge).from;
        return flow.from_pelaksana ? hands_.id(*flow.from_pelaksana) : steps_[position(step) - 2];
    }
    Hands::Id hands_after(EdgeIndex edge) {
        const Flow& flow = graph_.flow(edge);
        const NodeIndex step = graph_.digraph().edge(edge).to;
        return flow.to_pelaksana ? hands_.id(*flow.to_pelaksana) : steps_[position(step) - 2];
    }

    /// A way that leaves a step by `left` and arrives at the next by `arrived`.
    void add(EdgeIndex left, EdgeIndex arrived) {
        if (ways_++ >= options_.max_ways) {
            result_.complete = false;
            return;
        }
        const Hands::Id from = hands_before(left);
        const Hands::Id to = hands_after(arrived);
        const std::size_t place = pairs_.place(from, to);
        if (place == result_.between.size()) {
            Handover group{hands_.set(from), hands_.set(to), Change::none, {}};
            group.change = compare(group.from, group.to);
            result_.between.push_back(std::move(group));
        }
        result_.between[place].flows.push_back(arrived);
    }

    void through_gateways(EdgeIndex arrived) {
        ++stamp_;
        std::vector<NodeIndex> open{graph_.digraph().edge(arrived).from};
        seen_[position(open.back())] = stamp_;
        while (!open.empty() && result_.complete) {
            const NodeIndex gateway = open.back();
            open.pop_back();
            for (const Arc& arc : graph_.digraph().predecessors(gateway)) {
                if (graph_.kind(arc.node) == NodeKind::step) {
                    add(arc.edge, arrived);
                } else if (seen_[position(arc.node)] != stamp_) {
                    seen_[position(arc.node)] = stamp_;
                    open.push_back(arc.node);
                }
            }
            ways_ += 1; // chains of gateways count too, so that they can't take for ever
        }
    }

    void find_in_row() {
        for (const std::uint32_t place : graph_.in_row()) {
            const Flow& flow = graph_.sop().flow()[place];
            const std::optional<NodeIndex> step = graph_.find(flow.from);
            if (step && flow.from_pelaksana && flow.to_pelaksana) {
                result_.in_row.push_back({*step, *flow.from_pelaksana, *flow.to_pelaksana});
            }
        }
    }

    void finish() {
        for (const Handover& group : result_.between) {
            switch (group.change) {
            case Change::none: result_.unchanged += group.flows.size(); break;
            case Change::certain: result_.certain += group.flows.size(); break;
            case Change::possible: result_.possible += group.flows.size(); break;
            case Change::unknown: result_.unknown += group.flows.size(); break;
            }
        }
        std::erase_if(result_.between,
                      [](const Handover& group) { return group.change == Change::none; });
    }

    const StepGraph& graph_;
    const HandoverOptions& options_;
    Hands hands_;
    HandPairs pairs_;
    std::vector<Hands::Id> steps_;
    std::vector<std::uint32_t> seen_;
    std::uint32_t stamp_ = 0;
    std::size_t ways_ = 0;
    Handovers result_;
};

} // namespace

Handovers find_handovers(const StepGraph& graph, const HandoverOptions& options) {
    return Finder(graph, options).find();
}

std::string_view name(Change change) noexcept {
    switch (change) {
    case Change::none: return "none";
    case Change::certain: return "certain";
    case Change::possible: return "possible";
    case Change::unknown: return "unknown";
    }
    return {};
}

} // namespace tertib
