// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/store.hpp"

#include <memory>
#include <vector>

namespace tertib {

/// What a case of a store is judged by outside of its transactions, kept alive.
///
///     const CaseGround ground(store, *state);
///     decide(ground.context(), *state, command);
struct CaseGround {
    std::shared_ptr<const ReadySop> sop;
    std::shared_ptr<const Calendar> calendar;
    std::shared_ptr<const Roster> roster;
    std::vector<SopVersion> versions;

    CaseGround(Store& store, const CaseState& state)
        : sop(store.sop(state.sop_digest)),
          calendar(store.calendar(state.calendar_digest)),
          roster(store.roster()),
          versions(store.versions()) {}

    /// Borrows from this.
    [[nodiscard]] CaseContext context() const {
        return {.sop = sop.get(),
                .calendar = calendar.get(),
                .roster = roster.get(),
                .versions = versions};
    }
};

} // namespace tertib
