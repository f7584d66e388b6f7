// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/verification.hpp"

#include <string>

namespace tertib {

/// What verifying a store found, "tertib.verification/1" (docs/formats.md,
/// docs/schema/verification.json): whether it holds, and each breach with the first bad event of
/// its case. Pure; use it from any thread.
[[nodiscard]] std::string to_json(const Verification& verification);

} // namespace tertib
