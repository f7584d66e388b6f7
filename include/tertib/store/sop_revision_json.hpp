// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/sop_revision.hpp"

#include <string>

namespace tertib {

/// What a revision of an SOP touches, "tertib.revision/1" (docs/formats.md,
/// docs/schema/revision.json). No person is named. Pure; use it from any thread.
[[nodiscard]] std::string to_json(const SopRevision& revision);

} // namespace tertib
