// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/token_flow.hpp"

#include "run/clocks.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>

namespace tertib {

void TokenFlow::put(EdgeIndex edge, Instant since, Event& event) {
    std::vector<Token> moving;
    arrive({edge, since}, moving, event);
    // A sound flow has no ring of gateways alone, so this ends.
    while (!moving.empty()) {
        const Token token = moving.back();
        moving.pop_back();
        arrive(token, moving, event);
    }
}

void TokenFlow::settle(Event& event) const {
    const StepGraph& graph = context_->sop->graph();
    for (std::size_t i = 0; i < graph.sop().gateways().size(); ++i) {
        std::vector<Token> moving;
        join(graph.gateway_node(i), moving, event);
        while (!moving.empty()) {
            const Token token = moving.back();
            moving.pop_back();
            arrive(token, moving, event);
        }
    }
}

void TokenFlow::arrive(const Token& token, std::vector<Token>& moving, Event& event) const {
    const StepGraph& graph = context_->sop->graph();
    const NodeIndex node = graph.digraph().edge(token.edge).to;
    switch (graph.kind(node)) {
    case NodeKind::start:
    case NodeKind::end: return;
    case NodeKind::step: open(token.edge, token.since, event); return;
    case NodeKind::gateway: break;
    }
    event.parked.push_back({context_->sop->flow_of(token.edge), token.since});
    join(node, moving, event);
}

void TokenFlow::join(NodeIndex gateway, std::vector<Token>& moving, Event& event) const {
    const Digraph& digraph = context_->sop->graph().digraph();
    if (digraph.predecessors(gateway).empty()) {
        return; // nothing ever comes to it
    }
    Instant last{};
    for (const Arc& arc : digraph.predecessors(gateway)) {
        const ParkedToken* token = parked(context_->sop->flow_of(arc.edge), event);
        if (token == nullptr) {
            return;
        }
        last = std::max(last, token->since);
    }
    for (const Arc& arc : digraph.predecessors(gateway)) {
        const std::uint32_t flow = context_->sop->flow_of(arc.edge);
        // One that came with this very event never lies there for anybody to see.
        if (std::erase_if(event.parked, [&](const ParkedToken& p) { return p.flow == flow; }) ==
            0) {
            event.released.push_back(flow);
        }
    }
    const std::span<const Arc> out = digraph.successors(gateway);
    for (std::size_t i = out.size(); i > 0; --i) {
        moving.push_back({out[i - 1].edge, last});
    }
}

const ParkedToken* TokenFlow::parked(std::uint32_t flow, const Event& event) const {
    const auto here = std::ranges::find(event.parked, flow, &ParkedToken::flow);
    if (here != event.parked.end()) {
        return &*here;
    }
    const auto before = std::ranges::find(state_->parked, flow, &ParkedToken::flow);
    const bool gone = std::ranges::find(event.released, flow) != event.released.end();
    return before == state_->parked.end() || gone ? nullptr : &*before;
}

void TokenFlow::open(EdgeIndex edge, Instant since, Event& event) const {
    const ReadySop& sop = *context_->sop;
    const std::optional<std::size_t> place =
        sop.graph().step_index(sop.graph().digraph().edge(edge).to);
    if (!place) {
        throw Error(ErrorCode::internal, "a task was to be opened where there is no step");
    }
    const auto step = static_cast<std::uint32_t>(*place);
    const std::string& key = sop.sop().steps()[step].key;
    // A case that is just being started has no records yet.
    std::uint32_t number = state_->steps.empty() ? 1 : state_->steps[step].arrivals + 1;
    for (const OpenedTask& each : event.opened) {
        number += each.id.step == key ? 1U : 0U;
    }
    OpenedTask& opened = event.opened.emplace_back();
    opened.id.step = key;
    opened.id.number = number;
    opened.flow = sop.flow_of(edge);
    opened.since = since;
    opened.due = task_due(*context_, step, since, stops_since(*state_, since));
}

bool TokenFlow::none_left(const Event& event, const Task* leaving) const {
    const std::size_t tasks = state_->tasks.size() - (leaving != nullptr ? 1 : 0);
    return event.opened.empty() && event.parked.empty() && tasks == 0 &&
           state_->parked.size() == event.released.size();
}

std::vector<EdgeIndex> TokenFlow::marking() const {
    std::vector<EdgeIndex> edges;
    edges.reserve(state_->tasks.size() + state_->parked.size());
    for (const Task& task : state_->tasks) {
        edges.push_back(context_->sop->edge_of(task.flow).value_or(EdgeIndex{}));
    }
    for (const ParkedToken& token : state_->parked) {
        edges.push_back(context_->sop->edge_of(token.flow).value_or(EdgeIndex{}));
    }
    std::ranges::sort(edges);
    return edges;
}

} // namespace tertib
