// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/read/csv_log.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

#include <algorithm>
#include <string>

using namespace tertib;
using Catch::Matchers::Contains;

namespace {

LogReading read(std::string_view text, const CsvLogOptions& options = {}) {
    return read_csv_log(source_of(text), options);
}

std::string shown(const EventLog& log, std::size_t row) {
    const LogEvent event = log.row(row);
    const Zone zone = log.assumed_zone();
    std::string line = std::string(log.cases().text(event.case_code)) + "|" +
                       std::string(log.activities().text(event.activity)) + "|" +
                       std::string(log.resources().text(event.resource)) + "|" +
                       text(event.start, zone) + "|" + text(event.complete, zone);
    return line;
}

std::string code_list(const std::vector<Finding>& findings) {
    std::string codes;
    for (const Finding& finding : findings) {
        codes += (codes.empty() ? "" : " ") + finding.code;
    }
    return codes;
}

std::string text_at(const EventLog& log, const char* column, std::size_t row) {
    const ExtraColumn* const found = log.column(column);
    if (found == nullptr) {
        return "no column";
    }
    const LogValue value = found->value(row);
    const auto* const text = std::get_if<std::string_view>(&value);
    return text == nullptr ? "-" : std::string(*text);
}

} // namespace

TEST_CASE("a table of an office is read by its titles") {
    const LogReading reading =
        read("No. Registrasi;Tahapan;Petugas;Jabatan;Tgl Mulai;Tgl Selesai;Biaya\r\n"
             "R-1;Menerima berkas;ani;Loket;05/05/2025 08.00;05/05/2025 "
             "08.15;\r\n"
             "R-1;Menelaah;Plh. budi;Kabid;13/05/2025;2025-05-14;25.000\r\n");
    const EventLog& log = reading.log;
    REQUIRE(log.row_count() == 2);
    CHECK(shown(log, 0) == "R-1|Menerima berkas|ani|2025-05-05T08:00+07:00|2025-05-05T08:15+07:00");
    CHECK(shown(log, 1) == "R-1|Menelaah|Plh. budi|2025-05-13|2025-05-14");
    CHECK(log.roles().text(log.row(1).role) == "Kabid");
    CHECK(log.row(0).place == 2);
    CHECK(log.row(1).place == 3);
    CHECK(log.place_unit() == PlaceUnit::line);
    CHECK(text_at(log, "Biaya", 0) == "-");
    CHECK(text_at(log, "Biaya", 1) == "25.000");
    CHECK(reading.findings.empty());
}

TEST_CASE("a table with the names of XES is read, a start as a start") {
    const LogReading reading = read("case:concept:name,concept:name,time:timestamp,org:resource,"
                                    "lifecycle:transition\n"
                                    "1,a,2025-05-05T10:00:00.123+07:00,x,start\n"
                                    "1,a,2025-05-05T11:00:00+00:00,x,complete\n");
    CHECK(shown(reading.log, 0) == "1|a|x|2025-05-05T10:00:00.123+07:00|");
    CHECK(shown(reading.log, 1) == "1|a|x||2025-05-05T11:00:00+00:00");
    CHECK(text_at(reading.log, "lifecycle:transition", 1) == "complete");
}

TEST_CASE("every delimiter, byte order mark and line end is found out") {
    for (const std::string delimiter : {",", ";", "\t", "|"}) {
        const auto line = [&](const std::string& a, const std::string& b, const std::string& c) {
            return a + delimiter + b + delimiter + c;
        };
        for (const std::string end : {"\n", "\r\n", "\r"}) {
            INFO(delimiter << " " << end.size());
            const std::string table = "\xEF\xBB\xBF" + line("Kasus", "Kegiatan", "Tanggal") + end +
                                      line("1", "a", "2025-05-05") + end +
                                      line("2", "\"b" + delimiter + "c\"", "2025-05-06");
            const LogReading reading = read(table);
            REQUIRE(reading.log.row_count() == 2);
            CHECK(shown(reading.log, 1) == "2|b" + delimiter + "c|||2025-05-06");
        }
    }
}

TEST_CASE("titles below a heading are found") {
    const LogReading reading = read("Laporan Permohonan,,\nBulan Mei 2025,,\n\n"
                                    "No Permohonan,Tahapan,Tgl Selesai\n7,a,2025-05-05\n,,\n");
    REQUIRE(reading.log.row_count() == 1);
    CHECK(reading.log.row(0).place == 5);
}

