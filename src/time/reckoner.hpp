// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/due.hpp"
#include "time/table_lookup.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace tertib {

/// A clock stop by the office's clock, in microseconds.
struct LocalStop {
    std::int64_t from = 0;
    std::int64_t until = 0;
};

/// Reckons the end of an allowance on a table's plain numbers; `outside` where there is none.
/// Stops are sorted and apart; the zone is only theirs. Borrows the table and the stops.
class Reckoner {
public:
    static constexpr std::int64_t outside = TableLookup::none;

    explicit Reckoner(const WorkingTable& table, Zone zone = {},
                      std::span<const ClockStop> stops = {}) noexcept
        : table_(table),
          zone_(zone),
          stops_(stops) {}

    /// The end of an allowance from a moment; any int64 for both.
    [[nodiscard]] std::int64_t end(std::int64_t start, const Allowance& allowance) const noexcept;

private:
    [[nodiscard]] std::int64_t after_work(std::int64_t start, std::int64_t work) const noexcept;
    [[nodiscard]] std::int64_t before_work(std::int64_t start, std::int64_t work) const noexcept;
    [[nodiscard]] std::int64_t after_wall(std::int64_t start, std::int64_t wall) const noexcept;
    [[nodiscard]] std::int64_t before_wall(std::int64_t start, std::int64_t wall) const noexcept;
    [[nodiscard]] std::int64_t after_days(std::int64_t start, std::int64_t days) const noexcept;
    [[nodiscard]] std::int64_t before_days(std::int64_t start, std::int64_t days) const noexcept;
    [[nodiscard]] std::int64_t after_date(std::int64_t start, const Allowance& a) const noexcept;
    [[nodiscard]] std::int64_t before_date(std::int64_t start, const Allowance& a) const noexcept;
    [[nodiscard]] std::int64_t after_sum(std::int64_t start, const Allowance& a) const noexcept;

    [[nodiscard]] std::int64_t days_of_sum(std::int64_t start, const Allowance& a) const noexcept;
    [[nodiscard]] std::int64_t place_in_day(std::int64_t start, std::int64_t day) const noexcept;
    [[nodiscard]] std::int64_t last_moment(std::int64_t number) const noexcept;
    [[nodiscard]] std::int64_t last_day_closed(std::int64_t moment) const noexcept;

    [[nodiscard]] LocalStop stop(std::size_t index) const noexcept {
        const auto moment = [this](Instant instant) {
            return to_local(instant, zone_).time_since_epoch().count();
        };
        return {moment(stops_[index].from), moment(stops_[index].until)};
    }

    TableLookup table_;
    Zone zone_;
    std::span<const ClockStop> stops_;
};

/// The same in one call, for callers whose own frame should stay small.
[[nodiscard]] std::int64_t reckoned_end(const WorkingTable& table, Zone zone,
                                        std::span<const ClockStop> stops, std::int64_t start,
                                        const Allowance& allowance) noexcept;

} // namespace tertib
