// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/log/event_log.hpp"
#include "tertib/log/log_findings.hpp"
#include "tertib/log/variants.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tertib {

/// A text of a log and how many events have it.
struct TextCount {
    std::string text;
    std::uint64_t events = 0;

    friend bool operator==(const TextCount&, const TextCount&) = default;
};

/// A sequence of activities and how many cases show it.
struct VariantCount {
    std::vector<std::string> activities;
    std::uint64_t cases = 0;

    friend bool operator==(const VariantCount&, const VariantCount&) = default;
};

/// What a log holds, for people: counts, from when to when, the most frequent texts and sequences,
/// and what is odd about its data. A plain value.
struct LogInfo {
    std::string digest; ///< 64 hexadecimal digits
    std::uint64_t events = 0;
    std::uint64_t cases = 0;
    std::uint64_t with_start = 0; ///< events
    std::uint64_t with_complete = 0;
    std::uint64_t day_only = 0; ///< stamps
    std::optional<Stamp> first; ///< the earliest stamp, and the latest
    std::optional<Stamp> last;
    Zone zone; ///< that stamps without one were taken to be in

    // Each sorted by how many events there are, equal ones by text.
    std::vector<TextCount> activities;
    std::vector<TextCount> resources;
    std::vector<TextCount> roles;
    std::vector<TextCount> outcomes;
    std::vector<std::string> columns; ///< further ones, in the order of the source

    std::uint64_t variants = 0;
    std::vector<VariantCount> frequent; ///< ten at most
    std::vector<Finding> findings;
};

/// `read` are the findings of the reader; those of the log's data stand behind them.
[[nodiscard]] LogInfo make_log_info(const EventLog& log, std::vector<Finding> read = {},
                                    const LogFindingOptions& options = {});

} // namespace tertib
