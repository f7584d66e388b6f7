// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/json_view.hpp"

#include <span>
#include <string_view>

namespace tertib {

/// Takes a document of just this schema ("tertib.command/1"). Throws Error(unsupported) for another
/// number of it, Error(format) for anything else.
void check_schema(JsonView root, std::string_view schema);

/// Refuses the first member that isn't known, by its pointer, and lists those that are.
void refuse_unknown(JsonView object, std::span<const std::string_view> known,
                    std::string_view reason);

} // namespace tertib
