// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/base/decimal.hpp"

#include "tertib/base/error.hpp"

#include "catch.hpp"

#include <limits>

using namespace tertib;

TEST_CASE("a decimal is kept in lowest terms") {
    CHECK(Decimal::from(250, 2) == Decimal::from(25, 1));
    CHECK(Decimal::from(0, 9) == Decimal());
    CHECK(Decimal::from(300, 2).whole());
    CHECK_THROWS_AS(Decimal::from(1, 10), Error);
}

TEST_CASE("a decimal reads what it writes") {
    for (const char* text : {"0", "2", "-3", "2.5", "-0.05", "7.8", "1440", "0.000000001"}) {
        const std::optional<Decimal> number = Decimal::parse(text);
        REQUIRE(number);
        CHECK(number->text() == text);
    }
    for (const char* text : {"", "-", ".5", "5.", "2,5", "1e3", "1.0000000001",
                             "9223372036854775808", " 1", "1.-5", "-.5"}) {
        CHECK_FALSE(Decimal::parse(text));
    }
}

TEST_CASE("decimals are ordered by value and added exactly or not at all") {
    CHECK(Decimal::from(25, 1) < Decimal(3));
    CHECK(Decimal(-3) < Decimal::from(-25, 1));
    CHECK(*Decimal::from(25, 1).plus(Decimal::from(5, 1)) == Decimal(3));
    CHECK(*Decimal::from(25, 1).times(2) == Decimal(5));
    CHECK_FALSE(Decimal(std::numeric_limits<std::int64_t>::max()).times(2));
    CHECK_FALSE(Decimal(std::numeric_limits<std::int64_t>::max()).plus(Decimal::from(5, 1)));
}
