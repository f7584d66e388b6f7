// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "subject.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tertib {

/// Promise 1: what was acknowledged survives kill -9.
///
/// A child opens the file, asks again for what its predecessors left open, then appends and makes
/// checkpoints until it is killed at a random moment (often while it still opens or recovers). It
/// says through a pipe what it asks and what it is answered; the parent keeps that, and after about
/// every second killing opens the file itself, so that the others are recovered by the next child.
/// All use one file, which grows.
///
/// It can't show a loss of power: what a killed process wrote stays with the kernel.
struct KillReport {
    std::size_t kills = 0;
    std::size_t while_opening = 0; ///< killed before the first word
    std::size_t looks = 0;         ///< of the parent, at the current case
    std::size_t full_looks = 0;    ///< at everything
    std::size_t acknowledged = 0;
    std::size_t left_open = 0; ///< asked, and killed before the answer
    std::vector<std::string> wrong;
};

struct KillOptions {
    std::size_t kills = 100;
    std::uint64_t seed = 0;
    std::chrono::microseconds longest{4000}; ///< that a child lives, besides opening the file
    std::size_t most_wrong = 5;
};

/// Forks: to be called while the process has one thread and no open SQLite connection. Throws
/// std::runtime_error if the system can't.
[[nodiscard]] KillReport run_kills(const OpenSubject& open, const KillOptions& options);

} // namespace tertib
