// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "graph/tiny_sop.hpp"
#include "tertib/read/reader.hpp"
#include "tertib/sim/log_generator.hpp"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/tanggal.hpp"
#include "tertib/time/waktu.hpp"

#include <array>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

inline const tertib::Calendar& office() {
    static const tertib::Calendar calendar = *tertib::builtin_calendar("id5");
    return calendar;
}

inline tertib::GeneratorOptions year_options() {
    return {.from = *tertib::read_day("2025-01-01"), .until = *tertib::read_day("2025-12-31")};
}

/// The parts of an SOP in force since 2020 whose steps have these waktu, apart by ";" (the last one
/// for all others), each with a kelengkapan and a produk, done in turns by two pelaksana.
inline tertib::SopParts timed_parts(std::size_t steps, std::string_view flows,
                                    std::string_view waktu = "120 Menit;1 Hari;3 Hari") {
    tertib::SopParts parts = tiny_parts(steps, flows);
    parts.pelaksana = {"Kepala", "Staf"};
    const std::vector<std::string_view> texts = tertib::split(waktu, ';');
    for (std::size_t i = 0; i < parts.steps.size(); ++i) {
        tertib::Step& step = parts.steps[i];
        step.waktu = tertib::read_waktu(texts[std::min(i, texts.size() - 1)]).waktu;
        step.marks = {{.pelaksana = static_cast<tertib::PelaksanaIndex>(i % 2)}};
        step.kelengkapan = {"Berkas " + step.key};
        step.produk = {"Hasil " + step.key};
    }
    parts.identity.tanggal_berlaku = tertib::read_tanggal("2 Januari 2020").tanggal;
    return parts;
}

struct SampleSop {
    std::string name;
    tertib::Sop sop;
};

/// SOPs of many forms: lines, choices, loops, branches side by side, optional and outside steps,
/// waktu of each unit, totals; and the documents that are there.
inline std::vector<SampleSop> sample_sops() {
    using tertib::Sop;
    constexpr std::array<std::pair<std::size_t, std::string_view>, 10> shapes{{
        {4, "start>1 1>2 2>3 3>4 4>end"},
        {4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end"},
        {6, "start>1 1>2:A 1>4:B 2>3 3>6 4>5 5>6 6>end"},
        {4, "start>1 1>2 2>1:Tidak 2>3:Ya 3>4 4>end"},
        {5, "start>1 1>2 1>4 2>3 3>g1 4>g1 g1>5 5>end"},
        {4, "start>1 1>2 2>3 3>2:Ulang 3>4:Lanjut 4>1:Kembali 4>end:Selesai"},
        {5, "start>1 1>2:A 1>5:B 2>3 2>4 3>g1 4>g1 g1>5 5>end"},
        {3, "start>1 start>2 1>g1 2>g1 g1>3 3>end"},
        {5, "start>1 1>2 1>3 2>g1 3>3:Lagi 3>g1:Cukup g1>4 4>5 5>end"},
        {7, "start>1 1>2 1>3 2>4 4>2:Ulang 4>g1:Cukup 3>g1 g1>5 5>6 6>1:Tolak 6>7:Setuju 7>end"},
    }};
    std::vector<SampleSop> samples;
    for (const auto& [steps, flows] : shapes) {
        samples.push_back({std::string(flows), Sop(timed_parts(steps, flows))});
        samples.push_back({std::string(flows) + " units",
                           Sop(timed_parts(steps, flows,
                                           "30 Menit;1 x 24 Jam;2 Hari Kalender;1 Minggu;-;"
                                           "1 Hari + 60 Menit;2 Jam"))});
    }
    tertib::SopParts optional = timed_parts(5, "start>1 1>2 2>3 3>4 4>5 5>end");
    optional.steps[0].optional = "bila perlu";
    optional.steps[2].optional = optional.steps[3].optional = "bukan nominator";
    samples.push_back({"optional", Sop(std::move(optional))});
    tertib::SopParts outside = timed_parts(4, "start>1 1>2 2>1:Kurang 2>3:Lengkap 3>4 4>end");
    outside.pelaksana.emplace_back("Pemohon");
    outside.pelaksana_luar = {static_cast<tertib::PelaksanaIndex>(2)};
    outside.steps[0].marks =
        outside.steps[3].marks = {{.pelaksana = static_cast<tertib::PelaksanaIndex>(2)}};
    outside.total = tertib::read_waktu("5 Hari").waktu;
    samples.push_back({"outside", Sop(std::move(outside))});
    for (const char* file : {"examples/sop/laporan-kinerja.txt",
                             "../shared/data/sop/01-rudenim-pemeriksaan-kesehatan.txt",
                             "../shared/data/sop/03-rudenim-pemindahan-loop.txt",
                             "../shared/data/sop/05-dinsos-sumut-izin-pub.txt",
                             "../shared/data/sop/06-dinsos-sumut-gelar-pahlawan.txt",
                             "../shared/data/sop/13-basarnas-potensi-bencana-paralel.txt",
                             "../shared/data/sop/14-basarnas-verifikasi-berita-offpage.txt"}) {
        std::ifstream in(file, std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        if (!bytes.empty()) {
            samples.push_back({file, tertib::read_sops(bytes).front().sop});
        }
    }
    return samples;
}
