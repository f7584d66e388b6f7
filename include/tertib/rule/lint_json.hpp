// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/rule/lint.hpp"

#include <string>

namespace tertib {

/// The report as one JSON document, "tertib.lint/1" (docs/schema/lint.json), with the findings'
/// texts in both languages. Indented by two blanks, ends in "\n".
[[nodiscard]] std::string to_json(const LintReport& report);

} // namespace tertib
