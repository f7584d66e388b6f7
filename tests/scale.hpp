// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>

/// How often a long random test runs: `full` times the variable TERTIB_TEST_SCALE (1 if it isn't
/// set; CI says 0.1, and 0.01 under the sanitizers), but at least once.
///
///     for (std::size_t i = 0; i < scaled(10'000); ++i) …
inline std::size_t scaled(std::size_t full) {
    const char* text = std::getenv("TERTIB_TEST_SCALE");
    const double scale = text == nullptr ? 1.0 : std::strtod(text, nullptr);
    return std::max<std::size_t>(1, static_cast<std::size_t>(scale * static_cast<double>(full)));
}
