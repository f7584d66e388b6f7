// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "lint_verb.hpp"

#include "finding_list.hpp"
#include "input.hpp"
#include "page.hpp"
#include "reason.hpp"

#include "tertib/rule/lint.hpp"
#include "tertib/rule/lint_json.hpp"
#include "tertib/rule/profile_json.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tertib::tool {
namespace {

constexpr std::size_t max_profile_bytes = std::size_t{16} << 20;

/// A name never has a slash or a dot; a path of a JSON file always has one.
Profile find_profile(const std::string& wanted) {
    if (wanted.find_first_of("/.") == std::string::npos && wanted != "-") {
        try {
            return built_in_profile(wanted);
        } catch (const Error& error) {
            throw Failure(Exit::usage, "UI-USAGE-PROFILE",
                          {{"profile", wanted}, {"reason", error.what()}});
        }
    }
    const std::string bytes = read_input(wanted, max_profile_bytes);
    try {
        return profile_from_json(bytes);
    } catch (const Error& error) {
        throw unreadable(wanted, error, InputKind::json);
    }
}

std::string sure_words(const Page& page, Sure sure) {
    switch (sure) {
    case Sure::read: return page.text("UI-SURE-READ");
    case Sure::derived: return page.text("UI-SURE-DERIVED");
    case Sure::form: return page.text("UI-SURE-FORM");
    case Sure::unread: return page.text("UI-SURE-UNREAD");
    }
    return {};
}

std::string waiver_words(const Page& page, const WaivedBy& waived) {
    std::string text = waived.by.empty() ? page.text("UI-NOT-STATED") : waived.by;
    text += waived.nomor_surat.empty() ? "" : ", " + waived.nomor_surat;
    return text + (waived.reason.empty() ? "" : ": " + waived.reason);
}

/// Whether the rule and what would mend it need to be told, or the next finding tells the same.
enum class Rest : std::uint8_t { told, told_next };

void add_finding(Page& page, const RuleFinding& found, Rest rest) {
    page.item(found.finding.code, message(found, page.language()), 2);
    TextTable details;
    const auto add = [&](std::string_view code, const std::string& value) {
        if (!value.empty()) {
            details.rows.push_back({page.text(code), value});
        }
    };
    add("UI-LINT-EVIDENCE", found.finding.evidence);
    if (rest == Rest::told) {
        add("UI-LINT-REMEDY", remedy(found, page.language()));
        add("UI-LINT-SOURCE", found.source.empty()
                                  ? std::string()
                                  : found.source + " (" + sure_words(page, found.sure) + ")");
    }
    const std::string place = place_words(page, found.finding.where);
    add("UI-LINT-PLACE",
        about_words(page, found.finding.about) + (place.empty() ? "" : ", " + place));
    if (found.waived) {
        add("UI-LINT-WAIVED-BY", waiver_words(page, *found.waived));
    }
    page.table(std::move(details), 6);
}

using Group = std::vector<const RuleFinding*>;

void add_group(Page& page, const std::string& title, Tone tone, const Group& group) {
    if (group.empty()) {
        return;
    }
    page.heading(title + " (" + std::to_string(group.size()) + ")", tone);
    for (std::size_t i = 0; i < group.size(); ++i) {
        const RuleFinding& found = *group[i];
        const bool same = i + 1 < group.size() &&
                          group[i + 1]->finding.code == found.finding.code &&
                          group[i + 1]->source == found.source &&
                          remedy(*group[i + 1], page.language()) == remedy(found, page.language());
        add_finding(page, found, same ? Rest::told_next : Rest::told);
    }
}

template <typename Wanted>
Group chosen(const LintReport& report, Wanted wanted) {
    Group group;
    for (const RuleFinding& found : report.findings) {
        if (wanted(found)) {
            group.push_back(&found);
        }
    }
    return group;
}

void add_summary(Page& page, const LintReport& report) {
    const auto rules = [&](Verdict verdict) {
        const auto of = [verdict](const RuleVerdict& each) { return each.verdict == verdict; };
        return std::to_string(std::ranges::count_if(report.rules, of));
    };
    const auto waived = std::ranges::count_if(
        report.findings, [](const RuleFinding& found) { return found.waived.has_value(); });
    page.heading(page.text("UI-LINT-SUMMARY"));
    TextTable table;
    table.rows.push_back({page.text("UI-VERDICT-SATISFIED"), rules(Verdict::satisfied)});
    table.rows.push_back({page.text("UI-VERDICT-VIOLATED"), rules(Verdict::violated)});
    table.rows.push_back({page.text("UI-VERDICT-NOT-APPLICABLE"), rules(Verdict::not_applicable)});
    table.rows.push_back({page.text("UI-VERDICT-UNDECIDABLE"), rules(Verdict::undecidable)});
    table.rows.push_back({page.text("UI-WAIVED-FINDINGS"), std::to_string(waived)});
    page.table(std::move(table), 2);
}

std::string text_of_report(const LintReport& report, const Profile& profile, const Document& of,
                           const Manner& manner) {
    Page page(manner.terminal, manner.language);
    page.heading(of.sop.identity().nama.empty() ? page.text("UI-NO-NAME") : of.sop.identity().nama);
    page.paragraph(page.text("UI-LINT-AGAINST",
                             {{"title", profile.title.empty() ? report.profile : profile.title},
                              {"profile", report.profile},
                              {"version", report.profile_version}}),
                   2);
    constexpr std::array<Severity, 3> heaviest_first = {Severity::error, Severity::warning,
                                                        Severity::info};
    for (const Severity severity : heaviest_first) {
        add_group(page, severity_words(page, severity), tone_of(severity),
                  chosen(report, [severity](const RuleFinding& found) {
                      return found.finding.severity == severity && !found.waived &&
                             found.verdict != Verdict::undecidable;
                  }));
    }
    add_group(page, page.text("UI-LINT-UNDECIDABLE"), Tone::strong,
              chosen(report, [](const RuleFinding& found) {
                  return found.verdict == Verdict::undecidable && !found.waived;
              }));
    add_group(page, page.text("UI-WAIVED"), Tone::faint,
              chosen(report, [](const RuleFinding& found) { return found.waived.has_value(); }));
    add_summary(page, report);
    return page.take();
}

} // namespace

Outcome lint_verb(const LintRequest& request, const Manner& manner) {
    const Profile profile = find_profile(request.profile);
    const Document document = load_documents(request.document, manner.language).front();
    const LintReport report = lint(document.sop, profile, document.waivers);
    Outcome outcome;
    outcome.exit = tell_overlays(document, manner.language);
    if (report.worst() == Severity::error) {
        outcome.exit = Exit::negative;
    }
    outcome.text = manner.answer == Answer::json
                       ? to_json(report)
                       : text_of_report(report, profile, document, manner);
    return outcome;
}

} // namespace tertib::tool
