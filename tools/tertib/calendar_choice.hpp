// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"

#include <string>

namespace tertib::tool {

/// The calendar that is taken where --calendar says nothing; the output names it.
inline constexpr const char* default_calendar = "id5";

/// The calendar that --calendar names: (NAME or PATH)[@DATE][+HH]. A path is told from a name by a
/// slash or a dot; its file is tertib.calendar/1. Throws Failure: usage for a name that isn't there,
/// unreadable for a file that is no calendar.
[[nodiscard]] Calendar find_calendar(const std::string& wanted);

} // namespace tertib::tool
