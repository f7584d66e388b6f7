// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/testkit/test_clock.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/deadline.hpp"
#include "tertib/time/waktu.hpp"

#include <optional>
#include <string>
#include <utility>

namespace tertib {

namespace {

[[nodiscard]] Instant moment_of(std::string_view text, Zone zone) {
    const std::optional<Stamp> stamp = read_stamp(text, zone);
    if (!stamp || stamp->earliest != stamp->latest) {
        throw Error(ErrorCode::argument, "the clock can't be set to \"" + std::string(text) +
                                             "\": a moment is like 2025-05-05T09:00");
    }
    return stamp->earliest;
}

} // namespace

TestClock::TestClock(Calendar calendar, std::string_view at)
    : calendar_(std::move(calendar)),
      now_(moment_of(at, calendar_.zone())) {}

TestClock::TestClock(Calendar calendar, Instant at) : calendar_(std::move(calendar)), now_(at) {
    set(at);
}

void TestClock::set(Instant at) {
    const LocalDay day = local_day(at, zone());
    if (day < first_day || day > last_day) {
        throw Error(ErrorCode::argument,
                    "the clock can't be set outside " + text(first_day) + " to " + text(last_day));
    }
    now_ = at;
}

void TestClock::set(std::string_view at) {
    set(moment_of(at, zone()));
}

void TestClock::advance(std::chrono::microseconds time) {
    // Both ends of int64 lie far outside the days that a clock may show.
    set(Instant{std::chrono::microseconds{
        detail::saturated_sum(now_.time_since_epoch().count(), time.count())}});
}

void TestClock::advance(std::string_view waktu) {
    const Deadline end = deadline(calendar_, now_, read_waktu(waktu).waktu);
    const std::optional<Instant>& due = end.due;
    if (!due) {
        throw Error(ErrorCode::argument, "the clock can't be moved by \"" + std::string(waktu) +
                                             "\": this waktu names no time");
    }
    set(*due);
}

void TestClock::use(Calendar calendar) {
    calendar_ = std::move(calendar);
}

} // namespace tertib
