// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "test_clock.hpp"

#include "calendar.hpp"
#include "guard.hpp"

#include <chrono>

using namespace tertib::capi;

namespace {

/// Runs a call that moves a clock.
template <class Move>
tertib_status move_clock(tertib_test_clock* clock, tertib_error** error, const Move& move) {
    return guarded(error, [&] {
        require(clock, "clock");
        move(*clock->clock);
    });
}

} // namespace

tertib_status tertib_test_clock_create(const tertib_calendar* calendar, const char* at,
                                       tertib_test_clock** out, tertib_error** error) {
    if (out != nullptr) {
        *out = nullptr;
    }
    return guarded(error, [&] {
        require(calendar, "calendar");
        require(at, "at");
        require(out, "out");
        *out = new_handle(tertib_test_clock{
            std::make_shared<tertib::TestClock>(calendar->calendar, text_of_c(at, "at"))});
    });
}

int64_t tertib_test_clock_now(const tertib_test_clock* clock) {
    return clock != nullptr ? clock->clock->now().time_since_epoch().count() : TERTIB_NO_TIME;
}

tertib_status tertib_test_clock_set(tertib_test_clock* clock, int64_t at, tertib_error** error) {
    return move_clock(clock, error,
                      [&](tertib::TestClock& moved) { moved.set(require_instant(at, "at")); });
}

tertib_status tertib_test_clock_set_text(tertib_test_clock* clock, const char* at,
                                         tertib_error** error) {
    return move_clock(clock, error, [&](tertib::TestClock& moved) {
        require(at, "at");
        moved.set(text_of_c(at, "at"));
    });
}

tertib_status tertib_test_clock_advance(tertib_test_clock* clock, int64_t microseconds,
                                        tertib_error** error) {
    return move_clock(clock, error, [&](tertib::TestClock& moved) {
        moved.advance(std::chrono::microseconds(microseconds));
    });
}

tertib_status tertib_test_clock_advance_waktu(tertib_test_clock* clock, const char* waktu,
                                              tertib_error** error) {
    return move_clock(clock, error, [&](tertib::TestClock& moved) {
        require(waktu, "waktu");
        moved.advance(text_of_c(waktu, "waktu"));
    });
}

tertib_status tertib_test_clock_use(tertib_test_clock* clock, const tertib_calendar* calendar,
                                    tertib_error** error) {
    return move_clock(clock, error, [&](tertib::TestClock& moved) {
        require(calendar, "calendar");
        moved.use(calendar->calendar);
    });
}

void tertib_test_clock_free(tertib_test_clock* clock) {
    free_handle(clock);
}
