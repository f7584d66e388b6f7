// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/waktu_members.hpp"

#include <charconv>
#include <chrono>
#include <string>

namespace tertib {
namespace {

/// A number with leading zeros, as ISO 8601 has it.
std::string padded(unsigned number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return std::string(text.size() < digits ? digits - text.size() : 0, '0') + text;
}

std::string iso(std::chrono::year_month month) {
    const int year = static_cast<int>(month.year());
    return (year < 0 ? "-" : "") + padded(static_cast<unsigned>(year < 0 ? -year : year), 4) + "-" +
           padded(static_cast<unsigned>(month.month()), 2);
}

std::string iso(std::chrono::year_month_day date) {
    return iso(date.year() / date.month()) + "-" + padded(static_cast<unsigned>(date.day()), 2);
}

std::optional<unsigned> digits(std::string_view text, std::size_t at, std::size_t count) {
    unsigned value = 0;
    if (text.size() < at + count || text[at] < '0' || text[at] > '9') {
        return std::nullopt;
    }
    const char* const end = text.data() + at + count;
    const auto [stop, trouble] = std::from_chars(text.data() + at, end, value);
    return trouble == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

/// "2021-01", which may be the beginning of a date.
std::optional<std::chrono::year_month> month_of(std::string_view text) {
    const auto year = digits(text, 0, 4);
    const auto month = digits(text, 5, 2);
    if (!year || !month || text[4] != '-') {
        return std::nullopt;
    }
    const auto value = std::chrono::year(static_cast<int>(*year)) / std::chrono::month(*month);
    return value.ok() ? std::optional(value) : std::nullopt;
}

std::chrono::year_month_day read_date(JsonView json) {
    const std::string_view text = json.text();
    const auto month = month_of(text);
    const auto day = digits(text, 8, 2);
    if (text.size() == 10 && text[7] == '-' && month && day) {
        const std::chrono::year_month_day date = *month / std::chrono::day(*day);
        if (date.ok()) {
            return date;
        }
    }
    json.refuse("is " + shown(text) + ", not a date such as 2023-06-27");
}

std::chrono::year_month read_month(JsonView json) {
    const auto month = month_of(json.text());
    if (!month || json.text().size() != 7) {
        json.refuse("is " + shown(json.text()) + ", not a month such as 2023-06");
    }
    return *month;
}

} // namespace

void write(JsonWriter& json, const std::optional<Tanggal>& tanggal) {
    if (!tanggal) {
        json.null();
        return;
    }
    json.begin_object(JsonWriter::Shape::line);
    json.member("text", tanggal->text);
    json.key("date");
    if (tanggal->date) {
        json.text(iso(*tanggal->date));
    } else {
        json.null();
        if (tanggal->month) {
            json.member("month", iso(*tanggal->month));
        }
    }
    json.end_object();
}

Tanggal read_tanggal_json(JsonView json) {
    Tanggal tanggal;
    tanggal.text = json.member("text").text();
    const auto month = json.find_value("month");
    if (month) {
        tanggal.month = read_month(*month);
    }
    if (const auto date = json.find_value("date")) {
        tanggal.date = read_date(*date);
        const std::chrono::year_month of_date = tanggal.date->year() / tanggal.date->month();
        if (month && of_date != *tanggal.month) {
            month->refuse("is not the month of the date");
        }
        tanggal.month = of_date;
    }
    return tanggal;
}

} // namespace tertib
