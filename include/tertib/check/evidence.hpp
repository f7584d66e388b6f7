// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/check_code.hpp"
#include "tertib/check/check_row.hpp"

#include <compare>
#include <cstdint>
#include <string_view>

namespace tertib {

/// What an undecidable check would need.
enum class CheckMissing : std::uint8_t {
    nothing,    ///< it was decided
    start,      ///< when the step, or its case, began
    stamp,      ///< any time of the event at all
    precision,  ///< stamps so exact that their order, or the lateness, shows
    person,     ///< who did it
    pelaksana,  ///< whose step it is: the SOP doesn't say
    post,       ///< in which post the person was: neither roster nor log says
    letter,     ///< the letter by which an acting officer acted
    column,     ///< a column for a kelengkapan or produk
    cell,       ///< a value in that column
    version,    ///< which version was in force: a Tanggal Berlaku isn't known
    pengesahan, ///< a copy that can show who put the SOP in force
    outcome,    ///< which way a decision went, so whether the case has ended
    end,        ///< the case's end
    now,        ///< a moment to judge open cases by
    items,      ///< the number of items that the waktu is for
    flow,       ///< a sound flow: by the one drawn no case can be judged
    budget,     ///< more states than the budget allows
    reliable,   ///< data that can be relied on (bulk entry, shared account)
    reckoning,  ///< days within those that are reckoned with
};

/// Steps and persons that there are none of.
inline constexpr std::uint32_t no_step = UINT32_MAX;
inline constexpr std::uint32_t no_row = UINT32_MAX;

/// Whether the verdict differs between the calendar as promised, as known at completion, and now.
enum class CalendarSensitive : std::uint8_t { no, yes };

/// One thing that was found in one case: numbers only, its text is made when it is written
/// (docs/compliance.md). A plain value; sorted by case, check, step, row it is the report's order.
struct Evidence {
    std::uint32_t case_number = 0;
    CheckCode code{};
    CheckVerdict verdict = CheckVerdict::violated;
    CheckMissing missing = CheckMissing::nothing;
    CalendarSensitive sensitive = CalendarSensitive::no;
    std::uint32_t step = no_step;       ///< place in Sop::steps() of the version
    std::uint32_t row = no_row;         ///< the event
    std::uint32_t other_step = no_step; ///< what should have come before; the other of two pairs
    std::uint32_t other_row = no_row;
    std::uint32_t version = 0; ///< of the plan, by which it was judged
    std::uint32_t item = 0;    ///< which kelengkapan or produk: place in the step's list
    std::uint32_t activity = 0;
    std::uint32_t person = 0;
    std::uint32_t waiver = 0; ///< of the plan's, counted from 1; 0: not waived
    CheckStamp from;          ///< the time allowed counts from here
    std::int64_t due = no_instant;
    CheckStamp seen;             ///< when it happened; `now` for what is absent
    std::int64_t late_work = 0;  ///< working microseconds after the deadline, at least
    std::int64_t late_days = -1; ///< days after its date where the waktu counts days; else -1

    friend bool operator==(const Evidence&, const Evidence&) = default;
};

/// The order of reports: by case, check, version, step, row and all the rest, so that it is total.
[[nodiscard]] bool comes_before(const Evidence& a, const Evidence& b) noexcept;

/// "start" …, "" for nothing.
[[nodiscard]] std::string_view name(CheckMissing missing) noexcept;

} // namespace tertib
