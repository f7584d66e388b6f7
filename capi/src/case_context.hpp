// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/roster.hpp"
#include "tertib/run/decide.hpp"
#include "tertib/tertib_experimental.h"

#include <memory>
#include <optional>

struct tertib_case_context {
    std::shared_ptr<const tertib::ReadySop> sop;
    tertib::Calendar calendar;
    std::optional<tertib::Roster> roster;

    [[nodiscard]] tertib::CaseContext borrow() const noexcept {
        return {.sop = sop.get(), .calendar = &calendar, .roster = roster ? &*roster : nullptr};
    }
};

namespace tertib::capi {

/// Throws Error(argument), saying why, for an SOP whose cases can't be run.
[[nodiscard]] std::shared_ptr<const ReadySop> ready_of(const tertib_sop& sop,
                                                       UnknownPelaksana unknown);

} // namespace tertib::capi
