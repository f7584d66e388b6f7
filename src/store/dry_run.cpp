// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/dry_run.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace tertib {
namespace {

/// What a case is judged by, kept alive.
struct DryGround {
    std::shared_ptr<const ReadySop> sop;
    std::shared_ptr<const Calendar> calendar;
    std::shared_ptr<const Roster> roster;
    std::vector<SopVersion> versions;

    DryGround(Store& store, const CaseState& state)
        : sop(store.sop(state.sop_digest)),
          calendar(store.calendar(state.calendar_digest)),
          roster(store.roster()),
          versions(store.versions()) {}

    [[nodiscard]] CaseContext context() const {
        return {.sop = sop.get(),
                .calendar = calendar.get(),
                .roster = roster.get(),
                .versions = versions};
    }
};

[[nodiscard]] Judgement unknown_case(const Command& command) {
    Judgement judgement;
    judgement.refusal = make_finding("CASE-UNKNOWN", {}, {{"case", command.case_id}});
    return judgement;
}

} // namespace

MigrationPlan plan_migration(Store& store, const Command& command, const ReadySop& next) {
    const std::optional<CaseState> state = store.find_case(command.case_id);
    if (!state) {
        MigrationPlan none;
        none.judgement = unknown_case(command);
        return none;
    }
    const DryGround ground(store, *state);
    CaseContext context = ground.context();
    context.next_sop = &next;
    return plan_migration(context, *state, command);
}

Recompute plan_recompute(Store& store, const Command& command, const Calendar& next) {
    const std::optional<CaseState> state = store.find_case(command.case_id);
    if (!state) {
        Recompute none;
        none.judgement = unknown_case(command);
        return none;
    }
    const DryGround ground(store, *state);
    CaseContext context = ground.context();
    context.next_calendar = &next;
    return plan_recompute(context, *state, command);
}

} // namespace tertib
