// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "verb.hpp"

#include <optional>
#include <string>

namespace tertib::tool {

/// `tertib calendar show C [--year Y]`: with a year its working days, holidays and hours; without
/// one the calendar itself (as JSON: all its facts).
struct CalendarShowRequest {
    std::string calendar;
    std::optional<int> year;
};
[[nodiscard]] Outcome calendar_show_verb(const CalendarShowRequest& request, const Manner& manner);

/// `tertib calendar diff C C [--year Y]`: the days whose hours differ.
struct CalendarDiffRequest {
    std::string before;
    std::string after;
    std::optional<int> year; ///< none: every year that one of them covers
};
[[nodiscard]] Outcome calendar_diff_verb(const CalendarDiffRequest& request, const Manner& manner);

/// `tertib calendar between --from A --to B [--calendar C]`: the working time between.
struct CalendarBetweenRequest {
    std::string from;
    std::string to;
    std::string calendar;
};
[[nodiscard]] Outcome calendar_between_verb(const CalendarBetweenRequest& request,
                                            const Manner& manner);

} // namespace tertib::tool
