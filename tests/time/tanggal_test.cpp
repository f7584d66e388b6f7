// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/tanggal.hpp"

#include "reading_rows.hpp"

#include "catch.hpp"

#include <rapidcheck.h>

#include <array>
#include <string>
#include <vector>

using namespace tertib;
namespace chrono = std::chrono;

namespace {

std::string number(unsigned value) {
    return (value < 10 ? "0" : "") + std::to_string(value);
}

/// "2023-06-27", "2024-10" or "text", with the codes of the findings; "nothing" for no tanggal.
std::string line(const TanggalReading& reading) {
    std::string line = "nothing";
    if (reading.tanggal) {
        line = "text";
        if (const auto month = reading.tanggal->month) {
            line = std::to_string(int(month->year())) + "-" + number(unsigned(month->month()));
        }
        if (const auto date = reading.tanggal->date) {
            line += "-" + number(unsigned(date->day()));
        }
    }
    return line + code_words(reading.findings);
}

void check(const std::vector<Row>& rows) {
    check_rows(rows, read_tanggal, line, [](const TanggalReading& reading, const auto& text) {
        return !reading.tanggal || reading.tanggal->text == text;
    });
}

} // namespace

TEST_CASE("a date with a month's name is read, in Indonesian, English and abbreviated") {
    check({
        {"27 Juni 2023", "2023-06-27"},
        {"09 Mei 2014", "2014-05-09"},
        {"02 JANUARI 2012", "2012-01-02"},
        {"27Juni2023", "2023-06-27"},
        {"27  Juni\n2023", "2023-06-27"},
        {"12 Sept. 2020", "2020-09-12"},
        {"3 Agt 2020", "2020-08-03"},
        {"3 Ags 2020", "2020-08-03"},
        {"27 Nopember 2023", "2023-11-27"},
        {"27 Pebruari 2023", "2023-02-27"},
        {"5 Peb 2023", "2023-02-05"},
        {"27-Okt-2023", "2023-10-27"},
        {"27 August 2023", "2023-08-27"},
        {"June 27, 2023", "2023-06-27"},
        {"29 Februari 2024", "2024-02-29"},
    });
}

TEST_CASE("place, weekday and heading before a date are passed over") {
    check({
        {"Bandung, 3 Maret 2020", "2020-03-03"},
        {"Kota Bandung,3 Maret 2020.", "2020-03-03"},
        {"Julu, 3 Maret 2020", "2020-03-03"},
        {"Senin, 3 Maret 2020", "2020-03-03"},
        {"Tanggal : 3 Maret 2020", "2020-03-03"},
        {"Tgl. 3 Maret 2020", "2020-03-03"},
        {"Ditetapkan di Bandung, pada tanggal 3 Maret 2020", "2020-03-03"},
        {"3 bulan Maret tahun 2020", "2020-03-03"},
    });
}

TEST_CASE("numeric dates have the day first, or are ISO") {
    check({
        {"27/06/2023", "2023-06-27"},
        {"27-06-2023", "2023-06-27"},
        {"27.06.2023", "2023-06-27"},
        {"27 - 6 - 2023", "2023-06-27"},
        {"03/04/2023", "2023-04-03"},
        {"2023-06-27", "2023-06-27"},
        {"2023/06/27", "2023-06-27"},
        {"2023-06-27 00:00:00", "2023-06-27"},
        {"2023-06-27T00:00:00Z", "2023-06-27"},
        {"06/27/2023", "2023-06-27 TANGGAL-ORDER"},
        {"07/06/17", "2017-06-07 TANGGAL-YEAR-SHORT"},
        {"27-Jun-23", "2023-06-27 TANGGAL-YEAR-SHORT"},
    });
}

TEST_CASE("a date without its day gives the month") {
    check({
        {"Januari 2021", "2021-01 TANGGAL-NO-DAY"},
        {"Jan 2021", "2021-01 TANGGAL-NO-DAY"},
        {"      Oktober 2024", "2024-10 TANGGAL-NO-DAY"},
        {"......... Oktober 2024", "2024-10 TANGGAL-NO-DAY"},
        {"____ Maret 2024", "2024-03 TANGGAL-NO-DAY"},
        {"Bandung,     Maret 2020", "2020-03 TANGGAL-NO-DAY"},
        {"06/2023", "2023-06 TANGGAL-NO-DAY"},
        {"2023-06", "2023-06 TANGGAL-NO-DAY"},
        {"Jun-23", "2023-06 TANGGAL-NO-DAY TANGGAL-YEAR-SHORT"},
    });
}

