// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "log/written_stamp.hpp"

#include "catch.hpp"

#include <string>

using namespace tertib;

namespace {

/// The stamp as ISO text, "-" for nothing.
std::string read(std::string_view written, DateOrder order = DateOrder::day_first) {
    const std::optional<WrittenStamp> found = read_written_stamp(written, wib(), order);
    return found ? text(found->stamp, wib()) : "-";
}

StampHint hint(std::string_view written) {
    const std::optional<WrittenStamp> found =
        read_written_stamp(written, wib(), DateOrder::day_first);
    REQUIRE(found);
    return found->hint;
}

} // namespace

TEST_CASE("dates as people write them are read") {
    CHECK(read("27 Juni 2023 08.30 WIB") == "2023-06-27T08:30+07:00");
    CHECK(read("27 Juni 2023") == "2023-06-27");
    CHECK(read("Selasa, 27 Juni 2023 pukul 08.30") == "2023-06-27T08:30+07:00");
    CHECK(read("Jum'at, 30 Juni 2023") == "2023-06-30");
    CHECK(read("27-Jun-23") == "2023-06-27");
    CHECK(read("27 Jun 2023, 08:30:15") == "2023-06-27T08:30:15+07:00");
    CHECK(read("June 27, 2023 2:05 PM") == "2023-06-27T14:05+07:00");
    CHECK(read("12:05 AM") == "-");
    CHECK(read("27/06/2023 12:05 AM") == "2023-06-27T00:05+07:00");
    CHECK(read("07/06/23") == "2023-06-07");
    CHECK(read("27.06.2023 8.30") == "2023-06-27T08:30+07:00");
    CHECK(read("2023/06/27 08:30") == "2023-06-27T08:30+07:00");
    CHECK(read("20230627") == "2023-06-27");
    CHECK(read("2023-06-27 08:30:00") == "2023-06-27T08:30:00+07:00");
}

TEST_CASE("a zone that stands beside a stamp is its own") {
    CHECK(read("27 Juni 2023 08.30 WITA") == "2023-06-27T08:30+08:00");
    CHECK(read("27 Juni 2023 08.30 WIT") == "2023-06-27T08:30+09:00");
    CHECK(read("27/06/2023 08:30 +09:00") == "2023-06-27T08:30+09:00");
    CHECK(read("27/06/2023 08:30 UTC") == "2023-06-27T08:30+00:00");
}

TEST_CASE("the days of spreadsheets are read, to the second that is meant") {
    CHECK(read("45104") == "2023-06-27");
    CHECK(read("45104.5") == "2023-06-27T12:00:00+07:00");
    CHECK(read("45104,354166667") == "2023-06-27T08:30:00+07:00");
    CHECK(hint("45104") == StampHint::serial);
    CHECK(read("12") == "-");
    CHECK(read("99999") == "-");
    CHECK(read("45104.") == "-");
    CHECK(read("45104.1234567890123456") == "-");
}

TEST_CASE("what no calendar or clock has is no stamp") {
    for (const char* const written :
         {"", "-", "besok", "31/02/2023", "27/06", "27 Juni", "32 Juni 2023", "13/13/2023",
          "27/06/2023 25:00", "27/06/2023 08:61", "27/06/2023 13:00 PM", "27/06/1023", "27/06-2023",
          "27 Juni 2023 08.30 ABC", "27/06/2023 x", "123456789012", "0/1/2023"}) {
        INFO(written);
        CHECK(read(written) == "-");
    }
    CHECK(read(std::string(100, '1')) == "-");
    CHECK(read(std::string(79, '/')) == "-");
}

TEST_CASE("an order of day and month that isn't clear is said") {
    CHECK(hint("07/06/2023") == StampHint::ambiguous);
    CHECK(hint("27/06/2023") == StampHint::day_first);
    CHECK(hint("06/27/2023") == StampHint::month_first);
    CHECK(hint("06/06/2023") == StampHint::none);
    CHECK(hint("7 Juni 2023") == StampHint::none);
    CHECK(hint("2023-06-07") == StampHint::none);
    CHECK(read("07/06/2023", DateOrder::month_first) == "2023-07-06");
    CHECK(read("06/27/2023") == "2023-06-27");
}

TEST_CASE("an ambiguous stamp can be read in the other order afterwards") {
    const auto day_first = read_written_stamp("07/06/2023 23:30", wib(), DateOrder::day_first);
    const auto month_first = read_written_stamp("07/06/2023 23:30", wib(), DateOrder::month_first);
    REQUIRE(day_first);
    REQUIRE(month_first);
    CHECK(with_order_changed(day_first->stamp) == month_first->stamp);
}
