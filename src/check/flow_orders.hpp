// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "check/flow_automaton.hpp"
#include "tertib/check/check_row.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace tertib {

/// One completed step of a case.
struct FlowRun {
    Run run;
    CheckStamp when;
};

/// How certain the order of a case's runs is: each is at its own exact instant; some share one; or
/// some stamps are so coarse that others may have come between.
enum class OrderKnown : std::uint8_t { exact, ties, coarse };

/// What following a case in every order that its stamps allow came to.
struct FlowOrders {
    bool some = false;                 ///< of them fit
    bool all = false;                  ///< of them fit
    bool over = false;                 ///< a limit was passed: not known
    std::vector<std::uint32_t> states; ///< that it may have come to, ascending
};

/// Follows a case in every order, block by block of runs that may have changed places: by sets of
/// those that have run, so an order is never walked twice. `runs` are sorted by first instant.
[[nodiscard]] FlowOrders try_orders(FlowAutomaton& automaton, std::span<const FlowRun> runs,
                                    OrderKnown known, const FlowLimits& limits);

} // namespace tertib
