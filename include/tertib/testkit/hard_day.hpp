// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/model/roster.hpp"
#include "tertib/time/instant.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// A situation in an office's calendar on which software for offices tends to fail, with all that a
/// test needs to put its own code into it. A plain value.
///
///     const HardDay day = hard_day("cuti-bersama-overnight");
///     TestClock clock(calendar_from_name(day.calendars[0]), day.moments[0]);
///     Instant promised = *deadline(clock.calendar(), clock.now(), read_waktu(day.waktu).waktu).due;
///     clock.use(calendar_from_name(day.calendars[1]));     // the same waktu ends later now
///     clock.set(day.moments[1]);
struct HardDay {
    std::string_view name;
    std::string_view code; ///< in the catalogue, of the sentence that says what is hard
    /// As calendar_from_name reads them. With two, they answer differently.
    std::vector<std::string_view> calendars;
    /// With two, either the same question is answered differently at each, or the first is when it
    /// begins and the second when it has become hard; the sentence says which.
    std::vector<Instant> moments;
    std::string_view waktu; ///< on which it is seen
    Roster roster;          ///< empty where it isn't about who holds a post

    friend bool operator==(const HardDay&, const HardDay&) = default;
};

/// All of them, in a fixed order:
/// cuti-bersama-overnight, first-day-of-ramadan, friday-break, year-end-without-decree, wit-office,
/// six-day-week, plh-expires-mid-task.
[[nodiscard]] std::vector<HardDay> hard_days();

/// The one of that name. Throws Error(argument) that lists those there are.
[[nodiscard]] HardDay hard_day(std::string_view name);

/// What is hard about it, in one or two sentences.
[[nodiscard]] std::string text(const HardDay& day, Language language);

} // namespace tertib
