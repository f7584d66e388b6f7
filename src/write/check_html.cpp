// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/check_html.hpp"

#include "tertib/time/date_words.hpp"
#include "write/check_decisions.hpp"
#include "write/check_html_sections.hpp"

namespace tertib {
namespace {

std::string title_of_page(const CheckReport& report, const HtmlPage& page) {
    const std::size_t newest = report.plan().version_count() - 1;
    const std::string& name = report.plan().sop(newest).identity().nama;
    return name.empty() ? page.words("UI-REPORT-TITLE")
                        : page.words("UI-REPORT-TITLE/of", {{"sop", name}});
}

std::string range_text(const CheckReport& report, const HtmlPage& page) {
    const ReportHead& head = report.head();
    const auto day = [&](const std::optional<LocalDay>& each) {
        return each ? words(*each, page.language()) : std::string("…");
    };
    return page.words("UI-REPORT-RANGE", {{"from", day(head.from)}, {"until", day(head.until)}});
}

void write_sop(const CheckReport& report, HtmlPage& page, std::uint32_t version) {
    const Identity& identity = report.plan().sop(version).identity();
    std::string text = identity.nomor.empty() ? "" : identity.nomor + " · ";
    text += identity.nama;
    for (const std::string& unit : identity.unit_kerja) {
        text += " · " + unit;
    }
    if (identity.tanggal_berlaku) {
        text += " · " + page.words("UI-TANGGAL-BERLAKU") + " " + identity.tanggal_berlaku->text;
    }
    page.paragraph(text);
}

/// What was checked: the SOP's versions with their dasar hukum, the cases, when.
void write_head(const CheckReport& report, HtmlPage& page) {
    page.begin(title_of_page(report, page));
    for (std::uint32_t i = 0; i < report.plan().version_count(); ++i) {
        write_sop(report, page, i);
    }
    page.paragraph(
        page.words("UI-REPORT-COUNTS", {{"cases", page.count(report.part().cases)},
                                        {"events", page.count(report.part().events)},
                                        {"ended", page.count(report.cases_of(CaseEnd::ended))},
                                        {"open", page.count(report.cases_of(CaseEnd::open))},
                                        {"unknown", page.count(report.cases_of(CaseEnd::unknown))},
                                        {"good", page.count(report.cases_in_order())}}),
        "big");
    page.paragraph(
        page.words("UI-REPORT-JUDGED", {{"judged", std::to_string(report.checks_judged())},
                                        {"asked", std::to_string(report.checks_asked())}}));
    if (report.head().from || report.head().until) {
        page.paragraph(range_text(report, page));
    }
    if (const std::optional<Instant> now = report.plan().options().now) {
        page.paragraph(page.words("UI-REPORT-NOW",
                                  {{"now", words(*now, report.head().zone, page.language())}}));
    }
    if (report.head().stopped) {
        page.paragraph(page.words("UI-REPORT-STOPPED"), "big");
    }
}

void write_decisions(const CheckPage& on) {
    std::vector<HtmlCells> rows;
    for (const CheckDecision& each : decisions_of(on.report, on.steps, on.page.language())) {
        rows.push_back(
            {std::to_string(rows.size() + 1), each.what, each.who,
             each.day ? words(*each.day, on.page.language()) : on.page.words("UI-REPORT-NO-DAY"),
             ""});
    }
    on.page.begin_section("UI-REPORT-DECIDE");
    if (rows.empty()) {
        on.page.paragraph(on.page.words("UI-REPORT-DECIDE/none"));
    }
    on.page.table({{"UI-REPORT-COLUMN-NO", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-WHAT"},
                   {"UI-REPORT-COLUMN-WHO"},
                   {"UI-REPORT-COLUMN-BY"},
                   {"UI-REPORT-COLUMN-ANSWER", ColumnStyle::answer}},
                  rows);
    on.page.end_section();
}

/// What couldn't be judged, and what is odd about the data: each said once.
void write_limits(const CheckPage& on) {
    std::vector<std::string> items;
    for (const ReportCheck& each : on.report.checks()) {
        if (each.state == CheckState::undecidable) {
            std::string text = title_of(each.code, on.page.language()) + ": ";
            text += each.missing == CheckMissing::nothing
                        ? on.page.words("UI-REPORT-UNDECIDABLE")
                        : on.page.words("CHECK-UNDECIDABLE/" + std::string(name(each.missing)));
            items.push_back(std::move(text));
        }
    }
    for (Finding each : on.report.head().data) {
        for (Argument& argument : each.arguments) {
            if (argument.name == "account" && on.options.people != ShowPeople::names) {
                argument.value = "…"; // whose account it is names people
            }
        }
        items.push_back(message(each, on.page.language()));
    }
    if (!items.empty()) {
        on.page.begin_section("UI-REPORT-LIMITS");
        on.page.list(items);
        on.page.end_section();
    }
}

std::string known_text(const CheckReport& report, const HtmlPage& page) {
    switch (report.plan().options().known) {
    case CalendarKnown::promised: return page.words("UI-REPORT-KNOWN-PROMISED");
    case CalendarKnown::completed: return page.words("UI-REPORT-KNOWN-COMPLETED");
    case CalendarKnown::now: return page.words("UI-REPORT-KNOWN-NOW");
    }
    return {};
}

/// Dasar hukum once, by what the report can be made again, and what it isn't.
void write_foot(const CheckReport& report, HtmlPage& page) {
    page.begin_section("UI-REPORT-MADE-BY");
    const ReportHead& head = report.head();
    std::vector<HtmlCells> rows = {
        {page.words("UI-REPORT-MADE-BY/log"), head.log_digest},
        {page.words("UI-REPORT-MADE-BY/calendar"),
         head.calendar + " · " + head.calendar_digest + " · " + known_text(report, page)},
        {page.words("UI-REPORT-MADE-BY/tertib"), head.tertib_version}};
    for (std::uint32_t i = 0; i < report.plan().version_count(); ++i) {
        const Sop& sop = report.plan().sop(i);
        rows.push_back(
            {page.words("UI-REPORT-MADE-BY/sop", {{"number", std::to_string(i + 1)}}),
             sop.identity().nomor + (sop.identity().nomor.empty() ? "" : " · ") + sop.digest()});
    }
    page.table({{"UI-REPORT-COLUMN-SOURCE"}, {"UI-REPORT-COLUMN-VALUE"}}, rows);
    const std::vector<std::string>& basis =
        report.plan().sop(report.plan().version_count() - 1).identity().dasar_hukum;
    if (!basis.empty()) {
        page.heading("UI-REPORT-BASIS");
        page.list(basis);
    }
    page.paragraph(page.words("UI-REPORT-PEOPLE"), "note");
    page.end_section();
    page.paragraph(page.words("UI-REPORT-FOOT"), "foot");
}

} // namespace

void write_check_html(const CheckReport& report, const ByteSink& sink,
                      const CheckHtmlOptions& options) {
    HtmlPage page(sink, options.language);
    const std::vector<StepFigures> steps = step_figures(report);
    const CheckPage on{.report = report, .options = options, .steps = steps, .page = page};
    write_head(report, page);
    write_decisions(on);
    write_worst(on);
    write_places(on);
    write_waits(on);
    write_good(on);
    write_limits(on);
    write_periods(on);
    write_monitoring(on);
    write_found(on);
    write_foot(report, page);
    page.end();
}

} // namespace tertib
