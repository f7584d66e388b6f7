// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/tertib_experimental.h"
#include "tertib/time/calendar.hpp"
#include "tertib/time/instant.hpp"

#include <cstdint>
#include <optional>
#include <string>

struct tertib_calendar {
    explicit tertib_calendar(tertib::Calendar made);

    tertib::Calendar calendar;
    std::string label;
};

namespace tertib::capi {

/// Nothing for what is no day from first_day to last_day.
[[nodiscard]] std::optional<LocalDay> day_of(tertib_date date) noexcept;
/// The same, but throws Error(argument) that names the parameter.
[[nodiscard]] LocalDay require_day(tertib_date date, const char* name);
[[nodiscard]] tertib_date date_of(LocalDay day) noexcept;
/// Throws Error(argument) for what no zone is.
[[nodiscard]] Zone zone_of(std::int32_t minutes);

/// Throws Error(argument) that names the parameter for an instant that no zone has from first_day
/// to last_day.
[[nodiscard]] Instant require_instant(std::int64_t instant, const char* name);

} // namespace tertib::capi
