// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/testkit/coverage.hpp"

#include <string>

namespace tertib {

/// A coverage as JSON, "tertib.coverage/1" (docs/formats.md, docs/schema/coverage.json).
[[nodiscard]] std::string to_json(const Coverage& coverage);

} // namespace tertib
