// SPDX-FileCopyrightText: 2026 The tertib authors
// SPDX-License-Identifier: Apache-2.0
#include "waktu.hpp"

#include "calendar.hpp"
#include "guard.hpp"
#include "options.hpp"

#include "tertib/base/error.hpp"

#include <cstddef>

namespace tertib::capi {
namespace {

Bound bound_of(std::int32_t bound) {
    switch (bound) {
    case TERTIB_BOUND_UPPER: return Bound::upper;
    case TERTIB_BOUND_LOWER: return Bound::lower;
    default: throw Error(ErrorCode::argument, "bound is no TERTIB_BOUND_…");
    }
}

WaktuPolicy policy_of(std::int32_t bare_hari) {
    switch (bare_hari) {
    case TERTIB_RECKONING_WORKING: return {.bare_hari = Reckoning::working};
    case TERTIB_RECKONING_CALENDAR: return {.bare_hari = Reckoning::calendar};
    default: throw Error(ErrorCode::argument, "bare_hari is no TERTIB_RECKONING_…");
    }
}

} // namespace

tertib_deadline_options deadline_options(const tertib_deadline_options* options) {
    return own_options(options, tertib_deadline_options TERTIB_DEADLINE_OPTIONS_INIT,
                       "TERTIB_DEADLINE_OPTIONS_INIT");
}

WaktuRequest request_of(const char* waktu, const tertib_deadline_options& own, Zone zone) {
    require(waktu, "waktu");
    WaktuRequest request =
        read_waktu_request(text_of_c(waktu, "the waktu"), zone, policy_of(own.bare_hari));
    request.options.bound = bound_of(own.bound);
    if (own.items < 0) {
        throw Error(ErrorCode::argument, "items is negative");
    }
    if (own.items > 0) {
        request.options.items = own.items;
    }
    if (own.stop_count > 0) {
        require(own.stops, "stops");
    }
    for (std::size_t i = 0; i < own.stop_count; ++i) {
        request.options.stops.push_back({require_instant(own.stops[i].from, "a stop"),
                                         require_instant(own.stops[i].until, "a stop")});
    }
    return request;
}

} // namespace tertib::capi

void tertib_deadline_options_init(tertib_deadline_options* options) {
    if (options != nullptr) {
        *options = TERTIB_DEADLINE_OPTIONS_INIT;
    }
}
