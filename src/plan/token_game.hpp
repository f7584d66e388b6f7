// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plan/decisions.hpp"
#include "plan/step_times.hpp"
#include "tertib/graph/step_graph.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <queue>
#include <span>
#include <vector>

namespace tertib {

/// What a run is to do wherever it could do otherwise.
struct RunPolicy {
    Pace pace = Pace::full;
    std::uint64_t rounds = 0;       ///< how often each outcome that sends back is taken
    std::vector<std::uint32_t> way; ///< by place in Decisions::all(): which of its ways
};

/// A visit of a step that is begun later than it could be.
struct HeldVisit {
    std::size_t step = 0;
    std::uint32_t round = 0;
    Instant until{};
};

/// A node that took its tokens and went on: a visit of a step, or a gateway.
struct PlayedNode {
    static constexpr std::uint32_t none = UINT32_MAX;

    NodeIndex node{};
    std::uint32_t round = 0; ///< 0 for the node's first time, then 1, 2 …
    Instant start{};
    Instant finish{};
    std::uint32_t waited_for = none; ///< the visit of a step whose token came last
    std::optional<EdgeIndex> taken;  ///< the flow out, where it chose or there is only one
    std::uint32_t first_source = 0;  ///< see TokenGame::sources
    std::uint32_t source_count = 0;
};

/// How a run went.
struct PlayedRun {
    Instant finish{}; ///< of what finished last
    std::size_t visits = 0;
    bool stuck = false; ///< tokens are left that can't go on
};

/// Plays the tokens of one case over the flow (design: token semantics). With a fixed policy there
/// is no choice left, so each run is reckoned exactly: a step begins when its token comes, a
/// parallel gateway goes on when the last of its tokens has come.
///
///     TokenGame game(graph, decisions, times, {.start = start});
///     PlayedRun run = game.play(policy);
///     game.nodes();          // in the order of their starts, causes before effects
///
/// Borrows all it is given. For one thread at a time.
class TokenGame {
public:
    struct Setting {
        Instant start{};
        std::size_t max_visits = 100'000; ///< of steps and gateways
        std::optional<HeldVisit> hold;
    };

    TokenGame(const StepGraph& graph, const Decisions& decisions, const StepTimes& times,
              Setting setting);

    /// Throws Error(limit) past max_visits, Error(argument) for a deadline beyond the calendar.
    PlayedRun play(const RunPolicy& policy);

    /// Of the last run. Places below are places in this list.
    [[nodiscard]] std::span<const PlayedNode> nodes() const noexcept { return nodes_; }
    /// The nodes whose tokens a node took; without the start.
    [[nodiscard]] std::span<const std::uint32_t> sources(const PlayedNode& node) const {
        return std::span(sources_).subspan(node.first_source, node.source_count);
    }
    /// The decisions that the last run came to, places in Decisions::all(), in the order met.
    [[nodiscard]] std::span<const std::uint32_t> met() const noexcept { return met_; }

private:
    struct Token {
        Instant at{};
        NodeIndex node{};
        EdgeIndex edge{};
        std::uint32_t source = PlayedNode::none;
        std::uint64_t number = 0; ///< in the order in which tokens were sent
    };
    struct Later {
        bool operator()(const Token& a, const Token& b) const noexcept;
    };

    void reset();
    void arrive(const Token& token, const RunPolicy& policy);
    /// A gateway's tokens if the last of them has come, else none.
    std::vector<Token> take_tokens(const Token& token);
    void go_on(std::span<const Token> tokens, const RunPolicy& policy);
    void leave(std::uint32_t place, NodeIndex node, Instant at, const RunPolicy& policy);
    void send(const Arc& arc, Instant at, std::uint32_t source);
    EdgeIndex choose(std::uint32_t decision, const RunPolicy& policy);
    [[nodiscard]] std::uint32_t visit_of(const Token& token) const;

    const StepGraph* graph_;
    const Decisions* decisions_;
    const StepTimes* times_;
    Setting setting_;
    std::priority_queue<Token, std::vector<Token>, Later> coming_;
    std::uint64_t sent_ = 0;
    std::vector<std::vector<Token>> waiting_; ///< by flow into a gateway
    std::size_t waiting_count_ = 0;
    std::vector<std::uint32_t> rounds_;   ///< by node: how often it has begun
    std::vector<std::uint32_t> decided_;  ///< by decision: visits
    std::vector<std::uint64_t> returned_; ///< by decision: sent back since it last went forward
    std::vector<PlayedNode> nodes_;
    std::vector<std::uint32_t> sources_;
    std::vector<std::uint32_t> met_;
    PlayedRun run_;
};

} // namespace tertib
