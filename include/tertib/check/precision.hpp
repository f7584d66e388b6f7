// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/align.hpp"
#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace tertib {

/// How much of what a net allows a log makes use of, by escaping edges (Muñoz-Gama and Carmona 2010,
/// over aligned traces as Adriansyah and others 2015 have it): at each point that the aligned runs
/// come to, the activities that the net allows next, and those of them that no run takes there. Each
/// point counts as often as cases go on from it.
struct LogPrecision {
    std::uint64_t allowed = 0;
    std::uint64_t escaping = 0;

    /// 1 − escaping / allowed; 1 where nothing is allowed.
    [[nodiscard]] double value() const noexcept {
        return allowed == 0 ? 1.0
                            : 1.0 - static_cast<double>(escaping) / static_cast<double>(allowed);
    }

    friend bool operator==(const LogPrecision&, const LogPrecision&) = default;
};

/// The alignments must be those of these traces, with their moves kept. Nothing if some trace has
/// no alignment (its budget ended), or if the markings of the net are more than `max_states`.
///
///     align(net, traces, {.moves = AlignMoves::kept});
///
/// Pure.
[[nodiscard]] std::optional<LogPrecision> log_precision(const PetriNet& net,
                                                        std::span<const NetTrace> traces,
                                                        const Alignments& alignments,
                                                        std::size_t max_states = 2'000'000);

} // namespace tertib
