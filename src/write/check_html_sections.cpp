// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/check_html_sections.hpp"

#include "write/svg_chart.hpp"

#include <algorithm>
#include <tuple>

namespace tertib {
namespace {

constexpr std::string_view plain_colour = "#3f6fa3";

/// Working minutes in words that one can picture: minutes up to two hours, then hours.
std::string duration_text(const HtmlPage& page, std::optional<std::int64_t> minutes) {
    if (!minutes) {
        return "–";
    }
    const auto whole = static_cast<std::uint64_t>(std::max<std::int64_t>(0, *minutes));
    return whole < 120 ? page.words("UI-REPORT-MINUTES", {{"count", page.count(whole)}})
                       : page.words("UI-REPORT-HOURS", {{"count", page.count((whole + 30) / 60)}});
}

std::vector<const ReportCheck*> worst_checks(const CheckReport& report) {
    std::vector<const ReportCheck*> worst;
    for (const ReportCheck& each : report.checks()) {
        if (matters(each.code) && each.counts.of(CheckVerdict::violated) > 0) {
            worst.push_back(&each);
        }
    }
    std::ranges::sort(worst, [](const ReportCheck* a, const ReportCheck* b) {
        return std::tuple(unwaived(b->counts), a->code) < std::tuple(unwaived(a->counts), b->code);
    });
    return worst;
}

/// All checks that were asked for, each with its four verdicts.
Chart chart_of_checks(const CheckPage& on) {
    const HtmlPage& page = on.page;
    Chart chart{.title = page.words("UI-REPORT-CHART-CHECKS"),
                .parts = {{page.words("UI-REPORT-SATISFIED"), good_colour},
                          {page.words("UI-REPORT-VIOLATED"), bad_colour},
                          {page.words("UI-REPORT-WAIVED"), waived_colour},
                          {page.words("UI-REPORT-UNDECIDABLE"), unknown_colour}},
                .bars = {}};
    for (const ReportCheck& each : on.report.checks()) {
        const CheckCounts& counts = each.counts;
        const bool applies = counts.of(CheckVerdict::not_applicable) < on.report.part().cases;
        if (each.state == CheckState::judged && matters(each.code) && applies) {
            chart.bars.push_back(
                {title_of(each.code, page.language()),
                 {counts.of(CheckVerdict::satisfied), unwaived(counts), counts.waived,
                  counts.of(CheckVerdict::undecidable)},
                 page.words("UI-REPORT-OF", {{"part", page.count(unwaived(counts))},
                                             {"all", page.count(on.report.part().cases)}})});
        }
    }
    return chart;
}

const StepCounts& counts_of(const CheckReport& report, std::uint32_t version, std::uint32_t step) {
    static const StepCounts none;
    const std::vector<std::vector<StepCounts>>& steps = report.part().steps;
    return version < steps.size() && step < steps[version].size() ? steps[version][step] : none;
}

std::uint64_t late_runs(const StepCounts& counts) {
    return counts.lateness[static_cast<std::size_t>(CheckVerdict::violated)];
}

std::uint64_t timely_runs(const StepCounts& counts) {
    return counts.lateness[static_cast<std::size_t>(CheckVerdict::satisfied)];
}

/// How long the step took that was late most often: where the time goes shows there.
void write_histogram(const CheckPage& on) {
    const StepCounts* worst = nullptr;
    std::uint32_t version = 0;
    std::uint32_t step = 0;
    const auto& steps = on.report.part().steps;
    for (std::uint32_t i = 0; i < steps.size(); ++i) {
        for (std::uint32_t j = 0; j < steps[i].size(); ++j) {
            if (late_runs(steps[i][j]) > (worst == nullptr ? 0 : late_runs(*worst))) {
                worst = &steps[i][j];
                version = i;
                step = j;
            }
        }
    }
    if (worst == nullptr || worst->durations.empty()) {
        return;
    }
    const HtmlPage& page = on.page;
    const std::string caption =
        page.words("UI-REPORT-CHART-DURATION",
                   {{"step", on.step_name(version, step)},
                    {"waktu", on.report.plan().sop(version).steps()[step].waktu.text}});
    Chart chart{.title = caption, .parts = {{"", std::string(plain_colour)}}, .bars = {}};
    // Four buckets in one bar: two bars for each power of two are enough for the eye.
    constexpr std::size_t joined = 4;
    std::size_t last = 0;
    std::size_t first = duration_buckets;
    for (std::size_t i = 0; i < worst->durations.size(); ++i) {
        if (worst->durations[i] > 0) {
            first = std::min(first, i / joined);
            last = i / joined;
        }
    }
    for (std::size_t i = first; i <= last; ++i) {
        std::uint64_t count = 0;
        for (std::size_t j = i * joined; j < (i + 1) * joined && j < worst->durations.size(); ++j) {
            count += worst->durations[j];
        }
        chart.bars.push_back({"≥ " + duration_text(page, bucket_start(i * joined)), {count}, ""});
    }
    on.page.figure(svg_columns(chart), caption);
}

} // namespace

bool CheckPage::several_versions() const {
    return report.plan().version_count() > 1;
}

std::string CheckPage::step_name(std::uint32_t version, std::uint32_t step) const {
    const Step& named = report.plan().sop(version).steps()[step];
    std::string text = named.key + (named.uraian.empty() ? "" : ". " + named.uraian);
    if (several_versions()) {
        text +=
            " (" + page.words("UI-REPORT-VERSION", {{"number", std::to_string(version + 1)}}) + ")";
    }
    return text;
}

void write_worst(const CheckPage& on) {
    on.page.begin_section("UI-REPORT-WORST");
    const std::vector<const ReportCheck*> worst = worst_checks(on.report);
    if (worst.empty()) {
        on.page.paragraph(on.page.words("UI-REPORT-WORST/none"));
    }
    std::vector<HtmlCells> rows;
    for (const ReportCheck* each : worst) {
        rows.push_back({title_of(each->code, on.page.language()), std::string(name(each->code)),
                        on.page.count(unwaived(each->counts)),
                        on.page.percent(unwaived(each->counts), on.report.part().cases),
                        on.page.count(each->counts.waived),
                        on.page.count(each->counts.of(CheckVerdict::undecidable))});
    }
    on.page.table({{"UI-REPORT-COLUMN-CHECK"},
                   {"UI-REPORT-COLUMN-CODE"},
                   {"UI-REPORT-COLUMN-CASES", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-SHARE", ColumnStyle::number},
                   {"UI-REPORT-WAIVED", ColumnStyle::number},
                   {"UI-REPORT-UNDECIDABLE", ColumnStyle::number}},
                  rows);
    const Chart chart = chart_of_checks(on);
    on.page.figure(svg_bars(chart), chart.title);
    on.page.end_section();
}

void write_places(const CheckPage& on) {
    std::vector<const StepFigures*> worst;
    for (const StepFigures& each : on.steps) {
        if (each.weight() > 0) {
            worst.push_back(&each);
        }
    }
    if (worst.empty()) {
        return;
    }
    std::ranges::sort(worst, [](const StepFigures* a, const StepFigures* b) {
        return std::tuple(b->weight(), a->version, a->step) <
               std::tuple(a->weight(), b->version, b->step);
    });
    worst.resize(std::min<std::size_t>(worst.size(), 12));
    on.page.begin_section("UI-REPORT-PLACES");
    const std::string caption = on.page.words("UI-REPORT-CHART-STEPS");
    Chart chart{.title = caption, .parts = {{"", bad_colour}}, .bars = {}};
    std::vector<HtmlCells> rows;
    for (const StepFigures* each : worst) {
        const StepCounts& counts = counts_of(on.report, each->version, each->step);
        const Sop& sop = on.report.plan().sop(each->version);
        chart.bars.push_back({on.step_name(each->version, each->step), {each->weight()}, ""});
        rows.push_back(
            {on.step_name(each->version, each->step), pelaksana_of(sop, sop.steps()[each->step]),
             on.page.count(counts.runs),
             on.page.percent(timely_runs(counts), timely_runs(counts) + late_runs(counts)),
             duration_text(on.page, duration_quantile(counts, 0.5)),
             duration_text(on.page, duration_quantile(counts, 0.9)),
             on.page.count(counts.repeats)});
    }
    on.page.figure(svg_bars(chart), caption);
    on.page.table({{"UI-REPORT-COLUMN-STEP"},
                   {"UI-REPORT-COLUMN-PELAKSANA"},
                   {"UI-REPORT-COLUMN-RUNS", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-TIMELY", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-HALF", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-NINE-TENTHS", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-REPEATS", ColumnStyle::number}},
                  rows);
    on.page.paragraph(on.page.words(on.report.plan().options().measured_from == MeasuredFrom::ready
                                        ? "UI-REPORT-MEASURED-READY"
                                        : "UI-REPORT-MEASURED-STARTED"),
                      "note");
    write_histogram(on);
    on.page.end_section();
}

void write_waits(const CheckPage& on) {
    std::vector<const StepFigures*> waits;
    for (const StepFigures& each : on.steps) {
        if (each.open > 0 || each.of(CheckCode::late_step) > 0) {
            waits.push_back(&each);
        }
    }
    if (waits.empty()) {
        return;
    }
    const auto weight = [](const StepFigures& each) {
        return std::tuple(each.of(CheckCode::overdue), each.of(CheckCode::late_step), each.open);
    };
    std::ranges::sort(waits, [&](const StepFigures* a, const StepFigures* b) {
        return std::tuple(weight(*b), a->version, a->step) <
               std::tuple(weight(*a), b->version, b->step);
    });
    waits.resize(std::min<std::size_t>(waits.size(), 10));
    on.page.begin_section("UI-REPORT-WAITS");
    std::vector<HtmlCells> rows;
    for (const StepFigures* each : waits) {
        const Sop& sop = on.report.plan().sop(each->version);
        const std::string waiting = waiting_for(sop, each->step);
        const std::string awaited = pelaksana_of(sop, sop.steps()[each->step]);
        rows.push_back({waiting.empty() ? on.page.words("UI-REPORT-SERVED") : waiting,
                        awaited.empty() ? on.page.words("UI-PELAKSANA-UNKNOWN") : awaited,
                        on.step_name(each->version, each->step), on.page.count(each->open),
                        on.page.count(each->of(CheckCode::overdue)),
                        on.page.count(each->of(CheckCode::late_step))});
    }
    on.page.table({{"UI-REPORT-COLUMN-WAITING"},
                   {"UI-REPORT-COLUMN-AWAITED"},
                   {"UI-REPORT-COLUMN-STEP"},
                   {"UI-REPORT-COLUMN-OPEN", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-OVERDUE", ColumnStyle::number},
                   {"UI-REPORT-COLUMN-LATE", ColumnStyle::number}},
                  rows);
    on.page.end_section();
}

void write_good(const CheckPage& on) {
    std::vector<std::string> items;
    if (const std::uint64_t good = on.report.cases_in_order(); good > 0) {
        items.push_back(on.page.words(
            "UI-REPORT-GOOD/cases",
            {{"count", on.page.count(good)}, {"all", on.page.count(on.report.part().cases)}}));
    }
    for (const ReportCheck& each : on.report.checks()) {
        const std::uint64_t satisfied = each.counts.of(CheckVerdict::satisfied);
        if (matters(each.code) && satisfied > 0 && each.counts.of(CheckVerdict::violated) == 0) {
            items.push_back(on.page.words("UI-REPORT-GOOD/check",
                                          {{"title", title_of(each.code, on.page.language())},
                                           {"count", on.page.count(satisfied)}}));
        }
    }
    std::string timely;
    for (std::uint32_t i = 0; i < on.report.part().steps.size(); ++i) {
        for (std::uint32_t j = 0; j < on.report.part().steps[i].size(); ++j) {
            const StepCounts& counts = on.report.part().steps[i][j];
            if (timely_runs(counts) > 0 && late_runs(counts) == 0) {
                timely += (timely.empty() ? "" : "; ") + on.step_name(i, j);
            }
        }
    }
    if (!timely.empty()) {
        items.push_back(on.page.words("UI-REPORT-GOOD/steps", {{"steps", timely}}));
    }
    if (!items.empty()) {
        on.page.begin_section("UI-REPORT-GOOD");
        on.page.list(items);
        on.page.end_section();
    }
}

} // namespace tertib
