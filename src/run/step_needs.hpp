// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/case_state.hpp"
#include "tertib/run/ready_sop.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// The step's pelaksana by name, each once, in the order of its marks; none if they are unknown.
[[nodiscard]] std::vector<std::string> posts_of(const Sop& sop, const Step& step);

/// Who may do an open task: the post it was reassigned to, else the step's, else (where they are
/// unknown, and the options let anybody) all of the Sop's.
[[nodiscard]] std::vector<std::string> posts_for(const ReadySop& sop, const Task& task);

/// Those that still must complete a step where each of them has to.
[[nodiscard]] std::vector<std::string> posts_left(const Sop& sop, const Step& step,
                                                  const std::vector<std::string>& done_by);

/// Kelengkapan of a step that an earlier one makes and hasn't delivered: places in the step's list,
/// ascending. What only an optional step that was left out makes is not owed.
[[nodiscard]] std::vector<std::uint32_t>
owed_kelengkapan(const ReadySop& sop, const CaseState& state, std::uint32_t step);

} // namespace tertib
