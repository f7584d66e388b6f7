// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0

// What must hold of working time (docs/time.md), each as a property of random offices.

#include "tertib/time/due.hpp"

#include "catch.hpp"
#include "random_office.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <random>
#include <vector>

using namespace tertib;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

const Zone utc{0min};
constexpr std::int64_t hour = 60 * naive::minute;

std::int64_t any(std::int64_t low, std::int64_t high) {
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::int64_t>(low, high + 1));
}

/// Some offices made once: tables are dear to make anew for every case.
struct Made {
    RandomOffice office;
    WorkingTable table;
};

const Made& any_office() {
    static const std::vector<Made> all = [] {
        std::vector<Made> made;
        std::mt19937_64 random(11);
        for (int i = 0; i < 12; ++i) {
            RandomOffice office = random_office(random);
            WorkingTable table = office.table();
            made.push_back({std::move(office), std::move(table)});
        }
        return made;
    }();
    return all[static_cast<std::size_t>(any(0, static_cast<std::int64_t>(all.size()) - 1))];
}

/// Well within the table, so that every answer exists.
LocalTime any_start() {
    return LocalTime{microseconds{any(3'000 * naive::day, 80'000 * naive::day)}};
}

Work any_work() {
    const std::int64_t unit = *rc::gen::element<std::int64_t>(1, naive::second, naive::minute);
    return Work{microseconds{any(0, 200 * hour / unit) * unit}};
}

LocalTime add(const WorkingTable& table, LocalTime start, Work work) {
    return table.add(start, work).value();
}

Work between(const WorkingTable& table, LocalTime a, LocalTime b) {
    return table.between(a, b).value();
}

LocalTime end(const WorkingTable& table, LocalTime start, const Allowance& allowed,
              const std::vector<ClockStop>& stops = {}) {
    return to_local(due(table, utc, to_instant(start, utc), allowed, stops).value(), utc);
}

Allowance working_days(std::int64_t count) {
    return {.form = AllowanceForm::working_days, .working_days = count};
}

/// Inside a span, or at its end.
bool within_hours(const WorkingTable& table, LocalTime moment) {
    for (const LocalTime at : {moment, moment - 1us}) {
        const LocalDay day = std::chrono::floor<std::chrono::days>(at);
        for (const WorkSpan span : table.hours(day)) {
            if (moment >= day + span.from * 1min && moment <= day + span.to * 1min) {
                return true;
            }
        }
    }
    return false;
}

template <typename Property>
void holds(const char* what, Property property) {
    CHECK(rc::check(what, property));
}

} // namespace

TEST_CASE("adding is monotone in the start and in the amount") {
    holds("monotone", [] {
        const WorkingTable& table = any_office().table;
        const LocalTime start = any_start();
        const LocalTime later = start + microseconds{any(0, 50 * hour)};
        const Work work = any_work();
        const Work more{work.time + any_work().time};
        RC_ASSERT(add(table, start, work) <= add(table, later, work));
        RC_ASSERT(add(table, start, work) <= add(table, start, more));
        const std::int64_t count = any(0, 30);
        RC_ASSERT(end(table, start, working_days(count)) <= end(table, later, working_days(count)));
        RC_ASSERT(end(table, start, working_days(count)) <=
                  end(table, start, working_days(count + 1)));
    });
}

TEST_CASE("adding twice is adding the sum") {
    holds("add(add(t, a), b) = add(t, a + b)", [] {
        const WorkingTable& table = any_office().table;
        const LocalTime start = any_start();
        const Work a = any_work();
        const Work b = any_work();
        // Nothing added stays at the end of a span; so does any sum that ends there.
        RC_ASSERT(add(table, add(table, start, a), b) == add(table, start, Work{a.time + b.time}));
    });
}

TEST_CASE("as much has passed between a start and its end as was added") {
    holds("between(t, add(t, n)) = n", [] {
        const WorkingTable& table = any_office().table;
        const LocalTime start = any_start();
        const Work work = any_work();
        RC_ASSERT(between(table, start, add(table, start, work)) == work);
        RC_ASSERT(between(table, add(table, start, work), start) == Work{-work.time});
        RC_ASSERT(between(table, add(table, start, Work{-work.time}), start) == work);
    });
}

TEST_CASE("adding nothing changes nothing") {
    holds("identity", [] {
        const LocalTime start = any_start();
        RC_ASSERT(add(any_office().table, start, Work{}) == start);
    });
}

TEST_CASE("subtracting undoes adding up to non-working gaps") {
    holds("undo", [] {
        const WorkingTable& table = any_office().table;
        const LocalTime start = any_start();
        const Work work = any_work();
        const LocalTime back = add(table, add(table, start, work), Work{-work.time});
        RC_ASSERT(between(table, start, back) == Work{});
        const LocalTime again = add(table, add(table, start, Work{-work.time}), work);
        RC_ASSERT(between(table, start, again) == Work{});
    });
}

