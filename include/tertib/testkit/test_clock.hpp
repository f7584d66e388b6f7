// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"
#include "tertib/time/instant.hpp"

#include <chrono>
#include <string_view>

namespace tertib {

/// A clock that stands still until the test moves it, on the wall of an office.
///
///     TestClock clock(calendar_from_name("id5"), "2025-05-09T15:00");
///     clock.advance(20min);
///     clock.advance("2 Hari Kerja");          // past a weekend and two holidays
///     text(clock.now(), clock.zone());        // "2025-05-15T16:00:00+07:00"
///
/// A plain value: a copy goes its own way. For one thread at a time.
class TestClock {
public:
    /// `at` is a moment as read_stamp reads it, without an offset on the calendar's clock. Throws
    /// Error(argument) for text that is no moment (a day is none), or one outside first_day …
    /// last_day; so do the members below.
    TestClock(Calendar calendar, std::string_view at);
    TestClock(Calendar calendar, Instant at);

    [[nodiscard]] Instant now() const noexcept { return now_; }
    [[nodiscard]] const Calendar& calendar() const noexcept { return calendar_; }
    [[nodiscard]] Zone zone() const noexcept { return calendar_.zone(); }

    /// Any moment, also an earlier one: a clock that goes backwards is a thing to test.
    void set(Instant at);
    void set(std::string_view at);

    /// Time on the wall: minutes, hours, days; negative goes back.
    void advance(std::chrono::microseconds time);
    /// To the moment at which a waktu that starts now ends by the calendar. Throws Error(argument)
    /// for one that names no time or counts items.
    void advance(std::string_view waktu);
    /// The same calendar as another date knows it, or another one: what the office learns overnight.
    void use(Calendar calendar);

private:
    Calendar calendar_;
    Instant now_;
};

} // namespace tertib
