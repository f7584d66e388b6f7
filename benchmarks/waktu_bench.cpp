// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/tanggal.hpp"
#include "tertib/time/waktu.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

/// Spellings in about the shares in which real SOPs have them: most are an amount and a unit.
constexpr std::array<std::string_view, 16> spellings{
    "5 Menit",
    "10 Menit",
    "15 Menit",
    "30 menit",
    "60 Menit",
    "180 mnt",
    "1 Jam",
    "1 Hari",
    "2 Hari Kerja",
    "1-3 Hari",
    "480 Menit (8 Jam)",
    "470 Menit (7.8 Jam)",
    "1 jam 30 menit",
    "1 x 24 jam",
    "120 Menit / 3 Hari",
    "7 (tujuh) Hari Kerja",
};

void read_waktu_of_real_spellings(benchmark::State& state) {
    for (auto _ : state) {
        for (const std::string_view text : spellings) {
            benchmark::DoNotOptimize(tertib::read_waktu(text));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(spellings.size()));
}
BENCHMARK(read_waktu_of_real_spellings);

void read_one_waktu(benchmark::State& state) {
    const std::string_view text = spellings[static_cast<std::size_t>(state.range(0))];
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib::read_waktu(text));
    }
    state.SetLabel(std::string(text));
}
BENCHMARK(read_one_waktu)->DenseRange(0, 15);

void read_one_tanggal(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib::read_tanggal("27 Juni 2023"));
    }
}
BENCHMARK(read_one_tanggal);

/// Time per byte must not grow with the text.
void read_long_open_text(benchmark::State& state) {
    const std::string text(static_cast<std::size_t>(state.range(0)), '(');
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib::read_waktu(text));
    }
    state.SetBytesProcessed(state.iterations() * state.range(0));
}
BENCHMARK(read_long_open_text)->Range(16, 2000);

} // namespace
