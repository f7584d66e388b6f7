// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "failure.hpp"

#include "tertib/base/error.hpp"

#include <string>

namespace tertib::tool {

/// What the library's refusal of a file means to the user: which file, why, what to do.
[[nodiscard]] Failure unreadable(const std::string& path, const Error& error);

} // namespace tertib::tool
