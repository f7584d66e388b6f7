// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/working_between.hpp"

#include "catch.hpp"
#include "id5.hpp"
#include "tertib/time/calendar_name.hpp"
#include "tertib/time/working_between_json.hpp"

#include <cstdint>
#include <limits>

using namespace tertib;

TEST_CASE("working time between two moments leaves out breaks, holidays and cuti bersama") {
    const Calendar office = calendar_from_name("id5");
    const auto between = working_between(office, at("2025-05-09T16:00"), at("2025-05-14T08:30"));
    REQUIRE(between);
    CHECK(between->work == Work{std::chrono::minutes{90}});
    CHECK(between->working_days == 1); // 14 May; 10–13 May are off
}

TEST_CASE("working time backwards is negative") {
    const Calendar office = calendar_from_name("id5");
    const auto between = working_between(office, at("2025-05-14T08:30"), at("2025-05-09T16:00"));
    REQUIRE(between);
    CHECK(between->work == Work{std::chrono::minutes{-90}});
    CHECK(between->working_days == -1);
}

TEST_CASE("moments outside the table have no working time between") {
    const Calendar office = calendar_from_name("id5");
    const Instant first{std::chrono::microseconds{std::numeric_limits<std::int64_t>::min()}};
    const Instant last{std::chrono::microseconds{std::numeric_limits<std::int64_t>::max()}};
    CHECK_FALSE(working_between(office, first, at("2025-05-09T16:00")));
    CHECK_FALSE(working_between(office, at("2025-05-09T16:00"), last));
}

TEST_CASE("the JSON of working time between has minutes, seconds and days") {
    const Calendar office = calendar_from_name("id5@2023-06-10");
    const auto between = working_between(office, at("2023-06-27T15:00"),
                                         at("2023-06-28T08:00") + std::chrono::milliseconds{1500});
    REQUIRE(between);
    const std::string json = to_json(*between, office);
    CHECK(json.find("\"working_minutes\": 90") != std::string::npos);
    CHECK(json.find("\"working_seconds\": 5401.5") != std::string::npos);
    CHECK(json.find("\"known_on\": \"2023-06-10\"") != std::string::npos);
}
