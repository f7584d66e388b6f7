// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "time/calendar_check.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/calendar_name.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace tertib {
namespace {

constexpr std::uint16_t minutes_a_day = 1440;

/// The days that ISO 8601 can write with four digits.
constexpr LocalDay earliest{std::chrono::year{1} / 1 / 1};
constexpr LocalDay latest{std::chrono::year{9999} / 12 / 31};

bool can_be(LocalDay day) {
    return day >= earliest && day <= latest;
}

bool has_hours(const CalendarFact& fact) {
    return std::ranges::any_of(fact.hours, [](const DayHours& day) { return !day.empty(); });
}

std::optional<std::string> problem_of(const DayHours& hours) {
    if (hours.size() > max_day_spans) {
        return "has more than " + std::to_string(max_day_spans) + " spans";
    }
    std::uint16_t end = 0;
    for (const WorkSpan& span : hours) {
        if (span.from >= span.to || span.to > minutes_a_day) {
            return "has a span that doesn't end after its start and by 24:00";
        }
        if (span.from < end) {
            return "has a span that begins before the one ahead of it ends";
        }
        end = span.to;
    }
    return std::nullopt;
}

std::optional<FactProblem> problem_of_days(const CalendarFact& fact) {
    if (!can_be(fact.first)) {
        return FactProblem{"first", "", "is no day of the years 1 to 9999"};
    }
    if (fact.known_from && !can_be(*fact.known_from)) {
        return FactProblem{"known_from", "", "is no day of the years 1 to 9999"};
    }
    if (fact.last && !can_be(*fact.last)) {
        return FactProblem{"last", "", "is no day of the years 1 to 9999"};
    }
    if (fact.last && *fact.last < fact.first) {
        return FactProblem{"last", "", "comes before first"};
    }
    if (!fact.last && fact.kind == CalendarFactKind::period) {
        return FactProblem{"last", "", "is missing: a period needs its last day"};
    }
    return std::nullopt;
}

/// Spans that touch become one.
void join(DayHours& hours) {
    DayHours joined;
    for (const WorkSpan& span : hours) {
        if (!joined.empty() && joined.back().to == span.from) {
            joined.back().to = span.to;
        } else {
            joined.push_back(span);
        }
    }
    hours = std::move(joined);
}

void check_years(std::vector<DecreedYear>& years) {
    std::ranges::stable_sort(years, {}, &DecreedYear::year);
    for (const DecreedYear& each : years) {
        if (each.year < 1 || each.year > 9999) {
            throw Error(ErrorCode::argument,
                        "years: " + std::to_string(each.year) + " is not between 1 and 9999");
        }
        if (each.known_from && !can_be(*each.known_from)) {
            throw Error(ErrorCode::argument, "years: " + std::to_string(each.year) +
                                                 ".known_from is no day of the years 1 to 9999");
        }
    }
    const auto twice = std::ranges::adjacent_find(years, {}, &DecreedYear::year);
    if (twice != years.end()) {
        throw Error(ErrorCode::argument,
                    "years: " + std::to_string(twice->year) + " is there twice");
    }
}

/// Hours and periods are taken back whole, so a slip in the days would else be lost in silence.
void check_removals(const std::vector<CalendarFact>& facts) {
    using Key = std::tuple<CalendarLayer, CalendarFactKind, LocalDay, std::optional<LocalDay>>;
    const auto key = [](const CalendarFact& fact) {
        return Key{fact.layer, fact.kind, fact.first, fact.last};
    };
    const auto weekly = [](const CalendarFact& fact) {
        return fact.kind == CalendarFactKind::hours || fact.kind == CalendarFactKind::period;
    };
    std::set<Key> added;
    for (const CalendarFact& fact : facts) {
        if (fact.op == CalendarOp::add && weekly(fact)) {
            added.insert(key(fact));
        }
    }
    for (const CalendarFact& fact : facts) {
        if (fact.op == CalendarOp::remove && weekly(fact) && !added.contains(key(fact))) {
            throw Error(ErrorCode::argument,
                        "the " + std::string(name(fact.kind)) + " of the layer " +
                            std::string(name(fact.layer)) + " from " + text(fact.first) +
                            " are taken back, but no fact gives them on the same days");
        }
    }
}

} // namespace

std::optional<FactProblem> problem_of(const CalendarFact& fact) {
    if (auto problem = problem_of_days(fact)) {
        return problem;
    }
    const bool weekly =
        fact.kind == CalendarFactKind::hours || fact.kind == CalendarFactKind::period;
    if (weekly && fact.layer == CalendarLayer::cuti_bersama) {
        // Whether cuti bersama is observed must not change anybody's hours.
        return FactProblem{"kind", "", "must be libur or opening in the layer cuti_bersama"};
    }
    for (std::size_t day = 0; day < fact.hours.size(); ++day) {
        if (auto reason = problem_of(fact.hours[day])) {
            return FactProblem{"hours", std::string(weekday_keys[day]), std::move(*reason)};
        }
    }
    if (has_hours(fact) && fact.op == CalendarOp::remove) {
        return FactProblem{"hours", "", "can't stand in a fact that takes another back"};
    }
    if (has_hours(fact) && fact.kind == CalendarFactKind::libur) {
        return FactProblem{"hours", "", "can't stand in a libur"};
    }
    return std::nullopt;
}

CalendarDraft checked(CalendarDraft draft, const CalendarLimits& limits) {
    if (draft.facts.size() > limits.facts) {
        throw Error(ErrorCode::limit, "the calendar has more than " + std::to_string(limits.facts) +
                                          " facts (limit: facts)");
    }
    if (read_calendar_name(draft.name).base != draft.name) {
        throw Error(ErrorCode::argument,
                    "name: must not end like the date or the zone of a calendar's name");
    }
    check_years(draft.years);
    for (std::size_t i = 0; i < draft.facts.size(); ++i) {
        if (const auto problem = problem_of(draft.facts[i])) {
            throw Error(ErrorCode::argument,
                        "facts[" + std::to_string(i) + "]." + problem->member +
                            (problem->inner.empty() ? "" : "." + problem->inner) + ": " +
                            problem->reason);
        }
        std::ranges::for_each(draft.facts[i].hours, join);
    }
    check_removals(draft.facts);
    return draft;
}

} // namespace tertib
