// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "office_words.hpp"

#include "finding_list.hpp"
#include "sop_source.hpp"

#include <optional>

namespace tertib::tool {
namespace {

constexpr std::size_t shown_digits = 12; ///< of a digest

std::string day_words(const Page& page, const std::optional<LocalDay>& day,
                      std::string_view otherwise) {
    return day ? text(*day) : otherwise.empty() ? "–" : page.text(otherwise);
}

std::string_view code_of(PostKind kind) {
    switch (kind) {
    case PostKind::definitive: return "UI-POST-DEFINITIVE";
    case PostKind::plt: return "UI-POST-PLT";
    case PostKind::plh: return "UI-POST-PLH";
    case PostKind::an: return "UI-POST-AN";
    case PostKind::ub: return "UI-POST-UB";
    }
    return "";
}

std::string_view code_of(SopStatus status) {
    switch (status) {
    case SopStatus::unknown: return "UI-VERSION-REGISTERED";
    case SopStatus::rancangan: return "UI-VERSION-DRAFT";
    case SopStatus::berlaku: return "UI-VERSION-ENFORCED";
    case SopStatus::digantikan: return "UI-VERSION-REPLACED";
    case SopStatus::dicabut: return "UI-VERSION-WITHDRAWN";
    }
    return "";
}

/// What was taken back before it began has no days.
std::string until_words(const Page& page, const std::optional<LocalDay>& from,
                        const std::optional<LocalDay>& until, std::string_view otherwise) {
    const bool never = from && until && *until < *from;
    return never ? page.text("UI-OFFICE-NEVER") : day_words(page, until, otherwise);
}

void add_holdings(Page& page, const std::vector<OfficeHolding>& holdings) {
    TextTable table;
    table.header = {page.text("UI-COLUMN-NO"),      page.text("UI-CASE-PELAKSANA"),
                    page.text("UI-HOLDING-PERSON"), page.text("UI-HOLDING-KIND"),
                    page.text("UI-OFFICE-FROM"),    page.text("UI-OFFICE-UNTIL"),
                    page.text("UI-HOLDING-SURAT")};
    for (const OfficeHolding& each : holdings) {
        const PostHolding& holding = each.holding;
        std::string from = text(holding.from);
        from += each.late ? "; " + page.text("UI-HOLDING-LATE") : "";
        table.rows.push_back(
            {std::to_string(each.event), holding.pelaksana,
             holding.person.empty() ? page.text("UI-HOLDING-ERASED") : holding.person,
             page.text(code_of(holding.kind)), from,
             until_words(page, holding.from, holding.until, "UI-HOLDING-OPEN"),
             holding.surat.empty() ? "–" : holding.surat});
    }
    page.table(table);
}

void add_versions(Page& page, const std::vector<SopVersion>& versions) {
    TextTable table;
    table.header = {page.text("UI-CASE-SOP"),     page.text("UI-VERSION-DIGEST"),
                    page.text("UI-CASE-STATE"),   page.text("UI-OFFICE-FROM"),
                    page.text("UI-OFFICE-UNTIL"), page.text("UI-VERSION-SUCCESSOR")};
    for (const SopVersion& each : versions) {
        table.rows.push_back(
            {sop_words(page, each.nama, each.nomor), each.digest.substr(0, shown_digits),
             page.text(code_of(each.status)), day_words(page, each.from, ""),
             until_words(page, each.from, each.until, ""),
             each.successor.empty() ? "–" : each.successor.substr(0, shown_digits)});
    }
    page.table(table);
}

std::string fate_words(const Page& page, const RevisedTask& task) {
    const std::vector<Argument> step = {{"step", task.step}};
    switch (task.fate) {
    case StepFate::same: return page.text("UI-REVISE-SAME");
    case StepFate::reworded: return page.text("UI-REVISE-REWORDED");
    case StepFate::moved: return page.text("UI-REVISE-MOVED", step);
    case StepFate::gone: return page.text("UI-REVISE-GONE");
    }
    return "";
}

} // namespace

void add_office(Page& page, const OfficeState& office) {
    if (!office.holdings.empty()) {
        add_holdings(page, office.holdings);
    }
    if (!office.versions.empty()) {
        add_versions(page, office.versions);
    }
}

void add_revision(Page& page, const SopRevision& revision) {
    if (revision.cases.empty()) {
        page.paragraph(page.text("UI-REVISE-NONE"));
    } else {
        TextTable table;
        table.header = {page.text("UI-CASE-CASE"), page.text("UI-CASE-TASK"),
                        page.text("UI-REVISE-FATE")};
        for (const RevisedCase& touched : revision.cases) {
            for (const RevisedTask& task : touched.tasks) {
                table.rows.push_back({touched.case_id, text(task.task), fate_words(page, task)});
            }
            if (touched.tasks.empty()) {
                table.rows.push_back({touched.case_id, "–", "–"});
            }
        }
        page.table(table);
    }
    if (!revision.after.empty()) {
        page.paragraph(page.text("UI-LIST-AFTER", {{"after", revision.after}}), 0, Tone::faint);
    }
    if (!revision.findings.empty()) {
        page.heading(page.text("UI-REVISE-OVERLAY"), Tone::attention);
        for (const Finding& finding : revision.findings) {
            page.item(finding.code, message(finding, page.language()), 2,
                      tone_of(finding.severity));
        }
    }
}

} // namespace tertib::tool
