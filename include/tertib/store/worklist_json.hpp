// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/worklist.hpp"

#include <string>

namespace tertib {

/// A page of a worklist, "tertib.worklist/1" (docs/formats.md, docs/schema/worklist.json), the
/// instants of each task on the clock of its case's calendar. Holders are named: personal data.
/// Pure; use it from any thread.
[[nodiscard]] std::string to_json(const Worklist& list);

} // namespace tertib
