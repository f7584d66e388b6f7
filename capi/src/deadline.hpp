// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "calendar.hpp"
#include "findings.hpp"

#include "tertib/time/deadline.hpp"
#include "tertib/time/explanation.hpp"

#include <vector>

/// Shares the calendar's data, so that it can be explained when the calendar's handle is gone.
struct tertib_deadline {
    tertib::Calendar calendar;
    tertib::Deadline deadline{};
    tertib::ExplanationOptions options{};
    std::vector<tertib::Finding> noticed{}; ///< while its text was read
    tertib_findings findings{};             ///< those, and the deadline's
};
