// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

// Arbitrary Sops for RapidCheck: every member takes every kind of value that a Sop accepts.
//
//     rc::check("…", [] { const Sop sop = *any_sop(); … });

#include "tertib/base/text.hpp"
#include "tertib/model/sop.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

namespace tertib::testing {

/// Text without NUL: plain words, what JSON must escape, and code points of all lengths.
inline rc::Gen<std::string> any_text() {
    return rc::gen::exec([] {
        std::string text;
        const auto pieces = *rc::gen::inRange(0, 6);
        for (int i = 0; i < pieces; ++i) {
            switch (*rc::gen::inRange(0, 4)) {
            case 0:
                text += *rc::gen::element<std::string>("Kadis", "berkas", " ", "±", "\n", "\t");
                break;
            case 1:
                text += *rc::gen::element<std::string>("\"", "\\", "/", "~0", "~1", "\x7f", "\x01");
                break;
            case 2: append_code_point(text, *rc::gen::inRange<char32_t>(1, 0xD800)); break;
            default: append_code_point(text, *rc::gen::inRange<char32_t>(0xE000, 0x110000));
            }
        }
        return text;
    });
}

inline std::vector<std::string> any_texts() {
    return *rc::gen::resize(3, rc::gen::container<std::vector<std::string>>(any_text()));
}

inline bool any_truth() {
    return *rc::gen::inRange(0, 2) == 1;
}
inline std::uint32_t any_count() {
    return *rc::gen::inRange<std::uint32_t>(0, 70'000);
}

template <typename Enum>
Enum any_of(Enum last) {
    return static_cast<Enum>(*rc::gen::inRange(0, static_cast<int>(last) + 1));
}

inline WaktuPart any_part() {
    const auto decimal = [] {
        return Decimal::from(std::abs(*rc::gen::arbitrary<std::int64_t>() / 2),
                             *rc::gen::inRange(0, Decimal::max_scale + 1));
    };
    WaktuPart part;
    part.min = decimal();
    part.max = decimal();
    if (part.max < part.min) {
        std::swap(part.min, part.max);
    }
    part.satuan = any_of(Satuan::tahun);
    part.reckoning = any_of(Reckoning::elapsed);
    part.assumed = any_truth();
    return part;
}

inline Waktu any_waktu() {
    Waktu waktu;
    waktu.text = *any_text();
    waktu.form = any_of(WaktuForm::none);
    waktu.approximate = any_truth();
    waktu.note = *any_text();
    if (any_truth()) {
        waktu.per = *any_text();
    }
    if (any_truth()) {
        waktu.restated = any_part();
    }
    std::size_t parts = 1;
    if (waktu.form == WaktuForm::sum || waktu.form == WaktuForm::alternatives) {
        parts = *rc::gen::inRange<std::size_t>(2, 4);
    } else if (waktu.form == WaktuForm::open || waktu.form == WaktuForm::none) {
        parts = 0;
    }
    for (std::size_t i = 0; i < parts; ++i) {
        waktu.parts.push_back(any_part());
    }
    return waktu;
}

inline std::optional<Tanggal> any_tanggal() {
    if (any_truth()) {
        return std::nullopt;
    }
    Tanggal tanggal;
    tanggal.text = *any_text();
    const std::chrono::year_month month = std::chrono::year(*rc::gen::inRange(1, 10'000)) /
                                          std::chrono::month(*rc::gen::inRange<unsigned>(1, 13));
    if (any_truth()) {
        tanggal.month = month;
        if (any_truth()) {
            tanggal.date = month / std::chrono::day(*rc::gen::inRange<unsigned>(1, 29));
        }
    }
    return tanggal;
}

inline Identity any_identity() {
    Identity identity;
    identity.nomor = *any_text();
    identity.nama = *any_text();
    identity.unit_kerja = any_texts();
    identity.status = any_of(SopStatus::dicabut);
    identity.berlaku_sampai = any_tanggal();
    identity.tanggal_pembuatan = any_tanggal();
    identity.tanggal_revisi = any_tanggal();
    identity.tanggal_berlaku = any_tanggal();
    if (any_truth()) {
        identity.disahkan = Pengesahan{*any_text(), *any_text(), *any_text(), *any_text()};
    }
    identity.dasar_hukum = any_texts();
    identity.kualifikasi_pelaksana = any_texts();
    identity.keterkaitan = any_texts();
    identity.peralatan = any_texts();
    identity.peringatan = any_texts();
    identity.pencatatan = any_texts();
    return identity;
}

/// Draws columns for a step, a flow or a layout; nothing where the Sop has none.
inline std::optional<PelaksanaIndex> any_lane(const SopParts& parts) {
    if (parts.pelaksana.empty() || any_truth()) {
        return std::nullopt;
    }
    return static_cast<PelaksanaIndex>(*rc::gen::inRange<std::size_t>(0, parts.pelaksana.size()));
}

inline void add_pelaksana(SopParts& parts) {
    const int count = *rc::gen::inRange(0, 4);
    for (int i = 0; i < count; ++i) {
        // A letter in front keeps the names apart after folding, whatever the text holds.
        parts.pelaksana.push_back(std::string(1, static_cast<char>('A' + i)) + *any_text());
        if (any_truth()) {
            parts.pelaksana_luar.push_back(static_cast<PelaksanaIndex>(i));
        }
    }
}

inline Step any_step(const SopParts& parts, const std::string& key) {
    Step step;
    step.key = key;
    step.no = *any_text();
    step.uraian = *any_text();
    step.kind = any_of(StepKind::decision);
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        if (const auto lane = any_lane(parts)) {
            step.marks.push_back({*lane, any_of(Symbol::unspecified)});
        }
    }
    step.participation = any_of(Participation::all);
    step.outcomes = any_texts();
    step.kelengkapan = any_texts();
    step.waktu = any_waktu();
    step.produk = any_texts();
    step.keterangan = *any_text();
    if (any_truth()) {
        step.optional = *any_text();
    }
    return step;
}

inline void add_flow(SopParts& parts) {
    std::vector<std::string> nodes;
    for (const Step& step : parts.steps) {
        nodes.push_back(step.key);
    }
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        parts.gateways.push_back({.key = "g" + std::to_string(i),
                                  .kind = GatewayKind::parallel,
                                  .provenance = any_of(Provenance::user)});
        nodes.push_back(parts.gateways.back().key);
    }
    std::vector<std::string> sources = nodes;
    std::vector<std::string> targets = nodes;
    sources.emplace_back(start_node);
    targets.emplace_back(end_node);
    for (int i = *rc::gen::inRange(0, 6); i > 0; --i) {
        Flow flow;
        flow.from = *rc::gen::elementOf(sources);
        flow.to = *rc::gen::elementOf(targets);
        if (any_truth()) {
            flow.outcome = *any_text();
        }
        flow.kind = any_of(FlowKind::consultation);
        flow.from_pelaksana = any_lane(parts);
        flow.to_pelaksana = any_lane(parts);
        flow.provenance = any_of(Provenance::user);
        flow.evidence = *any_text();
        parts.flow.push_back(std::move(flow));
    }
}

inline Place any_place() {
    return {.row = any_count(), .column = any_count(), .step = *any_text()};
}

inline Layout any_layout(const SopParts& parts) {
    Layout layout;
    layout.heading = *any_text();
    for (int i = *rc::gen::inRange(0, 3); i > 0; --i) {
        layout.columns.push_back(
            {*any_text(), any_of(ColumnRole::unknown), any_count(), *any_text()});
        layout.places[*any_text()] = any_place();
        layout.lone_connectors.push_back(any_place());
        layout.unknown_symbols.push_back({*any_text(), any_place()});
        if (const auto lane = any_lane(parts)) {
            layout.connectors.push_back({*lane, any_count(), any_count()});
        }
    }
    layout.total_label = *any_text();
    layout.shows_arrows = any_truth();
    layout.shows_marks = any_truth();
    layout.shows_shapes = any_truth();
    layout.shows_signature = any_truth();
    return layout;
}

/// Members from a later version, in objects that every Sop of the generator has.
inline void add_unknown_members(SopParts& parts) {
    const auto add = [&](const std::string& pointer) {
        parts.unknown_members.push_back(
            {pointer, *rc::gen::element<std::string>("1.50", "null", "[1, {\"a\": []}]", "\"x\"")});
    };
    add("/later");
    add("/identity/later~1on");
    for (std::size_t i = 0; i < parts.steps.size(); ++i) {
        add("/steps/" + std::to_string(i) + "/waktu/later~0");
    }
    std::ranges::sort(parts.unknown_members, {}, &UnknownMember::pointer);
}

inline rc::Gen<SopParts> any_parts() {
    return rc::gen::exec([] {
        SopParts parts;
        parts.source = {*any_text(), *any_text()};
        parts.identity = any_identity();
        add_pelaksana(parts);
        if (any_truth()) {
            parts.total = any_waktu();
        }
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) {
            parts.steps.push_back(any_step(parts, std::to_string(i)));
        }
        add_flow(parts);
        if (any_truth()) {
            parts.layout = any_layout(parts);
        }
        if (any_truth()) {
            add_unknown_members(parts);
        }
        return parts;
    });
}

inline rc::Gen<Sop> any_sop() {
    return rc::gen::map(any_parts(), [](SopParts parts) { return Sop(std::move(parts)); });
}

} // namespace tertib::testing
