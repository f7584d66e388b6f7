// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/csv_records.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <string>
#include <vector>

using namespace tertib;
using Catch::Matchers::Contains;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(CsvRecords& records) {
    Rows rows;
    while (records.next()) {
        rows.emplace_back(records.cells().begin(), records.cells().end());
    }
    return rows;
}

Rows rows_of(std::string_view text, CsvForm form = {}, CsvLimits limits = {}) {
    CsvRecords records(source_of(text), std::move(form), limits);
    return rows_of(records);
}

/// A source that gives a few bytes at a time.
ByteSource trickle(std::string_view text, std::size_t step) {
    return [text, step](std::span<char> room) mutable {
        const std::size_t count = std::min({step, room.size(), text.size()});
        std::ranges::copy(text.substr(0, count), room.begin());
        text.remove_prefix(count);
        return count;
    };
}

std::string quoted(const std::string& cell) {
    std::string text = "\"";
    for (const char c : cell) {
        text += std::string(c == '"' ? 2 : 1, c);
    }
    return text + "\"";
}

} // namespace

TEST_CASE("cells lie between delimiters, rows between line ends of either kind") {
    CHECK(rows_of("a,b\r\nc,\n,d") == Rows{{"a", "b"}, {"c", ""}, {"", "d"}});
    CHECK(rows_of("a;b\n", {.delimiter = ';'}) == Rows{{"a", "b"}});
    CHECK(rows_of("a\rb\r", {.line_end = '\r'}) == Rows{{"a"}, {"b"}});
    CHECK(rows_of("a,b,") == Rows{{"a", "b", ""}});
    CHECK(rows_of("a\n\nb\n") == Rows{{"a"}, {""}, {"b"}});
    CHECK(rows_of("").empty());
    CHECK(rows_of("\n") == Rows{{""}});
}

TEST_CASE("quoted cells may hold delimiters, line ends and doubled quotes") {
    CHECK(rows_of("\"a,b\",\"c\nd\",\"e\"\"f\"\r\n\"\",\"\"\"\"\n") ==
          Rows{{"a,b", "c\nd", "e\"f"}, {"", "\""}});
    CHECK(rows_of("\"a\"") == Rows{{"a"}});
    CHECK(rows_of("\"a\"\"\"") == Rows{{"a\""}});
}

TEST_CASE("a quote inside a cell that doesn't begin with one is a character") {
    CHECK(rows_of("5\" pipa,a\"b\"\n") == Rows{{"5\" pipa", "a\"b\""}});
}

TEST_CASE("a quoted cell that goes on behind its quote is taken as it stands, and counted") {
    CsvRecords records(source_of("x\n\"a\"b,c\n"), {});
    CHECK(rows_of(records) == Rows{{"x"}, {"\"a\"b", "c"}});
    CHECK(records.stray_quotes() == 1);
    CHECK(records.stray_line() == 2);
}

TEST_CASE("each record knows the line on which it begins") {
    CsvRecords records(source_of("a\n\"b\nb\"\r\nc\n"), {});
    std::vector<std::uint64_t> lines;
    while (records.next()) {
        lines.push_back(records.line());
    }
    CHECK(lines == std::vector<std::uint64_t>{1, 2, 4});
}

TEST_CASE("a quote that is never closed is an error at its line and column") {
    CHECK_THROWS_WITH(rows_of("a,b\nc,\"d\n"), Contains("line 2, column 3"));
    try {
        static_cast<void>(rows_of("a\n\"b\nc\",\"d", {.file = "log.csv"}));
        FAIL("an open quote was taken");
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::format);
        CHECK(error.position() == Position{"log.csv", 3, 4});
    }
}

TEST_CASE("bytes before the table are passed over") {
    CHECK(rows_of("\xEF\xBB\xBFon,b\n", {.skip = 3}) == Rows{{"on", "b"}});
}

TEST_CASE("limits are named") {
    const std::string many(1'000, ',');
    CHECK_THROWS_WITH(rows_of(many, {}, {.max_columns = 10}), Contains("max_columns"));
    const std::string long_cell = "\"" + std::string(3 << 20, 'a');
    CHECK_THROWS_WITH(rows_of(long_cell, {}, {.max_record = 1 << 20}), Contains("max_record"));
}

TEST_CASE("a record longer than the window is whole") {
    const std::string cell(5 << 20, 'x');
    const Rows rows = rows_of("a," + cell + "\nb,\"" + cell + "\"\"\"\n");
    REQUIRE(rows.size() == 2);
    CHECK(rows[0][1] == cell);
    CHECK(rows[1][1] == cell + "\"");
}

TEST_CASE("what was written is read again, however the bytes come") {
    rc::check("rows written and read", [] {
        const auto cell = rc::gen::container<std::string>(
            rc::gen::elementOf(std::string("ab,\";\n\r \xC3\xA9\t1234567890-:T")));
        const auto rows = *rc::gen::nonEmpty(rc::gen::container<Rows>(
            rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(cell))));
        std::string text;
        for (const std::vector<std::string>& row : rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                const bool plain = row[i].find_first_of("\",\n\r") == std::string::npos;
                text += (i == 0 ? "" : ",") + (plain ? row[i] : quoted(row[i]));
            }
            text += "\n";
        }
        const auto step = *rc::gen::inRange<std::size_t>(1, 40);
        RC_ASSERT(rows_of(text) == rows);
        CsvRecords records(trickle(text, step), {});
        RC_ASSERT(rows_of(records) == rows);
    });
}
