// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Checking one SOP against the built-in profile, and writing the report, from the 7 steps of the
// seed document to 100,000. The SOP is built outside the time.
#include "chain_sop.hpp"

#include "tertib/rule/lint_json.hpp"

#include <benchmark/benchmark.h>

namespace {

using namespace tertib;

void lint_sop(benchmark::State& state) {
    const Sop sop = chain_sop(static_cast<std::size_t>(state.range(0)));
    const Profile profile = permenpan35();
    for (auto _ : state) {
        benchmark::DoNotOptimize(lint(sop, profile));
    }
    state.SetComplexityN(state.range(0));
}

void write_report(benchmark::State& state) {
    const LintReport report = lint(chain_sop(static_cast<std::size_t>(state.range(0))));
    for (auto _ : state) {
        benchmark::DoNotOptimize(to_json(report));
    }
}

BENCHMARK(lint_sop)->Arg(7)->Arg(100)->Arg(1'000)->Arg(10'000)->Arg(100'000)->Complexity();
BENCHMARK(write_report)->Arg(7)->Arg(1'000);

} // namespace
