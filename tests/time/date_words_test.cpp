// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/date_words.hpp"

#include "calendar_facts.hpp"
#include "catch.hpp"

#include <array>

using namespace tertib;

TEST_CASE("days are written in words, in both languages") {
    CHECK(words(day("2025-06-26"), Language::id) == "Kamis, 26 Juni 2025");
    CHECK(words(day("2025-06-26"), Language::en) == "Thursday, 26 June 2025");
    CHECK(words(day("2024-12-01"), Language::id) == "Minggu, 1 Desember 2024");
    CHECK(words(day("2024-02-29"), Language::en) == "Thursday, 29 February 2024");
    CHECK(words(day("1970-01-02"), Language::id) == "Jumat, 2 Januari 1970");
}

TEST_CASE("a moment is written with its hour and the name of its zone") {
    const Instant moment = read_stamp("2025-06-26T16:00", wib())->earliest;
    CHECK(words(moment, wib(), Language::id) == "Kamis, 26 Juni 2025 pukul 16.00 WIB");
    CHECK(words(moment, wit(), Language::en) == "Thursday, 26 June 2025 at 18:00 WIT");
    CHECK(words(moment + std::chrono::seconds{5}, wita(), Language::id) ==
          "Kamis, 26 Juni 2025 pukul 17.00.05 WITA");
    CHECK(words(moment, *Zone::parse("+05:30"), Language::en) ==
          "Thursday, 26 June 2025 at 14:30 UTC+05:30");
}

TEST_CASE("working hours are written from opening to closing") {
    const std::array<WorkSpan, 2> hours{WorkSpan{450, 720}, WorkSpan{780, 960}};
    CHECK(words(hours, Language::id) == "07.30–12.00, 13.00–16.00");
    CHECK(words(hours, Language::en) == "07:30–12:00, 13:00–16:00");
    CHECK(words(std::span<const WorkSpan>(), Language::id) == "-");
}
