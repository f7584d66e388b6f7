// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/model/roster.hpp"
#include "tertib/run/command.hpp"
#include "tertib/run/event.hpp"

#include <optional>
#include <string>

namespace tertib {

/// In what standing somebody acts for a post, or why they may not.
struct Authority {
    std::optional<Finding> refusal;
    Standing standing = Standing::unverified;
    std::string surat; ///< the letter by which they act for the holder
};

/// By the roster on a day; nullptr, or a post that it doesn't cover: what they say is taken.
[[nodiscard]] Authority authority_of(const Roster* roster, const Actor& by, LocalDay day);

} // namespace tertib
