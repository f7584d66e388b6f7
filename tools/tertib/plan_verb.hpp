// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "verb.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tertib::tool {

struct PlanRequest {
    DocumentRequest document;
    std::string start;                 ///< ISO 8601; without offset in the calendar's zone
    std::string calendar;              ///< as people name it; "": the usual one
    std::vector<std::string> outcomes; ///< 3=Ya
    std::vector<std::string> items;    ///< 4 for every step, or 3=4
    std::uint32_t rounds = 1;
};

/// `tertib plan`: when each step may begin and is due, what decides the finish, how much of each
/// pelaksana's time it takes, and the days for the applicant's receipt.
[[nodiscard]] Outcome plan_verb(const PlanRequest& request, const Manner& manner);

} // namespace tertib::tool