TEST_CASE("a month misspelt by a letter or two is read and remarked, unless two are as near") {
    check({
        {"      Novermber 2024", "2024-11 TANGGAL-NO-DAY TANGGAL-MONTH-SPELLING"},
        {"3 Febuari 2020", "2020-02-03 TANGGAL-MONTH-SPELLING"},
        {"3 Agustsu 2020", "2020-08-03 TANGGAL-MONTH-SPELLING"},
        {"27 Junni 2023", "2023-06-27 TANGGAL-MONTH-SPELLING"},
        {"27 Jum 2023", "text TANGGAL-UNREAD"},
        {"27 Jui 2023", "text TANGGAL-UNREAD"},
        {"27 Jumi 2023", "text TANGGAL-UNREAD"},
    });
    const TanggalReading reading = read_tanggal("3 Febuari 2020");
    REQUIRE(reading.findings.size() == 1);
    CHECK(reading.findings[0].arguments[0] == Argument{"written", "Febuari"});
    CHECK(reading.findings[0].arguments[1] == Argument{"month", "Februari"});
}

TEST_CASE("an empty cell, a dash and an unfilled blank are no tanggal") {
    check({
        {"", "nothing"},
        {"   ", "nothing"},
        {"-", "nothing"},
        {"–", "nothing"},
        {"…", "nothing"},
        {"__/__/____", "nothing"},
        {"N/A", "nothing"},
        {"n.a.", "nothing"},
    });
}

TEST_CASE("what names no day of a calendar stays text") {
    check({
        {"…   Tahun 2024", "text TANGGAL-NO-MONTH"},
        {"……/……/2024", "text TANGGAL-NO-MONTH"},
        {"2024", "text TANGGAL-NO-MONTH"},
        {"31 Februari 2023", "text TANGGAL-NO-SUCH-DAY"},
        {"29/02/2023", "text TANGGAL-NO-SUCH-DAY"},
        {"13/13/2023", "text TANGGAL-NO-SUCH-DAY"},
        {"00/06/2023", "text TANGGAL-NO-SUCH-DAY"},
        {"2 Mei", "text TANGGAL-UNREAD"},
        {"segera", "text TANGGAL-UNREAD"},
        {"3 Maret 1850", "text TANGGAL-UNREAD"},
        {"27 Juni 20233", "text TANGGAL-UNREAD"},
        {"99999999999 Juni 2023", "text TANGGAL-UNREAD"},
        {"27 Juni 2023 s.d. 30 Juni 2023", "text TANGGAL-UNREAD"},
        {std::string(2000, '1'), "text TANGGAL-UNREAD"},
    });
}

TEST_CASE("every day of 1900 to 2199 reads the same in all its spellings") {
    static const std::array<std::string, 12> months{
        "Januari", "Februari", "Maret",     "April",   "Mei",      "Juni",
        "Juli",    "Agustus",  "September", "Oktober", "November", "Desember"};
    const bool ok = rc::check("spellings", [] {
        const int days = *rc::gen::inRange(-25567, 84005); // 1900-01-01 … 2199-12-31
        const chrono::year_month_day date{chrono::sys_days(chrono::days(days))};
        const std::string year = std::to_string(int(date.year()));
        const std::string month = number(unsigned(date.month()));
        const std::string day = number(unsigned(date.day()));
        const std::string& name = months[unsigned(date.month()) - 1];
        for (const std::string& text :
             {day + " " + name + " " + year, std::to_string(unsigned(date.day())) + name + year,
              day + "/" + month + "/" + year, day + "-" + month + "-" + year,
              year + "-" + month + "-" + day, "Bandung, " + day + " " + name + " " + year}) {
            const TanggalReading reading = read_tanggal(text);
            RC_ASSERT(reading.tanggal->date == date);
            RC_ASSERT(reading.tanggal->month == date.year() / date.month());
            RC_ASSERT(reading.findings.empty());
        }
    });
    CHECK(ok);
}

TEST_CASE("no bytes make the reading of a tanggal throw or lose its text") {
    const std::vector<std::string> scraps{"1", "27", "2023",  "Juni", "/", "-", ".",    ",",
                                          "…", "_",  "Tahun", "tgl",  ":", "T", "\xFF", " "};
    const bool ok = rc::check("survives", [&scraps] {
        std::string text = *rc::gen::arbitrary<std::string>();
        const auto picks = *rc::gen::container<std::vector<std::size_t>>(
            rc::gen::inRange<std::size_t>(0, scraps.size()));
        for (const std::size_t pick : picks) {
            text += scraps[pick];
        }
        const TanggalReading reading = read_tanggal(text);
        if (reading.tanggal) {
            RC_ASSERT(reading.tanggal->text == text);
            RC_ASSERT((!reading.tanggal->date || reading.tanggal->date->ok()));
            RC_ASSERT((!reading.tanggal->date || reading.tanggal->month));
            RC_ASSERT((reading.tanggal->date || !reading.findings.empty()));
        }
    });
    CHECK(ok);
}
