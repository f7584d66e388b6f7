// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/report_diff.hpp"

#include "base/parsed_json.hpp"
#include "check/case_print.hpp"

#include <algorithm>

namespace tertib {
namespace {

/// What tells two rows of one case, check and step apart, of those columns that a report shows.
[[nodiscard]] std::string what_of(std::string_view code, std::string norm, std::string observed) {
    if (code == name(CheckCode::input_missing) || code == name(CheckCode::output_missing)) {
        return norm;
    }
    return code == name(CheckCode::step_unknown) ? observed : std::string();
}

[[nodiscard]] std::string calendar_text(std::string_view digest, std::string_view known) {
    return std::string(digest) + " " + std::string(known);
}

[[nodiscard]] DiffCause cause_of(const ReportOutline& before, const ReportOutline& after,
                                 const std::string& case_id) {
    const auto then = before.cases.find(case_id);
    const auto today = after.cases.find(case_id);
    if (then == before.cases.end() || today == after.cases.end() ||
        then->second.digest != today->second.digest) {
        return DiffCause::log;
    }
    if (then->second.sop != today->second.sop) {
        return DiffCause::sop;
    }
    if (before.calendar != after.calendar) {
        return DiffCause::calendar;
    }
    return before.now != after.now ? DiffCause::now : DiffCause::other;
}

} // namespace

ReportOutline outline_of(const CheckReport& report) {
    ReportOutline outline;
    for (std::size_t i = 0; i < report.part().verdicts.size(); ++i) {
        outline.cases.emplace(
            std::string(report.case_id(i)),
            ReportOutline::Case{.digest = case_print_text(report.case_digest(i)),
                                .sop =
                                    report.plan().sop(report.part().verdicts[i].version).digest()});
    }
    for (std::size_t i = 0; i < report.row_count(); ++i) {
        if (report.part().evidence[i].verdict != CheckVerdict::violated) {
            continue;
        }
        ReportRow row = report.row(i);
        const std::string code(name(row.code));
        ++outline.violated[{.case_id = std::string(row.case_id),
                            .code = code,
                            .step = std::move(row.step),
                            .what = what_of(code, std::move(row.norm), std::move(row.observed))}];
    }
    const CheckOptions& options = report.plan().options();
    outline.calendar = calendar_text(report.head().calendar_digest, name(options.known));
    outline.now = options.now ? text(*options.now, report.head().zone) : "";
    return outline;
}

ReportOutline outline_from_json(std::string_view text) {
    JsonLimits limits;
    limits.bytes = std::size_t{1} << 30;
    limits.values = 20'000'000;
    const ParsedJson document = ParsedJson::read(text, limits);
    const JsonView root = document.root().object();
    if (root.member("schema").text() != "tertib.check/1") {
        root.member("schema").refuse("this reads \"tertib.check/1\"");
    }
    std::vector<std::string> sops;
    for (const JsonView sop : root.member("sops").array()) {
        sops.emplace_back(sop.member("digest").text());
    }
    ReportOutline outline;
    for (const JsonView each : root.member("case_table").array()) {
        const JsonView sop = each.member("sop");
        if (sop.count() >= sops.size()) {
            sop.refuse("there is no such SOP");
        }
        outline.cases.emplace(
            std::string(each.member("case").text()),
            ReportOutline::Case{.digest = std::string(each.member("digest").text()),
                                .sop = sops[sop.count()]});
    }
    for (const JsonView row : root.member("rows").array()) {
        if (row.member("verdict").text() != name(CheckVerdict::violated)) {
            continue;
        }
        const std::string code(row.member("code").text());
        ++outline.violated[{.case_id = std::string(row.member("case").text()),
                            .code = code,
                            .step = row.optional_text("step").value_or(""),
                            .what = what_of(code, std::string(row.member("norm").text()),
                                            std::string(row.member("observed").text()))}];
    }
    outline.calendar =
        calendar_text(root.member("calendar").member("digest").text(), root.member("known").text());
    outline.now = root.optional_text("now").value_or("");
    return outline;
}

std::vector<DiffLine> report_diff(const ReportOutline& before, const ReportOutline& after) {
    std::map<ReportViolation, std::pair<std::uint64_t, std::uint64_t>> counts;
    for (const auto& [violation, count] : before.violated) {
        counts[violation].first = count;
    }
    for (const auto& [violation, count] : after.violated) {
        counts[violation].second = count;
    }
    std::vector<DiffLine> lines;
    for (const auto& [violation, count] : counts) {
        const auto [then, today] = count;
        const std::uint64_t both = std::min(then, today);
        if (both > 0) {
            lines.push_back({.violation = violation, .kind = DiffKind::still, .count = both});
        }
        if (then != today) {
            lines.push_back({.violation = violation,
                             .kind = then < today ? DiffKind::appeared : DiffKind::mended,
                             .cause = cause_of(before, after, violation.case_id),
                             .count = std::max(then, today) - both});
        }
    }
    return lines;
}

std::string_view name(DiffKind kind) noexcept {
    switch (kind) {
    case DiffKind::appeared: return "appeared";
    case DiffKind::mended: return "mended";
    case DiffKind::still: return "still";
    }
    return "";
}

std::string_view name(DiffCause cause) noexcept {
    switch (cause) {
    case DiffCause::log: return "log";
    case DiffCause::sop: return "sop";
    case DiffCause::calendar: return "calendar";
    case DiffCause::now: return "now";
    case DiffCause::other: return "other";
    }
    return "";
}

} // namespace tertib
