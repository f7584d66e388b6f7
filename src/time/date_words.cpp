// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/date_words.hpp"

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

namespace tertib {
namespace {

constexpr std::array<std::string_view, 7> weekday_codes{
    "WEEKDAY-1", "WEEKDAY-2", "WEEKDAY-3", "WEEKDAY-4", "WEEKDAY-5", "WEEKDAY-6", "WEEKDAY-7"};
constexpr std::array<std::string_view, 12> month_codes{
    "MONTH-01", "MONTH-02", "MONTH-03", "MONTH-04", "MONTH-05", "MONTH-06",
    "MONTH-07", "MONTH-08", "MONTH-09", "MONTH-10", "MONTH-11", "MONTH-12"};

std::string two_digits(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Indonesian writes 16.00, English 16:00; seconds only where there are some.
std::string clock_words(std::int64_t seconds, Language language) {
    const std::string sign = language == Language::id ? "." : ":";
    const std::string text = two_digits(seconds / 3600) + sign + two_digits(seconds / 60 % 60);
    return seconds % 60 == 0 ? text : text + sign + two_digits(seconds % 60);
}

std::string zone_words(Zone zone) {
    if (zone == wib()) {
        return "WIB";
    }
    if (zone == wita()) {
        return "WITA";
    }
    return zone == wit() ? "WIT" : "UTC" + zone.text();
}

} // namespace

std::string words(std::chrono::weekday weekday, Language language) {
    return text_of(weekday_codes.at(weekday.iso_encoding() - 1), language);
}

std::string words(std::chrono::month month, Language language) {
    return text_of(month_codes.at(static_cast<unsigned>(month) - 1), language);
}

std::string words(LocalDay day, Language language) {
    const std::chrono::year_month_day civil{day};
    return words(std::chrono::weekday{day}, language) + ", " +
           std::to_string(static_cast<unsigned>(civil.day())) + " " +
           words(civil.month(), language) + " " + std::to_string(static_cast<int>(civil.year()));
}

std::string words(Instant instant, Zone zone, Language language) {
    const LocalTime local = to_local(instant, zone);
    const LocalDay day = local_day(instant, zone);
    const std::int64_t seconds = std::chrono::floor<std::chrono::seconds>(local - day).count();
    const std::vector<Argument> arguments = {{"day", words(day, language)},
                                             {"clock", clock_words(seconds, language)},
                                             {"zone", zone_words(zone)}};
    return text_of("MOMENT", language, arguments);
}

std::string words(std::span<const WorkSpan> hours, Language language) {
    std::string text;
    for (const WorkSpan& span : hours) {
        text += (text.empty() ? "" : ", ") + clock_words(span.from * std::int64_t{60}, language) +
                "–" + clock_words(span.to * std::int64_t{60}, language);
    }
    return text.empty() ? "-" : text;
}

} // namespace tertib
