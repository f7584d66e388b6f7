// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "log_source.hpp"
#include "verb.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace tertib::tool {

struct AlignRequest {
    std::string net; ///< a PNML file; empty if `sop` names a document
    DocumentRequest sop;
    LogRequest log;
    std::optional<std::uint32_t> budget_seconds;
};

/// `tertib align`: how well a log fits a net, by optimal alignments. Says on standard error which
/// activities the net doesn't name. Only an overlay that doesn't fit makes the answer negative.
[[nodiscard]] Outcome align_verb(const AlignRequest& request, const Manner& manner);

} // namespace tertib::tool