TEST_CASE("a map names columns that aren't recognised, and goes before those that are") {
    CsvLogOptions options;
    options.map.columns = {.of_case = "Berkas", .activity = "langkah kerja", .complete = "Kapan"};
    options.map.zone = wita();
    const LogReading reading =
        read("Berkas,Langkah Kerja,Kapan,Tahapan\nB1,a,2025-05-05T10:00,z\n", options);
    CHECK(shown(reading.log, 0) == "B1|a|||2025-05-05T10:00+08:00");
    CHECK(reading.log.assumed_zone() == wita());
    CHECK(text_at(reading.log, "Tahapan", 0) == "z");
    options.map.columns.role = "Pangkat";
    CHECK_THROWS_WITH(read("Berkas,Langkah Kerja,Kapan\nB1,a,2025-05-05\n", options),
                      Contains("Pangkat") && Contains("Langkah Kerja"));
}

TEST_CASE("a table with one row a case becomes events by the map") {
    CsvLogOptions options;
    options.map.wide = {{"1", "", "Tgl Terima"}, {"2", "Mulai Telaah", "Selesai Telaah"}};
    const LogReading reading = read("No Registrasi,Tgl Terima,Mulai Telaah,Selesai Telaah,Petugas\n"
                                    "1,2025-05-05,2025-05-06,2025-05-07,ani\n"
                                    "2,2025-05-05,,,budi\n"
                                    "3,,,,\n"
                                    "4,segera,,,\n",
                                    options);
    const EventLog& log = reading.log;
    REQUIRE(log.row_count() == 4);
    CHECK(shown(log, 0) == "1|1|||2025-05-05");
    CHECK(shown(log, 1) == "1|2||2025-05-06|2025-05-07");
    CHECK(shown(log, 2) == "2|1|||2025-05-05");
    CHECK(log.row(1).place == 2);
    CHECK(log.case_count() == 4);
    CHECK(text_at(log, "Petugas", 0) == "ani"); // whose step it was isn't known
    CHECK(text_at(log, "Tgl Terima", 3) == "segera");
    CHECK(code_list(reading.findings) == "LOG-DATE-UNREAD");
}

TEST_CASE("dates that could be read either way follow the others of their column") {
    const std::string titles = "Kasus,Kegiatan,Tanggal\n";
    const LogReading month_first = read(titles + "1,a,06/07/2025\n1,b,06/27/2025\n");
    CHECK(shown(month_first.log, 0) == "1|a|||2025-06-07");
    CHECK(code_list(month_first.findings) == "LOG-DATE-MONTH-FIRST");
    const LogReading day_first = read(titles + "1,a,06/07/2025\n1,b,27/06/2025\n");
    CHECK(shown(day_first.log, 0) == "1|a|||2025-07-06");
    CHECK(day_first.findings.empty());
    const LogReading open = read(titles + "1,a,06/07/2025\n1,b,06/07/2025\n");
    CHECK(shown(open.log, 1) == "1|b|||2025-07-06");
    CHECK(code_list(open.findings) == "LOG-DATE-ORDER-ASSUMED");
    CHECK(open.findings[0].where.column == 3);
    CHECK(open.findings[0].arguments[1].value == "2");
    const LogReading mixed = read(titles + "1,a,06/07/2025\n1,b,27/06/2025\n1,c,06/27/2025\n");
    CHECK(shown(mixed.log, 0) == "1|a|||2025-07-06");
    CHECK(shown(mixed.log, 2) == "1|c|||2025-06-27");
    CHECK(code_list(mixed.findings) == "LOG-DATE-ORDER-MIXED");
}

TEST_CASE("a map states the order of day and month") {
    CsvLogOptions options;
    options.map.date_order = DateOrder::month_first;
    const LogReading reading = read("Kasus,Kegiatan,Tanggal\n1,a,06/07/2025\n", options);
    CHECK(shown(reading.log, 0) == "1|a|||2025-06-07");
    CHECK(reading.findings.empty());
}

TEST_CASE("what can't be read as a date is told and kept") {
    const LogReading reading =
        read("Kasus,Kegiatan,Tgl Selesai\n1,a,besok\n1,b,besok\n1,c,-\n1,d,2025-05-05\n");
    CHECK(code_list(reading.findings) == "LOG-DATE-UNREAD");
    CHECK(reading.findings[0].where == Place{2, 3, ""});
    CHECK(reading.findings[0].arguments[1].value == "2");
    CHECK(text_at(reading.log, "Tgl Selesai", 1) == "besok");
    CHECK(text_at(reading.log, "Tgl Selesai", 2) == "-");
    CHECK_FALSE(reading.log.row(2).complete.known());
}

