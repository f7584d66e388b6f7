// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/due.hpp"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>
#include <vector>

// Starts and amounts are drawn at random, a million each, so that neither caches nor branch
// predictors learn them. Budget: a single call not slower than prototypes/calendar_bench.cpp of
// the design in the same run, a column at most half of single calls.

namespace {

using namespace tertib;
using std::chrono::microseconds;

constexpr std::size_t queries = 1U << 20U;
constexpr std::int64_t day_length = 86'400'000'000;

struct Days {
    std::vector<DayHours> forms;
    std::vector<std::uint16_t> form_of_day;
};

/// Five days a week with shorter hours for a month of each year, and 18 holidays in it.
const Days& days() {
    static const Days made = [] {
        Days all{.forms = {{},
                           {{450, 720}, {780, 960}},
                           {{450, 690}, {780, 990}},
                           {{480, 720}, {750, 900}},
                           {{480, 690}, {750, 930}}},
                 .form_of_day = {}};
        std::mt19937 random(1);
        const auto count = static_cast<std::size_t>((last_day - first_day).count() + 1);
        for (std::size_t i = 0; i < count; ++i) {
            const std::size_t weekday = (i + 3) % 7;
            std::uint16_t form = weekday < 4 ? 1 : weekday == 4 ? 2 : 0;
            form = form != 0 && random() % 261 < 18 ? 0 : form;
            form = form != 0 && i % 354 < 30 ? form + 2 : form;
            all.form_of_day.push_back(form);
        }
        return all;
    }();
    return made;
}

const WorkingTable& office() {
    static const WorkingTable table(days().forms, days().form_of_day);
    return table;
}

/// Where the starts lie: the years that logs are of, or all that the table has.
enum class Years : std::int64_t { recent, all };

std::vector<std::int64_t> starts(Years years) {
    const std::int64_t first = years == Years::recent ? 18'262 : 400;
    const std::int64_t count = years == Years::recent ? 2'556 : 44'447;
    std::mt19937_64 random(2);
    std::vector<std::int64_t> result(queries);
    for (std::int64_t& start : result) {
        start = (first + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(count))) *
                    day_length +
                static_cast<std::int64_t>(random() % 86'400) * 1'000'000;
    }
    return result;
}

/// Seconds of work, as many as fit beside the starts in a cache.
std::vector<std::int32_t> works(std::int64_t most_seconds) {
    std::mt19937_64 random(3);
    std::vector<std::int32_t> result(queries);
    for (std::int32_t& seconds : result) {
        seconds =
            1 + static_cast<std::int32_t>(random() % static_cast<std::uint64_t>(most_seconds));
    }
    return result;
}

Work work(std::int32_t seconds) {
    return Work{std::chrono::seconds{seconds}};
}

template <typename Function>
void each_query(benchmark::State& state, Function function) {
    for (auto _ : state) {
        std::int64_t sum = 0;
        for (std::size_t i = 0; i < queries; ++i) {
            sum += function(i);
        }
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(queries));
}

void due_working_time(benchmark::State& state) {
    const WorkingTable& table = office();
    const Zone zone = wib();
    const auto from = starts(static_cast<Years>(state.range(0)));
    const auto allowed = works(state.range(1) * 27'000);
    each_query(state, [&](std::size_t i) {
        const auto end = due(table, zone, Instant{microseconds{from[i]}},
                             {.form = AllowanceForm::working_time, .work = work(allowed[i])});
        return end ? end->time_since_epoch().count() : 0;
    });
}
BENCHMARK(due_working_time)
    ->ArgNames({"all_years", "days"})
    ->Args({0, 1})
    ->Args({0, 30})
    ->Args({1, 1})
    ->Args({1, 30});

void table_add(benchmark::State& state) {
    const WorkingTable& table = office();
    const auto from = starts(static_cast<Years>(state.range(0)));
    const auto allowed = works(810'000);
    each_query(state, [&](std::size_t i) {
        const auto end = table.add(LocalTime{microseconds{from[i]}}, work(allowed[i]));
        return end ? end->time_since_epoch().count() : 0;
    });
}
BENCHMARK(table_add)->ArgName("all_years")->Arg(0)->Arg(1);

void table_between(benchmark::State& state) {
    const WorkingTable& table = office();
    const auto from = starts(static_cast<Years>(state.range(0)));
    const auto apart = works(5'000'000);
    each_query(state, [&](std::size_t i) {
        const LocalTime start{microseconds{from[i]}};
        const auto passed = table.between(start, start + work(apart[i]).time);
        return passed ? passed->time.count() : 0;
    });
}
BENCHMARK(table_between)->ArgName("all_years")->Arg(0)->Arg(1);

/// The prototype's n-th working day without its closing time; due_working_days has that, the zone
/// and the allowance.
void table_add_days(benchmark::State& state) {
    const WorkingTable& table = office();
    const auto from = starts(static_cast<Years>(state.range(0)));
    each_query(state, [&](std::size_t i) {
        const LocalDay day{std::chrono::days{from[i] / day_length}};
        const auto found = table.add_days(day, 1 + static_cast<std::int64_t>(i % 60));
        return found ? found->time_since_epoch().count() : 0;
    });
}
BENCHMARK(table_add_days)->ArgName("all_years")->Arg(0)->Arg(1);

void due_working_days(benchmark::State& state) {
    const WorkingTable& table = office();
    const Zone zone = wib();
    const auto from = starts(static_cast<Years>(state.range(0)));
    each_query(state, [&](std::size_t i) {
        const Allowance allowed{.form = AllowanceForm::working_days,
                                .working_days = 1 + static_cast<std::int64_t>(i % 60)};
        const auto end = due(table, zone, Instant{microseconds{from[i]}}, allowed);
        return end ? end->time_since_epoch().count() : 0;
    });
}
BENCHMARK(due_working_days)->ArgName("all_years")->Arg(0)->Arg(1);

void due_columns(benchmark::State& state) {
    auto from = starts(Years::recent);
    if (state.range(0) != 0) {
        std::ranges::sort(from); // as event logs mostly are
    }
    const Allowance allowed =
        state.range(1) != 0
            ? Allowance{.form = AllowanceForm::working_days, .working_days = 7}
            : Allowance{.form = AllowanceForm::working_time, .work = Work{std::chrono::hours{36}}};
    std::vector<std::int64_t> out(queries);
    for (auto _ : state) {
        due_column(office(), wib(), from, allowed, out);
        benchmark::DoNotOptimize(out.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(queries));
}
BENCHMARK(due_columns)
    ->ArgNames({"sorted", "by_days"})
    ->Args({0, 0})
    ->Args({1, 0})
    ->Args({0, 1})
    ->Args({1, 1});

void between_columns(benchmark::State& state) {
    auto from = starts(Years::recent);
    if (state.range(0) != 0) {
        std::ranges::sort(from);
    }
    std::vector<std::int64_t> until = from;
    std::mt19937_64 random(4);
    for (std::int64_t& end : until) {
        end += static_cast<std::int64_t>(random() % 5'000'000) * 1'000'000;
    }
    std::vector<std::int64_t> out(queries);
    for (auto _ : state) {
        between_column(office(), wib(), from, until, out);
        benchmark::DoNotOptimize(out.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(queries));
}
BENCHMARK(between_columns)->ArgName("sorted")->Arg(0)->Arg(1);

void build_table(benchmark::State& state) {
    for (auto _ : state) {
        benchmark::DoNotOptimize(WorkingTable(days().forms, days().form_of_day));
    }
}
BENCHMARK(build_table)->Unit(benchmark::kMicrosecond);

} // namespace
