// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "catch.hpp"
#include "tertib/read/reader.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

/// The heading of a table with three lanes, as it is copied from a spreadsheet.
inline const std::string three_lanes =
    "No\tUraian\tPelaksana\t\t\tMutu Baku\t\t\tKeterangan\n"
    "\t\tPemohon\tPetugas Loket\tKepala Dinas\tKelengkapan\tWaktu\tOutput\t\n";

/// The one SOP that a text holds.
inline tertib::SopReading read_only(const std::string& text) {
    std::vector<tertib::SopReading> found = tertib::read_sops(text);
    REQUIRE(found.size() == 1);
    return std::move(found.front());
}

/// The flow as text: "start->1 1->2[ya] …", each with its provenance's first letter.
inline std::string flow_text(const tertib::Sop& sop) {
    std::string out;
    for (const tertib::Flow& flow : sop.flow()) {
        out += out.empty() ? "" : " ";
        out += flow.from + "->" + flow.to + (flow.outcome ? "[" + *flow.outcome + "]" : "") +
               (flow.kind == tertib::FlowKind::consultation ? "~" : "") + ":" +
               std::string(tertib::name(flow.provenance)).substr(0, 2);
    }
    return out;
}

inline std::string marks_text(const tertib::Sop& sop, std::string_view key) {
    std::string out;
    for (const tertib::Mark& mark : sop.step(key)->marks) {
        out += out.empty() ? "" : ", ";
        out += sop.pelaksana_name(mark.pelaksana) + " " + std::string(tertib::name(mark.symbol));
    }
    return out;
}

inline std::size_t count(const tertib::SopReading& reading, std::string_view code) {
    return static_cast<std::size_t>(
        std::ranges::count(reading.findings, code, &tertib::Finding::code));
}
