// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "read/xes_stamp.hpp"

#include "catch.hpp"

#include <string>

using namespace tertib;

TEST_CASE("the quick way reads stamps as the thorough one does") {
    XesStampReader stamps{wib()};
    for (const std::string text : {"2024-05-06T07:08:09.123+07:00",
                                   "2024-05-06T07:08:09.123456+07:00",
                                   "2024-05-06T07:08:09.1234567+07:00",
                                   "2024-05-06T07:08:09+08:00",
                                   "2024-05-06T23:59:59Z",
                                   "2024-05-06T07:08:09.5Z",
                                   "2024-05-06T07:08+07:00",
                                   "2024-05-06T07:08:09",
                                   "2024-05-06",
                                   "2024-05-06T24:00:00Z",
                                   "2024-05-06T07:60:00Z",
                                   "2024-02-30T07:08:09Z",
                                   "2024-05-06T07:08:09.+07:00",
                                   "2024-05-06T07:08:09x07:00",
                                   "1969-12-31T23:00:00Z",
                                   "2201-01-01T00:00:00Z",
                                   "2024-05-06T07:08:09.12a+07:00",
                                   "2024-05-06T07:08:09+0700",
                                   "2024-05-06T07:08:09+07:00x",
                                   "2024-05-06 07:08:09+07:00",
                                   "",
                                   "Z",
                                   "kemarin",
                                   "2024-05-06T07:08:09.123-03:30",
                                   "2024-05-07T00:00:00.000+07:00"}) {
        INFO(text);
        CHECK(stamps.read(text) == read_event_stamp(text, wib()));
        CHECK(stamps.read(text) == read_event_stamp(text, wib())); // the day is known by now
    }
}
