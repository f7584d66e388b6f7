// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/working_table.hpp"

#include "tertib/base/error.hpp"

#include "catch.hpp"
#include "random_office.hpp"

#include <string_view>
#include <type_traits>

using namespace tertib;
using namespace std::chrono_literals;

namespace {

const std::size_t day_count = static_cast<std::size_t>((last_day - first_day).count() + 1);

/// Monday to Friday 07:30–12:00 and 13:00–16:00; 1970 began on a Thursday.
std::vector<std::uint16_t> weekdays() {
    std::vector<std::uint16_t> form_of_day(day_count);
    for (std::size_t i = 0; i < day_count; ++i) {
        form_of_day[i] = (i + 3) % 7 < 5 ? 1 : 0;
    }
    return form_of_day;
}

const WorkingTable& office() {
    static const WorkingTable table(std::vector<DayHours>{{}, {{450, 720}, {780, 960}}},
                                    weekdays());
    return table;
}

LocalDay day(std::string_view text) {
    return read_day(text).value();
}

LocalTime at(std::string_view text) {
    return to_local(read_stamp(text, wib()).value().earliest, wib());
}

WorkingTable table_of(const DayHours& every_day) {
    return {std::vector<DayHours>{every_day}, std::vector<std::uint16_t>(day_count)};
}

} // namespace

TEST_CASE("working time is no time on the wall") {
    STATIC_REQUIRE(!std::is_convertible_v<std::chrono::minutes, Work>);
    STATIC_REQUIRE(!std::is_convertible_v<Work, std::chrono::microseconds>);
}

TEST_CASE("an amount that ends at the start of a break or at closing time stays there") {
    CHECK(office().add(at("2025-05-05T10:00"), Work{120min}) == at("2025-05-05T12:00"));
    CHECK(office().add(at("2025-05-05T10:00"), Work{300min}) == at("2025-05-05T16:00"));
    CHECK(office().add(at("2025-05-05T10:00"), Work{300min + 1us}) ==
          at("2025-05-06T07:30:00.000001"));
}

TEST_CASE("an amount from outside hours begins at the next opening") {
    CHECK(office().add(at("2025-05-05T12:30"), Work{30min}) == at("2025-05-05T13:30"));
    CHECK(office().add(at("2025-05-06T05:00"), Work{60min}) == at("2025-05-06T08:30"));
    CHECK(office().add(at("2025-05-03T10:00"), Work{60min}) == at("2025-05-05T08:30"));
}

TEST_CASE("nothing added is the start itself, even outside hours") {
    CHECK(office().add(at("2025-05-03T10:00"), Work{}) == at("2025-05-03T10:00"));
}

TEST_CASE("an amount backwards ends at opening, not at the close before it") {
    CHECK(office().add(at("2025-05-05T09:00"), Work{-90min}) == at("2025-05-05T07:30"));
    CHECK(office().add(at("2025-05-05T09:00"), Work{-91min}) == at("2025-05-02T15:59"));
    CHECK(office().add(at("2025-05-05T14:00"), Work{-60min}) == at("2025-05-05T13:00"));
}

TEST_CASE("seconds and microseconds of the start are kept") {
    CHECK(office().add(at("2025-05-05T15:59:30"), Work{1min}) == at("2025-05-06T07:30:30"));
    CHECK(office().add(at("2025-05-05T11:59:59.999999"), Work{2us}) ==
          at("2025-05-05T13:00:00.000001"));
}

TEST_CASE("working time between two moments is exact, and negative backwards") {
    CHECK(office().between(at("2025-05-02T15:00"), at("2025-05-05T08:00")) == Work{90min});
    CHECK(office().between(at("2025-05-05T08:00"), at("2025-05-02T15:00")) == Work{-90min});
    CHECK(office().between(at("2025-05-03T00:00"), at("2025-05-05T07:30")) == Work{});
}