TEST_CASE("ends of minutes and days never fall outside working time unless nothing was added") {
    holds("within hours", [] {
        const WorkingTable& table = any_office().table;
        const LocalTime start = any_start();
        const Work work{any_work().time + 1us};
        RC_ASSERT(within_hours(table, add(table, start, work)));
        RC_ASSERT(within_hours(table, add(table, start, Work{-work.time})));
        RC_ASSERT(within_hours(table, end(table, start, working_days(any(0, 30)))));
    });
}

TEST_CASE("a holiday added never makes a deadline earlier") {
    holds("holiday", [] {
        const Made& made = any_office();
        const LocalTime start = any_start();
        const std::int64_t first =
            std::chrono::floor<std::chrono::days>(start - LocalTime{}).count();
        std::vector<std::uint16_t> form_of_day = made.office.naive.kind_of_day;
        form_of_day.at(static_cast<std::size_t>(first + any(-2, 40))) = 0;
        const WorkingTable fewer(made.office.forms, form_of_day);
        const std::int64_t count = any(0, 30);
        const std::vector<Allowance> all{
            {.form = AllowanceForm::working_time, .work = any_work()},
            working_days(count),
            {.form = AllowanceForm::calendar, .months = any(0, 1), .calendar_days = count}};
        for (const Allowance& allowed : all) {
            RC_ASSERT(end(fewer, start, allowed) >= end(made.table, start, allowed));
        }
    });
}

TEST_CASE("adding days is additive where days close before midnight") {
    holds("days", [] {
        const Made& made = any_office();
        std::vector<DayHours> forms = made.office.forms;
        for (DayHours& hours : forms) {
            if (!hours.empty() && hours.back().from == 1439) {
                hours.pop_back();
            } else if (!hours.empty()) {
                hours.back().to = std::min<std::uint16_t>(hours.back().to, 1439);
            }
        }
        const WorkingTable table(forms, made.office.naive.kind_of_day);
        const LocalTime start = any_start();
        const std::int64_t a = any(1, 20);
        const std::int64_t b = any(1, 20);
        RC_ASSERT(end(table, end(table, start, working_days(a)), working_days(b)) ==
                  end(table, start, working_days(a + b)));
    });
}

TEST_CASE("a change of the calendar outside the days touched changes nothing") {
    holds("far change", [] {
        const Made& made = any_office();
        const LocalTime start = any_start();
        const std::vector<Allowance> all{{.form = AllowanceForm::working_time, .work = any_work()},
                                         working_days(any(0, 30)),
                                         {.form = AllowanceForm::calendar, .months = 1}};
        for (const Allowance& allowed : all) {
            const LocalTime due = end(made.table, start, allowed);
            const auto number = [](LocalTime moment) {
                return std::chrono::floor<std::chrono::days>(moment - LocalTime{}).count();
            };
            std::vector<std::uint16_t> form_of_day = made.office.naive.kind_of_day;
            for (int i = 0; i < 50; ++i) {
                const std::int64_t before = any(0, number(start) - 1);
                const std::int64_t after = any(number(due) + 1, 84'370);
                form_of_day.at(static_cast<std::size_t>(before)) = 1;
                form_of_day.at(static_cast<std::size_t>(after)) = 0;
            }
            const WorkingTable changed(made.office.forms, form_of_day);
            RC_ASSERT(end(changed, start, allowed) == due);
        }
    });
}

TEST_CASE("clock stops outside working hours cost minutes nothing") {
    holds("idle stop", [] {
        const WorkingTable& table = any_office().table;
        const LocalTime start = any_start();
        const Allowance allowed{.form = AllowanceForm::working_time, .work = any_work()};
        // From the closing of a day to the next one's opening.
        const LocalDay day =
            table.add_days(std::chrono::floor<std::chrono::days>(start), any(-1, 5)).value();
        const LocalTime from = table.closing(day).value();
        const LocalTime until = table.opening(table.add_days(day, 1).value()).value();
        RC_PRE(from < until);
        const std::vector<ClockStop> stops{{to_instant(from, utc), to_instant(until, utc)}};
        RC_ASSERT(end(table, start, allowed, stops) == end(table, start, allowed));
    });
}

TEST_CASE("a clock stop costs minutes as much as was worked in it") {
    holds("stop", [] {
        const WorkingTable& table = any_office().table;
        const LocalTime start = any_start();
        const Work work{any_work().time + 1us};
        const Allowance allowed{.form = AllowanceForm::working_time, .work = work};
        const LocalTime due = end(table, start, allowed);
        const LocalTime from = start + microseconds{any(0, (due - start).count() - 1)};
        const LocalTime until = from + microseconds{any(1, 100 * hour)};
        const std::vector<ClockStop> stops{{to_instant(from, utc), to_instant(until, utc)}};
        const LocalTime later = end(table, start, allowed, stops);
        RC_ASSERT(between(table, due, later) == between(table, from, until));
    });
}
