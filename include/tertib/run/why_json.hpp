// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/why.hpp"
#include "tertib/time/instant.hpp"

#include <string>

namespace tertib {

/// Why a case is where it is, "tertib.why/1" (docs/formats.md, docs/schema/why.json): a screen's
/// buttons, and what to say of those that can't be pressed. Instants are on the clock of `zone`.
/// Holders are named: personal data.
///
///     std::string json = to_json(why(context, state, {"Ani", "Kadis"}, now), calendar.zone());
///
/// Pure; use it from any thread.
[[nodiscard]] std::string to_json(const Why& why, Zone zone);

} // namespace tertib
