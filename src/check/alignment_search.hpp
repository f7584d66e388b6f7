// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/lower_bound.hpp"
#include "check/net_space.hpp"
#include "tertib/check/align.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// What a search came to: the cost of what it found, and what no alignment can be below.
struct SearchResult {
    std::optional<std::uint32_t> cost;
    std::uint32_t lower = 0;
    bool exhausted = false; ///< everything was tried: without a cost there is none
    bool stopped = false;   ///< the Watch ended it
};

/// Looks for a way from the start of a net and a trace to the end of both: best first by the cost
/// so far and the LowerBound of the rest, the latest found first among equals. Reused from trace to
/// trace, as it keeps its memory.
class AlignmentSearch {
public:
    enum class Greed : std::uint32_t {
        none = 1, ///< the first way found is of least cost
        some = 4  ///< some way soon: the bound of the rest counts four times
    };
    struct Budget {
        std::size_t max_states = 0;
        std::size_t max_bytes = 0;
        /// Asked now and then; empty means go on.
        std::function<Go()> watch;
    };

    AlignmentSearch(NetSpace& space, LowerBound& bound) : space_(&space), bound_(&bound) {}

    /// The trace must be the one that the bound was set to.
    [[nodiscard]] SearchResult run(std::span<const LabelIndex> trace, Greed greed,
                                   const Budget& budget);
    /// The moves of the way that the last run found.
    [[nodiscard]] std::vector<AlignMove> moves() const;
    [[nodiscard]] std::uint64_t states_tried() const noexcept { return tried_; }
    [[nodiscard]] std::size_t bytes() const noexcept;

private:
    struct Node {
        NetSpace::State state = 0;
        std::uint32_t depth = 0; ///< events still to come
        std::uint32_t cost = 0;
        std::uint32_t rest = 0; ///< at least this much more
        std::uint32_t parent = 0;
        std::uint32_t transition = 0; ///< or log_move
        bool done = false;
    };
    struct Slot {
        std::uint32_t run = 0;
        std::uint32_t node = 0;
    };
    static constexpr std::uint32_t log_move = 0xffff'ffff;
    static constexpr std::uint32_t no_node = 0xffff'ffff;

    void begin(std::span<const LabelIndex> trace, Greed greed);
    [[nodiscard]] std::uint32_t next_node();
    void expand(std::uint32_t node);
    void expand_moves(std::uint32_t node, std::span<const NetMove> moves,
                      std::optional<LabelIndex> wanted);
    void reach(NetSpace::State state, std::uint32_t depth, std::uint32_t cost, std::uint32_t parent,
               std::uint32_t transition);
    [[nodiscard]] std::uint32_t slot_of(NetSpace::State state, std::uint32_t depth) const;
    void grow_slots();
    [[nodiscard]] LowerBound::Places places_of(NetSpace::State state);
    void queue(std::uint32_t node);

    NetSpace* space_;
    LowerBound* bound_;
    std::span<const LabelIndex> trace_;
    std::uint32_t greed_ = 1;
    std::uint32_t run_ = 0;
    std::uint64_t tried_ = 0;
    std::vector<Node> nodes_;
    std::vector<Slot> slots_; ///< open addressing; those of earlier runs count as free
    std::vector<std::vector<std::uint32_t>> buckets_; ///< by cost and weighted rest
    std::size_t bucket_ = 0;                          ///< none before it holds anything
    std::uint32_t cut_off_ = 0;                       ///< least cost of what couldn't be tried
    std::uint32_t found_ = no_node;
    std::vector<std::uint16_t> places_; ///< of each state, in each component
    std::size_t located_ = 0;
};

} // namespace tertib
