// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "time/calendar_days.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace tertib {

/// What is to be said of a day; several may be.
enum class DayMark : std::uint8_t { estimate = 1, profile = 2, unverified = 4 };

/// The marks of each day, as bits.
[[nodiscard]] std::vector<std::uint8_t>
mark_days(const CalendarDraft& draft, const CalendarDays& days, std::optional<LocalDay> known_on);

/// The findings of Calendar::findings. Costs as much as there are days asked.
[[nodiscard]] std::vector<Finding> calendar_findings(const CalendarDraft& draft,
                                                     const std::vector<std::uint8_t>& marks,
                                                     std::optional<LocalDay> known_on,
                                                     LocalDay first, LocalDay last);

} // namespace tertib
