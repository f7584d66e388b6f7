// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/check/check_plan.hpp"
#include "tertib/check/evidence.hpp"

#include <string>

namespace tertib {

/// What evidence says, as a sentence for people: without names of persons, times on the office's
/// clock. `plan` is the one that it was found by.
///
///     text_of(plan, part.evidence.front(), Language::id);
[[nodiscard]] std::string text_of(const CheckPlan& plan, const Evidence& evidence,
                                  Language language);

/// "2 hari kerja", "95 menit kerja": by how much a deadline was missed; "" if it wasn't.
[[nodiscard]] std::string lateness_text(const Evidence& evidence, Language language);

} // namespace tertib
