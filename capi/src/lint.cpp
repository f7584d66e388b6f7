// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "findings.hpp"
#include "guard.hpp"
#include "overlay.hpp"
#include "sop.hpp"

#include "tertib/rule/lint.hpp"
#include "tertib/rule/lint_json.hpp"
#include "tertib/rule/profile.hpp"
#include "tertib/rule/profile_json.hpp"

#include <memory>
#include <span>
#include <string_view>
#include <vector>

using namespace tertib::capi;

struct tertib_lint {
    tertib::LintReport report;
    tertib_findings findings;
    std::vector<BothTexts> titles; ///< by rule
};

namespace {

tertib::Profile profile_of(std::string_view text) {
    if (text.empty()) {
        return tertib::permenpan35();
    }
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{' ? tertib::profile_from_json(text)
                                                                 : tertib::built_in_profile(text);
}

std::unique_ptr<tertib_lint> handle_of(tertib::LintReport&& report) {
    auto lint = std::make_unique<tertib_lint>();
    lint->report = std::move(report);
    lint->findings = findings_of(lint->report.findings);
    for (const tertib::RuleVerdict& each : lint->report.rules) {
        lint->titles.push_back({tertib::title(each.rule, tertib::Language::id),
                                tertib::title(each.rule, tertib::Language::en)});
    }
    return lint;
}

} // namespace

tertib_status tertib_sop_lint(const tertib_sop* sop, const char* profile,
                              const tertib_overlay* waivers, tertib_lint** out,
                              tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(sop, "sop");
        require(out, "out");
        std::span<const tertib::Waiver> waived;
        if (waivers != nullptr) {
            waived = waivers->overlay.waivers;
        }
        const tertib::Profile chosen = profile_of(text_of_c(profile, "the profile"));
        *out = handle_of(tertib::lint(*sop->sop, chosen, waived)).release();
    });
}

const char* tertib_lint_profile(const tertib_lint* lint) {
    return lint != nullptr ? lint->report.profile.c_str() : nullptr;
}

int32_t tertib_lint_worst(const tertib_lint* lint) {
    return lint != nullptr ? severity_of(lint->report.worst()) : TERTIB_E_ARGUMENT;
}

const tertib_findings* tertib_lint_findings(const tertib_lint* lint) {
    return lint != nullptr ? &lint->findings : nullptr;
}

size_t tertib_lint_rule_count(const tertib_lint* lint) {
    return lint != nullptr ? lint->report.rules.size() : 0;
}

const char* tertib_lint_rule_id(const tertib_lint* lint, size_t index) {
    return index < tertib_lint_rule_count(lint) ? lint->report.rules[index].rule.id.c_str()
                                                : nullptr;
}

int32_t tertib_lint_rule_verdict(const tertib_lint* lint, size_t index) {
    return index < tertib_lint_rule_count(lint) ? verdict_of(lint->report.rules[index].verdict)
                                                : TERTIB_E_ARGUMENT;
}

const char* tertib_lint_rule_title(const tertib_lint* lint, size_t index, int32_t language) {
    return index < tertib_lint_rule_count(lint) ? lint->titles[index].in(language) : nullptr;
}

tertib_status tertib_lint_to_json(const tertib_lint* lint, tertib_buf* out, tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(lint, "lint");
        require(out, "out");
        fill(out, tertib::to_json(lint->report));
    });
}

void tertib_lint_free(tertib_lint* lint) {
    free_handle(lint);
}
