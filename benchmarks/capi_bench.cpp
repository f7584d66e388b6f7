// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/tertib_experimental.h"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/ready_waktu.hpp"

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdint>
#include <random>
#include <vector>

// The hot call through C beside the same in C++, on the same random starts. Budget: C at most 1.5
// times C++.

namespace {

using namespace tertib;

constexpr std::size_t queries = 1U << 16U;
constexpr const char* texts[] = {"150 Menit", "10 Hari", "1 Bulan", "120 Menit / 3 Hari"};

const std::vector<std::int64_t>& starts() {
    static const std::vector<std::int64_t> made = [] {
        constexpr std::int64_t second = 1'000'000;
        constexpr std::int64_t first = 1'577'836'800 * second; // 2020
        std::mt19937_64 random(1);
        std::vector<std::int64_t> all(queries);
        for (std::int64_t& start : all) {
            start = first + static_cast<std::int64_t>(random() % 220'000'000) * second;
        }
        return all;
    }();
    return made;
}

void due_in_cpp(benchmark::State& state) {
    const Calendar office = *builtin_calendar("id5");
    const ReadyWaktu asked = ready(read_waktu_request(texts[state.range(0)], office.zone()));
    for (auto _ : state) {
        for (const std::int64_t start : starts()) {
            benchmark::DoNotOptimize(due(office.table(), office.zone(),
                                         Instant(std::chrono::microseconds(start)), asked));
        }
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(queries));
}
BENCHMARK(due_in_cpp)->ArgName("waktu")->DenseRange(0, 3);

void due_in_c(benchmark::State& state) {
    tertib_calendar* office = nullptr;
    tertib_allowance* asked = nullptr;
    if (tertib_calendar_from_name("id5", &office, nullptr) != TERTIB_OK ||
        tertib_allowance_from_text(texts[state.range(0)], nullptr, &asked, nullptr) != TERTIB_OK) {
        state.SkipWithError("the calendar or the waktu can't be made");
    }
    for (auto _ : state) {
        for (const std::int64_t start : starts()) {
            benchmark::DoNotOptimize(tertib_allowance_due(asked, office, start));
        }
    }
    tertib_allowance_free(asked);
    tertib_calendar_free(office);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(queries));
}
BENCHMARK(due_in_c)->ArgName("waktu")->DenseRange(0, 3);

void due_column_in_c(benchmark::State& state) {
    tertib_calendar* office = nullptr;
    tertib_allowance* asked = nullptr;
    std::vector<std::int64_t> out(queries);
    if (tertib_calendar_from_name("id5", &office, nullptr) != TERTIB_OK ||
        tertib_allowance_from_text(texts[state.range(0)], nullptr, &asked, nullptr) != TERTIB_OK) {
        state.SkipWithError("the calendar or the waktu can't be made");
    }
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib_allowance_due_column(asked, office, starts().data(),
                                                             queries, out.data(), nullptr));
        benchmark::ClobberMemory();
    }
    tertib_allowance_free(asked);
    tertib_calendar_free(office);
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(queries));
}
BENCHMARK(due_column_in_c)->ArgName("waktu")->DenseRange(0, 3);

} // namespace
