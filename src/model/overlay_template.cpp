// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "model/overlay_flow.hpp"
#include "model/sop_digest.hpp"
#include "tertib/model/overlay.hpp"

#include <set>
#include <tuple>
#include <utility>

namespace tertib {
namespace {

/// Fields of the identity that the document leaves open, each with no line yet.
std::map<std::string, std::vector<std::string>> open_fields(const Identity& identity) {
    std::map<std::string, std::vector<std::string>> fields;
    const auto ask = [&](const char* field, bool open) {
        if (open) {
            fields[field];
        }
    };
    const auto day_open = [](const std::optional<Tanggal>& tanggal) {
        return !tanggal || !tanggal->date;
    };
    ask("nomor", identity.nomor.empty());
    ask("nama", identity.nama.empty());
    ask("unit_kerja", identity.unit_kerja.empty());
    ask("status", identity.status == SopStatus::unknown);
    ask("tanggal_pembuatan", day_open(identity.tanggal_pembuatan));
    ask("tanggal_revisi", day_open(identity.tanggal_revisi));
    ask("tanggal_berlaku", day_open(identity.tanggal_berlaku));
    ask("berlaku_sampai", day_open(identity.berlaku_sampai));
    const Pengesahan none;
    const Pengesahan& disahkan = identity.disahkan ? *identity.disahkan : none;
    ask("disahkan/jabatan", disahkan.jabatan.empty());
    ask("disahkan/nama", disahkan.nama.empty());
    ask("disahkan/nip", disahkan.nip.empty());
    ask("dasar_hukum", identity.dasar_hukum.empty());
    ask("kualifikasi_pelaksana", identity.kualifikasi_pelaksana.empty());
    ask("keterkaitan", identity.keterkaitan.empty());
    ask("peralatan", identity.peralatan.empty());
    ask("peringatan", identity.peringatan.empty());
    ask("pencatatan", identity.pencatatan.empty());
    return fields;
}

using Exits = std::set<std::pair<std::string, std::string>>; ///< node and outcome

Exits drawn_exits(const Sop& sop) {
    Exits exits;
    for (const Flow& flow : sop.flow()) {
        if (flow.outcome && leads_out(flow)) {
            exits.emplace(flow.from, *flow.outcome);
        }
    }
    return exits;
}

/// Of every step that has an outcome without target: the flows that there are, for they would be
/// replaced, and the missing ones with an empty target. A flow that joins several marks is one.
std::vector<OverlayFlow> open_flows(const Sop& sop) {
    const Exits exits = drawn_exits(sop);
    std::map<std::string, std::vector<OverlayFlow>, std::less<>> open;
    for (const Step& step : sop.steps()) {
        for (const std::string& outcome : step.outcomes) {
            if (!exits.contains({step.key, outcome})) {
                open[step.key].push_back({.from = step.key, .to = "", .outcome = outcome});
            }
        }
    }
    std::set<std::tuple<std::string, std::string, std::optional<std::string>>> listed;
    std::map<std::string, std::vector<OverlayFlow>, std::less<>> present;
    for (const Flow& flow : sop.flow()) {
        if (!leads_out(flow) || !open.contains(flow.from)) {
            continue;
        }
        if (listed.emplace(flow.from, flow.to, flow.outcome).second) {
            present[flow.from].push_back({flow.from, flow.to, flow.outcome});
        }
    }
    std::vector<OverlayFlow> flows;
    for (const Step& step : sop.steps()) {
        for (const auto* source : {&present, &open}) {
            if (const auto found = source->find(step.key); found != source->end()) {
                flows.insert(flows.end(), found->second.begin(), found->second.end());
            }
        }
    }
    return flows;
}

} // namespace

Overlay overlay_template(const Sop& sop) {
    Overlay overlay;
    overlay.sop_digest = sop.digest();
    for (const Step& step : sop.steps()) {
        if (step.marks.empty()) {
            overlay.assign[step.key];
        }
        if (step.kind == StepKind::decision && step.outcomes.empty()) {
            overlay.outcomes[step.key];
        }
    }
    overlay.flow = open_flows(sop);
    overlay.identity = open_fields(sop.identity());
    overlay.basis = part_digests(sop.parts());
    return overlay;
}

} // namespace tertib
