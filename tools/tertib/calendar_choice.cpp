// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar_choice.hpp"

#include "failure.hpp"
#include "input.hpp"
#include "reason.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar_json.hpp"
#include "tertib/time/calendar_name.hpp"

#include <cstddef>

namespace tertib::tool {
namespace {

constexpr std::size_t max_calendar_bytes = std::size_t{16} << 20;

Calendar calendar_of_file(const CalendarName& name) {
    const std::string bytes = read_input(name.base, max_calendar_bytes);
    try {
        return calendar_from_name(name, calendar_from_json(bytes));
    } catch (const Error& error) {
        throw unreadable(name.base, error);
    }
}

} // namespace

Calendar find_calendar(const std::string& wanted) {
    const CalendarName name = read_calendar_name(wanted);
    if (name.base.find_first_of("/.") != std::string::npos || name.base == "-") {
        return calendar_of_file(name);
    }
    try {
        return calendar_from_name(wanted);
    } catch (const Error&) {
        std::string names;
        for (const std::string_view each : builtin_calendars()) {
            names += names.empty() ? "" : ", ";
            names += each;
        }
        throw Failure(Exit::usage, "UI-USAGE-CALENDAR", {{"calendar", wanted}, {"names", names}});
    }
}

} // namespace tertib::tool
