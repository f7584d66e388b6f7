// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// What reading and the document flow do for every cell: folding, and comparing two texts. The
// argument is the number of words, so that the growth shows.
#include "tertib/base/text.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

namespace {

std::string cell(std::int64_t words) {
    std::string text;
    for (std::int64_t i = 0; i < words; ++i) {
        text += i % 3 == 0 ? "Laporan " : "Penilaian  Kinerja,";
    }
    return text;
}

void fold(benchmark::State& state) {
    const std::string text = cell(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib::fold(text));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(text.size()));
    state.SetComplexityN(state.range(0));
}
BENCHMARK(fold)->RangeMultiplier(10)->Range(1, 10'000)->Complexity();

void similarity(benchmark::State& state) {
    const std::string text = cell(state.range(0));
    const std::string other = text + " Tahunan";
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib::similarity(text, other));
    }
    state.SetComplexityN(state.range(0));
}
BENCHMARK(similarity)->RangeMultiplier(10)->Range(1, 10'000)->Complexity();

} // namespace
