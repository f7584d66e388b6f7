// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/text.hpp"
#include "tertib/model/sop.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace tertib {

/// An SOP with one of everything that is drawn.
inline Sop drawn_sop() {
    constexpr PelaksanaIndex kadis{0};
    constexpr PelaksanaIndex staf{1};
    SopParts parts;
    parts.pelaksana = {"Kadis", "Staf"};
    Step check{.key = "1", .uraian = "Memeriksa"};
    check.marks = {{kadis, Symbol::process}, {kadis, Symbol::connector}};
    Step decide{.key = "2", .uraian = "Setuju?", .kind = StepKind::decision};
    decide.marks = {{kadis, Symbol::decision}, {staf, Symbol::process}};
    Step send{.key = "3", .uraian = "Mengirim"};
    send.optional = "Dapat dilewati";
    parts.steps = {check, decide, send};
    parts.gateways = {Gateway{.key = "g1"}};
    parts.flow = {
        Flow{.from = "start", .to = "1"},
        Flow{.from = "1", .to = "2"},
        Flow{.from = "2",
             .to = "1",
             .outcome = "Tidak",
             .provenance = Provenance::stated,
             .evidence = "Jika tidak, kembali ke 1"},
        Flow{.from = "2", .to = "2", .from_pelaksana = kadis, .to_pelaksana = staf},
        Flow{.from = "2", .to = "3", .outcome = "Ya"},
        Flow{.from = "1",
             .to = "3",
             .kind = FlowKind::consultation,
             .provenance = Provenance::drawn},
        Flow{.from = "3", .to = "g1", .provenance = Provenance::inferred},
        Flow{.from = "g1", .to = "end", .provenance = Provenance::inferred},
    };
    return Sop(std::move(parts));
}

/// An SOP whose words try to leave their quotes, to be a directive, or to reach the terminal.
inline Sop hostile_sop() {
    SopParts parts;
    parts.identity.nama = "%%{init: {}}%%\n<script>";
    parts.pelaksana = {"Kadis"};
    parts.steps = {Step{.key = "x\"]", .uraian = "a\"];\nevil [label=\"\\N &lt;b>\x1b \xff"}};
    return Sop(std::move(parts));
}

/// Whether one of the text's lines, without its indentation, is that.
inline bool has_line(std::string_view text, std::string_view line) {
    return std::ranges::any_of(split(text, '\n'),
                               [&](std::string_view each) { return trim(each) == line; });
}

} // namespace tertib