TEST_CASE("the n-th working day is found forwards and backwards") {
    CHECK(office().add_days(day("2025-05-02"), 1) == day("2025-05-05"));
    CHECK(office().add_days(day("2025-05-05"), -1) == day("2025-05-02"));
    CHECK(office().add_days(day("2025-05-03"), 0) == day("2025-05-05"));
    CHECK(office().add_days(day("2025-05-05"), 0) == day("2025-05-05"));
    CHECK(office().add_days(day("2025-05-04"), -1) == day("2025-05-02"));
    CHECK(office().working_days(day("2025-05-02"), day("2025-05-05")) == 1);
    CHECK(office().working_days(day("2025-05-05"), day("2025-05-02")) == -1);
    CHECK(office().working_days(day("2025-05-03"), day("2025-05-04")) == 0);
}

TEST_CASE("a day tells its hours") {
    CHECK(office().hours(day("2025-05-05")).size() == 2);
    CHECK(office().length(day("2025-05-05")) == Work{450min});
    CHECK(office().opening(day("2025-05-05")) == at("2025-05-05T07:30"));
    CHECK(office().closing(day("2025-05-05")) == at("2025-05-05T16:00"));
    CHECK(office().is_working_day(day("2025-05-05")));
    CHECK_FALSE(office().is_working_day(day("2025-05-04")));
    CHECK_FALSE(office().opening(day("2025-05-04")).has_value());
    CHECK_FALSE(office().closing(day("2025-05-04")).has_value());
    CHECK(office().hours(day("2025-05-04")).empty());
    CHECK(office().length(day("2025-05-04")) == Work{});
}

TEST_CASE("spans that touch are one, and round the clock closes at the next midnight") {
    const WorkingTable joined = table_of({{0, 600}, {600, 1440}});
    CHECK(joined.hours(first_day).size() == 1);
    CHECK(joined.closing(day("2025-05-05")) == at("2025-05-06T00:00"));
    CHECK(joined.add(at("2025-05-05T00:00"), Work{24h}) == at("2025-05-06T00:00"));
}

TEST_CASE("an office that never works answers nothing, at once") {
    const WorkingTable never = table_of({});
    CHECK_FALSE(never.add(at("2025-05-05T10:00"), Work{1us}).has_value());
    CHECK_FALSE(never.add(at("2025-05-05T10:00"), Work{-1us}).has_value());
    CHECK_FALSE(never.add_days(day("2025-05-05"), 0).has_value());
    CHECK_FALSE(never.add_days(day("2025-05-05"), 1).has_value());
    CHECK_FALSE(never.add_days(day("2025-05-05"), -1).has_value());
    CHECK(never.add(at("2025-05-05T10:00"), Work{}) == at("2025-05-05T10:00"));
    CHECK(never.between(at("1970-01-01T00:00"), at("2200-12-31T23:00")) == Work{});
    CHECK(never.working_days(first_day, last_day) == 0);
}

TEST_CASE("an office with one working minute has one place to go") {
    std::vector<std::uint16_t> form_of_day(day_count);
    form_of_day[1000] = 1;
    const WorkingTable once(std::vector<DayHours>{{}, {{60, 61}}}, form_of_day);
    const LocalTime minute = LocalTime{std::chrono::days{1000} + 60min};
    CHECK(once.add(LocalTime{}, Work{1min}) == minute + 1min);
    CHECK(once.add(LocalTime{}, Work{1us}) == minute + 1us);
    CHECK_FALSE(once.add(LocalTime{}, Work{1min + 1us}).has_value());
    CHECK(once.add(at("2200-12-31T00:00"), Work{-1min}) == minute);
    CHECK_FALSE(once.add(at("2200-12-31T00:00"), Work{-1min - 1us}).has_value());
}

