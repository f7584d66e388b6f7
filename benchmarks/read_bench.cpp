// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
// Bytes to grids: a document of 3 KB should take less than 1 ms; big ones show the rate of each
// format. The argument is the number of steps.
#include "read/encoding.hpp"
#include "read/format.hpp"

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>

namespace {

using tertib::Format;

constexpr std::string_view uraian = "Menerima dan memeriksa kelengkapan berkas permohonan";

std::string text(std::int64_t steps) {
    std::string bytes = "\tNomor SOP\t1/CONTOH/2024\n\nNo\tUraian\tKepala\tStaf\tKelengkapan\n";
    for (std::int64_t i = 1; i <= steps; ++i) {
        bytes += std::to_string(i) + ".\t" + std::string(uraian) +
                 "\t\t●\tBerkas permohonan\t15 Menit\t\"Berkas\nlengkap\"\n";
    }
    return bytes;
}

std::string html(std::int64_t steps) {
    std::string bytes = "<table><tr><th>No<th>Uraian<th>Kepala<th>Staf<th>Kelengkapan</tr>\n";
    for (std::int64_t i = 1; i <= steps; ++i) {
        bytes += "<tr><td class=\"xl65\">" + std::to_string(i) + "</td><td>" + std::string(uraian) +
                 "</td><td></td><td>&#9679;</td><td>Berkas " +
                 "permohonan<br>lengkap</td><td>15&nbsp;Menit</td></tr>\n";
    }
    return bytes + "</table>";
}

std::string markdown(std::int64_t steps) {
    std::string bytes = "| No | Uraian | Kepala | Staf | Kelengkapan |\n|---|---|---|---|---|\n";
    for (std::int64_t i = 1; i <= steps; ++i) {
        bytes += "| " + std::to_string(i) + " | " + std::string(uraian) +
                 " | | ● | Berkas *permohonan*<br>lengkap |\n";
    }
    return bytes;
}

void read(benchmark::State& state, const std::string& bytes) {
    tertib::ReadOptions options;
    options.max_cells = 10'000'000;
    for (auto _ : state) {
        const tertib::DecodedText decoded = tertib::decode_text(bytes, options.max_bytes);
        const Format format = tertib::find_format(decoded.text);
        benchmark::DoNotOptimize(tertib::read_grids(decoded.text, format, options));
    }
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes.size()));
    state.SetComplexityN(state.range(0));
}

void read_text(benchmark::State& state) {
    read(state, text(state.range(0)));
}
void read_html(benchmark::State& state) {
    read(state, html(state.range(0)));
}
void read_markdown(benchmark::State& state) {
    read(state, markdown(state.range(0)));
}

BENCHMARK(read_text)->Arg(25)->RangeMultiplier(10)->Range(1'000, 100'000)->Complexity();
BENCHMARK(read_html)->Arg(25)->RangeMultiplier(10)->Range(1'000, 100'000)->Complexity();
BENCHMARK(read_markdown)->Arg(25)->RangeMultiplier(10)->Range(1'000, 100'000)->Complexity();

} // namespace
