// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/decide.hpp"
#include "tertib/run/timely.hpp"
#include "tertib/store/transaction.hpp"

#include <vector>

namespace tertib {

/// The rows of the two lists that a case has a part in, each in its order.
struct CaseIndex {
    std::vector<DeadlineRow> deadlines;
    std::vector<WorkRow> work;
};

/// The rows of a case as it stands: its running deadlines, and each open task on the list of every
/// post that may do it. A case that doesn't run has none.
[[nodiscard]] CaseIndex index_of(const CaseContext& context, const CaseState& state);

/// What has to be written to come from the one state (nullptr: there is none) to the other, each
/// judged by its own Sop and calendar. Borrows all of them.
[[nodiscard]] CaseChange change_of(const CaseContext& old_context, const StoredCase* before,
                                   const CaseContext& context, const StoredCase& after);

} // namespace tertib
