// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/check_html_sections.hpp"
#include "write/check_monitoring.hpp"
#include "write/svg_chart.hpp"

#include <algorithm>
#include <tuple>

namespace tertib {
namespace {

/// The order of the list of what was found: weightiest check first, then as the report has it.
std::vector<std::size_t> found_rows(const CheckReport& report) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < report.row_count(); ++i) {
        const Evidence& each = report.part().evidence[i];
        if (each.verdict == CheckVerdict::violated && matters(each.code)) {
            rows.push_back(i);
        }
    }
    std::ranges::sort(rows, [&](std::size_t a, std::size_t b) {
        const Evidence& left = report.part().evidence[a];
        const Evidence& right = report.part().evidence[b];
        return std::tuple(left.waiver != 0, -static_cast<int>(severity(left.code)), a) <
               std::tuple(right.waiver != 0, -static_cast<int>(severity(right.code)), b);
    });
    return rows;
}

std::string waiver_text(const CheckPage& on, const Waiver& waiver) {
    const bool named = on.options.people == ShowPeople::names;
    std::string text = on.page.words("UI-REPORT-WAIVED-WHY", {{"reason", waiver.reason}});
    text += named && !waiver.by.empty() ? " (" + waiver.by + ")" : "";
    text += waiver.nomor_surat.empty() ? "" : " [" + waiver.nomor_surat + "]";
    return text;
}

HtmlCells found_cells(const CheckPage& on, std::size_t place) {
    const ReportRow row = on.report.row(place, on.options.people);
    std::string told = on.report.message(place, on.page.language());
    if (row.waiver != nullptr) {
        told += " " + waiver_text(on, *row.waiver);
    }
    if (row.sensitive == CalendarSensitive::yes) {
        told += " " + on.page.words("UI-REPORT-SENSITIVE");
    }
    std::string lines;
    for (const std::uint32_t line : row.places) {
        lines += (lines.empty() ? "" : ", ") + std::to_string(line);
    }
    std::string who = row.pelaksana;
    if (!row.person.empty()) {
        who += (who.empty() ? "" : " · ") + row.person;
    }
    return {std::string(row.case_id), row.step,         std::move(told),
            std::move(who),           std::move(lines), ""};
}

} // namespace

void write_periods(const CheckPage& on) {
    if (on.report.periods().empty()) {
        return;
    }
    const HtmlPage& page = on.page;
    Chart chart{.title = page.words("UI-REPORT-CHART-PERIODS"),
                .parts = {{page.words("UI-REPORT-ENDED"), good_colour},
                          {page.words("UI-REPORT-OPEN"), waived_colour},
                          {page.words("UI-REPORT-END-UNKNOWN"), unknown_colour}},
                .bars = {}};
    std::vector<HtmlCells> rows;
    for (const ReportPeriod& each : on.report.periods()) {
        const std::string label = each.label.empty() ? page.words("UI-REPORT-NO-TIME") : each.label;
        chart.bars.push_back(
            {label, {each.ended, each.open, each.unknown}, page.count(each.cases)});
        const auto late = [&](CheckCode code) {
            return page.count(unwaived(each.checks[position(code)]));
        };
        rows.push_back({label, page.count(each.cases), page.count(each.ended),
                        page.count(each.open), page.count(each.carried), late(CheckCode::late_step),
                        late(CheckCode::order), late(CheckCode::step_missing)});
    }
    on.page.begin_section("UI-REPORT-PERIODS");
    on.page.figure(svg_columns(chart), chart.title);
    on.page.table({{"UI-REPORT-COLUMN-PERIOD"},
                   {"UI-REPORT-COLUMN-CASES", ColumnStyle::number},
                   {"UI-REPORT-ENDED", ColumnStyle::number},
                   {"UI-REPORT-OPEN", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-CARRIED", ColumnStyle::number},
                   {"CHECK-LATE-STEP/title", ColumnStyle::number},
                   {"CHECK-ORDER/title", ColumnStyle::number},
                   {"CHECK-STEP-MISSING/title", ColumnStyle::number}},
                  rows);
    on.page.end_section();
}

void write_monitoring(const CheckPage& on) {
    std::vector<HtmlCells> rows;
    for (const MonitoringRow& row : monitoring_rows(on.report)) {
        const Identity& identity = on.report.plan().sop(row.version).identity();
        const Language language = on.page.language();
        std::string procedure = identity.nama;
        procedure += identity.nomor.empty() ? "" : " (" + identity.nomor + ")";
        rows.push_back({std::to_string(rows.size() + 1),
                        procedure + ", " + semester_words(row, language),
                        monitoring_verdict(row, on.options.threshold, language),
                        monitoring_note(row, language), "", ""});
    }
    if (rows.empty()) {
        return;
    }
    on.page.begin_section("UI-REPORT-MONITORING");
    on.page.table({{"UI-REPORT-COLUMN-NO", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-PROSEDUR"},
                   {"UI-REPORT-COLUMN-PENILAIAN"},
                   {"UI-REPORT-COLUMN-CATATAN"},
                   {"UI-REPORT-COLUMN-TINDAKAN", ColumnStyle::answer},
                   {"UI-REPORT-COLUMN-PARAF"}},
                  rows);
    on.page.paragraph(on.options.threshold
                          ? on.page.words("UI-REPORT-THRESHOLD",
                                          {{"threshold", std::to_string(*on.options.threshold)}})
                          : on.page.words("UI-REPORT-THRESHOLD/none"),
                      "note");
    on.page.end_section();
}

void write_found(const CheckPage& on) {
    const std::vector<std::size_t> found = found_rows(on.report);
    if (found.empty()) {
        return;
    }
    const std::size_t shown = std::min(found.size(), on.options.max_rows);
    std::vector<HtmlCells> rows;
    for (std::size_t i = 0; i < shown; ++i) {
        rows.push_back(found_cells(on, found[i]));
    }
    on.page.begin_section("UI-REPORT-FOUND");
    on.page.table({{"UI-REPORT-COLUMN-CASE"},
                   {"UI-REPORT-COLUMN-STEP"},
                   {"UI-REPORT-COLUMN-FOUND"},
                   {"UI-REPORT-COLUMN-PELAKSANA"},
                   {"UI-REPORT-COLUMN-LINES"},
                   {"UI-REPORT-COLUMN-ANSWER", ColumnStyle::answer}},
                  rows);
    if (shown < found.size()) {
        on.page.paragraph(
            on.page.words("UI-REPORT-FOUND/more", {{"count", on.page.count(found.size() - shown)}}),
            "note");
    }
    on.page.end_section();
}

} // namespace tertib
