// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/case_state.hpp"
#include "tertib/run/ready_sop.hpp"
#include "tertib/time/instant.hpp"

#include <string>

namespace tertib {

/// A case as JSON, "tertib.case/1" (docs/formats.md, docs/schema/case.json): where it stands, its
/// open tasks with their deadlines, parked tokens, what each step has seen. Instants are on the
/// clock of `zone`. Holders are named: personal data.
///
///     std::string json = to_json(sop, state, calendar.zone());
///
/// Throws Error(argument) for a state that belongs to another Sop. Pure; use it from any thread.
[[nodiscard]] std::string to_json(const ReadySop& sop, const CaseState& state, Zone zone);

} // namespace tertib
