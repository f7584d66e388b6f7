// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/fitness.hpp"

#include "tertib/base/error.hpp"

#include <limits>
#include <utility>

namespace tertib {

namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

/// sum + factor × cases
[[nodiscard]] std::uint64_t plus_times(std::uint64_t sum, std::uint64_t factor,
                                       std::uint64_t cases) {
    if (factor != 0 && cases > (most - sum) / factor) {
        throw Error(ErrorCode::limit, "the figures of the log pass 64 bits");
    }
    return sum + factor * cases;
}

/// A case that has nothing to align fits.
[[nodiscard]] double fitness_of(std::uint64_t cost, std::uint64_t worst) {
    return worst == 0 ? 1.0 : 1.0 - static_cast<double>(cost) / static_cast<double>(worst);
}

} // namespace

LogFitness log_fitness(std::span<const NetTrace> traces, const Alignments& alignments) {
    if (traces.size() != alignments.traces.size()) {
        throw Error(ErrorCode::argument, "the alignments aren't those of these traces");
    }
    LogFitness fitness;
    fitness.min_model_cost = alignments.min_model_cost;
    fitness.variants = traces.size();
    std::map<std::pair<std::uint64_t, std::uint64_t>, std::uint64_t> cases_of; // cost, worst cost
    std::uint64_t worst_sum = 0;
    for (std::size_t i = 0; i < traces.size(); ++i) {
        const NetTrace& trace = traces[i];
        const TraceAlignment& found = alignments.traces[i];
        const std::uint64_t worst = std::uint64_t{trace.labels.size()} + fitness.min_model_cost;
        fitness.cases = plus_times(fitness.cases, 1, trace.cases);
        fitness.events = plus_times(fitness.events, trace.labels.size(), trace.cases);
        fitness.cost = plus_times(fitness.cost, found.upper, trace.cases);
        fitness.cost_lower = plus_times(fitness.cost_lower, found.lower, trace.cases);
        worst_sum = plus_times(worst_sum, worst, trace.cases);
        cases_of[{found.upper, worst}] += trace.cases;
        fitness.histogram[found.upper] += trace.cases;
        fitness.perfect += found.upper == 0 ? trace.cases : 0;
        ++(found.optimal() ? fitness.optimal_variants : fitness.bounded_variants);
    }
    std::erase_if(fitness.histogram, [](const auto& entry) { return entry.second == 0; });
    double sum = 0;
    for (const auto& [figures, cases] : cases_of) {
        sum += static_cast<double>(cases) * fitness_of(figures.first, figures.second);
    }
    if (fitness.cases > 0) {
        fitness.avg_fitness = sum / static_cast<double>(fitness.cases);
        fitness.log_fitness = fitness_of(fitness.cost, worst_sum);
    }
    return fitness;
}

} // namespace tertib
