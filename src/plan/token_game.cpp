// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/token_game.hpp"

#include "tertib/base/error.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tertib {

/// The queue gives the token that comes first: by time, then by the order of rows.
bool TokenGame::Later::operator()(const Token& a, const Token& b) const noexcept {
    if (a.at != b.at) {
        return a.at > b.at;
    }
    return a.node != b.node ? a.node > b.node : a.number > b.number;
}

TokenGame::TokenGame(const StepGraph& graph, const Decisions& decisions, const StepTimes& times,
                     Setting setting)
    : graph_(&graph),
      decisions_(&decisions),
      times_(&times),
      setting_(setting),
      waiting_(graph.edge_count()) {}

PlayedRun TokenGame::play(const RunPolicy& policy) {
    reset();
    leave(PlayedNode::none, StepGraph::start(), setting_.start, policy);
    while (!coming_.empty()) {
        const Token token = coming_.top();
        coming_.pop();
        arrive(token, policy);
    }
    run_.stuck = run_.stuck || waiting_count_ > 0;
    return run_;
}

void TokenGame::reset() {
    coming_ = {};
    sent_ = 0;
    for (std::vector<Token>& each : waiting_) {
        each.clear();
    }
    waiting_count_ = 0;
    rounds_.assign(graph_->node_count(), 0);
    decided_.assign(decisions_->all().size(), 0);
    returned_.assign(decisions_->all().size(), 0);
    nodes_.clear();
    sources_.clear();
    met_.clear();
    run_ = {.finish = setting_.start};
}

void TokenGame::arrive(const Token& token, const RunPolicy& policy) {
    switch (graph_->kind(token.node)) {
    case NodeKind::start:
    case NodeKind::end: return;
    case NodeKind::step: go_on(std::span(&token, 1), policy); return;
    case NodeKind::gateway: break;
    }
    waiting_[position(token.edge)].push_back(token);
    ++waiting_count_;
    if (const std::vector<Token> all = take_tokens(token); !all.empty()) {
        go_on(all, policy);
    }
}

std::vector<TokenGame::Token> TokenGame::take_tokens(const Token& token) {
    const std::span<const Arc> arcs = graph_->digraph().predecessors(token.node);
    const bool ready = std::ranges::none_of(
        arcs, [this](const Arc& arc) { return waiting_[position(arc.edge)].empty(); });
    std::vector<Token> taken;
    if (ready) {
        for (const Arc& arc : arcs) {
            std::vector<Token>& queue = waiting_[position(arc.edge)];
            taken.push_back(queue.front());
            queue.erase(queue.begin());
            --waiting_count_;
        }
    }
    return taken;
}

void TokenGame::go_on(std::span<const Token> tokens, const RunPolicy& policy) {
    const NodeIndex node = tokens.front().node;
    // Where no way leads to an end, the work would go round for ever.
    if (!decisions_->goes_forward(StepGraph::start()) && !decisions_->goes_forward(node) &&
        rounds_[position(node)] > policy.rounds) {
        run_.stuck = true;
        return;
    }
    if (nodes_.size() == setting_.max_visits) {
        throw Error(ErrorCode::limit, "a run takes more steps than max_visits, " +
                                          std::to_string(setting_.max_visits) +
                                          ": plan fewer rounds, or raise the limit");
    }
    const Token& last = *std::ranges::max_element(
        tokens, [](const Token& a, const Token& b) { return a.at < b.at; });
    PlayedNode played{.node = node,
                      .round = rounds_[position(node)]++,
                      .start = last.at,
                      .finish = last.at,
                      .waited_for = visit_of(last),
                      .first_source = static_cast<std::uint32_t>(sources_.size())};
    for (const Token& token : tokens) {
        if (token.source != PlayedNode::none) {
            sources_.push_back(token.source);
            ++played.source_count;
        }
    }
    if (const std::optional<std::size_t> step = graph_->step_index(node)) {
        if (setting_.hold && setting_.hold->step == *step && setting_.hold->round == played.round) {
            played.start = std::max(played.start, setting_.hold->until);
        }
        played.finish = times_->finish(*step, policy.pace, played.start);
        ++run_.visits;
    }
    run_.finish = std::max(run_.finish, played.finish);
    nodes_.push_back(played);
    leave(static_cast<std::uint32_t>(nodes_.size() - 1), node, played.finish, policy);
}

void TokenGame::leave(std::uint32_t place, NodeIndex node, Instant at, const RunPolicy& policy) {
    const std::span<const Arc> arcs = graph_->digraph().successors(node);
    std::optional<EdgeIndex> only;
    if (graph_->exit(node) == Exit::choice) {
        only = choose(decisions_->place(node), policy);
    } else if (arcs.size() == 1) {
        only = arcs.front().edge;
    }
    if (place != PlayedNode::none) {
        nodes_[place].taken = only;
    }
    for (const Arc& arc : arcs) {
        if (!only || arc.edge == *only) {
            send(arc, at, place);
        }
    }
}

void TokenGame::send(const Arc& arc, Instant at, std::uint32_t source) {
    coming_.push({at, arc.node, arc.edge, source, sent_++});
}

EdgeIndex TokenGame::choose(std::uint32_t decision, const RunPolicy& policy) {
    const Decision& from = decisions_->all()[decision];
    const std::uint32_t visit = decided_[decision]++;
    if (visit == 0) {
        met_.push_back(decision);
    }
    if (visit < from.given.size()) {
        return from.given[visit];
    }
    if (const std::optional<EdgeIndex> kept = from.kept()) {
        return *kept;
    }
    std::uint64_t& returned = returned_[decision];
    if (from.given.empty() && policy.rounds > 0 && returned / policy.rounds < from.returns.size()) {
        return from.returns[returned++ / policy.rounds];
    }
    returned = 0;
    return from.ways[policy.way[decision]];
}

std::uint32_t TokenGame::visit_of(const Token& token) const {
    if (token.source == PlayedNode::none) {
        return PlayedNode::none;
    }
    const PlayedNode& source = nodes_[token.source];
    return graph_->kind(source.node) == NodeKind::step ? token.source : source.waited_for;
}

} // namespace tertib
