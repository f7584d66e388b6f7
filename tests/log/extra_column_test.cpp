// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/extra_column.hpp"

#include "catch.hpp"
#include "tertib/log/log_builder.hpp"

#include <cstdint>
#include <limits>

using namespace tertib;

TEST_CASE("a value set to none is none again") {
    LogBuilder builder;
    const ColumnIndex count = builder.column("Jumlah", ColumnType::integer);
    builder.add({.case_code = builder.case_code("1")});
    builder.set(count, std::int64_t{7});
    builder.set(count, LogValue{});
    const EventLog log = std::move(builder).finish();
    CHECK_FALSE(log.column("Jumlah")->has(0));
    CHECK(log.column("Jumlah")->value(0) == LogValue{});
}

TEST_CASE("the extremes of each type are kept") {
    LogBuilder builder;
    const ColumnIndex whole = builder.column("a", ColumnType::integer);
    const ColumnIndex real = builder.column("b", ColumnType::real);
    const ColumnIndex truth = builder.column("c", ColumnType::boolean);
    builder.add({.case_code = builder.case_code("1")});
    builder.set(whole, std::numeric_limits<std::int64_t>::min());
    builder.set(real, -std::numeric_limits<double>::infinity());
    builder.set(truth, true);
    const EventLog log = std::move(builder).finish();
    CHECK(log.column("a")->value(0) == LogValue(std::numeric_limits<std::int64_t>::min()));
    CHECK(log.column("b")->value(0) == LogValue(-std::numeric_limits<double>::infinity()));
    CHECK(log.column("c")->value(0) == LogValue(true));
    CHECK(log.column("c")->codes()[0] == 2);
}

TEST_CASE("one name may head columns of several types and scopes") {
    LogBuilder builder;
    const ColumnIndex text = builder.column("Nilai", ColumnType::text);
    const ColumnIndex number = builder.column("Nilai", ColumnType::integer);
    const ColumnIndex of_case = builder.column("Nilai", ColumnType::text, ColumnScope::of_case);
    CHECK(text != number);
    CHECK(text != of_case);
    CHECK(builder.column("Nilai", ColumnType::integer) == number);
    const EventLog log = std::move(builder).finish();
    CHECK(log.columns().size() == 3);
    CHECK(log.column("Nilai")->type() == ColumnType::text);
    CHECK(name(log.columns()[1].type()) == "integer");
}
