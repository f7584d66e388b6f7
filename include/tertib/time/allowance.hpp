// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/time/waktu.hpp"
#include "tertib/time/working_table.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <vector>

namespace tertib {

/// How the deadline of an allowance is reckoned.
enum class AllowanceForm : std::uint8_t {
    working_time, ///< Menit, Jam: `work`
    working_days, ///< Hari Kerja: `days`
    calendar,     ///< Hari Kalender, Minggu, Bulan, Tahun: `months`, `calendar_days`
    mixed,        ///< a sum of several of them
    elapsed,      ///< N x 24 Jam: `wall`
    none,         ///< open, none: no deadline
};

/// A sum of unlike units is reckoned in the order of the members: the date is moved by months and
/// days in one step (as each alone; without rolling where working days follow, else rolled forward
/// to a working day), the n-th working day is counted from it, and the minutes run from that day's
/// opening plus the working time that had passed on the start's day (at most that day's length).
/// Without minutes it ends at closing time. Wall-clock hours in a sum come last.
///
/// A waktu made ready to reckon with: whole numbers only, no text. A plain value of a few words;
/// make it once, use it for a million starts.
///
///     Allowance allowed = allowance(read_waktu("2,5 Jam").waktu).allowance;   // 150 min of Work
struct Allowance {
    AllowanceForm form = AllowanceForm::none;
    std::int64_t months = 0;
    std::int64_t calendar_days = 0;
    std::int64_t working_days = 0;
    Work work{};
    std::chrono::microseconds wall{0};

    friend bool operator==(const Allowance&, const Allowance&) = default;
};

/// Which end of a range is meant.
enum class Bound : std::uint8_t { upper, lower };

struct AllowanceOptions {
    std::optional<std::int64_t> items; ///< how many, for "per berkas"
    Bound bound = Bound::upper;
};

/// One Allowance; two or more where the waktu has alternatives, of which the later counts. Empty
/// for a waktu without a deadline.
struct AllowanceReading {
    std::vector<Allowance> alternatives;
    std::vector<Finding> findings; ///< WAKTU-ROUNDED
};

/// The allowance to reckon backwards with: every amount with its sign turned.
[[nodiscard]] Allowance reversed(const Allowance& allowance) noexcept;

/// Makes a waktu ready. Amounts are multiplied by the items and summed exactly; working time and
/// wall-clock hours are then rounded to the microsecond (half up), fractions of days and larger
/// units up to whole units, with WAKTU-ROUNDED. Throws Error(argument) for "per berkas" without a
/// number of items, and for a number that is negative or too large to reckon with.
[[nodiscard]] AllowanceReading allowance(const Waktu& waktu, const AllowanceOptions& options = {});

} // namespace tertib
