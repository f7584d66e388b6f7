// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "calendar_verb.hpp"

#include "calendar_file.hpp"
#include "finding_list.hpp"
#include "page.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar_diff_json.hpp"
#include "tertib/time/calendar_json.hpp"
#include "tertib/time/calendar_year_json.hpp"
#include "tertib/time/date_words.hpp"
#include "tertib/time/working_between_json.hpp"

#include <algorithm>
#include <utility>

namespace tertib::tool {
namespace {

std::string minutes_words(Work work) {
    return std::to_string(std::chrono::floor<std::chrono::minutes>(work.time).count());
}

std::string span_words(LocalDay first, LocalDay last, Language language) {
    const std::string begin = words(first, language);
    return first == last ? begin : begin + " – " + words(last, language);
}

/// A fact with its decree: "Hari Raya Waisak (SKB …)". What the decree was checked against follows
/// a semicolon and is for the record.
std::string fact_words(const CalendarFact& fact) {
    const std::string decree = fact.source.substr(0, fact.source.find(';'));
    return decree.empty() ? fact.name : fact.name + " (" + decree + ")";
}

std::string reason_words(const Page& page, const CalendarDay& day) {
    if (day.day_fact != nullptr) {
        return fact_words(*day.day_fact);
    }
    if (day.hours.empty()) {
        return page.text("UI-CALENDAR-WEEKEND");
    }
    return day.hours_fact != nullptr ? fact_words(*day.hours_fact) : "";
}

std::string state_words(const Page& page, const CalendarDay& day) {
    return day.hours.empty() ? page.text("UI-CALENDAR-OFF") : words(day.hours, page.language());
}

/// What is to be said of an answer, if anything is.
void add_remarks(Page& page, std::span<const Finding> findings) {
    if (!findings.empty()) {
        add_findings(page, findings, {});
    }
}

void add_months(Page& page, const CalendarYear& year) {
    TextTable table{.header = {page.text("UI-CALENDAR-MONTH"),
                               page.text("UI-CALENDAR-WORKING-DAYS"),
                               page.text("UI-CALENDAR-WORKING-MINUTES")},
                    .rows = {}};
    const auto row = [&](const std::string& title, const CalendarMonth& month) {
        table.rows.push_back(
            {title, std::to_string(month.working_days), minutes_words(month.work)});
    };
    for (std::size_t i = 0; i < year.months.size(); ++i) {
        row(words(std::chrono::month{static_cast<unsigned>(i + 1)}, page.language()),
            year.months[i]);
    }
    row(page.text("UI-CALENDAR-WHOLE"), year.whole());
    page.table(std::move(table), 2);
}

/// The hours of each weekday of a fact, weekdays with the same hours together.
std::string week_words(const Page& page, const CalendarFact& fact) {
    std::string week;
    for (std::size_t i = 0; i < fact.hours.size();) {
        std::size_t last = i;
        while (last + 1 < fact.hours.size() && fact.hours[last + 1] == fact.hours[i]) {
            ++last;
        }
        if (!fact.hours[i].empty()) {
            week += (week.empty() ? "" : "\n") +
                    words(std::chrono::weekday{static_cast<unsigned>(i + 1)}, page.language());
            week += last == i ? ""
                              : "–" + words(std::chrono::weekday{static_cast<unsigned>(last + 1)},
                                            page.language());
            week += " " + words(fact.hours[i], page.language());
        }
        i = last + 1;
    }
    return week;
}

void add_special(Page& page, const CalendarYear& year) {
    page.heading(page.text("UI-CALENDAR-SPECIAL"));
    TextTable table{.header = {page.text("UI-CALENDAR-DAY"), page.text("UI-CALENDAR-HOURS"),
                               page.text("UI-CALENDAR-REASON")},
                    .rows = {}};
    for (const SpecialDays& days : year.special) {
        const bool period = days.day.day_fact == nullptr && days.day.hours_fact != nullptr;
        table.rows.push_back(
            {span_words(days.first, days.last, page.language()),
             period ? week_words(page, *days.day.hours_fact) : state_words(page, days.day),
             reason_words(page, days.day)});
    }
    page.table(std::move(table), 2);
}

std::string year_as_text(const Calendar& calendar, const CalendarYear& year, std::string_view named,
                         const Manner& manner) {
    Page page(manner.terminal, manner.language);
    page.heading(page.text("UI-CALENDAR-YEAR", {{"year", std::to_string(year.year)}}));
    page.paragraph(calendar_words(page, calendar, named), 2);
    page.blank();
    add_months(page, year);
    add_special(page, year);
    add_remarks(page, year.findings);
    return page.take();
}

std::string validity_words(const Page& page, const CalendarFact& fact) {
    const std::string first = words(fact.first, page.language());
    return fact.last ? page.text("UI-CALENDAR-UNTIL",
                                 {{"first", first}, {"last", words(*fact.last, page.language())}})
                     : page.text("UI-CALENDAR-FROM", {{"first", first}});
}

std::string calendar_as_text(const Calendar& calendar, std::string_view named,
                             const Manner& manner) {
    Page page(manner.terminal, manner.language);
    page.heading(calendar.label());
    page.paragraph(calendar_words(page, calendar, named), 2);
    page.paragraph(page.text("UI-CALENDAR-DIGEST", {{"digest", calendar.digest()}}), 2);
    TextTable table{.header = {page.text("UI-CALENDAR-SINCE"), page.text("UI-CALENDAR-HOURS"),
                               page.text("UI-CALENDAR-REASON")},
                    .rows = {}};
    std::size_t others = 0;
    for (const CalendarFact& fact : calendar.draft().facts) {
        const std::string week = week_words(page, fact);
        if (week.empty()) {
            ++others;
            continue;
        }
        table.rows.push_back({validity_words(page, fact), week, fact_words(fact)});
    }
    page.blank();
    page.table(std::move(table), 2);
    page.paragraph(page.text("UI-CALENDAR-FACTS", {{"count", std::to_string(others)}}), 2);
    return page.take();
}

/// The years that either of the calendars covers; if none, there is nothing to go by.
std::pair<int, int> covered_years(const Calendar& a, const Calendar& b) {
    std::vector<int> years;
    for (const Calendar* each : {&a, &b}) {
        for (const DecreedYear& year : each->draft().years) {
            years.push_back(year.year);
        }
    }
    if (years.empty()) {
        throw Failure(Exit::usage, "UI-USAGE-YEAR");
    }
    const auto [least, most] = std::ranges::minmax(years);
    return {least, most};
}

std::string diff_as_text(const Calendar& before, const Calendar& after,
                         const std::vector<CalendarChange>& changes, const Manner& manner) {
    Page page(manner.terminal, manner.language);
    page.heading(
        page.text("UI-CALENDAR-DIFF", {{"before", before.label()}, {"after", after.label()}}));
    if (changes.empty()) {
        page.paragraph(page.text("UI-CALENDAR-SAME"), 2);
        return page.take();
    }
    TextTable table{.header = {page.text("UI-CALENDAR-DAY"), before.label(), after.label()},
                    .rows = {}};
    const auto told = [&](const CalendarDay& day) {
        return state_words(page, day) + "\n" + reason_words(page, day);
    };
    for (const CalendarChange& change : changes) {
        table.rows.push_back(
            {words(change.day, page.language()), told(change.before), told(change.after)});
    }
    page.table(std::move(table), 2);
    return page.take();
}

LocalDay first_of(int year) {
    return LocalDay{std::chrono::year{year} / std::chrono::January / 1};
}

CalendarYear year_of(const Calendar& calendar, int year) {
    try {
        return calendar_year(calendar, year);
    } catch (const Error& error) {
        throw Failure(Exit::usage, "UI-USAGE-OTHER", {{"reason", error.what()}});
    }
}

} // namespace

Outcome calendar_show_verb(const CalendarShowRequest& request, const Manner& manner) {
    const Calendar calendar = load_calendar(request.calendar);
    Outcome outcome;
    if (!request.year) {
        outcome.text = manner.answer == Answer::json
                           ? to_json(calendar)
                           : calendar_as_text(calendar, request.calendar, manner);
        return outcome;
    }
    const CalendarYear year = year_of(calendar, *request.year);
    outcome.text = manner.answer == Answer::json
                       ? to_json(year, calendar)
                       : year_as_text(calendar, year, request.calendar, manner);
    return outcome;
}

Outcome calendar_diff_verb(const CalendarDiffRequest& request, const Manner& manner) {
    const Calendar before = load_calendar(request.before);
    const Calendar after = load_calendar(request.after);
    std::pair<int, int> years;
    if (request.year) {
        years = {*request.year, *request.year};
        (void)year_of(before, *request.year);
    } else {
        years = covered_years(before, after);
    }
    const LocalDay first = std::max(first_of(years.first), first_day);
    const LocalDay last = std::min(first_of(years.second + 1) - std::chrono::days{1}, last_day);
    Outcome outcome;
    outcome.text =
        manner.answer == Answer::json
            ? calendar_diff_json(before, after, first, last)
            : diff_as_text(before, after, calendar_diff(before, after, first, last), manner);
    return outcome;
}

Outcome calendar_between_verb(const CalendarBetweenRequest& request, const Manner& manner) {
    const Calendar calendar = load_calendar(request.calendar);
    const Instant from = read_moment("--from", request.from, calendar.zone()).earliest;
    const Instant to = read_moment("--to", request.to, calendar.zone()).earliest;
    const std::optional<WorkingBetween> between = working_between(calendar, from, to);
    if (!between) {
        throw Failure(Exit::usage, "UI-USAGE-STAMP-RANGE");
    }
    Outcome outcome;
    if (manner.answer == Answer::json) {
        outcome.text = to_json(*between, calendar);
        return outcome;
    }
    Page page(manner.terminal, manner.language);
    page.paragraph(page.text("UI-BETWEEN", {{"minutes", minutes_words(between->work)},
                                            {"days", std::to_string(between->working_days)},
                                            {"from", words(from, calendar.zone(), manner.language)},
                                            {"to", words(to, calendar.zone(), manner.language)}}));
    page.paragraph(calendar_words(page, calendar, request.calendar));
    add_remarks(page, between->findings);
    outcome.text = page.take();
    return outcome;
}

} // namespace tertib::tool
