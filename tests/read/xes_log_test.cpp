// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/xes_log.hpp"

#include "read/throws.hpp"
#include "read/xes_sample.hpp"

#include <string>
#include <variant>

using namespace tertib;

namespace {

std::string activity_of(const EventLog& log, std::size_t row) {
    return std::string(log.activities().text(log.row(row).activity));
}

EventStamp at(std::string_view clock) {
    return *read_event_stamp("2025-05-05T" + std::string(clock) + ":00+07:00", wib());
}

LogValue value(const EventLog& log, std::string_view column, std::size_t index,
               ColumnScope scope = ColumnScope::event) {
    const ExtraColumn* found = log.column(column, scope);
    return found == nullptr ? LogValue{} : found->value(index);
}

Error refusal(const std::string& text, const XesOptions& options = {}) {
    return error_of([&] { static_cast<void>(read_text(text, options)); });
}

} // namespace

TEST_CASE("traces become cases and completed events rows") {
    const LogReading reading = read_text(
        xes_of(xes_trace("REG-1", xes_event("Menerima", "complete", "08:00",
                                            "<string key=\"org:resource\" value=\"Petugas 1\"/>"
                                            "<string key=\"org:role\" value=\"Loket\"/>") +
                                      xes_event("Menelaah", "complete", "09:00")) +
               xes_trace("REG-2", xes_event("Menerima", "complete", "10:00"))));
    const EventLog& log = reading.log;
    CHECK(reading.findings.empty());
    REQUIRE(log.row_count() == 3);
    CHECK(log.case_count() == 2);
    CHECK(activity_of(log, 1) == "Menelaah");
    const LogEvent first = log.row(0);
    CHECK(log.cases().text(first.case_code) == "REG-1");
    CHECK(log.resources().text(first.resource) == "Petugas 1");
    CHECK(log.roles().text(first.role) == "Loket");
    CHECK(first.complete == at("08:00"));
    CHECK_FALSE(first.start.known());
    CHECK(first.place == 4);
    CHECK(log.place_unit() == PlaceUnit::line);
    CHECK(log.case_index().grouped());
}

TEST_CASE("a start and its complete are one row, at the place of the complete") {
    const LogReading reading = read_text(xes_of(xes_trace(
        "REG-1", xes_event("A", "start", "08:00") + xes_event("B", "START", "08:10") +
                     xes_event("B", "Complete", "08:20") + xes_event("A", "complete", "08:30") +
                     xes_event("A", "complete", "08:40"))));
    const EventLog& log = reading.log;
    REQUIRE(log.row_count() == 3);
    CHECK(activity_of(log, 0) == "B");
    CHECK(log.row(0).start == at("08:10"));
    CHECK(log.row(1).start == at("08:00"));
    CHECK(log.row(1).complete == at("08:30"));
    CHECK_FALSE(log.row(2).start.known());
    CHECK(log.row(2).complete == at("08:40"));
}

TEST_CASE("starts of one activity are told apart by their instance") {
    const auto instance = [](std::string_view name) {
        return "<string key=\"concept:instance\" value=\"" + std::string(name) + "\"/>";
    };
    const LogReading reading = read_text(
        xes_of(xes_trace("REG-1", xes_event("A", "start", "08:00", instance("1")) +
                                      xes_event("A", "start", "08:10", instance("2")) +
                                      xes_event("A", "complete", "08:20", instance("2")) +
                                      xes_event("A", "complete", "08:30", instance("1")))));
    REQUIRE(reading.log.row_count() == 2);
    CHECK(reading.log.row(0).start == at("08:10"));
    CHECK(reading.log.row(1).start == at("08:00"));
}

TEST_CASE("a start that isn't completed is an open row at the end of its case, and told") {
    const LogReading reading = read_text(xes_of(
        xes_trace("REG-1", xes_event("A", "start", "08:00") + xes_event("B", "complete", "09:00")) +
        xes_trace("REG-2", xes_event("A", "complete", "10:00"))));
    const EventLog& log = reading.log;
    REQUIRE(log.row_count() == 3);
    CHECK(activity_of(log, 1) == "A");
    CHECK(log.row(1).start == at("08:00"));
    CHECK_FALSE(log.row(1).complete.known());
    CHECK_FALSE(log.row(2).start.known()); // a start never pairs with another case's complete
    CHECK(said(finding_of(reading, "XES-START-OPEN"), "count") == "1");
}

