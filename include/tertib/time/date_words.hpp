// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/catalogue.hpp"
#include "tertib/time/instant.hpp"
#include "tertib/time/working_table.hpp"

#include <chrono>
#include <span>
#include <string>

namespace tertib {

// Dates and hours as a letter writes them. From any thread.

/// "Kamis, 26 Juni 2025", "Thursday, 26 June 2025"
[[nodiscard]] std::string words(LocalDay day, Language language);

/// "Kamis, 26 Juni 2025 pukul 16.00 WIB"; seconds only where there are some, and the offset where
/// the zone has no name.
[[nodiscard]] std::string words(Instant instant, Zone zone, Language language);

/// "07.30–12.00, 13.00–16.00", in English "07:30–12:00 …"; "-" for none.
[[nodiscard]] std::string words(std::span<const WorkSpan> hours, Language language);

/// "Senin", "Monday"
[[nodiscard]] std::string words(std::chrono::weekday weekday, Language language);

/// "Juni", "June"
[[nodiscard]] std::string words(std::chrono::month month, Language language);

} // namespace tertib
