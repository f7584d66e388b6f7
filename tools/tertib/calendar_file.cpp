// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar_file.hpp"

#include "input.hpp"
#include "reason.hpp"

#include "tertib/time/calendar_json.hpp"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/date_words.hpp"

#include <algorithm>

namespace tertib::tool {
namespace {

constexpr std::size_t max_calendar_bytes = std::size_t{64} << 20;

std::string known_names() {
    std::string names;
    for (const std::string_view name : builtin_calendars()) {
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return names;
}

/// A name never has a slash or a dot; a path of a JSON file always has one.
Calendar find_base(const std::string& base) {
    if (base.find_first_of("/.") == std::string::npos && base != "-") {
        std::optional<Calendar> built_in = builtin_calendar(base);
        if (!built_in) {
            throw Failure(Exit::usage, "UI-USAGE-CALENDAR",
                          {{"calendar", base}, {"names", known_names()}});
        }
        return *std::move(built_in);
    }
    const std::string bytes = read_input(base, max_calendar_bytes);
    try {
        return calendar_from_json(bytes);
    } catch (const Error& error) {
        throw unreadable(base, error, InputKind::json);
    }
}

} // namespace

Calendar load_calendar(const std::string& name) {
    const CalendarName wanted =
        read_calendar_name(name.empty() ? usual_calendar : std::string_view(name));
    const Calendar base = find_base(wanted.base);
    try {
        return calendar_from_name(wanted, base);
    } catch (const Error& error) {
        throw Failure(Exit::usage, "UI-USAGE-OTHER", {{"reason", error.what()}});
    }
}

std::optional<Calendar> known_now(const std::string& label) {
    CalendarName name = read_calendar_name(label);
    const std::optional<Calendar> base = builtin_calendar(name.base);
    if (!base) {
        return std::nullopt;
    }
    name.known_on.reset();
    return calendar_from_name(name, *base);
}

Stamp read_moment(const std::string& option, const std::string& written, Zone zone) {
    const std::optional<Stamp> stamp = read_stamp(written, zone);
    if (!stamp) {
        throw Failure(Exit::usage, "UI-USAGE-STAMP", {{"option", option}, {"text", written}});
    }
    return *stamp;
}

std::string calendar_words(const Page& page, const Calendar& calendar, std::string_view named) {
    std::string told = page.text(named.empty() ? "UI-CALENDAR-USUAL" : "UI-CALENDAR-CHOSEN",
                                 {{"calendar", calendar.label()}, {"version", calendar.version()}});
    if (const std::optional<LocalDay> known_on = calendar.known_on()) {
        told +=
            ", " + page.text("UI-CALENDAR-KNOWN-ON", {{"day", words(*known_on, page.language())}});
    }
    return told;
}

} // namespace tertib::tool
