// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/migration.hpp"
#include "tertib/time/instant.hpp"

#include <string>

namespace tertib {

/// What a migration would do, "tertib.migration/1" (docs/formats.md, docs/schema/migration.json),
/// instants on the clock of `zone`. No person is named. Pure; use it from any thread.
///
///     std::string json = to_json(plan_migration(context, state, command), calendar.zone());
[[nodiscard]] std::string to_json(const MigrationPlan& plan, Zone zone);

} // namespace tertib
