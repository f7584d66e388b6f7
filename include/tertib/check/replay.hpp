// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/watch.hpp"
#include "tertib/check/align.hpp"
#include "tertib/graph/petri_net.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace tertib {

/// How a trace fared on a net.
enum class ReplayVerdict : std::uint8_t {
    fits,         ///< some run of the net tells just this trace
    unknown,      ///< an event's activity is none of the net's
    not_possible, ///< no run that tells the events so far goes on with this one
    unfinished,   ///< every event is told, but no run that does can end there
    not_decided   ///< the budget or the Watch ended the replay before an answer
};

struct TraceReplay {
    ReplayVerdict verdict = ReplayVerdict::not_decided;
    /// The first event that is unknown or not possible, or before which the budget ended.
    std::optional<std::uint32_t> event;

    friend bool operator==(const TraceReplay&, const TraceReplay&) = default;
};

struct TokenReplayOptions {
    std::size_t max_states = 2'000'000; ///< markings, and places of markings in sets of them
    Watch watch;                        ///< asked every few thousand traces or markings
};

/// Replays traces on a net, exactly: every run that could have told the events so far is followed
/// at once, silent transitions and equal labels included. A trace fits if and only if its optimal
/// alignment costs nothing. Linear in the events once the sets of markings were met.
///
///     replay(net, traces)[0].verdict == ReplayVerdict::fits
///
/// Throws Error(limit) if the net moves more than 255 tokens at once. Pure.
[[nodiscard]] std::vector<TraceReplay> replay(const PetriNet& net, std::span<const NetTrace> traces,
                                              const TokenReplayOptions& options = {});

/// "fits", "unknown", "not_possible", "unfinished", "not_decided".
[[nodiscard]] std::string_view name(ReplayVerdict verdict) noexcept;

} // namespace tertib
