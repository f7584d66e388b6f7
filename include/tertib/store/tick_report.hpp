// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/store/transaction.hpp"

#include <optional>
#include <vector>

namespace tertib {

/// A rule of an overrun policy that was followed.
struct FollowedRule {
    DeadlineRow moment;
    EventKind kind = EventKind::warned; ///< or reassigned, escalated

    friend bool operator==(const FollowedRule&, const FollowedRule&) = default;
};

/// What a tick recorded. A plain value.
struct TickReport {
    Instant now{};
    std::vector<DeadlineRow> missed; ///< each recorded once, ever; in order
    std::vector<FollowedRule> rules; ///< likewise
    /// From when on the earliest deadline that still runs counts as missed: when to tick again. Not
    /// after `now` where there were more than the limit allowed.
    std::optional<Instant> next_due;

    friend bool operator==(const TickReport&, const TickReport&) = default;
};

} // namespace tertib
