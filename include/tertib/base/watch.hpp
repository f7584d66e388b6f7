// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>

namespace tertib {

/// What a Watch is told while long work goes on.
struct Progress {
    std::uint64_t done = 0;  ///< units of work done so far
    std::uint64_t total = 0; ///< units in all, 0 if not known
};

/// A function that long work calls every so often, from the thread that does the work; it
/// answers whether to go on. An empty Watch means: go on to the end.
enum class Go : std::uint8_t { on, stop };
using Watch = std::function<Go(const Progress&)>;

} // namespace tertib
