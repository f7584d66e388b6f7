// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check_words.hpp"

#include "calendar_file.hpp"
#include "finding_list.hpp"
#include "page.hpp"
#include "sop_source.hpp"

#include "tertib/time/date_words.hpp"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace tertib::tool {
namespace {

constexpr std::size_t most_examples = 5;

std::string count_text(std::uint64_t count) {
    return std::to_string(count);
}

std::string share_text(const std::optional<double>& share) {
    constexpr double percent = 100;
    return share ? std::to_string(static_cast<int>(*share * percent + 0.5)) + " %" : "-";
}

std::string title_of(const Page& page, CheckCode code) {
    return page.text(std::string(message_code(code)) + "/title");
}

void add_head(Page& page, const CheckReport& report, const std::string& calendar) {
    const CheckPlan& plan = report.plan();
    page.heading(page.text("UI-CHECK-TITLE"));
    for (std::size_t i = 0; i < plan.version_count(); ++i) {
        const Identity& identity = plan.sop(i).identity();
        page.paragraph(sop_words(page, identity.nama, identity.nomor) +
                           (identity.nomor.empty() ? "" : " (" + identity.nomor + ")"),
                       2);
    }
    page.paragraph(
        page.text("UI-CHECK-COUNTED", {{"cases", count_text(report.part().cases)},
                                       {"events", count_text(report.part().events)},
                                       {"order", count_text(report.cases_in_order())},
                                       {"open", count_text(report.cases_of(CaseEnd::open))}}),
        2);
    page.paragraph(page.text("UI-CHECK-JUDGED", {{"judged", count_text(report.checks_judged())},
                                                 {"asked", count_text(report.checks_asked())}}),
                   2);
    page.paragraph(calendar_words(page, plan.calendar(), calendar) + ".", 2);
    if (plan.options().now) {
        page.paragraph(
            page.text("UI-CHECK-NOW",
                      {{"now", words(*plan.options().now, report.head().zone, page.language())}}),
            2);
    }
    if (report.head().stopped) {
        page.paragraph(page.text("UI-CHECK-STOPPED"), 2, Tone::attention);
    }
}

void add_counts(Page& page, const CheckReport& report) {
    TextTable table{.header = {page.text("UI-CHECK-CHECK"), page.text("UI-VERDICT-VIOLATED"),
                               page.text("UI-WAIVED"), page.text("UI-VERDICT-UNDECIDABLE"),
                               page.text("UI-VERDICT-SATISFIED"),
                               page.text("UI-VERDICT-NOT-APPLICABLE")}};
    for (const ReportCheck& check : report.checks()) {
        if (check.state == CheckState::off) {
            continue;
        }
        const auto of = [&](CheckVerdict verdict) { return count_text(check.counts.of(verdict)); };
        table.rows.push_back({title_of(page, check.code), of(CheckVerdict::violated),
                              count_text(check.counts.waived), of(CheckVerdict::undecidable),
                              of(CheckVerdict::satisfied), of(CheckVerdict::not_applicable)});
    }
    page.heading(page.text("UI-CHECK-COUNTS"));
    page.table(std::move(table), 2);
}

std::string where_words(const Page& page, const ReportRow& row) {
    std::string where = page.text("UI-CHECK-CASE", {{"case", std::string(row.case_id)}});
    for (const std::uint32_t place : row.places) {
        where += place == 0 ? "" : ", " + page.text("UI-CHECK-ROW", {{"row", count_text(place)}});
    }
    return where + (row.person.empty() ? "" : ", " + row.person);
}

void add_examples(Page& page, const CheckReport& report, const ReportCheck& check,
                  ShowPeople show) {
    std::size_t shown = 0;
    std::size_t all = 0;
    TextTable table;
    for (std::size_t i = 0; i < report.row_count(); ++i) {
        const Evidence& evidence = report.part().evidence[i];
        if (evidence.code != check.code || evidence.verdict != CheckVerdict::violated) {
            continue;
        }
        if (++all <= most_examples) {
            const ReportRow row = report.row(i, show);
            const std::string waived =
                row.waiver == nullptr ? "" : " (" + page.text("UI-WAIVED") + ")";
            table.rows.push_back(
                {where_words(page, row), report.message(i, page.language()) + waived});
            ++shown;
        }
    }
    if (all == 0) { // of the version, not of a single case
        page.item(std::string(name(check.code)),
                  page.text(message_code(check.code)) + " " +
                      page.text("UI-CHECK-CASES",
                                {{"count", count_text(check.counts.of(CheckVerdict::violated))}}),
                  2);
        return;
    }
    page.item(std::string(name(check.code)),
              title_of(page, check.code) + ": " +
                  page.text("UI-CHECK-CASES",
                            {{"count", count_text(check.counts.of(CheckVerdict::violated))}}),
              2);
    page.table(std::move(table), 4);
    if (all > shown) {
        page.paragraph(page.text("UI-LOG-MORE", {{"count", count_text(all - shown)}}), 4,
                       Tone::faint);
    }
}

void add_violated(Page& page, const CheckReport& report, ShowPeople show) {
    constexpr std::array<Severity, 3> heaviest_first = {Severity::error, Severity::warning,
                                                        Severity::info};
    for (const Severity each : heaviest_first) {
        bool first = true;
        for (const ReportCheck& check : report.checks()) {
            if (severity(check.code) != each || check.counts.of(CheckVerdict::violated) == 0) {
                continue;
            }
            if (std::exchange(first, false)) {
                page.heading(severity_words(page, each), tone_of(each));
            }
            add_examples(page, report, check, show);
        }
    }
}

void add_undecidable(Page& page, const CheckReport& report) {
    bool first = true;
    for (const ReportCheck& check : report.checks()) {
        if (check.state != CheckState::undecidable) {
            continue;
        }
        if (std::exchange(first, false)) {
            page.heading(page.text("UI-CHECK-UNDECIDABLE"));
        }
        page.item(std::string(name(check.code)),
                  page.text("CHECK-UNDECIDABLE/" + std::string(name(check.missing))), 2);
    }
}

void add_steps(Page& page, const CheckReport& report) {
    constexpr double median = 0.5;
    for (std::size_t version = 0; version < report.part().steps.size(); ++version) {
        const Sop& sop = report.plan().sop(version);
        TextTable table{.header = {"No", page.text("UI-CHECK-STEP"), page.text("UI-CHECK-RUNS"),
                                   page.text("UI-CHECK-ON-TIME"), page.text("UI-CHECK-MEDIAN"),
                                   page.text("UI-CHECK-WAKTU")}};
        std::uint64_t runs = 0;
        for (std::size_t step = 0; step < report.part().steps[version].size(); ++step) {
            const StepCounts& counts = report.part().steps[version][step];
            const std::optional<std::int64_t> middle = duration_quantile(counts, median);
            runs += counts.runs;
            table.rows.push_back({sop.steps()[step].key, sop.steps()[step].uraian,
                                  count_text(counts.runs), share_text(on_time_share(counts)),
                                  middle ? std::to_string(*middle) : "-",
                                  sop.steps()[step].waktu.text});
        }
        if (runs > 0) {
            page.heading(page.text("UI-CHECK-STEPS", {{"sop", sop_words(page, sop.identity().nama,
                                                                        sop.identity().nomor)}}));
            page.table(std::move(table), 2);
        }
    }
}

void add_periods(Page& page, const CheckReport& report) {
    if (report.periods().empty()) {
        return;
    }
    TextTable table{.header = {page.text("UI-CHECK-PERIOD"), page.text("UI-LOG-CASES"),
                               page.text("UI-CHECK-OPEN"), page.text("UI-CHECK-CARRIED"),
                               page.text("UI-CHECK-LATE")}};
    for (const ReportPeriod& period : report.periods()) {
        const CheckCounts& late = period.checks[position(CheckCode::late_step)];
        table.rows.push_back({period.label.empty() ? "-" : period.label, count_text(period.cases),
                              count_text(period.open), count_text(period.carried),
                              count_text(late.of(CheckVerdict::violated))});
    }
    page.heading(page.text("UI-CHECK-PERIODS"));
    page.table(std::move(table), 2);
}

std::string_view kind_code(DiffKind kind) {
    switch (kind) {
    case DiffKind::appeared: return "UI-CHECK-APPEARED";
    case DiffKind::mended: return "UI-CHECK-MENDED";
    case DiffKind::still: return "UI-CHECK-STILL";
    }
    return "";
}

std::string_view cause_code(DiffCause cause) {
    switch (cause) {
    case DiffCause::log: return "UI-CHECK-CAUSE-LOG";
    case DiffCause::sop: return "UI-CHECK-CAUSE-SOP";
    case DiffCause::calendar: return "UI-CHECK-CAUSE-CALENDAR";
    case DiffCause::now: return "UI-CHECK-CAUSE-NOW";
    case DiffCause::other: return "UI-CHECK-CAUSE-OTHER";
    }
    return "";
}

void add_diff(Page& page, const std::vector<DiffLine>& lines) {
    std::array<std::uint64_t, 3> counts{};
    TextTable table;
    for (const DiffLine& line : lines) {
        counts[static_cast<std::size_t>(line.kind)] += line.count;
        if (line.kind != DiffKind::still && table.rows.size() < 4 * most_examples) {
            const ReportViolation& each = line.violation;
            table.rows.push_back({page.text(kind_code(line.kind)), each.code,
                                  page.text("UI-CHECK-CASE", {{"case", each.case_id}}),
                                  each.step.empty() ? each.what : each.step,
                                  page.text(cause_code(line.cause))});
        }
    }
    page.heading(page.text("UI-CHECK-DIFF"));
    for (const DiffKind kind : {DiffKind::appeared, DiffKind::mended, DiffKind::still}) {
        page.paragraph(page.text(kind_code(kind)) + ": " +
                           count_text(counts[static_cast<std::size_t>(kind)]),
                       2);
    }
    page.table(std::move(table), 4);
}

} // namespace

std::string text_of_check(const CheckReport& report, const CheckWords& words,
                          const Manner& manner) {
    Page page(manner.terminal, manner.language);
    add_head(page, report, words.calendar);
    add_counts(page, report);
    if (words.diff != nullptr) {
        add_diff(page, *words.diff);
    }
    add_violated(page, report, words.show);
    add_undecidable(page, report);
    add_steps(page, report);
    add_periods(page, report);
    if (!report.head().data.empty()) {
        page.heading(page.text("UI-CHECK-DATA"));
        add_findings(page, report.head().data, {});
    }
    page.blank();
    page.paragraph(page.text("UI-CHECK-FOOT"), 0, Tone::faint);
    return page.take();
}

} // namespace tertib::tool
