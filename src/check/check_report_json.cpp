// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check_report_json.hpp"

#include "base/finding_members.hpp"
#include "base/json_writer.hpp"
#include "check/case_print.hpp"
#include "tertib/base/text.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace tertib {
namespace {

void write_number(JsonWriter& json, std::string_view key, std::uint64_t number) {
    json.member_number(key, static_cast<std::int64_t>(number));
}

void write_name(JsonWriter& json, std::string_view key, std::string_view name) {
    json.member_or_null(key, name.empty() ? std::nullopt : std::optional(std::string(name)));
}

/// To four digits: a share of integers that stand beside it.
void write_ratio(JsonWriter& json, std::string_view key, const std::optional<double>& value) {
    json.key(key);
    if (!value) {
        json.null();
        return;
    }
    constexpr double places = 10'000;
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(),
                                   std::round(*value * places) / places);
    json.raw(std::string_view(digits.data(), static_cast<std::size_t>(end.ptr - digits.data())));
}

void write_minutes(JsonWriter& json, std::string_view key, std::optional<std::int64_t> minutes) {
    json.key(key);
    if (minutes) {
        json.number(*minutes);
    } else {
        json.null();
    }
}

void write_instant(JsonWriter& json, std::string_view key, std::int64_t instant, Zone zone) {
    json.member_or_null(
        key, instant == no_instant
                 ? std::nullopt
                 : std::optional(text(Instant{std::chrono::microseconds{instant}}, zone)));
}

void write_day(JsonWriter& json, std::string_view key, const std::optional<LocalDay>& day) {
    json.member_or_null(key, day ? std::optional(text(*day)) : std::nullopt);
}

/// By what it was judged: enough to do it again.
void write_head(JsonWriter& json, const CheckReport& report, ShowPeople show) {
    const ReportHead& head = report.head();
    const CheckOptions& options = report.plan().options();
    json.member("tertib", head.tertib_version);
    json.member("log_digest", head.log_digest);
    json.key("calendar");
    json.begin_object(JsonWriter::Shape::line);
    json.member("name", head.calendar);
    json.member("digest", head.calendar_digest);
    write_day(json, "known_on", report.plan().calendar().known_on());
    json.end_object();
    json.member_or_null("now",
                        options.now ? std::optional(text(*options.now, head.zone)) : std::nullopt);
    json.member("zone", head.zone.text());
    json.member("measured_from", name(options.measured_from));
    json.member("known", name(options.known));
    json.member("version_at", name(options.version_at));
    write_name(json, "service_waktu", options.service_waktu);
    json.member("by", name(head.by));
    json.member("count_by", name(head.count_by));
    write_day(json, "from", head.from);
    write_day(json, "until", head.until);
    json.member("people", name(show));
    json.member_truth("stopped", head.stopped);
}

void write_sops(JsonWriter& json, const CheckReport& report) {
    json.key("sops");
    json.begin_array();
    for (std::size_t i = 0; i < report.plan().version_count(); ++i) {
        const Sop& sop = report.plan().sop(i);
        json.begin_object();
        json.member("nomor", squeeze(sop.identity().nomor));
        json.member("nama", squeeze(sop.identity().nama));
        json.member("digest", sop.digest());
        json.member("unit_kerja", sop.identity().unit_kerja);
        json.member("dasar_hukum", sop.identity().dasar_hukum);
        json.end_object();
    }
    json.end_array();
}

void write_counts(JsonWriter& json, const CheckCounts& counts) {
    for (std::size_t i = check_verdict_count; i-- > 0;) {
        const auto verdict = static_cast<CheckVerdict>(i);
        write_number(json, name(verdict), counts.of(verdict));
    }
    write_number(json, "waived", counts.waived);
    write_number(json, "calendar_sensitive", counts.sensitive);
}

