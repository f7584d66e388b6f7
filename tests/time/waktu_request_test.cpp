// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/waktu_request.hpp"

#include "tertib/base/error.hpp"

#include "catch.hpp"

#include <string_view>

using namespace tertib;

namespace {

WaktuRequest read(std::string_view text) {
    return read_waktu_request(text, wib());
}

} // namespace

TEST_CASE("a waktu alone is a request forwards") {
    const WaktuRequest request = read(" 180 Menit ");
    CHECK(request.waktu == read_waktu("180 Menit").waktu);
    CHECK(request.options == DeadlineOptions{});
}

TEST_CASE("a minus sign right before a digit asks backwards") {
    for (const char* text : {"-90 Menit", "\u221290 Menit"}) {
        const WaktuRequest request = read(text);
        CHECK(request.options.direction == TimeDirection::backward);
        CHECK(request.waktu.form == WaktuForm::exact);
        CHECK(request.waktu.text == "90 Menit");
    }
    for (const char* text : {"-", "--", "", "- 90 Menit"}) {
        INFO(text);
        CHECK(read(text).options.direction == TimeDirection::forward);
    }
}

TEST_CASE("stops and items may follow in any order") {
    const WaktuRequest request = read("15 Menit per berkas {jeda 2025-05-06T14:00/2025-05-08T09:00}"
                                      " [4 berkas]{JEDA 2025-05-09 08:00 / 2025-05-09T01:30Z}");
    CHECK(request.waktu.form == WaktuForm::per_item);
    CHECK(request.waktu.text == "15 Menit per berkas");
    CHECK(request.options.items == 4);
    const auto at = [](std::string_view text) { return read_stamp(text, wib()).value().earliest; };
    CHECK(request.options.stops ==
          std::vector<ClockStop>{{at("2025-05-06T14:00"), at("2025-05-08T09:00")},
                                 {at("2025-05-09T08:00"), at("2025-05-09T08:30")}});
    CHECK(read("15 Menit [4]").options.items == 4);
}

TEST_CASE("what a brace or bracket can't hold is refused") {
    for (const char* text :
         {"3 Hari {", "3 Hari {}", "3 Hari {jeda}", "3 Hari {jeda 2025-05-06T14:00}",
          "3 Hari {jeda 2025-05-06T14:00/}", "3 Hari {jeda 2025-05-06/2025-05-08}",
          "3 Hari {jeda 2025-05-08T14:00/2025-05-06T14:00}", "3 Hari {2025-05-06T14:00/x}",
          "3 Hari [", "3 Hari []", "3 Hari [berkas]", "3 Hari [-1 berkas]", "3 Hari [4x]",
          "3 Hari [4][5]", "3 Hari [99999999999999999999]"}) {
        INFO(text);
        CHECK_THROWS_AS(read(text), Error);
    }
}

TEST_CASE("findings of the waktu's reading are kept") {
    const WaktuRequest request = read("-7.8 Jam");
    REQUIRE(request.findings.size() == 1);
    CHECK(request.findings[0].code == "WAKTU-DOT-DECIMAL");
}
