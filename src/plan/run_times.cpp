// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/run_times.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace tertib {

namespace {

/// How late each node of a run may begin and finish.
struct LatestTimes {
    std::vector<Instant> start;
    std::vector<Instant> finish;
};

LatestTimes latest_times(const TokenGame& game, Instant finish, const StepGraph& graph,
                         const StepTimes& times, Pace pace) {
    const std::span<const PlayedNode> nodes = game.nodes();
    LatestTimes latest{std::vector<Instant>(nodes.size(), finish),
                       std::vector<Instant>(nodes.size(), finish)};
    // What took a node's tokens stands after it in the list.
    for (std::size_t i = nodes.size(); i > 0; --i) {
        const PlayedNode& node = nodes[i - 1];
        const Instant until = latest.finish[i - 1];
        const std::optional<std::size_t> step = graph.step_index(node.node);
        latest.start[i - 1] = step ? times.latest_start(*step, pace, node.start, until) : until;
        for (const std::uint32_t source : game.sources(node)) {
            latest.finish[source] = std::min(latest.finish[source], latest.start[i - 1]);
        }
    }
    return latest;
}

/// Nothing is to be begun at midnight: a moment outside hours is shown as the closing before it, and
/// one that is no later in working time as the earliest.
Instant shown(const StepTimes& times, Instant earliest, Instant latest) {
    const bool later = times.between(earliest, latest) > Work{};
    return later ? std::max(earliest, times.in_hours(latest)) : earliest;
}

/// The same for a start, if the step is still done in time from there.
Instant shown_start(const StepTimes& times, std::size_t step, Pace pace, const PlayedNode& node,
                    Instant latest, Instant until) {
    const Instant start = shown(times, node.start, latest);
    return times.finish(step, pace, start) <= until ? start : latest;
}

std::optional<std::string> outcome_of(const PlayedNode& node, const StepGraph& graph) {
    return node.taken ? graph.flow(*node.taken).outcome : std::nullopt;
}

/// From the visit that finished last back to the first, then turned round.
std::vector<std::size_t> critical_path(const std::vector<PlannedVisit>& visits, Instant finish) {
    std::vector<std::size_t> path;
    std::optional<std::size_t> at;
    for (std::size_t i = 0; i < visits.size(); ++i) {
        if (visits[i].earliest_finish == finish) {
            at = i; // of several the last: it may have waited for the others
        }
    }
    for (; at; at = visits[*at].waited_for) {
        path.push_back(*at);
    }
    std::ranges::reverse(path);
    return path;
}

} // namespace

PlannedRun planned_run(const TokenGame& game, const PlayedRun& played, const StepGraph& graph,
                       const StepTimes& times, RunKind kind, Pace pace, Instant start) {
    const std::span<const PlayedNode> nodes = game.nodes();
    const LatestTimes latest = latest_times(game, played.finish, graph, times, pace);
    PlannedRun run{.kind = kind, .finish = played.finish, .stuck = played.stuck};
    run.work = times.between(start, played.finish);
    std::vector<std::size_t> visit_of(nodes.size());
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const PlayedNode& node = nodes[i];
        if (graph.exit(node.node) == Exit::choice) {
            run.outcomes.push_back(
                {std::string(graph.name(node.node)), outcome_of(node, graph).value_or("")});
        }
        const std::optional<std::size_t> step = graph.step_index(node.node);
        if (!step) {
            continue;
        }
        PlannedVisit visit{.step = *step, .round = node.round};
        visit.earliest_start = node.start;
        visit.earliest_finish = node.finish;
        visit.latest_start =
            shown_start(times, *step, pace, node, latest.start[i], latest.finish[i]);
        visit.latest_finish = shown(times, node.finish, latest.finish[i]);
        visit.slack = times.between(visit.earliest_start, visit.latest_start);
        visit.critical = visit.slack <= Work{};
        visit.skipped = times.skipped(*step, pace);
        visit.open = !visit.skipped && times.open(*step);
        visit.outcome = outcome_of(node, graph);
        if (node.waited_for != PlayedNode::none) {
            visit.waited_for = visit_of[node.waited_for];
        }
        visit_of[i] = run.visits.size();
        run.visits.push_back(std::move(visit));
    }
    run.critical_path = critical_path(run.visits, run.finish);
    return run;
}

} // namespace tertib
