// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/log_map.hpp"

#include "catch.hpp"

using namespace tertib;
using namespace std::chrono_literals;

TEST_CASE("the people of a map are a roster, without those whose post isn't said") {
    LogMap map;
    map.people = {{.person = "Ani", .pelaksana = "Kadis", .from = LocalDay{2025y / 1 / 1}},
                  {.person = "Budi", .pelaksana = ""},
                  {.person = "Citra",
                   .pelaksana = "Kabid",
                   .kind = PostKind::plh,
                   .from = LocalDay{2025y / 2 / 1},
                   .until = LocalDay{2025y / 2 / 14},
                   .surat = "800/1"}};
    const Roster roster = roster_of(map);
    CHECK(roster.holdings().size() == 2);
    CHECK(roster.find("ani", "Kadis", LocalDay{2025y / 5 / 5}) != nullptr);
    const PostHolding* const acting = roster.find("Citra", "Kabid", LocalDay{2025y / 2 / 3});
    REQUIRE(acting != nullptr);
    CHECK(acting->kind == PostKind::plh);
    CHECK(acting->surat == "800/1");
    CHECK(roster.find("Citra", "Kabid", LocalDay{2025y / 2 / 15}) == nullptr);
}

TEST_CASE("a person without days holds a post as long as days are reckoned") {
    LogMap map;
    map.people = {{.person = "Ani", .pelaksana = "Kadis"}};
    CHECK(roster_of(map).find("Ani", "Kadis", LocalDay{1971y / 1 / 1}) != nullptr);
}
