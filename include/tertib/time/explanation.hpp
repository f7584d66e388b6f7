// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/time/deadline.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// Why a day, or part of one, counted or not. A day worked but for a stop that took a part of it
/// is counted, with less time.
enum class DayReason : std::uint8_t {
    counted,   ///< worked, and counted
    start_day, ///< the day of the start, which "Hari" doesn't count
    weekend,   ///< no working hours on that weekday
    libur,     ///< a holiday
    cuti_bersama,
    clock_stop,  ///< waiting for the applicant
    outside,     ///< before opening or after closing: nothing was left to count
    calendar_day ///< passed by civil date or by the clock on the wall, worked or not
};

/// One day that a deadline passed over.
struct ExplainedDay {
    LocalDay day{};
    DayReason reason = DayReason::counted;
    Work counted{};              ///< working time counted on it (Menit, Jam)
    std::int64_t day_number = 0; ///< the how-many-th day it is (Hari and larger), else 0
    DayHours hours;              ///< when the office worked, empty if off
    std::string name;            ///< of the holiday or period, "" if none
    std::string source;          ///< its decree, and after a semicolon what it was checked against

    friend bool operator==(const ExplainedDay&, const ExplainedDay&) = default;
};

/// The walk that led to a deadline, day by day, so that an officer can check it by hand.
struct Explanation {
    Deadline deadline;
    /// From the start's day to the deadline's, every one (backwards from the latest start's).
    /// Empty without a deadline.
    std::vector<ExplainedDay> days;
    std::int64_t left_out = 0; ///< days in the middle, where there were more than asked for
};

struct ExplanationOptions {
    DeadlineOptions deadline;
    std::size_t max_days = 2'000; ///< longer walks keep as many days at both ends
};

/// The deadline with its walk. Throws what `deadline` throws.
///
///     Explanation why = explain(office, *start, read_waktu("3 Hari Kerja").waktu);
///     for (const std::string& line : lines(why, Language::id)) …
[[nodiscard]] Explanation explain(const Calendar& calendar, Instant start, const Waktu& waktu,
                                  const ExplanationOptions& options = {});

/// One line for each day: "Senin, 12 Mei 2025: tidak dihitung, Hari Raya Waisak (SKB …)"; one
/// more where days were left out.
[[nodiscard]] std::vector<std::string> lines(const Explanation& explanation, Language language);

/// One paragraph to paste into a letter: "Jatuh tempo Kamis, 26 Juni 2025; tidak dihitung: …",
/// with the waktu, its start and the calendar. It says so where days were left out.
[[nodiscard]] std::string paragraph(const Explanation& explanation, Language language);

} // namespace tertib
