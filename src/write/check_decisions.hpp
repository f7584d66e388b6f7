// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "write/check_figures.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tertib {

/// Something that people have to decide, who, and until when.
struct CheckDecision {
    std::string what;
    std::string who;             ///< a post or a unit, never a person
    std::optional<LocalDay> day; ///< working days after `now`; nothing where there is no now

    friend bool operator==(const CheckDecision&, const CheckDecision&) = default;
};

/// At most three: open steps past their deadline (one working day), what came out violated in most
/// cases (five), what most cases couldn't be judged for (ten).
[[nodiscard]] std::vector<CheckDecision>
decisions_of(const CheckReport& report, std::span<const StepFigures> steps, Language language);

/// That many working days after a day, or nothing if none come within two years.
[[nodiscard]] std::optional<LocalDay> working_days_after(const Calendar& calendar, LocalDay day,
                                                         int count);

} // namespace tertib
