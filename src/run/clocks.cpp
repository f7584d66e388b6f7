// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "run/clocks.hpp"

#include "tertib/base/error.hpp"
#include "tertib/time/waktu.hpp"

#include <algorithm>
#include <chrono>

namespace tertib {

namespace {

using std::chrono::microseconds;

[[nodiscard]] std::optional<Instant> reckon(const Calendar& calendar, const ReadyWaktu& waktu,
                                            Instant since, const std::vector<ClockStop>& stops) {
    if (waktu.alternatives.empty()) {
        return std::nullopt;
    }
    std::optional<Instant> latest;
    if (stops.empty()) {
        latest = due(calendar.table(), calendar.zone(), since, waktu);
    } else {
        ReadyWaktu with_stops = waktu;
        with_stops.stops = merged(stops);
        latest = due(calendar.table(), calendar.zone(), since, with_stops);
    }
    if (!latest) {
        throw Error(ErrorCode::limit, "a deadline from " + text(since, calendar.zone()) +
                                          " lies beyond " + text(last_day) +
                                          ", or the calendar has no working time left before it");
    }
    return latest;
}

[[nodiscard]] ReadyWaktu ready_service(const Service& service) {
    return ready(WaktuRequest{.waktu = read_waktu(service.waktu).waktu});
}

} // namespace

std::optional<Instant> task_due(const CaseContext& context, std::uint32_t step, Instant since,
                                const std::vector<ClockStop>& stops) {
    return reckon(*context.calendar, context.sop->waktu(step), since, stops);
}

std::optional<Instant> service_due(const CaseContext& context, const Service& service,
                                   Instant since, const std::vector<ClockStop>& stops) {
    if (service.waktu.empty()) {
        return std::nullopt;
    }
    return reckon(*context.calendar, ready_service(service), since, stops);
}

std::vector<ClockStop> with_stop(const Clock& clock, Instant from, Instant until) {
    std::vector<ClockStop> stops = clock.stops;
    from = std::max(from, clock.since);
    if (from < until) {
        stops.push_back({from, until});
    }
    return stops;
}

std::optional<Instant> due_going_on(const Clock& clock, const std::optional<Instant>& reckoned) {
    return clock.due ? std::max(clock.due, reckoned) : std::nullopt;
}

std::vector<ClockStop> stops_since(const CaseState& state, Instant since) {
    std::vector<ClockStop> stops;
    for (const ClockStop& stop : state.stops) {
        if (since < stop.until) {
            stops.push_back({std::max(since, stop.from), stop.until});
        }
    }
    return stops;
}

const ClockStop* stop_around(const std::vector<ClockStop>& stops, Instant at) {
    const auto found = std::ranges::find_if(
        stops, [at](const ClockStop& stop) { return stop.from < at && at < stop.until; });
    return found == stops.end() ? nullptr : &*found;
}

Instant missed_from(const CaseContext& context, DueBy by, Instant due) {
    const Zone zone = context.calendar->zone();
    switch (by) {
    case DueBy::instant: return due + microseconds{1};
    // 24:00 belongs to the day that it ends.
    case DueBy::date:
        return to_instant(LocalTime{local_day(due - microseconds{1}, zone) + std::chrono::days{1}},
                          zone);
    }
    return due;
}

DueBy service_due_by(const Service& service) {
    const ReadyWaktu waktu = ready_service(service);
    return waktu.alternatives.empty() ? DueBy::instant : due_by(waktu.alternatives.front());
}

} // namespace tertib
