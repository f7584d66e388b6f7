// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/date_text.hpp"

#include "time/months.hpp"

#include <array>
#include <cstdint>

namespace tertib {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::string_view, 7> indonesian_days{"Minggu", "Senin", "Selasa", "Rabu",
                                                          "Kamis",  "Jumat", "Sabtu"};
constexpr std::array<std::string_view, 7> english_days{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> english_months{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

std::string two_digits(std::int64_t value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

std::string_view weekday_name(std::chrono::weekday weekday, Language language) {
    const auto& names = language == Language::id ? indonesian_days : english_days;
    return names.at(weekday.c_encoding());
}

std::string long_date(LocalDay day, Language language) {
    const std::chrono::year_month_day date{day};
    const unsigned month{date.month()};
    const std::string_view name =
        language == Language::id ? month_name(month) : english_months.at(month - 1);
    return std::string(weekday_name(std::chrono::weekday{day}, language)) + ", " +
           std::to_string(unsigned{date.day()}) + " " + std::string(name) + " " +
           std::to_string(int{date.year()});
}

std::string clock_text(LocalTime time, Language language) {
    const std::int64_t seconds =
        (time - std::chrono::floor<std::chrono::days>(time)) / std::chrono::seconds{1};
    const std::string sign = language == Language::id ? "." : ":";
    std::string text = two_digits(seconds / 3600) + sign + two_digits(seconds / 60 % 60);
    return seconds % 60 == 0 ? text : text + sign + two_digits(seconds % 60);
}

std::string zone_name(Zone zone) {
    return zone == wib()    ? "WIB"
           : zone == wita() ? "WITA"
           : zone == wit()  ? "WIT"
                            : "UTC" + zone.text();
}

} // namespace tertib
