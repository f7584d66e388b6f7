// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/working_between.hpp"

#include <string>

namespace tertib {

/// As JSON, schema tertib.between/1 (docs/schema/between.json); `calendar` is the one asked.
[[nodiscard]] std::string to_json(const WorkingBetween& between, const Calendar& calendar);

} // namespace tertib
