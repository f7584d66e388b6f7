// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/log_file.hpp"

#include "catch.hpp"
#include "tertib/log/log_builder.hpp"
#include "tertib/read/xes_log.hpp"

#include <cstdint>
#include <limits>
#include <rapidcheck.h>
#include <string>
#include <vector>

using namespace tertib;

namespace {

std::string xes_of(const EventLog& log) {
    std::string text;
    write_xes(log, [&](std::string_view piece) { text += piece; });
    return text;
}

std::string csv_of(const EventLog& log) {
    std::string text;
    write_csv(log, [&](std::string_view piece) { text += piece; });
    return text;
}

LogReading back(const std::string& text) {
    return read_xes(source_of(text), {.others = OtherTransitions::kept});
}

EventStamp at(std::string_view text) {
    return *read_event_stamp(text, wib());
}

/// A log as XES can hold it, drawn at random: open rows last in their cases.
EventLog random_log() {
    const auto draw = [](int end) { return *rc::gen::inRange(0, end); };
    const std::vector<std::string> words = {"A", "B & C", "\"D\" <é>", "baris\nbaru\ttab", "✓"};
    const auto word = [&] { return words[static_cast<std::size_t>(draw(5))]; };
    LogBuilder builder({.place_unit = PlaceUnit::line});
    const std::vector<ColumnIndex> columns = {builder.column("nilai", ColumnType::real),
                                              builder.column("surat", ColumnType::text),
                                              builder.column("surat\tasal", ColumnType::text),
                                              builder.column("surat\tasal\tn", ColumnType::integer),
                                              builder.column("wadah\tisi", ColumnType::boolean),
                                              builder.column("terbit", ColumnType::stamp)};
    const ColumnIndex cost = builder.column("biaya", ColumnType::integer, ColumnScope::of_case);
    const int cases = 1 + draw(4);
    for (int i = 1; i <= cases; ++i) {
        const Code code = builder.case_code("REG-" + std::to_string(i));
        if (draw(2) == 0) {
            builder.set_case(cost, code, std::int64_t{draw(1'000)} - 500);
        }
        const int rows = draw(6);
        const int open = draw(2);
        for (int j = 0; j < rows + open; ++j) {
            LogEvent event{.case_code = code, .activity = builder.activity(word())};
            event.resource = draw(2) == 0 ? no_code : builder.resource(word());
            event.outcome = draw(3) == 0 ? builder.outcome(word()) : no_code;
            const std::string day = "2025-05-0" + std::to_string(1 + draw(9));
            if (j >= rows || draw(3) == 0) {
                event.start = at(day + "T08:00:00.123456+07:00");
            }
            if (j < rows) {
                event.complete = draw(2) == 0 ? at(day + "+08:00") : at(day + "T09:30+09:00");
            }
            builder.add(event);
            const std::vector<LogValue> values = {
                LogValue(draw(100) / 7.0),
                LogValue(std::string_view("x & y")),
                LogValue(std::string_view("\"")),
                LogValue(std::numeric_limits<std::int64_t>::min()),
                LogValue(draw(2) == 0),
                LogValue(at(day))};
            for (std::size_t k = 0; k < columns.size(); ++k) {
                // What is nested has what it is nested in.
                const bool inner = k == 2 || k == 3;
                if (!inner && draw(2) == 0) {
                    builder.set(columns[k], values[k]);
                    if (k == 1 && draw(2) == 0) {
                        builder.set(columns[2], values[2]);
                        builder.set(columns[3], values[3]);
                    }
                }
            }
        }
    }
    return std::move(builder).finish();
}

} // namespace

TEST_CASE("a log that is written as XES and read back is the same") {
    CHECK(rc::check([] {
        const EventLog log = random_log();
        const std::string text = xes_of(log);
        const LogReading reading = back(text);
        RC_ASSERT(reading.log.row_count() == log.row_count());
        for (std::size_t row = 0; row < log.row_count(); ++row) {
            const LogEvent before = log.row(row);
            const LogEvent after = reading.log.row(row);
            RC_ASSERT(log.activities().text(before.activity) ==
                      reading.log.activities().text(after.activity));
            RC_ASSERT(before.start.instant == after.start.instant);
            RC_ASSERT(before.complete.instant == after.complete.instant);
            RC_ASSERT(before.complete.form.precision() == after.complete.form.precision());
        }
        // The second time nothing at all changes: neither the log nor a byte.
        const LogReading again = back(xes_of(reading.log));
        RC_ASSERT(digest(again.log) == digest(reading.log));
        RC_ASSERT(xes_of(again.log) == xes_of(reading.log));
    }));
}

TEST_CASE("everything that XES says is written again") {
    const std::string text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<log xes.version=\"2.0\" xes.features=\"nested-attributes\">\n"
        "\t<extension name=\"Concept\" prefix=\"concept\" uri=\"concept.xesext\"/>\n"
        "\t<classifier name=\"Kegiatan\" scope=\"event\" keys=\"concept:name\"/>\n"
        "\t<global scope=\"trace\">\n"
        "\t\t<string key=\"concept:name\" value=\"?\"/>\n"
        "\t</global>\n"
        "\t<string key=\"sumber\" value=\"Loket\">\n"
        "\t\t<id key=\"nomor\" value=\"7\"/>\n"
        "\t</string>\n"
        "\t<trace>\n"
        "\t\t<string key=\"concept:name\" value=\"REG-1\"/>\n"
        "\t\t<float key=\"biaya\" value=\"2.5\"/>\n"
        "\t\t<event>\n"
        "\t\t\t<string key=\"concept:name\" value=\"A &amp; B\"/>\n"
        "\t\t\t<string key=\"org:resource\" value=\"P1\"/>\n"
        "\t\t\t<date key=\"time:timestamp\" value=\"2025-05-05T08:00:00+07:00\"/>\n"
        "\t\t\t<string key=\"lifecycle:transition\" value=\"start\"/>\n"
        "\t\t</event>\n"
        "\t\t<event>\n"
        "\t\t\t<string key=\"concept:name\" value=\"A &amp; B\"/>\n"
        "\t\t\t<string key=\"org:resource\" value=\"P2\"/>\n"
        "\t\t\t<date key=\"time:timestamp\" value=\"2025-05-05T09:00:00.25+07:00\"/>\n"
        "\t\t\t<string key=\"lifecycle:transition\" value=\"complete\"/>\n"
        "\t\t\t<list key=\"lampiran\">\n"
        "\t\t\t\t<values>\n"
        "\t\t\t\t\t<string key=\"file\" value=\"a\"/>\n"
        "\t\t\t\t\t<string key=\"file\" value=\"b\"/>\n"
        "\t\t\t\t</values>\n"
        "\t\t\t</list>\n"
        "\t\t\t<id key=\"nomor\" value=\"x\"/>\n"
        "\t\t</event>\n"
        "\t</trace>\n"
        "</log>\n";
    CHECK(xes_of(back(text).log) == text);
}

TEST_CASE("characters that XML can't have become U+FFFD") {
    LogBuilder builder;
    builder.add({.case_code = builder.case_code("1"), .activity = builder.activity("A\x01")});
    const EventLog log = std::move(builder).finish();
    CHECK(xes_of(log).find("A\xEF\xBF\xBD") != std::string::npos);
}

TEST_CASE("CSV has a column for each thing that the log holds") {
    LogBuilder builder;
    const ColumnIndex note = builder.column("Catatan", ColumnType::text);
    const ColumnIndex cost = builder.column("biaya", ColumnType::integer, ColumnScope::of_case);
    const Code code = builder.case_code("REG-1");
    builder.set_case(cost, code, std::int64_t{25'000});
    builder.add({.case_code = code,
                 .activity = builder.activity("Menelaah, lalu \"paraf\""),
                 .complete = at("2025-05-05T10:00:00+07:00")});
    builder.set(note, std::string_view("=1+1"));
    builder.add({.case_code = code, .activity = builder.activity("A"), .start = at("2025-05-06")});
    const EventLog log = std::move(builder).finish();
    CHECK(csv_of(log) ==
          "case:concept:name,concept:name,start_timestamp,time:timestamp,Catatan,case:biaya\r\n"
          "REG-1,\"Menelaah, lalu \"\"paraf\"\"\",,2025-05-05T10:00:00+07:00,\"=1+1\",25000\r\n"
          "REG-1,A,2025-05-06+07:00,,,25000\r\n");
}
