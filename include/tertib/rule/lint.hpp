// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/overlay.hpp"
#include "tertib/rule/profile.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A rule and what it came to, also where there is nothing to tell.
struct RuleVerdict {
    RuleEntry rule;
    Verdict verdict = Verdict::satisfied;
    std::size_t findings = 0;

    friend bool operator==(const RuleVerdict&, const RuleVerdict&) = default;
};

/// An SOP against a profile: each rule's verdict, and a finding for each thing that breaks a rule
/// or that the copy can't tell. A plain value.
struct LintReport {
    std::string profile; ///< its name
    std::string profile_version;
    std::string sop_digest;
    std::vector<RuleVerdict> rules;    ///< in the profile's order, one's own last
    std::vector<RuleFinding> findings; ///< in the order of the rules, then of the document

    /// The heaviest finding that isn't waived; nothing if there is none.
    [[nodiscard]] std::optional<Severity> worst() const noexcept;
    [[nodiscard]] const RuleVerdict* find(std::string_view id) const noexcept;

    friend bool operator==(const LintReport&, const LintReport&) = default;
};

/// Checks an SOP against a profile and rules of one's own (borrowed for the call; one
/// with the id of a built-in rule takes its place). A waiver whose
/// code is a rule's id marks its findings, of the waiver's steps if it names any; they stay in the
/// report. Pure; any thread; same input, same report.
///
///     LintReport report = lint(sop);
///     bool in_order = report.worst() < Severity::error;
[[nodiscard]] LintReport lint(const Sop& sop, const Profile& profile = permenpan35(),
                              std::span<const Waiver> waivers = {},
                              std::span<const Rule* const> extra = {});

} // namespace tertib
