// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "findings.hpp"

#include "tertib/base/catalogue.hpp"

namespace tertib::capi {
namespace {

/// The sentence of a finding; of one of a newer version, which our catalogue lacks, its code.
std::string sentence(const Finding& finding, Language language) {
    return find_message(finding.code) != nullptr ? message(finding, language) : finding.code;
}

std::int32_t about_of(About about) noexcept {
    switch (about) {
    case About::document: return TERTIB_ABOUT_DOCUMENT;
    case About::copy: return TERTIB_ABOUT_COPY;
    case About::reading: return TERTIB_ABOUT_READING;
    }
    return TERTIB_E_ARGUMENT;
}

} // namespace

std::int32_t severity_of(std::optional<Severity> severity) noexcept {
    if (!severity) {
        return TERTIB_SEVERITY_NONE;
    }
    switch (*severity) {
    case Severity::info: return TERTIB_SEVERITY_INFO;
    case Severity::warning: return TERTIB_SEVERITY_WARNING;
    case Severity::error: return TERTIB_SEVERITY_ERROR;
    }
    return TERTIB_SEVERITY_NONE;
}

std::int32_t verdict_of(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::satisfied: return TERTIB_VERDICT_SATISFIED;
    case Verdict::violated: return TERTIB_VERDICT_VIOLATED;
    case Verdict::not_applicable: return TERTIB_VERDICT_NOT_APPLICABLE;
    case Verdict::undecidable: return TERTIB_VERDICT_UNDECIDABLE;
    }
    return TERTIB_VERDICT_NONE;
}

tertib_findings findings_of(std::span<const Finding> findings) {
    tertib_findings all;
    all.list.reserve(findings.size());
    for (const Finding& each : findings) {
        all.list.push_back(
            {.finding = each,
             .message = {sentence(each, Language::id), sentence(each, Language::en)}});
    }
    return all;
}

tertib_findings findings_of(std::span<const RuleFinding> findings) {
    tertib_findings all;
    all.list.reserve(findings.size());
    for (const RuleFinding& each : findings) {
        all.list.push_back({.finding = each.finding,
                            .message = {message(each, Language::id), message(each, Language::en)},
                            .remedy = {remedy(each, Language::id), remedy(each, Language::en)},
                            .source = each.source,
                            .verdict = verdict_of(each.verdict),
                            .waived = each.waived ? 1 : 0});
    }
    return all;
}

} // namespace tertib::capi

size_t tertib_findings_count(const tertib_findings* findings) {
    return findings != nullptr ? findings->list.size() : 0;
}

const tertib_finding* tertib_findings_at(const tertib_findings* findings, size_t index) {
    return index < tertib_findings_count(findings) ? &findings->list[index] : nullptr;
}

void tertib_findings_free(tertib_findings* findings) {
    tertib::capi::free_handle(findings);
}

const char* tertib_finding_code(const tertib_finding* finding) {
    return finding != nullptr ? finding->finding.code.c_str() : nullptr;
}

int32_t tertib_finding_severity(const tertib_finding* finding) {
    return finding != nullptr ? tertib::capi::severity_of(finding->finding.severity)
                              : TERTIB_E_ARGUMENT;
}

int32_t tertib_finding_about(const tertib_finding* finding) {
    return finding != nullptr ? tertib::capi::about_of(finding->finding.about) : TERTIB_E_ARGUMENT;
}

uint32_t tertib_finding_row(const tertib_finding* finding) {
    return finding != nullptr ? finding->finding.where.row : 0;
}

uint32_t tertib_finding_column(const tertib_finding* finding) {
    return finding != nullptr ? finding->finding.where.column : 0;
}

const char* tertib_finding_step(const tertib_finding* finding) {
    return finding != nullptr ? finding->finding.where.step.c_str() : nullptr;
}

const char* tertib_finding_message(const tertib_finding* finding, int32_t language) {
    return finding != nullptr ? finding->message.in(language) : nullptr;
}

const char* tertib_finding_evidence(const tertib_finding* finding) {
    return finding != nullptr ? finding->finding.evidence.c_str() : nullptr;
}

int32_t tertib_finding_verdict(const tertib_finding* finding) {
    return finding != nullptr ? finding->verdict : TERTIB_E_ARGUMENT;
}

const char* tertib_finding_source(const tertib_finding* finding) {
    return finding != nullptr ? finding->source.c_str() : nullptr;
}

const char* tertib_finding_remedy(const tertib_finding* finding, int32_t language) {
    return finding != nullptr ? finding->remedy.in(language) : nullptr;
}

int32_t tertib_finding_waived(const tertib_finding* finding) {
    return finding != nullptr ? finding->waived : TERTIB_E_ARGUMENT;
}