TEST_CASE("what a start says otherwise than its complete is kept as its own") {
    const LogReading reading = read_text(xes_of(xes_trace(
        "REG-1", xes_event("A", "start", "08:00",
                           "<string key=\"org:resource\" value=\"P1\"/><int key=\"n\" value=\"1\"/>"
                           "<int key=\"only\" value=\"7\"/>") +
                     xes_event("A", "complete", "09:00",
                               "<string key=\"org:resource\" value=\"P2\"/>"
                               "<int key=\"n\" value=\"2\"/>"))));
    const EventLog& log = reading.log;
    REQUIRE(log.row_count() == 1);
    CHECK(log.resources().text(log.row(0).resource) == "P2");
    CHECK(value(log, "\tstart\torg:resource", 0) == LogValue(std::string_view("P1")));
    CHECK(value(log, "n", 0) == LogValue(std::int64_t{2}));
    CHECK(value(log, "\tstart\tn", 0) == LogValue(std::int64_t{1}));
    CHECK(value(log, "only", 0) == LogValue(std::int64_t{7}));
}

TEST_CASE("other transitions are set aside and told, or kept on request") {
    const std::string text = xes_of(xes_trace("REG-1", xes_event("A", "schedule", "07:00") +
                                                           xes_event("A", "suspend", "07:30") +
                                                           xes_event("A", "aneh", "08:00")));
    const LogReading aside = read_text(text);
    CHECK(aside.log.row_count() == 1);
    CHECK(said(finding_of(aside, "XES-TRANSITION-ASIDE"), "key") == "schedule");
    CHECK(said(finding_of(aside, "XES-TRANSITION-UNKNOWN"), "key") == "aneh");
    CHECK(value(aside.log, "lifecycle:transition", 0) == LogValue(std::string_view("aneh")));
    const LogReading kept = read_text(text, {.others = OtherTransitions::kept});
    CHECK(kept.log.row_count() == 3);
    CHECK(value(kept.log, "lifecycle:transition", 1) == LogValue(std::string_view("suspend")));
}

