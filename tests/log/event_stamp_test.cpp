// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/log/event_stamp.hpp"

#include "catch.hpp"

using namespace tertib;
using namespace std::chrono_literals;

TEST_CASE("a stamp is the same interval that read_stamp reads") {
    for (const char* const written :
         {"2025-05-05", "2025-05-05T10", "2025-05-05T10:00", "2025-05-05 10:00:30",
          "2025-05-05T10:00:30.25Z", "2025-05-05T10:00:30,123456789+08:00", "1970-01-01",
          "2200-12-31T23:59:59", "2024-02-29T00:00-0330"}) {
        INFO(written);
        const auto stamp = read_event_stamp(written, wib());
        const auto expected = read_stamp(written, wib());
        REQUIRE(stamp);
        REQUIRE(expected);
        CHECK(interval(stamp->instant, stamp->form) == *expected);
    }
}

TEST_CASE("what is no stamp is nothing") {
    for (const char* const written :
         {"", "2025-02-29", "2025-13-01", "2025-05-05T24:00", "2025-05-05T10:60", "2025-5-5",
          "2025-05-05T10:00+19:00", "2025-05-05T10:00x", "1969-12-31", "2201-01-01",
          "2025-05-05T10:00:30.", "2025-05-05Tx", "2025-00-05", "2025-05-00"}) {
        INFO(written);
        CHECK_FALSE(read_event_stamp(written, wib()));
    }
}

TEST_CASE("how a stamp was written is kept") {
    const auto day = read_event_stamp("2025-05-05", wita());
    REQUIRE(day);
    CHECK(day->form.precision() == Precision::day);
    CHECK(day->form.zone() == wita());
    CHECK(day->form.zone_source() == ZoneSource::assumed);
    const auto exact = read_event_stamp("2025-05-05T10:00:30-03:30", wib());
    REQUIRE(exact);
    CHECK(exact->form.precision() == Precision::exact);
    CHECK(exact->form.zone() == Zone(-210min));
    CHECK(exact->form.zone_source() == ZoneSource::written);
    const auto zoned_day = read_event_stamp("2025-05-05+09:00", wib());
    REQUIRE(zoned_day);
    CHECK(zoned_day->form.zone() == wit());
    CHECK(zoned_day->instant == to_instant(LocalDay{2025y / 5 / 5}, wit()));
}

TEST_CASE("a date is the whole local day, a minute is exact") {
    CHECK(spread(Precision::day) == 24h - 1us);
    CHECK(spread(Precision::hour) == 1h - 1us);
    CHECK(spread(Precision::minute) == 0us);
}

TEST_CASE("a stamp's text reads back to the same stamp") {
    for (const char* const written : {"2025-05-05", "2025-05-05T10+07:00", "2025-05-05T10:00+08:00",
                                      "2025-05-05T10:00:30.25+00:00", "2025-05-05+09:00"}) {
        INFO(written);
        const auto stamp = read_event_stamp(written, wib());
        REQUIRE(stamp);
        CHECK(text(*stamp, wib()) == written);
    }
    CHECK(text(EventStamp{}, wib()).empty());
}

TEST_CASE("zones 18 hours from UTC fit into a form") {
    for (const Zone zone : {Zone(-18h), Zone(0h), Zone(18h)}) {
        const StampForm form(Precision::hour, zone, ZoneSource::written);
        CHECK(form.zone() == zone);
        CHECK(form.precision() == Precision::hour);
        CHECK(form.zone_source() == ZoneSource::written);
    }
    CHECK(StampForm{}.zone() == wib());
}
