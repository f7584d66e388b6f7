// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/calendar_name.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar_json.hpp"

#include <algorithm>
#include <array>

namespace tertib::embedded {
extern const std::string_view calendar_contoh6_json;
extern const std::string_view calendar_id5_json;
extern const std::string_view calendar_jabar5_json;
} // namespace tertib::embedded

namespace tertib {
namespace {

constexpr std::array<std::string_view, 3> builtin_names{"contoh6", "id5", "jabar5"};

// Each is read at its first use and never changed after.
const Calendar& contoh6() {
    static const Calendar calendar = calendar_from_json(embedded::calendar_contoh6_json);
    return calendar;
}

const Calendar& id5() {
    static const Calendar calendar = calendar_from_json(embedded::calendar_id5_json);
    return calendar;
}

const Calendar& jabar5() {
    static const Calendar calendar = calendar_from_json(embedded::calendar_jabar5_json);
    return calendar;
}

/// How many characters at the end are an offset as people write it behind a calendar: +HH, +HH:MM
/// or -HH:MM. Shorter forms with a minus are too likely to belong to a name.
std::size_t zone_length(std::string_view text) {
    constexpr std::size_t hours = 3;
    constexpr std::size_t minutes = 6;
    if (text.size() >= minutes && text[text.size() - hours] == ':' &&
        (text[text.size() - minutes] == '+' || text[text.size() - minutes] == '-')) {
        return minutes;
    }
    return text.size() >= hours && text[text.size() - hours] == '+' ? hours : 0;
}

} // namespace

std::span<const std::string_view> builtin_calendars() noexcept {
    return builtin_names;
}

std::optional<Calendar> builtin_calendar(std::string_view name) {
    if (name == "contoh6") {
        return contoh6();
    }
    if (name == "id5") {
        return id5();
    }
    if (name == "jabar5") {
        return jabar5();
    }
    return std::nullopt;
}

CalendarName read_calendar_name(std::string_view text) {
    CalendarName name;
    const std::size_t zone = zone_length(text);
    if (zone != 0) {
        name.zone = Zone::parse(text.substr(text.size() - zone));
        text.remove_suffix(name.zone ? zone : 0);
    }
    constexpr std::size_t date = 11; // @2023-06-10
    if (text.size() >= date && text[text.size() - date] == '@') {
        name.known_on = read_day(text.substr(text.size() - date + 1));
        text.remove_suffix(name.known_on ? date : 0);
    }
    name.base = std::string(text);
    return name;
}

Calendar calendar_from_name(std::string_view text) {
    const CalendarName name = read_calendar_name(text);
    const auto base = builtin_calendar(name.base);
    if (!base) {
        std::string known;
        for (const std::string_view each : builtin_names) {
            known += (known.empty() ? "" : ", ") + std::string(each);
        }
        throw Error(ErrorCode::argument,
                    "there is no calendar \"" + name.base + "\"; there are: " + known);
    }
    return calendar_from_name(name, *base);
}

Calendar calendar_from_name(const CalendarName& name, const Calendar& base) {
    const Calendar zoned = name.zone ? base.in_zone(*name.zone) : base;
    return name.known_on ? zoned.as_known_on(*name.known_on) : zoned;
}

} // namespace tertib
