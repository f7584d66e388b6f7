// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "decision.hpp"
#include "delegate_verb.hpp"
#include "document.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace tertib::tool {

/// `tertib sop register|enforce|replace|withdraw`, each version by a document's file or by its
/// digest. register and enforce make the store if there is none.
struct VersionRequest {
    DocumentRequest document; ///< of the version that it is about
    DocumentRequest old;      ///< replace, revise: the version whose place it takes
};
[[nodiscard]] Outcome sop_register_verb(const DecisionRequest& request,
                                        const VersionRequest& version, const Manner& manner);
[[nodiscard]] Outcome sop_enforce_verb(const DecisionRequest& request,
                                       const VersionRequest& version, const Manner& manner);
[[nodiscard]] Outcome sop_replace_verb(const DecisionRequest& request,
                                       const VersionRequest& version, const Manner& manner);
[[nodiscard]] Outcome sop_withdraw_verb(const DecisionRequest& request,
                                        const VersionRequest& version, const Manner& manner);

/// `tertib sop list [--at DATE]`: all versions, or those in force on a day.
[[nodiscard]] Outcome sop_list_verb(const OfficeListRequest& request, const Manner& manner);

/// `tertib sop revise OLD NEW`: which open cases a revision touches, and what the overlay that was
/// made for the old version loses. Writes nothing. Ends with 1 if something of the overlay can't be
/// applied any more.
struct ReviseRequest {
    std::string store;
    VersionRequest version;
    std::string overlay; ///< path; "": none to ask about
    std::string after;
    std::size_t limit = 100;
};
[[nodiscard]] Outcome sop_revise_verb(const ReviseRequest& request, const Manner& manner);

} // namespace tertib::tool
