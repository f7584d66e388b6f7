// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Optimal alignments and replay over generated nets and traces: branches side by side, each of four
// steps, and traces with one event in ten dropped or moved. The growth is in the branches (the
// markings of the net grow as 5 to their power) and in the traces.
#include "tertib/check/align.hpp"
#include "tertib/check/replay.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace tertib;

constexpr std::size_t steps = 4; ///< of a branch

/// Always the same numbers from the same seed.
class Numbers {
public:
    explicit Numbers(std::uint64_t seed) : state_(seed) {}

    std::size_t below(std::size_t end) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::size_t>(state_ >> 33U) % end;
    }

private:
    std::uint64_t state_;
};

constexpr PlaceIndex place_at(std::size_t place) {
    return static_cast<PlaceIndex>(place);
}

/// Transition 0 begins all branches, 1 ends them, then come the steps, branch by branch.
PetriNet branching_net(std::size_t branches) {
    PetriNetParts parts;
    parts.places.assign(2 + branches * (steps + 1), "");
    parts.transitions.resize(2);
    PetriTransition& begin = parts.transitions[0];
    PetriTransition& end = parts.transitions[1];
    begin = {.name = "begin", .label = "begin", .inputs = {{place_at(0)}}, .outputs = {}};
    end = {.name = "end", .label = "end", .inputs = {}, .outputs = {{place_at(1)}}};
    for (std::size_t b = 0; b < branches; ++b) {
        const std::size_t first = 2 + b * (steps + 1);
        begin.outputs.push_back({place_at(first)});
        end.inputs.push_back({place_at(first + steps)});
    }
    for (std::size_t b = 0; b < branches; ++b) {
        for (std::size_t s = 0; s < steps; ++s) {
            const std::size_t from = 2 + b * (steps + 1) + s;
            const std::string name = std::to_string(b) + "." + std::to_string(s);
            parts.transitions.push_back({.name = name,
                                         .label = name,
                                         .inputs = {{place_at(from)}},
                                         .outputs = {{place_at(from + 1)}}});
        }
    }
    parts.initial = {{place_at(0)}};
    parts.finals = {{{place_at(1)}}};
    return PetriNet(std::move(parts));
}

/// A run with its branches mixed; `noise` events in a hundred are left out or come late.
std::vector<LabelIndex> some_trace(std::size_t branches, std::size_t noise, Numbers& numbers) {
    std::vector<LabelIndex> trace{LabelIndex{0}};
    std::vector<std::size_t> next(branches, 0);
    std::vector<LabelIndex> late;
    for (std::size_t left = branches * steps; left > 0;) {
        const std::size_t branch = numbers.below(branches);
        if (next[branch] == steps) {
            continue;
        }
        const auto label = static_cast<LabelIndex>(2 + branch * steps + next[branch]++);
        --left;
        const bool odd = numbers.below(100) < noise;
        if (!odd) {
            trace.push_back(label);
        } else if (numbers.below(2) == 0) {
            late.push_back(label);
        }
        if (!late.empty() && numbers.below(4) == 0) {
            trace.push_back(late.back());
            late.pop_back();
        }
    }
    trace.push_back(LabelIndex{1});
    return trace;
}

struct Work {
    PetriNet net;
    std::vector<std::vector<LabelIndex>> labels;
    std::vector<NetTrace> traces;
    std::size_t events = 0;
};

Work some_work(std::size_t branches, std::size_t traces, std::size_t noise) {
    Work work{.net = branching_net(branches), .labels = {}, .traces = {}};
    Numbers numbers(branches * 1'000 + noise);
    for (std::size_t i = 0; i < traces; ++i) {
        work.labels.push_back(some_trace(branches, noise, numbers));
        work.events += work.labels.back().size();
    }
    for (const std::vector<LabelIndex>& each : work.labels) {
        work.traces.push_back({.labels = each});
    }
    return work;
}

void report(benchmark::State& state, const Work& work) {
    const auto rounds = static_cast<std::int64_t>(state.iterations());
    state.SetItemsProcessed(rounds * static_cast<std::int64_t>(work.events));
}

/// By branches; a hundred traces.
void align_branches(benchmark::State& state) {
    const Work work = some_work(static_cast<std::size_t>(state.range(0)), 100, 10);
    std::size_t optimal = 0;
    for (auto _ : state) {
        const Alignments found = align(work.net, work.traces);
        optimal = 0;
        for (const TraceAlignment& each : found.traces) {
            optimal += each.optimal() ? 1 : 0;
        }
    }
    state.counters["optimal"] = static_cast<double>(optimal);
    report(state, work);
}
BENCHMARK(align_branches)
    ->Arg(1)
    ->Arg(2)
    ->Arg(4)
    ->Arg(8)
    ->Arg(16)
    ->Arg(32)
    ->Unit(benchmark::kMillisecond);

/// By traces; two branches, so that the markings are few.
void align_traces(benchmark::State& state) {
    const Work work = some_work(2, static_cast<std::size_t>(state.range(0)), 10);
    for (auto _ : state) {
        benchmark::DoNotOptimize(align(work.net, work.traces));
    }
    report(state, work);
}
BENCHMARK(align_traces)->Arg(100)->Arg(1'000)->Arg(10'000)->Unit(benchmark::kMillisecond);

/// With the moves themselves.
void align_moves(benchmark::State& state) {
    const Work work = some_work(8, 100, 10);
    AlignOptions options;
    options.moves = AlignMoves::kept;
    for (auto _ : state) {
        benchmark::DoNotOptimize(align(work.net, work.traces, options));
    }
    report(state, work);
}
BENCHMARK(align_moves)->Unit(benchmark::kMillisecond);

void replay_traces(benchmark::State& state) {
    const Work work = some_work(4, static_cast<std::size_t>(state.range(0)), 1);
    for (auto _ : state) {
        benchmark::DoNotOptimize(replay(work.net, work.traces));
    }
    report(state, work);
}
BENCHMARK(replay_traces)->Arg(100)->Arg(10'000)->Unit(benchmark::kMillisecond);

} // namespace
