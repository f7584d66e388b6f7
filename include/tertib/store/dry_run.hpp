// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/migration.hpp"
#include "tertib/run/timely.hpp"
#include "tertib/store/store.hpp"

/// What a migration or another calendar would do to a case of a store, judged as submit() would and
/// without writing anything: the new version and the calendar needn't be registered.
///
///     MigrationPlan plan = plan_migration(store, command, *ready_sop(revised).sop);
///     if (plan.judgement.refusal) std::cerr << message(*plan.judgement.refusal, Language::id);
///
/// Each reads the case as of one moment; others may write between the dry run and the real one,
/// which `Request::seen` notices. Both throw Error(argument) for a command of another verb.
namespace tertib {

/// The plan is empty, with the refusal CASE-UNKNOWN, where there is no such case.
[[nodiscard]] MigrationPlan plan_migration(Store& store, const Command& command,
                                           const ReadySop& next);
[[nodiscard]] Recompute plan_recompute(Store& store, const Command& command, const Calendar& next);

} // namespace tertib
