// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verb.hpp"

#include "tertib/check/check_report.hpp"

#include <string>

namespace tertib::tool {

/// A report for people who read it in a terminal: the counts, what went wrong with a few examples of
/// each, what couldn't be judged, and what is odd about the data. `calendar` is what the user named.
[[nodiscard]] std::string text_of_check(const CheckReport& report, const std::string& calendar,
                                        ShowPeople show, const Manner& manner);

} // namespace tertib::tool
