// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/text.hpp"
#include "tertib/time/explanation.hpp"

#include "tertib/time/date_words.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace tertib {
namespace {

using namespace std::chrono_literals;

std::string said(std::string_view code, Language language, std::vector<Argument> arguments) {
    return text_of(code, language, arguments);
}

std::string amount(Work work, Language language) {
    const auto whole = work.time / 1min;
    const auto seconds = work.time % 1min / 1s;
    if (seconds == 0) {
        return said("EXPLAIN-MINUTES", language, {{"minutes", std::to_string(whole)}});
    }
    return said("EXPLAIN-MINUTES-SECONDS", language,
                {{"minutes", std::to_string(whole)}, {"seconds", std::to_string(seconds)}});
}

/// The decree of a source; what it was checked against follows a semicolon and is for the record.
std::string decree(const ExplainedDay& told) {
    return std::string(trim(std::string_view(told.source).substr(0, told.source.find(';'))));
}

std::string line(const ExplainedDay& told, const Allowance& counted, Language language) {
    const Argument day_argument{"day", words(told.day, language)};
    const Argument number{"number", std::to_string(told.day_number)};
    switch (told.reason) {
    case DayReason::counted:
        if (counted.form == AllowanceForm::working_time) {
            return said("EXPLAIN-COUNTED-WORK", language,
                        {day_argument, {"amount", amount(told.counted, language)}});
        }
        return told.day_number == 0 ? said("EXPLAIN-COUNTED", language, {day_argument})
                                    : said("EXPLAIN-COUNTED-DAY", language, {day_argument, number});
    case DayReason::start_day: return said("EXPLAIN-START", language, {day_argument});
    case DayReason::weekend: return said("EXPLAIN-WEEKEND", language, {day_argument});
    case DayReason::libur:
    case DayReason::cuti_bersama:
        return said(told.source.empty() ? "EXPLAIN-SKIPPED" : "EXPLAIN-SKIPPED-SOURCE", language,
                    {day_argument, {"name", told.name}, {"source", decree(told)}});
    case DayReason::clock_stop: return said("EXPLAIN-STOP-DAY", language, {day_argument});
    case DayReason::outside: return said("EXPLAIN-OUTSIDE", language, {day_argument});
    case DayReason::calendar_day:
        return told.day_number == 0
                   ? said("EXPLAIN-PASSED", language, {day_argument})
                   : said("EXPLAIN-CALENDAR-DAY", language, {day_argument, number});
    }
    return day_argument.value;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator,
                   std::string_view last) {
    std::string result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0) {
            result += i + 1 == parts.size() ? last : separator;
        }
        result += parts[i];
    }
    return result;
}

/// "Sabtu dan Minggu": the weekdays that were passed over as no working days, Monday first.
std::string weekend(const Explanation& explanation, Language language) {
    std::array<bool, 7> off{};
    for (const ExplainedDay& told : explanation.days) {
        if (told.reason == DayReason::weekend) {
            off.at(std::chrono::weekday{told.day}.iso_encoding() - 1) = true;
        }
    }
    std::vector<std::string> names;
    for (unsigned i = 0; i < 7; ++i) {
        if (off.at(i)) {
            names.push_back(words(std::chrono::weekday{i + 1}, language));
        }
    }
    return joined(names, ", ", language == Language::id ? " dan " : " and ");
}

/// What wasn't counted: days of the week, holidays each with its decree, clock stops.
std::string not_counted(const Explanation& explanation, Instant due, Language language) {
    std::vector<std::string> groups;
    if (const std::string days = weekend(explanation, language); !days.empty()) {
        groups.push_back(days);
    }
    for (const ExplainedDay& told : explanation.days) {
        if (told.reason == DayReason::libur || told.reason == DayReason::cuti_bersama) {
            groups.push_back(said(told.source.empty() ? "EXPLAIN-OFF" : "EXPLAIN-OFF-SOURCE",
                                  language,
                                  {{"day", words(told.day, language)},
                                   {"name", told.name},
                                   {"source", decree(told)}}));
        }
    }
    const Deadline& deadline = explanation.deadline;
    const auto [first, last] = std::minmax(deadline.start, due);
    for (const ClockStop& stop : deadline.stops) {
        if (stop.until > first && stop.from <= last) {
            groups.push_back(
                said("EXPLAIN-STOP", language,
                     {{"from", words(std::max(stop.from, first), deadline.zone, language)},
                      {"until", words(stop.until, deadline.zone, language)}}));
        }
    }
    if (explanation.left_out != 0) {
        groups.push_back(
            said("EXPLAIN-LEFT-OUT", language, {{"count", std::to_string(explanation.left_out)}}));
    }
    return joined(groups, "; ", "; ");
}

} // namespace

std::vector<std::string> lines(const Explanation& explanation, Language language) {
    std::vector<std::string> result;
    const std::size_t head = (explanation.days.size() + 1) / 2;
    for (std::size_t i = 0; i < explanation.days.size(); ++i) {
        if (i == head && explanation.left_out != 0) {
            result.push_back(said("EXPLAIN-LEFT-OUT", language,
                                  {{"count", std::to_string(explanation.left_out)}}));
        }
        result.push_back(line(explanation.days[i], explanation.deadline.counted, language));
    }
    return result;
}

std::string paragraph(const Explanation& explanation, Language language) {
    const Deadline& deadline = explanation.deadline;
    const std::string waktu = squeeze(deadline.waktu.text);
    if (!deadline.due) {
        return said("EXPLAIN-NO-DEADLINE", language, {{"waktu", waktu}});
    }
    const bool forward = deadline.direction == TimeDirection::forward;
    const std::string start = words(deadline.start, deadline.zone, language);
    // A deadline by date is told as one; its closing time binds nobody.
    const std::optional<LocalDay> due_date =
        forward && due_by(deadline.counted) == DueBy::date ? due_day(deadline) : std::nullopt;
    const std::string due =
        due_date ? words(*due_date, language) : words(*deadline.due, deadline.zone, language);
    const std::vector<Argument> arguments{
        {"due", due}, {"waktu", waktu}, {"start", start}, {"calendar", deadline.calendar}};
    std::string result = said(forward ? "EXPLAIN-DUE" : "EXPLAIN-BACKWARD", language, arguments);
    if (const std::string list = not_counted(explanation, *deadline.due, language); !list.empty()) {
        result += "; " + said("EXPLAIN-NOT-COUNTED", language, {{"list", list}});
    }
    result +=
        ". " + said(forward ? "EXPLAIN-BASIS" : "EXPLAIN-BASIS-BACKWARD", language, arguments);
    if (deadline.known_on) {
        result += ", " + said("EXPLAIN-KNOWN-ON", language,
                              {{"day", words(*deadline.known_on, language)}});
    }
    return result + ".";
}

} // namespace tertib
