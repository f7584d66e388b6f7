// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/watch.hpp"
#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// A trace in the labels of a net, and how many cases went that way.
struct NetTrace {
    std::span<const LabelIndex> labels; ///< unknown_label where the net doesn't name the activity
    std::uint64_t cases = 1;
};

/// What a trace and a run do at one point of an alignment: both the same (cost 0), the trace alone
/// (cost 1), the run alone with a transition that an event should tell of (cost 1), or the run
/// alone with a silent one (cost 0).
enum class AlignMoveKind : std::uint8_t { synchronous, log, model, silent };

struct AlignMove {
    AlignMoveKind kind = AlignMoveKind::synchronous;
    std::optional<std::uint32_t> event;        ///< its place in the trace, where the trace moves
    std::optional<TransitionIndex> transition; ///< where the run moves

    friend bool operator==(const AlignMove&, const AlignMove&) = default;
};

/// The least cost of an alignment of one trace, or what is known of it.
struct TraceAlignment {
    std::uint32_t lower = 0;
    std::uint32_t upper = 0;
    /// An alignment of the cost `upper`; empty unless asked for, or if none was found.
    std::vector<AlignMove> moves;

    [[nodiscard]] bool optimal() const noexcept { return lower == upper; }
};

enum class AlignMoves : std::uint8_t { left_out, kept };

struct AlignOptions {
    std::size_t max_states = 2'000'000;               ///< tried for one trace
    std::size_t max_bytes = std::size_t{1'024} << 20; ///< in all, roughly
    AlignMoves moves = AlignMoves::left_out;
    Watch watch; ///< asked every few thousand states and every few traces; counts traces
};

struct Alignments {
    std::vector<TraceAlignment> traces; ///< in the order given
    std::uint32_t min_model_cost = 0;   ///< the cost of the empty trace
    std::size_t distinct_traces = 0;
    std::uint64_t states = 0; ///< tried, in all
    bool stopped = false;     ///< the Watch ended the work; what was left has bounds only
};

/// Optimal alignments of traces with a net: cost 0 for synchronous and silent moves, 1 for others.
///
///     const Alignments found = align(net, traces);
///     found.traces[0].upper;            // the cost, if found.traces[0].optimal()
///
/// A trace past the budget, or after the Watch said stop, gets bounds: lower ≤ cost ≤ upper. Equal
/// traces are aligned once. Of several alignments of the least cost one is taken by a rule that
/// depends on the net and the trace alone: an event is answered rather than left over, a silent
/// transition comes before a visible one that no event tells of, a transition of a lower number
/// before one of a higher.
/// Throws Error(argument) if no run of the net ends in a final marking, Error(limit) if the budget
/// doesn't suffice to find one, or if the net moves more than 255 tokens at once. Pure.
[[nodiscard]] Alignments align(const PetriNet& net, std::span<const NetTrace> traces,
                               const AlignOptions& options = {});

} // namespace tertib
