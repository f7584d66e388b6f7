// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/align.hpp"

#include <cstdint>
#include <map>
#include <span>

namespace tertib {

/// How well a log fits a net, from its alignments. Counts are of cases, except where variants are
/// named: those are the traces as they were given. With bounded variants the figures are those of
/// the upper bounds, and `cost_lower` is what the cost can't be below.
///
///     const LogFitness fitness = log_fitness(traces, align(net, traces));
///
/// A plain value.
struct LogFitness {
    std::uint64_t cases = 0;
    std::uint64_t events = 0;
    std::uint64_t variants = 0;
    std::uint64_t cost = 0; ///< over all cases
    std::uint32_t min_model_cost = 0;
    std::uint64_t perfect = 0; ///< cases that cost nothing
    /// The mean over cases of 1 − cost / (trace length + min_model_cost).
    double avg_fitness = 1;
    /// 1 − the sum of costs / the sum of (trace length + min_model_cost).
    double log_fitness = 1;
    std::map<std::uint32_t, std::uint64_t> histogram; ///< cost of a case → cases
    std::uint64_t optimal_variants = 0;
    std::uint64_t bounded_variants = 0;
    std::uint64_t cost_lower = 0;

    friend bool operator==(const LogFitness&, const LogFitness&) = default;
};

/// Sums are taken in an order of their own, so that the figures don't depend on that of the traces.
/// Throws Error(argument) if the alignments aren't those of as many traces, Error(limit) if a sum
/// passes 64 bits.
[[nodiscard]] LogFitness log_fitness(std::span<const NetTrace> traces,
                                     const Alignments& alignments);

} // namespace tertib
