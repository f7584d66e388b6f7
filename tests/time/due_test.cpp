// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/due.hpp"

#include "tertib/base/error.hpp"

#include "catch.hpp"
#include "id5.hpp"
#include "random_office.hpp"

#include <random>
#include <vector>

using namespace tertib;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

const std::vector<Allowance>& allowances() {
    static const std::vector<Allowance> all{
        {.form = AllowanceForm::working_time, .work = Work{3h}},
        {.form = AllowanceForm::working_time, .work = Work{-3h}},
        {.form = AllowanceForm::working_time},
        {.form = AllowanceForm::working_days, .working_days = 7},
        {.form = AllowanceForm::working_days},
        {.form = AllowanceForm::working_days, .working_days = -7},
        {.form = AllowanceForm::calendar, .months = 1, .calendar_days = 3},
        {.form = AllowanceForm::calendar, .months = -1},
        {.form = AllowanceForm::mixed, .working_days = 1, .work = Work{2h}},
        {.form = AllowanceForm::elapsed, .wall = 24h},
        {.form = AllowanceForm::elapsed, .wall = -24h},
        {.form = AllowanceForm::none},
    };
    return all;
}

WorkingTable some_table() {
    std::mt19937_64 random(7);
    return random_office(random).table();
}

} // namespace

TEST_CASE("a column gives what single calls give, also for what has no answer") {
    const WorkingTable table = some_table();
    std::mt19937_64 random(1);
    std::vector<std::int64_t> starts{no_instant, INT64_MAX, INT64_MIN + 1, -1, 0};
    for (int i = 0; i < 2'000; ++i) {
        starts.push_back(draw(random, -naive::day, 84'372 * naive::day));
    }
    for (const Allowance& allowed : allowances()) {
        std::vector<std::int64_t> out(starts.size());
        due_column(table, wita(), starts, allowed, out);
        for (std::size_t i = 0; i < starts.size(); ++i) {
            const auto single = due(table, wita(), Instant{microseconds{starts[i]}}, allowed);
            REQUIRE(out[i] == (single ? single->time_since_epoch().count() : no_instant));
        }
        std::vector<std::int64_t> in_place = starts;
        due_column(table, wita(), in_place, allowed, in_place);
        CHECK(in_place == out);
    }
}

TEST_CASE("a column of working times gives what single calls give") {
    const WorkingTable table = some_table();
    std::mt19937_64 random(2);
    std::vector<std::int64_t> from{no_instant, 0, INT64_MAX};
    std::vector<std::int64_t> until{0, no_instant, 0};
    for (int i = 0; i < 2'000; ++i) {
        from.push_back(draw(random, -naive::day, 84'372 * naive::day));
        until.push_back(draw(random, -naive::day, 84'372 * naive::day));
    }
    std::vector<std::int64_t> out(from.size());
    between_column(table, wit(), from, until, out);
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto single = table.between(to_local(Instant{microseconds{from[i]}}, wit()),
                                          to_local(Instant{microseconds{until[i]}}, wit()));
        REQUIRE(out[i] == (single ? single->time.count() : no_instant));
    }
}

TEST_CASE("columns of different lengths are refused") {
    const WorkingTable table = some_table();
    std::vector<std::int64_t> two(2);
    std::vector<std::int64_t> three(3);
    CHECK_THROWS_AS(due_column(table, wib(), two, allowances()[0], three), Error);
    CHECK_THROWS_AS(between_column(table, wib(), two, three, two), Error);
    CHECK_THROWS_AS(between_column(table, wib(), two, two, three), Error);
}

TEST_CASE("any int64 in a start, an allowance or a stop is answered or refused, never undefined") {
    const WorkingTable table = some_table();
    const std::vector<std::int64_t> odd{INT64_MIN, INT64_MIN + 1, -1,        0,
                                        1,         INT64_MAX - 1, INT64_MAX, 1'746'414'000'000'000};
    for (const AllowanceForm form :
         {AllowanceForm::working_time, AllowanceForm::working_days, AllowanceForm::calendar,
          AllowanceForm::mixed, AllowanceForm::elapsed, AllowanceForm::none}) {
        for (const std::int64_t start : odd) {
            for (const std::int64_t amount : odd) {
                const Allowance all{
                    form, amount, amount, amount, Work{microseconds{amount}}, microseconds{amount}};
                const Allowance months{.form = form, .months = amount, .working_days = 1};
                for (const std::int64_t edge : odd) {
                    const std::vector<ClockStop> stops = merged(
                        std::vector<ClockStop>{{Instant{microseconds{std::min(edge, amount)}},
                                                Instant{microseconds{std::max(edge, amount)}}}});
                    for (const Allowance& allowed : {all, months, reversed(all)}) {
                        const auto end =
                            due(table, Zone(-18h), Instant{microseconds{start}}, allowed, stops);
                        REQUIRE((!end || end->time_since_epoch() >= -1us));
                    }
                }
            }
        }
    }
}

TEST_CASE("stops are merged to their union") {
    const ClockStop a{at("2025-05-05T10:00"), at("2025-05-05T12:00")};
    const ClockStop b{at("2025-05-05T11:00"), at("2025-05-05T13:00")};
    const ClockStop c{at("2025-05-05T13:00"), at("2025-05-05T14:00")};
    const ClockStop empty{at("2025-05-06T10:00"), at("2025-05-06T10:00")};
    CHECK(merged(std::vector{c, empty, b, a}) ==
          std::vector{ClockStop{at("2025-05-05T10:00"), at("2025-05-05T14:00")}});
    CHECK(merged({}).empty());
    CHECK_THROWS_AS(merged(std::vector{ClockStop{b.until, a.from}}), Error);
}

TEST_CASE("a latest start is the last closing time that is early enough, found by trying all") {
    std::mt19937_64 random(3);
    for (int i = 0; i < 20; ++i) {
        const RandomOffice office = random_office(random);
        const WorkingTable table = office.table();
        for (int query = 0; query < 10; ++query) {
            const std::int64_t number = draw(random, 2'000, 80'000);
            const Instant end{microseconds{number * naive::day + draw(random, 0, naive::day)}};
            const std::int64_t from =
                (number - draw(random, 0, 20)) * naive::day + draw(random, 0, naive::day);
            const std::vector<ClockStop> stops{
                {Instant{microseconds{from}},
                 Instant{microseconds{from + draw(random, 1, 10 * naive::day)}}}};
            const Allowance days{.form = AllowanceForm::working_days,
                                 .working_days = draw(random, 1, 9)};
            const Zone utc(0min);
            const auto found = due(table, utc, end, reversed(days), stops);
            std::int64_t day = number + 1;
            std::optional<Instant> tried;
            while (!tried && --day > number - 400) {
                if (const auto closing = table.closing(LocalDay{std::chrono::days{day}})) {
                    const Instant start =
                        std::min(to_instant(*closing, utc),
                                 Instant{microseconds{(day + 1) * naive::day - 1}});
                    const auto its_end = due(table, utc, start, days, stops);
                    tried = its_end && *its_end <= end ? std::optional(start) : std::nullopt;
                }
            }
            REQUIRE(found == tried);
        }
    }
}
