// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/allowance.hpp"
#include "tertib/time/instant.hpp"
#include "tertib/time/working_table.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// The arithmetic of deadlines without their record: an instant in, an instant out, one at a time
/// or a column at a time. `deadline` (time/deadline.hpp) is the call that also tells how it came
/// about.
///
///     const Allowance three_days = allowance(read_waktu("3 Hari Kerja").waktu).alternatives[0];
///     std::optional<Instant> end = due(office.table(), office.zone(), *start, three_days);
///
/// Pure functions; any thread.
namespace tertib {

/// Waiting for the applicant (jeda waktu): nothing counts from `from` until just before `until`.
struct ClockStop {
    Instant from;
    Instant until;

    friend bool operator==(const ClockStop&, const ClockStop&) = default;
};

/// The union of the stops: sorted, apart, none empty. Throws Error(argument) for one that ends
/// before it begins.
[[nodiscard]] std::vector<ClockStop> merged(std::span<const ClockStop> stops);

/// When an allowance that begins at `start` ends. Nothing where there is no deadline, or it lies
/// outside the table. Tens of nanoseconds.
///
/// A negative allowance is reckoned backwards and gives the latest start: for Menit and Jam the
/// latest instant with that much working time before `start`, for N x 24 Jam the wall clock's; for
/// Hari and larger the latest closing time whose own deadline is not after `start` (for an office
/// that closes at 24:00, the microsecond before). Sums of days
/// and minutes can't be reckoned backwards (their place in the day depends on the answer), nor
/// can Hari Kalender and larger with clock stops (a later start may end earlier): nothing.
[[nodiscard]] std::optional<Instant> due(const WorkingTable& table, Zone zone, Instant start,
                                         const Allowance& allowance) noexcept;

/// The same with clock stops, which must be sorted and apart (see merged()). Linear in the stops
/// (backwards by days: times the logarithm of the table).
///
/// In a sum a stop belongs to the part during which it begins: it adds calendar days while those
/// run, then working days, and stops the minutes and the wall clock.
[[nodiscard]] std::optional<Instant> due(const WorkingTable& table, Zone zone, Instant start,
                                         const Allowance& allowance,
                                         std::span<const ClockStop> stops) noexcept;

/// What stands in a column of instants where there is no answer (numpy's NaT).
inline constexpr std::int64_t no_instant = INT64_MIN;

/// A column at a time, in microseconds since 1970 UTC: out[i] is the deadline of starts[i], or
/// no_instant. starts may hold no_instant. Both of one length, else Error(argument); they may be
/// the same memory.
void due_column(const WorkingTable& table, Zone zone, std::span<const std::int64_t> starts,
                const Allowance& allowance, std::span<std::int64_t> out);

/// Working microseconds between each pair, negative where until[i] is before from[i], no_instant
/// where there is no answer. All of one length, else Error(argument); out may be either input.
void between_column(const WorkingTable& table, Zone zone, std::span<const std::int64_t> from,
                    std::span<const std::int64_t> until, std::span<std::int64_t> out);

namespace detail {
/// due() on plain numbers, as in a column: the optional is made by the caller (see WorkingTable).
[[nodiscard]] std::int64_t due(const WorkingTable& table, Zone zone, std::int64_t start,
                               const Allowance& allowance) noexcept;
} // namespace detail

inline std::optional<Instant> due(const WorkingTable& table, Zone zone, Instant start,
                                  const Allowance& allowance) noexcept {
    const std::int64_t end = detail::due(table, zone, start.time_since_epoch().count(), allowance);
    return end == no_instant ? std::nullopt
                             : std::optional(Instant{std::chrono::microseconds{end}});
}

} // namespace tertib
