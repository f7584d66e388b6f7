// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"

#include "tertib/run/office_state.hpp"
#include "tertib/store/sop_revision.hpp"

#include <string>

namespace tertib::tool {

/// Tables of the holdings and of the versions of the state, those that it has.
void add_office(Page& page, const OfficeState& office);

/// Which open cases a revision touches, and what an overlay loses.
void add_revision(Page& page, const SopRevision& revision);

} // namespace tertib::tool
