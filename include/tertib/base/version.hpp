// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tertib {

/// The library's version as "major.minor.patch" (SemVer 2.0), written once, in CMakeLists.txt.
[[nodiscard]] std::string_view version() noexcept;

} // namespace tertib
