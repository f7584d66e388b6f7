// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/rule/lint.hpp"

#include "rule/builtin_rules.hpp"
#include "tertib/base/error.hpp"
#include "tertib/graph/analysis.hpp"

#include <algorithm>
#include <utility>

namespace tertib {
namespace {

std::optional<WaivedBy> waiver_for(std::span<const Waiver> waivers, const Finding& finding) {
    for (const Waiver& waiver : waivers) {
        // A waiver for one case excuses that case, not the document.
        const bool here = waiver.code == finding.code && waiver.cases == "*";
        const bool step = waiver.steps.empty() ||
                          std::ranges::find(waiver.steps, finding.where.step) != waiver.steps.end();
        if (here && step) {
            return WaivedBy{waiver.by, waiver.reason, waiver.nomor_surat};
        }
    }
    return std::nullopt;
}

/// The sentence of an observation: its own wording, or a code of the catalogue.
std::string text_code(const RuleEntry& rule, const Observation& observation) {
    if (!observation.wording.id.empty() || !observation.wording.en.empty()) {
        return {};
    }
    if (!observation.text.empty()) {
        return observation.text;
    }
    const bool cant_tell = observation.verdict == Verdict::undecidable;
    std::string code = cant_tell ? rule.id + "/undecidable" : rule.id;
    if (find_message(code) == nullptr && cant_tell) {
        return "LINT-UNDECIDABLE";
    }
    return code;
}

RuleFinding finding_of(const RuleEntry& rule, Observation observation,
                       std::span<const Waiver> waivers) {
    const bool cant_tell = observation.verdict == Verdict::undecidable;
    RuleFinding found;
    found.text = text_code(rule, observation);
    if (!found.text.empty() && find_message(found.text) == nullptr) {
        throw Error(ErrorCode::argument,
                    "rule " + rule.id + " gave no wording, and no text has the code " + found.text);
    }
    found.finding.code = rule.id;
    found.finding.severity =
        cant_tell ? Severity::info
                  : std::min(rule.severity, observation.at_most.value_or(rule.severity));
    found.finding.about = observation.about.value_or(cant_tell ? About::copy : About::document);
    found.finding.where = std::move(observation.where);
    found.finding.arguments = std::move(observation.arguments);
    found.finding.evidence = std::move(observation.evidence);
    found.verdict = observation.verdict;
    found.source = rule.source;
    found.sure = rule.sure;
    found.wording = std::move(observation.wording);
    found.remedy = std::move(observation.remedy);
    found.waived = waiver_for(waivers, found.finding);
    return found;
}

void add(LintReport& report, const RuleEntry& rule, RuleResult result,
         std::span<const Waiver> waivers) {
    report.rules.push_back({rule, result.verdict, result.observations.size()});
    for (Observation& observation : result.observations) {
        report.findings.push_back(finding_of(rule, std::move(observation), waivers));
    }
}

} // namespace

std::optional<Severity> LintReport::worst() const noexcept {
    std::optional<Severity> worst;
    for (const RuleFinding& each : findings) {
        if (!each.waived) {
            worst = std::max(worst, std::optional(each.finding.severity));
        }
    }
    return worst;
}

const RuleVerdict* LintReport::find(std::string_view id) const noexcept {
    const auto found =
        std::ranges::find_if(rules, [&](const RuleVerdict& each) { return each.rule.id == id; });
    return found == rules.end() ? nullptr : &*found;
}

LintReport lint(const Sop& sop, const Profile& profile, std::span<const Waiver> waivers,
                std::span<const Rule* const> extra) {
    LintReport report{
        .profile = profile.name, .profile_version = profile.version, .sop_digest = sop.digest()};
    const GraphFacts facts = analyse(sop);
    const RuleContext context{sop, facts, profile};
    for (const RuleEntry& rule : profile.rules) {
        const rules::BuiltinRule* builtin = rules::find_builtin_rule(rule.id);
        const bool replaced =
            std::ranges::any_of(extra, [&](const Rule* own) { return own->entry().id == rule.id; });
        if (builtin != nullptr && rule.enabled && !replaced) {
            add(report, rule, builtin->check(context), waivers);
        }
    }
    if (!profile.required_words.empty() && profile.find(rules::own_words_rule) == nullptr) {
        const RuleEntry own{.id = std::string(rules::own_words_rule), .source = profile.title};
        add(report, own, rules::find_builtin_rule(own.id)->check(context), waivers);
    }
    for (const Rule* rule : extra) {
        const RuleEntry given = rule->entry();
        const RuleEntry* known = profile.find(given.id);
        if (known != nullptr ? known->enabled : given.enabled) {
            add(report, known != nullptr ? *known : given, rule->check(context), waivers);
        }
    }
    return report;
}

} // namespace tertib
