// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// The tables against a walk: offices, starts and amounts at random, every answer reckoned a second
// time by going from minute to minute (tests/time/naive_walk.hpp), which knows nothing of tables.

#include "tertib/time/due.hpp"

#include "catch.hpp"
#include "random_office.hpp"
#include "scale.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <random>

using namespace tertib;

namespace {

using std::chrono::microseconds;

const Zone utc{std::chrono::minutes{0}};

/// A thousand offices, as CI wants them; fewer only where every step is dear.
std::size_t office_count() {
    return std::min<std::size_t>(1'000, scaled(10'000));
}

Instant instant(std::int64_t moment) {
    return Instant{microseconds{moment}};
}

naive::Moment moment(std::optional<Instant> at) {
    return at ? naive::Moment(at->time_since_epoch().count()) : std::nullopt;
}

/// A moment with seconds, sometimes with microseconds, in places where calendars bend: around
/// leap days, the ends of months and years, and the table's own ends.
std::int64_t random_start(std::mt19937_64& random) {
    const std::int64_t days = (last_day - first_day).count() + 1;
    std::int64_t number = draw(random, 0, days - 1);
    if (draw(random, 0, 3) == 0) {
        const std::chrono::year year{static_cast<int>(draw(random, 1970, 2199))};
        const LocalDay ends = draw(random, 0, 1) == 0 ? LocalDay{year / 12 / 31}
                                                      : LocalDay{year / 2 / std::chrono::last};
        number = (ends - first_day).count() + draw(random, -2, 1);
    } else if (draw(random, 0, 99) == 0) {
        number = draw(random, 0, 1) == 0 ? draw(random, 0, 3) : days - 1 - draw(random, 0, 3);
    }
    const std::int64_t fraction = draw(random, 0, 9) == 0 ? draw(random, 0, 999'999) : 0;
    const std::int64_t seconds =
        draw(random, 0, 3) == 0 ? draw(random, 0, 1439) * 60 : draw(random, 0, 86'399);
    return std::max<std::int64_t>(0, number) * naive::day + seconds * naive::second + fraction;
}

std::int64_t random_work(std::mt19937_64& random) {
    switch (draw(random, 0, 5)) {
    case 0: return draw(random, 0, 3) * naive::minute;
    case 1: return draw(random, 0, 5'000) * naive::second;
    case 2: return draw(random, 0, 60) * naive::second + draw(random, 0, 999'999);
    default: return draw(random, 0, 1'200) * naive::minute;
    }
}

/// Up to three stops near a start; sorted and apart, as due() wants them.
naive::Stops random_stops(std::mt19937_64& random, std::int64_t start) {
    naive::Stops stops;
    std::int64_t at = start + draw(random, -86'400, 86'400) * naive::second;
    for (std::int64_t i = draw(random, 0, 3); i > 0; --i) {
        const std::int64_t until = at + draw(random, 1, 100'000) * naive::second;
        stops.emplace_back(std::max<std::int64_t>(0, at), std::max<std::int64_t>(1, until));
        at = until + draw(random, 1, 100'000) * naive::second;
    }
    return stops;
}

std::vector<ClockStop> clock_stops(const naive::Stops& stops) {
    std::vector<ClockStop> result;
    for (const auto& [from, until] : stops) {
        result.push_back({instant(from), instant(until)});
    }
    return merged(result);
}

/// The n-th day of a date's month moved by months, by counting through the months one by one.
std::int64_t naive_months(std::int64_t number, std::int64_t months) {
    std::chrono::year_month_day date{first_day + std::chrono::days{number}};
    int year = int{date.year()};
    unsigned month = unsigned{date.month()};
    for (; months > 0; --months) {
        year += month == 12 ? 1 : 0;
        month = month == 12 ? 1 : month + 1;
    }
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const std::array<unsigned, 12> lengths{31, leap ? 29U : 28U, 31, 30, 31, 30, 31, 31, 30, 31, 30,
                                           31};
    const unsigned day = std::min(unsigned{date.day()}, lengths[month - 1]);
    const LocalDay there{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
    return (there - first_day).count();
}

/// What one query asked, for the message of a failure.
struct Query {
    AllowanceForm form;
    std::int64_t start;
    std::int64_t amount;
    naive::Stops stops;
};

void fail(const Query& query, std::uint64_t seed, naive::Moment walked, naive::Moment answered) {
    UNSCOPED_INFO("office " << seed << ", form " << static_cast<int>(query.form) << ", start "
                            << query.start << ", amount " << query.amount);
    for (const auto& [from, until] : query.stops) {
        UNSCOPED_INFO("stop " << from << " – " << until);
    }
    UNSCOPED_INFO("walked " << walked.value_or(-1) << ", answered " << answered.value_or(-1));
    FAIL();
}

/// Hari by the walk, with the days of stops that begin by the deadline then standing.
naive::Moment walk_days(const naive::Office& office, std::int64_t start, std::int64_t n,
                        const naive::Stops& stops) {
    naive::Moment day = naive::nth_working_day(office, start / naive::day, n);
    for (const auto& [from, until] : stops) {
        if (!day || until <= start) {
            continue;
        }
        if (from > office.closing(*day)) {
            break;
        }
        for (std::int64_t d = std::max(from, start) / naive::day + 1; d <= until / naive::day;
             ++d) {
            if (d >= office.days()) {
                return std::nullopt;
            }
            if (office.works_on(d) && day) {
                day = naive::nth_working_day(office, *day, 1);
            }
        }
    }
    return day ? naive::Moment(office.closing(*day)) : std::nullopt;
}

/// Months and calendar days by the walk.
naive::Moment walk_date(const naive::Office& office, std::int64_t start, std::int64_t months,
                        std::int64_t days, const naive::Stops& stops) {
    std::int64_t date = naive_months(start / naive::day, months) + days;
    const auto rolled = [&office](std::int64_t on) {
        while (on < office.days() && !office.works_on(on)) {
            ++on;
        }
        return on;
    };
    for (const auto& [from, until] : stops) {
        if (until <= start) {
            continue;
        }
        const std::int64_t standing = rolled(date);
        if (standing >= office.days()) {
            return std::nullopt;
        }
        if (from > office.closing(standing)) {
            break;
        }
        date += until / naive::day - std::max(from, start) / naive::day;
    }
    const std::int64_t day = rolled(date);
    return day < office.days() ? naive::Moment(office.closing(day)) : std::nullopt;
}

/// An allowance, and its end by the walk; not comparable where the civil date leaves the table.
struct Asked {
    Allowance allowance;
    naive::Moment walked;
    bool comparable = true;
};

/// Each kind of waktu takes its turn; sets the query's amount where it isn't working time.
Asked ask(std::mt19937_64& random, const naive::Office& office, Query& query, int turn) {
    const Allowance work{.form = AllowanceForm::working_time,
                         .work = Work{microseconds{query.amount}}};
    switch (turn % 9) {
    case 5:
    case 6:
        return {reversed(work), naive::backward(office, query.start, query.amount, query.stops)};
    case 7:
        query.amount = draw(random, 0, 12);
        return {{.form = AllowanceForm::working_days, .working_days = query.amount},
                walk_days(office, query.start, query.amount, query.stops)};
    case 8: {
        query.amount = draw(random, 0, 40);
        const std::int64_t months = query.amount % 14;
        if (naive_months(query.start / naive::day, months) >= office.days()) {
            return {.allowance = {}, .walked = {}, .comparable = false};
        }
        return {{.form = AllowanceForm::calendar, .months = months, .calendar_days = query.amount},
                walk_date(office, query.start, months, query.amount, query.stops)};
    }
    default: return {work, naive::forward(office, query.start, query.amount, query.stops)};
    }
}

/// The working time between a start and a moment after it.
void check_between(const RandomOffice& office, const WorkingTable& table, const Query& query) {
    const std::int64_t until = std::min(query.start + query.amount, office.naive.end());
    const auto work =
        table.between(LocalTime{microseconds{query.start}}, LocalTime{microseconds{until}});
    REQUIRE(work.has_value());
    REQUIRE(work->time.count() == naive::between(office.naive, query.start, until));
}

/// One office's queries: at least a thousand that have an answer to compare.
void walk_office(std::uint64_t seed) {
    std::mt19937_64 random(seed);
    const RandomOffice office = random_office(random);
    const WorkingTable table = office.table();
    for (int compared = 0, turn = 0; compared < 1'000; ++turn) {
        Query query{.form = AllowanceForm::working_time,
                    .start = random_start(random),
                    .amount = random_work(random),
                    .stops = {}};
        if (turn % 10 == 9) {
            check_between(office, table, query);
            ++compared;
            continue;
        }
        if (turn % 4 == 1) {
            query.stops = random_stops(random, query.start);
        }
        const Asked asked = ask(random, office.naive, query, turn);
        if (!asked.comparable) {
            continue;
        }
        const auto answered = moment(
            due(table, utc, instant(query.start), asked.allowance, clock_stops(query.stops)));
        if (asked.walked != answered) {
            query.form = asked.allowance.form;
            fail(query, seed, asked.walked, answered);
        }
        ++compared;
    }
}

} // namespace

TEST_CASE("the tables agree with a walk minute by minute on random offices, starts and waktu") {
    for (std::size_t seed = 1; seed <= office_count(); ++seed) {
        walk_office(seed);
    }
}

TEST_CASE("the tables agree with a walk second by second") {
    const std::uint64_t offices = std::min<std::uint64_t>(20, scaled(200)); // of 50 rows each
    for (std::uint64_t seed = 1; seed <= offices; ++seed) {
        std::mt19937_64 random(seed);
        const RandomOffice office = random_office(random);
        const WorkingTable table = office.table();
        for (int i = 0; i < 50; ++i) {
            const std::int64_t start = random_start(random) / naive::second * naive::second;
            const std::int64_t work = draw(random, 0, 30'000) * naive::second;
            const naive::Stops stops = i % 2 == 0 ? naive::Stops{} : random_stops(random, start);
            const auto forward = naive::forward(office.naive, start, work, stops, naive::second);
            const auto backward = naive::backward(office.naive, start, work, stops, naive::second);
            const Allowance asked{.form = AllowanceForm::working_time,
                                  .work = Work{microseconds{work}}};
            const auto merged_stops = clock_stops(stops);
            REQUIRE(moment(due(table, utc, instant(start), asked, merged_stops)) == forward);
            REQUIRE(moment(due(table, utc, instant(start), reversed(asked), merged_stops)) ==
                    backward);
        }
    }
}
