// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/model/roster.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"

using namespace tertib;

namespace {

LocalDay day(std::string_view text) {
    return *read_day(text);
}

Roster small_roster() {
    return Roster({{.person = "Ani", .pelaksana = "Kadis", .from = day("2025-01-01")},
                   {.person = "Budi",
                    .pelaksana = "Kadis",
                    .kind = PostKind::plh,
                    .from = day("2025-03-03"),
                    .until = day("2025-03-05"),
                    .surat = "Plh 7"}});
}

} // namespace

TEST_CASE("a person acts for a post from the first day to the last, both included") {
    const Roster roster = small_roster();
    CHECK(roster.find("ani", " KADIS ", day("2030-01-01"))->kind == PostKind::definitive);
    CHECK(roster.find("Ani", "Kadis", day("2024-12-31")) == nullptr);
    CHECK(roster.find("Budi", "Kadis", day("2025-03-02")) == nullptr);
    CHECK(roster.find("Budi", "Kadis", day("2025-03-03"))->surat == "Plh 7");
    CHECK(roster.find("Budi", "Kadis", day("2025-03-05")) != nullptr);
    CHECK(roster.find("Budi", "Kadis", day("2025-03-06")) == nullptr);
    CHECK(roster.ended("Budi", "Kadis", day("2025-03-06"))->until == day("2025-03-05"));
    CHECK(roster.ended("Budi", "Kadis", day("2025-03-05")) == nullptr);
}

TEST_CASE("a roster says nothing of a post that it doesn't list") {
    const Roster roster = small_roster();
    CHECK(roster.covers("kadis"));
    CHECK_FALSE(roster.covers("Staf"));
    CHECK_FALSE(Roster().covers("Kadis"));
}

TEST_CASE("a holder comes before one who acts for a holder") {
    const Roster roster(
        {{.person = "Ani", .pelaksana = "Kadis", .kind = PostKind::plt, .from = day("2025-02-01")},
         {.person = "Ani", .pelaksana = "Kadis", .from = day("2025-01-01")}});
    CHECK(roster.find("Ani", "Kadis", day("2025-03-01"))->kind == PostKind::definitive);
}

TEST_CASE("a holding without person or post, or that ends before it begins, is refused") {
    CHECK_THROWS_AS(Roster({{.person = " ", .pelaksana = "Kadis", .from = day("2025-01-01")}}),
                    Error);
    CHECK_THROWS_AS(Roster({{.person = "Ani", .pelaksana = "", .from = day("2025-01-01")}}), Error);
    CHECK_THROWS_AS(Roster({{.person = "Ani",
                             .pelaksana = "Kadis",
                             .from = day("2025-01-02"),
                             .until = day("2025-01-01")}}),
                    Error);
}
