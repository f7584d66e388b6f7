// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// The graph of one SOP, from the 7 steps of the seed document to a million, and its parts one by
// one. The SOP is built once a size, outside the time.
#include "chain_sop.hpp"

#include "tertib/graph/analysis.hpp"
#include "tertib/graph/analysis_json.hpp"
#include "tertib/graph/paths.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <map>

namespace {

using namespace tertib;

const Sop& sop_of(std::int64_t steps) {
    static std::map<std::int64_t, Sop> sops;
    const auto found = sops.find(steps);
    if (found != sops.end()) {
        return found->second;
    }
    return sops.emplace(steps, chain_sop(static_cast<std::size_t>(steps))).first->second;
}

template <typename Work>
void measure(benchmark::State& state, const Work& work) {
    const Sop& sop = sop_of(state.range(0));
    const StepGraph graph(sop);
    for (auto _ : state) {
        benchmark::DoNotOptimize(work(graph));
    }
    state.SetComplexityN(state.range(0));
}

void sizes(benchmark::internal::Benchmark* bench) {
    bench->Arg(7)->Arg(30)->Arg(1'000)->Arg(100'000)->Arg(1'000'000)->Complexity()->Unit(
        benchmark::kMicrosecond);
}

void graph_analysis(benchmark::State& state) {
    measure(state, [](const StepGraph& graph) { return analyse(graph.sop()); });
}
BENCHMARK(graph_analysis)->Apply(sizes);

void graph_step_graph(benchmark::State& state) {
    measure(state, [](const StepGraph& graph) { return StepGraph(graph.sop()); });
}
BENCHMARK(graph_step_graph)->Apply(sizes);

void graph_order(benchmark::State& state) {
    measure(state, [](const StepGraph& graph) { return find_order(graph.digraph()); });
}
BENCHMARK(graph_order)->Apply(sizes);

void graph_dominators(benchmark::State& state) {
    measure(state, [](const StepGraph& graph) {
        const NodeIndex start = StepGraph::start();
        return Dominators(graph.digraph(), std::span(&start, 1));
    });
}
BENCHMARK(graph_dominators)->Apply(sizes);

/// What networkx can do too: components, levels, reachability and dominators both ways.
void graph_shared(benchmark::State& state) {
    measure(state, [](const StepGraph& graph) {
        const NodeIndex start = StepGraph::start();
        const NodeIndex end = StepGraph::end();
        benchmark::DoNotOptimize(find_order(graph.digraph()));
        benchmark::DoNotOptimize(find_reachability(graph));
        benchmark::DoNotOptimize(
            Dominators(graph.digraph(), std::span(&end, 1), Direction::backward));
        return Dominators(graph.digraph(), std::span(&start, 1));
    });
}
BENCHMARK(graph_shared)->Apply(sizes);

void graph_documents(benchmark::State& state) {
    measure(state, [](const StepGraph& graph) { return find_documents(graph.sop().steps()); });
}
BENCHMARK(graph_documents)->Apply(sizes);

void graph_handovers(benchmark::State& state) {
    measure(state, [](const StepGraph& graph) { return find_handovers(graph); });
}
BENCHMARK(graph_handovers)->Apply(sizes);

void graph_soundness(benchmark::State& state) {
    measure(state, [](const StepGraph& graph) { return check_soundness(graph); });
}
BENCHMARK(graph_soundness)->Apply(sizes);

void graph_json(benchmark::State& state) {
    const GraphFacts facts = analyse(sop_of(state.range(0)));
    for (auto _ : state) {
        benchmark::DoNotOptimize(to_json(facts));
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(graph_json)->Apply(sizes);

} // namespace
