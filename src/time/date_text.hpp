// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/time/instant.hpp"

#include <string>
#include <string_view>

namespace tertib {

/// Dates and times as letters write them.

/// "Senin", "Monday"
[[nodiscard]] std::string_view weekday_name(std::chrono::weekday weekday, Language language);

/// "Kamis, 26 Juni 2025", "Thursday, 26 June 2025"
[[nodiscard]] std::string long_date(LocalDay day, Language language);

/// "10.30" in Indonesian, "10:30" in English; seconds only where there are any.
[[nodiscard]] std::string clock_text(LocalTime time, Language language);

/// "WIB", "WITA", "WIT", else "UTC+05:30"
[[nodiscard]] std::string zone_name(Zone zone);

} // namespace tertib
