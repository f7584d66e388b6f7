// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/base/finding.hpp"
#include "tertib/check/check_part.hpp"
#include "tertib/check/check_plan.hpp"
#include "tertib/log/event_log.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// How people appear: as the post they held, as a number that is the same throughout a report, or by
/// name. A NIP is never shown.
enum class ShowPeople : std::uint8_t { roles, pseudonyms, names };

/// By what cases are grouped, and by which of their ends they belong to a group of time.
enum class PeriodBy : std::uint8_t { none, month, quarter, semester, unit_kerja };
enum class CountBy : std::uint8_t { end, start };

/// What of a report doesn't come from counting: by what it was made, so that it can be made again.
struct ReportHead {
    std::string tertib_version;
    std::string log_digest;    ///< 64 hexadecimal digits, of the whole log
    std::vector<Finding> data; ///< what is odd about the log, its reading and its activities
    std::string calendar;      ///< label: "id5@2023-06-10+09"
    std::string calendar_digest;
    Zone zone;
    PeriodBy by = PeriodBy::none;
    CountBy count_by = CountBy::end;
    /// Only cases that are counted on these days (open ones: that began until then) were judged.
    std::optional<LocalDay> from;
    std::optional<LocalDay> until; ///< the last day, included
    bool stopped = false;          ///< the Watch ended the work: not every case was judged

    friend bool operator==(const ReportHead&, const ReportHead&) = default;
};

/// Whether a check could be judged at all.
enum class CheckState : std::uint8_t {
    judged,      ///< in some case, or nothing hindered it
    undecidable, ///< in no case: said once, with what is missing
    off,         ///< it wasn't asked for (FOUR-EYES)
};

struct ReportCheck {
    CheckCode code{};
    CheckState state = CheckState::judged;
    CheckMissing missing = CheckMissing::nothing; ///< of an undecidable one: what most cases lack
    CheckCounts counts;                           ///< in cases; they add up to all of them

    friend bool operator==(const ReportCheck&, const ReportCheck&) = default;
};

/// The cases that are counted in one month, quarter, semester or unit: each case in one group.
struct ReportPeriod {
    std::string label; ///< "2025-05", "2025-Q2", "2025-S1", a unit's name; "" for what has no time
    std::uint64_t cases = 0; ///< ended + open + unknown
    std::uint64_t ended = 0;
    std::uint64_t open = 0;    ///< still open; counted where now is (by start: where they began)
    std::uint64_t unknown = 0; ///< whether they ended isn't known; counted at their last event
    std::uint64_t begun = 0;   ///< began here, wherever they are counted; groups of time only
    std::uint64_t carried = 0; ///< began earlier and were open when it began; groups of time only
    std::array<CheckCounts, check_code_count> checks{};

    friend bool operator==(const ReportPeriod&, const ReportPeriod&) = default;
};

/// One line of the tidy table in words: what was found in one case. Constant things (calendar,
/// measured_from) stand in the head and the plan's options.
struct ReportRow {
    std::string_view case_id;          ///< lives as long as the report
    std::string step;                  ///< key; "" if it is of no one step
    std::vector<std::uint32_t> places; ///< of the events in the log's source (lines); else none
    CheckCode code{};
    Severity severity = Severity::info;
    CheckVerdict verdict = CheckVerdict::violated;
    CheckMissing missing = CheckMissing::nothing;
    const Waiver* waiver = nullptr; ///< of the plan's; nullptr: not waived
    std::string nomor;              ///< of the SOP
    std::string norm;               ///< waktu, kelengkapan, produk or pelaksana, as written
    std::string observed;           ///< activity, post, or ISO 8601 at the log's precision
    std::string due;                ///< ISO 8601, "" for none
    std::int64_t late_minutes = 0;  ///< working minutes after the deadline, at least
    std::int64_t late_days = -1;    ///< days after its date where the waktu counts days; else -1
    std::string person;             ///< as ShowPeople says; "" for roles and where none is recorded
    std::string pelaksana;          ///< the post that the person held, as log or roster say
    std::uint32_t version = 0;      ///< of the plan
    CalendarSensitive sensitive = CalendarSensitive::no;

    friend bool operator==(const ReportRow&, const ReportRow&) = default;
};

