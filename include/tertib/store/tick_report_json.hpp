// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/tick_report.hpp"
#include "tertib/time/instant.hpp"

#include <string>

namespace tertib {

/// What a tick recorded, "tertib.tick/1" (docs/formats.md, docs/schema/tick.json), instants on the
/// clock of `zone`. Pure; use it from any thread.
[[nodiscard]] std::string to_json(const TickReport& report, Zone zone);

} // namespace tertib
