// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/waktu.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <utility>

namespace tertib {

/// Arithmetic on the parts of a waktu that needs no calendar: only ratios that hold always are
/// used (60 minutes an hour, 7 calendar days a week, 12 months a year). Whether 8 hours are a day
/// is a question for the office's calendar and answered nowhere here.

/// The two parts in one unit, where a fixed ratio leads from one to the other and both are
/// reckoned alike. A reckoning that was only assumed gives way to one that was written.
[[nodiscard]] std::optional<std::pair<WaktuPart, WaktuPart>> in_one_unit(WaktuPart a, WaktuPart b);

/// The sum of all parts as one part; nothing if that needs a calendar or can't be held.
[[nodiscard]] std::optional<WaktuPart> total(std::span<const WaktuPart> parts);

/// How the doubled notation stands to the amount before it.
enum class Agreement : std::uint8_t {
    same,           ///< 480 Menit (8 Jam)
    rounded,        ///< 470 Menit (7.8 Jam)
    different,      ///< 480 Menit (7 Jam)
    needs_calendar, ///< 8 Jam (1 Hari)
};
[[nodiscard]] Agreement compare(const WaktuPart& amount, const WaktuPart& restated);

} // namespace tertib
