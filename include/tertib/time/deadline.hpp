// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/base/finding.hpp"
#include "tertib/time/allowance.hpp"
#include "tertib/time/calendar.hpp"
#include "tertib/time/due.hpp"
#include "tertib/time/instant.hpp"
#include "tertib/time/waktu.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tertib {

/// Forwards: when a waktu that starts then ends. Backwards: when it must start to end by then.
enum class TimeDirection : std::uint8_t { forward, backward };

struct DeadlineOptions {
    std::vector<ClockStop> stops;      ///< in any order, may overlap: their union counts
    std::optional<std::int64_t> items; ///< how many, for "per berkas"
    Bound bound = Bound::upper;        ///< which end of a range
    TimeDirection direction = TimeDirection::forward;

    friend bool operator==(const DeadlineOptions&, const DeadlineOptions&) = default;
};

/// When a waktu ends, with all that is needed to reckon it again. A plain value.
struct Deadline {
    /// Nothing for open and none. Backwards the latest start.
    std::optional<Instant> due;
    Instant start{}; ///< backwards the instant to end by
    TimeDirection direction = TimeDirection::forward;
    Waktu waktu;                  ///< as written, and the reading chosen
    Allowance counted;            ///< the alternative that decided, never negative
    std::vector<ClockStop> stops; ///< sorted and apart
    std::string calendar;         ///< Calendar::label()
    std::string calendar_version;
    std::string calendar_digest;
    std::optional<LocalDay> known_on;
    Zone zone;
    /// WAKTU-ROUNDED, WAKTU-RESTATED-DIFFERS, DEADLINE-RESTATED, DEADLINE-DAY-LENGTH,
    /// STOP-AFTER-DEADLINE, STOP-BEFORE-START, and the calendar's CAL-… for the days passed
    /// (not for N x 24 Jam, which rests on no calendar).
    std::vector<Finding> findings;

    friend bool operator==(const Deadline&, const Deadline&) = default;
};

/// The deadline of a waktu that starts at `start`, as docs/time.md tells it with examples.
///
///     Deadline d = deadline(office, *start, read_waktu("3 Hari Kerja").waktu);
///     text(*d.due, office.zone());
///
/// Of alternatives the later counts (backwards the earlier start). Throws Error(argument) for a
/// stop that ends before it begins, "per berkas" without items, and a start or a deadline outside
/// first_day … last_day; Error(unsupported) for what can't be reckoned backwards (see due()). Any
/// thread.
[[nodiscard]] Deadline deadline(const Calendar& calendar, Instant start, const Waktu& waktu,
                                const DeadlineOptions& options = {});

/// Whether a deadline is a moment, or the date of its closing time: Hari and larger units end with
/// their day, Menit, Jam and N x 24 Jam at an instant, and so do sums that end with them.
enum class DueBy : std::uint8_t { instant, date };
[[nodiscard]] DueBy due_by(const Allowance& allowance) noexcept;

/// The local day that a deadline belongs to; 24:00 belongs to the day that it ends.
[[nodiscard]] std::optional<LocalDay> due_day(const Deadline& deadline) noexcept;

/// "forward", "backward"
[[nodiscard]] std::string_view name(TimeDirection direction) noexcept;

} // namespace tertib
