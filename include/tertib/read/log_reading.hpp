// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/log/event_log.hpp"

#include <vector>

namespace tertib {

/// A log as it was read, and what was noticed while reading it.
struct LogReading {
    EventLog log;
    std::vector<Finding> findings;
};

} // namespace tertib
