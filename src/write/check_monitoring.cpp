// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "write/check_monitoring.hpp"

#include "write/check_figures.hpp"

#include <chrono>
#include <map>
#include <tuple>

namespace tertib {
namespace {

std::int64_t counted_at(const CheckReport& report, const CaseVerdicts& verdicts) {
    if (report.head().count_by == CountBy::start) {
        return verdicts.began;
    }
    const std::optional<Instant> now = report.plan().options().now;
    return verdicts.end == CaseEnd::open && now ? now->time_since_epoch().count() : verdicts.ended;
}

void add_case(MonitoringRow& row, const CaseVerdicts& verdicts) {
    bool in_order = true;
    bool judged = false;
    for (std::size_t i = 0; i < check_code_count; ++i) {
        const CheckCode code = check_code_at(i);
        const CheckVerdict verdict = verdicts.of(code);
        const bool violated = verdict == CheckVerdict::violated;
        row.violated[i] += violated ? 1 : 0;
        row.undecidable[i] += verdict == CheckVerdict::undecidable ? 1 : 0;
        in_order = in_order && !(violated && matters(code));
        judged = judged || (matters(code) && (violated || verdict == CheckVerdict::satisfied));
    }
    ++row.cases;
    row.open += verdicts.end == CaseEnd::open ? 1 : 0;
    row.in_order += in_order ? 1 : 0;
    row.judged += judged ? 1 : 0;
}

/// "Waktu baku langkah (3 kasus), …" of the checks that matter.
std::string check_list(const std::array<std::uint64_t, check_code_count>& counts,
                       Language language) {
    std::string all;
    for (std::size_t i = 0; i < check_code_count; ++i) {
        const CheckCode code = check_code_at(i);
        if (counts[i] > 0 && matters(code)) {
            const std::vector<Argument> arguments = {{"title", title_of(code, language)},
                                                     {"count", std::to_string(counts[i])}};
            all +=
                (all.empty() ? "" : ", ") + text_of("UI-REPORT-CHECK-CASES", language, arguments);
        }
    }
    return all;
}

} // namespace

std::vector<MonitoringRow> monitoring_rows(const CheckReport& report) {
    std::map<std::tuple<int, int, std::uint32_t>, MonitoringRow> rows;
    for (const CaseVerdicts& each : report.part().verdicts) {
        int year = 0;
        int semester = 0;
        if (const std::int64_t at = counted_at(report, each); at != no_instant) {
            const Instant instant{std::chrono::microseconds{at}};
            const std::chrono::year_month_day day{local_day(instant, report.head().zone)};
            year = static_cast<int>(day.year());
            semester = static_cast<unsigned>(day.month()) <= 6 ? 1 : 2;
        }
        MonitoringRow& row = rows[{year, semester, each.version}];
        row.year = year;
        row.semester = semester;
        row.version = each.version;
        add_case(row, each);
    }
    std::vector<MonitoringRow> all;
    for (const auto& [place, row] : rows) {
        all.push_back(row);
    }
    return all;
}

std::string semester_words(const MonitoringRow& row, Language language) {
    if (row.year == 0) {
        return text_of("UI-REPORT-NO-TIME", language);
    }
    const std::vector<Argument> arguments = {{"number", row.semester == 1 ? "I" : "II"},
                                             {"year", std::to_string(row.year)}};
    return text_of("UI-REPORT-SEMESTER", language, arguments);
}

std::string semester_label(const MonitoringRow& row) {
    return row.year == 0 ? "" : std::to_string(row.year) + "-S" + std::to_string(row.semester);
}

std::string monitoring_verdict(const MonitoringRow& row, std::optional<unsigned> threshold,
                               Language language) {
    if (!threshold || row.judged == 0) {
        return {};
    }
    // In order of those judged: whom nothing is known of is neither.
    const std::uint64_t troubled = row.cases - row.in_order;
    const std::uint64_t well = row.judged - troubled;
    const bool going = 100.0 * static_cast<double>(well) >=
                       static_cast<double>(*threshold) * static_cast<double>(row.judged);
    const std::vector<Argument> arguments = {{"threshold", std::to_string(*threshold)},
                                             {"well", std::to_string(well)},
                                             {"judged", std::to_string(row.judged)}};
    return text_of(going ? "UI-REPORT-GOING-WELL" : "UI-REPORT-GOING-WELL/not", language,
                   arguments);
}

std::string monitoring_note(const MonitoringRow& row, Language language) {
    const std::vector<Argument> arguments = {{"cases", std::to_string(row.cases)},
                                             {"in_order", std::to_string(row.in_order)},
                                             {"open", std::to_string(row.open)}};
    std::string note = text_of("UI-REPORT-NOTE", language, arguments);
    if (const std::string list = check_list(row.violated, language); !list.empty()) {
        const std::vector<Argument> listed = {{"list", list}};
        note += " " + text_of("UI-REPORT-NOTE/violated", language, listed);
    }
    if (const std::string list = check_list(row.undecidable, language); !list.empty()) {
        const std::vector<Argument> listed = {{"list", list}};
        note += " " + text_of("UI-REPORT-NOTE/undecidable", language, listed);
    }
    return note;
}

} // namespace tertib
