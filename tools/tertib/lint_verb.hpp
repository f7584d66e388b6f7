// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "document.hpp"
#include "verb.hpp"

#include <string>

namespace tertib::tool {

struct LintRequest {
    DocumentRequest document;
    std::string profile = "permenpan35"; ///< a name, or the path of a profile's JSON
};

/// `tertib lint`: the SOP against the rules of a profile. Negative if a finding of severity error
/// isn't waived, be it of a rule or of an overlay that doesn't fit.
[[nodiscard]] Outcome lint_verb(const LintRequest& request, const Manner& manner);

} // namespace tertib::tool
