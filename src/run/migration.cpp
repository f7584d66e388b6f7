// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/run/migration.hpp"

#include "run/migrator.hpp"
#include "tertib/base/error.hpp"

#include <optional>
#include <utility>
#include <variant>

namespace tertib {

MigrationPlan plan_migration(const CaseContext& context, const CaseState& state,
                             const Command& command) {
    const auto* action = std::get_if<MigrateCase>(&command.action);
    if (action == nullptr || context.next_sop == nullptr) {
        throw Error(ErrorCode::argument,
                    "a migration is planned for a command to migrate and the Sop to come to");
    }
    Judgement judgement = decide(context, state, command);
    MigrationPlan plan;
    // Where something else was refused there is no plan.
    const std::optional<Finding>& refusal = judgement.refusal;
    if (!refusal || refusal->code.starts_with("MIGRATE-")) {
        Event event;
        event.happened = command.at.value_or(command.now);
        Migrator migrator(context, state, command);
        // Its refusal is that of the judgement.
        (void)migrator.run(*action, event);
        plan = migrator.take_plan();
    }
    plan.judgement = std::move(judgement);
    return plan;
}

} // namespace tertib
