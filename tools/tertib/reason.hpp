// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "failure.hpp"

#include "tertib/base/error.hpp"

#include <cstdint>
#include <string>

namespace tertib::tool {

/// A document in one of the formats of offices, or a file of tertib's own.
enum class InputKind : std::uint8_t { document, json };

/// What the library's refusal of a file means to the user: which file, why, what to do.
[[nodiscard]] Failure unreadable(const std::string& path, const Error& error, InputKind kind);

} // namespace tertib::tool
