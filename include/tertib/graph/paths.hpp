// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/graph/reach.hpp"
#include "tertib/graph/step_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tertib {

/// A way from start to an end, as the flows taken one after another. In a parallel split a path
/// follows one branch.
using Path = std::vector<EdgeIndex>;

struct PathOptions {
    std::size_t max_paths = 1'000;
    std::size_t max_visits = 1;           ///< of one node in one path: 2 goes round each loop once
    std::uint64_t max_moves = 10'000'000; ///< steps of the search in all
};

/// Walks the paths one by one, in the order of the flows. No recursion; memory for one path.
///
///     PathWalk walk(graph, {.max_visits = 2});
///     while (const std::optional<Path> path = walk.next()) …
///     walk.complete(); // whether the bounds cut anything off
///
/// Borrows the graph. For one thread at a time.
class PathWalk {
public:
    explicit PathWalk(const StepGraph& graph, const PathOptions& options = {});

    /// The next path, or nothing when there is none or a bound was reached.
    [[nodiscard]] std::optional<Path> next();
    /// After the last path: every path with at most max_visits of each node was given.
    [[nodiscard]] bool complete() const noexcept { return complete_; }

private:
    struct Frame {
        NodeIndex node{};
        std::uint32_t next_arc = 0;
    };

    void enter(NodeIndex node);
    void leave();
    [[nodiscard]] bool advance(Frame& frame);

    const StepGraph* graph_;
    PathOptions options_;
    NodeSet to_end_;
    std::vector<std::uint32_t> visits_;
    std::vector<Frame> frames_;
    Path path_;
    std::size_t found_ = 0;
    std::uint64_t moves_ = 0;
    bool complete_ = true;
};

struct Paths {
    std::vector<Path> paths;
    bool complete = true; ///< false if a bound other than max_visits cut some off
};

[[nodiscard]] Paths find_paths(const StepGraph& graph, const PathOptions& options = {});

} // namespace tertib
