// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// Event logs: a table read into columns, beside the two scans of the same bytes that bound it; then
// what is made of a log. The argument is the number of cases of eight events each, so that the
// growth shows.
#include "tertib/log/log_findings.hpp"
#include "tertib/log/variants.hpp"
#include "tertib/read/csv_log.hpp"

#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <string>

namespace {

constexpr int events_a_case = 8;

std::string two(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// A year of an office: grouped by case, both stamps, 50 people.
std::string table(std::int64_t cases) {
    static constexpr std::array activities = {
        "Menerima berkas permohonan", "Memeriksa kelengkapan berkas",
        "Menelaah permohonan",        "Meninjau lokasi",
        "Menyusun rekomendasi",       "Memaraf rekomendasi",
        "Menandatangani izin",        "Menyerahkan izin"};
    std::string text = "Nomor Permohonan,Tahapan,Petugas,Jabatan,Tgl Mulai,Tgl Selesai\n";
    for (std::int64_t i = 0; i < cases; ++i) {
        for (std::int64_t j = 0; j < events_a_case; ++j) {
            const std::string day = "2025-" + two(1 + i % 12) + "-" + two(1 + (i + j) % 28);
            text += "REG-2025-" + std::to_string(i) + "," +
                    activities[static_cast<std::size_t>(j)] + ",petugas" +
                    std::to_string((i * 7 + j) % 50) + ",Staf," + day + "T" + two(7 + j) + ":" +
                    two(i % 60) + ":00+07:00," + day + "T" + two(8 + j) + ":" + two(i % 60) +
                    ":00+07:00\n";
        }
    }
    return text;
}

void count(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
    state.SetItemsProcessed(state.iterations() * state.range(0) * events_a_case);
}

/// The floor: memchr from comma to comma.
void scan_delimiters(benchmark::State& state) {
    const std::string text = table(state.range(0));
    for (auto _ : state) {
        std::size_t found = 0;
        const char* at = text.data();
        const char* const end = at + text.size();
        while (const void* next = std::memchr(at, ',', static_cast<std::size_t>(end - at))) {
            ++found;
            at = static_cast<const char*>(next) + 1;
        }
        benchmark::DoNotOptimize(found);
    }
    count(state, text.size());
}
BENCHMARK(scan_delimiters)->RangeMultiplier(10)->Range(1'000, 100'000);

/// The ceiling that no parser meets: memchr from line end to line end.
void scan_lines(benchmark::State& state) {
    const std::string text = table(state.range(0));
    for (auto _ : state) {
        std::size_t found = 0;
        const char* at = text.data();
        const char* const end = at + text.size();
        while (const void* next = std::memchr(at, '\n', static_cast<std::size_t>(end - at))) {
            ++found;
            at = static_cast<const char*>(next) + 1;
        }
        benchmark::DoNotOptimize(found);
    }
    count(state, text.size());
}
BENCHMARK(scan_lines)->RangeMultiplier(10)->Range(1'000, 100'000);

void read_csv(benchmark::State& state) {
    const std::string text = table(state.range(0));
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib::read_csv_log(tertib::source_of(text)).log.row_count());
    }
    count(state, text.size());
}
BENCHMARK(read_csv)->RangeMultiplier(10)->Range(1'000, 100'000);

void variants(benchmark::State& state) {
    const std::string text = table(state.range(0));
    const tertib::EventLog log = tertib::read_csv_log(tertib::source_of(text)).log;
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib::find_variants(log).all().size());
    }
    count(state, text.size());
}
BENCHMARK(variants)->RangeMultiplier(10)->Range(1'000, 100'000);

void quality(benchmark::State& state) {
    const std::string text = table(state.range(0));
    const tertib::EventLog log = tertib::read_csv_log(tertib::source_of(text)).log;
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib::find_log_quality(log).findings.size());
    }
    count(state, text.size());
}
BENCHMARK(quality)->RangeMultiplier(10)->Range(1'000, 100'000);

void digest(benchmark::State& state) {
    const std::string text = table(state.range(0));
    const tertib::EventLog log = tertib::read_csv_log(tertib::source_of(text)).log;
    for (auto _ : state) {
        benchmark::DoNotOptimize(tertib::digest(log));
    }
    count(state, text.size());
}
BENCHMARK(digest)->RangeMultiplier(10)->Range(1'000, 100'000);

} // namespace
