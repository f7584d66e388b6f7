// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_builder.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <string>

using namespace tertib;
using Catch::Matchers::Contains;

namespace {

EventStamp at(std::string_view written) {
    return read_event_stamp(written, wib()).value();
}

} // namespace

TEST_CASE("a log gives back the rows that were added, in their order") {
    LogBuilder builder({.place_unit = PlaceUnit::line, .assumed_zone = wita()});
    const LogEvent first{.case_code = builder.case_code("B"),
                         .activity = builder.activity("Menerima"),
                         .resource = builder.resource("ani"),
                         .complete = at("2025-05-05T10:00"),
                         .place = 2};
    const LogEvent second{.case_code = builder.case_code("A"),
                          .activity = builder.activity("Menelaah"),
                          .role = builder.role("Kadis"),
                          .outcome = builder.outcome("Ya"),
                          .start = at("2025-05-05"),
                          .place = 3};
    builder.add(first);
    builder.add(second);
    const EventLog log = std::move(builder).finish();
    CHECK(log.row_count() == 2);
    CHECK(log.row(0) == first);
    CHECK(log.row(1) == second);
    CHECK(log.case_count() == 2);
    CHECK(log.assumed_zone() == wita());
    CHECK(log.place_unit() == PlaceUnit::line);
    REQUIRE(log.chunk_count() == 1);
    const LogChunk chunk = log.chunk(0);
    CHECK(chunk.size() == 2);
    CHECK(chunk.roles[0] == no_code);
    CHECK(chunk.starts[0] == no_instant);
    CHECK(chunk.resources.size() == 2);
}

TEST_CASE("a log without rows has no chunk, and may name cases") {
    LogBuilder builder;
    static_cast<void>(builder.case_code("kosong"));
    const EventLog log = std::move(builder).finish();
    CHECK(log.row_count() == 0);
    CHECK(log.chunk_count() == 0);
    CHECK(log.case_count() == 1);
    CHECK(log.case_index().rows(1).empty());
}

TEST_CASE("further columns keep their type and what has no value") {
    LogBuilder builder;
    const auto add = [&] {
        builder.add({.case_code = builder.case_code("1"), .activity = builder.activity("a")});
    };
    const ColumnIndex cost = builder.column("Biaya", ColumnType::integer);
    const ColumnIndex share = builder.column("Bagian", ColumnType::real);
    const ColumnIndex done = builder.column("Lengkap", ColumnType::boolean);
    const ColumnIndex seen = builder.column("Dilihat", ColumnType::stamp);
    const ColumnIndex note = builder.column("Catatan", ColumnType::text);
    const ColumnIndex region = builder.column("Wilayah", ColumnType::text, ColumnScope::of_case);
    add();
    add();
    builder.set(cost, std::int64_t{-5});
    builder.set(share, 0.1);
    builder.set(done, false);
    builder.set(seen, at("2025-05-05T10:00+08:00"));
    builder.set(note, std::string_view("periksa"));
    builder.set_case(region, 1, std::string_view("Utara"));
    add();
    const EventLog log = std::move(builder).finish();
    REQUIRE(log.columns().size() == 6);
    const auto value = [&](const char* name, std::size_t row) {
        return log.column(name)->value(row);
    };
    CHECK(value("Biaya", 1) == LogValue(std::int64_t{-5}));
    CHECK(value("Bagian", 1) == LogValue(0.1));
    CHECK(value("Lengkap", 1) == LogValue(false));
    CHECK(value("Dilihat", 1) == LogValue(at("2025-05-05T10:00+08:00")));
    CHECK(value("Catatan", 1) == LogValue(std::string_view("periksa")));
    for (const char* const name : {"Biaya", "Bagian", "Lengkap", "Dilihat", "Catatan"}) {
        CHECK(value(name, 0) == LogValue());
        CHECK(value(name, 2) == LogValue());
    }
    CHECK(log.column("Wilayah") == nullptr);
    REQUIRE(log.column("Wilayah", ColumnScope::of_case) != nullptr);
    CHECK(log.column("Wilayah", ColumnScope::of_case)->value(1) ==
          LogValue(std::string_view("Utara")));
}

TEST_CASE("a stamp of a row can be changed until the log is finished") {
    LogBuilder builder;
    builder.add({.case_code = builder.case_code("1"), .complete = at("2025-05-06")});
    builder.add({.case_code = builder.case_code("1")});
    CHECK(builder.complete(0) == at("2025-05-06"));
    CHECK_FALSE(builder.complete(1).known());
    CHECK_FALSE(builder.start(0).known());
    builder.set_complete(0, at("2025-06-05"));
    builder.set_start(1, at("2025-06-04"));
    const EventLog log = std::move(builder).finish();
    CHECK(log.row(0).complete == at("2025-06-05"));
    CHECK(log.row(1).start == at("2025-06-04"));
}

TEST_CASE("limits are named by the error that they make") {
    LogBuilder rows({.limits = {.max_rows = 1}});
    rows.add({.case_code = rows.case_code("1")});
    CHECK_THROWS_WITH(rows.add({.case_code = 1}), Contains("max_rows"));
    LogBuilder columns({.limits = {.max_columns = 1}});
    static_cast<void>(columns.column("a", ColumnType::text));
    CHECK_THROWS_WITH(columns.column("b", ColumnType::text), Contains("max_columns"));
    LogBuilder texts({.limits = {.max_text = 3}});
    CHECK_THROWS_WITH(texts.activity("abcd"), Contains("max_text"));
}

TEST_CASE("codes, rows and values that can't be meant are refused") {
    LogBuilder builder;
    CHECK_THROWS_AS(builder.add({.case_code = 1}), Error);
    const ColumnIndex column = builder.column("a", ColumnType::integer);
    CHECK_THROWS_AS(builder.set(column, std::int64_t{1}), Error); // before the first row
    builder.add({.case_code = builder.case_code("1")});
    CHECK_THROWS_AS(builder.set(column, 1.5), Error);
    CHECK_THROWS_AS(builder.set_case(column, 1, std::int64_t{1}), Error);
    CHECK_THROWS_AS(builder.set(ColumnIndex{7}, std::int64_t{1}), Error);
    CHECK_THROWS_AS(builder.set_start(1, EventStamp{}), Error);
}

TEST_CASE("a log of many chunks takes little more memory than its columns") {
    LogBuilder builder;
    const std::size_t rows = 5 * chunk_rows + 17;
    for (std::size_t row = 0; row < rows; ++row) {
        builder.add({.case_code = builder.case_code("kasus " + std::to_string(row / 8)),
                     .activity = builder.activity(row % 2 == 0 ? "a" : "b"),
                     .place = static_cast<std::uint32_t>(row + 2)});
    }
    const EventLog log = std::move(builder).finish();
    REQUIRE(log.row_count() == rows);
    CHECK(log.case_index().grouped());
    const CaseRows of_last = log.case_index().rows(static_cast<Code>(log.case_count()));
    CHECK(of_last[of_last.size() - 1] == rows - 1);
    CHECK(log.chunk(5).size() == 17);
    CHECK(log.row(5 * chunk_rows).place == 5 * chunk_rows + 2);
}