void write_checks(JsonWriter& json, const CheckReport& report) {
    write_number(json, "checks_asked", report.checks_asked());
    write_number(json, "checks_judged", report.checks_judged());
    json.key("checks");
    json.begin_array();
    for (const ReportCheck& check : report.checks()) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("code", name(check.code));
        json.member("severity", name(severity(check.code)));
        json.member("state", name(check.state));
        write_name(json, "missing", name(check.missing));
        write_counts(json, check.counts);
        json.end_object();
    }
    json.end_array();
}

void write_whole(JsonWriter& json, const CheckReport& report) {
    write_number(json, "cases", report.part().cases);
    write_number(json, "events", report.part().events);
    write_number(json, "cases_in_order", report.cases_in_order());
    write_number(json, "cases_ended", report.cases_of(CaseEnd::ended));
    write_number(json, "cases_open", report.cases_of(CaseEnd::open));
    write_number(json, "cases_unknown", report.cases_of(CaseEnd::unknown));
}

void write_step(JsonWriter& json, std::size_t version, const Step& step, const StepCounts& counts) {
    constexpr double median = 0.5;
    constexpr double nine_in_ten = 0.9;
    json.begin_object(JsonWriter::Shape::line);
    write_number(json, "sop", version);
    json.member("step", step.key);
    json.member("uraian", squeeze(step.uraian));
    json.member("waktu", squeeze(step.waktu.text));
    write_number(json, "runs", counts.runs);
    write_number(json, "repeats", counts.repeats);
    for (std::size_t i = check_verdict_count; i-- > 0;) {
        write_number(json, name(static_cast<CheckVerdict>(i)), counts.lateness[i]);
    }
    write_ratio(json, "on_time_share", on_time_share(counts));
    write_ratio(json, "mean_minutes", mean_duration(counts));
    write_minutes(json, "median_minutes", duration_quantile(counts, median));
    write_minutes(json, "p90_minutes", duration_quantile(counts, nine_in_ten));
    json.end_object();
}

void write_steps(JsonWriter& json, const CheckReport& report) {
    json.key("steps");
    json.begin_array();
    for (std::size_t version = 0; version < report.part().steps.size(); ++version) {
        const Sop& sop = report.plan().sop(version);
        for (std::size_t step = 0; step < report.part().steps[version].size(); ++step) {
            write_step(json, version, sop.steps()[step], report.part().steps[version][step]);
        }
    }
    json.end_array();
}

void write_periods(JsonWriter& json, const CheckReport& report) {
    json.key("periods");
    json.begin_array();
    for (const ReportPeriod& period : report.periods()) {
        json.begin_object();
        json.member("label", period.label);
        write_number(json, "cases", period.cases);
        write_number(json, "ended", period.ended);
        write_number(json, "open", period.open);
        write_number(json, "unknown", period.unknown);
        write_number(json, "begun", period.begun);
        write_number(json, "carried", period.carried);
        json.key("checks");
        json.begin_object();
        for (std::size_t i = 0; i < check_code_count; ++i) {
            json.key(name(check_code_at(i)));
            json.begin_object(JsonWriter::Shape::line);
            write_counts(json, period.checks[i]);
            json.end_object();
        }
        json.end_object();
        json.end_object();
    }
    json.end_array();
}

void write_codes(JsonWriter& json, std::string_view key, const CaseVerdicts& verdicts,
                 CheckVerdict wanted) {
    json.key(key);
    json.begin_array();
    for (std::size_t i = 0; i < check_code_count; ++i) {
        if (verdicts.of(check_code_at(i)) == wanted) {
            json.text(name(check_code_at(i)));
        }
    }
    json.end_array();
}

