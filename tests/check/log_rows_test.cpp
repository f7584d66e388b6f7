// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "check/log_rows.hpp"

#include "catch.hpp"
#include "log/tiny_log.hpp"

using namespace tertib;

namespace {

Instant at(std::string_view text) {
    return read_stamp(text, wib()).value().earliest;
}

/// A log of one case, and a column of it that says something of a document.
EventLog with_documents(const std::vector<std::string_view>& cells) {
    LogBuilder builder;
    const ColumnIndex column = builder.column("Berkas", ColumnType::text);
    for (const std::string_view cell : cells) {
        builder.add({.case_code = builder.case_code("A"), .activity = builder.activity("1")});
        if (!cell.empty()) {
            builder.set(column, cell);
        }
    }
    return std::move(builder).finish();
}

} // namespace

TEST_CASE("rows of a log become those that cases are judged by") {
    const EventLog log = tiny_log({{"A", "1", "2025-05-05T10:00", "Ani", "2025-05-05", "Tim"}});
    LogRows::Room room;
    const CheckCase given = LogRows(log, {}, {}, std::nullopt).of(1, room);
    REQUIRE(given.rows.size() == 1);
    const CheckRow& row = given.rows[0];
    CHECK(row.complete.first == at("2025-05-05T10:00").time_since_epoch().count());
    CHECK(row.complete.exact());
    CHECK(row.start.first == at("2025-05-05").time_since_epoch().count());
    CHECK(row.start.last - row.start.first == 86'399'999'999);
    CHECK(row.person == 1);
    CHECK(row.post == 1);
    CHECK(row.doubt == RowDoubt::none);
    CHECK(given.documents.empty());
}

TEST_CASE("bulk entry makes the times of a case doubtful, a shared account its persons") {
    const EventLog log =
        tiny_log({{"A", "1", "2025-05-05T10:00", "Ani"}, {"B", "1", "2025-05-05T10:00", "admin"}});
    const LogQuality quality{.bulk_cases = {2}, .shared_accounts = {2}};
    const LogRows rows(log, {}, quality, std::nullopt);
    LogRows::Room room;
    CHECK(rows.of(1, room).rows[0].doubt == RowDoubt::none);
    CHECK(rows.of(2, room).rows[0].doubt == RowDoubt::both);
}

TEST_CASE("waiting stops the clock until the case resumes, or until now") {
    const EventLog log = tiny_log({{"A", "1", "2025-05-05T10:00"},
                                   {"A", "Menunggu", "2025-05-05T11:00"},
                                   {"A", "Lanjut", "2025-05-06T11:00"},
                                   {"A", "menunggu", "2025-05-07T11:00"}});
    LogMap map;
    map.wait = {"Menunggu"};
    map.resume = {"Lanjut"};
    LogRows::Room room;
    const CheckCase given = LogRows(log, map, {}, at("2025-05-08T09:00")).of(1, room);
    CHECK(given.rows.size() == 1);
    REQUIRE(given.stops.size() == 2);
    CHECK(given.stops[0] == ClockStop{at("2025-05-05T11:00"), at("2025-05-06T11:00")});
    CHECK(given.stops[1] == ClockStop{at("2025-05-07T11:00"), at("2025-05-08T09:00")});
    CHECK(given.rows[0].doubt == RowDoubt::none);
}

TEST_CASE("a wait of which only the day is known leaves the times in doubt") {
    const EventLog log =
        tiny_log({{"A", "1", "2025-05-05T10:00"}, {"A", "Menunggu", "2025-05-05"}});
    LogMap map;
    map.wait = {"Menunggu"};
    LogRows::Room room;
    CHECK(LogRows(log, map, {}, std::nullopt).of(1, room).rows[0].doubt == RowDoubt::time);
}

TEST_CASE("a document's cell means that it was there unless it is empty or says no") {
    const EventLog log = with_documents({"ada", "", "Tidak ada", "BA 7/2025", "-"});
    LogMap map;
    map.kelengkapan = {{.document = "Berkas", .column = "Berkas"},
                       {.document = "Surat", .column = "Surat"}};
    const LogRows rows(log, map, {}, std::nullopt);
    CHECK(rows.bit_of("Berkas") == 0);
    CHECK_FALSE(rows.bit_of("Surat"));
    LogRows::Room room;
    const CheckCase given = rows.of(1, room);
    REQUIRE(given.documents.size() == 5);
    CHECK(given.documents[0] == DocumentCells{.known = 1, .there = 1});
    CHECK(given.documents[1] == DocumentCells{});
    CHECK(given.documents[2] == DocumentCells{.known = 1, .there = 0});
    CHECK(given.documents[3] == DocumentCells{.known = 1, .there = 1});
    CHECK(given.documents[4] == DocumentCells{.known = 1, .there = 0});
}
