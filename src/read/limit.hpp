// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/error.hpp"

#include <cstddef>
#include <string_view>

namespace tertib {

/// Throws Error(limit) that names the passed limit of ReadOptions, its value, and the place:
/// limit_passed("max_columns", 1'000, "columns", {.row = 3}).
[[noreturn]] void limit_passed(std::string_view option, std::size_t limit, std::string_view of,
                               const Position& where = {});

} // namespace tertib
