// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/sim/log_generator.hpp"

#include <chrono>

namespace tertib {

/// A year of an office, for trials and demonstrations: 1,000 cases, most of them in order, and each
/// deviation that a case of the SOP can show within that year in a few. Set what is to be otherwise
/// in the answer, or, of what the cases depend on (seed, four eyes), before in `base`.
///
///     GeneratedLog made = generate_log(sop, office, {}, office_year(sop, office, {}, 2025y));
///
/// Throws as generate_log does where not even cases that keep to the SOP can be made up.
[[nodiscard]] GeneratorOptions office_year(const Sop& sop, const Calendar& calendar,
                                           const Roster& roster, std::chrono::year year,
                                           GeneratorOptions base = {});

} // namespace tertib
