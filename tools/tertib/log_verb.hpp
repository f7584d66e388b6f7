// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "log_source.hpp"
#include "verb.hpp"

namespace tertib::tool {

/// `tertib log info LOG [--map FILE]`: what a log holds, and what is odd about its data.
[[nodiscard]] Outcome log_info_verb(const LogRequest& request, const Manner& manner);

/// `tertib log map LOG [--sop DOC] [--map FILE]`: a proposed map, for a person to complete. The
/// answer is JSON; what is left open is said on standard error.
struct LogMapRequest {
    LogRequest log;
    DocumentRequest sop; ///< its path is "" where none is named
};
[[nodiscard]] Outcome log_map_verb(const LogMapRequest& request, const Manner& manner);

} // namespace tertib::tool
