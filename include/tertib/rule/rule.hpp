// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/base/finding.hpp"
#include "tertib/model/sop.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

struct GraphFacts;
struct Profile;

/// What a check came to. Undecidable says what is missing; it is never silently dropped.
enum class Verdict : std::uint8_t { satisfied, violated, not_applicable, undecidable };

/// How well the text of a rule is known: its words were read, it follows from read text or from
/// structure, it was seen in real forms only, or it is commonly stated and its text unread.
enum class Sure : std::uint8_t { read, derived, form, unread };

/// A rule as a profile knows it: what it is called and how much it matters, not how it is
/// checked. A plain value.
struct RuleEntry {
    std::string id;
    Severity severity = Severity::warning;
    bool enabled = true;
    std::string source; ///< the article, in full
    Sure sure = Sure::derived;
    std::string title; ///< one sentence; "" for a rule whose title is in the catalogue

    friend bool operator==(const RuleEntry&, const RuleEntry&) = default;
};

/// A text that a user's own rule brings along, because the catalogue doesn't have it.
struct Wording {
    std::string id;
    std::string en;

    friend bool operator==(const Wording&, const Wording&) = default;
};

/// One thing that a rule noticed: a place where the document breaks it, or where that can't be
/// told. `text` names the sentence in the catalogue; "" is the rule's own, with "/undecidable"
/// behind it where that is the verdict.
struct Observation {
    Verdict verdict = Verdict::violated; ///< violated or undecidable
    std::string text;
    Place where;
    std::vector<Argument> arguments;
    std::string evidence;
    std::optional<Severity> at_most; ///< milder than the rule as a whole
    std::optional<About> about;      ///< nothing: document if violated, copy if undecidable
    Wording wording;                 ///< of a user's own rule
    Wording remedy;                  ///< of a user's own rule

    friend bool operator==(const Observation&, const Observation&) = default;
};

/// A rule's verdict on one SOP and what it rests on.
struct RuleResult {
    Verdict verdict = Verdict::satisfied;
    std::vector<Observation> observations;

    friend bool operator==(const RuleResult&, const RuleResult&) = default;
};

/// The verdict that observations add up to: violated before undecidable before satisfied.
[[nodiscard]] RuleResult conclude(std::vector<Observation> observations);

/// What a rule may look at: the SOP, facts of its graph that are computed once for all rules
/// (include tertib/graph/analysis.hpp to use them), and the options of the profile. Borrowed for
/// the time of one check.
struct RuleContext {
    const Sop& sop;
    const GraphFacts& graph;
    const Profile& profile;
};

/// A rule of one's own. Stateless or immutable: one object may check many SOPs at once.
///
///     class NeedsEmail : public tertib::Rule {
///         RuleEntry entry() const override {
///             return {.id = "KOTA-1", .source = "Surat Edaran …"};
///         }
///         RuleResult check(const RuleContext& context) const override {
///             if (mentions_email(context.sop))
///                 return {Verdict::satisfied, {}};
///             return conclude({{.wording = {"Alamat surel belum tercantum.", "No e-mail."}}});
///         }
///     };
class Rule {
public:
    Rule() = default;
    virtual ~Rule() = default;
    Rule(const Rule&) = delete;
    Rule& operator=(const Rule&) = delete;
    Rule(Rule&&) = delete;
    Rule& operator=(Rule&&) = delete;

    /// Its id and weight; a profile's entry of the same id goes before it.
    [[nodiscard]] virtual RuleEntry entry() const = 0;
    /// Same SOP, same answer.
    [[nodiscard]] virtual RuleResult check(const RuleContext& context) const = 0;
};

/// Who answers for a finding that is waived (dikecualikan), and why.
struct WaivedBy {
    std::string by;
    std::string reason;
    std::string nomor_surat;

    friend bool operator==(const WaivedBy&, const WaivedBy&) = default;
};

/// A finding of a rule, with all that is needed to judge it. `finding.code` is the rule's id.
/// Its sentence is message(rule_finding, language), not message(finding, language): one rule has
/// several sentences.
struct RuleFinding {
    Finding finding;
    Verdict verdict = Verdict::violated;
    std::string text; ///< its sentence's code in the catalogue, "" if the wording is its own
    std::string source;
    Sure sure = Sure::derived;
    std::optional<WaivedBy> waived;
    Wording wording;
    Wording remedy;

    friend bool operator==(const RuleFinding&, const RuleFinding&) = default;
};

/// What is so, and what would mend it ("" if nothing needs mending). One line each.
[[nodiscard]] std::string message(const RuleFinding& finding, Language language);
[[nodiscard]] std::string remedy(const RuleFinding& finding, Language language);

/// The rule in one sentence.
[[nodiscard]] std::string title(const RuleEntry& rule, Language language);

/// The names used in JSON: "satisfied", "violated", "not_applicable", "undecidable"; "read",
/// "derived", "form", "unread".
[[nodiscard]] std::string_view name(Verdict verdict) noexcept;
[[nodiscard]] std::string_view name(Sure sure) noexcept;
[[nodiscard]] std::optional<Sure> sure_from_name(std::string_view name) noexcept;

} // namespace tertib
