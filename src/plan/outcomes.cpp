// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "plan/outcomes.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace tertib {

namespace {

/// The best of the runs seen so far.
class Contest {
public:
    explicit Contest(Extreme extreme) : extreme_(extreme) {}

    void take(const PlayedRun& run, const RunPolicy& policy) {
        if (!begun_ || better(run, first_)) {
            begun_ = true;
            first_ = run;
            policy_ = policy;
        }
    }
    [[nodiscard]] RunPolicy policy() const { return policy_; }

private:
    [[nodiscard]] bool better(const PlayedRun& a, const PlayedRun& b) const {
        if (a.stuck != b.stuck) {
            return b.stuck;
        }
        if (a.finish != b.finish) {
            return (a.finish < b.finish) == (extreme_ == Extreme::earliest);
        }
        return a.visits < b.visits;
    }

    Extreme extreme_;
    bool begun_ = false;
    PlayedRun first_;
    RunPolicy policy_;
};

/// Goes on to the next combination of the decisions that the last run met, the last one first;
/// false after the last combination. Decisions not met stay at their first way.
bool next_combination(RunPolicy& policy, const TokenGame& game, const Decisions& decisions) {
    const std::span<const std::uint32_t> met = game.met();
    for (std::size_t i = met.size(); i > 0; --i) {
        const Decision& decision = decisions.all()[met[i - 1]];
        if (!decision.free()) {
            continue;
        }
        std::uint32_t& way = policy.way[met[i - 1]];
        if (way + 1 < decision.ways.size()) {
            ++way;
            return true;
        }
        way = 0;
    }
    return false;
}

/// Tries all combinations; false if a limit came first.
bool try_all(Contest& contest, TokenGame& game, const StepGraph& graph, const Decisions& decisions,
             RunPolicy policy, const OutcomeLimits& limits) {
    std::ranges::fill(policy.way, 0U);
    std::size_t tried = 0;
    for (std::size_t runs = 0; runs < limits.max_runs; ++runs) {
        const PlayedRun run = game.play(policy);
        contest.take(run, policy);
        // Beginning anew costs a little for each node, however short the run.
        tried += std::max(run.visits, graph.node_count() / 32);
        if (!next_combination(policy, game, decisions)) {
            return true;
        }
        if (tried >= limits.max_tried_visits) {
            return false;
        }
    }
    return false;
}

/// The longest or shortest way of a single token that is never sent back.
class WaySearch {
public:
    WaySearch(const StepGraph& graph, const Order& order, const Decisions& decisions,
              const StepTimes& times, Extreme extreme)
        : graph_(graph),
          order_(order),
          decisions_(decisions),
          times_(times),
          extreme_(extreme),
          reached_(graph.node_count()) {}

    /// One token at a time, and nothing given that sends it back.
    [[nodiscard]] bool applies() const {
        for (std::size_t i = 0; i < graph_.node_count(); ++i) {
            const NodeIndex node = node_at(i);
            const bool joins = graph_.kind(node) == NodeKind::gateway &&
                               graph_.digraph().predecessors(node).size() > 1;
            if (joins || graph_.exit(node) == Exit::all) {
                return false;
            }
        }
        const bool kept = std::ranges::all_of(decisions_.all(), [](const Decision& each) {
            return each.given.empty() || (each.given.size() == 1 && each.kept());
        });
        return kept && decisions_.goes_forward(StepGraph::start());
    }

    /// The ways of the decisions on the way found; all others as they are in `policy`.
    RunPolicy find(RunPolicy policy, Instant start) {
        std::optional<NodeIndex> last;
        std::optional<Reached> end;
        reached_[position(StepGraph::start())] = Reached{.at = start};
        for (const NodeIndex node : order_.sequence) {
            const std::optional<Reached>& before = reached_[position(node)];
            if (!before || !decisions_.goes_forward(node)) {
                continue;
            }
            const Reached here = passed(*before, node, policy.pace);
            if (graph_.finishes(node) && (!end || better(here, *end))) {
                end = here;
                last = node;
            }
            relax(node, here);
        }
        for (std::optional<NodeIndex> node = last; node && *node != StepGraph::start();) {
            const EdgeIndex via = reached_[position(*node)]->via;
            node = graph_.digraph().edge(via).from;
            take(policy, *node, via);
        }
        return policy;
    }

private:
    struct Reached {
        Instant at{};
        std::size_t visits = 0;
        EdgeIndex via{};
    };

    [[nodiscard]] bool better(const Reached& a, const Reached& b) const {
        if (a.at != b.at) {
            return (a.at < b.at) == (extreme_ == Extreme::earliest);
        }
        return a.visits < b.visits;
    }

    [[nodiscard]] Reached passed(Reached here, NodeIndex node, Pace pace) const {
        if (const std::optional<std::size_t> step = graph_.step_index(node)) {
            here.at = times_.finish(*step, pace, here.at);
            ++here.visits;
        }
        return here;
    }

    void relax(NodeIndex node, const Reached& here) {
        const std::uint32_t place = decisions_.place(node);
        const std::optional<EdgeIndex> kept =
            place == Decisions::none ? std::nullopt : decisions_.all()[place].kept();
        for (const Arc& arc : graph_.digraph().successors(node)) {
            const bool forward = !decisions_.is_back(arc.edge) && decisions_.goes_forward(arc.node);
            if (!forward || (kept && *kept != arc.edge)) {
                continue;
            }
            std::optional<Reached>& there = reached_[position(arc.node)];
            const Reached next{.at = here.at, .visits = here.visits, .via = arc.edge};
            if (!there || better(next, *there)) {
                there = next;
            }
        }
    }

    void take(RunPolicy& policy, NodeIndex node, EdgeIndex edge) const {
        const std::uint32_t place = decisions_.place(node);
        if (place != Decisions::none) {
            const std::vector<EdgeIndex>& ways = decisions_.all()[place].ways;
            policy.way[place] =
                static_cast<std::uint32_t>(std::ranges::find(ways, edge) - ways.begin());
        }
    }

    const StepGraph& graph_;
    const Order& order_;
    const Decisions& decisions_;
    const StepTimes& times_;
    Extreme extreme_;
    std::vector<std::optional<Reached>> reached_; ///< by node
};

} // namespace

OutcomeSearch find_outcomes(TokenGame& game, const StepGraph& graph, const Order& order,
                            const Decisions& decisions, const StepTimes& times, Instant start,
                            const RunPolicy& main, Extreme extreme, const OutcomeLimits& limits) {
    Contest contest(extreme);
    if (try_all(contest, game, graph, decisions, main, limits)) {
        return {.policy = contest.policy(), .every_outcome = true};
    }
    contest.take(game.play(main), main);
    bool exact = false;
    WaySearch search(graph, order, decisions, times, extreme);
    if (search.applies()) {
        const RunPolicy policy = search.find(main, start);
        contest.take(game.play(policy), policy);
        const bool sent_back =
            main.rounds > 0 && std::ranges::any_of(decisions.all(), [](const Decision& each) {
                return each.given.empty() && !each.returns.empty();
            });
        exact = times.monotone() && !sent_back;
    }
    return {.policy = contest.policy(), .every_outcome = exact};
}

} // namespace tertib
