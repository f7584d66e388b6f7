// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/test_clock.hpp"

#include "catch.hpp"
#include "tertib/base/error.hpp"
#include "tertib/time/calendar_name.hpp"

using namespace tertib;
using namespace std::chrono_literals;

namespace {

std::string shown(const TestClock& clock) {
    return text(clock.now(), clock.zone());
}

/// What a call says when it throws; "" if it doesn't.
template <typename Call>
std::string said(Call call) {
    try {
        call();
        return "";
    } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::argument);
        return error.what();
    }
}

} // namespace

TEST_CASE("a test clock stands still until it is moved") {
    TestClock clock(calendar_from_name("id5"), "2025-05-09T15:00");
    CHECK(shown(clock) == "2025-05-09T15:00:00+07:00");
    CHECK(clock.now() == clock.now());
    clock.advance(20min);
    CHECK(shown(clock) == "2025-05-09T15:20:00+07:00");
    clock.advance(std::chrono::days{3});
    CHECK(shown(clock) == "2025-05-12T15:20:00+07:00");
    clock.advance(-1h);
    CHECK(shown(clock) == "2025-05-12T14:20:00+07:00");
    clock.set("2025-05-01T08:00");
    CHECK(shown(clock) == "2025-05-01T08:00:00+07:00");
    const TestClock copy = clock;
    clock.advance(1min);
    CHECK(shown(copy) == "2025-05-01T08:00:00+07:00");
}

TEST_CASE("a test clock passes working time by its calendar") {
    TestClock clock(calendar_from_name("id5"), "2025-05-09T15:00");
    clock.advance("120 Menit"); // past Friday's closing, a weekend, Waisak and its cuti bersama
    CHECK(shown(clock) == "2025-05-14T08:00:00+07:00");
    clock.advance("2 Hari Kerja");
    CHECK(shown(clock) == "2025-05-16T16:30:00+07:00");
    clock.use(calendar_from_name("contoh6"));
    clock.advance("1 Hari Kerja");
    CHECK(shown(clock) == "2025-05-17T13:00:00+07:00");
}

TEST_CASE("a test clock reads moments on the clock of its calendar") {
    TestClock clock(calendar_from_name("id5+09"), "2025-05-05T16:00");
    CHECK(clock.now() == read_stamp("2025-05-05T14:00+07:00", wib())->earliest);
    clock.set("2025-05-05T14:30+07:00");
    CHECK(shown(clock) == "2025-05-05T16:30:00+09:00");
}

TEST_CASE("a test clock refuses what is no moment or lies out of reach") {
    const Calendar office = calendar_from_name("id5");
    CHECK(said([&] { const TestClock day(office, "2025-05-05"); }) ==
          "the clock can't be set to \"2025-05-05\": a moment is like 2025-05-05T09:00");
    CHECK(said([&] {
              const TestClock word(office, "kemarin");
          }).starts_with("the clock can't be set to \"kemarin\""));
    const std::string outside = "the clock can't be set outside 1970-01-01 to 2200-12-31";
    CHECK(said([&] { const TestClock far(office, Instant::max()); }) == outside);
    TestClock clock(office, "2025-05-05T09:00");
    CHECK(said([&] { clock.advance("Sesuai kontrak"); }) ==
          "the clock can't be moved by \"Sesuai kontrak\": this waktu names no time");
    CHECK_FALSE(said([&] { clock.advance("15 Menit per berkas"); }).empty());
    CHECK(said([&] { clock.advance(std::chrono::microseconds::max()); }) == outside);
    CHECK(said([&] { clock.advance(std::chrono::microseconds::min()); }) == outside);
    CHECK(shown(clock) == "2025-05-05T09:00:00+07:00");
}
