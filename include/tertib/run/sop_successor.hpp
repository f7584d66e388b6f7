// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/run/office_state.hpp"

#include <span>
#include <string>
#include <string_view>

namespace tertib {

/// The digest of the version that took this one's place (over however many steps, the last of them)
/// and is in force on the day; "" if there is none. For offering to migrate. `versions` are those of
/// a state. Pure; use it from any thread.
[[nodiscard]] std::string successor_in_force(std::span<const SopVersion> versions,
                                             std::string_view digest, LocalDay day);

} // namespace tertib
