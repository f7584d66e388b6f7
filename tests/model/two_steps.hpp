// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/sop.hpp"

/// start → 1 → 2 → end, two pelaksana, nothing else: parts to break in one place.
inline tertib::SopParts two_steps() {
    tertib::SopParts parts;
    parts.pelaksana = {"Kadis", "Urusan /Tim"};
    parts.steps = {tertib::Step{.key = "1", .uraian = "Menelaah berkas"},
                   tertib::Step{.key = "2", .uraian = "Menandatangani surat"}};
    parts.flow = {tertib::Flow{.from = "start", .to = "1"}, tertib::Flow{.from = "1", .to = "2"},
                  tertib::Flow{.from = "2", .to = "end"}};
    return parts;
}
