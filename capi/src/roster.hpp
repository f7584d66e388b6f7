// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/model/roster.hpp"
#include "tertib/tertib_experimental.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace tertib::capi {

/// Who holds which post; nothing where `count` is 0, since then nobody's post is to be verified.
/// Throws Error(argument) for NULL with a count, and for what no holding is, Error(limit) for more
/// than 100000.
[[nodiscard]] std::optional<Roster> roster_of(const tertib_post_holding* posts, std::size_t count);

/// TERTIB_POST_…
[[nodiscard]] std::int32_t kind_in_c(PostKind kind) noexcept;

} // namespace tertib::capi
