// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/sop.hpp"

#include <cstddef>
#include <string>
#include <utility>

/// An Sop like those of offices, of any size: each step takes what the one before made, and needs
/// something from outside now and then; work goes from hand to hand; every fifth step decides and
/// may send the work back by three; the last may send it back to the first.
inline tertib::Sop chain_sop(std::size_t steps) {
    using namespace tertib;
    constexpr std::size_t lanes = 5;
    SopParts parts;
    for (std::size_t i = 0; i < lanes; ++i) {
        parts.pelaksana.push_back("Pelaksana " + std::to_string(i + 1));
    }
    parts.steps.reserve(steps);
    parts.flow.reserve(2 * steps);
    const auto flow = [&parts](std::string from, std::string to, const char* outcome) {
        Flow each;
        each.from = std::move(from);
        each.to = std::move(to);
        if (outcome != nullptr) {
            each.outcome = outcome;
        }
        parts.flow.push_back(std::move(each));
    };
    flow("start", "1", nullptr);
    for (std::size_t i = 1; i <= steps; ++i) {
        Step step;
        step.key = std::to_string(i);
        step.uraian = "Menyusun laporan hasil pemeriksaan " + step.key;
        step.marks = {{static_cast<PelaksanaIndex>(i / 2 % lanes), Symbol::process}};
        step.kelengkapan = {"Laporan hasil pemeriksaan berkas " + std::to_string(i - 1)};
        if (i % 7 == 0) {
            step.kelengkapan.push_back("Komputer dan alat tulis kantor");
        }
        step.produk = {"Laporan hasil pemeriksaan berkas " + step.key};
        const bool last = i == steps;
        const std::string next = last ? "end" : std::to_string(i + 1);
        if (i % 5 == 0 || last) {
            step.kind = StepKind::decision;
            flow(step.key, next, "Ya");
            flow(step.key, std::to_string(last || i < 4 ? 1 : i - 3), "Tidak");
        } else {
            flow(step.key, next, nullptr);
        }
        parts.steps.push_back(std::move(step));
    }
    return Sop(std::move(parts));
}
