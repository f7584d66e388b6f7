// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/deadline.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace tertib {

/// Whether a step was late. Undecidable: the record allows both.
enum class LatenessVerdict : std::uint8_t { on_time, late, not_applicable, undecidable };

/// Whether a day of "Hari" ends with its date or at closing time. No text read says that a day
/// ends at closing time, so the date is the default.
enum class DayEnd : std::uint8_t { date, closing };

/// Late or not, and by how much at least and at most (equal for an exact record).
struct Lateness {
    LatenessVerdict verdict = LatenessVerdict::not_applicable;
    Work least{}; ///< working time after the deadline, 0 if none; for a range of stamps the least
    Work most{};
    /// In the waktu's own unit where that is days: working days (or civil days, for Hari Kalender
    /// and larger) after the deadline's date.
    std::optional<std::int64_t> least_days;
    std::optional<std::int64_t> most_days;
    std::vector<Finding> findings; ///< AFTER-CLOSING

    friend bool operator==(const Lateness&, const Lateness&) = default;
};

struct LatenessOptions {
    DayEnd day_end = DayEnd::date;
};

/// Compares what a deadline demanded with when the step was done. Menit, Jam and N x 24 Jam: late
/// after the instant, at it is on time. Hari and larger: late when the local date of completion
/// is after the deadline's. A record known only to the day or the hour is late only if every
/// instant in it is, on time only if every one is. The calendar gives the working time and days of
/// lateness; it may be another version than the deadline's. Throws Error(argument) for a latest
/// start (TimeDirection::backward), a stamp that ends before it begins, and one outside first_day …
/// last_day.
[[nodiscard]] Lateness lateness(const Calendar& calendar, const Deadline& deadline,
                                const Stamp& done, const LatenessOptions& options = {});

/// "on_time", "late", "not_applicable", "undecidable"
[[nodiscard]] std::string_view name(LatenessVerdict verdict) noexcept;

} // namespace tertib
