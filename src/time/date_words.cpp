// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/date_words.hpp"

#include <cstdint>
#include <vector>

namespace tertib {
namespace {

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string clock_words(std::int64_t minute) {
    return two_digits(minute / 60) + "." + two_digits(minute % 60);
}

std::string zone_words(Zone zone) {
    if (zone == wib()) {
        return "WIB";
    }
    if (zone == wita()) {
        return "WITA";
    }
    return zone == wit() ? "WIT" : zone.text();
}

} // namespace

std::string words(LocalDay day, Language language) {
    const std::chrono::year_month_day civil{day};
    const std::chrono::weekday weekday{day};
    return text_of("WEEKDAY-" + std::to_string(weekday.iso_encoding()), language) + ", " +
           std::to_string(static_cast<unsigned>(civil.day())) + " " +
           text_of("MONTH-" + two_digits(static_cast<unsigned>(civil.month())), language) + " " +
           std::to_string(static_cast<int>(civil.year()));
}

std::string words(Instant instant, Zone zone, Language language) {
    const LocalTime local = to_local(instant, zone);
    const LocalDay day = local_day(instant, zone);
    const std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(local - day).count();
    std::string clock = clock_words(seconds / 60);
    if (seconds % 60 != 0) {
        clock += "." + two_digits(seconds % 60);
    }
    const std::vector<Argument> arguments = {
        {"day", words(day, language)}, {"clock", clock}, {"zone", zone_words(zone)}};
    return text_of("MOMENT", language, arguments);
}

std::string words(std::span<const WorkSpan> hours) {
    std::string text;
    for (const WorkSpan& span : hours) {
        text += (text.empty() ? "" : ", ") + clock_words(span.from) + "–" + clock_words(span.to);
    }
    return text.empty() ? "-" : text;
}

} // namespace tertib
