// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"

#include <string>
#include <string_view>

namespace tertib {

/// The calendar as JSON, schema tertib.calendar/1 (docs/schema/calendar.json): all its facts, so
/// that it stands alone. Reading it back gives an equal calendar.
[[nodiscard]] std::string to_json(const Calendar& calendar);

/// Reads tertib.calendar/1. With "base": "id5" the facts are added to those of that built-in
/// calendar, which `derived_from` then names. Throws Error(format) for text that is no calendar,
/// Error(argument) for facts that can't be, Error(limit) for too many; each says where.
[[nodiscard]] Calendar calendar_from_json(std::string_view text, const CalendarLimits& limits = {});

} // namespace tertib