void write_cases(JsonWriter& json, const CheckReport& report) {
    const Zone zone = report.head().zone;
    json.key("case_table");
    json.begin_array();
    for (std::size_t i = 0; i < report.part().verdicts.size(); ++i) {
        const CaseVerdicts& verdicts = report.part().verdicts[i];
        json.begin_object(JsonWriter::Shape::line);
        json.member("case", report.case_id(i));
        json.member("digest", case_print_text(report.case_digest(i)));
        write_number(json, "sop", verdicts.version);
        json.member("end", name(verdicts.end));
        write_instant(json, "began", verdicts.began, zone);
        write_instant(json, "last", verdicts.ended, zone);
        write_codes(json, "violated", verdicts, CheckVerdict::violated);
        write_codes(json, "undecidable", verdicts, CheckVerdict::undecidable);
        write_codes(json, "satisfied", verdicts, CheckVerdict::satisfied);
        json.key("waived");
        json.begin_array();
        for (std::size_t code = 0; code < check_code_count; ++code) {
            if (verdicts.is_waived(check_code_at(code))) {
                json.text(name(check_code_at(code)));
            }
        }
        json.end_array();
        json.end_object();
    }
    json.end_array();
}

void write_waiver(JsonWriter& json, const Waiver* waiver) {
    json.key("waived");
    if (waiver == nullptr) {
        json.null();
        return;
    }
    json.begin_object();
    json.member("by", waiver->by);
    json.member("reason", waiver->reason);
    json.member("nomor_surat", waiver->nomor_surat);
    json.end_object();
}

void write_row(JsonWriter& json, const CheckReport& report, std::size_t place, ShowPeople show) {
    const ReportRow row = report.row(place, show);
    json.begin_object(JsonWriter::Shape::line);
    json.member("case", row.case_id);
    write_name(json, "step", row.step);
    json.member("code", name(row.code));
    json.member("severity", name(row.severity));
    json.member("verdict", name(row.verdict));
    write_name(json, "missing", name(row.missing));
    write_waiver(json, row.waiver);
    json.key("rows");
    json.begin_array();
    for (const std::uint32_t event : row.places) {
        json.number(std::int64_t{event});
    }
    json.end_array();
    write_number(json, "sop", row.version);
    json.member("nomor", row.nomor);
    json.member("norm", row.norm);
    json.member("observed", row.observed);
    write_name(json, "due", row.due);
    json.member_number("late_minutes", row.late_minutes);
    write_minutes(json, "late_days",
                  row.late_days < 0 ? std::nullopt : std::optional(row.late_days));
    json.member("person", row.person);
    json.member("pelaksana", row.pelaksana);
    json.member_truth("calendar_sensitive", row.sensitive == CalendarSensitive::yes);
    json.member("legal_basis", std::string_view());
    write_texts(json, "message", report.message(place, Language::id),
                report.message(place, Language::en));
    json.end_object();
}

void write_diff(JsonWriter& json, const std::vector<DiffLine>* diff) {
    json.key("diff");
    if (diff == nullptr) {
        json.null();
        return;
    }
    json.begin_array();
    for (const DiffLine& line : *diff) {
        json.begin_object(JsonWriter::Shape::line);
        json.member("case", line.violation.case_id);
        json.member("code", line.violation.code);
        write_name(json, "step", line.violation.step);
        json.member("what", line.violation.what);
        json.member("kind", name(line.kind));
        write_name(json, "cause", line.kind == DiffKind::still ? "" : name(line.cause));
        write_number(json, "count", line.count);
        json.end_object();
    }
    json.end_array();
}

} // namespace

std::string to_json(const CheckReport& report, ShowPeople show, const std::vector<DiffLine>* diff) {
    JsonWriter json;
    json.begin_object();
    json.member("schema", "tertib.check/1");
    write_head(json, report, show);
    write_sops(json, report);
    write_whole(json, report);
    write_checks(json, report);
    write_steps(json, report);
    write_periods(json, report);
    json.key("findings");
    write(json, report.head().data);
    write_cases(json, report);
    json.key("rows");
    json.begin_array();
    for (std::size_t row = 0; row < report.row_count(); ++row) {
        write_row(json, report, row, show);
    }
    json.end_array();
    write_diff(json, diff);
    json.end_object();
    return json.take();
}

} // namespace tertib
