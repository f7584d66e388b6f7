// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "log_source.hpp"
#include "verb.hpp"

#include <string>

namespace tertib::tool {

/// `tertib log convert LOG OUT [--to xes|csv]`: the same log in another format. Events that neither
/// start nor complete an activity stay in it. What was noticed in reading is said on standard error.
struct LogConvertRequest {
    LogRequest log;
    std::string out; ///< "-" is standard output
    std::string to;  ///< "" for what the end of `out` says
};
[[nodiscard]] Outcome log_convert_verb(const LogConvertRequest& request, const Manner& manner);

} // namespace tertib::tool
