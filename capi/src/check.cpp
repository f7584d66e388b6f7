// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/check.hpp"

#include "calendar.hpp"
#include "findings.hpp"
#include "guard.hpp"
#include "log.hpp"
#include "net.hpp"
#include "options.hpp"
#include "overlay.hpp"
#include "sop.hpp"

#include "tertib/base/error.hpp"
#include "tertib/check/check_report_json.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace tertib::capi;

struct tertib_report {
    tertib::CheckReport report;
    tertib_findings findings;
    std::vector<std::string> codes; ///< by check
};

namespace {

using tertib::Error;
using tertib::ErrorCode;

[[noreturn]] void refuse_enumerator(const char* field, const char* group) {
    throw Error(ErrorCode::argument, std::string(field) + " is no " + group);
}

tertib::MeasuredFrom measured_from_of(std::int32_t from) {
    switch (from) {
    case TERTIB_MEASURED_FROM_READY: return tertib::MeasuredFrom::ready;
    case TERTIB_MEASURED_FROM_STARTED: return tertib::MeasuredFrom::started;
    default: refuse_enumerator("measured_from", "TERTIB_MEASURED_FROM_…");
    }
}

tertib::CalendarKnown known_of(std::int32_t known) {
    switch (known) {
    case TERTIB_KNOWN_NOW: return tertib::CalendarKnown::now;
    case TERTIB_KNOWN_PROMISED: return tertib::CalendarKnown::promised;
    case TERTIB_KNOWN_COMPLETED: return tertib::CalendarKnown::completed;
    default: refuse_enumerator("known", "TERTIB_KNOWN_…");
    }
}

tertib::VersionAt version_at_of(std::int32_t at) {
    switch (at) {
    case TERTIB_VERSION_AT_CASE_BEGIN: return tertib::VersionAt::case_begin;
    case TERTIB_VERSION_AT_EVENT: return tertib::VersionAt::event;
    default: refuse_enumerator("version_at", "TERTIB_VERSION_AT_…");
    }
}

tertib::DayEnd check_day_end(std::int32_t end) {
    switch (end) {
    case TERTIB_DAY_END_DATE: return tertib::DayEnd::date;
    case TERTIB_DAY_END_CLOSING: return tertib::DayEnd::closing;
    default: refuse_enumerator("day_end", "TERTIB_DAY_END_…");
    }
}

tertib::PeriodBy period_by_of(std::int32_t by) {
    switch (by) {
    case TERTIB_PERIOD_NONE: return tertib::PeriodBy::none;
    case TERTIB_PERIOD_MONTH: return tertib::PeriodBy::month;
    case TERTIB_PERIOD_QUARTER: return tertib::PeriodBy::quarter;
    case TERTIB_PERIOD_SEMESTER: return tertib::PeriodBy::semester;
    case TERTIB_PERIOD_UNIT_KERJA: return tertib::PeriodBy::unit_kerja;
    default: refuse_enumerator("by", "TERTIB_PERIOD_…");
    }
}

tertib::CountBy count_by_of(std::int32_t by) {
    switch (by) {
    case TERTIB_COUNT_BY_END: return tertib::CountBy::end;
    case TERTIB_COUNT_BY_START: return tertib::CountBy::start;
    default: refuse_enumerator("count_by", "TERTIB_COUNT_BY_…");
    }
}

tertib::ShowPeople people_of(std::int32_t people) {
    switch (people) {
    case TERTIB_PEOPLE_ROLES: return tertib::ShowPeople::roles;
    case TERTIB_PEOPLE_PSEUDONYMS: return tertib::ShowPeople::pseudonyms;
    case TERTIB_PEOPLE_NAMES: return tertib::ShowPeople::names;
    default: refuse_enumerator("people", "TERTIB_PEOPLE_…");
    }
}

/// {0, 0, 0} is no day.
std::optional<tertib::LocalDay> day_if_any(tertib_date date, const char* name) {
    if (date.year == 0 && date.month == 0 && date.day == 0) {
        return std::nullopt;
    }
    return require_day(date, name);
}

tertib::CheckOptions options_of(const tertib_check_options& own, std::size_t versions) {
    tertib::CheckOptions options;
    if (own.now != TERTIB_NO_TIME) {
        options.now = require_instant(own.now, "now");
    }
    options.measured_from = measured_from_of(own.measured_from);
    options.known = known_of(own.known);
    options.version_at = version_at_of(own.version_at);
    options.day_end = check_day_end(own.day_end);
    if (own.judge_by >= 0 && static_cast<std::size_t>(own.judge_by) >= versions) {
        throw Error(ErrorCode::argument, "judge_by is no index of a version");
    }
    if (own.judge_by >= 0) {
        options.judge_by = static_cast<std::uint32_t>(own.judge_by);
    }
    options.service_waktu = text_of_c(own.service_waktu, "service_waktu");
    return options;
}

tertib::CheckSetup setup_of(std::span<const tertib_check_version> versions,
                            const tertib_calendar& calendar, const tertib_log& log,
                            const tertib_check_options& own) {
    tertib::CheckSetup setup{
        .versions = {},
        .calendar = calendar.calendar,
        .roster = tertib::roster_of(map_of(own.people != nullptr ? own.people : own.map)),
        .map = map_of(own.map),
        .waivers = {},
        .options = options_of(own, versions.size()),
        .quality = {},
        .reading = log.read};
    std::vector<tertib::FourEyes> four_eyes;
    if (own.overlay != nullptr) {
        setup.waivers = own.overlay->overlay.waivers;
        four_eyes = own.overlay->overlay.four_eyes;
    }
    for (const tertib_check_version& each : versions) {
        require(each.sop, "the sop of a version");
        setup.versions.push_back({.sop = each.sop->sop,
                                  .step_of_activity = {},
                                  .from = day_if_any(each.from, "the from of a version"),
                                  .until = day_if_any(each.until, "the until of a version"),
                                  .four_eyes = four_eyes});
    }
    return setup;
}

tertib::CheckRange range_of(const tertib_check_options& own) {
    constexpr std::uint32_t most_threads = 1'024;
    if (own.threads > most_threads) {
        throw Error(ErrorCode::argument, "threads is more than 1024");
    }
    tertib::CheckRange range;
    range.by = period_by_of(own.by);
    range.count_by = count_by_of(own.count_by);
    range.from = day_if_any(own.from, "from");
    range.until = day_if_any(own.until, "until");
    range.threads = own.threads == 0 ? 1 : own.threads;
    range.watch = watch_of(own.watch, own.user_data);
    return range;
}

tertib_report* told(tertib::CheckReport report) {
    tertib_report made{std::move(report), {}, {}};
    made.findings = findings_of(made.report.head().data);
    for (const tertib::ReportCheck& each : made.report.checks()) {
        made.codes.emplace_back(tertib::name(each.code));
    }
    return new_handle(std::move(made));
}

const tertib::ReportCheck* check_of(const tertib_report* report, std::size_t index) {
    return report != nullptr && index < report->codes.size() ? &report->report.checks()[index]
                                                             : nullptr;
}

std::optional<tertib::CheckVerdict> check_verdict_of(std::int32_t verdict) noexcept {
    switch (verdict) {
    case TERTIB_VERDICT_SATISFIED: return tertib::CheckVerdict::satisfied;
    case TERTIB_VERDICT_VIOLATED: return tertib::CheckVerdict::violated;
    case TERTIB_VERDICT_NOT_APPLICABLE: return tertib::CheckVerdict::not_applicable;
    case TERTIB_VERDICT_UNDECIDABLE: return tertib::CheckVerdict::undecidable;
    default: return std::nullopt; // a number from outside
    }
}

} // namespace

