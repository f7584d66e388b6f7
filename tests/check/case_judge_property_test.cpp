// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/check/case_judge.hpp"

#include "catch.hpp"
#include "naive_flow.hpp"
#include "scale.hpp"
#include "tertib/time/deadline.hpp"
#include "tertib/time/lateness.hpp"
#include "test_log.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <random>

using namespace tertib;

namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t day = 1440 * minute;

struct Shape {
    std::size_t steps;
    std::string_view flows;
};
constexpr std::array<Shape, 9> shapes{{
    {4, "start>1 1>2 2>3 3>4 4>end"},
    {4, "start>1 1>2 1>3 2>g1 3>g1 g1>4 4>end"},
    {6, "start>1 1>2:A 1>4:B 2>3 3>6 4>5 5>6 6>end"},
    {4, "start>1 1>2 2>1:Tidak 2>3:Ya 3>4 4>end"},
    {5, "start>1 1>2 1>4 2>3 3>g1 4>g1 g1>5 5>end"},
    {4, "start>1 1>2 2>3 3>2:Ulang 3>4:Lanjut 4>1:Kembali 4>end:Selesai"},
    {5, "start>1 1>2:A 1>5:B 2>3 2>4 3>g1 4>g1 g1>5 5>end"},
    {3, "start>1 start>2 1>g1 2>g1 g1>3 3>end"},
    {5, "start>1 1>2 1>3 2>g1 3>3:Lagi 3>g1:Cukup g1>4 4>5 5>end"},
}};

class Dice {
public:
    explicit Dice(std::uint64_t seed) : source_(seed) {}

    /// A number from 0 to below `bound`.
    std::size_t roll(std::size_t bound) { return source_() % bound; }
    template <typename T>
    const T& pick(const std::vector<T>& all) {
        return all[roll(all.size())];
    }

private:
    std::mt19937_64 source_;
};

/// A walk of the token game, then some of its steps moved, doubled or left out.
std::vector<std::uint32_t> random_steps(const NaiveFlow& flow, Dice& dice) {
    std::vector<std::uint32_t> steps;
    NaiveFlow::Tokens tokens = flow.start()[dice.roll(flow.start().size())];
    for (std::size_t i = 0; i < 9; ++i) {
        std::vector<std::pair<std::uint32_t, NaiveFlow::Tokens>> next;
        for (std::uint32_t step = 0; step < flow.steps(); ++step) {
            for (const NaiveFlow::Tokens& to : flow.fire(tokens, step)) {
                next.emplace_back(step, to);
            }
        }
        if (next.empty() || dice.roll(12) == 0) {
            break;
        }
        const auto chosen = dice.pick(next);
        steps.push_back(chosen.first);
        tokens = chosen.second;
    }
    for (std::size_t spoil = dice.roll(3); spoil > 0 && !steps.empty(); --spoil) {
        const auto at = static_cast<std::ptrdiff_t>(dice.roll(steps.size()));
        switch (dice.roll(4)) {
        case 0: steps.erase(steps.begin() + at); break;
        case 1: steps.insert(steps.begin() + at, steps[static_cast<std::size_t>(at)]); break;
        case 2: std::swap(steps.front(), steps[static_cast<std::size_t>(at)]); break;
        default:
            steps.insert(steps.begin() + at, static_cast<std::uint32_t>(dice.roll(flow.steps())));
        }
    }
    if (steps.size() > 7) {
        steps.resize(7);
    }
    return steps;
}

/// Rows of these steps, some by the minute, some by the day, some at the same instant.
std::vector<CheckRow> random_rows(const std::vector<std::uint32_t>& steps, Dice& dice) {
    const std::int64_t monday = moment("2025-05-05T00:00").time_since_epoch().count();
    std::int64_t now = monday + 8 * 60 * minute;
    const std::size_t kind = dice.roll(3); // all exact, all days, mixed
    std::vector<CheckRow> rows;
    for (const std::uint32_t step : steps) {
        CheckRow row;
        row.activity = step + 1;
        row.row = static_cast<std::uint32_t>(rows.size());
        const std::int64_t midnight = monday + (now - monday) / day * day;
        const bool whole_day = kind == 1 || (kind == 2 && dice.roll(2) == 0);
        row.complete = whole_day ? CheckStamp{.first = midnight, .last = midnight + day - 1}
                                 : CheckStamp{.first = now, .last = now};
        rows.push_back(row);
        now += static_cast<std::int64_t>(dice.roll(4)) * 300 * minute;
    }
    return rows;
}

CheckTexts step_texts(std::size_t steps) {
    CheckTexts texts;
    for (std::size_t i = 1; i <= steps; ++i) {
        texts.activities.push_back(std::to_string(i));
    }
    return texts;
}

/// A shape with its plan and its naive double.
struct Ready {
    explicit Ready(const Shape& shape)
        : sop(std::make_shared<const Sop>(timed_parts(shape.steps, shape.flows))),
          flow(*sop),
          plan({{.sop = sop}}, id5(), {}, step_texts(shape.steps)) {}

    std::shared_ptr<const Sop> sop;
    NaiveFlow flow;
    CheckPlan plan;
};

} // namespace

