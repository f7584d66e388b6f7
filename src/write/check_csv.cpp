// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/check_csv.hpp"

#include "write/check_figures.hpp"
#include "write/check_monitoring.hpp"
#include "write/csv_cell.hpp"

#include <array>
#include <string>

namespace tertib {
namespace {

/// Lines of a table, cell by cell.
class CsvTable {
public:
    CsvTable(const ByteSink& sink, std::string_view titles) : out_(sink) {
        out_ << titles << "\r\n";
    }

    CsvTable& operator<<(std::string_view text) {
        // Quotes don't keep a spreadsheet from running a cell; a dash alone says "none".
        constexpr std::string_view formula = "=+-@\t\r";
        const bool runs = text.size() > 1 && formula.find(text.front()) != std::string_view::npos;
        out_ << (filled_ ? "," : "");
        write_csv_cell(out_, runs ? "'" + std::string(text) : std::string(text));
        filled_ = true;
        return *this;
    }
    CsvTable& operator<<(std::uint64_t number) { return *this << std::to_string(number); }
    CsvTable& operator<<(std::optional<double> number) {
        return *this << (number ? spelled(LogValue(*number)) : std::string());
    }
    CsvTable& operator<<(std::optional<std::int64_t> number) {
        return *this << (number ? std::to_string(*number) : std::string());
    }
    void end_line() {
        out_ << "\r\n";
        filled_ = false;
    }
    void finish() { out_.flush(); }

private:
    TextOutput out_;
    bool filled_ = false;
};

std::string instant_text(std::int64_t at, Zone zone) {
    return at == no_instant ? "" : text(Instant{std::chrono::microseconds{at}}, zone);
}

std::string places_text(const ReportRow& row) {
    std::string all;
    for (const std::uint32_t place : row.places) {
        all += (all.empty() ? "" : " ") + std::to_string(place);
    }
    return all;
}

std::optional<std::int64_t> late_minutes(const ReportRow& row) {
    return row.late_minutes > 0 ? std::optional(row.late_minutes) : std::nullopt;
}

std::optional<std::int64_t> late_days(const ReportRow& row) {
    return row.late_days >= 0 ? std::optional(row.late_days) : std::nullopt;
}

void add_row(CsvTable& table, const CheckReport& report, std::size_t place, ShowPeople people) {
    const ReportRow row = report.row(place, people);
    const Calendar& calendar = report.plan().calendar();
    const std::optional<LocalDay> known = calendar.known_on();
    const bool named = people == ShowPeople::names && row.waiver != nullptr;
    table << row.case_id << row.step << places_text(row) << name(row.code) << name(row.severity)
          << name(row.verdict) << name(row.missing);
    table << (row.waiver == nullptr ? "no" : "yes") << (named ? row.waiver->by : std::string())
          << (row.waiver == nullptr ? std::string() : row.waiver->reason)
          << (row.waiver == nullptr ? std::string() : row.waiver->nomor_surat);
    table << row.nomor << report.plan().sop(row.version).digest() << std::uint64_t{row.version} + 1
          << row.norm << row.observed << row.due << late_minutes(row) << late_days(row);
    table << (report.plan().options().measured_from == MeasuredFrom::ready ? "ready" : "started")
          << row.person << row.pelaksana << report.message(place, Language::id)
          << report.message(place, Language::en) << "" << report.head().calendar
          << (known ? text(*known) : std::string())
          << (row.sensitive == CalendarSensitive::yes ? "yes" : "no");
    table.end_line();
}

void write_rows(const CheckReport& report, const ByteSink& sink, const CheckCsvOptions& options) {
    CsvTable table(sink, "case,step,event_rows,code,severity,verdict,missing,waived,waived_by,"
                         "waived_reason,waived_letter,nomor,sop_digest,sop_version,norm,observed,"
                         "due,late_minutes,late_days,measured_from,person,pelaksana,message_id,"
                         "message_en,legal_basis,calendar,calendar_known,calendar_sensitive");
    for (std::size_t i = 0; i < report.row_count(); ++i) {
        add_row(table, report, i, options.people);
    }
    table.finish();
}

void write_cases(const CheckReport& report, const ByteSink& sink) {
    std::string titles = "case,sop_version,end,began,ended,waived";
    for (std::size_t i = 0; i < check_code_count; ++i) {
        titles += "," + std::string(name(check_code_at(i)));
    }
    CsvTable table(sink, titles);
    for (std::size_t i = 0; i < report.part().verdicts.size(); ++i) {
        const CaseVerdicts& each = report.part().verdicts[i];
        std::string waived;
        for (std::size_t j = 0; j < check_code_count; ++j) {
            if (each.is_waived(check_code_at(j))) {
                waived += (waived.empty() ? "" : " ") + std::string(name(check_code_at(j)));
            }
        }
        table << report.case_id(i) << std::uint64_t{each.version} + 1 << name(each.end)
              << instant_text(each.began, report.head().zone)
              << instant_text(each.ended, report.head().zone) << waived;
        for (std::size_t j = 0; j < check_code_count; ++j) {
            table << name(each.of(check_code_at(j)));
        }
        table.end_line();
    }
    table.finish();
}

void write_steps(const CheckReport& report, const ByteSink& sink) {
    CsvTable table(sink, "sop_version,nomor,step,uraian,pelaksana,runs,repeats,on_time,late,"
                         "undecidable,not_applicable,on_time_share,work_minutes_mean,"
                         "work_minutes_p50,work_minutes_p90");
    for (std::size_t version = 0; version < report.part().steps.size(); ++version) {
        const Sop& sop = report.plan().sop(version);
        for (std::size_t i = 0; i < report.part().steps[version].size(); ++i) {
            const StepCounts& counts = report.part().steps[version][i];
            const Step& step = sop.steps()[i];
            const auto late = [&](CheckVerdict verdict) {
                return counts.lateness[static_cast<std::size_t>(verdict)];
            };
            table << std::uint64_t{version} + 1 << sop.identity().nomor << step.key << step.uraian
                  << pelaksana_of(sop, step) << counts.runs << counts.repeats
                  << late(CheckVerdict::satisfied) << late(CheckVerdict::violated)
                  << late(CheckVerdict::undecidable) << late(CheckVerdict::not_applicable)
                  << on_time_share(counts) << mean_duration(counts)
                  << duration_quantile(counts, 0.5) << duration_quantile(counts, 0.9);
            table.end_line();
        }
    }
    table.finish();
}

void add_counts(CsvTable& table, const CheckCounts& counts) {
    table << counts.of(CheckVerdict::not_applicable) << counts.of(CheckVerdict::satisfied)
          << counts.of(CheckVerdict::undecidable) << counts.of(CheckVerdict::violated)
          << counts.waived << counts.sensitive;
    table.end_line();
}

void write_checks(const CheckReport& report, const ByteSink& sink) {
    CsvTable table(sink, "code,title_id,title_en,severity,state,missing,not_applicable,satisfied,"
                         "undecidable,violated,waived,calendar_sensitive");
    for (const ReportCheck& each : report.checks()) {
        table << name(each.code) << title_of(each.code, Language::id)
              << title_of(each.code, Language::en) << name(severity(each.code)) << name(each.state)
              << name(each.missing);
        add_counts(table, each.counts);
    }
    table.finish();
}

void write_periods(const CheckReport& report, const ByteSink& sink) {
    CsvTable table(sink, "period,cases,ended,open,unknown,begun,carried,code,not_applicable,"
                         "satisfied,undecidable,violated,waived,calendar_sensitive");
    for (const ReportPeriod& each : report.periods()) {
        for (std::size_t i = 0; i < check_code_count; ++i) {
            table << each.label << each.cases << each.ended << each.open << each.unknown
                  << each.begun << each.carried << name(check_code_at(i));
            add_counts(table, each.checks[i]);
        }
    }
    table.finish();
}

/// The regulation's columns; tindakan and paraf are for people.
void write_monitoring(const CheckReport& report, const ByteSink& sink,
                      const CheckCsvOptions& options) {
    CsvTable table(sink, "no,period,nomor,prosedur,penilaian,catatan,tindakan,paraf");
    std::uint64_t number = 0;
    for (const MonitoringRow& row : monitoring_rows(report)) {
        const Identity& identity = report.plan().sop(row.version).identity();
        table << ++number << semester_label(row) << identity.nomor << identity.nama
              << monitoring_verdict(row, options.threshold, options.language)
              << monitoring_note(row, options.language) << "" << "";
        table.end_line();
    }
    table.finish();
}

constexpr std::array<std::string_view, 6> table_names = {"rows",   "cases",   "steps",
                                                         "checks", "periods", "monitoring"};

} // namespace

void write_check_csv(const CheckReport& report, CheckTable table, const ByteSink& sink,
                     const CheckCsvOptions& options) {
    switch (table) {
    case CheckTable::rows: return write_rows(report, sink, options);
    case CheckTable::cases: return write_cases(report, sink);
    case CheckTable::steps: return write_steps(report, sink);
    case CheckTable::checks: return write_checks(report, sink);
    case CheckTable::periods: return write_periods(report, sink);
    case CheckTable::monitoring: return write_monitoring(report, sink, options);
    }
}

std::string_view name(CheckTable table) noexcept {
    return table_names[static_cast<std::size_t>(table)];
}

std::optional<CheckTable> check_table_from_name(std::string_view name) noexcept {
    for (std::size_t i = 0; i < table_names.size(); ++i) {
        if (table_names[i] == name) {
            return static_cast<CheckTable>(i);
        }
    }
    return std::nullopt;
}

} // namespace tertib
