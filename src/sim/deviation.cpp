// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/sim/deviation.hpp"

#include <algorithm>
#include <array>

namespace tertib {
namespace {

constexpr std::array<std::string_view, deviation_count> deviation_names{
    "STEP-UNKNOWN", "STEP-MISSING",  "ORDER",          "REPEAT",
    "PELAKSANA",    "LATE-STEP",     "LATE-CASE",      "LATE-PATH",
    "OVERDUE",      "INPUT-MISSING", "OUTPUT-MISSING", "NOT-IN-FORCE",
    "NOT-SIGNED",   "FOUR-EYES",     "OUT-OF-HOURS",   "INCOMPLETE"};

} // namespace

std::string_view name(Deviation deviation) noexcept {
    return deviation_names[static_cast<std::size_t>(deviation)];
}

std::optional<Deviation> deviation_from_name(std::string_view name) noexcept {
    const auto found = std::ranges::find(deviation_names, name);
    if (found == deviation_names.end()) {
        return std::nullopt;
    }
    return static_cast<Deviation>(found - deviation_names.begin());
}

} // namespace tertib
