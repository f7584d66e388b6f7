// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_code.hpp"
#include "tertib/check/evidence.hpp"
#include "tertib/model/overlay.hpp"
#include "tertib/model/roster.hpp"
#include "tertib/model/sop.hpp"
#include "tertib/time/calendar.hpp"
#include "tertib/time/lateness.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tertib {

/// One version of an SOP, its overlays applied, and from when to when it is in force.
struct CheckVersion {
    std::shared_ptr<const Sop> sop;
    /// By code of the log's activity, as the map of the log says: the place in Sop::steps(), or
    /// no_step. Empty: activities are taken by a step's key, its number or its uraian (folded).
    std::vector<std::uint32_t> step_of_activity;
    /// Set where an office's register says it; else what its identity page says counts, and the
    /// Tanggal Berlaku of the next version.
    std::optional<LocalDay> from;
    std::optional<LocalDay> until; ///< the last day, included
    std::vector<FourEyes> four_eyes;
};

/// The different texts of a log's columns; a code is a place in its list, and the first is "".
struct CheckTexts {
    std::vector<std::string> activities = {""};
    std::vector<std::string> persons = {""};
    std::vector<std::string> posts = {""};
    std::vector<std::string> outcomes = {""};
};

/// A waiver, and the number of its case where it is not for all.
struct CheckWaiver {
    Waiver waiver;
    std::optional<std::uint32_t> case_number;
};

/// Which bit of DocumentCells speaks of a kelengkapan or produk: `text` is one of the step's list,
/// compared folded; "" for all of them together.
struct DocumentColumn {
    std::string step; ///< key; "" for every step with such a text
    std::string text;
    std::uint32_t bit = 0; ///< 0 … 63
};

/// When a step's clock starts: when the last step before it was completed, or at its own start.
enum class MeasuredFrom : std::uint8_t { ready, started };

/// By which knowledge of the calendar deadlines are reckoned: as it stood when the clock started,
/// when the step was completed, or at `now` (all that the calendar holds, if no now is given).
enum class CalendarKnown : std::uint8_t { promised, completed, now };

/// Whether NOT-IN-FORCE asks for the day on which the case began, or for that of each event.
enum class VersionAt : std::uint8_t { case_begin, event };

struct CheckLimits {
    std::size_t steps = 10'000;          ///< of one version
    std::size_t tokens = 64;             ///< of a case at a time, in the flow
    std::size_t places = 4'096;          ///< where a case may have come to at a time
    std::size_t states = 20'000;         ///< of a flow made deterministic
    std::size_t orders = 20'000;         ///< kept at a time for steps whose order isn't known
    std::size_t variants = 100'000;      ///< whose verdict is remembered
    std::size_t calendar_editions = 400; ///< days on which the calendar was amended
};

struct CheckOptions {
    std::optional<Instant> now; ///< nothing: open cases are not judged for lateness
    MeasuredFrom measured_from = MeasuredFrom::ready;
    CalendarKnown known = CalendarKnown::now;
    VersionAt version_at = VersionAt::case_begin;
    DayEnd day_end = DayEnd::date;
    /// A version to judge by, as guidance, the cases that began while none was in force.
    std::optional<std::uint32_t> judge_by;
    std::string service_waktu; ///< of the whole case, before the SOP's stated total; "" for none
    std::vector<DocumentColumn> kelengkapan;
    std::vector<DocumentColumn> produk;
    std::vector<CheckWaiver> waivers;
    CheckLimits limits;
};

/// Everything that many cases are checked against, made ready: versions of an SOP, a calendar, a
/// roster, and how the log's texts are to be taken.
///
///     CheckPlan plan({{.sop = sop}}, builtin_calendar("id5"), roster, texts, {.now = now});
///     CaseJudge judge(plan);                     // check/case_judge.hpp
///
/// Immutable and cheap to copy (shared inside); use it from any thread.
class CheckPlan {
public:
    struct Data; // src/check/plan_data.hpp

    /// Throws Error(argument) for no version, a version without Sop, a `judge_by` or a bit that
    /// isn't there; Error(limit) past a limit, which it names.
    CheckPlan(std::vector<CheckVersion> versions, const Calendar& calendar, const Roster& roster,
              CheckTexts texts, CheckOptions options = {});

    [[nodiscard]] std::size_t version_count() const noexcept;
    [[nodiscard]] const Sop& sop(std::size_t version) const;
    [[nodiscard]] const CheckOptions& options() const noexcept;
    [[nodiscard]] const CheckTexts& texts() const noexcept;
    /// The calendar as known at `now`.
    [[nodiscard]] const Calendar& calendar() const;
    /// The step that an activity stands for, or no_step.
    [[nodiscard]] std::uint32_t step_of(std::size_t version, std::uint32_t activity) const;
    [[nodiscard]] const Data& data() const noexcept { return *data_; }

private:
    std::shared_ptr<const Data> data_;
};

} // namespace tertib