TEST_CASE("further attributes are columns of their type, nested ones by their path") {
    const LogReading reading = read_text(xes_of(xes_trace(
        "REG-1",
        "<int key=\"biaya\" value=\"25000\"/>" +
            xes_event(
                "A", "complete", "08:00",
                "<boolean key=\"lengkap\" value=\"true\"/><float key=\"nilai\" value=\"4.5\"/>"
                "<id key=\"nomor\" value=\"x1\"/><date key=\"terbit\" value=\"2025-05-06\"/>"
                "<string key=\"surat\" value=\"S-1\"><string key=\"asal\" value=\"Dinas\"/>"
                "</string><list key=\"lampiran\"><values><string key=\"file\" value=\"a\"/>"
                "<string key=\"file\" value=\"b\"/></values></list>"))));
    const EventLog& log = reading.log;
    CHECK(reading.findings.empty());
    CHECK(value(log, "biaya", 1, ColumnScope::of_case) == LogValue(std::int64_t{25'000}));
    CHECK(value(log, "lengkap", 0) == LogValue(true));
    CHECK(value(log, "nilai", 0) == LogValue(4.5));
    CHECK(value(log, "nomor", 0) == LogValue(std::string_view("x1")));
    CHECK(value(log, "terbit", 0) == LogValue(*read_event_stamp("2025-05-06", wib())));
    CHECK(value(log, "surat\tasal", 0) == LogValue(std::string_view("Dinas")));
    CHECK(value(log, "lampiran\t\t2\tfile", 0) == LogValue(std::string_view("b")));
}

TEST_CASE("extensions, globals, classifiers and values of the log are its attributes") {
    const LogReading reading =
        read_text(xes_of("<string key=\"creator\" value=\"x\"/>"
                         "<extension name=\"Concept\" prefix=\"concept\" uri=\"concept.xesext\"/>"
                         "<classifier name=\"Kegiatan\" keys=\"concept:name\"/>"
                         "<global scope=\"event\"><string key=\"concept:name\" value=\"?\"/>"
                         "<int key=\"n\" value=\"0\"/></global>" +
                         xes_trace("REG-1", xes_event("A", "complete", "08:00"))));
    const auto attributes = reading.log.attributes();
    REQUIRE(attributes.size() == 6);
    CHECK(attributes[1] == LogAttribute{"xes:extension", "Concept\tconcept\tconcept.xesext"});
    CHECK(attributes[2] == LogAttribute{"xes:classifier", "Kegiatan\t\tconcept:name"});
    CHECK(attributes[4] == LogAttribute{"xes:global:event\tn", std::int64_t{0}});
    CHECK(attributes[5] == LogAttribute{"creator", "x"});
    // A default isn't taken for a value.
    CHECK(reading.log.column("n") == nullptr);
    CHECK(said(finding_of(reading, "XES-GLOBAL-EVENT"), "key") == "n");
}

TEST_CASE("what is missing or odd is told with its number and first line") {
    const LogReading reading =
        read_text(xes_of("<trace>\n<event><date key=\"time:timestamp\" value=\"kemarin\"/>"
                         "<int key=\"n\" value=\"banyak\"/><string key=\"k\" value=\"\"/>"
                         "<string key=\"d\" value=\"1\"/><string key=\"d\" value=\"2\"/></event>\n"
                         "<aneh><event/></aneh></trace>\n" +
                         xes_trace("trace-1", xes_event("A", "complete", "08:00"))));
    const EventLog& log = reading.log;
    REQUIRE(log.row_count() == 2);
    CHECK(log.case_count() == 1);
    CHECK(said(finding_of(reading, "XES-CASE-NAMELESS"), "text") == "trace-1");
    CHECK(said(finding_of(reading, "XES-CASE-REPEATED"), "count") == "1");
    CHECK(said(finding_of(reading, "XES-ACTIVITY-MISSING"), "line") == "4");
    CHECK(said(finding_of(reading, "XES-TIME-MISSING"), "count") == "1");
    CHECK(said(finding_of(reading, "XES-DATE"), "text") == "kemarin");
    CHECK(said(finding_of(reading, "XES-VALUE"), "key") == "n");
    CHECK(said(finding_of(reading, "XES-EMPTY"), "key") == "k");
    CHECK(said(finding_of(reading, "XES-KEY-REPEATED"), "key") == "d");
    CHECK(said(finding_of(reading, "XES-ELEMENT"), "key") == "aneh");
    CHECK(value(log, "time:timestamp", 0) == LogValue(std::string_view("kemarin")));
    CHECK(value(log, "n", 0) == LogValue(std::string_view("banyak")));
}

TEST_CASE("a trace without events is a case, an event without a trace a row without a case") {
    const LogReading reading =
        read_text(xes_of(xes_event("A", "complete", "08:00") + xes_trace("REG-1", "")));
    CHECK(reading.log.case_count() == 1);
    REQUIRE(reading.log.row_count() == 1);
    CHECK(reading.log.row(0).case_code == no_code);
    CHECK(said(finding_of(reading, "XES-EVENT-LOOSE"), "count") == "1");
}

TEST_CASE("another root, a DTD and passed limits are refused") {
    CHECK(says(refusal("<pnml/>"), "<log>"));
    CHECK(refusal("<!DOCTYPE log><log/>").code() == ErrorCode::limit);
    const std::string two = xes_of(
        xes_trace("R", xes_event("A", "complete", "08:00") + xes_event("B", "complete", "08:00")));
    CHECK(says(refusal(two, {.limits = {.max_rows = 1}}), "max_rows"));
    CHECK(says(refusal(two, {.max_depth = 2}), "max_depth"));
    CHECK(says(refusal(two, {.max_tag = 30}), "max_tag"));
    std::string nested = "<string key=\"a\" value=\"b\">";
    for (int i = 0; i < 6; ++i) {
        nested += nested;
    }
    CHECK(says(refusal("<log>" + nested, {.limits = {.max_text = 40}}), "max_text"));
}
