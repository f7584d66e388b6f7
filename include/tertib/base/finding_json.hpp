// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"

#include <span>
#include <string>

namespace tertib {

/// The findings as one JSON list, each with its text in both languages (docs/formats.md):
/// code, severity, about, where, message, evidence, arguments.
[[nodiscard]] std::string to_json(std::span<const Finding> findings);

} // namespace tertib
