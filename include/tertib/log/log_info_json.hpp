// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/log/log_info.hpp"

#include <string>

namespace tertib {

/// What a log holds as JSON, `tertib.log_info/1` (docs/schema/log_info.json).
[[nodiscard]] std::string to_json(const LogInfo& info);

} // namespace tertib