TEST_CASE("the order of random cases is what trying every order of their rows says") {
    Dice dice(20250505);
    std::size_t undecidable = 0;
    std::size_t violated = 0;
    std::vector<Ready> ready;
    for (const Shape& shape : shapes) {
        ready.emplace_back(shape);
    }
    for (std::size_t i = 0; i < scaled(20'000); ++i) {
        const std::size_t number = dice.roll(shapes.size());
        const Shape& shape = shapes[number];
        const NaiveFlow& flow = ready[number].flow;
        const std::vector<std::uint32_t> steps = random_steps(flow, dice);
        if (steps.empty()) {
            continue;
        }
        const std::vector<CheckRow> rows = random_rows(steps, dice);
        CaseJudge judge(ready[number].plan);
        judge.take({.rows = rows});
        const CheckPart part = judge.finish();
        const CheckVerdict order = part.verdicts[0].of(CheckCode::order);
        const CheckVerdict repeat = part.verdicts[0].of(CheckCode::repeat);
        const NaiveFlow::Answer expected = flow.judge(rows);
        CAPTURE(shape.flows, i);
        REQUIRE(weightier(order, repeat) == expected.order);
        if (flow.told_missing()) {
            REQUIRE(part.verdicts[0].of(CheckCode::step_missing) == expected.missing);
        }
        undecidable += expected.order == CheckVerdict::undecidable ? 1 : 0;
        violated += expected.order == CheckVerdict::violated ? 1 : 0;
    }
    CHECK(undecidable + violated > scaled(2'000));
}

TEST_CASE("lateness of random steps is what the plain deadlines say of every instant") {
    Dice dice(77);
    const Calendar calendar = id5();
    const std::vector<std::string> amounts{"0 Menit",
                                           "30 Menit",
                                           "450 Menit",
                                           "2 Hari",
                                           "0 Hari",
                                           "5 Hari Kalender",
                                           "1 x 24 Jam",
                                           "1 Bulan",
                                           "1 Hari + 60 Menit",
                                           "1 Hari / 600 Menit"};
    const std::int64_t begin = moment("2025-03-24T00:00").time_since_epoch().count();
    std::vector<CaseJudge> judges;
    for (const std::string& amount : amounts) {
        const auto sop =
            std::make_shared<const Sop>(timed_parts(2, "start>1 1>2 2>end", "-;" + amount));
        judges.emplace_back(CheckPlan({{.sop = sop}}, calendar, {}, step_texts(2)));
    }
    for (std::size_t i = 0; i < scaled(5'000); ++i) {
        const std::size_t number = dice.roll(amounts.size());
        const std::string& amount = amounts[number];
        const auto stamp_from = [&](std::int64_t from) {
            const auto at = from + static_cast<std::int64_t>(dice.roll(6 * 1440)) * minute;
            const std::int64_t midnight = begin + (at - begin) / day * day;
            return dice.roll(3) == 0 ? CheckStamp{.first = midnight, .last = midnight + day - 1}
                                     : CheckStamp{.first = at, .last = at};
        };
        CheckRow first{.activity = 1};
        first.complete = stamp_from(begin);
        CheckRow second{.activity = 2, .row = 1};
        second.complete = stamp_from(first.complete.last);
        const std::vector<CheckRow> rows{first, second};
        judges[number].take({.rows = rows});
        const CheckVerdict verdict = judges[number].finish().verdicts[0].of(CheckCode::late_step);

        bool some_late = false;
        bool some_on_time = false;
        const Waktu waktu = read_waktu(amount).waktu;
        const auto try_start = [&](std::int64_t from) {
            const Deadline due =
                deadline(calendar, Instant{std::chrono::microseconds{from}}, waktu);
            for (const std::int64_t until : {second.complete.first, second.complete.last}) {
                const Instant done{std::chrono::microseconds{std::max(until, from)}};
                const bool late =
                    lateness(calendar, due, {done, done}).verdict == LatenessVerdict::late;
                some_late = some_late || late;
                some_on_time = some_on_time || !late;
            }
        };
        const std::int64_t step = 60 * minute;
        for (std::int64_t at = first.complete.first; at < first.complete.last; at += step) {
            try_start(at);
        }
        try_start(first.complete.last);
        CAPTURE(amount, i, first.complete.first, second.complete.first, second.complete.last);
        if (some_late && some_on_time) {
            REQUIRE(verdict == CheckVerdict::undecidable);
        } else {
            REQUIRE(verdict == (some_late ? CheckVerdict::violated : CheckVerdict::satisfied));
        }
    }
}

TEST_CASE("however a log is cut, its parts merge to the same, and every count adds up") {
    Dice dice(4);
    for (std::size_t round = 0; round < scaled(100); ++round) {
        const Shape& shape = shapes[dice.roll(shapes.size())];
        const auto sop = std::make_shared<const Sop>(timed_parts(shape.steps, shape.flows));
        const NaiveFlow flow(*sop);
        const CheckPlan plan({{.sop = sop}}, id5(), {}, step_texts(shape.steps),
                             {.now = moment("2025-05-09T10:00"), .service_waktu = "2 Hari"});
        std::vector<CaseJudge> judges;
        CaseJudge whole(plan);
        for (int i = 0; i < 3; ++i) {
            judges.emplace_back(plan);
        }
        constexpr std::uint32_t cases = 40;
        for (std::uint32_t number = 0; number < cases; ++number) {
            const std::vector<CheckRow> rows = random_rows(random_steps(flow, dice), dice);
            whole.take({.number = number, .rows = rows});
            judges[dice.roll(judges.size())].take({.number = number, .rows = rows});
        }
        const CheckPart all = whole.finish();
        const CheckPart a = judges[0].finish();
        const CheckPart b = judges[1].finish();
        const CheckPart c = judges[2].finish();
        REQUIRE(merged(merged(a, b), c) == all);
        REQUIRE(merged(c, merged(b, a)) == all);
        for (const CheckCounts& counts : all.checks) {
            std::uint64_t sum = 0;
            for (const std::uint64_t of_verdict : counts.cases) {
                sum += of_verdict;
            }
            REQUIRE(sum == cases);
        }
        REQUIRE(std::ranges::is_sorted(all.evidence, comes_before));
    }
}
