// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/rule/rule.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tertib {
namespace {

constexpr std::array<std::string_view, 4> verdict_names{"satisfied", "violated", "not_applicable",
                                                        "undecidable"};
constexpr std::array<std::string_view, 4> sure_names{"read", "derived", "form", "unread"};

std::string in_language(const Wording& wording, Language language) {
    return language == Language::id ? wording.id : wording.en;
}

} // namespace

RuleResult conclude(std::vector<Observation> observations) {
    Verdict verdict = Verdict::satisfied;
    for (const Observation& observation : observations) {
        if (observation.verdict == Verdict::violated) {
            verdict = Verdict::violated;
        } else if (verdict == Verdict::satisfied) {
            verdict = Verdict::undecidable;
        }
    }
    return {verdict, std::move(observations)};
}

std::string message(const RuleFinding& finding, Language language) {
    if (finding.text.empty()) {
        return in_language(finding.wording, language);
    }
    return text_of(finding.text, language, finding.finding.arguments);
}

std::string remedy(const RuleFinding& finding, Language language) {
    if (!finding.remedy.id.empty() || !finding.remedy.en.empty()) {
        return in_language(finding.remedy, language);
    }
    const bool cant_tell = finding.verdict == Verdict::undecidable;
    // A sentence that needs a remedy of its own has one; else it is the rule's.
    for (const std::string& code :
         {finding.text + "/remedy",
          cant_tell ? std::string("LINT-PERIKSA") : finding.finding.code + "/remedy"}) {
        if (find_message(code) != nullptr) {
            return text_of(code, language, finding.finding.arguments);
        }
    }
    return {};
}

std::string title(const RuleEntry& rule, Language language) {
    const std::string code = rule.id + "/title";
    if (rule.title.empty() && find_message(code) != nullptr) {
        return text_of(code, language);
    }
    return rule.title;
}

std::string_view name(Verdict verdict) noexcept {
    return verdict_names[static_cast<std::size_t>(verdict)];
}

std::string_view name(Sure sure) noexcept {
    return sure_names[static_cast<std::size_t>(sure)];
}

std::optional<Sure> sure_from_name(std::string_view name) noexcept {
    const auto found = std::ranges::find(sure_names, name);
    return found == sure_names.end() ? std::nullopt
                                     : std::optional(static_cast<Sure>(found - sure_names.begin()));
}

} // namespace tertib
