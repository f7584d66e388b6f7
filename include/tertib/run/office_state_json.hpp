// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/office_state.hpp"
#include "tertib/time/instant.hpp"

#include <string>

namespace tertib {

/// What the office has decided, "tertib.office/1" (docs/formats.md, docs/schema/office.json): who
/// holds which post, which versions are in force. Instants are on the clock of `zone`. Holders are
/// named: personal data. For a list of some, give a state with only those.
///
///     std::string json = to_json(store.office(), wib());
///
/// Pure; use it from any thread.
[[nodiscard]] std::string to_json(const OfficeState& state, Zone zone);

} // namespace tertib
