// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "page.hpp"

#include "tertib/time/calendar.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tertib::tool {

/// The calendar of those who name none; every answer that rests on it says so.
inline constexpr std::string_view usual_calendar = "id5";

/// The calendar that the user names: (NAME or PATH)[@DATE][+HH]; "" is usual_calendar. Throws
/// Failure: usage for a name that is neither a built-in calendar nor a path, unreadable for a file
/// that is no calendar.
[[nodiscard]] Calendar load_calendar(const std::string& name);

/// The built-in calendar behind a case's, in its zone and as it is known now; nothing if it came from
/// a file.
[[nodiscard]] std::optional<Calendar> known_now(const std::string& label);

/// "Kalender: id5@2023-06-10 (versi …), sebagaimana diketahui pada …": which calendar an answer
/// rests on, and whether the user chose it.
[[nodiscard]] std::string calendar_words(const Page& page, const Calendar& calendar,
                                         std::string_view named);

/// The moment that an option is given ("--start"); without an offset in the zone. Throws
/// Failure(usage) that names the option.
[[nodiscard]] Stamp read_moment(const std::string& option, const std::string& written, Zone zone);

} // namespace tertib::tool
