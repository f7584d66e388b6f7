// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar_name.hpp"

#include <string_view>

/// The built-in calendar that most tests of deadlines reckon with, and moments in its zone.
namespace tertib {

inline const Calendar& id5() {
    static const Calendar calendar = builtin_calendar("id5").value();
    return calendar;
}

inline Stamp stamp(std::string_view text) {
    return read_stamp(text, wib()).value();
}

inline Instant at(std::string_view text) {
    return stamp(text).earliest;
}

} // namespace tertib
