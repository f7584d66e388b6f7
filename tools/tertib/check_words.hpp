// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verb.hpp"

#include "tertib/check/check_report.hpp"
#include "tertib/check/report_diff.hpp"

#include <string>
#include <vector>

namespace tertib::tool {

/// What a report for people needs beside the report.
struct CheckWords {
    std::string calendar; ///< as the user named it
    ShowPeople show = ShowPeople::roles;
    const std::vector<DiffLine>* diff = nullptr; ///< since an earlier report, if one was given
};

/// A report for people who read it in a terminal: the counts, what went wrong with a few examples of
/// each, what couldn't be judged, what changed, and what is odd about the data.
[[nodiscard]] std::string text_of_check(const CheckReport& report, const CheckWords& words,
                                        const Manner& manner);

} // namespace tertib::tool
