// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "tertib/time/due.hpp"

#include "tertib/base/error.hpp"
#include "time/reckoner.hpp"
#include "time/table_lookup.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tertib {
namespace {

using std::chrono::microseconds;

static_assert(Reckoner::outside == no_instant, "no answer is the same number everywhere");

/// Closing time of the n-th working day after a moment's.
inline std::int64_t after_days(TableLookup table, std::int64_t moment, std::int64_t n) noexcept {
    const std::int64_t number = table.number_after(TableLookup::day_of(moment), n);
    return number == TableLookup::none ? Reckoner::outside : table.closing_of(number);
}

/// An end by the office's clock in UTC.
std::int64_t instant(std::int64_t end, std::int64_t offset) noexcept {
    return end == Reckoner::outside ? no_instant : end - offset;
}

void check_length(std::size_t given, std::size_t wanted) {
    if (given != wanted) {
        throw Error(ErrorCode::argument, "the columns must be of one length, not " +
                                             std::to_string(wanted) + " and " +
                                             std::to_string(given));
    }
}

/// Applies a function of local moments to a column; the function gives `outside` for what
/// has no answer.
template <typename Function>
void each_moment(Zone zone, std::span<const std::int64_t> from, std::span<std::int64_t> out,
                 const Function& function) {
    const std::int64_t offset = microseconds(zone.offset()).count();
    for (std::size_t i = 0; i < from.size(); ++i) {
        const std::int64_t local = detail::saturated_sum(from[i], offset);
        const std::int64_t end = TableLookup::holds(local) ? function(local) : Reckoner::outside;
        out[i] = instant(end, offset);
    }
}

/// Adds working time to a column, a batch at a time: first the work before each start, then its
/// inverse, so that the look-ups of one step don't wait for those of the other.
void add_column(TableLookup table, Zone zone, std::span<const std::int64_t> starts,
                std::int64_t work, std::span<std::int64_t> out) {
    constexpr std::size_t batch = 256;
    constexpr std::int64_t none = TableLookup::none;
    const std::int64_t offset = microseconds(zone.offset()).count();
    const std::int64_t most =
        work > 0 ? table.all_work() - std::min(work, table.all_work() + 1) : table.all_work();
    const std::int64_t least = work < 0 ? (work < -table.all_work() ? INT64_MAX : -work) : 0;
    std::array<std::int64_t, batch> before; // filled up to `count` before it is read
    for (std::size_t begin = 0; begin < starts.size(); begin += batch) {
        const std::size_t count = std::min(batch, starts.size() - begin);
        for (std::size_t i = 0; i < count; ++i) {
            const std::int64_t local = detail::saturated_sum(starts[begin + i], offset);
            before[i] = !TableLookup::holds(local) ? none
                        : work == 0                ? local
                                                   : table.work_before(local);
        }
        for (std::size_t i = 0; i < count; ++i) {
            std::int64_t end = before[i];
            if (work != 0) {
                const bool within = end >= least && end <= most;
                end = !within    ? none
                      : work > 0 ? table.earliest(end + work)
                                 : table.latest(end + work);
            }
            out[begin + i] = instant(end, offset);
        }
    }
}

} // namespace

std::vector<ClockStop> merged(std::span<const ClockStop> stops) {
    std::vector<ClockStop> sorted;
    for (const ClockStop& stop : stops) {
        if (stop.until < stop.from) {
            throw Error(ErrorCode::argument,
                        "a clock stop ends before it begins: " + text(stop.from, wib()) +
                            " until " + text(stop.until, wib()));
        }
        if (stop.from < stop.until) {
            sorted.push_back(stop);
        }
    }
    std::ranges::sort(sorted, {}, &ClockStop::from);
    std::vector<ClockStop> apart;
    for (const ClockStop& stop : sorted) {
        if (!apart.empty() && stop.from <= apart.back().until) {
            apart.back().until = std::max(apart.back().until, stop.until);
        } else {
            apart.push_back(stop);
        }
    }
    return apart;
}

std::int64_t detail::due(const WorkingTable& table, Zone zone, std::int64_t start,
                         const Allowance& allowance) noexcept {
    const std::int64_t offset = microseconds(zone.offset()).count();
    const std::int64_t local = saturated_sum(start, offset);
    // The two usual forms go straight to the table; the reckoner would give the same.
    if (allowance.form == AllowanceForm::working_time) {
        return instant(TableLookup(table).sum(local, allowance.work.time.count()), offset);
    }
    if (allowance.form == AllowanceForm::working_days && allowance.working_days > 0 && local >= 0 &&
        local < TableLookup::end) {
        return instant(after_days(TableLookup(table), local, allowance.working_days), offset);
    }
    return instant(reckoned_end(table, zone, {}, local, allowance), offset);
}

std::optional<Instant> due(const WorkingTable& table, Zone zone, Instant start,
                           const Allowance& allowance, std::span<const ClockStop> stops) noexcept {
    if (stops.empty()) {
        return due(table, zone, start, allowance);
    }
    const std::int64_t local = to_local(start, zone).time_since_epoch().count();
    const std::int64_t end = reckoned_end(table, zone, stops, local, allowance);
    return end == Reckoner::outside ? std::nullopt
                                    : std::optional(to_instant(LocalTime{microseconds{end}}, zone));
}

void due_column(const WorkingTable& table, Zone zone, std::span<const std::int64_t> starts,
                const Allowance& allowance, std::span<std::int64_t> out) {
    check_length(out.size(), starts.size());
    if (allowance.form == AllowanceForm::working_time) {
        add_column(TableLookup(table), zone, starts, allowance.work.time.count(), out);
        return;
    }
    if (allowance.form == AllowanceForm::working_days && allowance.working_days > 0) {
        const TableLookup lookup(table);
        each_moment(zone, starts, out, [&](std::int64_t local) {
            return local < TableLookup::end ? after_days(lookup, local, allowance.working_days)
                                            : Reckoner::outside;
        });
        return;
    }
    const Reckoner reckoner(table);
    each_moment(zone, starts, out,
                [&](std::int64_t local) { return reckoner.end(local, allowance); });
}

void between_column(const WorkingTable& table, Zone zone, std::span<const std::int64_t> from,
                    std::span<const std::int64_t> until, std::span<std::int64_t> out) {
    check_length(until.size(), from.size());
    check_length(out.size(), from.size());
    const std::int64_t offset = microseconds(zone.offset()).count();
    const TableLookup lookup(table);
    for (std::size_t i = 0; i < from.size(); ++i) {
        const std::int64_t a = detail::saturated_sum(from[i], offset);
        const std::int64_t b = detail::saturated_sum(until[i], offset);
        out[i] = TableLookup::holds(a) && TableLookup::holds(b)
                     ? lookup.work_before(b) - lookup.work_before(a)
                     : no_instant;
    }
}

} // namespace tertib