TEST_CASE("rows of another length than the titles are told") {
    const LogReading reading = read("Kasus,Kegiatan,Tanggal\n1,a\n1,b,2025-05-05,x\n1,c,,\n");
    CHECK(reading.log.row_count() == 3);
    CHECK(code_list(reading.findings) == "LOG-ROW-SHORT LOG-ROW-LONG");
    CHECK(reading.findings[0].where.row == 2);
    CHECK(reading.findings[1].where.row == 3);
}

TEST_CASE("texts of another encoding are read and told") {
    const LogReading narrow = read("Kasus,Kegiatan,Tanggal\n1,caf\xE9,2025-05-05\n");
    CHECK(shown(narrow.log, 0) == "1|caf\xC3\xA9|||2025-05-05");
    CHECK(code_list(narrow.findings) == "READ-ENCODING");
    std::string wide = "\xFF\xFE";
    for (const char c : std::string("Kasus,Kegiatan,Tanggal\n1,a,2025-05-05\n")) {
        wide += c;
        wide += '\0';
    }
    CHECK(shown(read(wide).log, 0) == "1|a|||2025-05-05");
    const LogReading broken = read("Kasus,Kegiatan,Tanggal\n1,a\x01z,2025-05-05\n");
    CHECK(shown(broken.log, 0) == "1|a\xEF\xBF\xBDz|||2025-05-05");
    CHECK(code_list(broken.findings) == "READ-BROKEN-BYTES");
}

TEST_CASE("what can't be a log is refused with what to do") {
    CHECK_THROWS_WITH(read(""), Contains("empty"));
    CHECK_THROWS_WITH(read("%PDF-1.7\nx"), Contains("PDF"));
    CHECK_THROWS_WITH(read("Nama,Alamat\na,b\n"), Contains("columns.case"));
    CHECK_THROWS_WITH(read("Kasus,Alamat\na,b\n"),
                      Contains("columns.activity") && Contains("wide"));
    CHECK_THROWS_WITH(read("Kasus,Kegiatan\n1,\"a\n"), Contains("line 2"));
    CHECK_THROWS_WITH(read("Kasus,Kegiatan\n1,a\n1,b\n", {.limits = {.max_rows = 1}}),
                      Contains("line 3") && Contains("max_rows"));
    CHECK_THROWS_WITH(read("Kasus,Kegiatan\n1,abcdefghijk\n", {.limits = {.max_text = 10}}),
                      Contains("line 2") && Contains("max_text"));
}

TEST_CASE("a log without times is read, and said to have none") {
    CHECK(code_list(read("Kasus,Kegiatan\n1,a\n").findings) == "LOG-NO-TIME");
}

TEST_CASE("columns without a title, or with the same, are kept apart") {
    const LogReading reading = read("Kasus,Kegiatan,Tanggal,,Ket,Ket\n1,a,2025-05-05,x,y,z\n");
    CHECK(text_at(reading.log, "#4", 0) == "x");
    CHECK(text_at(reading.log, "Ket", 0) == "y");
    CHECK(text_at(reading.log, "Ket #6", 0) == "z");
}

TEST_CASE("blanks around names don't make new ones, a dash is none") {
    const LogReading reading =
        read("Kasus,Kegiatan,Petugas,Tanggal\n 1 ,a ,-,2025-05-05\n1,a,\xC2\xA0"
             "ani,2025-05-05\n");
    CHECK(reading.log.case_count() == 1);
    CHECK(reading.log.activities().size() == 1);
    CHECK(reading.log.resources().text(1) == "ani");
}

TEST_CASE("the head of a table is enough to propose a map from") {
    const CsvHead head = read_csv_head("Judul\nNo Registrasi;Tgl Terima;Catatan\n1;2025-05-05;\"x");
    CHECK(head.line == 2);
    CHECK(head.titles == std::vector<std::string>{"No Registrasi", "Tgl Terima", "Catatan"});
    CHECK(head.columns.of_case == "No Registrasi");
    CHECK(head.columns.activity.empty());
    const CsvHead whole = read_csv_head("No Registrasi,Tgl Terima\n1,2025-05-05\n");
    CHECK(whole.rows == std::vector<std::vector<std::string>>{{"1", "2025-05-05"}});
}

TEST_CASE("the front of what is no text has no titles, and no error") {
    using namespace std::string_view_literals;
    const CsvHead head = read_csv_head("Kasus|Kegn\0\0\0\0\0\n2|e\n"sv);
    CHECK(head.titles.empty());
    CHECK(head.rows.empty());
}
