// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/time/allowance.hpp"
#include "tertib/time/calendar.hpp"
#include "tertib/time/instant.hpp"
#include "tertib/time/waktu.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace tertib {

/// Waiting for the applicant (jeda waktu): nothing counts from `from` until just before `until`.
struct ClockStop {
    Instant from;
    Instant until;

    friend bool operator==(const ClockStop&, const ClockStop&) = default;
};

struct DeadlineOptions {
    std::vector<ClockStop> stops;      ///< in any order, may overlap: their union counts
    std::optional<std::int64_t> items; ///< how many, for "per berkas"
    Bound bound = Bound::upper;        ///< which end of a range
};

/// When a waktu ends, with all that is needed to reckon it again.
struct Deadline {
    std::optional<Instant> due; ///< nothing for open and none
    Instant start{};
    Waktu waktu;       ///< as written, and the reading chosen
    Allowance counted; ///< the alternative that decided
    std::vector<ClockStop> stops;
    std::string calendar; ///< Calendar::label()
    std::string calendar_version;
    std::string calendar_digest;
    std::optional<LocalDay> known_on;
    Zone zone;
    std::vector<Finding> findings; ///< of the waktu, the stops, and the calendar's days passed

    friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// The deadline of a waktu that starts at `start`, as time.md of the design says it; docs/time.md
/// tells it with examples.
///
///     Deadline d = deadline(office, *start, read_waktu("3 Hari Kerja").waktu);
///     text(*d.due, office.zone());
///
/// Throws Error(argument) for a stop that ends before it begins, "per berkas" without items, and a
/// start or a deadline outside first_day … last_day. Any thread.
[[nodiscard]] Deadline deadline(const Calendar& calendar, Instant start, const Waktu& waktu,
                                const DeadlineOptions& options = {});

/// The hot call: the same instant without the record. Nothing where there is no deadline, or it
/// lies outside the table. Tens of nanoseconds.
[[nodiscard]] std::optional<Instant> due(const WorkingTable& table, Zone zone, Instant start,
                                         const Allowance& allowance) noexcept;
/// The same with clock stops, which must be sorted and apart (see merged()).
[[nodiscard]] std::optional<Instant> due(const WorkingTable& table, Zone zone, Instant start,
                                         const Allowance& allowance,
                                         std::span<const ClockStop> stops) noexcept;

/// The union of the stops: sorted, apart, none empty. Throws Error(argument) for one that ends
/// before it begins.
[[nodiscard]] std::vector<ClockStop> merged(std::span<const ClockStop> stops);

/// What stands in a column of instants where there is no answer (numpy's NaT).
inline constexpr std::int64_t no_instant = INT64_MIN;

/// A column at a time, in microseconds since 1970 UTC: out[i] is the deadline of starts[i], or
/// no_instant. starts may hold no_instant. Both of one length, else Error(argument); they may be
/// the same memory.
void due_column(const WorkingTable& table, Zone zone, std::span<const std::int64_t> starts,
                const Allowance& allowance, std::span<std::int64_t> out);

/// Working microseconds between each pair, no_instant where there is no answer.
void between_column(const WorkingTable& table, Zone zone, std::span<const std::int64_t> from,
                    std::span<const std::int64_t> until, std::span<std::int64_t> out);

} // namespace tertib
