// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/flow_orders.hpp"

#include <algorithm>
#include <cstddef>

namespace tertib {
namespace {

/// Runs of which some may have come in another order: from one place to before another.
struct Block {
    std::size_t first = 0;
    std::size_t count = 0;
};

constexpr std::size_t most_in_block = 24; ///< a bit each in a word

std::vector<Block> blocks_of(std::span<const FlowRun> runs) {
    std::vector<Block> blocks;
    std::int64_t last = INT64_MIN;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (blocks.empty() || runs[i].when.first > last) {
            blocks.push_back({.first = i});
        }
        ++blocks.back().count;
        last = std::max(last, runs[i].when.last);
    }
    return blocks;
}

/// A part of a block that has run, and the state that it led to.
struct Partial {
    std::uint32_t done = 0; ///< a bit each
    std::uint32_t state = 0;

    friend auto operator<=>(const Partial&, const Partial&) = default;
};

/// Follows one block in every order, run by run.
class BlockOrders {
public:
    BlockOrders(FlowAutomaton& automaton, std::span<const FlowRun> runs, std::size_t limit)
        : automaton_(automaton),
          runs_(runs),
          limit_(limit) {
        before_.reserve(runs.size());
        for (const FlowRun& later : runs) {
            std::uint32_t before = 0;
            for (std::size_t i = 0; i < runs.size(); ++i) {
                before |= runs[i].when.last < later.when.first ? 1U << i : 0U;
            }
            before_.push_back(before);
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> follow(const std::vector<std::uint32_t>& states) {
        std::vector<Partial> here;
        here.reserve(states.size());
        for (const std::uint32_t state : states) {
            here.push_back({.state = state});
        }
        for (std::size_t i = 0; i < runs_.size() && !over_; ++i) {
            here = further(here);
            over_ = over_ || here.size() > limit_;
        }
        std::vector<std::uint32_t> ends;
        ends.reserve(here.size());
        for (const Partial& each : here) {
            ends.push_back(each.state);
        }
        return ends; // each with all done, so ascending and different
    }

    [[nodiscard]] bool some_died() const noexcept { return died_; }
    [[nodiscard]] bool over() const noexcept { return over_; }

private:
    [[nodiscard]] std::vector<Partial> further(const std::vector<Partial>& here) {
        std::vector<Partial> next;
        for (const Partial& each : here) {
            for (std::size_t i = 0; i < runs_.size(); ++i) {
                const std::uint32_t bit = 1U << i;
                if ((each.done & bit) != 0 || (before_[i] & ~each.done) != 0) {
                    continue;
                }
                const std::uint32_t state = automaton_.next(each.state, runs_[i].run);
                died_ = died_ || state == FlowAutomaton::dead;
                over_ = over_ || state == FlowAutomaton::over;
                if (state < FlowAutomaton::over) {
                    next.push_back({.done = each.done | bit, .state = state});
                }
            }
        }
        std::ranges::sort(next);
        const auto twice = std::ranges::unique(next);
        next.erase(twice.begin(), twice.end());
        return next;
    }

    FlowAutomaton& automaton_;
    std::span<const FlowRun> runs_;
    std::size_t limit_;
    std::vector<std::uint32_t> before_; ///< by run: those that surely came before
    bool died_ = false;
    bool over_ = false;
};

} // namespace

FlowOrders try_orders(FlowAutomaton& automaton, std::span<const FlowRun> runs, OrderKnown known,
                      const FlowLimits& limits) {
    FlowOrders result;
    result.over = automaton.first() == FlowAutomaton::over;
    bool died = false;
    if (automaton.first() < FlowAutomaton::over) {
        result.states.push_back(automaton.first());
    }
    for (const Block& block : blocks_of(runs)) {
        result.over = result.over || block.count > most_in_block;
        if (result.over || result.states.empty()) {
            break;
        }
        BlockOrders orders(automaton, runs.subspan(block.first, block.count), limits.orders);
        result.states = orders.follow(result.states);
        died = died || orders.some_died();
        result.over = orders.over();
    }
    result.some = !result.over && !result.states.empty();
    // Where only ties leave the order open, none of them came before the other: any may be taken.
    result.all = result.some && (!died || known == OrderKnown::ties);
    return result;
}

} // namespace tertib
