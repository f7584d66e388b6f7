// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "guard.hpp"

#include "tertib/base/finding.hpp"
#include "tertib/rule/rule.hpp"
#include "tertib/tertib_experimental.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// A finding of reading, or of a rule: those have a verdict, a source and a remedy too.
struct tertib_finding {
    tertib::Finding finding;
    tertib::capi::BothTexts message;
    tertib::capi::BothTexts remedy;
    std::string source;
    std::int32_t verdict = TERTIB_VERDICT_NONE;
    std::int32_t waived = 0;
};

struct tertib_findings {
    std::vector<tertib_finding> list;
};

namespace tertib::capi {

[[nodiscard]] tertib_findings findings_of(std::span<const Finding> findings);
[[nodiscard]] tertib_findings findings_of(std::span<const RuleFinding> findings);
[[nodiscard]] std::int32_t severity_of(std::optional<Severity> severity) noexcept;
[[nodiscard]] std::int32_t verdict_of(Verdict verdict) noexcept;

} // namespace tertib::capi
