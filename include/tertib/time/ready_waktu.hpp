// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/allowance.hpp"
#include "tertib/time/deadline.hpp"
#include "tertib/time/due.hpp"
#include "tertib/time/waktu_request.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace tertib {

/// What was asked about a waktu, made ready for many starts: alternatives, clock stops and
/// direction as `deadline` (time/deadline.hpp) takes them, but nothing is kept of how it came about.
///
///     const ReadyWaktu asked = ready(read_waktu_request("120 Menit / 3 Hari", office.zone()));
///     std::optional<Instant> end = due(office.table(), office.zone(), *start, asked);
///
/// A plain value; any thread.
struct ReadyWaktu {
    std::vector<Allowance> alternatives; ///< negative if backwards; none: no deadline
    std::vector<ClockStop> stops;        ///< sorted and apart
    TimeDirection direction = TimeDirection::forward;
    std::vector<Finding> findings; ///< of the waktu's reading, and of making it ready

    friend bool operator==(const ReadyWaktu&, const ReadyWaktu&) = default;
};

/// Throws Error(argument) as `allowance` and `merged` do.
[[nodiscard]] ReadyWaktu ready(const WaktuRequest& request);

/// Of alternatives the later counts (backwards the earlier start); nothing where one of them has no
/// answer, or the waktu names no time. Tens of nanoseconds.
[[nodiscard]] std::optional<Instant> due(const WorkingTable& table, Zone zone, Instant start,
                                         const ReadyWaktu& waktu) noexcept;

/// A column at a time, in microseconds since 1970 UTC, no_instant for nothing. Both of one length,
/// else Error(argument); they may be the same memory.
void due_column(const WorkingTable& table, Zone zone, std::span<const std::int64_t> starts,
                const ReadyWaktu& waktu, std::span<std::int64_t> out);

} // namespace tertib
