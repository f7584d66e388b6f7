// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/store/dry_run.hpp"

#include "store/case_ground.hpp"

#include <optional>

namespace tertib {
namespace {

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
    const CaseGround ground(store, *state);
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
    const CaseGround ground(store, *state);
    CaseContext context = ground.context();
    context.next_calendar = &next;
    return plan_recompute(context, *state, command);
}

} // namespace tertib
