// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

/// Working time reckoned by walking, written independently of the library: an office is a list of
/// minutes that are worked or not, and every question is answered by going from one minute to the
/// next. Nothing here shares a line with src/time. Moments are microseconds since 1970-01-01 00:00
/// by the office's clock; nothing stands for an end outside the days that the office has.
namespace naive {

inline constexpr std::int64_t second = 1'000'000;
inline constexpr std::int64_t minute = 60 * second;
inline constexpr std::int64_t day = 1440 * minute;

using Stops = std::vector<std::pair<std::int64_t, std::int64_t>>;
using Moment = std::optional<std::int64_t>;

/// The minutes of a kind of day: worked or not.
using Minutes = std::array<bool, 1440>;

struct Office {
    std::vector<Minutes> kinds;
    std::vector<std::uint16_t> kind_of_day;

    [[nodiscard]] std::int64_t days() const {
        return static_cast<std::int64_t>(kind_of_day.size());
    }
    [[nodiscard]] std::int64_t end() const { return days() * day; }

    /// Whether the minute that begins at (or holds) the moment is worked.
    [[nodiscard]] bool works(std::int64_t moment) const {
        const auto number = static_cast<std::size_t>(moment / day);
        const auto of_day = static_cast<std::size_t>(moment % day / minute);
        return kinds[kind_of_day[number]][of_day];
    }
    [[nodiscard]] bool works_on(std::int64_t number) const {
        const Minutes& minutes = kinds[kind_of_day[static_cast<std::size_t>(number)]];
        return std::find(minutes.begin(), minutes.end(), true) != minutes.end();
    }
    [[nodiscard]] std::int64_t closing(std::int64_t number) const {
        std::int64_t at = (number + 1) * day;
        while (!works(at - minute)) {
            at -= minute;
        }
        return at;
    }
    [[nodiscard]] std::int64_t opening(std::int64_t number) const {
        std::int64_t at = number * day;
        while (!works(at)) {
            at += minute;
        }
        return at;
    }
};

/// Whether a moment lies in a clock stop [from, until).
inline bool stopped(const Stops& stops, std::int64_t moment) {
    for (const auto& [from, until] : stops) {
        if (from <= moment && moment < until) {
            return true;
        }
    }
    return false;
}

/// Where the next piece ends in which nothing changes: at the next full step of the clock or at
/// the edge of a stop.
inline std::int64_t piece_end(const Stops& stops, std::int64_t at, std::int64_t step) {
    std::int64_t end = at - at % step + step;
    for (const auto& [from, until] : stops) {
        for (const std::int64_t edge : {from, until}) {
            end = edge > at && edge < end ? edge : end;
        }
    }
    return end;
}

inline std::int64_t piece_begin(const Stops& stops, std::int64_t at, std::int64_t step) {
    std::int64_t begin = (at - 1) - (at - 1) % step;
    for (const auto& [from, until] : stops) {
        for (const std::int64_t edge : {from, until}) {
            begin = edge < at && edge > begin ? edge : begin;
        }
    }
    return begin;
}

/// n microseconds of work after the start, walked in steps of a minute (or a second).
inline Moment forward(const Office& office, std::int64_t start, std::int64_t n,
                      const Stops& stops = {}, std::int64_t step = minute) {
    std::int64_t at = start;
    while (n > 0) {
        if (at >= office.end()) {
            return std::nullopt;
        }
        const std::int64_t end = piece_end(stops, at, step);
        if (office.works(at) && !stopped(stops, at)) {
            if (n <= end - at) {
                return at + n;
            }
            n -= end - at;
        }
        at = end;
    }
    return at;
}

/// n microseconds of work before the start, walked backwards.
inline Moment backward(const Office& office, std::int64_t start, std::int64_t n,
                       const Stops& stops = {}, std::int64_t step = minute) {
    std::int64_t at = start;
    while (n > 0) {
        if (at <= 0) {
            return std::nullopt;
        }
        const std::int64_t begin = piece_begin(stops, at, step);
        if (office.works(begin) && !stopped(stops, begin)) {
            if (n <= at - begin) {
                return at - n;
            }
            n -= at - begin;
        }
        at = begin;
    }
    return at;
}

/// The work between two moments, a ≤ b.
inline std::int64_t between(const Office& office, std::int64_t a, std::int64_t b,
                            std::int64_t step = minute) {
    std::int64_t work = 0;
    while (a < b) {
        const std::int64_t end = std::min(a - a % step + step, b);
        work += office.works(a) ? end - a : 0;
        a = end;
    }
    return work;
}

/// The n-th working day after a day (n > 0), before it (n < 0), or from it on (0).
inline Moment nth_working_day(const Office& office, std::int64_t number, std::int64_t n) {
    const std::int64_t step = n < 0 ? -1 : 1;
    std::int64_t left = n < 0 ? -n : n;
    if (left == 0) {
        left = 1;
        --number;
    }
    while (left > 0) {
        number += step;
        if (number < 0 || number >= office.days()) {
            return std::nullopt;
        }
        left -= office.works_on(number) ? 1 : 0;
    }
    return number;
}

} // namespace naive
