// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

// Facts and days in a word or two, for tests of calendars.

inline tertib::LocalDay day(std::string_view text) {
    const auto read = tertib::read_day(text);
    if (!read) {
        throw std::runtime_error("no day: " + std::string(text));
    }
    return *read;
}

inline tertib::DayHours from_to(int from_hour, int to_hour) {
    return {{static_cast<std::uint16_t>(from_hour * 60), static_cast<std::uint16_t>(to_hour * 60)}};
}

/// Monday to Friday the same hours.
inline std::array<tertib::DayHours, 7> five_days(tertib::DayHours hours) {
    return {hours, hours, hours, hours, hours, {}, {}};
}

inline std::array<tertib::DayHours, 7> every_day(tertib::DayHours hours) {
    return {hours, hours, hours, hours, hours, hours, hours};
}

inline tertib::CalendarFact
hours_from(std::string_view first, std::array<tertib::DayHours, 7> hours,
           tertib::CalendarLayer layer = tertib::CalendarLayer::national) {
    return {.layer = layer,
            .kind = tertib::CalendarFactKind::hours,
            .first = day(first),
            .hours = std::move(hours)};
}

inline tertib::CalendarFact period(std::string_view first, std::string_view last,
                                   std::array<tertib::DayHours, 7> hours,
                                   tertib::CalendarLayer layer = tertib::CalendarLayer::national) {
    return {.layer = layer,
            .kind = tertib::CalendarFactKind::period,
            .first = day(first),
            .last = day(last),
            .hours = std::move(hours)};
}

inline tertib::CalendarFact libur(std::string_view first,
                                  tertib::CalendarLayer layer = tertib::CalendarLayer::national) {
    return {.layer = layer, .first = day(first), .name = "Hari Libur"};
}

inline tertib::CalendarFact opening(std::string_view first,
                                    tertib::CalendarLayer layer = tertib::CalendarLayer::unit) {
    return {.layer = layer, .kind = tertib::CalendarFactKind::opening, .first = day(first)};
}

inline tertib::CalendarFact known(tertib::CalendarFact fact, std::string_view date) {
    fact.known_from = day(date);
    return fact;
}

inline tertib::CalendarFact taken_back(tertib::CalendarFact fact, std::string_view date) {
    fact.op = tertib::CalendarOp::remove;
    fact.hours = {};
    return known(std::move(fact), date);
}

inline tertib::CalendarFact sure(tertib::CalendarFact fact, tertib::Sureness sureness) {
    fact.sure = sureness;
    return fact;
}

/// Five days a week from 8 to 16, with more facts.
inline tertib::CalendarDraft office_draft(std::vector<tertib::CalendarFact> facts) {
    tertib::CalendarDraft draft{.name = "kantor", .version = "1"};
    draft.facts.push_back(hours_from("1970-01-01", five_days(from_to(8, 16))));
    draft.facts.insert(draft.facts.end(), facts.begin(), facts.end());
    return draft;
}

inline tertib::Calendar office(std::vector<tertib::CalendarFact> facts) {
    return tertib::Calendar(office_draft(std::move(facts)));
}

/// The hours of a day as "08:00-12:00 13:00-16:00", "off" for none.
inline std::string hours_on(const tertib::Calendar& calendar, std::string_view date) {
    const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    std::string out;
    for (const tertib::WorkSpan& span : calendar.day(day(date)).hours) {
        out += out.empty() ? "" : " ";
        out += two(span.from / 60) + ":" + two(span.from % 60) + "-" + two(span.to / 60) + ":" +
               two(span.to % 60);
    }
    return out.empty() ? "off" : out;
}

/// "code: message" of the Error that a call throws, "" if none.
template <typename Call>
std::string refusal(Call call) {
    try {
        static_cast<void>(call());
    } catch (const tertib::Error& error) {
        switch (error.code()) {
        case tertib::ErrorCode::argument: return std::string("argument: ") + error.what();
        case tertib::ErrorCode::format: return std::string("format: ") + error.what();
        case tertib::ErrorCode::limit: return std::string("limit: ") + error.what();
        case tertib::ErrorCode::unsupported: return std::string("unsupported: ") + error.what();
        case tertib::ErrorCode::io:
        case tertib::ErrorCode::internal:
        case tertib::ErrorCode::store:
        case tertib::ErrorCode::damaged:
        case tertib::ErrorCode::outcome_unknown: return std::string("other: ") + error.what();
        }
    }
    return "";
}

/// The codes of findings, joined by blanks.
inline std::string codes(const std::vector<tertib::Finding>& findings) {
    std::string out;
    for (const tertib::Finding& finding : findings) {
        out += (out.empty() ? "" : " ") + finding.code;
    }
    return out;
}
