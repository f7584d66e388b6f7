// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "time/calendar_days.hpp"

#include <optional>
#include <span>
#include <string>

namespace tertib {

/// The digest of the facts alone, in canonical order (docs/formats.md).
[[nodiscard]] std::string facts_digest(const CalendarDraft& draft,
                                       std::span<const FactIndex> order);

/// The digest of a calendar, given that of its facts.
[[nodiscard]] std::string calendar_digest(const CalendarDraft& draft, const std::string& facts,
                                          std::optional<LocalDay> known_on);

} // namespace tertib
