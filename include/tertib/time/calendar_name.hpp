// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace tertib {

/// The built-in calendars, "contoh6", "id5", "jabar5", in that order.
[[nodiscard]] std::span<const std::string_view> builtin_calendars() noexcept;

/// A built-in calendar, nothing if there is none of that name. Costs a few milliseconds: keep it.
[[nodiscard]] std::optional<Calendar> builtin_calendar(std::string_view name);

/// A calendar as people name it: (NAME or PATH)[@DATE][+HH or +HH:MM], suffixes read from the
/// right: "id5@2023-06-10+09".
struct CalendarName {
    std::string base; ///< the name, or the path of a file
    std::optional<LocalDay> known_on;
    std::optional<Zone> zone;

    friend bool operator==(const CalendarName&, const CalendarName&) = default;
};

/// Takes the suffixes off. A suffix that is no date or offset belongs to the name.
[[nodiscard]] CalendarName read_calendar_name(std::string_view text);

/// The built-in calendar of that name, as known on its date and in its zone. Throws
/// Error(argument) naming the calendars that there are; opening files is the caller's.
[[nodiscard]] Calendar calendar_from_name(std::string_view text);
[[nodiscard]] Calendar calendar_from_name(const CalendarName& name, const Calendar& base);

} // namespace tertib