/// What came out of checking a log: the counts are integers and were added up once; ratios and
/// texts are made when they are asked for. Whatever a row says is in the log, the plan or the part.
///
///     CheckReport report = check(log, setup);            // check/check.hpp
///     for (std::size_t i = 0; i < report.row_count(); ++i) {
///         ReportRow row = report.row(i);
///         std::string told = report.message(i, Language::id);
///     }
///
/// Immutable and cheap to copy (shared inside); use it from any thread. It keeps the log alive.
class CheckReport {
public:
    /// `part` is what was found of cases numbered by their codes in the log.
    CheckReport(ReportHead head, std::shared_ptr<const EventLog> log, CheckPlan plan,
                CheckPart part);

    [[nodiscard]] const ReportHead& head() const noexcept;
    [[nodiscard]] const EventLog& log() const noexcept;
    [[nodiscard]] const CheckPlan& plan() const noexcept;
    [[nodiscard]] const CheckPart& part() const noexcept;

    /// One for each check, in their order.
    [[nodiscard]] std::span<const ReportCheck> checks() const noexcept;
    [[nodiscard]] const ReportCheck& of(CheckCode code) const noexcept;
    /// "10 of 15 checks could be judged": those that are on, and of these those judged.
    [[nodiscard]] std::size_t checks_asked() const noexcept;
    [[nodiscard]] std::size_t checks_judged() const noexcept;
    /// Sorted by label; empty for PeriodBy::none. Their cases add up to part().cases.
    [[nodiscard]] std::span<const ReportPeriod> periods() const noexcept;
    /// Cases in which nothing of severity error or warning is violated, waived or not.
    [[nodiscard]] std::uint64_t cases_in_order() const noexcept;
    [[nodiscard]] std::uint64_t cases_of(CaseEnd end) const noexcept;
    [[nodiscard]] bool came_out_negative() const { return part().came_out_negative(); }

    /// The tidy table: row i is of part().evidence[i]. Throws Error(argument) past row_count().
    [[nodiscard]] std::size_t row_count() const noexcept { return part().evidence.size(); }
    [[nodiscard]] ReportRow row(std::size_t row, ShowPeople show = ShowPeople::roles) const;
    [[nodiscard]] std::string message(std::size_t row, Language language) const;

    /// The case table is part().verdicts; the id of its line i, and a number that is the same in
    /// another report if what the log says of the case is the same.
    [[nodiscard]] std::string_view case_id(std::size_t place) const;
    [[nodiscard]] std::uint64_t case_digest(std::size_t place) const;

    /// Equal in all that was found and by what.
    friend bool operator==(const CheckReport& a, const CheckReport& b);
    friend CheckReport merged(const CheckReport& a, const CheckReport& b);

private:
    struct Data; // src/check/check_report.cpp
    std::shared_ptr<const Data> data_;
};

/// The report of both: of the same log and plan, disjoint cases, in any order. Throws
/// Error(argument) where they aren't.
[[nodiscard]] CheckReport merged(const CheckReport& a, const CheckReport& b);

/// How many of the runs whose lateness was decided were on time: 0 … 1, or nothing for none.
[[nodiscard]] std::optional<double> on_time_share(const StepCounts& step) noexcept;
/// Working minutes within which that share of the runs (0 … 1) was done, to an eighth of a power of
/// two; nothing if no duration is known.
[[nodiscard]] std::optional<std::int64_t> duration_quantile(const StepCounts& step, double share);
/// Working minutes on average.
[[nodiscard]] std::optional<double> mean_duration(const StepCounts& step) noexcept;

/// "roles" …; "none", "month" …; "end", "start"; "judged" …; "ready", "started"; "promised" …;
/// "case", "event": as options and reports write them, and back.
[[nodiscard]] std::string_view name(ShowPeople show) noexcept;
[[nodiscard]] std::string_view name(PeriodBy by) noexcept;
[[nodiscard]] std::string_view name(CountBy by) noexcept;
[[nodiscard]] std::string_view name(CheckState state) noexcept;
[[nodiscard]] std::string_view name(CaseEnd end) noexcept;
[[nodiscard]] std::string_view name(MeasuredFrom from) noexcept;
[[nodiscard]] std::string_view name(CalendarKnown known) noexcept;
[[nodiscard]] std::string_view name(VersionAt at) noexcept;
[[nodiscard]] std::optional<ShowPeople> show_people_from_name(std::string_view name) noexcept;
[[nodiscard]] std::optional<PeriodBy> period_by_from_name(std::string_view name) noexcept;

} // namespace tertib
