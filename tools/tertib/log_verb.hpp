// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "log_source.hpp"
#include "verb.hpp"

namespace tertib::tool {

/// A log, and the SOP whose steps its activities are matched with.
struct LogVerbRequest {
    LogRequest log;
    DocumentRequest sop; ///< its path is "" where none is named
};

/// `tertib log info LOG [--map FILE] [--sop DOC]`: what a log holds, and what is odd about its data.
[[nodiscard]] Outcome log_info_verb(const LogVerbRequest& request, const Manner& manner);

/// `tertib log map LOG [--sop DOC] [--map FILE]`: a proposed map, for a person to complete. The
/// answer is JSON; what is left open is said on standard error.
[[nodiscard]] Outcome log_map_verb(const LogVerbRequest& request, const Manner& manner);

} // namespace tertib::tool