TEST_CASE("what lies outside the table is nothing, for any int64") {
    const LocalTime start = at("2025-05-05T10:00");
    const LocalTime end = LocalTime{last_day + std::chrono::days{1}};
    for (const std::int64_t far : {INT64_MIN, INT64_MIN + 1, INT64_MAX - 1, INT64_MAX}) {
        const std::chrono::microseconds amount{far};
        CHECK_FALSE(office().add(start, Work{amount}).has_value());
        CHECK_FALSE(office().add(LocalTime{amount}, Work{}).has_value());
        CHECK_FALSE(office().between(LocalTime{amount}, start).has_value());
        CHECK_FALSE(office().between(start, LocalTime{amount}).has_value());
        CHECK_FALSE(office().add_days(day("2025-05-05"), far).has_value());
        CHECK_FALSE(office().add_days(LocalDay{std::chrono::days{far}}, 0).has_value());
        CHECK_FALSE(office().working_days(LocalDay{std::chrono::days{far}}, last_day).has_value());
        CHECK_FALSE(office().working_days(last_day, LocalDay{std::chrono::days{far}}).has_value());
        CHECK_FALSE(office().is_working_day(LocalDay{std::chrono::days{far}}));
        CHECK(office().hours(LocalDay{std::chrono::days{far}}).empty());
        CHECK(office().length(LocalDay{std::chrono::days{far}}) == Work{});
    }
    CHECK(office().add(end, Work{}) == end);
    CHECK_FALSE(office().add(end + 1us, Work{}).has_value());
    CHECK_FALSE(office().add(LocalTime{} - 1us, Work{}).has_value());
    CHECK_FALSE(office().add(end, Work{1us}).has_value());
    CHECK_FALSE(office().add(LocalTime{}, Work{-1us}).has_value());
    CHECK(office().add_days(last_day, 0) == last_day);
    CHECK_FALSE(office().add_days(last_day, 1).has_value());
    CHECK_FALSE(office().add_days(first_day, -1).has_value());
}

TEST_CASE("hours and days that can't be are refused") {
    CHECK_THROWS_AS(table_of({{10, 10}}), Error);
    CHECK_THROWS_AS(table_of({{10, 9}}), Error);
    CHECK_THROWS_AS(table_of({{10, 1441}}), Error);
    CHECK_THROWS_AS(table_of({{10, 20}, {19, 30}}), Error);
    CHECK_THROWS_AS(table_of({{30, 40}, {10, 20}}), Error);
    DayHours many;
    for (std::uint16_t i = 0; i <= max_day_spans; ++i) {
        many.push_back(
            {static_cast<std::uint16_t>(10 * i), static_cast<std::uint16_t>(10 * i + 5)});
    }
    CHECK_THROWS_AS(table_of(many), Error);
    many.pop_back();
    CHECK_NOTHROW(table_of(many));
    const std::vector<DayHours> forms{{}};
    CHECK_THROWS_AS(WorkingTable(forms, std::vector<std::uint16_t>(day_count, 1)), Error);
    CHECK_THROWS_AS(WorkingTable(forms, std::vector<std::uint16_t>(day_count - 1)), Error);
    CHECK_THROWS_AS(WorkingTable(forms, std::vector<std::uint16_t>(day_count + 1)), Error);
    CHECK_THROWS_AS(WorkingTable({}, std::vector<std::uint16_t>(day_count)), Error);
    CHECK_THROWS_AS(WorkingTable(std::vector<DayHours>(65'536), {}), Error);
}

TEST_CASE("long days beside long runs of short ones are found through the same blocks") {
    std::vector<std::uint16_t> form_of_day(day_count);
    for (std::size_t i = 0; i < day_count; ++i) {
        form_of_day[i] = i % 9'000 < 3'000 ? 1 : 0; // a minute a day, for years on end
    }
    const std::vector<DayHours> forms{{{0, 1440}}, {{700, 701}}};
    const WorkingTable table(forms, form_of_day);
    for (std::int64_t n = 0; n < 60'000; n += 7) {
        const LocalTime start{std::chrono::days{n}};
        const auto later = table.add(start, Work{500min});
        REQUIRE(later.has_value());
        REQUIRE(table.between(start, *later) == Work{500min});
        REQUIRE(table.between(start, *later - 1us) < Work{500min});
    }
}
