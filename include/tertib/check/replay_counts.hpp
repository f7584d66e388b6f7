// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/check/replay.hpp"

#include <cstdint>
#include <span>
#include <string>

namespace tertib {

/// How many cases of a log fared how on a net. A plain value.
struct ReplayCounts {
    std::uint64_t cases = 0; ///< all; those below add up to it
    std::uint64_t events = 0;
    std::uint64_t variants = 0; ///< traces as they were given
    std::uint64_t fits = 0;
    std::uint64_t unknown = 0;
    std::uint64_t not_possible = 0;
    std::uint64_t unfinished = 0;
    std::uint64_t not_decided = 0;

    /// Those of one verdict.
    [[nodiscard]] std::uint64_t of(ReplayVerdict verdict) const noexcept;

    friend bool operator==(const ReplayCounts&, const ReplayCounts&) = default;
};

/// Throws Error(argument) if the answers aren't those of as many traces.
[[nodiscard]] ReplayCounts replay_counts(std::span<const NetTrace> traces,
                                         std::span<const TraceReplay> answers);

/// One JSON document, "tertib.token_replay/1" (docs/schema/token_replay.json).
[[nodiscard]] std::string to_json(const ReplayCounts& counts);

} // namespace tertib
