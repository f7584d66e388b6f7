// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tertib/time/calendar.hpp"
#include "time/table_lookup.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace tertib {

/// A calendar as it stood on each day: an edition for each day on which something became known. A
/// calendar that is pinned to a day (Calendar::known_on) has that one edition.
///
///     std::uint32_t then = editions.on(day);      // number of the edition known on that day
///     editions.table(then).work_before(moment);
///
/// Days count from 1970. Immutable; any thread.
class CalendarEditions {
public:
    /// Throws Error(limit) for more than `most` editions; a table takes up to a megabyte.
    CalendarEditions(const Calendar& calendar, std::optional<LocalDay> today, std::size_t most);

    /// As known on a day; days outside those reckoned with count as the nearest.
    [[nodiscard]] std::uint32_t on(std::int64_t day) const noexcept {
        if (day < first_news_) {
            return 0;
        }
        const auto place = static_cast<std::uint64_t>(day - first_news_);
        return place < by_day_.size() ? by_day_[place]
                                      : static_cast<std::uint32_t>(editions_.size() - 1);
    }
    /// As known today; all that the calendar holds where no today was given.
    [[nodiscard]] std::uint32_t today() const noexcept { return today_; }
    [[nodiscard]] const Calendar& calendar(std::uint32_t edition) const {
        return editions_[edition].calendar;
    }
    [[nodiscard]] TableLookup table(std::uint32_t edition) const noexcept {
        return TableLookup(editions_[edition].calendar.table());
    }
    /// Whether two editions may differ on a day from the first to the last, both included.
    [[nodiscard]] bool may_differ(std::uint32_t a, std::uint32_t b, std::int64_t first,
                                  std::int64_t last) const noexcept {
        return a != b && (editions_[a].unknown(first, last) || editions_[b].unknown(first, last));
    }

private:
    struct Edition {
        Calendar calendar;
        std::int64_t from = 0; ///< the first day on which it was known
        /// The days of which something became known only later; none if last < first.
        std::int64_t first_unknown = 1;
        std::int64_t last_unknown = 0;

        [[nodiscard]] bool unknown(std::int64_t first, std::int64_t last) const noexcept {
            return first <= last_unknown && last >= first_unknown;
        }
    };

    void find_unknown(const Calendar& calendar);

    std::vector<Edition> editions_;       ///< by `from`
    std::int64_t first_news_ = INT64_MAX; ///< before it the first edition was known
    std::vector<std::uint16_t> by_day_;   ///< the edition of each day from then to the last news
    std::uint32_t today_ = 0;
};

} // namespace tertib
