// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_report.hpp"
#include "tertib/check/report_diff.hpp"

#include <string>
#include <vector>

namespace tertib {

/// The report as `tertib.check/1` (docs/formats.md): head, checks, steps, groups, cases and rows.
/// People are shown as asked; ids of cases are those of the log. `diff` is what changed since an
/// earlier report, nullptr where none was given.
[[nodiscard]] std::string to_json(const CheckReport& report, ShowPeople show = ShowPeople::roles,
                                  const std::vector<DiffLine>* diff = nullptr);

} // namespace tertib
