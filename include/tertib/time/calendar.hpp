// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/time/instant.hpp"
#include "tertib/time/working_table.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Who says so; where two speak of one date, the later of these wins.
enum class CalendarLayer : std::uint8_t { national, cuti_bersama, province, unit };

/// What a fact says of its days.
enum class CalendarFactKind : std::uint8_t {
    hours,   ///< the hours of the week, from a date on
    period,  ///< the hours of a special period such as Ramadan
    libur,   ///< a day off
    opening, ///< a day worked though it would be off, with hours of its own or the weekday's
};

/// How well a fact is known.
enum class Sureness : std::uint8_t {
    yes,      ///< read in the decree, or in at least two independent sources
    partly,   ///< the days are sure, the day of signature or the text wasn't read
    profile,  ///< hours assumed for a time before the rule that sets them
    estimate, ///< not yet decreed
};

/// Adds the fact, or takes back what the layer said before: of libur and opening its days, one by
/// one; of hours and period the one with the same first and last day.
enum class CalendarOp : std::uint8_t { add, remove };

/// One dated fact of a calendar. A plain value.
struct CalendarFact {
    CalendarLayer layer = CalendarLayer::national;
    CalendarFactKind kind = CalendarFactKind::libur;
    CalendarOp op = CalendarOp::add;
    LocalDay first{};             ///< the first day that it speaks of
    std::optional<LocalDay> last; ///< the last one; none: that one day, and hours for good
    /// Monday … Sunday, for hours, period and an opening; an opening with seven empty days works
    /// the hours that its weekday would have.
    std::array<DayHours, 7> hours{};
    std::string name;                   ///< "Hari Raya Waisak"
    std::string source;                 ///< the decree, or who says so
    std::optional<LocalDay> known_from; ///< none: known on every date
    Sureness sure = Sureness::yes;

    friend bool operator==(const CalendarFact&, const CalendarFact&) = default;
};

/// Where a calendar was derived from.
struct CalendarOrigin {
    std::string name;
    std::string version;
    std::string digest;

    friend bool operator==(const CalendarOrigin&, const CalendarOrigin&) = default;
};

/// Whether the office takes the cuti bersama off; worked: that layer says nothing.
enum class CutiBersama : std::uint8_t { observed, worked };

/// A year whose holidays are decreed, and since when as far as that is known.
struct DecreedYear {
    int year = 0;
    std::optional<LocalDay> known_from; ///< none: decreed, the day wasn't collected
    std::string source;

    friend bool operator==(const DecreedYear&, const DecreedYear&) = default;
};

/// What a calendar is made of; the form to build or derive one. Fill it, then make a Calendar,
/// which sorts the years and joins spans that touch.
///
/// Of each day two things are asked. Whose hours: those of the highest layer that has any for it,
/// a period before weekly hours, the later `first` before the earlier. Open or off: what the
/// highest layer says that speaks of it by a libur or an opening, the one known later before the
/// earlier, on one date the opening; where none speaks, it is open if it has hours. So a province's
/// hours in Ramadan don't open a holiday. The order of the facts counts only between two that are
/// alike in layer, kind, days and known_from: the later one then.
struct CalendarDraft {
    std::string name;
    std::string version;
    Zone zone;
    std::vector<DecreedYear> years; ///< the years whose holidays the facts hold
    std::vector<CalendarFact> facts;
    CutiBersama cuti_bersama = CutiBersama::observed;
    std::optional<CalendarOrigin> derived_from;

    friend bool operator==(const CalendarDraft&, const CalendarDraft&) = default;
};

struct CalendarLimits {
    std::size_t facts = 100'000;
};

/// What a day is to an office, and the facts that made it so.
struct CalendarDay {
    std::span<const WorkSpan> hours;          ///< none: off
    const CalendarFact* hours_fact = nullptr; ///< whose hours; nullptr if none speaks of the day
    const CalendarFact* day_fact = nullptr;   ///< the libur or opening that decided; nullptr: none
};

/// When an office works, as known on a date: layers of dated facts, each with its source.
///
///     Calendar office = builtin_calendar("id5");              // time/calendar_name.hpp
///     Calendar then = office.as_known_on(*read_day("2023-06-10"));
///     then.table().add(…);
///
/// Immutable and cheap to copy (shared inside); use it from any thread.
class Calendar {
public:
    /// Throws Error(argument) for facts that contradict themselves (a span that ends before it
    /// starts, overlapping spans, last before first, an opening on whose days nobody would work,
    /// hours taken back that nobody gave) and for a name that ends like a suffix of a calendar's
    /// name, Error(limit) for too many facts. A calendar without a single working day is allowed:
    /// its deadlines are refused one by one.
    explicit Calendar(CalendarDraft draft, const CalendarLimits& limits = {});

    [[nodiscard]] const CalendarDraft& draft() const noexcept;
    [[nodiscard]] const std::string& name() const noexcept;
    [[nodiscard]] const std::string& version() const noexcept;
    [[nodiscard]] Zone zone() const noexcept;
    /// The date as of which its facts are known; none: all that it holds.
    [[nodiscard]] std::optional<LocalDay> known_on() const noexcept;
    /// SHA-256 in hex over all that changes an answer: zone, facts, years, cuti bersama, known_on;
    /// not over name and version, nor the order of facts where it doesn't count (docs/formats.md).
    [[nodiscard]] const std::string& digest() const noexcept;
    /// "id5@2023-06-10+09": what calendar_from_name would read, for built-in and loaded alike. The
    /// zone is left out where it is WIB.
    [[nodiscard]] std::string label() const;

    /// The calendar as it stood on that date: facts known later are not there, facts taken back
    /// later still are.
    [[nodiscard]] Calendar as_known_on(LocalDay date) const;
    [[nodiscard]] Calendar in_zone(Zone zone) const;
    [[nodiscard]] Calendar with_cuti_bersama(CutiBersama choice) const;

    /// Nothing outside first_day … last_day. Its facts live as long as a copy of this calendar.
    [[nodiscard]] CalendarDay day(LocalDay day) const noexcept;
    [[nodiscard]] const WorkingTable& table() const noexcept;

    /// What is to be said of an answer that rests on these days (both included): CAL-COVERAGE (a
    /// year without decreed holidays), CAL-ESTIMATE (facts not yet decreed, in an undecreed year of
    /// any of its days), CAL-HOURS-PROFILE, CAL-NOT-DECREED (a year not yet decreed on known_on),
    /// CAL-UNVERIFIED (a source not read; or, with known_on, a day of decree that isn't sure and
    /// speaks of days from known_on on). Each code at most once, in this order; none if last <
    /// first.
    [[nodiscard]] std::vector<Finding> findings(LocalDay first, LocalDay last) const;

    friend bool operator==(const Calendar& a, const Calendar& b);

private:
    struct Data; // src/time/calendar.cpp
    explicit Calendar(std::shared_ptr<const Data> data);

    std::shared_ptr<const Data> data_;
};

/// The names used in JSON: "national" …; "hours" …; "yes" …; "add", "remove".
[[nodiscard]] std::string_view name(CalendarLayer layer) noexcept;
[[nodiscard]] std::string_view name(CalendarFactKind kind) noexcept;
[[nodiscard]] std::string_view name(Sureness sure) noexcept;
[[nodiscard]] std::string_view name(CalendarOp op) noexcept;
[[nodiscard]] std::string_view name(CutiBersama choice) noexcept; ///< "observed", "worked"

} // namespace tertib
