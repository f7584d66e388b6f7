// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/write/log_file.hpp"

#include "catch.hpp"
#include "tertib/log/log_builder.hpp"
#include "tertib/read/csv_log.hpp"
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

/// A stamp of any precision, in any of three zones.
EventStamp random_stamp() {
    const auto draw = [](int end) { return *rc::gen::inRange(0, end); };
    const std::vector<std::string> clocks = {
        "", "T08", "T09:30", "T09:30:15", "T23:59:59.123456", "T00:00:00", "T00:00", "T00"};
    const std::vector<std::string> zones = {"+07:00", "+09:00", "Z"};
    return at("2025-05-0" + std::to_string(1 + draw(9)) +
              clocks[static_cast<std::size_t>(draw(8))] + zones[static_cast<std::size_t>(draw(3))]);
}

/// A log as XES can hold it, drawn at random: open rows last in their cases, no column without a
/// value.
EventLog random_log() {
    const auto draw = [](int end) { return *rc::gen::inRange(0, end); };
    const std::vector<std::string> words = {"A", "B & C", "\"D\" <é>", "baris\nbaru\ttab", "✓"};
    const auto word = [&] { return words[static_cast<std::size_t>(draw(5))]; };
    LogBuilder builder({.place_unit = PlaceUnit::line});
    const auto set = [&](std::string_view name, ColumnType type, const LogValue& value) {
        builder.set(builder.column(name, type), value);
    };
    const int cases = 1 + draw(4);
    for (int i = 1; i <= cases; ++i) {
        const Code code = builder.case_code("REG-" + std::to_string(i));
        if (draw(2) == 0) {
            builder.set_case(builder.column("biaya", ColumnType::integer, ColumnScope::of_case),
                             code, std::int64_t{draw(1'000)} - 500);
        }
        const int rows = draw(6);
        const int open = draw(2);
        for (int j = 0; j < rows + open; ++j) {
            LogEvent event{.case_code = code, .activity = builder.activity(word())};
            event.resource = draw(2) == 0 ? no_code : builder.resource(word());
            event.role = draw(2) == 0 ? no_code : builder.role(word());
            event.outcome = draw(3) == 0 ? builder.outcome(word()) : no_code;
            if (j >= rows || draw(3) == 0) {
                event.start = random_stamp();
            }
            if (j < rows && (event.start.known() || draw(5) > 0)) {
                event.complete = random_stamp();
            }
            builder.add(event);
            if (draw(2) == 0) {
                set("nilai", ColumnType::real, draw(100) / 7.0);
                set("terbit", ColumnType::stamp, random_stamp());
            }
            if (draw(2) == 0) {
                set("wadah\tisi", ColumnType::boolean, draw(2) == 0);
                set("surat", ColumnType::text, std::string_view("x & y"));
                if (draw(2) == 0) { // What is nested has what it is nested in.
                    set("surat\tasal", ColumnType::text, std::string_view("\""));
                    set("surat\tasal\tn", ColumnType::integer,
                        std::numeric_limits<std::int64_t>::min());
                }
            }
        }
    }
    return std::move(builder).finish();
}

/// A log as CSV can hold it: rows in any order, every case with one, texts alone beside the stamps.
EventLog random_table() {
    const auto draw = [](int end) { return *rc::gen::inRange(0, end); };
    const std::vector<std::string> words = {"A",    "B; C, D",  "\"D\" é", "baris\r\nbaru\ttab",
                                            "=1+1", "Kegiatan", "✓",       "05/06/2025"};
    const auto word = [&] { return words[static_cast<std::size_t>(draw(8))]; };
    LogBuilder builder({.place_unit = PlaceUnit::line});
    const int rows = 1 + draw(8);
    for (int j = 0; j < rows; ++j) {
        LogEvent event{.case_code = builder.case_code("REG-" + std::to_string(draw(3))),
                       .activity = builder.activity(word())};
        event.resource = draw(2) == 0 ? no_code : builder.resource(word());
        event.role = draw(2) == 0 ? no_code : builder.role(word());
        event.outcome = draw(3) == 0 ? builder.outcome(word()) : no_code;
        event.start = draw(3) == 0 ? random_stamp() : EventStamp{};
        event.complete = draw(5) == 0 ? EventStamp{} : random_stamp();
        builder.add(event);
        if (draw(2) == 0) {
            builder.set(builder.column("surat, nomor", ColumnType::text), std::string_view(" a "));
            builder.set(builder.column("Tanggal Terima", ColumnType::text),
                        std::string_view("2025-05-05"));
        }
    }
    return std::move(builder).finish();
}

} // namespace

TEST_CASE("a log that is written as XES and read back is the same") {
    CHECK(rc::check([] {
        const EventLog log = random_log();
        const LogReading reading = back(xes_of(log));
        RC_ASSERT(reading.log.row_count() == log.row_count());
        for (std::size_t row = 0; row < log.row_count(); ++row) {
            const LogEvent before = log.row(row);
            const LogEvent after = reading.log.row(row);
            RC_ASSERT(log.activities().text(before.activity) ==
                      reading.log.activities().text(after.activity));
            RC_ASSERT(text(before.start, wib()) == text(after.start, wib()));
            RC_ASSERT(text(before.complete, wib()) == text(after.complete, wib()));
        }
        RC_ASSERT(digest(reading.log) == digest(log));
        RC_ASSERT(xes_of(reading.log) == xes_of(log));
    }));
}

TEST_CASE("a log of texts and stamps that is written as CSV and read back is the same") {
    CHECK(rc::check([] {
        const EventLog log = random_table();
        const std::string text = csv_of(log);
        const LogReading reading = read_csv_log(source_of(text));
        RC_ASSERT(reading.log.row_count() == log.row_count());
        RC_ASSERT(digest(reading.log) == digest(log));
        RC_ASSERT(csv_of(reading.log) == text);
    }));
}

TEST_CASE("the defaults of a log in XES stay what they are") {
    const std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<log xes.version=\"1849.2016\" xes.features=\"nested-attributes\">\n"
                             "\t<global scope=\"trace\">\n"
                             "\t\t<string key=\"concept:name\" value=\"?\"/>\n"
                             "\t</global>\n"
                             "\t<global scope=\"event\">\n"
                             "\t\t<string key=\"concept:name\" value=\"?\"/>\n"
                             "\t\t<date key=\"time:timestamp\" value=\"2025-05-05+07:00\"/>\n"
                             "\t\t<int key=\"biaya\" value=\"0\"/>\n"
                             "\t\t<float key=\"nilai\" value=\"0.5\"/>\n"
                             "\t\t<boolean key=\"lengkap\" value=\"false\"/>\n"
                             "\t</global>\n"
                             "\t<trace>\n"
                             "\t\t<string key=\"concept:name\" value=\"REG-1\"/>\n"
                             "\t\t<event>\n"
                             "\t\t\t<string key=\"concept:name\" value=\"A\"/>\n"
                             "\t\t\t<date key=\"time:timestamp\" value=\"2025-05-05T08+07:00\"/>\n"
                             "\t\t\t<string key=\"lifecycle:transition\" value=\"complete\"/>\n"
                             "\t\t</event>\n"
                             "\t</trace>\n"
                             "</log>\n";
    const EventLog log = back(text).log;
    CHECK(log.attributes().size() == 6);
    CHECK(xes_of(log) == text);
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
