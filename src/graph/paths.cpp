// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/graph/paths.hpp"

namespace tertib {

PathWalk::PathWalk(const StepGraph& graph, const PathOptions& options)
    : graph_(&graph),
      options_(options),
      to_end_(find_reachability(graph).to_end),
      visits_(graph.node_count(), 0) {
    if (options_.max_visits > 0 && to_end_.contains(StepGraph::start())) {
        enter(StepGraph::start());
    }
}

void PathWalk::enter(NodeIndex node) {
    ++visits_[position(node)];
    frames_.push_back({node, 0});
}

void PathWalk::leave() {
    --visits_[position(frames_.back().node)];
    frames_.pop_back();
    if (!path_.empty()) {
        path_.pop_back();
    }
}

/// Goes on along the frame's next flow that may be taken; false if there is none left.
bool PathWalk::advance(Frame& frame) {
    const std::span<const Arc> arcs = graph_->digraph().successors(frame.node);
    while (frame.next_arc < arcs.size()) {
        const Arc arc = arcs[frame.next_arc++];
        if (to_end_.contains(arc.node) && visits_[position(arc.node)] < options_.max_visits) {
            path_.push_back(arc.edge);
            enter(arc.node);
            return true;
        }
    }
    return false;
}

std::optional<Path> PathWalk::next() {
    while (!frames_.empty()) {
        if (found_ == options_.max_paths || moves_ == options_.max_moves) {
            complete_ = false;
            return std::nullopt;
        }
        ++moves_;
        Frame& frame = frames_.back();
        if (graph_->finishes(frame.node)) {
            Path path = path_;
            leave();
            ++found_;
            return path;
        }
        if (!advance(frame)) {
            leave();
        }
    }
    return std::nullopt;
}

Paths find_paths(const StepGraph& graph, const PathOptions& options) {
    Paths result;
    PathWalk walk(graph, options);
    while (std::optional<Path> path = walk.next()) {
        result.paths.push_back(std::move(*path));
    }
    result.complete = walk.complete();
    return result;
}

} // namespace tertib
