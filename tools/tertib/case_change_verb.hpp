// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "case_verb.hpp"
#include "document.hpp"
#include "verb.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tertib::tool {

/// Whether something is done, or only shown.
enum class Run : std::uint8_t { real, dry };

/// `tertib case recompute CASE`: deadlines by another calendar, or by what is known by now of the
/// one that the case runs by. Ends with 1 if it is refused, or would be.
struct RecomputeRequest {
    std::string calendar; ///< "": the case's own, as it is known now
    Run run = Run::real;
};
[[nodiscard]] Outcome case_recompute_verb(const CaseRequest& request,
                                          const RecomputeRequest& recompute, const Manner& manner);

/// `tertib case migrate CASE --sop SOP`: goes on by another version, given by a document's file or
/// by digest.
struct MigrateRequest {
    DocumentRequest sop;
    std::vector<std::string> steps; ///< OLD=NEW
    Run run = Run::real;
};
[[nodiscard]] Outcome case_migrate_verb(const CaseRequest& request, const MigrateRequest& migrate,
                                        const Manner& manner);

} // namespace tertib::tool