void tertib_check_options_init(tertib_check_options* options) {
    if (options != nullptr) {
        *options = TERTIB_CHECK_OPTIONS_INIT;
    }
}

tertib_status tertib_check(const tertib_check_version* versions, size_t version_count,
                           const tertib_calendar* calendar, const tertib_log* log,
                           const tertib_check_options* options, tertib_report** out,
                           tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(versions, "versions");
        require(calendar, "calendar");
        require(log, "log");
        require(out, "out");
        const tertib_check_options own = own_options(
            options, tertib_check_options TERTIB_CHECK_OPTIONS_INIT, "TERTIB_CHECK_OPTIONS_INIT");
        const tertib::CheckSetup setup =
            setup_of(std::span(versions, version_count), *calendar, *log, own);
        *out = told(tertib::check(log->log, setup, range_of(own)));
    });
}

uint64_t tertib_report_case_count(const tertib_report* report) {
    return report != nullptr ? report->report.part().cases : 0;
}

uint64_t tertib_report_event_count(const tertib_report* report) {
    return report != nullptr ? report->report.part().events : 0;
}

uint64_t tertib_report_cases_in_order(const tertib_report* report) {
    return report != nullptr ? report->report.cases_in_order() : 0;
}

size_t tertib_report_row_count(const tertib_report* report) {
    return report != nullptr ? report->report.row_count() : 0;
}

int32_t tertib_report_came_out_negative(const tertib_report* report) {
    if (report == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    return report->report.came_out_negative() ? 1 : 0;
}

size_t tertib_report_check_count(const tertib_report* report) {
    return report != nullptr ? report->codes.size() : 0;
}

const char* tertib_report_check_code(const tertib_report* report, size_t index) {
    return report != nullptr ? text_at(report->codes, index) : nullptr;
}

int32_t tertib_report_check_severity(const tertib_report* report, size_t index) {
    const tertib::ReportCheck* const check = check_of(report, index);
    return check != nullptr ? severity_of(tertib::severity(check->code)) : TERTIB_E_ARGUMENT;
}

int32_t tertib_report_check_state(const tertib_report* report, size_t index) {
    const tertib::ReportCheck* const check = check_of(report, index);
    if (check == nullptr) {
        return TERTIB_E_ARGUMENT;
    }
    switch (check->state) {
    case tertib::CheckState::judged: return TERTIB_CHECK_JUDGED;
    case tertib::CheckState::undecidable: return TERTIB_CHECK_UNDECIDABLE;
    case tertib::CheckState::off: return TERTIB_CHECK_OFF;
    }
    return TERTIB_E_ARGUMENT;
}

uint64_t tertib_report_check_case_count(const tertib_report* report, size_t index,
                                        int32_t verdict) {
    const tertib::ReportCheck* const check = check_of(report, index);
    const std::optional<tertib::CheckVerdict> meant = check_verdict_of(verdict);
    return check != nullptr && meant ? check->counts.of(*meant) : 0;
}

uint64_t tertib_report_check_waived_count(const tertib_report* report, size_t index) {
    const tertib::ReportCheck* const check = check_of(report, index);
    return check != nullptr ? check->counts.waived : 0;
}

const tertib_findings* tertib_report_findings(const tertib_report* report) {
    return report != nullptr ? &report->findings : nullptr;
}

tertib_status tertib_report_to_json(const tertib_report* report, int32_t people, tertib_buf* out,
                                    tertib_error** error) {
    if (out != nullptr) {
        *out = {nullptr, 0};
    }
    return guarded(error, [&] {
        require(report, "report");
        require(out, "out");
        fill(out, tertib::to_json(report->report, people_of(people)));
    });
}

void tertib_report_free(tertib_report* report) {
    free_handle(report);
}
