// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/case_list.hpp"

#include <string>

namespace tertib {

/// A page of the list of cases, "tertib.cases/1" (docs/formats.md, docs/schema/cases.json), the
/// instants of each case on the clock of its calendar. Pure; use it from any thread.
[[nodiscard]] std::string to_json(const CaseList& list);

} // namespace tertib
